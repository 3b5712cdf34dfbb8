"""The window itself: who is let in where."""

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
