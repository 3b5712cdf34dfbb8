"""단체 — found, registered, its account entered by one person and confirmed by another, two rows made one."""

import re

from tests.web.window import Browser, Page, Window

NUMBER = "123-45"


def body(browser: Browser, name: str) -> Page:
    return browser.get(f"/office/bodies/?name={name}").follow(name)


def registered(browser: Browser, name: str) -> Page:
    page = browser.get("/office/bodies/new/").send("등록", it__kind="cooperative", it__name=name)
    assert page.has("단체를 등록했습니다")
    return body(browser, name)


def test_a_body_is_found_by_any_way_of_writing_its_name(window: Window) -> None:
    browser = window.of("operator.officer")
    for name in ("서울가상인쇄협동조합", "서울가상인쇄(조)", "가상인쇄"):
        page = browser.get(f"/office/bodies/?name={name}")
        assert any(label == "서울가상인쇄협동조합" for _, label in page.links()), name
    assert "0곳" in browser.get("/office/bodies/?name=없는조합").h1


def test_a_body_shows_what_it_was_given_and_hides_its_account(window: Window) -> None:
    page = body(window.of("operator.officer"), "서울가상인쇄협동조합")
    assert page.has("2026년")
    assert page.has("지금 지급하는 계좌")
    assert "•" in page.text


def test_an_account_is_confirmed_by_another_person(window: Window) -> None:
    browser = window.of("operator.officer")
    page = registered(browser, "서울새로운가상협동조합").follow("입금 계좌 적기")
    page = page.send(
        "계좌 적기", it__bank="가상은행", it__number="110-222-333333", it__holder="서울새로운가상"
    )
    assert page.has("확인 기다림")
    assert not any("확인하기" in label for _, label in page.links())
    other = window.of("operator.approver").get(page.address)
    confirm = other.follow("확인하기")
    assert confirm.has("110-222-333333")
    assert confirm.send("통장사본과 같음을 확인").has("지금 지급하는 계좌")


def test_one_cannot_confirm_ones_own_account(window: Window) -> None:
    browser = window.of("operator.officer")
    page = registered(browser, "서울혼자가상협동조합").follow("입금 계좌 적기")
    page = page.send("계좌 적기", it__bank="가상은행", it__number="110-222-333334", it__holder="서울혼자가상")
    link = window.of("operator.approver").get(page.address).html
    account = re.search(r"/office/accounts/([0-9a-f-]{36})/", link)
    assert account
    refused = browser.get(account[0]).send("통장사본과 같음을 확인")
    assert refused.status == 422
    assert refused.has("다른 사람이 하도록 넘겨 주십시오")


def test_what_is_known_of_a_body_changes_from_a_day_on(window: Window) -> None:
    page = registered(window.of("operator.officer"), "서울바뀌는가상협동조합")
    page = page.follow("대표자 바꾸기").send(
        "대표자 바꾸기", it__name="한가상", it__title="이사장", it__since="2026. 11. 1."
    )
    page = page.follow("소재지 바꾸기").send(
        "소재지 바꾸기", it__text="서울특별시 중구 가상로 9", it__since="2026. 11. 1."
    )
    page = page.follow("다른 이름 더하기").send("더하기", it__name="바뀌는(조)")
    page = page.follow("이름 바꾸기").send("이름 바꾸기", it__name="서울바뀐가상협동조합")
    for text in ("이사장 한가상", "가상로 9", "바뀌는(조)", "서울바뀐가상협동조합"):
        assert page.has(text)
    assert any(
        label == "서울바뀐가상협동조합"
        for _, label in page.browser.get("/office/bodies/?name=서울바뀌는가상협동조합").links()
    )


def test_two_rows_become_one_body(window: Window) -> None:
    browser = window.of("operator.officer")
    page = registered(browser, "서울두번가상협동조합")
    standing = body(browser, "서울가상인쇄협동조합").address.rstrip("/").rpartition("/")[2]
    page = page.follow("같은 단체 합치기").send(
        "합치기", it__into=standing, it__reason="사업자등록번호와 대표자가 같음"
    )
    assert "서울가상인쇄협동조합" in page.h1
    assert page.has("서울두번가상협동조합")


def test_a_wrong_number_stands_at_its_field(window: Window) -> None:
    page = window.of("operator.officer").get("/office/bodies/new/")
    page = page.send("등록", it__kind="cooperative", it__name="서울틀린가상협동조합", it__number=NUMBER)
    assert page.status == 422
    assert page.has("고칠 곳이 1곳")
    assert "서울틀린가상협동조합" in page.html


def test_a_cooperative_sees_no_bodies(window: Window) -> None:
    assert window.of("printers.officer").get("/office/bodies/").status == 404
