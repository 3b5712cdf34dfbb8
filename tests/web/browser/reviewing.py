"""심사와 결정 — 담당자 looks at it, asks, answers the sheet, hands in; 결재자 decides on a phone; told; the award."""

from typing import TYPE_CHECKING

from tests.web.browser.people import (
    APPROVER,
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


def application(people: People) -> "Page":
    """The application before the officer, found by its number."""
    page = people.of(OFFICER).page
    turn_to(page, "신청")
    fill(page, q=people.known["application"])
    press(page, "찾기")
    people.look(page)
    follow(page, BODY)
    return page


def ask_correction(people: People) -> None:
    """From 오늘 할 일: 심사 시작, and one 보완요청 at a field."""
    page = people.of(OFFICER).page
    people.look(page)
    follow(page, f"{BODY}: 신청서 확인과 자격 검토 시작")
    assert has(page, people.known["application"])
    people.look(page)
    follow(page, "심사 시작")
    people.look(page)
    press(page, "심사 시작")
    follow(page, "보완요청")
    press(page, "보완요청")
    fill(page, it__field="trades.0.amount", it__what="부가세를 뺀 금액으로 고쳐 주십시오.", it__days="7")
    people.look(page)
    press(page, "보완요청")
    assert has(page, "부가세를 뺀 금액으로 고쳐 주십시오.")


def hand_in(people: People) -> None:
    """자격검토표 answered item by item, recommended, handed in."""
    page = application(people)
    assert has(page, "부가세를 빼고 다시 적음")
    follow(page, "심사 이어 하기")
    press(page, "심사 이어 하기")
    follow(page, "자격검토표")
    people.look(page)
    for one in page.locator('input[type="radio"][value="met"]').all():
        one.check()
    press(page, "저장")
    follow(page, "선정으로 결재 올림")
    assert page.locator('[name="it.recommended"]').input_value() == "2,600,000"
    fill(page, it__opinion="요건을 모두 갖춤(가상)")
    people.look(page)
    press(page, "결재 올림")
    assert has(page, "결재를 올렸습니다")


def decide(people: People, said: str, name: str = BODY) -> None:
    """결재 — on a phone: from the inbox, one press."""
    page = people.of(APPROVER).page
    turn_to(page, "결재함")
    people.look(page)
    follow(page, name)
    people.look(page)
    press(page, said)
    assert has(page, "결재했습니다") or has(page, "결정했습니다"), page.inner_text("main")[:300]


def select(people: People) -> None:
    """선정 결재."""
    decide(people, "결재")


def tell(people: People) -> None:
    """결과 통보, and the co-operative sees it."""
    page = application(people)
    follow(page, "결과 통보")
    press(page, "결과 통보")
    page = people.of(FLORISTS).page
    turn_to(page, "내 신청")
    assert has(page, "선정되었습니다")


def draft_award(people: People) -> None:
    """지원결정 작성, 결재 올림."""
    page = people.of(OFFICER).page
    turn_to(page, "결정")
    people.look(page)
    follow(page, "결정 작성")
    people.look(page)
    press(page, "결정 작성")
    assert has(page, "2,600,000")
    people.look(page)
    follow(page, "결재 올림")
    press(page, "결재 올림")
    assert "결재 중입니다" in headline(page)


def award(people: People) -> None:
    """결정의 결재: from now on 2,600,000 is promised."""
    decide(people, "결재")
    page = people.of(FLORISTS).page
    turn_to(page, "내 신청")
    assert has(page, "2,600,000")
