"""XLSX 파일 — the first sheet of a workbook as cells of text."""

import math
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from io import BytesIO

from majungmul.formats.grid import Grid, Place
from majungmul.formats.xlsx_cells import MOST_CELLS, look_over
from majungmul.formats.xlsx_package import DamagedWorkbook, Package, TooMuchInside, unpack
from majungmul.values.refusal import Refusal

Value = int | float | str | bool | date | datetime | time | timedelta
Ranges = list[tuple[Place, Place]]


class YesOrNo(Refusal):
    """참·거짓."""

    sentence = "참·거짓 값 ‘{found}’이(가) 들어 있습니다. 숫자나 글자로 적어 주십시오."


class TimeOfDay(Refusal):
    """시각."""

    sentence = "시각 ‘{found}’(으)로 되어 있습니다. 칸의 표시 형식을 ‘텍스트’로 바꾸고 다시 적어 주십시오."


class NoNumber(Refusal):
    """수가 아닌 값."""

    sentence = "수로 읽을 수 없는 값이 들어 있습니다. 값을 다시 적어 주십시오."


class MergedCell(Refusal):
    """합친 칸."""

    sentence = "다른 칸과 합쳐져 있습니다. 합친 칸을 풀고 칸마다 값을 적어 주십시오."


def read_xlsx(data: bytes) -> Grid:
    """The cells of the first sheet that is not hidden, with the row numbers that a spreadsheet shows."""
    package = unpack(data)
    broken = look_over(package)
    (top, left), values, ranges = _values(package)
    lines = {
        number: [""] * left + [text_of(value) for value in row] for number, row in enumerate(values, top + 1)
    }
    unreadable = _merged(ranges, lines) | _odd(values, top, left)
    for (number, column), (text, sentence) in broken.items():
        line = lines.setdefault(number, [])
        line.extend([""] * (column + 1 - len(line)))
        line[column] = text
        unreadable[number, column] = sentence
    return Grid(rows=sorted(lines.items()), unreadable=unreadable)


def _values(package: Package) -> tuple[Place, list[list[Value]], Ranges]:
    """Where the used range of the sheet begins, its values, and its merged ranges (all from 0)."""
    # A list in CSV need not wait for a library that reads workbooks.
    from python_calamine import CalamineError, CalamineWorkbook  # noqa: PLC0415

    try:
        with CalamineWorkbook.from_filelike(BytesIO(package.workbook)) as workbook:
            sheet = workbook.get_sheet_by_name(package.sheet)
            values: list[list[Value]] = [list(row) for row in sheet.to_python()]
            return sheet.start or (0, 0), values, sheet.merged_cell_ranges or []
    except CalamineError:
        raise DamagedWorkbook from None


def _merged(ranges: Ranges, lines: dict[int, list[str]]) -> dict[Place, str]:
    """The cells that are hidden under another one: whose value is theirs, nobody can tell."""
    last = max(lines, default=0)
    width = max(map(len, lines.values()), default=0)
    sentence = str(MergedCell())
    covered: dict[Place, str] = {}
    room = MOST_CELLS
    for (top, left), (bottom, right) in ranges:
        numbers = range(top + 1, min(bottom + 1, last) + 1)
        columns = range(left, min(right + 1, width))
        room -= len(numbers) * len(columns)
        if room < 0:
            raise TooMuchInside
        covered |= {(number, column): sentence for number in numbers for column in columns}
        covered.pop((top + 1, left), None)
    return covered


def _odd(values: list[list[Value]], top: int, left: int) -> dict[Place, str]:
    """The cells that hold neither text, nor a number, nor a date."""
    return {
        (number, column): str(reason)
        for number, row in enumerate(values, top + 1)
        for column, value in enumerate(row, left)
        if not isinstance(value, str) and (reason := _objection(value))
    }


def _objection(value: Value) -> Refusal | None:
    """What is wrong with a value, if anything."""
    match value:
        case bool():
            return YesOrNo(found=text_of(value))
        case time() | timedelta():
            return TimeOfDay(found=text_of(value))
        case float() if not math.isfinite(value):
            return NoNumber()
        case _:
            return None


def text_of(value: Value) -> str:
    """A cell as text: `5000000`, `0.5`, `2018-05-10`."""
    match value:
        case str():
            return value
        case bool():
            return str(value).upper()
        case int() | float():
            return _number(value)
        case datetime():
            return value.isoformat(" ").removesuffix(" 00:00:00")
        case _:
            return str(value)


def _number(value: float) -> str:
    """A number without an exponent; a whole one without `.0`."""
    if not math.isfinite(value):
        return str(value)
    return str(int(value)) if value == int(value) else format(Decimal(repr(value)), "f")
