"""CSV 파일 — text with a delimiter: read in the encodings that people have, written for spreadsheets."""

import csv
import re
from collections.abc import Iterable, Sequence
from datetime import date
from io import StringIO
from pathlib import Path

from majungmul.formats.encoding import decode
from majungmul.formats.grid import Grid
from majungmul.values.mistake import Mistake
from majungmul.values.refusal import Refusal
from majungmul.values.won import Won

DELIMITERS = ",\t;"
DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
NEGATIVE_NUMBER = re.compile(r"-[0-9][0-9,]*(?:\.[0-9]+)?")

Written = str | int | Won | date | None


class OpenQuote(Refusal):
    """닫히지 않은 큰따옴표."""

    sentence = '큰따옴표(")의 짝이 맞지 않습니다. 닫는 따옴표를 적거나 따옴표를 지워 주십시오.'


class EndlessCell(Refusal):
    """끝없는 칸."""

    sentence = (
        '한 칸의 글자가 너무 많습니다(1만 자까지). 큰따옴표(")를 닫지 않았는지 확인하고 줄여 적어 주십시오.'
    )


class AlreadyThere(Refusal):
    """이미 있는 파일."""

    sentence = "‘{path}’ 파일이 이미 있어 덮어쓰지 않았습니다. 다른 이름을 적거나 그 파일을 옮겨 주십시오."


class CannotWrite(Refusal):
    """쓸 수 없는 자리."""

    sentence = "‘{path}’에 파일을 쓸 수 없습니다. 폴더가 있는지, 쓸 권한과 빈자리가 있는지 확인해 주십시오."


def read_csv(data: bytes) -> Grid:
    """The cells of a CSV file. A row whose quotes do not match ends the reading, and is named."""
    text = decode(data)
    reader = csv.reader(
        StringIO(text, newline=""),
        delimiter=delimiter_of(text),
        strict=True,
        skipinitialspace=True,
    )
    grid = Grid(rows=[])
    try:
        grid.rows.extend(enumerate(reader, 1))
    except csv.Error as error:
        reason = EndlessCell() if "larger" in str(error) else OpenQuote()
        grid.mistakes.append(Mistake(f"{len(grid.rows) + 1}행", str(reason)))
    return grid


def delimiter_of(text: str) -> str:
    """The most frequent of comma, tab and semicolon in the first line (of ten) that has any of them."""
    for line in StringIO(text[:100_000]).readlines()[:10]:
        outside_quotes = re.sub(r'"[^"]*"', "", line)
        counts = [outside_quotes.count(delimiter) for delimiter in DELIMITERS]
        if any(counts):
            return DELIMITERS[counts.index(max(counts))]
    return ","


def write_csv(path: Path, headings: Sequence[str], rows: Iterable[Sequence[Written]]) -> None:
    """Write a CSV file that spreadsheets open rightly (UTF-8 with BOM). An existing file is left alone."""
    content = csv_of(headings, rows)
    try:
        with path.open("xb") as file:
            file.write(content)
    except FileExistsError:
        raise AlreadyThere(path=path) from None
    except OSError:
        raise CannotWrite(path=path) from None


def csv_of(headings: Sequence[str], rows: Iterable[Sequence[Written]]) -> bytes:
    """A CSV file that spreadsheets open rightly (UTF-8 with BOM), as the bytes of it."""
    text = StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow([_harmless(heading) for heading in headings])
    writer.writerows([_harmless(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def _harmless(cell: Written) -> str:
    """The cell as text; a text that a spreadsheet would run as a formula gets an apostrophe before it."""
    if isinstance(cell, Won):
        return str(cell.amount)
    if isinstance(cell, str):
        is_formula = cell.startswith(DANGEROUS) and not NEGATIVE_NUMBER.fullmatch(cell)
        return f"'{cell}" if is_formula else cell
    return "" if cell is None else str(cell)
