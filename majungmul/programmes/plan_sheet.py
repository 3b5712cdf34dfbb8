"""적힌 표의 칸 — a written cell as printed, as value, and wherever its figure stands again."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from difflib import get_close_matches

from majungmul.programmes import plan_cells, plan_terms
from majungmul.programmes.plan import Given, Plan, WrittenCell, WrittenColumn, WrittenRow, WrittenTable
from majungmul.programmes.specification import specification
from majungmul.values.refusal import Refusal
from majungmul.values.table import Again, Cell, Value


class NoSuchFigure(Refusal):
    """없는 숫자."""

    sentence = "지원계획이 가리키는 숫자 ‘{path}’이(가) 없습니다. 표.행.열 꼴로 적어 주십시오.{near}"


class PrintedMissing(Refusal):
    """인쇄된 글 없음."""

    sentence = (
        '‘{path}’은(는) 다른 곳의 값을 가리킵니다. 이 표에 적힌 그대로를 printed = "…"로 적어 주십시오.'
    )


class CellsMissing(Refusal):
    """칸 수."""

    sentence = '‘{table}.{row}’의 칸이 {cells}개인데 열은 {columns}개입니다. 빈칸도 ""로 적어 주십시오.'


@dataclass(frozen=True, slots=True)
class Spot:
    """자리 — one written cell: its table, row and column, and what is written there."""

    table: WrittenTable
    row: WrittenRow
    column: WrittenColumn
    given: Given

    @property
    def unit(self) -> str:
        """The unit of its column."""
        return unit_in(self.table, self.column)

    @property
    def path(self) -> str:
        """`table.row.column`."""
        return f"{self.table.key}.{self.row.key}.{self.column.key}"

    @property
    def printed(self) -> str:
        """As the paper prints it. Refuses (PrintedMissing) a reference that does not say so."""
        given = self.given
        if isinstance(given, int | Decimal):
            return plan_cells.print_number(given)
        if isinstance(given, date | str):
            return str(given)
        if given.printed is None and given.amount is None:
            raise PrintedMissing(path=self.path)
        return given.printed or f"{plan_cells.print_number(given.amount or 0)}{given.unit or ''}"

    @property
    def value(self) -> Value:
        """In won, in a count, or in per cent; None in words and where nothing is known or offered."""
        given, unit = self.given, self.unit
        if isinstance(given, int | Decimal):
            return plan_cells.value_of(given, unit)
        if isinstance(given, WrittenCell):
            unit = given.unit or unit
            return (
                plan_cells.read(self.printed, unit)
                if given.amount is None
                else plan_cells.value_of(given.amount, unit)
            )
        return plan_cells.read(str(given), unit) if unit and not isinstance(given, date) else None


class Sheet:
    """적힌 표 모두 — every written cell of a plan by its path."""

    def __init__(self, plan: Plan) -> None:
        """All cells. Refuses (CellsMissing) a row with more or fewer cells than columns."""
        self.plan = plan
        self.spots = {
            spot.path: spot for table in plan.tables for row in table.rows for spot in spots_of(table, row)
        }

    def cell(self, spot: Spot, more: Sequence[Again]) -> Cell:
        """The cell as proof, figures and readers know it; `more` is where else it stands."""
        return Cell(spot.printed, spot.value, (*self._again(spot), *more))

    def label(self, row: WrittenRow) -> str:
        """The row's own words, or the name of the programme or line that is its key."""
        if row.label is not None:
            return row.label
        programme, _, line = row.key.partition(".")
        found = specification(self.plan.jurisdiction, programme)
        return found.line(line).label if line else found.name

    def _again(self, spot: Spot) -> Iterator[Again]:
        """Where the value lives and where it is printed again, for proof to compare."""
        given = spot.given
        if not isinstance(given, WrittenCell):
            return
        if given.same:
            source = self._spot(given.same)
            yield Again(self._words(source), plan_cells.with_unit(source.printed, source.unit))
        if given.sum:
            parts = [self._spot(path) for path in given.sum]
            whole = sum(part.value or 0 for part in parts)
            yield Again(" + ".join(map(self._words, parts)), f"{whole:,}{plan_cells.unit_of(spot.unit).base}")
        if given.term:
            yield Again(f"사업 명세 {given.term}", self._term(given.term, spot.unit))
        yield from (Again(again.place, again.text) for again in given.printed_again)

    def _term(self, term: str, unit: str) -> str:
        """A term as it holds on the first day of the year, in words."""
        day = date(self.plan.year, 1, 1)
        return plan_terms.in_words(
            plan_terms.term_at(term, jurisdiction=self.plan.jurisdiction, day=day), unit
        )

    def _spot(self, path: str) -> Spot:
        """The cell with this path. Refuses (NoSuchFigure) another."""
        if path not in self.spots:
            near = get_close_matches(path, self.spots, n=1)
            hint = f" ‘{near[0]}’을(를) 뜻한 것이 아닌지 확인해 주십시오." if near else ""
            raise NoSuchFigure(path=path, near=hint)
        return self.spots[path]

    def _words(self, spot: Spot) -> str:
        """The words that lead to a cell."""
        return f"{spot.table.title} · {self.label(spot.row)} · {spot.column.label}"


def spots_of(table: WrittenTable, row: WrittenRow) -> list[Spot]:
    """The cells of a row. Refuses (CellsMissing) more or fewer than columns."""
    if len(row.cells) != len(table.columns):
        raise CellsMissing(table=table.key, row=row.key, cells=len(row.cells), columns=len(table.columns))
    return [Spot(table, row, column, given) for column, given in zip(table.columns, row.cells, strict=True)]


def unit_in(table: WrittenTable, column: WrittenColumn) -> str:
    """The unit of a column, which is the table's where it has none of its own."""
    return table.unit if column.unit is None else column.unit
