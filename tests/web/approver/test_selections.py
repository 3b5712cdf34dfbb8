"""결재자 — selections and decisions, of the operator and of the city, as they waited in spring."""

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from majungmul.books.parties.queries.positions import actors_of, jurisdiction_named
from majungmul.books.parties.queries.seats import person_with_login
from majungmul.stages.award import actions as award
from majungmul.stages.review import actions as review
from majungmul.stages.review.models import Review
from majungmul.values.won import Won
from tests.given import a_key
from tests.web.approver.conftest import SEOUL

if TYPE_CHECKING:
    from majungmul.values.actor import Actor
    from tests.web.approver.conftest import Then
    from tests.web.window import Page, Window

APRIL = datetime(2026, 4, 8, 15, 0, tzinfo=SEOUL)
FEBRUARY = datetime(2026, 2, 13, 14, 30, tzinfo=SEOUL)
PRINTERS = "서울가상인쇄협동조합"
DAYS = (date(2026, 3, 1), date(2027, 1, 1))


def actor(login: str, on: date) -> "Actor":
    jurisdiction = jurisdiction_named("seoul")
    assert jurisdiction
    person = person_with_login(jurisdiction.pk, login)
    assert person
    return actors_of(person.pk, on)[0]


def did(deed: Any, login: str, at: datetime, *given: object) -> Any:
    """One action of somebody's, a minute later."""
    return deed(*given, by=actor(login, at.date()), at=at + timedelta(minutes=1), key=a_key())


def inbox(window: "Window", person: str = "operator.approver") -> "Page":
    return window.of(person).get("/approval/")


def waiting(window: "Window") -> Review:
    inbox(window)
    return Review.objects.get(application__body__name=PRINTERS)


def test_all_selections_that_wait_with_their_amounts(at: "Then") -> None:
    page = inbox(at(APRIL))
    assert page.h1 == "결재할 것 10건"
    assert page.has(f"{PRINTERS} 선정")
    assert page.has("선정 제외")


def test_a_selection_is_returned_seen_with_what_is_new_and_decided(at: "Then") -> None:
    window = at(APRIL)
    page = inbox(window).follow(f"{PRINTERS} 선정")
    assert page.has("신청 가능 금액")
    assert any("eligibility_sheet" in address for address, _ in page.links())
    page.send("결재 반려", it__return_reason="금액을 다시 보아 주십시오(가상)")
    row = waiting(window)
    did(review.submit, "operator-officer", APRIL, row.pk, Won(5_000_000), "줄여서 다시 올림(가상)")
    listed = inbox(window)
    assert listed.has("→ 5,000,000원")
    page = listed.follow(f"{PRINTERS} 선정")
    assert page.has("지난번과 달라진 것")
    assert page.has("금액을 다시 보아 주십시오(가상)")
    assert page.has("→ 5,000,000원")
    done = page.send("결재")
    assert done.has(f"{PRINTERS} 선정을(를) 결재했습니다.")
    assert done.h1 == "결재할 것 9건"


def drafted(row: Review, amount: int) -> Any:
    line = award.LineDraft(
        of=row.application.call.account_id,
        recommended=row.recommended or Won(0),
        amount=Won(amount),
        because="거래금액의 10%(가상)",
        difference_reason="예산에 맞춤(가상)",
    )
    return did(award.draft, "operator-officer", APRIL, row.application_id, [line], DAYS), line


def test_a_decision_is_returned_seen_with_what_is_new_and_made(at: "Then") -> None:
    window = at(APRIL)
    inbox(window).follow(f"{PRINTERS} 선정").send("결재")
    found, line = drafted(waiting(window), 5_000_000)
    did(award.submit, "operator-officer", APRIL, found.pk)
    page = inbox(window).follow(f"{PRINTERS} 결정")
    assert page.has("더 결정할 수 있는 금액")
    assert page.has("거래금액의 10%(가상)")
    page.send("결재 반려", it__return_reason="기간을 보아 주십시오(가상)")
    did(award.redraft, "operator-officer", APRIL, found.pk, [line], (DAYS[0], date(2026, 12, 1)))
    later = APRIL + timedelta(minutes=5)
    award.submit(found.pk, by=actor("operator-officer", APRIL.date()), at=later, key="handed in again")
    page = inbox(window).follow(f"{PRINTERS} 결정")
    assert page.has("사업기간:")
    assert page.has("기간을 보아 주십시오(가상)")
    done = page.send("결재")
    assert done.has("결정을 결재했습니다")
    decided = page.browser.get(page.address)
    assert any("award_notice" in address for address, _ in decided.links())


def asked_again(window: "Window") -> None:
    inbox(window).follow(f"{PRINTERS} 선정").send("결재")
    row = waiting(window)
    did(review.notify, "operator-officer", APRIL, row.pk)
    did(review.request_again, "printers-officer", APRIL, row.pk, "금액이 신청보다 적음(가상)")


def test_who_decided_does_not_look_again_where_another_can(at: "Then") -> None:
    window = at(APRIL)
    asked_again(window)
    page = inbox(window)
    assert "답할 것 1건" in page.h1
    refused = page.follow("재검토 요청").send("받아들임", it__uphold_answer="다시 봄(가상)")
    assert refused.status == 422
    assert refused.form("받아들임").fields["it.uphold_answer"] == "다시 봄(가상)"


def test_a_request_to_look_again_is_answered(at: "Then") -> None:
    window = at(APRIL)
    asked_again(window)
    page = inbox(window, "operator.second").follow("재검토 요청")
    assert page.has("금액이 신청보다 적음(가상)")
    empty = page.send("받아들이지 않음", it__dismiss_answer="")
    assert empty.status == 422
    assert 'id="it.dismiss_answer-error"' in empty.html
    done = page.send("받아들이지 않음", it__dismiss_answer="공고의 한도와 같음(가상)")
    assert done.has("처음 결정이 그대로 남습니다")
    answered = page.browser.get(page.address)
    assert answered.has("공고의 한도와 같음(가상)")
    assert any("reconsideration_answer" in address for address, _ in answered.links())


def test_the_citys_selection_is_the_citys_alone(at: "Then") -> None:
    window = at(FEBRUARY)
    page = inbox(window, "city.approver")
    assert page.h1 == "결재할 것 1건"
    assert page.follow("선정").send("결재").has("결재했습니다")
    assert inbox(window).h1 == "지금 결재할 것이 없습니다"
