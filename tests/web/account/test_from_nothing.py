"""From an empty database to a co-operative's bookkeeper: everybody comes in by a sheet of paper, over HTTP alone."""

import io

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from majungmul.books.parties.actions.bodies import register
from majungmul.books.parties.models import Position
from majungmul.books.parties.queries.positions import actors_of
from majungmul.console.office import run
from tests.database import Scratch
from tests.given import a_key
from tests.web.account.people import PASSWORD, code_on, typed
from tests.web.window import HOST, Browser, Page

LOGIN = "hong.gildong"


@pytest.fixture
def nobody(scratch: Scratch, monkeypatch: pytest.MonkeyPatch) -> Browser:
    assert scratch
    answers = ("seoul", "홍길동", LOGIN, PASSWORD)
    monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{each}\n" for each in answers)))
    assert run(["new"]) == 0
    return a_browser()


def a_browser() -> Browser:
    return Browser(Client(HTTP_HOST=HOST))


def came(sheet: Page, login: str) -> Browser:
    """The browser of who came in with a sheet."""
    assert sheet.status == 200, sheet.text
    browser = a_browser()
    page = browser.get(reverse("account:join")).send(
        "등록하고 들어가기", **typed(code_on(sheet), it__login=login)
    )
    assert page.status == 200, page.text
    return browser


def seated(browser: Browser, role: str) -> Page:
    """Who has two seats sits down in that of a role."""
    page = browser.get(reverse("account:seats"))
    seat = Position.objects.get(role=role, office__kind="city").pk
    assert page.h1 == "어느 자리에서 일하시겠습니까?"
    return browser.send(reverse("account:seats"), {"seat": str(seat)})


def with_position(browser: Browser, title: str, role: str, name: str, login: str) -> Browser:
    """The administrator makes a position, and somebody comes into it."""
    page = browser.get(reverse("account:position_new")).send("직책 만들기", it__title=title, it__role=role)
    return came(page.follow("새 사람 초대").send("안내문 만들기", it__name=name), login)


def test_the_first_person_logs_in_and_everybody_else_comes_in_by_paper(nobody: Browser) -> None:
    login = nobody.get(reverse("account:login"))
    assert (
        login.send("들어가기", it__login=LOGIN, it__password=PASSWORD).h1 == "어느 자리에서 일하시겠습니까?"
    )
    home = seated(nobody, "administrator")
    assert home.address == reverse("account:people")
    assert home.has("아직 다른 기관이 없습니다")

    office = nobody.get(reverse("account:office_new"))
    wrong = office.send("기관 만들고", it__kind="operator", it__name="", it__person="성춘향")
    assert wrong.status == 422
    assert wrong.form("기관 만들고").fields["it.person"] == "성춘향"
    sheet = wrong.send("기관 만들고", it__name="가상중앙회")
    assert sheet.has("가상중앙회 관리자")
    lost = nobody.get(reverse("account:people")).follow("관리자 초대")
    sheet = lost.send("안내문 만들기", it__name="성춘향")
    administrator = came(sheet, "chunhyang")
    assert administrator.get(reverse("account:people")).has("가상중앙회")
    assert administrator.get(reverse("account:office_new")).status == 404

    officer = with_position(administrator, "협업 담당", "officer", "이몽룡", "mongryong")
    assert officer.get(reverse("account:me")).has("가상중앙회 협업 담당")
    (by,) = actors_of(Position.objects.get(title="협업 담당").tenures.get().person_id, timezone.localdate())
    body = register("cooperative", "가상협동조합", by=by, at=timezone.now(), key=a_key())
    page = officer.get(reverse("account:invitations")).follow("초대하기")
    assert page.h1.startswith(body.name)
    bookkeeper = came(page.send("안내문 만들기", it__name="향단이", it__title="담당자"), "hyangdan")
    assert bookkeeper.get(reverse("account:me")).has("가상협동조합에서 이 자리로 일하고 있습니다")


def test_an_administrator_of_another_office_opens_none(nobody: Browser) -> None:
    nobody.get(reverse("account:login")).send("들어가기", it__login=LOGIN, it__password=PASSWORD)
    seated(nobody, "officer")
    assert nobody.get(reverse("account:office_new")).status == 404
