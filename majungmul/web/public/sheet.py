"""올린 표 — cells that somebody brought, as a table that proof can check; and what could not be told of them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from majungmul.formats.grid import Grid, letters
from majungmul.proof.unit import MONEY, Measure, measure
from majungmul.proof.written import read
from majungmul.values.mistake import Mistaken
from majungmul.values.refusal import Refusal
from majungmul.values.table import Cell, Column, Row, Table, Value
from majungmul.values.written import visible
from majungmul.web.public.sheet_formulas import with_formulas
from majungmul.web.public.sheet_levels import levels_of

MOST_ROWS, MOST_COLUMNS = 1_000, 30
LONGEST = 500
MOSTLY = 0.6
UNIT = re.compile(r"단위\s*[:：]?\s*[(\[]?\s*([가-힣]*원|%)")
IN_BRACKETS = re.compile(r"[(\[]\s*([가-힣%]+)\s*[)\]]\s*$")
OWN_UNIT = re.compile(r"[0-9]\s*([가-힣]*원|%)$")
YEAR = re.compile(r"[’']?(?:19|20)?[0-9]{2}\s*(?:년.*)?|(?:19|20)[0-9]{2}")
SERIAL = re.compile(r"(?:연번|순번|번호|no\.?|#)", re.IGNORECASE)
RATIOS = re.compile(r"율$|률$|비율|대비|%")
BRACKETED = re.compile(r"\(\s*([0-9][0-9,.]*)\s*\)")


class NoTable(Refusal):
    """표가 아님."""

    sentence = "숫자가 든 표를 찾지 못했습니다. 첫 행에 열 이름을, 다음 행부터 숫자를 적어 주십시오."


class TableTooLarge(Refusal):
    """너무 큰 표."""

    sentence = "표가 너무 큽니다({rows}행 {columns}열). 1,000행 30열까지 보니 나누어 올려 주십시오."


Line = tuple[int, list[str]]
"""A row by the number that a spreadsheet shows, with as many cells as the widest has."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """올린 표 — its cells as they came, where the table's rows and columns stand in them, and what is untold."""

    lines: list[Line]
    first: int
    table: Table
    places: list[int]
    labels: list[int]
    untold: list[str]


def sheet_of(grid: Grid) -> Sheet:
    """표로 읽기 — heading, labels, figures, units, totals and formulas. Refuses what has no figures, or too many."""
    lines = _lines(grid)
    first = _first(lines)
    head, body = _heading(lines, first), lines[first:]
    figures = [place for place in range(len(head)) if _is_of_figures(head[place], body, place)]
    if not figures or not body:
        raise Mistaken(grid.mistakes) if grid.mistakes else NoTable
    labels = [place for place in range(figures[0]) if place not in figures]
    common = _common_unit(lines[:first])
    columns = tuple(_column(head, body, place, common) for place in figures)
    untold = [
        *_unlooked(head, body, [place for place in range(figures[0], len(head)) if place not in figures])
    ]
    rows = [_row(number, cells, labels, figures, columns, untold) for number, cells in body]
    untold += list(grid.unreadable.values()) + [str(each) for each in grid.mistakes]
    table = _levelled(
        Table("sheet", "올린 표", common, columns, tuple(rows)), [_marked(c, labels) for _, c in body], untold
    )
    if not any(column.unit in MONEY for column in columns):
        untold.append(
            "단위를 찾지 못해 적힌 숫자 그대로 견주었습니다. ‘(단위: 천원)’처럼 적으면 단위까지 봅니다."
        )
    return Sheet(lines, first, with_formulas(table, untold), figures, labels, untold)


def _lines(grid: Grid) -> list[Line]:
    """The rows that say something, all as wide as the widest."""
    lines = [(number, [visible(cell[:LONGEST]) for cell in cells]) for number, cells in grid.rows]
    lines = [(number, cells) for number, cells in lines if any(cells)]
    width = max((place + 1 for _, cells in lines for place, cell in enumerate(cells) if cell), default=0)
    if len(lines) > MOST_ROWS or width > MOST_COLUMNS:
        raise TableTooLarge(rows=f"{len(lines):,}", columns=f"{width:,}")
    return [(number, [*cells[:width], *[""] * (width - len(cells))]) for number, cells in lines]


def _first(lines: Sequence[Line]) -> int:
    """Where the body begins: after the first row of names, and the rows that go on with it."""
    for index, (_, cells) in enumerate(lines[:20]):
        named = [cell for cell in cells if cell]
        if len(named) > 1 and all(_is_name(cell) for cell in named):
            end = index + 1
            while end < len(lines) and not lines[end][1][0] and all(_is_name(c) for c in lines[end][1] if c):
                end += 1
            return end
        if len(named) > 1:
            break
    return next((index for index, (_, cells) in enumerate(lines) if sum(map(bool, cells)) > 1), len(lines))


def _heading(lines: Sequence[Line], first: int) -> list[str]:
    """The names of the columns; a column without one is called by its letter."""
    width = len(lines[0][1]) if lines else 0
    begin = next((i for i in range(first) if sum(map(bool, lines[i][1])) > 1), first)
    head = [
        " ".join(filter(None, (lines[i][1][place] for i in range(begin, first)))) for place in range(width)
    ]
    return [name or f"{letters(place)}열" for place, name in enumerate(head)]


def _is_name(cell: str) -> bool:
    return YEAR.fullmatch(cell) is not None or _figure(cell, "") is None


def _figure(cell: str, unit: str) -> Value:
    """The value of a cell in a column of this unit; None for what is no figure of its kind."""
    written = read(_plain(cell), unit) or (read(_plain(cell), "원") if not unit else None)
    if written is None or written.value is None or (unit and written.measure is not measure(unit)):
        return None
    if measure(unit) is Measure.RATIO:
        return written.value
    return int(written.value) if written.value == int(written.value) else None


def _plain(cell: str) -> str:
    """A negative amount in brackets as one with a sign."""
    found = BRACKETED.fullmatch(cell)
    return f"△{found[1]}" if found else cell


def _is_of_figures(name: str, body: Sequence[Line], place: int) -> bool:
    """Whether most of what stands in a column are figures, and it is no column of serial numbers."""
    cells = [cells[place] for _, cells in body if cells[place]]
    figures = [cell for cell in cells if _figure(cell, "") is not None or _figure(cell, "%") is not None]
    has_digit = any(re.search(r"[0-9]", cell) for cell in figures)
    is_serial = SERIAL.fullmatch(name.strip()) or (place == 0 and _counts_up(cells))
    return has_digit and not is_serial and len(figures) >= MOSTLY * len(cells)


def _counts_up(cells: Sequence[str]) -> bool:
    numbers = [cell for cell in cells if cell.isdecimal()]
    return len(numbers) > 1 and numbers == [str(number) for number in range(1, len(numbers) + 1)]


def _common_unit(above: Sequence[Line]) -> str:
    """The unit that stands above the table; empty where none does."""
    found = UNIT.search(" ".join(cell for _, cells in above for cell in cells))
    return found[1] if found and (found[1] in MONEY or found[1] == "%") else ""


def _column(head: Sequence[str], body: Sequence[Line], place: int, common: str) -> Column:
    name = head[place]
    bracket = IN_BRACKETS.search(name)
    own = [found[1] for _, cells in body if (found := OWN_UNIT.search(cells[place]))]
    if bracket and (bracket[1] in MONEY or bracket[1] == "%"):
        unit = bracket[1]
    elif RATIOS.search(name):
        unit = "%"
    elif len(own) * 2 > sum(bool(cells[place]) for _, cells in body):
        unit = max(set(own), key=own.count)
    else:
        unit = common if common in MONEY and not re.search(r"건수|인원|수량|횟수|개수|명$|회$", name) else ""
    return Column(f"c{place}", name, unit, adds=unit != "%" and "단가" not in name)


def _row(
    number: int,
    cells: Sequence[str],
    labels: Sequence[int],
    figures: Sequence[int],
    columns: Sequence[Column],
    untold: list[str],
) -> Row:
    """A row; a cell that cannot be read is left out of the check, and told."""
    label = " ".join(filter(None, (cells[place] for place in labels))) or f"{number}행"
    read_cells = []
    for place, column in zip(figures, columns, strict=True):
        text = _plain(cells[place])
        value = _figure(text, column.unit)
        if value is None and re.search(r"[0-9]", text):
            untold.append(
                f"{number}행 ‘{column.label}’의 ‘{text[:30]}’은(는) 숫자로 읽지 못해 빼고 보았습니다."
            )
        read_cells.append(Cell(text if value is not None else "", value))
    return Row(f"r{number}", label, 0, tuple(read_cells))


def _marked(cells: Sequence[str], labels: Sequence[int]) -> list[str]:
    return [cells[place] for place in labels if cells[place]]


def _levelled(table: Table, named: Sequence[Sequence[str]], untold: list[str]) -> Table:
    levels, totals = levels_of(named, untold)
    rows = tuple(replace(row, level=level) for row, level in zip(table.rows, levels, strict=True))
    return replace(table, rows=rows, totals=totals)


def _unlooked(head: Sequence[str], body: Sequence[Line], places: Sequence[int]) -> list[str]:
    """Columns of words behind the first figures."""
    names = [f"‘{head[place]}’" for place in places if any(cells[place] for _, cells in body)]
    return [f"{', '.join(names)} 열은 숫자가 아니어서 보지 않았습니다."] if names else []
