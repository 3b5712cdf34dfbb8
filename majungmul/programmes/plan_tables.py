"""지원계획의 표 — a plan as `values.Table`s: cells as printed and as value, references resolved."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from majungmul.programmes.plan import Plan, WrittenColumn, WrittenTable
from majungmul.programmes.plan_cells import with_unit
from majungmul.programmes.plan_sheet import Sheet, spots_of, unit_in
from majungmul.values.refusal import Refusal
from majungmul.values.table import Again, Cell, Column, Difference, Formula, Product, Ratio, Row, Table

CHECKLIST = "checklist"
BUDGET = "budget"


class RowsDiffer(Refusal):
    """다시 인쇄된 표의 크기."""

    sentence = "‘{place}’의 표가 ‘{title}’와(과) 행·열의 수가 다릅니다. 빠진 행이나 칸을 채워 주십시오."


def tables_of(plan: Plan) -> list[Table]:
    """지원계획의 표 — all of them, in the order of the paper: every figure of the plan stands in one.

    Refuses a reference to a figure or a term that does not exist, and a text that is no figure.
    """
    sheet = Sheet(plan)
    return [_checklist(plan), *(_table(sheet, written) for written in plan.tables)]


def budget_of(plan: Plan, programme: str) -> Table | None:
    """소요예산 — the rows of one programme in the plan's budget, or None where the plan has none for it."""
    for table in tables_of(plan):
        if table.key == BUDGET:
            rows = tuple(row for row in table.rows if row.key.split(".")[0] == programme)
            return replace(table, rows=rows) if rows else None
    return None


def _checklist(plan: Plan) -> Table:
    """사전 검토항목 — in words only: there is no figure in it."""
    columns = (Column("question", "사전 검토항목", ""), Column("answer", "점검 사항", ""))
    rows = tuple(
        Row(item.key, item.label, 1, (Cell(item.question), Cell(item.answer))) for item in plan.checklist
    )
    return Table(CHECKLIST, f"{plan.year}년 사전 검토항목", "", columns, rows)


def _table(sheet: Sheet, written: WrittenTable) -> Table:
    """A table of the plan, its labels and references looked up."""
    columns = tuple(
        Column(column.key, column.label, unit_in(written, column), column.adds, _formula(column))
        for column in written.columns
    )
    rows = []
    for row, again in zip(written.rows, _again(written), strict=True):
        cells = (sheet.cell(spot, more) for spot, more in zip(spots_of(written, row), again, strict=True))
        rows.append(Row(row.key, sheet.label(row), row.level, tuple(cells)))
    return Table(written.key, written.title, written.unit, columns, tuple(rows), written.totals)


def _formula(column: WrittenColumn) -> Formula | None:
    """How the column is worked out, if it is."""
    if column.less:
        return Difference(*column.less)
    if column.over:
        return Ratio(*column.over, column.digits)
    return Product(column.product) if column.product else None


def _again(table: WrittenTable) -> Iterator[Sequence[Sequence[Again]]]:
    """For each row and column what a second printing of the whole table says there, if there is one.

    Refuses (RowsDiffer) a second printing with other rows or columns.
    """
    size = len(table.columns)
    if table.printed_again is None:
        yield from ([()] * size for _ in table.rows)
        return
    texts = [row.split() for row in table.printed_again.rows]
    if [len(row) for row in texts] != [size] * len(table.rows):
        raise RowsDiffer(place=table.printed_again.place, title=table.title)
    units = [unit_in(table, column) for column in table.columns]
    for row in texts:
        yield [
            (Again(table.printed_again.place, with_unit(text, unit)),)
            for text, unit in zip(row, units, strict=True)
        ]
