"""표에서 찾기 — a figure of a plan's tables by its path, and the words around it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from majungmul.programmes.plan_cells import with_unit
from majungmul.programmes.plan_sheet import NoSuchFigure
from majungmul.values.refusal import Refusal
from majungmul.values.table import Cell, Column, Row, Table
from majungmul.values.won import Won


class NotANumber(Refusal):
    """수가 아님."""

    sentence = "지원계획이 견주려는 ‘{path}’에 수가 없습니다(‘{printed}’). 수가 적힌 칸을 가리켜 주십시오."


@dataclass(frozen=True, slots=True)
class Place:
    """자리 — a cell with its table, row and column."""

    table: Table
    row: Row
    column: Column
    cell: Cell


@dataclass(frozen=True)
class View:
    """표에서 찾기 — asked by path. Refuses (NoSuchFigure, NotANumber) what is not there."""

    jurisdiction: str
    tables: Sequence[Table]
    places: dict[str, Place] = field(init=False)

    def __post_init__(self) -> None:
        """Every cell by its path."""
        places = {
            table.path(row, column): Place(table, row, column, cell)
            for table in self.tables
            for row in table.rows
            for column, cell in zip(table.columns, row.cells, strict=True)
        }
        object.__setattr__(self, "places", places)

    def count(self, path: str) -> int:
        """A whole number: won, people, months."""
        cell = self._at(path).cell
        if not isinstance(cell.value, int):
            raise NotANumber(path=path, printed=cell.printed)
        return cell.value

    def won(self, path: str) -> Won:
        """An amount of money."""
        return Won(self.count(path))

    def all_won(self, paths: Iterable[str]) -> tuple[Won, ...]:
        """Several amounts of money."""
        return tuple(self.won(path) for path in paths)

    def parts(self, column: str) -> tuple[str, ...]:
        """The paths of a whole column (`table.column`) but its totals (level 0)."""
        key, _, last = column.rpartition(".")
        found = [
            path
            for path, place in self.places.items()
            if (place.table.key, place.column.key) == (key, last) and place.row.level > 0
        ]
        if not found:
            raise NoSuchFigure(path=column, near="")
        return tuple(found)

    def printed(self, path: str) -> str:
        """As the paper prints it."""
        return self._at(path).cell.printed

    def full(self, path: str) -> str:
        """As the paper prints it, with the unit of its column."""
        place = self._at(path)
        return with_unit(place.cell.printed, place.column.unit)

    def title(self, path: str) -> str:
        """The title of its table."""
        return self._at(path).table.title

    def label(self, path: str) -> str:
        """The words of its row."""
        return self._at(path).row.label

    def above(self, path: str) -> str:
        """The words of the row above which it belongs to, or of its table where there is none."""
        place = self._at(path)
        rows = place.table.rows[: place.table.rows.index(place.row)]
        heads = [row.label for row in rows if row.level < place.row.level]
        return heads[-1] if heads else place.table.title

    def _at(self, path: str) -> Place:
        if path not in self.places:
            raise NoSuchFigure(path=path, near="")
        return self.places[path]
