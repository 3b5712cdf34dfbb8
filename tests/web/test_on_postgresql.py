"""Every page once more, on PostgreSQL: what it may refuse of a question, a page would show as our own fault."""

import pytest

from majungmul.story.whole import tell_all
from tests.database import Scratch
from tests.web.conftest import NOW
from tests.web.test_every_page import PEOPLE, walked
from tests.web.window import Window


@pytest.mark.postgresql
def test_every_page_stands(scratch: Scratch, monkeypatch: pytest.MonkeyPatch) -> None:
    tell_all(NOW.date())
    monkeypatch.setattr("majungmul.web.asked.now", lambda: NOW)
    window = Window(scratch.home)
    wrong = [f"{person}: {each}" for person in PEOPLE for each in walked(window, person).wrong]
    assert wrong == []
