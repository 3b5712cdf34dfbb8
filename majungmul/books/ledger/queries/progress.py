"""진행 — what citizens ask of a year: its budget, what was spent, what is promised, what is left. Read only."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Sum

from majungmul.books.ledger.kinds import Kind
from majungmul.books.ledger.models import Account
from majungmul.books.ledger.queries.figures import lines_of
from majungmul.values.won import ZERO, Won, total


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """진행 — of a budget line, in won: `budget` = `spent` + `promised` + `left`, whatever tier it stands in.

    What the operator holds and has neither paid nor promised to anybody is left: only a payee spends.
    """

    programme: str
    line: str
    label: str
    budget: Won
    spent: Won
    promised: Won

    @property
    def left(self) -> Won:
        """남은 금액 — neither spent nor promised."""
        return self.budget - self.spent - self.promised


def progress_of(jurisdiction: UUID, year: int) -> list[Progress]:
    """진행 — of every budget line of a year, in the order in which they were opened."""
    promised = _promised(jurisdiction, year)
    return [
        Progress(
            programme=each.programme,
            line=each.line,
            label=each.label,
            budget=each.appropriated,
            spent=each.paid,
            promised=promised.get((each.programme, each.line), ZERO),
        )
        for each in lines_of(jurisdiction, year)
    ]


def by_programme(lines: Iterable[Progress]) -> list[Progress]:
    """사업별 진행 — one for each programme, the largest budget first; its label is that of its first line."""
    of: dict[str, list[Progress]] = {}
    for each in lines:
        of.setdefault(each.programme, []).append(each)
    return sorted((in_all(some) for some in of.values()), key=lambda each: -each.budget.amount)


def in_all(lines: Sequence[Progress]) -> Progress:
    """모두 — of all these lines together; nothing of none."""
    first = lines[0] if lines else None
    return Progress(
        programme=first.programme if first else "",
        line="",
        label=first.label if first else "",
        budget=total(each.budget for each in lines),
        spent=total(each.spent for each in lines),
        promised=total(each.promised for each in lines),
    )


def _promised(jurisdiction: UUID, year: int) -> dict[tuple[str, str], Won]:
    """지급 예정 — decided or contracted out of what the city granted, and not paid yet."""
    below = Account.objects.filter(
        jurisdiction=jurisdiction,
        year=year,
        kind__in=(Kind.AWARD, Kind.PAYEE),
        of__kind=Kind.AWARD,
        of__of__kind=Kind.LINE,
    )
    rows = below.values_list("programme", "line").order_by()
    return {(programme, line): sum_ for programme, line, sum_ in rows.annotate(sum_=Sum("credits_pending"))}
