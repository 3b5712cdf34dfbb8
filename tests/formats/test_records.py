"""기록 — every mistake of a file in one go, with its place in the words of the file."""

from pathlib import Path

import pytest

from majungmul.formats import headings, records, source
from majungmul.formats.records import ColumnName, PartlyRead, read_records
from majungmul.formats.xlsx_package import LockedWorkbook, NotASpreadsheet
from majungmul.values.mistake import Mistaken
from majungmul.values.refusal import Refusal
from tests.formats.samples import COLUMNS, HEADING, ROW, csv, mistakes, places


def headings_of(path: Path, heading: str) -> list[tuple[str, str]]:
    return mistakes(csv(path, heading + "\n" + ROW))


def test_columns_are_found_by_key_or_by_what_people_call_them(tmp_path: Path) -> None:
    for heading in (
        "id,kind,principal,start",
        "ID,Kind,PRINCIPAL,Start",
        "대출 번호,종 류,원금(원),시작일",
        "번호,종류,대출금액 [원],대출일(년월일)",
        "*대출번호*,종류,원금（원）,시작일",
        "\u200b대출번호,종류,원금\n(원),시작일".replace("원금\n(원)", '"원금\n(원)"'),
        "대출번호,종류,원금,시작일".encode().decode(),
    ):
        (record,) = read_records(csv(tmp_path, heading + "\n" + ROW), COLUMNS)
        assert record.cells["principal"] == "5000000", heading


def test_columns_may_stand_in_any_order_beside_others(tmp_path: Path) -> None:
    content = "비고,시작일,원금,종류,담당,대출번호\n,2018-05-10,5000000,어음수표,홍,001\n"
    (record,) = read_records(csv(tmp_path, content), COLUMNS)
    assert list(record.cells.values()) == ["001", "어음수표", "5000000", "2018-05-10", ""]


def test_a_place_is_said_in_the_words_of_the_file(tmp_path: Path) -> None:
    (record,) = read_records(csv(tmp_path, "id,종류,원금(원),시작일\n" + ROW), COLUMNS)
    assert record.place("principal") == "2행 ‘원금(원)’ 열"
    assert record.place("id") == "2행 ‘id’ 열"
    assert record.place("repayments") == "2행 ‘repayments’ 열"


def test_empty_rows_are_passed_over_and_numbers_stay_true(tmp_path: Path) -> None:
    content = "\n" + HEADING + ROW + "\n,,,\n \t,\u200b,,\n" + ROW + "\n\n"
    assert [record.row for record in read_records(csv(tmp_path, content), COLUMNS)] == [3, 7]


def test_leading_zeros_stay_and_invisible_marks_go(tmp_path: Path) -> None:
    (record,) = read_records(csv(tmp_path, HEADING + "  0012 ,\u202e어음수표\u200b,1,2\n"), COLUMNS)
    assert record.cells["id"] == "0012"
    assert record.cells["kind"] == "어음수표"


def test_a_short_row_has_empty_cells_at_its_end(tmp_path: Path) -> None:
    (record,) = read_records(csv(tmp_path, HEADING + "1,어음수표\n"), COLUMNS)
    assert record.cells["start"] == ""


def test_every_missing_column_is_named(tmp_path: Path) -> None:
    assert headings_of(tmp_path, "번호,분류,원금,날") == [
        ("1행", "‘종류’ 또는 ‘kind’ 열이 없습니다. 이 행에 그 이름의 열을 넣고 아래에 값을 적어 주십시오."),
        ("1행", str(headings.MissingColumn(accepted="‘시작일’ 또는 ‘대출일’ 또는 ‘start’"))),
    ]


def test_a_doubled_column_is_named(tmp_path: Path) -> None:
    assert headings_of(tmp_path, "id,kind,principal,start,원금(원)") == [
        ("1행", "‘principal’와(과) ‘원금(원)’은(는) 같은 열입니다. 하나만 남기고 지워 주십시오."),
    ]
    assert places(csv(tmp_path, "id,id,kind,principal,start\n")) == ["1행", "1행"]


@pytest.mark.parametrize(
    "unit", ["천원", "백만원", "단위: 천원", "단위 : 천 원", "백만", "1,000원", "억", "USD", "$"]
)
def test_money_in_another_unit_than_won_is_refused(tmp_path: Path, unit: str) -> None:
    ((place, sentence),) = headings_of(tmp_path, f'id,kind,"원금({unit})",start')
    assert place == f"1행 ‘원금({unit})’ 열"
    assert sentence.endswith("금액을 원 단위로 고쳐 적고 열 이름에서 단위를 지워 주십시오.")


def test_a_title_above_the_heading_is_refused(tmp_path: Path) -> None:
    expected = [("1행", str(headings.TitleAbove(row=3)))]
    assert mistakes(csv(tmp_path, "2018년 대출 명단,,,\n(단위: 원),,,\n" + HEADING + ROW)) == expected
    assert mistakes(csv(tmp_path, "2018년 대출 명단\n\n" + HEADING + ROW)) == expected


def test_a_heading_in_two_rows_is_refused(tmp_path: Path) -> None:
    expected = [("1행", str(headings.HeadingInTwoRows(row=2)))]
    assert mistakes(csv(tmp_path, "번호,종류,대출,\n,,원금,시작일\n" + ROW)) == expected
    assert mistakes(csv(tmp_path, "id,kind,principal,start\n" + HEADING + ROW)) == expected


def test_an_empty_heading_over_values_is_refused(tmp_path: Path) -> None:
    content = "번호,종류,,원금,시작일\n1,가,,3,4\n2,가,나,3,4\n"
    assert mistakes(csv(tmp_path, content)) == [("1행 C열", str(records.UnnamedColumn(row=3)))]
    assert places(csv(tmp_path, "번호,종류,,원금,시작일\n1,가,,3,4\n")) == []


def test_an_optional_column_that_is_almost_named_is_not_ignored(tmp_path: Path) -> None:
    ((place, sentence),) = headings_of(tmp_path, "id,kind,principal,start,repayment")
    assert place == "1행 ‘repayment’ 열"
    assert "‘repayments’(이)라면" in sentence


def test_rows_with_cells_beyond_the_heading_are_named(tmp_path: Path) -> None:
    content = HEADING + "1,가,5,000,000,2018\n" + ROW + "2,가,3,4,,,\n3,가,3,4,,,x\n"
    assert mistakes(csv(tmp_path, content)) == [
        ("2행", str(records.ExtraCells(width=4, count=6))),
        ("5행", str(records.ExtraCells(width=4, count=7))),
    ]


@pytest.mark.parametrize("word", ["합계", "합 계", "계", "소계", "총계", "총 합계:", "Total"])
def test_a_row_of_totals_is_named_and_not_read(tmp_path: Path, word: str) -> None:
    content = HEADING + ROW + f",{word},5000000,\n" + f"{word},,5000000,\n"
    assert mistakes(csv(tmp_path, content)) == [
        (place, str(records.TotalRow(found=word))) for place in ("3행", "4행")
    ]


def test_a_cell_of_more_than_ten_thousand_letters_is_named(tmp_path: Path) -> None:
    assert places(csv(tmp_path, HEADING + ROW + f"2,{'가' * 10_000},3,4\n")) == []
    assert mistakes(csv(tmp_path, HEADING + ROW + f"2,{'가' * 10_001},3,4\n")) == [
        ("3행", str(records.LongCell(count="10,001"))),
    ]


def test_all_mistakes_come_in_one_go(tmp_path: Path) -> None:
    content = '번호,종류,원금(천원),원금,,시작일,상환금\n1,a,2,3,x,4,,9\n합계,,3\n2,a,2,3,,4\n3,"a'
    assert places(csv(tmp_path, content)) == [
        "1행 ‘원금(천원)’ 열",
        "1행",
        "1행 ‘상환금’ 열",
        "1행 E열",
        "2행",
        "3행",
        "5행",
    ]


def test_the_other_rows_are_there_so_that_their_values_can_be_checked_too(tmp_path: Path) -> None:
    with pytest.raises(PartlyRead) as partly:
        read_records(csv(tmp_path, HEADING + ROW + "합계,,5000000,\n" + ROW), COLUMNS)
    assert [record.row for record in partly.value.records] == [2, 4]
    assert str(partly.value) == "1곳을 고쳐 주십시오."


@pytest.mark.parametrize("content", ["", "\n\n\n", ",,,\n,,\n", "\ufeff", " \t\r\n", "\u200b\n"])
def test_an_empty_file_is_refused(tmp_path: Path, content: str) -> None:
    with pytest.raises(source.EmptyFile):
        read_records(csv(tmp_path, content), COLUMNS)


def test_a_file_with_a_heading_only_is_refused(tmp_path: Path) -> None:
    assert mistakes(csv(tmp_path, HEADING)) == [("1행", str(records.NoRows()))]
    assert places(csv(tmp_path, "번호,종류,원금\n")) == ["1행", "1행"]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"%PDF-1.7\n", NotASpreadsheet),
        (b"HWP Document File V3.00", NotASpreadsheet),
        (source.OLE + b"HWP Document File V5.00", NotASpreadsheet),
        (source.OLE + b"\0" * 512, NotASpreadsheet),
        (source.OLE + "EncryptedPackage".encode("utf-16-le"), LockedWorkbook),
        (b"<html><table><tr><td>id</td></tr></table></html>", NotASpreadsheet),
        (b"\xef\xbb\xbf\r\n<!DOCTYPE html>", NotASpreadsheet),
        (b"<?xml version='1.0'?><Workbook/>", NotASpreadsheet),
        (b"\x89PNG\r\n\x1a\n", NotASpreadsheet),
        (b"\x1f\x8b\x08\x00", NotASpreadsheet),
    ],
)
def test_another_kind_of_file_is_refused(tmp_path: Path, content: bytes, reason: type[Refusal]) -> None:
    with pytest.raises(reason):
        read_records(csv(tmp_path, content), COLUMNS)


def test_a_file_that_cannot_be_opened_is_said(tmp_path: Path) -> None:
    for path, reason in (
        (tmp_path / "없음.csv", source.FileMissing),
        (csv(tmp_path, ROW) / "없음.csv", source.FileMissing),
        (tmp_path, source.NotAFile),
        (tmp_path / "\0", source.CannotOpen),
        (tmp_path / ("가" * 300), source.CannotOpen),
        (Path("/dev/zero"), source.FileTooLarge),
    ):
        with pytest.raises(reason):
            read_records(path, COLUMNS)


def test_a_file_of_more_than_fifty_megabytes_is_refused(tmp_path: Path) -> None:
    file = csv(tmp_path, HEADING + ROW)
    with file.open("r+b") as stream:
        stream.truncate(source.MOST_BYTES + 1)
    with pytest.raises(source.FileTooLarge):
        read_records(file, COLUMNS)


def test_a_single_column_is_enough(tmp_path: Path) -> None:
    only = (ColumnName("id", ("번호",)),)
    assert [record.cells for record in read_records(csv(tmp_path, "번호\n1\n2\n"), only)] == [
        {"id": "1"},
        {"id": "2"},
    ]


def test_no_sentence_blames_the_reader() -> None:
    reasons = [kind for kind in Refusal.__subclasses__() if kind.__module__.startswith("majungmul.formats")]
    assert len(reasons) > 20
    for kind in reasons:
        assert kind.sentence.endswith("주십시오."), kind
        assert not any(word in kind.sentence for word in ("오류", "에러", "실패", "잘못된 입력")), kind


def test_mistakes_are_refusals() -> None:
    assert issubclass(PartlyRead, Mistaken)
    assert issubclass(Mistaken, Refusal)
