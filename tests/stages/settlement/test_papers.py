"""Papers of a settlement: every item that its article asks for is there, and every table is proved."""

from datetime import date

import pytest

from majungmul.formats.html_paper import html_of, text_of
from majungmul.proof.papers import unproved
from majungmul.stages.settlement import actions as settlement
from majungmul.stages.settlement.models import Settlement
from majungmul.stages.settlement.papers.settling import PAPERS
from majungmul.values.seal import Seal
from majungmul.values.won import Won
from tests.given import a_key
from tests.stages.settlement.givens import a_report, a_year, examined, in_effect, settled, submitted
from tests.stages.world import a_file, at
from tests.stages.world_end import report_papers

pytestmark = pytest.mark.django_db

LESS = Won(500_000)
REPORT = (
    "2018-정산-00001",
    "재원별 계산서",
    "시 보조금",
    "항목별 정산",
    "결정액",
    "교부액",
    "집행액",
    "집행잔액",
    "이자",
    "반납액",
    "지원받은 곳",
    "서울가상인쇄협동조합",
    "4,500,000",
    "사용내역",
    "140,500,000",
    "12,340",
    "지방재정법 제32조의6제1항",
    "(직인)",
    "가상 자료",
)
FINAL = (
    "서울특별시장",
    "사업 성과",
    "협업 1건, 단가 8% 절감",
    "계획 대비 실적",
    "협동조합 간 협업 지원",
    "집행률",
    "지급 단체",
    "실제 거래",
    "붙임",
    "정산보고서 1부.",
    "지방재정법 제32조의6제1항",
    "끝.",
)
NOTICE = (
    "경제정책과-90",
    "2019. 2. 14.",
    "확정액",
    "인정하지 않은 금액",
    "500,000원은 인정하지 않습니다. 이유: 증빙 없음",
    "2019. 3. 29.까지",
    "시가 보내는 납입고지서에 적힌 곳",
    "이자는 12,340원입니다",
    "20일 안에 서면으로 이의신청",
    "지방재정법 제32조의10",
    "지방재정법 제32조의6제2항",
    "문의",
    "가상 자료",
)


def read(row: object, kind: str) -> str:
    """The text of a paper, once all its tables are proved and its page is made."""
    paper = PAPERS[kind][2](row)
    assert unproved(paper) == []
    assert paper.kind == kind
    assert paper.title in html_of(paper)
    return text_of(paper)


def whole() -> Settlement:
    year = a_year()
    settled(year)
    return in_effect(a_report(year, interest=12_340), year.world, LESS)


@pytest.mark.parametrize(
    ("kind", "items"), [("settlement_report", REPORT), ("final_report", FINAL), ("settled_notice", NOTICE)]
)
def test_of_the_city_in_2018_each_says_what_its_article_asks_for(kind: str, items: tuple[str, ...]) -> None:
    text = read(whole(), kind)
    missing = [item for item in items if item not in text]
    assert missing == []
    assert "지방보조금법" not in text


def test_amounts_to_return_are_in_figures_and_words() -> None:
    text = read(whole(), "settled_notice")
    back = 650_000_000 - 4_500_000 + 500_000 + 12_340
    assert f"금{back:,}원(금육억사천육백일만이천삼백사십원)" in text


def test_below_the_notice_says_what_the_co_operative_returns_and_whom_it_asks_again() -> None:
    year = a_year()
    row = settled(year, Won(300_000))
    text = read(row, "settled_notice")
    for item in (
        row.number,
        "2018. 12. 23.",
        "지급액",
        "300,000원은 인정하지 않습니다",
        "2019. 1. 15.까지",
        "중앙회의 사업비 계좌",
        "10일 안에 재검토",
        "공고와 지원조건",
    ):
        assert item in text
    assert "시가 보내는" not in text
    assert "정산보고서" in read(row, "settlement_report")
    assert "1" in read(row, "final_report")


def test_today_it_cites_today_s_law_names_the_portal_and_the_cut_of_a_late_report() -> None:
    year = a_year()
    settled(year)
    letter = Seal("중소기업중앙회-77", date(2026, 3, 2), "보탬-1", date(2026, 3, 2))
    files = {**report_papers().files, "verification_report": a_file()}
    row = settlement.report(
        year.world.grant.pk,
        "마침",
        (),
        settlement.ReportPapers(files=files, letter=letter),
        by=year.world.officer,
        at=at(3, 2, year=2026),
        key=a_key(),
    )
    text = read(row, "final_report")
    for item in (
        "지방보조금법 제17조제1항",
        "보탬-1 (2026. 3. 2.)",
        "중소기업중앙회-77",
        "검증보고서 1부.",
        "기한(2019. 2. 28.)보다 늦은 2026. 3. 2.",
        "처음 교부하는 금액에서 50% 이하를 줄일 수 있습니다",
        "시행령 제9조제4항제3호",
    ):
        assert item in text
    assert "지방재정법" not in text


def test_a_notice_that_is_not_in_effect_has_empty_places_for_its_number() -> None:
    year = a_year()
    settled(year)
    row = submitted(
        examined(a_report(year), world=year.world, city=True), year.world, date(2019, 3, 29), city=True
    )
    paper = PAPERS["settled_notice"][2](row)
    assert (paper.number, paper.effective) == ("", None)
    assert [each.role for each in paper.approvals] == ["담당"]


def test_the_report_names_what_is_not_settled_with_its_reason() -> None:
    year = a_year()
    (line,) = year.award.lines.select_related("account")
    assert line.account is not None
    text = read(a_report(year, unsettled={line.account.pk: "검수를 마치지 못함"}), "settlement_report")
    assert "미정산 목록" in text
    assert "검수를 마치지 못함" in text


def test_open_items_of_a_year_say_whose_how_much_and_where_it_stands() -> None:
    year = a_year()
    text = read(year.world.plan, "open_items")
    for item in (
        "2018년 미결 목록",
        "서울가상인쇄협동조합",
        "정산 시작 전",
        "4,500,000",
        "과년도",
        "가상 자료",
    ):
        assert item in text
