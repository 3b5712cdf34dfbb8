"""자리 — one cell of a table, which knows its row, its column and how to say where it stands."""

from collections.abc import Iterator
from dataclasses import dataclass

from majungmul.proof.finding import Finding, Kind
from majungmul.proof.tree import parents
from majungmul.proof.unit import Number, amount, figure, gap, in_won
from majungmul.proof.words import quoted, ro
from majungmul.values.table import Cell, Column, Row, Table, Value


@dataclass(frozen=True, slots=True)
class Spot:
    """자리 — a cell: its table, the position of its row, its column."""

    table: Table
    index: int
    column: Column

    @property
    def row(self) -> Row:
        """The row it stands in."""
        return self.table.rows[self.index]

    @property
    def cell(self) -> Cell:
        """What stands there."""
        return self.row.cells[self.table.column(self.column.key)]

    @property
    def value(self) -> Value:
        """The value that stands there."""
        return self.cell.value

    @property
    def line(self) -> str:
        """The label of its row, in quotes."""
        return quoted(self.row.label)

    @property
    def heading(self) -> str:
        """The label of its column, in quotes."""
        return quoted(self.column.label)

    @property
    def place(self) -> str:
        """The words that lead to it: title > rows above > row > column."""
        return place(self.table, self.index, self.column.label)

    def beside(self, key: str) -> "Spot":
        """The spot of the same row in another column."""
        return Spot(self.table, self.index, self.table.columns[self.table.column(key)])


def spots(table: Table) -> Iterator[Spot]:
    """Every cell of a table, in reading order."""
    return (Spot(table, index, column) for index in range(len(table.rows)) for column in table.columns)


def place(table: Table, index: int, *more: str) -> str:
    """위치 — the words that lead to a row: title > rows above > row, and what follows."""
    above = parents(table)
    labels: list[str] = []
    step: int | None = index
    while step is not None:
        labels.insert(0, table.rows[step].label)
        step = above[step]
    return " > ".join(" ".join(words.split()) for words in (table.title, *labels, *more))


def disagreement(kind: Kind, spot: Spot, expected: Number, how: str) -> list[Finding]:
    """불일치 — one finding where a printed value is not the expected one; `how` says how that is worked out.

    Nothing where the spot has no value.
    """
    value, unit = spot.value, spot.column.unit
    if value is None or value == expected:
        return []
    wrong, less = amount(value, unit), value - expected
    sentence = f"{how} {amount(expected, unit)}인데 {wrong}{ro(wrong)} 적혀 있습니다({gap(less, unit)})."
    return [
        Finding(
            kind,
            spot.place,
            spot.cell.printed.strip() or figure(value, unit),
            figure(expected, unit),
            in_won(less, unit),
            sentence,
        )
    ]
