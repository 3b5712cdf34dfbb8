"""한 해에 묻기 — what is still open of a year, and what of its plan was carried out month by month; read only."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Sum
from django.db.models.functions import ExtractMonth, ExtractYear

from majungmul.books.ledger import queries as ledger
from majungmul.books.ledger.kinds import Kind, Movement, Phase
from majungmul.books.ledger.models import Account, Transfer
from majungmul.stages.award.models import AwardLine
from majungmul.stages.plan.models import Plan
from majungmul.stages.settlement.models import Settlement
from majungmul.stages.settlement.queries.held import amounts_open, open_under
from majungmul.stages.settlement.queries.settling import open_at_closing
from majungmul.values.won import ZERO, Won

MONTHS = range(1, 13)
NOT_BEGUN = "정산 시작 전"


@dataclass(frozen=True, slots=True)
class StillOpen:
    """미결 항목 — an account in which something stands, whose it is, where its settlement stands, how much, and why.

    `reason` is empty until the year is closed.
    """

    account: Account
    number: str
    line: str
    body: str
    state: str
    amount: Won
    reason: str = ""


@dataclass(frozen=True, slots=True)
class MonthsOf:
    """달마다의 집행 — of a programme: its budget, and what was paid up to the end of each month, in won.

    What was paid after the year, under an 이월, counts in its last month.
    """

    programme: str
    budget: Won
    paid: tuple[Won, ...]


def still_open(plan: Plan) -> list[StillOpen]:
    """미결 — of a plan's year: as it was closed, or as it is now where it is not closed yet."""
    if closed := list(open_at_closing(plan)):
        return _told([(each.account, each.amount, each.reason) for each in closed])
    there = list(open_under(plan.account))
    return _told([(each, amount, "") for each, amount in zip(there, amounts_open(there), strict=True)])


def by_month(jurisdiction: UUID, year: int) -> list[MonthsOf]:
    """연간 현황 — plan against execution by programme and month, in the order of the plan."""
    programmes = ledger.by_programme(ledger.lines_of(jurisdiction, year))
    paid = _paid(jurisdiction, year)
    return [
        MonthsOf(name, figures.appropriated, _summed(paid.get((name, month), ZERO) for month in MONTHS))
        for name, figures in programmes.items()
    ]


def _paid(jurisdiction: UUID, year: int) -> dict[tuple[str, int], Won]:
    """What payees got in each month, less what the bank gave back in it."""
    moved = Transfer.objects.filter(
        jurisdiction=jurisdiction, movement=Movement.PAY, credit__kind=Kind.PAYEE, credit__year=year
    )
    rows = (
        moved.exclude(phase__in=(Phase.PENDING, Phase.VOID))
        .annotate(in_year=ExtractYear("at"), in_month=ExtractMonth("at"))
        .values_list("credit__programme", "in_year", "in_month", "phase")
        .annotate(sum=Sum("amount"))
    )
    found: dict[tuple[str, int], Won] = {}
    for programme, in_year, in_month, phase, amount in rows:
        month = in_month if in_year == year else (MONTHS[-1] if in_year > year else MONTHS[0])
        signed = -amount if phase == Phase.REVERSAL else amount
        found[programme, month] = found.get((programme, month), ZERO) + signed
    return found


def _summed(months: Iterable[Won]) -> tuple[Won, ...]:
    so_far, all_of_them = ZERO, []
    for each in months:
        so_far += each
        all_of_them.append(so_far)
    return tuple(all_of_them)


def _told(items: list[tuple[Account, Won, str]]) -> list[StillOpen]:
    """Each open account with its award and where its settlement stands; two queries."""
    accounts = [account.pk for account, _, _ in items]
    lines = AwardLine.objects.filter(account__in=accounts).select_related("award__body").order_by("id")
    by_account = {line.account_id: line for line in reversed(lines)}
    begun = Settlement.objects.filter(award__in=[line.award_id for line in lines])
    states = {settlement.award_id: settlement.get_state_display() for settlement in begun}
    return [_open(*item, by_account.get(item[0].pk), states) for item in items]


def _open(
    account: Account, amount: Won, reason: str, line: AwardLine | None, states: Mapping[UUID, str]
) -> StillOpen:
    if line is None:
        body = account.party.name if account.party else ""
        return StillOpen(account, account.label, "", body, account.get_kind_display(), amount, reason)
    state = states.get(line.award_id, NOT_BEGUN)
    return StillOpen(account, line.award.number, line.label, line.award.body.name, state, amount, reason)
