"""What the ledger's tests start from: two budget lines, awards of both tiers, three payees."""

from dataclasses import dataclass

from majungmul.books.ledger import accounts, postings
from majungmul.books.ledger.kinds import Kind, Role
from majungmul.books.ledger.models import Account
from majungmul.values.actor import Actor
from majungmul.values.won import Won
from tests.books.a_stage import inside
from tests.given import a_city, a_cooperative, a_firm, an_officer


@dataclass(frozen=True, slots=True)
class Standing:
    """1,000,000원: 700,000 in one line, 300,000 in another; each has an award of tier 1, one a tier 2."""

    officer: Actor
    plan: Account
    line: Account
    other_line: Account
    granted: Account
    other_granted: Account
    supported: Account
    recipient: Account
    capped: Account
    contractor: Account

    def beside(self, account: Account, kind: Kind) -> Account:
        return accounts.beside(account, kind)


def standing(officer: Actor | None = None, year: int = 2018) -> Standing:
    """Nothing is decided yet."""
    by = officer or an_officer(a_city())
    cooperative, firm, builder = a_cooperative(by), a_firm(by), a_firm(by)

    def story() -> Standing:
        plan = accounts.open_plan(by.jurisdiction, year, "city", f"{year}년 지원계획")
        line = accounts.open_line(plan, "trade_collaboration", "support", "협업 지원금")
        other = accounts.open_line(plan, "liability_insurance", "support", "PL보험 지원금")
        postings.appropriate(plan, Won(1_000_000))
        postings.allot(line, Won(700_000))
        postings.allot(other, Won(300_000))
        granted, other_granted = (accounts.open_award(each, "grant", "교부결정") for each in (line, other))
        supported = accounts.open_award(granted, "support", "지원결정")
        recipient = accounts.open_payee(supported, cooperative.pk, Role.RECIPIENT, "가상조합")
        capped = accounts.open_payee(supported, firm.pk, Role.RECIPIENT, "가상기업", limit=Won(100_000))
        contractor = accounts.open_payee(granted, builder.pk, Role.CONTRACTOR, "행사 대행사")
        return Standing(
            by, plan, line, other, granted, other_granted, supported, recipient, capped, contractor
        )

    return inside(by, story)


def decided(officer: Actor | None = None) -> Standing:
    """교부결정 500,000, of it 400,000 disbursed; 지원결정 300,000."""
    on = standing(officer)

    def story() -> None:
        postings.decide(on.granted, Won(500_000))
        postings.disburse(on.granted, Won(400_000))
        postings.decide(on.supported, Won(300_000))

    inside(on.officer, story)
    return on


def totals(account: Account) -> tuple[int, int, int, int]:
    """Pending and posted debits, pending and posted credits, in won, as they are now."""
    now = Account.objects.get(pk=account.pk)
    return (
        now.debits_pending.amount,
        now.debits_posted.amount,
        now.credits_pending.amount,
        now.credits_posted.amount,
    )


def balance(account: Account) -> int:
    """What stands there now, in won."""
    return Account.objects.get(pk=account.pk).balance.amount


def free(account: Account) -> int:
    """What may still be promised, in won."""
    return Account.objects.get(pk=account.pk).free.amount
