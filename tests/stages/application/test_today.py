"""오늘의 법: a 지정 and a 교부신청 of 2026 — the article, the duties, 보탬e; nothing of 2018's."""

from datetime import date, datetime
from typing import Any

import pytest

from majungmul.books.duties.queries import duties_of
from majungmul.formats.html_paper import text_of
from majungmul.stages.application import actions
from majungmul.stages.application.models import Application
from majungmul.stages.application.papers import grant_application, receipt
from majungmul.stages.application.refusals import Incomplete
from majungmul.stages.call import actions as call
from majungmul.stages.call.models import Call
from majungmul.stages.call.papers import designation_notice
from majungmul.stages.call.queries import plan_behind
from majungmul.stages.plan import actions as plan
from majungmul.values.seal import Seal
from majungmul.values.won import Won
from tests.database import refused
from tests.given import a_key
from tests.stages.application.givens import grant_papers
from tests.stages.plan.plans import a_plan
from tests.stages.world import World, a_world, at, grant_answers

pytestmark = pytest.mark.django_db


def now(month: int, day: int) -> datetime:
    return at(month, day, year=2026)


def designated(world: World) -> Call:
    """The operator designated on 9 February 2026 for a small plan of 7,000,000원."""
    written = a_plan(
        title="2026년 가상 지원계획",
        year=2026,
        operator=world.operator.name,
        calendar=[{"what": "통보", "who": "시→중앙회", "months": ["2026-02"]}],
        contents=[{"year": 2026, "items": ["가", "나"]}],
    )
    adopted = plan.adopt(written, by=world.system, at=now(2, 2), key=a_key())
    said = call.Designation(
        account=adopted.account_id,
        body=world.operator.pk,
        title="2026년 수행기관 지정",
        reason_code="unavoidable",
        reason="가상의 재난",
        closes_at=now(3, 3),
        contact="경제정책과 02-000-0000",
        is_made_up=True,
    )
    return call.designate(said, by=world.city_approver, at=now(2, 9), key=a_key())


def applied(world: World, to: Call, **money: str) -> Application:
    answers = grant_answers()
    answers["money"] |= {"total_cost": "7,000,000", "requested": "7,000,000", **money}
    given: dict[str, Any] = {"by": world.officer, "at": now(2, 20), "key": a_key()}
    return actions.hand_in(to.pk, answers, grant_papers(), **given)


def test_what_is_asked_for_is_what_the_form_says() -> None:
    world = a_world()
    application = applied(world, designated(world))
    assert (application.amount, application.trade_total) == (Won(7_000_000), Won(0))
    assert application.number == "2026-교부신청-00001"


def test_the_operators_duty_is_done_and_the_city_owes_its_decision() -> None:
    world = a_world()
    to = designated(world)
    application = applied(world, to)
    of_plan = plan_behind(to)
    assert of_plan is not None
    (handed,) = duties_of(of_plan).filter(code="grant_application")
    assert (handed.done_by, handed.note) == ("application.received", application.number)
    (owed,) = duties_of(application)
    assert (owed.code, owed.position_id) == ("award_decision", world.city_approver.position)
    assert (str(owed.due_on), owed.done_at) == ("2026-02-27", None)
    assert "지방보조금법" in owed.basis
    actions.withdraw(application.pk, "금액 고침", by=world.officer, at=now(2, 23), key=a_key())
    assert duties_of(application)[0].note == "철회"


def test_the_amounts_and_days_of_a_grant_application_fit_together() -> None:
    world = a_world()
    to = designated(world)
    with refused(Incomplete) as caught:
        applied(world, to, requested="7,000,001")
    assert isinstance(caught.value, Incomplete)
    assert [(each.field, each.sentence) for each in caught.value.mistakes] == [
        ("money.requested", "교부받으려는 금액이 지원계획의 금액 7,000,000원보다 많습니다. 줄여 주십시오."),
        ("money.total_cost", "경비가 교부받으려는 금액보다 적습니다. 확인해 주십시오."),
    ]


def test_its_papers_cite_the_law_of_today() -> None:
    world = a_world()
    to = designated(world)
    application = applied(world, to)
    assert "근거: 지방보조금법 제7조제2항제6호" in text_of(designation_notice(to))
    assert "근거: 지방보조금법 시행령 제5조" in text_of(grant_application(application))
    text = text_of(receipt(application))
    assert "시가 신청 내용을 살펴 2026. 2. 27.까지 교부결정을 하고 알려 드립니다." in text
    assert "지방재정법" not in text


def test_every_step_of_today_has_its_number_in_the_portal() -> None:
    world = a_world()
    to = designated(world)
    given = Seal("경제정책과-105", date(2026, 2, 10), "가상-2026-000001", date(2026, 2, 10))
    call.seal_designation(to.pk, given, by=world.city_officer, at=now(2, 10), key=a_key())
    assert "보탬e: 가상-2026-000001 (2026. 2. 10.)" in text_of(designation_notice(to))
    application = applied(world, to)
    given = Seal("중앙회-85호", date(2026, 2, 20), "가상-2026-000002", date(2026, 2, 20))
    actions.seal(application.pk, given, by=world.officer, at=now(2, 20), key=a_key())
    assert "보탬e: 가상-2026-000002 (2026. 2. 20.)" in text_of(grant_application(application))
