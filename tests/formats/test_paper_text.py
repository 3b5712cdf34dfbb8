"""문서의 글: the plain text of three papers, which says all that the page says."""

from dataclasses import replace

import pytest

from majungmul.formats import html_paper
from majungmul.formats.html_paper import html_of
from majungmul.formats.paper import Grid, Item, Paper
from tests.formats.page_parser import page
from tests.formats.paper_samples import APPLICATION, AWARD_NOTICE, LINES, VOUCHER


def test_a_letter_as_text() -> None:
    assert html_paper.text_of(AWARD_NOTICE).splitlines() == [
        "가상 자료 — 실제 기관·사람·금액이 아닙니다.",
        "2018년 중소기업 육성사업 보조금 교부결정 통지",
        "문서번호: __________",
        "시행일: __________",
        "수신: 중소기업중앙회장",
        "경유: 서울지역본부장",
        "근거: 지방재정법 제32조의5, 서울특별시 지방보조금 관리 조례 제12조",
        "1. 귀 기관의 무궁한 발전을 기원합니다.",
        "2. 귀 기관이 신청한 보조금의 교부를 다음과 같이 결정하여 통지합니다.",
        "3. 교부결정 내용",
        "  가. 교부결정액: 금300,000,000원(금삼억원)",
        "  나. 사업기간: 2018. 3. 2.부터 2018. 12. 31.까지",
        "교부결정 내역",
        "(단위 : 원)",
        "보조비목 | 신청액 | 교부결정액 | 조정액 | 비고",
        "협동조합 간 협업 지원 | 300,000,000 | 290,000,000 | △10,000,000 | 거래금액의 10%",
        "설명회 등 홍보비 | 10,000,000 | 10,000,000 | - | ",
        "계 | 310,000,000 | 300,000,000 | △10,000,000 | ",
        "※ 조정액은 교부결정액에서 신청액을 뺀 금액입니다.",
        "  다. 교부조건",
        "    1) 보조금은 별도의 계정을 두어 회계처리하고, 교부 목적 외에 사용하지 않습니다.",
        "    2) 사업을 마친 날부터 2개월 안에 실적보고서를 제출합니다.",
        "4. 이 결정에 이의가 있으면 통지를 받은 날부터 20일 안에 서면으로 이의를 신청할 수 있습니다.",
        "붙임  1. 교부조건 1부.",
        "      2. 사업계획서 1부.  끝.",
        "서울특별시장",
        "담당 홍길동 2018. 3. 2.",
        "과장 전결 김가상 2018. 3. 2.",
    ]


def test_a_form_as_text() -> None:
    form = html_paper.text_of(replace(APPLICATION, signed_on=None)).splitlines()
    assert form[:3] == ["협동조합 간 협업 지원 신청서", "1. 신청인", "신청조합: 서울가상인쇄협동조합"]
    assert "소재지: __________" in form
    assert form[-5:] == [
        "위와 같이 협동조합 간 협업 지원을 신청합니다.",
        "※ 거래금액은 부가가치세를 뺀 공급가액으로 적습니다.",
        "년      월      일",
        "신청인 서울가상인쇄협동조합 이사장 홍길동 (직인)",
        "중소기업중앙회 서울지역본부장 귀하",
    ]


def test_a_letter_that_ends_with_a_table_has_its_end_below() -> None:
    letter = replace(AWARD_NOTICE, body=(Grid(LINES),), attachments=(), approvals=(), sender="")
    assert html_paper.text_of(letter).splitlines()[-2:] == [
        "계 | 310,000,000 | 300,000,000 | △10,000,000 | ",
        "  끝.",
    ]


def test_a_letter_that_ends_with_words_has_its_end_behind_them() -> None:
    letter = replace(AWARD_NOTICE, body=(Item("알립니다."),), attachments=(), approvals=(), sender="")
    assert html_paper.text_of(letter).splitlines()[-1] == "알립니다.  끝."


@pytest.mark.parametrize("sample", [AWARD_NOTICE, APPLICATION, VOUCHER])
def test_page_and_text_say_the_same(sample: Paper) -> None:
    def words(text: str) -> set[str]:
        return set(text.replace("_", "").replace("|", " ").replace(":", " ").split())

    (body,) = (element for element in page(html_of(sample)).elements if element.tag == "main")
    on_the_page = "".join(body.text.split())
    assert [word for word in words(html_paper.text_of(sample)) if word not in on_the_page] == []
