"""판의 표 쓰기 — the tables of a plan into rows; references once every cell is there."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from majungmul.programmes import plan as file
from majungmul.programmes.plan_cells import WON, own_unit
from majungmul.programmes.plan_tables import CHECKLIST, tables_of
from majungmul.stages.plan.actions.pen import Pen, refuse_twice
from majungmul.stages.plan.models import CellSource, PlanCell, PlanColumn, PlanRow, PlanTable
from majungmul.stages.plan.models.tables import Origin
from majungmul.values.refusal import Refusal
from majungmul.values.table import Cell, Column, Row, Table
from majungmul.values.won import LIMIT, Won
from majungmul.values.written import TooMany

FORMULAS = ("less", "over", "product")
"""How a file says that a column is worked out of others."""


class EmptyCellNamed(Refusal):
    """빈칸을 가리킴."""

    sentence = "지원계획이 값이 있는 곳으로 가리키는 ‘{path}’이(가) 빈칸입니다. 그 칸에 숫자를 적어 주십시오."


class TablesWriter:
    """판의 표 쓰기 — every cell by its path, so that others can name it, and what the file says beside it."""

    def __init__(self, pen: Pen) -> None:
        """Nothing is written yet."""
        self._pen = pen
        self._cells: dict[str, PlanCell] = {}
        self._beside: list[tuple[PlanCell, file.WrittenCell]] = []

    def write(self, written: file.Plan) -> None:
        """All tables but the checklist, whose rows are its own; then where else their figures are."""
        refuse_twice(said.key for said in written.tables)
        read = [table for table in tables_of(written) if table.key != CHECKLIST]
        for table, said in zip(read, written.tables, strict=True):
            self._table(table, said)
        for cell, given in self._beside:
            for source in self._sources(given):
                self._pen.write(CellSource, cell=cell, **source)

    def _table(self, table: Table, said: file.WrittenTable) -> None:
        """One table as it is read, and as its file says it: its columns, then row by row."""
        refuse_twice(column.key for column in table.columns)
        refuse_twice(row.key for row in table.rows)
        again = said.printed_again
        own = self._pen.write(
            PlanTable,
            key=table.key,
            title=table.title,
            unit=table.unit,
            totals=table.totals.value,
            again=again.place if again else "",
        )
        columns = [self._pen.write(PlanColumn, table=own, **_column(column)) for column in said.columns]
        texts = again.rows if again else [""] * len(table.rows)
        for row, text, said_row in zip(table.rows, texts, said.rows, strict=True):
            kept = self._pen.write(
                PlanRow, table=own, key=row.key, level=row.level, label=row.label, again=text
            )
            for place, column in enumerate(columns):
                self._cell(table, row, place, (kept, column), said_row.cells[place])

    def _cell(
        self, table: Table, row: Row, place: int, at: tuple[PlanRow, PlanColumn], given: file.Given
    ) -> None:
        """One cell, unless it is empty."""
        cell, column = row.cells[place], table.columns[place]
        beside = given if isinstance(given, file.WrittenCell) else None
        if not cell.printed and beside is None:
            return
        unit = (beside and beside.unit) or ""
        kept = self._pen.write(
            PlanCell, row=at[0], column=at[1], printed=cell.printed, unit=unit, **_value(cell, column, unit)
        )
        self._cells[table.path(row, column)] = kept
        if beside is not None:
            self._beside.append((kept, beside))

    def _sources(self, given: file.WrittenCell) -> Iterator[dict[str, Any]]:
        """Where else the figure lives or stands, in the order in which `programmes` says it."""
        if given.same:
            yield {"origin": Origin.SAME, "of": self._named(given.same)}
        for path in given.sum:
            yield {"origin": Origin.PART, "of": self._named(path)}
        if given.term:
            yield {"origin": Origin.TERM, "text": given.term}
        for again in given.printed_again:
            yield {"origin": Origin.PRINTED, "place": again.place, "text": again.text}

    def _named(self, path: str) -> PlanCell:
        """The cell with this path. Refuses an empty one (`tables_of` has refused one that does not exist)."""
        if path not in self._cells:
            raise EmptyCellNamed(path=path)
        return self._cells[path]


def _column(column: file.WrittenColumn) -> dict[str, Any]:
    """A column with its formula, if it has one."""
    formula = next((name for name in FORMULAS if getattr(column, name)), "")
    return {
        "key": column.key,
        "label": column.label,
        "unit": column.unit,
        "adds": column.adds,
        "formula": formula,
        "of": " ".join(getattr(column, formula)) if formula else "",
        "digits": column.digits,
    }


def _value(cell: Cell, column: Column, unit: str) -> dict[str, Any]:
    """The value, in the field of its kind: per cent, won or a count."""
    if cell.value is None:
        return {}
    if isinstance(cell.value, Decimal):
        return {"percent": str(cell.value)}
    is_money = own_unit(cell.printed, unit or column.unit).base == WON
    if not is_money and abs(cell.value) > LIMIT:
        raise TooMany(found=cell.printed)
    return {"won": Won(cell.value)} if is_money else {"count": cell.value}
