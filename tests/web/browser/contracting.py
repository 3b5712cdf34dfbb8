"""계약과 거래 — entered, confirmed by the 거래조합 as nobody through the link, delivered."""

from typing import TYPE_CHECKING

from tests.web.browser.people import (
    BODY,
    FLORISTS,
    OFFICER,
    People,
    fill,
    follow,
    has,
    headline,
    press,
    turn_to,
)

if TYPE_CHECKING:
    from playwright.sync_api import Page

ITEM = "꽃 포장지 5,000권"
CONTRACT = {
    "it__side": "buyer",
    "it__kind": "contract",
    "it__signed_on": "2026. 11. 25.",
    "it__item": ITEM,
    "it__quantity": "5,000권×5,000원",
    "it__supply": "25,000,000",
    "it__vat": "2,500,000",
    "it__deliver_by": "2026. 12. 10.",
    "it__place": "서초구 가상로 10",
    "it__payment_terms": "납품 후 30일 안 계좌이체",
}
TRADE = {
    "it__delivered_on": "2026. 11. 25.",
    "it__supply": "25,000,000",
    "it__vat": "2,500,000",
    "it__received_by": "사무국장 김가상",
}


def contract(people: People) -> "Page":
    """The contract before the co-operative: from its first page over the award."""
    page = people.of(FLORISTS).page
    turn_to(page, "내 신청")
    follow(page, "결정·계약·청구 보기")
    follow(page, ITEM)
    return page


def enter(people: People) -> None:
    """계약 등록, without its scan: both seals are not there yet."""
    page = people.of(FLORISTS).page
    turn_to(page, "내 신청")
    people.look(page)
    follow(page, "결정·계약·청구 보기")
    people.look(page)
    follow(page, "계약 등록")
    press(page, "계약 등록")
    people.look(page)
    page.locator('[name="it.counterpart"]').select_option(index=1)
    fill(page, **CONTRACT)
    press(page, "계약 등록")
    assert has(page, ITEM)


def send_link(people: People) -> None:
    """확인 링크 — shown once."""
    page = contract(people)
    people.look(page)
    follow(page, "확인 링크 만들기")
    people.look(page)
    press(page, "확인 링크 만들기")
    people.known["link"] = page.locator("#address").input_value()
    people.look(page)
    follow(page, "계약으로 돌아가기")
    assert headline(page) == "거래조합의 확인을 기다립니다"


def confirm(people: People) -> None:
    """The 거래조합 confirms as nobody; opening the address again confirms nothing more."""
    page = people.of("").page
    page.goto(people.known["link"])
    people.look(page)
    assert has(page, "25,000,000")
    press(page, "확인합니다")
    assert has(page, "거래를 확인했습니다")
    page.goto(people.known["link"])
    assert headline(page).startswith("이 계약의 확인은 끝났습니다")


def see(people: People) -> None:
    """담당자 sees who confirmed it and how: there is nothing left for them to do."""
    page = people.of(OFFICER).page
    turn_to(page, "결정")
    follow(page, people.known.get("award", BODY))
    people.look(page)
    assert has(page, ITEM)


def deliver(people: People) -> None:
    """거래 적기."""
    page = contract(people)
    assert headline(page).endswith("계약이 확인되었습니다")
    follow(page, "거래 적기")
    fill(page, **TRADE)
    people.look(page)
    press(page, "거래 등록")
    assert has(page, "거래를 적었습니다")
