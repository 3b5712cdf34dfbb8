"""What a co-operative does late: answers about a settlement, objects to a decision, mends a contract that waits."""

from datetime import date, datetime, time
from typing import Any
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest

from majungmul.stages.award.models import Award, AwardObjection
from majungmul.stages.delivery.models import Contract
from majungmul.stages.settlement import actions as settlement
from majungmul.stages.settlement.models import Settlement
from tests.web.applicant.applying import scan
from tests.web.applicant.opened import actor, body_of
from tests.web.applicant.test_life_claiming import a_contract, the_contract
from tests.web.conftest import NOW
from tests.web.window import Window


def given(person: str) -> dict[str, Any]:
    return {"by": actor(person), "at": NOW, "key": uuid4().hex}


def award_of(who: str) -> Award:
    return Award.objects.get(body=body_of(who).pk, application__call__year=2026)


def test_a_settlement_is_answered(window: Window) -> None:
    award = award_of("steel.officer")
    row = settlement.open_settlement(award.pk, "모두 지급함", **given("operator.officer"))
    settlement.ask_correction(row.pk, "성과를 더 적어 주십시오.", 7, **given("operator.officer"))
    browser = window.of("steel.officer")
    page = browser.get("/mine/")
    assert page.has("정산의 보완요청에 답해 주십시오")
    page = page.follow("답하러 가기")
    assert page.has("성과를 더 적어 주십시오.")
    page = page.send("답 보내기", it__answer="참여 조합원 수를 더 적음", it__summary="참여 조합원 17개사")
    assert page.h1 == "담당자가 정산하고 있습니다"
    assert Settlement.objects.get(pk=row.pk).summary == "참여 조합원 17개사"


def test_figures_of_a_settlement_wait_until_it_is_fixed(window: Window) -> None:
    row = settlement.open_settlement(award_of("steel.officer").pk, "모두 지급함", **given("operator.officer"))
    line = row.lines.get()
    settlement.examine(line.pk, line.reported, **given("operator.officer"))
    page = window.of("steel.officer").get(f"/mine/settlements/{row.pk}/")
    assert page.has("심사 전")


def test_a_decision_is_objected_to_in_time(window: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    award = award_of("steel.officer")
    assert award.effective_on
    then = datetime.combine(award.effective_on, time(20), ZoneInfo("Asia/Seoul"))
    monkeypatch.setattr("majungmul.web.asked.now", lambda: then)
    page = window.of("steel.officer").get(f"/mine/awards/{award.pk}/").follow("결정에 재검토 요청하기")
    assert page.send("재검토 요청", it__reason="").status == 422
    page = page.send("재검토 요청", it__reason="금액을 다시 보아 주십시오.")
    assert page.has("답을 기다립니다")
    assert AwardObjection.objects.get(award=award).filed_on == date(2026, 4, 22)


def test_a_contract_gets_another_scan(window: Window) -> None:
    browser = window.of("plumbers.officer")
    a_contract(browser)
    page = browser.get(f"/mine/contracts/{the_contract().pk}/").follow("계약서 올리기")
    assert page.send("계약서 올리기").status == 422
    page = page.send("계약서 올리기", files={"papers.scan": scan("다시.pdf")})
    assert page.has("다시.pdf")


def test_a_contract_without_trades_is_cancelled(window: Window) -> None:
    browser = window.of("plumbers.officer")
    a_contract(browser)
    page = browser.get(f"/mine/contracts/{the_contract().pk}/").follow("계약 해제")
    page = page.send("계약 해제", it__reason="거래조합이 납품하지 못함")
    assert page.h1 == "해제한 계약입니다"
    assert page.has("거래조합이 납품하지 못함")


def test_what_happens_to_a_contract_later_has_no_page(window: Window) -> None:
    browser = window.of("plumbers.officer")
    confirmed = Contract.objects.filter(body=body_of("plumbers.officer").pk, state="confirmed").first()
    assert confirmed
    assert browser.get(f"/mine/contracts/{confirmed.pk}/scan/").status == 404
    assert browser.get(f"/mine/contracts/{confirmed.pk}/link/").status == 404
