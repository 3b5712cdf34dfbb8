"""People of the story with a password, and browsers that log in by it."""

from datetime import date
from typing import Any

from majungmul.books.parties.actions.passwords import set_password
from majungmul.books.parties.models import Person
from majungmul.books.parties.queries.positions import jurisdiction_named, system_actor
from majungmul.values.actor import Actor
from tests.given import a_key
from tests.web.conftest import NOW
from tests.web.window import Browser, Page, Window

PASSWORD = "한 바가지 마중물을 붓고"  # noqa: S105 - of nobody
OTHER = "다른 바가지 마중물을 붓고"
TODAY: date = NOW.date()


def system() -> Actor:
    founded = jurisdiction_named("seoul")
    assert founded
    return system_actor(founded.pk, TODAY)


def with_password(login: str, password: str = PASSWORD) -> Person:
    person = Person.objects.get(login=login)
    return set_password(person.pk, password, by=system(), at=NOW, key=a_key())


def log_in(browser: Browser, login: str, password: str = PASSWORD, address: str = "/account/login/") -> Page:
    return browser.get(address).send("들어가기", it__login=login, it__password=password)


def logged_in(window: Window, login: str) -> Browser:
    browser = window.nobody()
    with_password(login)
    page = log_in(browser, login)
    assert page.status == 200, page.text
    return browser


def code_on(sheet: Page) -> str:
    return sheet.html.partition('class="code">')[2].partition("<")[0]


def typed(code: str, **more: str) -> dict[str, Any]:
    return {
        "it__code": code,
        "it__login": "chunhyang",
        "it__new_password": PASSWORD,
        "it__again_password": PASSWORD,
    } | more
