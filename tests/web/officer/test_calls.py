"""공고 — drafted, looked at, announced, amended, explained, cancelled by an approver."""

from django.core.files.uploadedfile import SimpleUploadedFile

from tests.books.files.samples import pdf
from tests.web.officer.test_applications import announced, draft_call
from tests.web.window import Window


def test_a_call_is_looked_at_before_it_is_announced(window: Window) -> None:
    browser = window.of("operator.officer")
    page = draft_call(browser, it__paper_registry="yes")
    assert page.has("공고를 작성했습니다")
    assert page.has("작성")
    paper = page.follow("공고문 미리보기")
    assert paper.status == 200
    assert paper.has("2차 공고")
    page = browser.get(page.address).follow("공고하기").send("공고하기")
    assert page.has("접수 중")
    assert page.has("2026-공고-")


def test_a_call_is_amended_with_what_it_said_before_beside(window: Window) -> None:
    page = announced(window.of("operator.officer")).follow("정정공고")
    assert "18:00" in page.html
    refused = page.send("정정공고 내기", it__reason="까닭")
    assert refused.status == 422
    assert refused.has("정정할 것이 없습니다")
    page = refused.send("정정공고 내기", it__closes_on="2026. 12. 4.", it__reason="마감을 늦춤")
    assert page.has("12. 4.(금)")
    assert page.follow("1차 정정공고문").has("마감을 늦춤")


def test_a_briefing_is_planned_and_written_down_after_it(window: Window) -> None:
    page = announced(window.of("operator.officer")).follow("설명회 잡기")
    page = page.send("설명회 잡기", it__place="가상 강당", it__held_on="2026. 11. 25.", it__held_hour="9:30")
    assert page.has("가상 강당")
    page = page.follow("결과 적기")
    roster = {"papers.roster": SimpleUploadedFile("서명부.pdf", pdf(), "application/pdf")}
    assert page.send("결과 적기", it__people="24").status == 422
    page = page.send("결과 적기", files=roster, it__people="24")
    assert page.has("24명 참석")


def test_an_approver_cancels_and_an_officer_is_not_offered_it(window: Window) -> None:
    page = announced(window.of("operator.officer"))
    assert not any(label == "공고 취소" for _, label in page.links())
    mine = window.of("operator.approver").get(page.address).follow("공고 취소")
    page = mine.send("공고 취소", it__reason="예산이 줄어듦")
    assert page.has("취소한 공고입니다")
    assert page.has("예산이 줄어듦")


def test_anothers_call_is_not_there(window: Window) -> None:
    page = announced(window.of("operator.officer"))
    assert window.of("printers.officer").get(page.address).status == 404
    assert window.of("operator.officer").get(f"{page.address}do/nothing/").status == 404
