"""지원계획의 쪽 — a table with its 검산 beside it: findings numbered on their cells, totals with their parts."""

from dataclasses import dataclass

from majungmul.proof import check, computed
from majungmul.proof.finding import Finding
from majungmul.proof.spot import Spot, place
from majungmul.proof.tree import parts
from majungmul.values.table import Column, Row, Table

MOST_PARTS = 30
DIFFERENCE = "difference"


@dataclass(frozen=True, slots=True)
class Marked:
    """표의 칸 — what is printed, the number of its finding (0: none), the sum behind it (empty: it is no total)."""

    printed: str
    label: str
    is_figure: bool
    number: int
    sums: str


@dataclass(frozen=True, slots=True)
class Line:
    """표의 줄 — its label, how deep, whether it is a total or a heading, its cells, the number of its finding."""

    label: str
    level: int
    is_total: bool
    is_heading: bool
    number: int
    cells: tuple[Marked, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """표와 검산 — its head and lines, what was found, how much was counted anew."""

    key: str
    title: str
    unit: str
    columns: tuple[Column, ...]
    lines: tuple[Line, ...]
    findings: tuple[tuple[int, Finding], ...]
    totals: int
    differences: int

    @property
    def is_wide(self) -> bool:
        """Whether it has more columns than a phone can show side by side."""
        return len(self.columns) > 5  # noqa: PLR2004 - what fits


def sheets(tables: list[Table]) -> list[Sheet]:
    """표와 검산 — of all tables in their order; findings are numbered through."""
    found, number = [], 0
    for table in tables:
        findings = tuple(enumerate(check([table]), number + 1))
        number += len(findings)
        found.append(_sheet(table, findings))
    return found


def _sheet(table: Table, findings: tuple[tuple[int, Finding], ...]) -> Sheet:
    numbers = {finding.place: number for number, finding in findings}
    below = parts(table)
    lines = tuple(_line(table, index, numbers, below.get(index, [])) for index in range(len(table.rows)))
    counted = [
        column for column in table.columns if column.formula and type(column.formula).__name__ == "Difference"
    ]
    return Sheet(
        key=table.key,
        title=table.title,
        unit=table.unit,
        columns=table.columns,
        lines=lines,
        findings=findings,
        totals=len(computed(table)),
        differences=len(counted)
        * len([row for row in table.rows if any(cell.printed for cell in row.cells)]),
    )


def _line(table: Table, index: int, numbers: dict[str, int], below: list[int]) -> Line:
    row = table.rows[index]
    return Line(
        label=row.label,
        level=row.level,
        is_total=bool(below),
        is_heading=not any(cell.printed.strip() for cell in row.cells),
        number=numbers.get(place(table, index), 0),
        cells=tuple(_cell(Spot(table, index, column), numbers, below) for column in table.columns),
    )


def _cell(spot: Spot, numbers: dict[str, int], below: list[int]) -> Marked:
    return Marked(
        printed=spot.cell.printed,
        label=spot.column.label,
        is_figure=bool(spot.column.unit) or spot.value is not None,
        number=numbers.get(spot.place, 0),
        sums=_sums(spot, [Spot(spot.table, part, spot.column) for part in below]) if spot.column.adds else "",
    )


def _sums(total: Spot, below: list[Spot]) -> str:
    """`가. 35 + 나. 40 = 75`: the parts of a total as they are printed, each with its row."""
    printed = [each for each in below if each.cell.printed.strip()]
    if not printed or not total.cell.printed.strip():
        return ""
    shown = " + ".join(f"{_short(each.row)} {each.cell.printed}" for each in printed[:MOST_PARTS])
    rest = f" + 그 밖의 {len(printed) - MOST_PARTS}줄" if len(printed) > MOST_PARTS else ""
    return f"{shown}{rest} → {total.cell.printed}"


def _short(row: Row) -> str:
    return f"‘{' '.join(row.label.split())}’"
