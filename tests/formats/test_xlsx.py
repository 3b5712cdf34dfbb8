"""XLSX 파일 — cells as text with true row numbers; a cell without a proper value is named, never empty."""

import re
from datetime import date, datetime, time
from pathlib import Path

import pytest
import xlsxwriter

from majungmul.formats import headings, source, xlsx_cells, xlsx_file
from majungmul.formats.records import PartlyRead, Record, read_records
from majungmul.formats.xlsx_file import text_of
from tests.formats.samples import COLUMNS, SHEET, changed, mistakes, parts_of, places, sheet_of, xlsx

HEADING = ["대출번호", "종류", "원금", "시작일"]
ROW = ["001", "어음수표", 5_000_000, "2018-05-10"]


def read(path: Path) -> list[Record]:
    return read_records(path, COLUMNS)


def book_with(path: Path, third: dict[str, object]) -> Path:
    """Make a workbook with one good row, and one (row 3) in which these cells are formulas."""
    file = path / "list.xlsx"
    with xlsxwriter.Workbook(file) as book:
        sheet = book.add_worksheet()
        for number, row in enumerate([[*HEADING, "상환", "비고"], ROW, ["002", "어음수표", 1, "2018-05-10"]]):
            sheet.write_row(number, 0, row)
        for cell, shown in third.items():
            sheet.write_formula(cell, "=A1", None, shown)
    return file


def test_the_rows_of_a_sheet_are_read(tmp_path: Path) -> None:
    (record,) = read(xlsx(tmp_path, [HEADING, ROW]))
    assert record.cells == {
        "id": "001",
        "kind": "어음수표",
        "principal": "5000000",
        "start": "2018-05-10",
        "repayments": "",
    }


def test_row_numbers_are_those_that_the_spreadsheet_shows(tmp_path: Path) -> None:
    records = read(xlsx(tmp_path, [HEADING, ROW, [], ["002", *ROW[1:]]], top=4, left=2))
    assert [record.row for record in records] == [6, 8]
    assert records[1].place("principal") == "8행 ‘원금’ 열"
    assert records[1].cells["id"] == "002"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (5_000_000, "5000000"),
        (5_000_000.0, "5000000"),
        (0.5, "0.5"),
        (0.1 + 0.2, "0.30000000000000004"),
        (1e-9, "0.000000001"),
        (2.0**63, "9223372036854775808"),
        (-0.0, "0"),
        (-5, "-5"),
        (0.02, "0.02"),
        ("  007", "  007"),
        (date(2018, 5, 10), "2018-05-10"),
        (datetime(2018, 5, 10), "2018-05-10"),  # noqa: DTZ001 - a spreadsheet knows no time zone
        (datetime(2018, 5, 10, 3, 4), "2018-05-10 03:04:00"),  # noqa: DTZ001
    ],
)
def test_a_cell_becomes_text_without_losing_anything(value: xlsx_file.Value, text: str) -> None:
    assert text_of(value) == text


def test_dates_and_leading_zeros_of_a_real_file(tmp_path: Path) -> None:
    file = tmp_path / "list.xlsx"
    with xlsxwriter.Workbook(file) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, HEADING)
        sheet.write_row(1, 0, ["0012", "어음수표", 4_999_999.5])
        sheet.write_datetime(1, 3, date(2018, 5, 10), book.add_format({"num_format": "yyyy. m. d."}))
    (record,) = read(file)
    assert list(record.cells.values()) == ["0012", "어음수표", "4999999.5", "2018-05-10", ""]


def test_a_formula_counts_by_its_value(tmp_path: Path) -> None:
    records = read(book_with(tmp_path, {"C3": 7_000_000, "F3": ""}))
    assert records[1].cells["principal"] == "7000000"


def test_a_formula_that_was_never_worked_out_is_named(tmp_path: Path) -> None:
    expected = [("3행 ‘상환’ 열", str(xlsx_cells.FormulaWithoutValue()))]
    assert mistakes(book_with(tmp_path, {"E3": ""})) == expected


def test_a_formula_whose_value_is_an_empty_text_is_an_empty_cell(tmp_path: Path) -> None:
    words = ["id", "kind", "principal", "start", "repayments"]
    heading = "".join(f'<c t="str"><v>{word}</v></c>' for word in words)
    row = "".join(
        f'<c t="str"><f>"{text}"</f><v>{text}</v></c>' for text in ("1", "bill", "5", "2018-05-10", "")
    )
    file = changed(tmp_path, {SHEET: sheet_of(f"<row>{heading}</row><row>{row}</row>")})
    (record,) = read(file)
    assert list(record.cells.values()) == ["1", "bill", "5", "2018-05-10", ""]


def test_prefixed_and_spaced_xml_is_read(tmp_path: Path) -> None:
    file = xlsx(tmp_path, [HEADING, ROW, ["002", *ROW[1:]]])
    text = parts_of(file)[SHEET].decode().replace("</c>", " </c>\n ").replace("<v>", "\n <v>")
    for element in ("worksheet", "sheetData", "row", "c", "v"):
        text = re.sub(rf"<(/?){element}(?=[ />])", rf"<\1x:{element}", text)
    text = text.replace(" xmlns=", " xmlns:x=", 1)
    assert [record.row for record in read(changed(tmp_path, {SHEET: text.encode()}, of=file))] == [2, 3]


@pytest.mark.parametrize("shown", ["#N/A", "#DIV/0!", "#REF!", "#VALUE!"])
def test_a_broken_formula_is_named_and_never_read_as_empty(tmp_path: Path, shown: str) -> None:
    file = book_with(tmp_path, {"C3": shown, "E3": shown, "F3": shown})
    sentence = str(xlsx_cells.BrokenFormula(found=shown))
    assert mistakes(file) == [("3행 ‘원금’ 열", sentence), ("3행 ‘상환’ 열", sentence)]


def test_the_rows_beside_a_broken_formula_are_still_read(tmp_path: Path) -> None:
    with pytest.raises(PartlyRead) as partly:
        read(book_with(tmp_path, {"E3": "#N/A"}))
    assert [record.row for record in partly.value.records] == [2]


def test_a_row_with_nothing_but_a_broken_formula_is_named(tmp_path: Path) -> None:
    assert places(book_with(tmp_path, {"E9": "#REF!"})) == ["9행 ‘상환’ 열"]


def test_truth_and_time_are_no_values_here(tmp_path: Path) -> None:
    file = tmp_path / "list.xlsx"
    with xlsxwriter.Workbook(file) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, [*HEADING, "비고"])
        sheet.write_row(1, 0, ["1", True, 5, "2018-05-10", True])
        sheet.write_datetime(1, 3, time(12, 30), book.add_format({"num_format": "hh:mm"}))
    assert mistakes(file) == [
        ("2행 ‘종류’ 열", str(xlsx_file.YesOrNo(found="TRUE"))),
        ("2행 ‘시작일’ 열", str(xlsx_file.TimeOfDay(found="12:30:00"))),
    ]


def test_a_cell_hidden_under_a_merged_one_is_named(tmp_path: Path) -> None:
    file = tmp_path / "list.xlsx"
    with xlsxwriter.Workbook(file) as book:
        sheet = book.add_worksheet()
        for number, row in enumerate([HEADING, ROW, ["002", "", 1, "2018-05-10"]]):
            sheet.write_row(number, 0, row)
        sheet.merge_range("B2:B3", "어음수표")
    assert mistakes(file) == [("3행 ‘종류’ 열", str(xlsx_file.MergedCell()))]


def test_a_merged_title_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "list.xlsx"
    with xlsxwriter.Workbook(file) as book:
        sheet = book.add_worksheet()
        sheet.merge_range("A1:D1", "2018년 대출 명단")
        sheet.write_row(1, 0, HEADING)
        sheet.write_row(2, 0, ROW)
    assert mistakes(file) == [("1행", str(headings.TitleAbove(row=2)))]


def test_merged_header_rows_are_refused(tmp_path: Path) -> None:
    file = tmp_path / "list.xlsx"
    with xlsxwriter.Workbook(file) as book:
        sheet = book.add_worksheet()
        sheet.merge_range("A1:A2", "대출번호")
        sheet.merge_range("B1:B2", "종류")
        sheet.merge_range("C1:D1", "대출")
        sheet.write_row("C2", ["원금", "시작일"])
        sheet.write_row("A3", ROW)
    assert mistakes(file) == [("1행", str(headings.HeadingInTwoRows(row=2)))]


def test_only_the_first_sheet_that_is_seen_counts(tmp_path: Path) -> None:
    file = tmp_path / "list.xlsx"
    with xlsxwriter.Workbook(file) as book:
        hidden, seen, other = (book.add_worksheet() for _ in range(3))
        hidden.hide()
        seen.activate()
        seen.set_first_sheet()
        for sheet, number in ((hidden, "숨김"), (seen, "보임"), (other, "다음")):
            sheet.write_row(0, 0, HEADING)
            sheet.write_row(1, 0, [number, *ROW[1:]])
    assert [record.cells["id"] for record in read(file)] == ["보임"]


def test_an_empty_first_sheet_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "list.xlsx"
    with xlsxwriter.Workbook(file) as book:
        book.add_worksheet()
        book.add_worksheet().write_row(0, 0, HEADING)
    with pytest.raises(source.EmptyFile):
        read(file)


def test_the_content_and_not_the_name_says_what_a_file_is(tmp_path: Path) -> None:
    file = xlsx(tmp_path, [HEADING, ROW]).rename(tmp_path / "list.csv")
    assert len(read(file)) == 1
