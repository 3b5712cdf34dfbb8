"""Logging in: by password, within limits, told the same whoever it is not."""

from typing import Any

import pytest
from django.conf import settings
from django.contrib.auth.hashers import identify_hasher
from django.contrib.sessions.models import Session
from django.urls import reverse

from majungmul.books.trail.models import Event
from tests.web.account.people import PASSWORD, log_in, logged_in, with_password
from tests.web.window import Window

WRONG = "아이디나 비밀번호가 맞지 않습니다"
LOGIN = "operator-officer"
HOME, OWN, INBOX = (reverse(name) for name in ("officer:today", "account:invitations", "approver:inbox"))


class Clock:
    """The clock of the counted tries."""

    def __init__(self) -> None:
        self.now = 1_000_000.0

    def time(self) -> float:
        return self.now

    def monotonic(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.now += seconds


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    own = Clock()
    monkeypatch.setattr("allauth.core.internal.ratelimit.time", own)
    return own


# ── by password ──────────────────────────────────────────────────────────────────────────────────────────


def test_a_person_logs_in_and_comes_to_the_page_of_the_seat(window: Window) -> None:
    with_password(LOGIN)
    page = log_in(window.nobody(), LOGIN)
    assert (page.status, page.address) == (200, HOME)
    assert page.has("김중앙")


def test_the_page_that_was_asked_for_comes_after_it_and_one_for_others_does_not(window: Window) -> None:
    with_password(LOGIN)
    browser = window.nobody()
    asked = browser.get(OWN)
    assert asked.address.startswith("/account/login/?next=")
    assert asked.send("들어가기", it__login=LOGIN, it__password=PASSWORD).address == OWN
    for elsewhere in ("/mine/", "https://example.com/", "//example.com/", "/nowhere/"):
        page = log_in(window.nobody(), LOGIN, address=f"/account/login/?next={elsewhere}")
        assert page.address == HOME


def test_capital_letters_of_a_login_are_taken_as_small(window: Window) -> None:
    with_password(LOGIN)
    assert log_in(window.nobody(), " Operator-OFFICER ").address == HOME


@pytest.mark.parametrize(
    ("login", "password"),
    [
        (LOGIN, "아무것이나 적었음"),
        ("nobody-at-all", PASSWORD),
        ("system", PASSWORD),
        (LOGIN, f"{PASSWORD} "),
    ],
)
def test_what_is_not_right_is_told_the_same(window: Window, login: str, password: str) -> None:
    with_password(LOGIN)
    page = log_in(window.nobody(), login, password)
    assert page.status == 422
    assert page.has(WRONG)
    assert page.form("들어가기").fields["it.login"] == login
    assert page.form("들어가기").fields["it.password"] == ""
    assert 'id="it.password-error"' in page.html


@pytest.mark.parametrize("login", ["\x00", "가" * 60, "x" * 5000])
def test_an_impossible_login_is_no_fault_of_ours(window: Window, login: str) -> None:
    assert log_in(window.nobody(), login).status == 422


def test_an_empty_field_is_asked_for(window: Window) -> None:
    page = log_in(window.nobody(), "", "")
    assert page.status == 422
    assert page.has("‘아이디’ 칸이 비어 있습니다")
    assert page.has("‘비밀번호’ 칸이 비어 있습니다")


def test_as_much_is_hashed_for_a_login_that_nobody_has(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_password(LOGIN)
    hashed: list[str] = []
    hasher = "django.contrib.auth.hashers.Argon2PasswordHasher"
    for name in ("encode", "verify"):
        real = getattr(__import__("django.contrib.auth.hashers", fromlist=["x"]).Argon2PasswordHasher, name)

        def counted(*args: Any, _real: Any = real, **kwargs: Any) -> Any:
            hashed.append(_real.__name__)
            return _real(*args, **kwargs)

        monkeypatch.setattr(f"{hasher}.{name}", counted)
    counts = []
    for login in (LOGIN, "nobody-at-all"):
        hashed.clear()
        log_in(window.nobody(), login, "아무것이나 적었음")
        counts.append(len(hashed))
    assert counts == [1, 1]


def test_a_weaker_hash_is_made_stronger_at_a_login_and_the_session_stands(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as weak:
        weak.setattr("django.contrib.auth.hashers.Argon2PasswordHasher.time_cost", 1)
        person = with_password(LOGIN)
        weak_hash = person.password
    browser = window.nobody()
    log_in(browser, LOGIN)
    person.refresh_from_db()
    assert person.password != weak_hash
    assert not identify_hasher(person.password).must_update(person.password)
    assert browser.get(HOME).status == 200
    assert Event.objects.filter(name="person.password_strengthened").count() == 1
    log_in(window.nobody(), LOGIN)
    assert Event.objects.filter(name="person.password_strengthened").count() == 1


def test_a_login_begins_a_new_session(window: Window) -> None:
    """Session fixation: the key of before is worth nothing."""
    with_password(LOGIN)
    browser = window.nobody()
    browser.client.session["planted"] = "x"
    session = browser.client.session
    session["planted"] = "x"
    session.save()
    before = browser.client.cookies[settings.SESSION_COOKIE_NAME].value
    log_in(browser, LOGIN)
    assert browser.client.cookies[settings.SESSION_COOKIE_NAME].value != before
    assert not Session.objects.filter(pk=before).exists()


def test_leaving_is_a_post_alone(window: Window) -> None:
    browser = logged_in(window, LOGIN)
    assert browser.client.get("/account/logout/").status_code == 405
    browser.get(HOME).send("나가기")
    assert browser.get(HOME).address.startswith("/account/login/")


# ── limits ───────────────────────────────────────────────────────────────────────────────────────────────


def test_after_five_wrong_tries_even_the_right_password_waits_five_minutes(
    window: Window, clock: Clock
) -> None:
    with_password(LOGIN)
    browser = window.nobody()
    for _ in range(5):
        assert log_in(browser, LOGIN, "아무것이나 적었음").status == 422
    page = log_in(browser, LOGIN)
    assert (page.status, page.headers["Retry-After"]) == (429, "300")
    assert page.has("5분 뒤에 다시 해 주십시오")
    assert (
        log_in(window.nobody(), "operator-approver", "아무것이나 적었음").status == 422
    )  # control: another login
    clock.now += 301
    assert log_in(browser, LOGIN).address == HOME


def test_trying_while_one_waits_does_not_make_it_longer(window: Window, clock: Clock) -> None:
    with_password(LOGIN)
    browser = window.nobody()
    for _ in range(5):
        log_in(browser, LOGIN, "아무것이나 적었음")
    for _ in range(30):
        clock.now += 9
        assert log_in(browser, LOGIN, "아무것이나 적었음").status == 429
    clock.now += 31
    assert log_in(browser, LOGIN).address == HOME


def test_somebody_elsewhere_cannot_shut_the_owner_out(window: Window, clock: Clock) -> None:
    assert clock
    with_password(LOGIN)
    stranger = window.nobody()
    stranger.client.defaults["REMOTE_ADDR"] = "192.0.2.7"
    for _ in range(8):
        status = log_in(stranger, LOGIN, "아무것이나 적었음").status
    assert status == 429
    assert log_in(window.nobody(), LOGIN).address == HOME


def test_right_logins_do_not_count(window: Window, clock: Clock) -> None:
    assert clock
    with_password(LOGIN)
    for _ in range(8):
        assert log_in(window.nobody(), LOGIN).address == HOME


def test_without_the_limit_a_sixth_try_is_let_through(
    window: Window, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The control."""
    assert clock
    monkeypatch.setattr("majungmul.web.account.tries.LIMITS", {})
    with_password(LOGIN)
    for _ in range(6):
        assert log_in(window.nobody(), LOGIN, "아무것이나 적었음").status == 422
