"""반환 — proposed with reason and interest, received whole or in part, told to the city; bad input at its field."""

from typing import Any

from tests.web.officer.test_settlements import begun
from tests.web.window import Page, Window


def ordered(window: Window) -> Page:
    page = window.of("operator.officer").get("/office/settlements/")
    address = next(each for each, _ in page.links() if "/refunds/" in each)
    return page.browser.get(address)


def test_what_is_to_be_paid_back(window: Window) -> None:
    page = ordered(window)
    assert page.status == 200
    assert "돌려받아야 합니다" in page.h1
    assert page.has("반환명령서")


def test_all_of_it_is_received(window: Window) -> None:
    page = ordered(window)
    wrong = page.send("납부 확인", it__paid_on="2027. 1. 1.")
    assert wrong.status == 422
    done = page.send("납부 확인")
    assert done.has("낸 것을 적었습니다")
    assert "모두 냈습니다" in done.h1


def test_more_than_is_due_stands_at_its_field(window: Window) -> None:
    page = ordered(window).send("납부 확인", it__principal="999,000,000")
    assert page.status == 422
    assert "it.principal-error" in page.html


def test_a_refund_is_proposed(window: Window) -> None:
    page = begun(window).follow("반환명령 올리기")
    assert page.status == 200
    line = page.html.split('name="it.line" value="')[1].split('"')[0]
    said: dict[str, Any] = {
        "it__line": line,
        "it__kind": "goods_returned",
        "it__due_on": "2026. 12. 24.",
        "it__reason": "거래가 취소됨(가상)",
        "it__interest_basis": "none",
    }
    wrong = page.send("결재 올림", it__principal="999,000,000", **said)
    assert wrong.status == 422
    assert "it.principal-error" in wrong.html
    done = page.send("결재 올림", it__principal="105,000", **said)
    assert done.has("반환명령을 결재에 올렸습니다")


def test_a_revocation_is_proposed(window: Window) -> None:
    page = begun(window).follow("결정 취소 올리기")
    grounds = page.html.split('name="it.grounds" value="')[1].split('"')[0]
    said: dict[str, Any] = {
        "it__grounds": grounds,
        "it__facts": "거래하지 않은 증빙(가상)",
        "it__is_whole": "yes",
    }
    wrong = page.send("결재 올림", it__principal="999,000,000", **said)
    assert wrong.status == 422
    assert "it.principal-error" in wrong.html
    assert page.send("결재 올림", it__principal="105,000", **said).has("결정 취소를 결재에 올렸습니다")


def test_a_refund_is_not_there_for_the_city(window: Window) -> None:
    assert window.of("city.officer").get(ordered(window).address).status == 404
