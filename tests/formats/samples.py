"""본보기 — the columns that a list of loans needs, and ways of making files of it."""

import zipfile
from collections.abc import Sequence
from pathlib import Path

import xlsxwriter

from majungmul.formats.records import ColumnName, read_records
from majungmul.values.mistake import Mistaken

COLUMNS = (
    ColumnName("id", ("대출번호", "번호")),
    ColumnName("kind", ("종류",)),
    ColumnName("principal", ("원금", "대출금액")),
    ColumnName("start", ("시작일", "대출일")),
    ColumnName("repayments", ("상환", "상환내역"), required=False),
)
HEADING = "대출번호,종류,원금,시작일\n"
ROW = "001,어음수표,5000000,2018-05-10\n"

SHEET, STRINGS = "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"
MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
GOOD: list[list[object]] = [["id", "kind", "principal", "start"], ["1", "bill", 5, "2018-05-10"]]


def csv(path: Path, content: str | bytes, encoding: str = "utf-8") -> Path:
    """Write a file of these bytes, or of this text in this encoding."""
    file = path / "list.csv"
    file.write_bytes(content if isinstance(content, bytes) else content.encode(encoding))
    return file


def xlsx(path: Path, rows: Sequence[Sequence[object]], *, top: int = 0, left: int = 0) -> Path:
    """Write a workbook whose first sheet holds these rows."""
    file = path / "list.xlsx"
    with xlsxwriter.Workbook(file) as book:
        sheet = book.add_worksheet()
        for number, row in enumerate(rows, top):
            for column, value in enumerate(row, left):
                sheet.write(number, column, value)
    return file


def sheet_of(rows: str, after: str = "") -> bytes:
    return f"<worksheet {MAIN}><sheetData>{rows}</sheetData>{after}</worksheet>".encode()


def parts_of(file: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(file) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def changed(path: Path, parts: dict[str, bytes], *, of: Path | None = None, extra: int = 0) -> Path:
    """Make a good workbook anew with other parts in it, and some more."""
    members = parts_of(of or xlsx(path, GOOD)) | parts
    file = path / "changed.xlsx"
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in members.items():
            archive.writestr(name, part)
        for number in range(extra):
            archive.writestr(f"extra/{number}", b"")
    return file


def mistakes(path: Path) -> list[tuple[str, str]]:
    """The places and sentences of all mistakes in a file."""
    try:
        read_records(path, COLUMNS)
    except Mistaken as mistaken:
        return [(mistake.place, mistake.sentence) for mistake in mistaken.mistakes]
    return []


def places(path: Path) -> list[str]:
    """Only where the mistakes are."""
    return [place for place, _ in mistakes(path)]
