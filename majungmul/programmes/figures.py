"""숫자 — every figure of a plan in one flat list, each with the words that lead to it and its year."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from majungmul.programmes.plan import Plan
from majungmul.programmes.plan_cells import NOTHING, PERCENT, UNKNOWN, own_unit
from majungmul.programmes.plan_tables import tables_of
from majungmul.values.table import Cell, Column, Row, Table, Totals

COMPUTED = ".computed"
YEAR = re.compile(
    r"(?<![0-9])(?:(?P<whole>20[0-9]{2})(?![0-9])|[‘’'](?P<short>[0-9]{2})|(?P<bare>[0-9]{2})년)"
)
SUBTOTAL = "소계"


@dataclass(frozen=True, slots=True)
class Figure:
    """숫자 — `amount` in `unit`: won as int, a count as int, % as a decimal string.

    None where the paper says 미정, or `-` for a rate that is not offered; 0 where it prints `-` for an
    amount. `printed` is as in the paper, "" for a sum that we worked out.
    """

    path: str
    label: str
    amount: int | str | None
    unit: str
    printed: str


def figures_of(plan: Plan) -> list[Figure]:
    """숫자 — all figures of the plan, table by table, in reading order; words and empty cells are none."""
    return [figure for table in tables_of(plan) for figure in _figures(table, plan.year)]


def with_computed(figures: Iterable[Figure], computed: Mapping[str, int | Decimal]) -> list[Figure]:
    """The same, with the computed sum (`path.computed`) right after each printed total that has one."""
    found = []
    for figure in figures:
        found.append(figure)
        if figure.path in computed:
            amount = _amount(computed[figure.path], figure.unit)
            path, label = f"{figure.path}{COMPUTED}", f"{figure.label} · 계산한 합"
            found.append(Figure(path, label, amount, figure.unit, ""))
    return found


def _figures(table: Table, year: int) -> Iterator[Figure]:
    """The figures of a table; those without a year in their words are of the plan's."""
    for index, row in enumerate(table.rows):
        for column, cell in zip(table.columns, row.cells, strict=True):
            if _is_figure(cell, column):
                unit = own_unit(cell.printed, column.unit).base
                label = _label(table, index, column, year)
                yield Figure(table.path(row, column), label, _amount(cell.value, unit), unit, cell.printed)


def _is_figure(cell: Cell, column: Column) -> bool:
    """Whether it is a figure, or stands for one that is unknown or not offered."""
    is_nothing = cell.printed == NOTHING and column.unit == PERCENT
    return cell.value is not None or cell.printed == UNKNOWN or is_nothing


def _amount(value: int | Decimal | None, unit: str) -> int | str | None:
    """Won and counts are ints, % is a decimal string."""
    if value is None:
        return None
    return str(value) if unit == PERCENT else int(value)


def _label(table: Table, index: int, column: Column, year: int) -> str:
    """The words of table, rows above, row and column; the year first, where they do not write it out."""
    row = table.rows[index]
    words = [cell.printed for cell, of in zip(row.cells, table.columns, strict=True) if _is_words(cell, of)]
    label = " · ".join([table.title, *_above(table, index), row.label, *words, column.label])
    own = _year([column.label, row.label, table.title]) or year
    return label if str(own) in label else f"{own}년 · {label}"


def _is_words(cell: Cell, column: Column) -> bool:
    """Whether the cell holds words about its row (a partner, goods, a place)."""
    return bool(cell.printed) and cell.value is None and not column.unit


def _year(texts: Sequence[str]) -> int | None:
    """The first year that one of the texts names: 2017, ‘17, 17년."""
    for text in texts:
        if found := YEAR.search(text):
            return int(found["whole"] or f"20{found['short'] or found['bare']}")
    return None


def _above(table: Table, index: int) -> list[str]:
    """The labels of the rows that a row belongs to, outermost first; the whole (level 0) is left out."""
    others = table.rows[index + 1 :] if table.totals is Totals.LAST else table.rows[:index][::-1]
    found: list[Row] = []
    level = table.rows[index].level
    for row in others:
        if 0 < row.level < level:
            found.insert(0, row)
        level = min(level, row.level)
    return [row.label.removesuffix(SUBTOTAL).strip() for row in found]
