"""Two windows, autosave, a session that ends, a call that closes: nothing that was typed is lost."""

from datetime import timedelta
from uuid import UUID

import pytest

from tests.web.applicant.applying import (
    APPLICANT,
    TRADE,
    WHO,
    drafted,
    to_last,
    to_trades,
    trade,
)
from tests.web.applicant.opened import open_call
from tests.web.conftest import NOW
from tests.web.window import Browser, Window


@pytest.fixture
def call(books: object) -> UUID:
    return open_call()


@pytest.fixture
def browser(window: Window) -> Browser:
    return window.of(WHO)


def test_autosave_says_so_and_gives_the_running_total(call: UUID, browser: Browser) -> None:
    page = to_trades(browser, call)
    sent = page.form("다음: 서류").fields | {
        name.replace("__", "."): value for name, value in trade(0).items()
    }
    answer = browser.send(f"/mine/calls/{call}/saved/", sent)
    assert answer.status == 200
    assert answer.has("저장했습니다")
    assert answer.has("2,741,890")
    assert 'hx-swap-oob="true"' in answer.html
    page = page.send("다음: 서류", **trade(0, item="눌러서 적은 것"))
    assert page.status == 200, "a press that its own autosave overtook is no other window's"
    assert drafted(call)["answers"]["trades"][0]["item"] == "눌러서 적은 것"


def test_an_autosave_that_its_own_button_overtook_changes_nothing(call: UUID, browser: Browser) -> None:
    page = to_trades(browser, call)
    late = page.form("다음: 서류").fields | {"trades.0.item": "먼저 보낸 것"}
    page.send("거래계획 더하기", **trade(0, item="눌러서 적은 것"))
    assert browser.send(f"/mine/calls/{call}/saved/", late).status == 200
    assert [row.get("item") for row in drafted(call)["answers"]["trades"]] == ["눌러서 적은 것", None]


def test_two_windows_lose_nothing(call: UUID, browser: Browser) -> None:
    browser.get(f"/mine/calls/{call}/apply/").send("저장", **APPLICANT)
    one, two = (browser.get(f"/mine/calls/{call}/apply/") for _ in range(2))
    one.send("저장", applicant__contact="첫째 창")
    page = two.send("저장", applicant__contact="둘째 창")
    assert page.status == 409
    assert page.has("첫째 창")
    assert page.has("둘째 창")
    assert drafted(call)["answers"]["applicant"]["contact"] == "첫째 창"
    page = page.send("나중에 적은 것으로")
    assert page.form("다음: 거래계획").fields["applicant.contact"] == "둘째 창"
    assert drafted(call)["other"] is None


def test_a_stale_autosave_says_where_both_are(call: UUID, browser: Browser) -> None:
    browser.get(f"/mine/calls/{call}/apply/").send("저장", **APPLICANT)
    one, two = (browser.get(f"/mine/calls/{call}/apply/").form("저장").fields for _ in range(2))
    browser.send(f"/mine/calls/{call}/saved/", one | {"applicant.contact": "첫째 창"})
    answer = browser.send(f"/mine/calls/{call}/saved/", two | {"applicant.contact": "둘째 창"})
    assert answer.status == 409
    page = browser.get(f"/mine/calls/{call}/apply/?other=1")
    assert page.has("둘째 창")
    page = page.send("먼저 저장한 것으로")
    assert page.form("저장").fields["applicant.contact"] == "첫째 창"


def test_signs_that_no_database_keeps_are_left_out(call: UUID, browser: Browser) -> None:
    page = browser.get(f"/mine/calls/{call}/apply/").send("저장", **APPLICANT, applicant__contact="가\x00나")
    assert page.form("저장").fields["applicant.contact"] == "가나"


def test_a_session_that_ended_while_somebody_typed_loses_nothing(call: UUID, browser: Browser) -> None:
    page = to_trades(browser, call)
    session = browser.client.cookies.pop("sessionid")
    line = browser.client.post(
        f"/mine/calls/{call}/saved/", {"step": "trades"}, headers={"HX-Request": "true"}
    )
    assert line.status_code == 401
    assert 'id="saved"' in line.content.decode()
    assert "<html" not in line.content.decode()
    page = page.send("다음: 서류", **trade(0))
    assert page.status == 401
    browser.client.cookies["sessionid"] = session.value
    page = page.send("다시 보내기")
    assert page.has("서류를 붙입니다")
    assert drafted(call)["answers"]["trades"][0]["item"] == TRADE["item"]


def test_what_is_closed_says_so_and_keeps_what_was_typed(
    call: UUID, browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = to_last(browser, call)
    monkeypatch.setattr("majungmul.web.asked.now", lambda: NOW + timedelta(days=10))
    page = page.send("신청서 제출")
    assert page.status == 422
    assert page.has("접수 기간은")
    assert browser.get(f"/mine/calls/{call}/apply/").has("접수는 2026. 12. 4.(금) 10:00에 끝났습니다")
    assert drafted(call)["answers"]["trades"][0]["item"] == TRADE["item"]
