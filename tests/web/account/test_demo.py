"""The demo: one press, and one is somebody of the story; nowhere else is there such a page."""

from types import ModuleType
from typing import Any

import pytest
from django.urls import clear_url_caches, include, path

from majungmul.config import urls
from majungmul.web.account import demo
from tests.web.window import Window

LANDING = {
    "city-officer": "city:year",
    "operator-officer": "officer:today",
    "operator-approver": "approver:inbox",
    "printers-officer": "applicant:mine",
    "florists-officer": "applicant:mine",
    "city-auditor": "audit:ledger",
}


@pytest.fixture
def in_demo(settings: Any) -> None:
    """The routes as `majungmul demo` has them."""
    module = ModuleType("urls_of_the_demo")
    vars(module).update(vars(urls))
    module.urlpatterns = [*urls.urlpatterns, path("demo/", include((demo.ROUTES, "demo")))]  # type: ignore[attr-defined]
    settings.ROOT_URLCONF, settings.DEMO = module, True
    clear_url_caches()


@pytest.mark.usefixtures("in_demo")
@pytest.mark.parametrize("login", [each[0] for each in demo.SEATS])
def test_one_press_and_one_is_in_the_page_of_the_seat(window: Window, login: str) -> None:
    from django.urls import reverse  # noqa: PLC0415

    browser = window.nobody()
    page = browser.get("/account/login/").follow("비밀번호 없이")
    assert len(page.parsed.forms) >= len(demo.SEATS)
    assert browser.send("/demo/", {"login": login}).address == reverse(LANDING[login])
    assert browser.get("/demo/").status == 200  # somebody else may be chosen at any time


@pytest.mark.usefixtures("in_demo")
@pytest.mark.parametrize("login", ["city-administrator", "system", "operator-second", "", "nobody"])
def test_nobody_but_the_six_comes_in_so(window: Window, login: str) -> None:
    browser = window.nobody()
    assert browser.send("/demo/", {"login": login}).status == 404
    assert browser.get("/mine/").address.startswith("/account/login/")


@pytest.mark.usefixtures("in_demo")
def test_were_the_route_there_the_page_still_asks_whether_it_is_the_demo(
    window: Window, settings: Any
) -> None:
    settings.DEMO = False
    assert window.nobody().send("/demo/", {"login": "city-officer"}).status == 404
    assert window.nobody().get("/demo/").status == 404


def test_outside_the_demo_there_is_no_such_route_and_no_link_to_it(window: Window) -> None:
    assert "demo" not in urls.TABLE
    assert window.nobody().send("/demo/", {"login": "city-officer"}).status == 404
    assert "/demo/" not in window.nobody().get("/account/login/").html
