"""The window itself: who is let in where."""

import pytest

from majungmul.books.files.models import FileUse
from tests.web.window import Window


def test_a_stranger_is_asked_to_log_in(window: Window) -> None:
    page = window.nobody().get("/mine/")
    assert page.h1 == "들어가기"


def test_somebody_seated_sees_their_own_menu(window: Window) -> None:
    page = window.of("printers.officer").get("/account/me/")
    assert page.has("내 신청")
    assert not page.has("오늘 할 일")


def test_another_audience_is_not_there(window: Window) -> None:
    assert window.of("printers.officer").get("/office/").status == 404


def test_without_the_guard_another_audience_would_be_let_in(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    browser = window.of("printers.officer")
    assert browser.get("/office/calls/").status == 404
    monkeypatch.setattr("majungmul.web.audiences.is_for", lambda *_: True)
    assert browser.get("/office/calls/").status == 200


def test_without_the_guard_another_body_would_have_the_file(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = FileUse.objects.filter(subject_model="application.application").order_by("id")[0]
    address = f"/rows/{own.subject}/files/{own.pk}/"
    others = [window.of(f"{code}.officer") for code in ("travel", "grocers")]
    assert 404 in [each.get(address).status for each in others]
    monkeypatch.setattr("majungmul.web.rows.sees", lambda *_: True)
    assert [each.get(address).status for each in others] == [200, 200]
