"""A co-operative's own applications: what it owes, its course; changing, objecting; nobody else's."""

from datetime import datetime, time
from typing import Any
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from majungmul.stages.application.models import AmendmentNotice, Application
from majungmul.stages.award.models import Award, AwardChange
from majungmul.stages.delivery.models import Contract, Trade
from majungmul.stages.payment.models import Claim
from majungmul.stages.review.models import Reconsideration, Review
from majungmul.stages.settlement.models import Refund, RefundObjection, Settlement
from tests.web.applicant.opened import body_of
from tests.web.window import Browser, Window

NOW_YEAR = {"application__call__year": 2026}
A_FEW = 25
"""What the parts of a page ask that are there for one and not for another."""


def award_of(who: str) -> Award:
    return Award.objects.get(body=body_of(who).pk, **NOW_YEAR)


def test_what_is_owed_stands_first(window: Window) -> None:
    page = window.of("printers.officer").get("/mine/")
    assert page.h1 == "지금 해 주실 일이 1개 있습니다"
    assert page.has("반환금을 내 주십시오")
    assert page.follow("얼마를 어디로 낼지 보기").has("360,000")


def test_nothing_owed_is_said(window: Window) -> None:
    page = window.of("steel.officer").get("/mine/")
    assert page.h1 == "지금 해 주실 일이 없습니다"
    assert page.has("지원금 34,960,000원을 받았습니다")


def test_an_amendment_is_read(window: Window) -> None:
    page = window.of("steel.officer").get("/mine/")
    assert page.has("읽지 않은 정정 알림")
    count = page.text.count("읽었습니다")
    assert page.send("읽었습니다").text.count("읽었습니다") == count - 1


def test_who_never_applied_is_told_what_will_be_here(window: Window) -> None:
    page = window.of("gloves.officer").get("/mine/")
    assert page.h1 in ("아직 신청한 것이 없습니다", "지금 해 주실 일이 없습니다")


def test_the_course_says_no_day_that_nobody_fixed(window: Window) -> None:
    page = window.of("lights.officer").get("/mine/")
    assert page.has("지급 심사 중입니다")
    assert page.has("2026. 12. 7.(월)")
    assert page.has("보완한 것을 냈습니다")


@pytest.fixture
def decided(window: Window) -> Browser:
    return window.of("plumbers.officer")


def test_a_change_of_partner_is_asked_for(decided: Browser) -> None:
    page = decided.get(f"/mine/awards/{award_of('plumbers.officer').pk}/").follow("거래조합 바꾸기")
    assert page.send("변경 신청", it__partner="", it__reason="바뀜").status == 422
    page = page.send("변경 신청", it__partner="경기가상전구협동조합", it__reason="공급이 늦어짐")
    assert page.has("변경을 신청했습니다")
    asked = AwardChange.objects.filter(award=award_of("plumbers.officer"), kind="partner").get()
    assert asked.partner == "경기가상전구협동조합"


def test_a_day_outside_of_the_year_is_refused_with_what_was_typed(decided: Browser) -> None:
    page = decided.get(f"/mine/awards/{award_of('plumbers.officer').pk}/change/period/")
    page = page.send("변경 신청", it__until="2027. 6. 1.", it__reason="늦어짐")
    assert page.status == 422
    assert page.has("이월 승인")
    assert page.form("변경 신청").fields["it.until"] == "2027. 6. 1."


def test_support_is_given_up(decided: Browser) -> None:
    page = decided.get(f"/mine/awards/{award_of('plumbers.officer').pk}/").follow("지원 포기하기")
    page = page.send("지원 포기", it__reason="사업을 다음 해로 미룸")
    assert page.has("지원이 끝났습니다")
    assert page.has("사업을 다음 해로 미룸")


def test_a_passed_right_has_no_page(decided: Browser) -> None:
    award = award_of("plumbers.officer")
    assert decided.get(f"/mine/awards/{award.pk}/objection/").status == 404
    assert decided.get(f"/mine/applications/{award.application_id}/again/").status == 404
    assert decided.get(f"/mine/applications/{award.application_id}/withdraw/").status == 404


def test_an_order_to_pay_back_is_objected_to(window: Window) -> None:
    refund = Refund.objects.get(body=body_of("printers.officer").pk, state="ordered")
    page = window.of("printers.officer").get(f"/mine/refunds/{refund.pk}/")
    assert page.has(refund.pay_to)
    if page.has("이의신청하기"):
        page = page.follow("이의신청하기").send("이의신청", it__reason="반품한 것이 아님")
        assert page.has("반품한 것이 아님")
        assert RefundObjection.objects.filter(refund=refund).count() == 1


def test_nobody_sees_what_is_anothers(window: Window) -> None:
    browser = window.of("florists.officer")
    own = body_of("florists.officer").pk
    pages: dict[str, tuple[Any, tuple[str, ...]]] = {
        "applications": (Application, ("", "withdraw/", "again/")),
        "awards": (
            Award,
            ("", "change/amount/", "give-up/", "objection/", "contract/", "claim/", "claim/saved/"),
        ),
        "contracts": (Contract, ("", "scan/", "link/", "change/", "cancel/", "trade/")),
        "claims": (Claim, ("", "withdraw/", "correct/", "correct/saved/")),
        "refunds": (Refund, ("", "objection/")),
        "settlements": (Settlement, ("", "correct/")),
        "trades": (Trade, ("withdraw/",)),
    }
    for word, (model, ends) in pages.items():
        row = model.objects.exclude(body=own).order_by("id").last()
        for end in ends:
            assert browser.get(f"/mine/{word}/{row.pk}/{end}").status == 404, f"{word} {end}"
            posted = browser.send(f"/mine/{word}/{row.pk}/{end}", {"key": uuid4().hex})
            assert posted.status == 404, f"{word} {end}"


def test_a_notice_of_another_is_not_read(window: Window) -> None:
    own = body_of("florists.officer").pk
    notice = AmendmentNotice.objects.exclude(application__body=own).filter(read_at=None).first()
    assert notice
    posted = window.of("florists.officer").send(f"/mine/notices/{notice.pk}/read/", {"key": uuid4().hex})
    assert posted.status == 404


@pytest.mark.parametrize("address", ["/mine/", "/mine/received/", "/mine/papers/"])
def test_a_list_asks_no_more_for_more_rows(window: Window, address: str) -> None:
    """Two applications with everything beneath, or one with little: the same number of questions, but a few."""
    asked = []
    for who in ("printers.officer", "travel.officer"):
        browser = window.of(who)
        with CaptureQueriesContext(connection) as captured:
            assert browser.get(address).status == 200
        asked.append(len(captured))
    assert max(asked) - min(asked) <= A_FEW


def test_all_papers_are_listed_by_application(window: Window) -> None:
    page = window.of("printers.officer").get("/mine/papers/")
    assert "문서" in page.h1
    assert page.has("지원결정통지서")
    assert page.has("지급 통지")
    assert page.has("반환명령서")


def test_money_is_listed_by_year(window: Window) -> None:
    page = window.of("printers.officer").get("/mine/received/")
    assert page.h1 == "2026년에 5,505,000원을 받았습니다"
    assert page.has("지급 통지")


def test_a_result_is_asked_to_be_looked_at_again(window: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    """On the day after the result was told: the story's last day is long past."""
    application = Application.objects.get(body=body_of("travel.officer").pk, call__year=2026)
    review = Review.objects.get(application=application)
    assert review.notified_on
    then = datetime.combine(review.notified_on, time(20), ZoneInfo("Asia/Seoul"))
    monkeypatch.setattr("majungmul.web.asked.now", lambda: then)
    page = window.of("travel.officer").get(f"/mine/applications/{application.pk}/").follow("재검토 요청하기")
    page = page.send("재검토 요청", it__reason="자격이 있음")
    assert page.has("자격이 있음")
    assert Reconsideration.objects.filter(review=review).count() == 1
