"""검산: tables that people bring, what is found in them, and what cannot be told."""

from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from majungmul.formats.csv_file import read_csv
from majungmul.proof import check
from majungmul.web.public.proof import EXAMPLE
from majungmul.web.public.sheet import NoTable, sheet_of
from tests.formats.samples import xlsx
from tests.web.window import Page, Window


def _paste(window: Window, text: str) -> Page:
    return window.nobody().get("/proof/").send("검산하기", it__text=text)


def _sentences(text: str) -> list[str]:
    return [finding.sentence for finding in check([sheet_of(read_csv(text.encode())).table])]


def test_the_example_shows_what_is_wrong_and_where(window: Window) -> None:
    page = window.nobody().get("/proof/").follow("예시로 해 보기")
    assert page.h1 == "맞지 않는 곳을 2곳 찾았습니다"
    assert page.has("부분을 더하면 487,542천원인데 487,442천원으로 적혀 있습니다(100천원 적음)")
    assert page.html.count('class="num mark"') == 2
    assert {"finding-1", "finding-2"} <= set(page.parsed.ids)


def test_a_right_table_is_said_to_be_right(window: Window) -> None:
    page = _paste(window, "구분\t금액\n가\t100\n나\t200\n합계\t300\n")
    assert page.h1 == "숫자 3개를 보았고, 맞지 않는 곳을 찾지 못했습니다"
    assert page.has("단위를 찾지 못해")


def test_totals_may_stand_first_and_have_subtotals() -> None:
    assert _sentences("구분,예산(원)\n합계,600\n가. 하나,100\n나. 둘,500\n") == []
    last = "구분,예산(원)\n하나,100\n둘,200\n소계,300\n셋,50\n소계,50\n합계,350\n"
    assert _sentences(last) == []
    assert len(_sentences(last.replace("소계,50", "소계,60"))) == 2


def test_groups_with_signs_add_up_below_their_total() -> None:
    table = "구분,예산(원)\n계,600\n1. 하나,300\n가. 가,100\n나. 나,200\n2. 둘,300\n가. 다,300\n"
    assert _sentences(table) == []
    (wrong,) = _sentences(table.replace("가. 가,100", "가. 가,150"))
    assert "‘1. 하나’" in wrong


def test_the_unit_above_the_table_is_read() -> None:
    (wrong,) = _sentences("(단위: 백만원),\n구분,금액\n가,10\n나,20\n합계,31\n")
    assert "30백만원인데 31백만원으로" in wrong


def test_products_and_ratios_are_checked() -> None:
    table = (
        "항목,단가(원),수량,횟수,금액(원)\n가,250000,90,3,67500000\n나,30000,10,2,600000\n다,1000,5,2,10500\n"
    )
    (wrong,) = _sentences(table)
    assert "10,000원인데 10,500원으로" in wrong
    ratio = "항목,예산(원),집행(원),집행률(%)\n가,1000,621,62.1\n나,1000,729,72.9\n다,1000,944,95.4\n"
    (wrong,) = _sentences(ratio)
    assert "94.4%" in wrong


def test_a_skipped_sign_is_found_and_marked(window: Window) -> None:
    page = _paste(window, "구분,금액(원)\n가. 하나,1\n나. 둘,2\n라. 셋,3\n")
    assert page.has("‘다.’인데") or page.has("‘다’인데")
    assert 'mark"' in page.html


def test_cells_that_are_no_figures_are_told(window: Window) -> None:
    page = _paste(window, "구분,금액(원),비고\n가,100,좋음\n나,3백?2,\n다,200,\n합계,300,\n")
    assert page.has("‘3백?2’은(는) 숫자로 읽지 못해 빼고 보았습니다")
    assert page.has("‘비고’ 열은 숫자가 아니어서 보지 않았습니다")


def test_a_csv_file_in_the_encoding_of_old_spreadsheets(window: Window) -> None:
    file = SimpleUploadedFile("표.csv", EXAMPLE.encode("cp949"))
    page = window.nobody().get("/proof/").send("검산하기", files={"papers.table": file})
    assert page.h1 == "맞지 않는 곳을 2곳 찾았습니다"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"%PDF-1.7 hello", "PDF"),
        (b"", "내용이 없습니다"),
        (b"a,b\nc,d\n", "숫자가 든 표를 찾지 못했습니다"),
        (b'a,b\n"1,2\n', "큰따옴표"),
        (b"x" * 5_000_001, "5MB보다 큽니다"),
    ],
)
def test_other_files_have_their_sentence_at_the_file(window: Window, content: bytes, said: str) -> None:
    file = SimpleUploadedFile("x.csv", content)
    page = window.nobody().get("/proof/").send("검산하기", files={"papers.table": file})
    assert page.status == 422
    assert page.has(said)
    assert 'id="papers.table-error"' in page.html


def test_nothing_and_too_much_are_said_at_the_text(window: Window) -> None:
    nothing = _paste(window, "  ")
    assert nothing.status == 422
    assert nothing.has("표를 붙여 넣거나")
    long = _paste(window, "가,1\n" * 60_000)
    assert long.has("20만 자보다 깁니다")
    wide = _paste(window, "구분,금액\n" + "가,1\n" * 2_500)
    assert wide.has("표가 너무 큽니다")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n\n",
        "1",
        "가",
        ",,,\n,,,",
        "1,2\n3,4",
        "가,나,다",
        "2016,2017\n1,2",
        "합계,1\n",
        "-,-\n-,-",
        "%,%\n1%,2%",
    ],
)
def test_whatever_is_brought_nothing_breaks(text: str) -> None:
    try:
        sheet = sheet_of(read_csv(text.encode()))
    except NoTable:
        return
    check([sheet.table])


def test_the_marked_table_is_downloaded(window: Window) -> None:
    page = window.nobody().get("/proof/?example=1")
    form = page.form("표시된 파일 받기")
    answer = page.browser.client.post("/proof/", form.fields | {"marked": "yes"})
    assert "attachment" in answer.headers["Content-Disposition"]
    heading, *rows = answer.content.decode("utf-8-sig").splitlines()
    assert heading.endswith("검산에서 찾은 것")
    assert "1. ‘집행(천원)’에서 ‘합계’의 부분을 더하면" in rows[-1]


def test_what_was_brought_as_a_file_may_be_put_right_as_text(window: Window) -> None:
    file = SimpleUploadedFile("표.csv", EXAMPLE.encode("cp949"))
    page = window.nobody().get("/proof/").send("검산하기", files={"papers.table": file})
    typed = page.form("검산하기").fields["it.text"]
    page = page.send("검산하기", it__text=typed.replace("487,442", "487,542"))
    assert page.has("맞지 않는 곳을 찾지 못했습니다")


def test_what_is_brought_is_written_harmlessly(window: Window) -> None:
    page = _paste(window, "구분,금액\n<script>alert(1)</script>,1\n합계,2\n")
    assert "<script>alert" not in page.html


def test_a_workbook(window: Window, tmp_path: Path) -> None:
    file = xlsx(tmp_path, [["구분", "금액(원)"], ["가", 100], ["나", 200], ["합계", 301]])
    sent = SimpleUploadedFile("표.xlsx", file.read_bytes())
    page = window.nobody().get("/proof/").send("검산하기", files={"papers.table": sent})
    assert page.has("300원인데 301원으로")
