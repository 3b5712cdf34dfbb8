"""Taking an application back: before the review, while it is reviewed, and after it was selected."""

from typing import Any
from uuid import uuid4

import pytest

from majungmul.stages.application.models import Application
from majungmul.stages.review import actions as reviews
from majungmul.stages.review.queries import items_of, review_of
from majungmul.values.won import Won
from tests.web.applicant.applying import to_last
from tests.web.applicant.opened import actor, body_of, open_call
from tests.web.conftest import NOW
from tests.web.window import Browser, Page, Window

WHO = "gloves.officer"


def given(person: str) -> dict[str, Any]:
    return {"by": actor(person), "at": NOW, "key": uuid4().hex}


@pytest.fixture
def browser(window: Window) -> Browser:
    return window.of(WHO)


@pytest.fixture
def applied(browser: Browser) -> Application:
    call = open_call()
    to_last(browser, call).send("신청서 제출")
    return Application.objects.get(body=body_of(WHO).pk, call=call)


def reviewed(application: Application) -> Any:
    return reviews.begin(application.pk, **given("operator.officer"))


def selected(application: Application) -> Any:
    review = reviewed(application)
    for item in items_of(review):
        reviews.check(review.pk, item.code, "met", "서류로 확인함", **given("operator.officer"))
    reviews.submit(review.pk, Won(1_000_000), "요건을 갖춤", **given("operator.officer"))
    reviews.decide(review.pk, **given("operator.approver"))
    return reviews.notify(review.pk, **given("operator.officer"))


def withdrawn(browser: Browser, application: Application) -> Page:
    page = browser.get("/mine/").follow("신청서 보기")
    page = page.follow("신청 거두기")
    assert page.send("신청 거두기", it__reason="").status == 422
    return page.send("신청 거두기", it__reason="사업을 미룸")


def test_before_the_review(browser: Browser, applied: Application) -> None:
    assert browser.get("/mine/").has("자격을 살펴봅니다")
    assert withdrawn(browser, applied).has("사업을 미룸")
    applied.refresh_from_db()
    assert applied.state == "withdrawn"


def test_while_it_is_reviewed(browser: Browser, applied: Application) -> None:
    reviewed(applied)
    assert browser.get("/mine/").has("선정 심사 중입니다")
    withdrawn(browser, applied)
    found = review_of(applied)
    assert found
    assert found.state == "withdrawn"


def test_after_it_was_selected(browser: Browser, applied: Application) -> None:
    selected(applied)
    page = browser.get("/mine/")
    assert page.has("선정되었습니다")
    assert page.has("지원결정을 기다립니다")
    withdrawn(browser, applied)
    applied.refresh_from_db()
    assert applied.state == "withdrawn"


def test_the_result_may_be_questioned_from_the_first_page(browser: Browser, applied: Application) -> None:
    selected(applied)
    page = browser.get("/mine/")
    assert page.has("지금 할 수 있는 일")
    page = page.follow("재검토 요청")
    page = page.send("재검토 요청", it__reason="추천 금액을 다시 보아 주십시오.")
    assert page.has("답을 기다립니다")
