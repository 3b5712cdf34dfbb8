"""정산, 시, 감사 — opened, examined, fixed, closed; the city sees it in 연간 현황; the auditor follows one figure."""

import re
from typing import TYPE_CHECKING

from playwright.sync_api import expect

from tests.web.browser.people import (
    AUDITOR,
    BODY,
    CITY,
    FLORISTS,
    OFFICER,
    People,
    fill,
    follow,
    has,
    press,
    turn_to,
)
from tests.web.browser.reviewing import decide

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

SUPPORT = "협업사업 지원금"


def begin(people: People) -> None:
    """정산 시작 of the award whose claims are over, its line recognised as reported, handed in."""
    page = people.of(OFFICER).page
    turn_to(page, "정산")
    people.look(page)
    follow(page, f"{BODY} 정산 시작")
    people.look(page)
    assert has(page, "2,400,000")
    fill(page, it__summary="참여 조합원 5개사, 단가 8% 절감(가상)")
    press(page, "정산 시작")
    people.look(page)
    press(page, f"{SUPPORT} 인정")
    fill(page, submit__opinion="지급액과 증빙이 맞음(가상)")
    press(page, "결재 올림")
    assert has(page, "결재를 기다립니다")


def fix(people: People) -> None:
    """확정 결재, then 정산 완료 as nothing has to come back."""
    decide(people, "결재")
    page = people.of(OFFICER).page
    page.reload()
    press(page, "정산 완료")
    assert has(page, "정산을 마쳤습니다")
    page = people.of(FLORISTS).page
    turn_to(page, "내 신청")
    assert has(page, "정산 끝남")


def see(people: People) -> None:
    """시 — what was paid stands in the year's figures."""
    page = people.of(CITY).page
    turn_to(page, "연간 현황")
    people.look(page)
    spent = re.search(r"집행액\s*([\d,]+)", page.locator("dl.figs").inner_text())
    assert spent
    after = int(spent[1].replace(",", ""))
    assert after - int(people.known["spent"]) == 2_400_000


def look_before(people: People) -> None:
    """시 — before anything happens, what was spent is read."""
    page = people.of(CITY).page
    turn_to(page, "연간 현황")
    spent = re.search(r"집행액\s*([\d,]+)", page.locator("dl.figs").inner_text())
    assert spent
    people.known["spent"] = spent[1].replace(",", "")


def audit(people: People) -> None:
    """감사 — from a figure to the transfer, the act, the person, and back; the chain is whole."""
    page = people.of(AUDITOR).page
    people.look(page)
    follow(page, SUPPORT)
    people.look(page)
    _row(page, "중소기업중앙회 서울지역본부").click()
    _row(page, "2,400,000").click()
    address = page.url
    _row(page, "지급 ·").click()
    people.look(page)
    assert has(page, "2,400,000")
    assert has(page, "누가 한 일인가")
    follow(page, "의 이력")
    people.look(page)
    assert has(page, "이 일들로 움직인 돈")
    page.go_back()
    page.go_back()
    assert page.url == address
    turn_to(page, "이력")
    people.look(page)
    press(page, "지금 검증")
    expect(page.locator("h1")).to_have_text("검증했습니다. 어긋난 곳이 없습니다")


def _row(page: "Page", words: str) -> "Locator":
    """The link of the last row that says so."""
    return page.locator("tr", has_text=words).last.get_by_role("link").first


def read_papers(people: People) -> None:
    """Every kind of paper that the co-operative has got on the way."""
    page = people.of(FLORISTS).page
    turn_to(page, "내 신청")
    follow(page, "내 문서 모두 보기와 인쇄")
    people.look(page)
    links = page.get_by_role("link").evaluate_all("links => links.map(each => each.getAttribute('href'))")
    kinds = {each.rstrip("/").rpartition("/")[2]: each for each in links if "/papers/" in each}
    assert {"receipt", "award_notice", "payment_notice", "settled_notice"} <= kinds.keys()
    for kind, address in kinds.items():
        if address.startswith("/rows/"):
            page.goto(address)
            people.look(page, kind)
