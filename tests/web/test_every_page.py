"""Every page that a link leads to, as each role: none breaks, none is a dead end, none speaks English."""

import pytest

from tests.web.crawling import Walk, walk
from tests.web.window import Window

PEOPLE = {
    "nobody": "/",
    "printers.officer": "/mine/",
    "florists.officer": "/mine/",
    "operator.officer": "/office/",
    "operator.approver": "/approval/",
    "city.officer": "/city/",
    "city.approver": "/approval/",
    "city.auditor": "/audit/",
    "city.administrator": "/account/people/",
}
OWN = ("/mine/", "/office/", "/approval/", "/city/", "/audit/", "/account/", "/rows/")
"""What nobody sees without a seat; what everybody sees is walked once, by nobody."""


def walked(window: Window, person: str) -> Walk:
    browser = window.nobody() if person == "nobody" else window.of(person)
    public = person == "nobody"
    return walk(browser, [PEOPLE[person]], ("/",) if public else OWN)


@pytest.mark.parametrize("person", PEOPLE)
def test_every_page_stands(window: Window, person: str) -> None:
    found = walked(window, person)
    assert found.wrong == []
    assert len(found.pages) > 5
