"""오늘 할 일 — the officer's first page, through HTTP."""

from datetime import timedelta

import pytest

from tests.web.conftest import NOW
from tests.web.officer.test_applications import announced
from tests.web.window import Window


def test_the_first_page_says_what_is_due_and_how_many_stand_where(window: Window) -> None:
    page = window.of("operator.officer").get("/office/")
    assert page.status == 200
    assert "오늘" in page.h1
    for word in ("접수", "자격 검토", "결정", "계약", "지급 심사", "결재", "정산"):
        assert page.has(word)
    assert page.has("지원금 청구의 심사와 지급 결재")


def test_one_writes_down_puts_off_and_finishes_ones_own(window: Window) -> None:
    page = window.of("operator.officer").get("/office/").follow("할 일 적기")
    empty = page.send("적어 두기", it__what="결과보고 안내")
    assert empty.status == 422
    assert "결과보고 안내" in empty.html
    page = empty.send("적어 두기", it__basis="마지막 청구일 전에 알림", it__due_on="2026. 11. 25.")
    assert "오늘 할 일 1개" in page.h1
    page = page.follow("기한 바꾸기: 결과보고 안내")
    page = page.send("기한 바꾸기", it__due_on="2026. 11. 27.", it__reason="담당자가 출장")
    assert page.has("이번 주 1")
    page = page.follow("마침: 결과보고 안내").send("마침", it__note="전화로 알림")
    assert page.has("이번 주 0")


def test_a_duty_leads_to_the_page_where_it_is_done(window: Window) -> None:
    page = window.of("operator.officer").get("/office/").follow("지원금 청구의 심사와 지급 결재")
    assert "/office/claims/" in page.address


def test_what_others_did_since_yesterday_is_said_in_words(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    browser = window.of("operator.officer")
    call = announced(browser)
    window.of("operator.approver").get(call.address).follow("공고 취소").send("공고 취소", it__reason="까닭")
    monkeypatch.setattr("majungmul.web.asked.now", lambda: NOW + timedelta(minutes=1))
    page = browser.get("/office/")
    assert page.has("공고 취소와 접수 반려 1건")
    assert page.follow("우리 기관: ").address == call.address


def test_anothers_duty_is_not_there(window: Window) -> None:
    page = window.of("operator.officer").get("/office/duties/01a214b8-0000-7000-8000-000000000000/finish/")
    assert page.status == 404
