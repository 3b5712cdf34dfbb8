"""어디에 있는가 — how much was paid under a line, how much of it was asked back, where it stands now. Read only."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from majungmul.books.ledger import accounts
from majungmul.books.ledger.kinds import Kind, Phase, Role
from majungmul.books.ledger.models import Account, FiscalYear, Transfer
from majungmul.books.trail.models import RecordedQuerySet
from majungmul.stages.award.models import AwardLine
from majungmul.stages.payment.models import ClaimLine
from majungmul.stages.payment.states import State as ClaimState
from majungmul.stages.settlement.models import Refund, RefundPayment, Revocation, Settlement
from majungmul.stages.settlement.states import RefundState, State
from majungmul.values.won import ZERO, Won, total

NOT_ASKED = (RefundState.SENT_BACK, RefundState.WITHDRAWN)


@dataclass(frozen=True, slots=True)
class Place:
    """돈이 있는 곳 — an account, how much of a line's money stands there, and whether it was recognised there."""

    account: Account
    amount: Won
    is_recognised: bool

    @property
    def named(self) -> str:
        """As a sentence names it: `집행 확정 4,500,000원`."""
        where = "집행 확정" if self.is_recognised else self.account.get_kind_display()
        return f"{where} {self.amount}"


def own_account(line: AwardLine) -> Account | None:
    """계정 — of the line, as it is now; None before its award took effect."""
    return Account.objects.select_related("of__of__of").get(pk=line.account_id) if line.account_id else None


def is_of_the_city(account: Account) -> bool:
    """Whether an award's account is funded by a budget line: tier 1."""
    return account.funding.kind == Kind.LINE


def paid_under(line: AwardLine) -> Won:
    """지급액 — what was paid under the line to its body: 교부 of tier 1, 지급 to the 수령자 of tier 2. In won."""
    own = own_account(line)
    if own is None:
        return ZERO
    if is_of_the_city(own):
        return own.credits_posted
    payees = Account.objects.filter(of=own, kind=Kind.PAYEE, role=Role.RECIPIENT)
    return total(payee.credits_posted for payee in payees)


def asked_back(line: AwardLine) -> Won:
    """반환을 명한 금액 — under the line, proposed ones too; of a withdrawn one what had been paid. In won."""
    return _asked_back(Refund.objects.of(line.jurisdiction_id).filter(line=line))


def asked_back_under(revocation: Revocation) -> Won:
    """반환을 명한 금액 — after a revocation, in won."""
    return _asked_back(Refund.objects.of(revocation.jurisdiction_id).filter(revocation=revocation))


def may_be_asked_back(line: AwardLine) -> Won:
    """반환을 명할 수 있는 금액 — what was paid, less what was asked back or returned as unspent. In won."""
    return max(ZERO, paid_under(line) - asked_back(line) - _returned_otherwise(line))


def _asked_back(refunds: RecordedQuerySet[Refund]) -> Won:
    parts = RefundPayment.objects.filter(refund__in=refunds.filter(state=RefundState.WITHDRAWN))
    live = refunds.exclude(state__in=NOT_ASKED)
    return total(each.principal for each in live) + total(part.principal for part in parts)


def _returned_otherwise(line: AwardLine) -> Won:
    """정산에서 돌려받는 금액 — what a settlement ordered back of the line: unspent, or not recognised. In won."""
    own = own_account(line)
    if own is None:
        return ZERO
    payees = list(Account.objects.filter(of=own, kind=Kind.PAYEE))
    holders = [own, *payees] if is_of_the_city(own) else payees
    back, spent = accounts.beside(own, Kind.RETURNED), accounts.beside(own, Kind.SPENT)
    returns = Transfer.objects.filter(debit__in=holders, credit=back)
    dues = Transfer.objects.filter(debit=spent, credit__kind=Kind.DUE, credit__party=line.award.body_id)
    ordered = _sum(returns, Phase.PENDING) - _sum(returns, Phase.VOID)
    ordered += _sum(dues, Phase.SINGLE) - _sum(dues, Phase.REVERSAL)
    here = Refund.objects.of(line.jurisdiction_id).filter(line=line, stands_at__in=[own, *payees])
    return max(ZERO, ordered - _asked_back(here))


def _sum(transfers: QuerySet[Transfer], phase: Phase) -> Won:
    return total(each.amount for each in transfers.filter(phase=phase))


def pending_by_refunds(account: Account) -> Won:
    """반환명령으로 기다리는 금액 — of what is to come from a payee, an award or a debt: what orders ask for. In won.

    A settlement that receives what it ordered back itself leaves this to `receive_refund`.
    """
    ordered = Refund.objects.of(account.jurisdiction_id).filter(state=RefundState.ORDERED)
    here = ordered.filter(Q(stands_at=account, due_account=None) | Q(due_account=account))
    paid = RefundPayment.objects.filter(refund__in=here)
    return total(each.principal for each in here) - total(part.principal for part in paid)


def first_paid_on(line: AwardLine) -> date | None:
    """처음 받은 날 — the first day on which money was paid under the line; None where none was."""
    paid = ClaimLine.objects.of(line.jurisdiction_id).filter(line=line, claim__state=ClaimState.PAID)
    found: date | None = paid.order_by("claim__paid_on").values_list("claim__paid_on", flat=True).first()
    return found


def is_closed(account: Account) -> bool:
    """마감 — whether nothing may be posted to the year of the account any more."""
    year = FiscalYear.objects.filter(jurisdiction=account.jurisdiction_id, year=account.year)
    return year.filter(closed_at__isnull=False).exists()


def places_of(line: AwardLine) -> list[Place]:
    """돈이 있는 곳 — of the line's money, from the payee upwards: not yet recognised, recognised, carried up."""
    own = own_account(line)
    if own is None:
        return []
    payees = Account.objects.filter(of=own, kind=Kind.PAYEE).order_by("code")
    found = [Place(payee, payee.balance - payee.debits_pending, is_recognised=False) for payee in payees]
    if is_of_the_city(own):
        found.insert(0, Place(own, own.payable, is_recognised=False))
    walked: Account | None = own
    while walked is not None and walked.kind in (Kind.AWARD, Kind.LINE):
        found.append(Place(walked, accounts.beside(walked, Kind.SPENT).payable, is_recognised=True))
        walked = walked.of
    return [place for place in found if place.amount > ZERO]


def is_carried_up(account: Account) -> bool:
    """금액 확정 — whether this award was carried up: its settlement is fixed (tier 2) or closed (tier 1)."""
    states = (State.CLOSED,) if is_of_the_city(account) else (State.FIXED, State.CLOSED)
    line = AwardLine.objects.of(account.jurisdiction_id).filter(account=account).first()
    settled = Settlement.objects.of(account.jurisdiction_id).filter(state__in=states)
    return line is not None and settled.filter(award=line.award_id).exists()
