"""CSV 파일 — what can be read safely is read; whatever cannot is named by its row."""

import time
from datetime import date
from pathlib import Path

import pytest

from majungmul.formats import csv_file, encoding
from majungmul.formats.csv_file import read_csv, write_csv
from majungmul.formats.records import PartlyRead, read_records
from majungmul.values.refusal import Refusal
from majungmul.values.won import Won
from tests.formats.samples import COLUMNS, HEADING, ROW, csv, mistakes, places

CELLS = {"id": "001", "kind": "어음수표", "principal": "5000000", "start": "2018-05-10", "repayments": ""}


@pytest.mark.parametrize("name", ["utf-8", "utf-8-sig", "cp949", "euc-kr", "utf-16"])
def test_every_encoding_that_people_have_is_read(tmp_path: Path, name: str) -> None:
    (record,) = read_records(csv(tmp_path, HEADING + ROW, name), COLUMNS)
    assert record.cells == CELLS
    assert record.row == 2


@pytest.mark.parametrize("delimiter", [",", "\t", ";"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_delimiter_and_end_of_line_is_read(tmp_path: Path, delimiter: str, end: str) -> None:
    content = (HEADING + ROW).replace(",", delimiter).replace("\n", end)
    (record,) = read_records(csv(tmp_path, content), COLUMNS)
    assert record.cells == CELLS


def test_quoted_cells_may_hold_commas_quotes_and_lines(tmp_path: Path) -> None:
    content = HEADING + '1,"가 ""나"", 다","5,000,000",2018\n2,"위\n아래",1,2018\n3,라,2,2018\n'
    records = read_records(csv(tmp_path, content), COLUMNS)
    assert [record.cells["kind"] for record in records] == ['가 "나", 다', "위\n아래", "라"]
    assert records[0].cells["principal"] == "5,000,000"
    assert [record.row for record in records] == [2, 3, 4]


def test_semicolons_inside_a_cell_do_not_make_columns(tmp_path: Path) -> None:
    content = HEADING.strip() + ",상환\n1,단기운영,10,2018-01-01,2018-05-10:1;2018-08-01:2;2018-09-01:3\n"
    (record,) = read_records(csv(tmp_path, content), COLUMNS)
    assert record.cells["repayments"] == "2018-05-10:1;2018-08-01:2;2018-09-01:3"


def test_a_cell_that_begins_like_a_formula_is_text(tmp_path: Path) -> None:
    (record,) = read_records(csv(tmp_path, HEADING + "=1+1,a,2,3\n"), COLUMNS)
    assert record.cells["id"] == "=1+1"


def test_a_damaged_line_is_named_and_never_read_as_another_encoding(tmp_path: Path) -> None:
    good = (HEADING + ROW).encode()
    assert mistakes(csv(tmp_path, good + b"2,\xea\xb0,3,4\n" + ROW.encode())) == [
        ("3번째 줄", str(encoding.UnknownLetters()))
    ]
    assert places(csv(tmp_path, good + ROW.encode("cp949"))) == ["3번째 줄"]
    assert places(csv(tmp_path, (HEADING + ROW).encode("cp949") + ROW.encode())) == ["1·2번째 줄"]
    assert places(csv(tmp_path, (HEADING + ROW).encode("cp949") + b"2,\xff\xff,3,4\n")) == ["3번째 줄"]
    assert places(csv(tmp_path, (HEADING + ROW).encode("utf-16")[:-1])) == ["2번째 줄"]


def test_all_damaged_lines_are_named_at_once(tmp_path: Path) -> None:
    good, bad = (HEADING + ROW).encode(), b"2,\xff,3,4\n"
    assert places(csv(tmp_path, good + bad + ROW.encode() + bad)) == ["3·5번째 줄"]
    assert places(csv(tmp_path, good + bad * 12)) == ["3·4·5·6·7·8·9·10·11·12번째 줄 외 2줄"]


def test_hangul_whose_cp949_bytes_look_like_utf_8_is_read(tmp_path: Path) -> None:
    words = "같은 걘갭 쨘햏 똠방각하 펲시콜라"
    (record,) = read_records(csv(tmp_path, HEADING + f"1,{words},3,4\n", "cp949"), COLUMNS)
    assert record.cells["kind"] == words


def test_what_is_no_text_is_named_by_its_line(tmp_path: Path) -> None:
    expected = [("2번째 줄", str(encoding.NotText()))]
    assert mistakes(csv(tmp_path, HEADING + "1,a\0,3,4\n")) == expected
    assert places(csv(tmp_path, (HEADING + ROW).encode("utf-16-le"))) == ["1번째 줄"]


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ('2,"가,3,4\n3,b,4,5\n', csv_file.OpenQuote),
        ('2,"가"나,3,4\n', csv_file.OpenQuote),
        ('2,"' + "가\n" * 100_000, csv_file.EndlessCell),
        ("2," + "x" * 5_000_000 + ",3,4\n", csv_file.EndlessCell),
    ],
    ids=["an open quote", "letters after a quote", "an open quote in a long file", "a line of 5 MB"],
)
def test_a_row_that_cannot_be_taken_apart_is_named(tmp_path: Path, row: str, reason: type[Refusal]) -> None:
    file = csv(tmp_path, HEADING + ROW + row)
    with pytest.raises(PartlyRead) as partly:
        read_records(file, COLUMNS)
    assert [(mistake.place, mistake.sentence) for mistake in partly.value.mistakes] == [
        ("3행", str(reason()))
    ]
    assert [record.cells for record in partly.value.records] == [CELLS]


@pytest.mark.parametrize(
    "content",
    [
        "x" * 5_000_000,
        HEADING + "x" * 5_000_000,
        HEADING + "1," * 2_500_000,
        "1," * 2_500_000,
        HEADING + ROW + '"' * 4_999_999,
        "(" * 100_000 + "\n" + ROW,
        "\u200b" * 1_000_000,
    ],
    ids=["a heading", "a cell", "many cells", "many headings", "quotes", "brackets", "nothing visible"],
)
def test_a_line_of_five_megabytes_is_refused_at_once(tmp_path: Path, content: str) -> None:
    file = csv(tmp_path, content)
    began = time.process_time()
    with pytest.raises(Refusal):
        read_records(file, COLUMNS)
    assert time.process_time() - began < 4  # about half a second; a busy machine is no failure


def test_a_list_is_written_for_spreadsheets(tmp_path: Path) -> None:
    file = tmp_path / "out.csv"
    write_csv(
        file,
        ["대출번호", "원금", "시작일"],
        [["001", Won(5_000_000), date(2018, 5, 10)], ["가,나", -5, None]],
    )
    assert file.read_bytes() == (
        '\ufeff대출번호,원금,시작일\r\n001,5000000,2018-05-10\r\n"가,나",-5,\r\n'.encode()
    )


@pytest.mark.parametrize(
    "text", ["=1+1", "+82", "-1+2", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "－1", "-"]
)
def test_no_text_becomes_a_formula(tmp_path: Path, text: str) -> None:
    file = tmp_path / "out.csv"
    write_csv(file, [text, "나", "다", "라"], [[text]])
    rows = [cells for _, cells in read_csv(file.read_bytes()).rows]
    assert [row[0] for row in rows] == [f"'{text}", f"'{text}"]


@pytest.mark.parametrize("text", ["-5", "-5,000", "-0.5", "2018-05-10", "가-나", "△5", ""])
def test_a_number_and_a_plain_text_stay_as_they_are(tmp_path: Path, text: str) -> None:
    file = tmp_path / "out.csv"
    write_csv(file, ["a", "b"], [[text, "끝"]])
    assert read_csv(file.read_bytes()).rows[1] == (2, [text, "끝"])


def test_an_existing_file_is_left_alone(tmp_path: Path) -> None:
    file = csv(tmp_path, "소중한 내용")
    with pytest.raises(csv_file.AlreadyThere) as refused:
        write_csv(file, ["id"], [])
    assert file.read_text() == "소중한 내용"
    assert str(file) in str(refused.value)


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(csv_file.CannotWrite):
        write_csv(tmp_path / "없는 폴더" / "out.csv", ["id"], [])


def test_what_is_written_is_read_back(tmp_path: Path) -> None:
    file = tmp_path / "out.csv"
    write_csv(file, [column.name for column in COLUMNS], [list(CELLS.values())])
    assert [record.cells for record in read_records(file, COLUMNS)] == [CELLS]
