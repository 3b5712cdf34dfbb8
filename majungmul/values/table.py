"""표 — a table of figures as a paper prints it: what programmes make, formats read, proof checks."""

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

Value = int | Decimal | None
"""Whole won, a count, or an exact decimal (a ratio in %); None where the paper says 미정 or nothing."""


class Totals(Enum):
    """합계의 자리 — where a total stands beside its direct parts."""

    FIRST = "앞"
    LAST = "뒤"
    NONE = "없음"


@dataclass(frozen=True, slots=True)
class Again:
    """다시 인쇄된 곳 — the same figure printed in another place, perhaps in another unit."""

    place: str
    text: str


@dataclass(frozen=True, slots=True)
class Cell:
    """칸 — a figure as printed and as value. An empty cell is printed as "" and has no value."""

    printed: str = ""
    value: Value = None
    again: tuple[Again, ...] = ()


@dataclass(frozen=True, slots=True)
class Difference:
    """증감 — this column is one column less another (keys of columns)."""

    minuend: str
    subtrahend: str


@dataclass(frozen=True, slots=True)
class Ratio:
    """대비 — this column is one column over another, in %, to so many printed digits."""

    numerator: str
    denominator: str
    digits: int


@dataclass(frozen=True, slots=True)
class Product:
    """산출기초 — this column is the product of others; an empty factor is left out."""

    factors: tuple[str, ...]


Formula = Difference | Ratio | Product


@dataclass(frozen=True, slots=True)
class Column:
    """열 — key, words, and the unit its figures are printed in (백만원, 천원, 원, %, 건, 명 …).

    `adds` says that its totals are sums of their direct parts.
    """

    key: str
    label: str
    unit: str
    adds: bool = False
    formula: Formula | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """행 — key, words as printed (`가. 협동조합 …`), depth (0 is the whole), and a cell for each column."""

    key: str
    label: str
    level: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """표 — title, unit, columns, rows, and where totals stand."""

    key: str
    title: str
    unit: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    totals: Totals = Totals.NONE

    def __post_init__(self) -> None:
        """A row with more or fewer cells than columns is a bug."""
        for row in self.rows:
            if len(row.cells) != len(self.columns):
                message = f"{self.key}.{row.key}: {len(row.cells)} cells for {len(self.columns)} columns"
                raise ValueError(message)

    def column(self, key: str) -> int:
        """Where the column stands."""
        return next(index for index, column in enumerate(self.columns) if column.key == key)

    def path(self, row: Row, column: Column) -> str:
        """`table.row.column`: the one name of a figure."""
        return f"{self.key}.{row.key}.{column.key}"
