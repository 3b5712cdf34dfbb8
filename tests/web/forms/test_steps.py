"""The step engine without a page: what is kept, what two windows do to each other, how answers are written."""

from datetime import timedelta

import pytest

from majungmul.programmes.form import Field, Form, Section
from majungmul.programmes.form_answers import read
from majungmul.web.forms.steps_kept import Kept, Typing
from majungmul.web.forms.steps_start import as_typed
from tests.web.conftest import NOW

BEFORE = Kept({"it": {"name": "앞"}}, version=3, tab="one", saved_at=NOW)


def typing(name: str, seen: int, tab: str, *, is_press: bool = False) -> Typing:
    return Typing({"it": {"name": name}}, {}, seen, tab, "it", is_press)


def test_what_was_typed_follows_what_it_was_drawn_from() -> None:
    after = typing("뒤", 3, "two").onto(BEFORE, NOW)
    assert (after.answers["it"]["name"], after.tab, after.other) == ("뒤", "two", None)


def test_another_window_is_put_beside_and_changes_nothing() -> None:
    after = typing("뒤", 2, "two").onto(BEFORE, NOW)
    assert (after.answers["it"]["name"], after.tab) == ("앞", "one")
    assert after.other == {"it": {"name": "뒤"}}


def test_the_same_window_goes_on_over_its_own_save() -> None:
    assert not typing("뒤", 2, "one").is_stale(BEFORE)


def test_the_same_words_of_two_windows_are_no_difference() -> None:
    assert not typing("앞", 2, "two").is_stale(BEFORE)


@pytest.mark.parametrize(("seconds", "is_late"), [(1, True), (9, True), (10, False)])
def test_a_save_that_its_page_left_behind_is_late_for_a_while(seconds: int, is_late: bool) -> None:  # noqa: FBT001
    left = typing("단추", 3, "one", is_press=True).onto(BEFORE, NOW)
    late = typing("앞서 보낸 것", 2, "one")
    assert late.is_late(left, NOW + timedelta(seconds=seconds)) is is_late


def test_answers_are_written_as_people_write_them_and_read_the_same() -> None:
    fields = (
        Field(code="amount", label="금액", kind="won"),
        Field(code="on", label="날", kind="day"),
        Field(code="yes", label="예", kind="yes_no"),
        Field(code="empty", label="빈칸", required=False),
    )
    form = Form(code="f", title="양식", sections=(Section(code="it", label="그것", fields=fields),))
    kept = {"it": {"amount": 50_230_000, "on": "2026-02-20", "yes": True}}
    typed = as_typed(form, kept)
    assert typed == {"it": {"amount": "50,230,000", "on": "2026. 2. 20.", "yes": "yes"}}
    assert read(form, typed).values == read(form, kept).values
