"""기록 — the rows of a file by the column names handed in, or every mistake in it at once."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from majungmul.formats.grid import Grid, letters
from majungmul.formats.headings import ColumnName, Heading, Row, find_heading, last
from majungmul.formats.source import EmptyFile, read_grid
from majungmul.values.mistake import Mistake, Mistaken
from majungmul.values.refusal import Refusal
from majungmul.values.written import clean, shown, visible

__all__ = ["ColumnName", "PartlyRead", "Record", "read_records"]

LONGEST_CELL = 10_000
TOTALS = {"합계", "총합계", "총계", "계", "소계", "누계", "total", "sum", "subtotal", "grandtotal"}


class NoRows(Refusal):
    """내용이 없음."""

    sentence = "열 이름만 있고 내용이 없습니다. 다음 행부터 한 행에 한 건씩 적어 주십시오."


class TotalRow(Refusal):
    """합계 행."""

    sentence = "‘{found}’ 행이 들어 있습니다. 합계는 따로 계산하니 이 행을 지우고 한 건씩만 남겨 주십시오."


class ExtraCells(Refusal):
    """남는 칸."""

    sentence = (
        "열 이름은 {width}개인데 칸이 {count}개 적혀 있습니다. "
        "남는 칸을 지우거나, 값 속의 쉼표를 빼거나 값을 큰따옴표로 묶어 주십시오."
    )


class UnnamedColumn(Refusal):
    """이름 없는 열."""

    sentence = (
        "열 이름이 비었는데 {row}행에 값이 있습니다. 합친 칸을 풀고 열 이름을 적거나 열을 지워 주십시오."
    )


class LongCell(Refusal):
    """긴 칸."""

    sentence = (
        "한 칸에 {count}자가 적혀 있습니다(1만 자까지). 여러 칸이 붙지 않았는지 확인하고 줄여 적어 주십시오."
    )


@dataclass(frozen=True, slots=True)
class Record:
    """기록 — one row: its number as a person sees it, and its cells by column name ("" for an empty one)."""

    row: int
    cells: dict[str, str]
    headings: dict[str, str]

    def place(self, column: str) -> str:
        """`3행 ‘원금’ 열`: the cell, in the words of the file."""
        return f"{self.row}행 ‘{self.headings.get(column, column)}’ 열"


class PartlyRead(Mistaken):
    """일부만 읽음 — mistakes in some rows; `records` are the others, whose values can still be checked."""

    def __init__(self, mistakes: Sequence[Mistake], records: Sequence[Record]) -> None:
        """Keep the mistakes, and the records that could be read."""
        self.records = list(records)
        super().__init__(mistakes)


def read_records(path: Path, columns: Sequence[ColumnName]) -> list[Record]:
    """The rows of a CSV or XLSX file. Raises `Mistaken` with all mistakes of the file at once.

    Where only rows are at fault it raises `PartlyRead`, which holds the records of the other rows.
    """
    grid = read_grid(path)
    rows = [row for row in grid.rows if any(map(visible, row[1]))]
    if not rows:
        raise Mistaken(grid.mistakes) if grid.mistakes else EmptyFile
    heading, in_heading = find_heading(rows, columns)
    in_heading += _unnamed(heading, rows[1:])
    if len(rows) == 1 and not grid.mistakes:
        in_heading.append(Mistake(f"{heading.row}행", str(NoRows())))
    by_row = [(row, list(_mistakes(row, heading, grid))) for row in rows[1:]]
    in_rows = [*(mistake for _, mistakes in by_row for mistake in mistakes), *grid.mistakes]
    if in_heading:
        raise Mistaken([*in_heading, *in_rows])
    records = [_record(row, heading, columns) for row, mistakes in by_row if not mistakes]
    if in_rows:
        raise PartlyRead(in_rows, records)
    return records


def _record(row: Row, heading: Heading, columns: Sequence[ColumnName]) -> Record:
    """The row by column name; a column that the file does not have is empty."""
    number, cells = row
    found = {name: visible(cells[place]) for name, place in heading.places.items() if place < len(cells)}
    return Record(number, {column.name: found.get(column.name, "") for column in columns}, heading.names)


def _unnamed(heading: Heading, rows: Sequence[Row]) -> Iterator[Mistake]:
    """Columns without a name, before the last named one, that hold values."""
    for place in range(heading.width):
        if heading.written[place]:
            continue
        under = (number for number, cells in rows if place < len(cells) and visible(cells[place]))
        first = next(under, None)
        if first is not None:
            yield Mistake(f"{heading.row}행 {letters(place)}열", str(UnnamedColumn(row=first)))


def _mistakes(row: Row, heading: Heading, grid: Grid) -> Iterator[Mistake]:
    """What is wrong with a row, its values apart."""
    number, cells = row
    first = next(filter(visible, cells))
    if re.sub(r"[\s:]", "", clean(first[:LONGEST_CELL])).casefold() in TOTALS:
        yield Mistake(f"{number}행", str(TotalRow(found=shown(first))))
        return
    width = heading.width
    if any(map(visible, cells[width:])):
        yield Mistake(f"{number}행", str(ExtraCells(width=width, count=f"{last(cells):,}")))
    longest = max(map(len, cells))
    if longest > LONGEST_CELL:
        yield Mistake(f"{number}행", str(LongCell(count=f"{longest:,}")))
    for name, place in heading.places.items():
        if (number, place) in grid.unreadable:
            yield Mistake(f"{number}행 ‘{heading.names[name]}’ 열", grid.unreadable[number, place])
