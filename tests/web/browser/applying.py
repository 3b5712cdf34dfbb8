"""신청 — the form written by keyboard and by mouse, kept as it is typed, handed in; later put right."""

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.web.browser.people import FLORISTS, People, fill, follow, has, press, turn_to

if TYPE_CHECKING:
    from playwright.sync_api import Page

CALL = "협업 지원 2차 공고"
ITEM = "겨울 꽃 공동 포장재"
TRADE = {
    "partners": "경기가상지류조합",
    "item": ITEM,
    "period": "11~12월",
    "amount": "27418905",
    "other_support": "없음",
    "effect": "포장재 단가 8% 절감",
}
CHOICES = {"role": "buyer", "tax": "taxable", "payment_method": "transfer"}
PAPERS = ("business_registration", "bankbook", "sealed_application")


def apply(people: People) -> None:
    """From the list of calls to the receipt."""
    page = people.of(FLORISTS).page
    turn_to(page, "신청할 사업")
    people.look(page)
    page.get_by_role("listitem").filter(has_text=CALL).get_by_role("link", name="신청서 쓰기").click()
    press(page, "다음: 거래계획")
    people.look(page)
    write_applicant(page)
    press(page, "다음: 거래계획")
    write_trade(page)
    expect(page.locator("#saved")).to_contain_text("저장했습니다")
    expect(page.locator("#total")).to_contain_text("2,741,890")
    people.look(page, "trades")
    press(page, "다음: 서류")
    people.look(page, "papers")
    add_papers(people, page, PAPERS)
    press(page, "다음: 미리보기")
    people.look(page, "last")
    assert has(page, "2,741,890")
    press(page, "신청서 제출")
    expect(page.locator("h1")).to_have_text("신청서를 접수했습니다")
    people.look(page)
    found = re.search(r"2026-신청-\d+", page.inner_text("main"))
    assert found
    people.known["application"] = found[0]


def write_applicant(page: "Page") -> None:
    """What is known already stands there; the rest by mouse."""
    assert page.locator('[name="applicant.name"]').input_value() == "서울가상꽃도매협동조합"
    fill(page, applicant__ministry="seoul", applicant__general_meeting="2026. 2. 20.")


def write_trade(page: "Page") -> None:
    """By keyboard alone: typed, and on with Tab; a choice with the space bar."""
    page.locator('[name="trades.0.role"]').first.focus()
    page.keyboard.press("Space")
    for _ in range(40):
        page.keyboard.press("Tab")
        name = page.evaluate("document.activeElement.name || ''")
        code = name.removeprefix("trades.0.")
        if code in TRADE:
            page.keyboard.type(TRADE[code])
        elif code in CHOICES:
            page.keyboard.press("Space")
        if code == "effect":
            return
    pytest.fail("the keyboard does not reach the last field")


def add_papers(people: People, page: "Page", slots: tuple[str, ...]) -> None:
    """A scan into each slot that has none."""
    for slot in slots:
        page.locator(f'[name="papers.{slot}"]').set_input_files(people.scan(slot))


def correct(people: People) -> None:
    """보완 — found on the first page, answered, handed in again."""
    page = people.of(FLORISTS).page
    turn_to(page, "내 신청")
    people.look(page)
    assert has(page, "고쳐 주십시오")
    follow(page, "고치러 가기")
    people.look(page)
    assert has(page, "부가세를 뺀 금액")
    fill(page, trades__0__amount="26,000,000")
    expect(page.locator("#total")).to_contain_text("2,600,000")
    press(page, "다음: 보완한 내용")
    press(page, "다음: 서류")
    people.look(page, "refused")
    assert has(page, "‘보완한 내용’ 칸이 비어 있습니다")
    fill(page, reply__answer="부가세를 빼고 다시 적음")
    press(page, "다음: 서류")
    press(page, "다음: 확인하고 내기")
    press(page, "보완하여 다시 내기")
    assert has(page, "보완한 것을 받았습니다")
    people.look(page)
