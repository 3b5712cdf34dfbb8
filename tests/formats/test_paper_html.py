"""HTML 문서: three papers read back by a parser, and what no page may hold."""

import re
from dataclasses import fields, replace
from datetime import date

import pytest

from majungmul.formats import paper
from majungmul.formats.html_paper import html_of
from majungmul.formats.paper import Approval, Grid, Heading, Item, Pairs, Paper, Paragraph
from majungmul.values.table import Cell, Column, Row, Table
from majungmul.values.written import INVISIBLE
from tests.formats.page_parser import page
from tests.formats.paper_samples import APPLICATION, AWARD_NOTICE, LINES, VOUCHER

SAMPLES = (AWARD_NOTICE, APPLICATION, VOUCHER)


def test_a_letter_by_value() -> None:
    letter = page(html_of(AWARD_NOTICE))
    assert letter.texts("h1") == ["2018년 중소기업 육성사업 보조금 교부결정 통지"]
    assert letter.texts("p", "made-up") == ["가상 자료 — 실제 기관·사람·금액이 아닙니다."]
    assert letter.texts("p", "item") == [
        "1. 귀 기관의 무궁한 발전을 기원합니다.",
        "2. 귀 기관이 신청한 보조금의 교부를 다음과 같이 결정하여 통지합니다.",
        "3. 교부결정 내용",
        "  가. 교부결정액: 금300,000,000원(금삼억원)",
        "  나. 사업기간: 2018. 3. 2.부터 2018. 12. 31.까지",
        "  다. 교부조건",
        "    1) 보조금은 별도의 계정을 두어 회계처리하고, 교부 목적 외에 사용하지 않습니다.",
        "    2) 사업을 마친 날부터 2개월 안에 실적보고서를 제출합니다.",
        "4. 이 결정에 이의가 있으면 통지를 받은 날부터 20일 안에 서면으로 이의를 신청할 수 있습니다.",
    ]
    assert letter.texts("p", "attached") == ["붙임  1. 교부조건 1부.", "      2. 사업계획서 1부.  끝."]
    assert letter.texts("p", "sender") == ["서울특별시장"]
    assert letter.texts("p", "foot") == ["가상 자료"]


def test_the_head_of_a_letter_leaves_places_to_write() -> None:
    letter = page(html_of(AWARD_NOTICE))
    assert letter.texts("th")[:5] == ["문서번호", "시행일", "수신", "경유", "근거"]
    assert letter.texts("td")[:5] == [
        *("", "", "중소기업중앙회장", "서울지역본부장"),
        "지방재정법 제32조의5, 서울특별시 지방보조금 관리 조례 제12조",
    ]
    assert len(letter.texts("span", "place")) == 2


def test_a_table_of_figures_by_value() -> None:
    letter = page(html_of(replace(AWARD_NOTICE, has_head=False, basis=(), via="", approvals=())))
    assert letter.texts("p", "caption") == ["교부결정 내역"]
    assert letter.texts("p", "unit") == ["(단위 : 원)"]
    assert letter.texts("th") == [
        *("보조비목", "신청액", "교부결정액", "조정액", "비고"),
        *("협동조합 간 협업 지원", "설명회 등 홍보비", "계"),
    ]
    assert letter.texts("td", "figure") == [
        *("300,000,000", "290,000,000", "△10,000,000"),
        *("10,000,000", "10,000,000", "-"),
        *("310,000,000", "300,000,000", "△10,000,000"),
    ]
    assert letter.texts("tr", "total") == ["계310,000,000300,000,000△10,000,000"]
    assert letter.texts("p", "note") == ["※ 조정액은 교부결정액에서 신청액을 뺀 금액입니다."]


def test_a_form_by_value() -> None:
    form = page(html_of(APPLICATION))
    assert form.texts("table", "head") == []
    assert form.texts("p", "caption") == ["1. 신청인", "2. 거래계획"]
    assert form.texts("td")[:5] == [
        *("서울가상인쇄협동조합", "123-45-67890", "홍길동"),
        "사무국장 김가상, 02-000-0000\nprint@example.org",
        "",
    ]
    assert form.texts("p", "text") == ["위와 같이 협동조합 간 협업 지원을 신청합니다."]
    assert form.texts("p", "signed-on") == ["2018. 3. 12."]
    assert form.texts("p", "signed-by") == ["신청인 서울가상인쇄협동조합 이사장 홍길동 (직인)"]
    assert form.texts("p", "receiver") == ["중소기업중앙회 서울지역본부장 귀하"]
    assert form.texts("span", "spaced") == []
    assert "가상 자료" not in html_of(APPLICATION)


def test_a_voucher_has_its_approvals_above_the_title() -> None:
    voucher = page(html_of(VOUCHER))
    order = [element.attributes.get("class", element.tag) for element in voucher.elements]
    assert order.index("approvals") < order.index("h1") < order.index("head", 2) < order.index("pairs")
    assert voucher.texts("th")[:4] == ["결\n재", "담당", "팀장", "본부장"]
    assert voucher.texts("td")[:3] == [
        "김가상\n2018. 6. 29.",
        "이가상\n2018. 6. 29.",
        "대결 박가상\n2018. 7. 2.",
    ]


def test_the_approvals_of_a_letter_stand_below_who_sends_it() -> None:
    order = [element.attributes.get("class", element.tag) for element in page(html_of(AWARD_NOTICE)).elements]
    assert order.index("sender") < order.index("approvals")


def test_who_has_not_signed_yet_has_a_place() -> None:
    form = replace(VOUCHER, approvals=(Approval("담당", ""),), signed_by="작성자 김가상 (인)")
    assert page(html_of(form)).texts("td")[0] == ""
    assert page(html_of(form)).texts("p", "signed-on") == ["        년      월      일"]


@pytest.mark.parametrize(
    ("changed", "tag", "of", "expected"),
    [
        ({}, "p", "attached", "      2. 사업계획서 1부.  끝."),
        ({"attachments": ()}, "p", "item", "4. 이 결정에 이의가 있으면 "),
        ({"attachments": (), "notes": ("참고",)}, "p", "", "※ 참고  끝."),
        ({"attachments": (), "body": (Grid(LINES),)}, "p", "", "  끝."),
    ],
)
def test_the_end_is_said_once(changed: dict[str, tuple[str, ...]], tag: str, of: str, expected: str) -> None:
    letter = page(html_of(replace(AWARD_NOTICE, **changed)))  # type: ignore[arg-type]
    ends = [text for text in letter.texts(tag, of) if text.endswith("  끝.")]
    assert len(ends) == 1
    assert ends[0].startswith(expected)
    assert letter.texts("span", "spaced") == ["  끝."]


def test_a_table_that_was_not_made_here_has_a_column_for_its_labels() -> None:
    table = Table("t", "표", "명", (Column("people", "인원", "명"),), (Row("a", "서울", 0, (Cell("3", 3),)),))
    read = page(html_of(replace(VOUCHER, body=(Grid(table),), approvals=(), basis=())))
    assert (read.texts("th"), read.texts("td")) == (["구분", "인원", "서울"], ["3"])


def test_a_wide_table_lays_the_paper_on_its_side() -> None:
    def of(months: int) -> str:
        columns: list[Heading] = [
            ("사업", "text"),
            *((f"{month}월", "won") for month in range(1, months + 1)),
        ]
        return html_of(replace(VOUCHER, body=(Grid(paper.table("t", "월별", "원", columns, [])),)))

    assert "size: A4;" in of(9)
    assert "size: A4 landscape;" in of(12)


@pytest.mark.parametrize("sample", SAMPLES)
def test_a_page_asks_nobody_and_runs_nothing(sample: Paper) -> None:
    html = html_of(sample)
    tags = {element.tag for element in page(html).elements}
    assert not tags & {"script", "link", "img", "iframe", "object", "embed", "form", "a", "svg"}
    assert not re.search(r"https?:|//|url\(|@import| on[a-z]+=", html)
    assert "default-src 'none'" in html
    assert html.startswith('<!DOCTYPE html>\n<html lang="ko">')


HOSTILE = "<script>alert(1)</script>&\"'{{ 7*7 }}\u200b\u3164\ufeff"


def hostile(name: str) -> object:
    """A value of the field that is hostile through and through."""
    columns: list[Heading] = [(HOSTILE, "text"), (HOSTILE + "2", "text")]
    table = paper.table("t", HOSTILE, HOSTILE, columns, [[HOSTILE, HOSTILE]])
    body = (Item(HOSTILE), Paragraph(HOSTILE), Pairs(((HOSTILE, HOSTILE),), HOSTILE), Grid(table, HOSTILE))
    many = {
        "basis": (HOSTILE,),
        "attachments": (HOSTILE,),
        "notes": (HOSTILE,),
        "approvals": (Approval(HOSTILE, HOSTILE, date(2018, 1, 1), HOSTILE),),
        "body": body,
    }
    return many.get(name, HOSTILE)


TEXTS = [
    field.name
    for field in fields(Paper)
    if field.name not in ("effective", "signed_on", "has_head", "is_made_up")
]


@pytest.mark.parametrize("name", TEXTS)
def test_no_text_becomes_a_tag_or_a_sign_that_nobody_sees(name: str) -> None:
    html = html_of(replace(AWARD_NOTICE, **{name: hostile(name)}))  # type: ignore[arg-type]
    assert "script" not in {element.tag for element in page(html).elements}
    assert INVISIBLE.search(html) is None
    if name != "kind":
        assert "<script>alert(1)</script>&\"'{{ 7*7 }}" in "".join(page(html).texts("html"))
