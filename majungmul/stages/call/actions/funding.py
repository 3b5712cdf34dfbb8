"""재원 — whether an office may call or designate for what stands in an account; the ledger alone says it.

Whether the account was granted to this very office is `award`'s to know, which comes later: here it must be
the award of a budget line, of a year that is still open.
"""

from uuid import UUID

from majungmul.books.ledger.kinds import Kind
from majungmul.books.ledger.models import Account
from majungmul.books.ledger.queries import year_of
from majungmul.books.parties.models import Office
from majungmul.books.parties.queries.rows import found
from majungmul.programmes.specification import specification
from majungmul.stages.call.refusals import NoPlanInForce, NotOfThisOffice, YearEnded
from majungmul.stages.plan.models import Plan
from majungmul.stages.plan.states import State as PlanState
from majungmul.values.actor import Actor

IN_FORCE = (PlanState.FIXED, PlanState.ANNOUNCED)
OWN_SPENDING = "계약상대자"
"""Who is paid from a line that an office spends itself: nobody applies for that."""


def granted_account(account_id: UUID, by: Actor) -> Account:
    """교부받은 항목 — the account that a call of this office may name.

    Refuses one that is no award of a budget line, that nobody applies for, and (YearEnded) a year that is over.
    """
    account = found(Account, by, account_id)
    if not (_is_award_of_a_line(account) and _is_for_applicants(account)):
        raise NotOfThisOffice(account=account.label)
    _refuse_ended(account)
    return account


def planned_account(account_id: UUID, by: Actor) -> Account:
    """지원계획의 계정 — that of this office's plan in force, for which a body is designated.

    Refuses (NoPlanInForce) another account, another office's plan, one not yet fixed; a year that is over.
    """
    account = found(Account, by, account_id)
    office = found(Office, by, by.office)
    plans = Plan.objects.of(by.jurisdiction).filter(account=account, office=office, state__in=IN_FORCE)
    if not plans.exists():
        raise NoPlanInForce(account=account.label)
    _refuse_ended(account)
    return account


def _is_award_of_a_line(account: Account) -> bool:
    return account.kind == Kind.AWARD and account.of is not None and account.of.kind == Kind.LINE


def _is_for_applicants(account: Account) -> bool:
    line = specification(account.jurisdiction.code, account.programme).line(account.line)
    return line.payee != OWN_SPENDING


def _refuse_ended(account: Account) -> None:
    year = year_of(account.jurisdiction_id, account.year)
    if year is None or year.cut_off_at is not None:
        raise YearEnded(year=account.year)
