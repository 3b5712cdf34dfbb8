"""Seats, sessions that end, what was typed meanwhile, cookies."""

from datetime import timedelta

from django.conf import settings
from django.contrib.sessions.models import Session
from django.urls import reverse

from majungmul.books.parties.actions.deputies import act_for, end_acting
from majungmul.books.parties.actions.people import deactivate
from majungmul.books.parties.actions.tenures import vacate
from majungmul.books.parties.models import Person, Position
from tests.given import a_key
from tests.web.account.people import OTHER, PASSWORD, TODAY, log_in, logged_in, system
from tests.web.conftest import NOW
from tests.web.window import Window

WRONG = "아이디나 비밀번호가 맞지 않습니다"
LOGIN = "operator-officer"
HOME, OWN, INBOX = (reverse(name) for name in ("officer:today", "account:invitations", "approver:inbox"))


# ── seats ────────────────────────────────────────────────────────────────────────────────────────────────


def second_seat(login: str, principal: str) -> None:
    """Let the person act for another position of the office, too."""
    own, other = Position.objects.get(code=login), Position.objects.get(code=principal)
    act_for(other.pk, own.pk, (TODAY, None), "교육", by=system(), at=NOW, key=a_key())


def test_who_has_two_seats_chooses_and_every_page_says_which(window: Window) -> None:
    second_seat("operator-officer", "operator-approver")
    browser = logged_in(window, LOGIN)
    page = browser.get(OWN)
    assert page.h1 == "어느 자리에서 일하시겠습니까?"
    assert page.send("이 자리로").address == OWN
    chosen = browser.get("/account/seats/")
    deputy = next(form for form in chosen.parsed.forms if any("deputy" in each[1] for each in form.buttons))
    page = browser.send("/account/seats/", {"seat": deputy.buttons[0][1]})
    assert page.address == INBOX
    assert page.has("가상 지역본부장 대결")
    assert browser.get(HOME).status == 404


def test_a_session_ends_with_the_position(window: Window) -> None:
    browser = logged_in(window, LOGIN)
    assert browser.get(HOME).status == 200
    position = Position.objects.get(code=LOGIN)
    vacate(position.pk, TODAY, by=system(), at=NOW, key=a_key())
    page = browser.get(HOME)
    assert page.h1 == "오늘 맡은 자리가 없습니다"
    assert browser.get("/account/me/").status == 200


def test_a_chosen_seat_that_ended_is_chosen_anew(window: Window) -> None:
    second_seat("operator-officer", "operator-approver")
    browser = logged_in(window, LOGIN)
    own = Position.objects.get(code=LOGIN)
    assert browser.send("/account/seats/", {"seat": str(own.pk)}).address == HOME
    other = Position.objects.get(code="operator-second")
    act_for(other.pk, own.pk, (TODAY, None), "교육", by=system(), at=NOW, key=a_key())
    acting = own.acts_for.get(position=other)
    assert browser.send("/account/seats/", {"seat": f"{other.pk}.deputy"}).address == INBOX
    end_acting(acting.pk, TODAY, by=system(), at=NOW, key=a_key())
    page = browser.get(INBOX)
    assert page.h1 == "고르셨던 자리가 끝났습니다. 다시 골라 주십시오"
    assert browser.send("/account/seats/", {"seat": str(own.pk)}).address == HOME


def test_who_left_is_out_with_the_next_press(window: Window) -> None:
    browser = logged_in(window, LOGIN)
    deactivate(Person.objects.get(login=LOGIN).pk, by=system(), at=NOW, key=a_key())
    assert browser.get(HOME).address.startswith("/account/login/")
    assert log_in(window.nobody(), LOGIN).has(WRONG)


# ── a session that ended while somebody typed ────────────────────────────────────────────────────────────


def test_what_was_typed_is_sent_again_after_logging_in(window: Window) -> None:
    browser = logged_in(window, "city-administrator")
    page = browser.get("/account/people/positions/new/")
    Session.objects.all().delete()
    ended = page.send("직책 만들기", it__title="정산 담당", it__role="officer")
    assert ended.status == 401
    assert ended.form("다시 보내기").fields["it.title"] == "정산 담당"
    login = ended.follow("새 창에서 들어가기")
    back = login.send("들어가기", it__login="city-administrator", it__password=PASSWORD)
    assert back.h1 == "들어왔습니다"
    made = ended.send("다시 보내기")
    assert made.h1 == "정산 담당, 비어 있습니다"
    assert Position.objects.filter(title="정산 담당").count() == 1


def test_a_password_is_never_handed_back(window: Window) -> None:
    page = logged_in(window, LOGIN).get("/account/me/")
    Session.objects.all().delete()
    ended = page.send(
        "비밀번호 바꾸기",
        it__password=PASSWORD,
        it__new_password=OTHER,
        it__again_password=OTHER,
    )
    assert ended.status == 401
    assert PASSWORD not in ended.html
    assert OTHER not in ended.html


def test_somebody_elses_page_gets_nothing_back(window: Window) -> None:
    answer = window.nobody().client.post(
        "/account/people/positions/new/", {"it.title": "심은 글"}, HTTP_ORIGIN="https://example.com"
    )
    assert answer.status_code == 401
    assert "심은 글" not in answer.content.decode()


# ── settings ─────────────────────────────────────────────────────────────────────────────────────────────


def test_cookies_are_secure_and_out_of_reach_of_scripts(window: Window) -> None:
    assert settings.SESSION_COOKIE_SECURE is settings.CSRF_COOKIE_SECURE is True
    browser = logged_in(window, LOGIN)
    cookie = browser.client.cookies[settings.SESSION_COOKIE_NAME]
    assert (cookie["secure"], cookie["httponly"], cookie["samesite"]) == (True, True, "Lax")
    assert cookie["expires"] == "" or settings.SESSION_EXPIRE_AT_BROWSER_CLOSE
    assert timedelta(seconds=settings.SESSION_COOKIE_AGE) <= timedelta(hours=10)


def test_the_demo_is_not_there_unless_started_as_the_demo(window: Window) -> None:
    assert window.nobody().get("/demo/").status == 404
    assert not settings.DEMO
