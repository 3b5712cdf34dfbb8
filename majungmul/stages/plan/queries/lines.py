"""소요예산 항목 — each with what the plan says of it, and how it was changed."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from majungmul.books.trail.models import RecordedQuerySet
from majungmul.stages.plan.models import BudgetLine, LineChange, Plan, PlanCell
from majungmul.stages.plan.queries.plans import edition_of
from majungmul.values.won import ZERO, Won

AMOUNT = "amount"
"""The column of the budget that says how much; the others say how that was worked out (산출기초)."""


@dataclass(frozen=True, slots=True)
class Line:
    """소요예산 항목 — as the plan says it: `amount` in won, None where it is not known; 산출기초 as printed.

    `account` is where its money stands; how much it has by now is asked of the ledger.
    """

    id: UUID
    programme: str
    code: str
    label: str
    amount: Won | None
    basis: Mapping[str, str]
    account: UUID


def lines_of(plan: Plan) -> list[Line]:
    """소요예산 항목 — those of the edition that holds, in its order."""
    lines = BudgetLine.objects.filter(edition=edition_of(plan)).select_related("row").order_by("order")
    cells: dict[UUID, dict[str, PlanCell]] = {line.row_id: {} for line in lines}
    for cell in PlanCell.objects.filter(row__in=cells).select_related("column").order_by("order"):
        cells[cell.row_id][cell.column.key] = cell
    return [_line(line, cells[line.row_id]) for line in lines]


def amount_of(line: BudgetLine) -> Won:
    """소요예산 — what the plan gives a line, in won; zero where it says nothing, or 미정."""
    cell = PlanCell.objects.filter(row=line.row_id, column__key=AMOUNT).first()
    return (cell and cell.won) or ZERO


def changes_of(plan: Plan) -> RecordedQuerySet[LineChange]:
    """예산 변경 — of all lines of a plan, the oldest first."""
    changes: RecordedQuerySet[LineChange] = LineChange.objects.of(plan.jurisdiction_id)
    return changes.filter(plan=plan).select_related("from_line__row", "to_line__row").order_by("id")


def _line(line: BudgetLine, cells: Mapping[str, PlanCell]) -> Line:
    amount = cells[AMOUNT].won if AMOUNT in cells else None
    basis = {key: cell.printed for key, cell in cells.items() if key != AMOUNT}
    return Line(line.pk, line.programme, line.code, line.row.label, amount, basis, line.account_id)
