"""A co-operative applies: its form step by step, errors at the field, papers, one receipt however often it is sent."""

from datetime import timedelta
from functools import partial
from typing import Any
from uuid import UUID

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from majungmul.books.parties.queries.positions import jurisdiction_named
from majungmul.stages.application.queries import trades_of
from majungmul.stages.call.queries import calls_of
from tests.books.files.samples import pdf
from tests.database import at_once
from tests.web.applicant.applying import (
    APPLICANT,
    TRADE,
    WHO,
    drafted,
    live,
    scan,
    to_last,
    to_papers,
    to_trades,
    trade,
)
from tests.web.applicant.opened import TITLE, open_call
from tests.web.window import Browser, Window


@pytest.fixture
def call(books: object) -> UUID:
    return open_call()


@pytest.fixture
def browser(window: Window) -> Browser:
    return window.of(WHO)


def test_a_co_operative_applies_and_has_its_receipt(call: UUID, browser: Browser) -> None:
    page = browser.get("/mine/calls/")
    assert page.has(TITLE)
    assert f"/mine/calls/{call}/apply/" in [address for address, _ in page.links()]
    page = browser.get(f"/mine/calls/{call}/apply/")
    assert page.has("조합 정보에서 옮겨 왔습니다")
    assert page.form("다음: 거래계획").fields["applicant.name"] == "서울가상면장갑협동조합"
    page = page.send("다음: 거래계획", **APPLICANT)
    page = page.send("다음: 서류", **trade(0))
    assert page.has("서류를 붙입니다")
    page = to_last(browser, call)
    assert page.has("2,741,890"), "10 % of the trade, cut"
    assert not page.has("고칠 곳이")
    assert browser.get(f"/mine/calls/{call}/draft/").status == 200
    page = page.send("신청서 제출")
    [made] = live()
    assert page.h1 == "신청서를 접수했습니다"
    assert page.has(made.number)
    assert page.has(made.check_code)
    assert (made.amount.amount, made.trade_total.amount) == (2_741_890, 27_418_905)
    assert [each.item for each in trades_of(made)] == ["작업용 장갑"]
    assert page.follow("접수증 인쇄하기").status == 200
    assert browser.get("/mine/calls/").has("신청함")


def test_the_same_press_again_gives_the_same_receipt(call: UUID, browser: Browser) -> None:
    last = to_last(browser, call)
    receipts = {last.send("신청서 제출").address for _ in range(50)}
    assert len(receipts) == 1
    assert len(live()) == 1
    back = browser.get(f"/mine/calls/{call}/apply/")
    assert back.h1 == "신청서를 접수했습니다", "the form is handed in: going back shows the receipt"


def test_ten_presses_at_once_make_one_application_and_one_receipt(
    call: UUID, browser: Browser, window: Window
) -> None:
    page = to_last(browser, call)
    values = page.form("신청서 제출").fields | {"do": "hand_in"}
    others = [window.of(WHO) for _ in range(10)]

    def press(each: Browser) -> str:
        return str(each.client.post(f"/mine/calls/{call}/apply/", values)["Location"])

    pressed = at_once([partial(press, each) for each in others])
    [made] = live()
    assert set(pressed) == {f"/mine/applications/{made.pk}/received/"}


def test_what_is_missing_stands_at_its_field_with_what_was_typed(call: UUID, browser: Browser) -> None:
    page = browser.get(f"/mine/calls/{call}/apply/")
    page = page.send("다음: 거래계획", applicant__ministry="mss", applicant__general_meeting="언젠가")
    assert page.has("고칠 곳이 1곳 있습니다")
    assert page.form("다음: 거래계획").fields["applicant.general_meeting"] == "언젠가"
    assert 'aria-invalid="true"' in page.html
    page = page.send("나중에 고치고 다음으로")
    assert page.has("1번 거래계획")
    page = browser.get(f"/mine/calls/{call}/apply/?step=last")
    assert any(
        "step=applicant" in address and "#applicant.general_meeting" in address for address, _ in page.links()
    )
    page = page.send("신청서 제출")
    assert page.status == 422
    assert page.has("올해 정기총회 개최일")
    assert live() == []


def test_rows_are_added_and_dropped_with_all_that_was_typed(call: UUID, browser: Browser) -> None:
    page = to_trades(browser, call).send("거래계획 더하기", **trade(0, item="첫째"))
    assert page.has("2번 거래계획")
    page = page.send("거래계획 더하기", **trade(1, item="둘째"))
    page = page.send("1번 빼기", **trade(2, item="셋째"))
    fields = page.form("다음: 서류").fields
    assert [fields[f"trades.{number}.item"] for number in (0, 1)] == ["둘째", "셋째"]
    assert [row["item"] for row in drafted(call)["answers"]["trades"]] == ["둘째", "셋째"]


def test_what_an_answer_hides_is_not_asked_for(call: UUID, browser: Browser) -> None:
    page = browser.get(f"/mine/calls/{call}/apply/")
    assert 'data-shown-when="ministry"' in page.html
    page = page.send("다음: 거래계획", **APPLICANT | {"applicant__ministry": "other"})
    assert page.has("‘그 밖의 주무관청’ 칸이 비어 있습니다")
    page = page.send("다음: 거래계획", applicant__ministry="seoul")
    assert page.has("1번 거래계획")


def test_a_file_that_is_none_is_refused_at_its_slot_and_the_others_are_kept(
    call: UUID, browser: Browser
) -> None:
    page = to_papers(browser, call)
    files = {
        "papers.bankbook": scan("통장.pdf"),
        "papers.registry": SimpleUploadedFile("a.exe", b"MZ\x90\x00" * 9),
    }
    page = page.send("다음: 미리보기와 제출", files=files)
    assert page.status == 422
    assert page.has("받을 수 없는 종류의 파일입니다")
    assert page.has("통장.pdf")
    assert browser.get("/mine/box/").has("통장.pdf")


def test_a_paper_of_the_box_is_offered_and_goes_with_the_application(call: UUID, browser: Browser) -> None:
    page = browser.get("/mine/box/").send(
        "서류함에 넣기", files={"papers.paper": scan("새 등기.pdf")}, it__kind="registry"
    )
    assert page.has("새 등기.pdf")
    page = to_last(browser, call)
    assert page.has("새 등기.pdf")
    page = page.send("신청서 제출")
    assert page.has("새 등기.pdf")


def test_the_box_says_what_to_choose(browser: Browser) -> None:
    page = browser.get("/mine/box/").send("서류함에 넣기")
    assert page.status == 422
    assert page.has("고칠 곳이 2곳 있습니다")


def test_another_co_operative_sees_nothing_of_a_draft(call: UUID, browser: Browser, window: Window) -> None:
    browser.get(f"/mine/calls/{call}/apply/").send("저장", **APPLICANT, applicant__contact="우리끼리만")
    other = window.of("garages.officer")
    page = other.get(f"/mine/calls/{call}/apply/")
    assert not page.has("우리끼리만")
    assert "우리끼리만" not in page.html
    to_last(browser, call).send("신청서 제출")
    [made] = live()
    assert other.get(f"/mine/applications/{made.pk}/received/").status == 404
    assert other.get(f"/mine/applications/{made.pk}/correct/").status == 404


def test_a_name_that_is_not_registered_is_shown_at_its_field(call: UUID, browser: Browser) -> None:
    page = to_last(browser, call)
    browser.get(f"/mine/calls/{call}/apply/?step=applicant").send("저장", applicant__name="다른 조합")
    page = page.send("신청서 제출")
    assert page.status == 422
    assert page.has("등록된 이름은 ‘서울가상면장갑협동조합’입니다")


def test_what_is_too_large_is_answered_with_a_page(call: UUID, browser: Browser, settings: Any) -> None:
    page = to_papers(browser, call)
    settings.MOST_BYTES_OF_A_REQUEST = 2_000
    large = SimpleUploadedFile("큰 스캔.pdf", pdf(b"0" * 4_000), "application/pdf")
    page = page.send("다음: 미리보기와 제출", files={"papers.bankbook": large})
    assert page.status == 413
    assert page.has("파일이 너무 커서")
    assert drafted(call)["answers"]["trades"][0]["item"] == TRADE["item"]


def test_a_call_that_is_not_there_is_not_there(browser: Browser) -> None:
    assert browser.get("/mine/calls/00000000-0000-7000-8000-000000000000/apply/").status == 404


def test_the_body_is_shown_as_registered(browser: Browser) -> None:
    page = browser.get("/mine/profile/")
    assert page.h1 == "서울가상면장갑협동조합"
    assert page.has("통장사본")


def test_a_draft_is_printed_once_its_fields_are_right(call: UUID, browser: Browser) -> None:
    page = browser.get(f"/mine/calls/{call}/draft/")
    assert page.address.endswith("?step=last")
    assert page.has("신청서를 인쇄할 수 있습니다")
    to_papers(browser, call)
    assert browser.get(f"/mine/calls/{call}/draft/").has("작업용 장갑")


def test_the_operator_writes_its_grant_application_with_the_same_engine(
    books: object, window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    jurisdiction = jurisdiction_named("seoul")
    assert jurisdiction
    designation = next(each for each in calls_of(jurisdiction.pk, 2026) if each.designated_id)
    monkeypatch.setattr("majungmul.web.asked.now", lambda: designation.opens_at + timedelta(hours=1))
    officer = window.of("operator.officer")
    page = officer.get(f"/mine/calls/{designation.pk}/apply/")
    assert page.h1 == "신청서를 접수했습니다"
    monkeypatch.setattr("majungmul.web.applicant.apply.live_application", lambda *_: None)
    page = officer.get(f"/mine/calls/{designation.pk}/apply/")
    assert page.has("지방보조사업의 목적과 내용")
    page = page.send("다음")
    assert page.status == 200
    assert window.of(WHO).get(f"/mine/calls/{designation.pk}/apply/").status == 404
