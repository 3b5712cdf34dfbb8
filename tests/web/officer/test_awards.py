"""결정 — of the story: looked at, a condition met, a contract confirmed, a revocation proposed."""

from tests.web.window import Page, Window


def award(window: Window, name: str) -> Page:
    return window.of("operator.officer").get("/office/awards/").follow(name)


def test_an_award_shows_what_hangs_on_it(window: Window) -> None:
    page = award(window, "서울가상배관협동조합")
    for text in ("결정 항목", "계약 1", "거래 1", "조건 7", "재검토 요청", "지원결정통지서"):
        assert page.has(text)
    assert page.follow("지원결정통지서").status == 200


def test_a_condition_is_met_on_a_day(window: Window) -> None:
    page = award(window, "서울가상배관협동조합").follow("이행 확인")
    late = page.send("이행 확인", it__on="2026. 12. 30.", it__note="조합의 공문")
    assert late.status == 422
    page = late.send("이행 확인", it__on="2026. 11. 20.", it__note="조합의 공문(2026. 11. 20.)")
    assert page.has("조합의 공문(2026. 11. 20.)")


def test_a_revocation_is_proposed_before_money_left(window: Window) -> None:
    page = award(window, "서울가상배관협동조합").follow("결정 취소 올림")
    assert page.send("결정 취소 올림").status == 422
    page = page.send("결정 취소 올림", it__reason="거래를 하지 못하게 됨(가상)")
    assert page.has("결정 취소를 결재에 올렸습니다")
    assert page.has("거래를 하지 못하게 됨(가상)")


def test_a_list_asks_no_more_for_more_rows(window: Window) -> None:
    from django.db import connection  # noqa: PLC0415 - Django is started first
    from django.test.utils import CaptureQueriesContext  # noqa: PLC0415

    browser = window.of("operator.officer")
    counts = []
    for shown in ("ended", ""):
        with CaptureQueriesContext(connection) as caught:
            browser.get(f"/office/awards/?show={shown}")
        counts.append(len(caught))
    assert counts[1] <= counts[0]


def test_the_citys_own_award_is_no_award_of_the_office(window: Window) -> None:
    browser = window.of("city.officer")
    assert browser.get("/office/awards/").status == 404
