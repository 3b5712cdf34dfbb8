"""지원계획 통보: what the operator is told of the year, and what it has to do next."""

from datetime import date, datetime

import pytest

from majungmul.formats.html_paper import html_of, text_of
from majungmul.formats.paper import Paper
from majungmul.programmes import plan as file
from majungmul.proof.papers import unproved
from majungmul.stages.plan import actions
from majungmul.stages.plan.models import Plan
from majungmul.stages.plan.papers import PAPERS, NotFixedYet, plan_notice
from majungmul.stages.plan.states import State
from tests.database import refused
from tests.given import SEOUL, a_key
from tests.stages.plan.plans import IN_STATE, a_plan, an_office_at_work, seoul

pytestmark = pytest.mark.django_db

ITEMS = (
    "2018년 중소기업 육성사업 지원계획 통보",
    "서울특별시장",
    "중소기업중앙회 서울지역본부장",
    "경제정책과-100",
    "2018. 2. 1.",
    "중소기업협동조합법 제135조제2항",
    "지방재정법 제32조의2",
    "금1,300,000,000원(금일십삼억원)",
    "민간경상사업보조(100-307-02)",
    "다. 협동조합 간 협업 지원",
    "설명회 등 홍보비",
    "290,000",
    "2018. 2. ~ 2018. 12.: 보조금 교부 및 사업추진",
    "지방보조금 교부신청서와 붙임(통장사본, 청렴이행서약서, 사업계획서)",
    "낼 때: 2018. 2. 28.까지",
    "교부결정 통지를 받기 전에 쓴 돈은",
    "문의: ",
    "2018년 중소기업 육성사업 지원계획 1부.  끝.",
)
"""What a 통보 has to say (practice §1: 지원계획 결재 → 통보 → 교부신청)."""


def at(month: int, day: int) -> datetime:
    return datetime(2018, month, day, 10, tzinfo=SEOUL)


def told() -> Plan:
    system = seoul()
    adopted = actions.adopt(file.plan("seoul", 2018), by=system, at=at(1, 31), key=a_key())
    return actions.announce(adopted.pk, "경제정책과-100", by=system, at=at(2, 1), key=a_key())


@pytest.fixture
def paper() -> Paper:
    return plan_notice(told())


def test_the_notice_says_what_it_has_to(paper: Paper) -> None:
    text = text_of(paper)
    assert [item for item in ITEMS if item not in text] == []
    assert (paper.number, paper.effective) == ("경제정책과-100", date(2018, 2, 1))
    assert paper.portal == ""


def test_an_act_of_2018_cites_no_law_of_later(paper: Paper) -> None:
    assert "지방보조금법" not in text_of(paper)


def test_an_act_of_today_cites_today_s_law() -> None:
    office, when = an_office_at_work(), datetime(2026, 2, 10, 10, tzinfo=SEOUL)
    written = a_plan(year=2026, title="2026년 가상 지원계획", contents=[{"year": 2026, "items": ["가"]}])
    plan = actions.draft(written, by=office.officer, at=when, key=a_key())
    actions.submit(plan.pk, by=office.officer, at=when, key=a_key())
    actions.fix(plan.pk, "경제정책과-10", by=office.approver, at=when, key=a_key())
    text = text_of(
        plan_notice(actions.announce(plan.pk, "경제정책과-11", by=office.officer, at=when, key=a_key()))
    )
    assert "지방보조금법 시행령 제5조" in text
    assert "지방재정법" not in text
    assert "2026. 2. 10." in text
    assert office.officer.name in text


def test_its_tables_are_proved_and_it_is_shown(paper: Paper) -> None:
    assert unproved(paper) == []
    assert "소요예산" in html_of(paper)


def test_before_it_is_told_number_and_day_are_places() -> None:
    system = seoul()
    adopted = actions.adopt(file.plan("seoul", 2018), by=system, at=at(1, 31), key=a_key())
    paper = plan_notice(adopted)
    assert (paper.number, paper.effective) == ("", None)


@pytest.mark.parametrize("state", [State.DRAFT, State.SUBMITTED])
def test_a_plan_that_is_not_fixed_is_not_told(state: State) -> None:
    office = an_office_at_work()
    plan = IN_STATE[state](office)
    with refused(NotFixedYet) as caught:
        plan_notice(plan)
    assert "결재로 확정된 뒤" in str(caught.value)


@pytest.mark.parametrize("state", [State.FIXED, State.ANNOUNCED, State.CLOSED])
def test_a_small_plan_of_any_later_state_has_its_notice(state: State) -> None:
    office = an_office_at_work()
    plan = IN_STATE[state](office)
    text = text_of(plan_notice(plan))
    assert "교부신청" in text
    assert unproved(plan_notice(plan)) == []


def test_the_kinds_name_the_row_that_they_are_asked_by() -> None:
    title, model, make = PAPERS["plan_notice"]
    assert (title, model, make) == ("지원계획 통보", Plan, plan_notice)
