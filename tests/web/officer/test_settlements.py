"""정산 — begun once nothing is claimed, examined line by line, handed in; and what is in the way is said."""

from tests.web.window import Page, Window


def begun(window: Window, body: str = "서울가상인쇄협동조합") -> Page:
    page = window.of("operator.officer").get("/office/settlements/")
    address = next(
        each for each, label in page.links() if "정산 시작" in label and each in starts(page, body)
    )
    return page.browser.get(address).send("정산 시작", it__summary="모든 거래를 마침(가상)")


def starts(page: Page, body: str) -> set[str]:
    """The address behind the button that is named after the body."""
    found = page.html.split(f'aria-label="{body} 정산 시작"')[0].rsplit('href="', 1)[1].split('"')[0]
    return {found}


def test_what_may_be_settled(window: Window) -> None:
    page = window.of("operator.officer").get("/office/settlements/")
    assert page.status == 200
    assert page.has("정산을 시작할 수 있는 결정 7건")
    assert page.has("돌려받을 돈(반환명령)")


def test_open_claims_stand_in_the_way(window: Window) -> None:
    page = window.of("operator.officer").get("/office/settlements/")
    assert (
        page.follow("서울가상조명협동조합의 끝나지 않은 청구").h1
        == "서울가상조명협동조합의 끝나지 않은 청구 1건이 있습니다"
    )


def test_a_settlement_is_examined_and_handed_in(window: Window) -> None:
    page = begun(window)
    assert page.h1 == "서울가상인쇄협동조합 정산 심사"
    assert page.has("항목 1개를 더 보아야 합니다")
    wrong = page.send("인정", l1__recognised="1,000,000")
    assert wrong.status == 422
    assert "l1.reason-error" in wrong.html
    page = page.send("협업사업 지원금 인정")
    wrong = page.send("결재 올림", submit__opinion="")
    assert wrong.status == 422
    assert "submit.opinion-error" in wrong.html
    page = page.send("결재 올림", submit__opinion="지급액과 증빙이 맞음(가상)")
    assert page.has("결재를 기다립니다")


def test_less_recognised_needs_a_day_of_return(window: Window) -> None:
    page = begun(window)
    page = page.send(
        "협업사업 지원금 인정", l1__recognised="5,000,000", l1__reason="납품하지 않은 것이 있음(가상)"
    )
    wrong = page.send("결재 올림", submit__opinion="일부 불인정(가상)")
    assert wrong.status == 422
    assert "submit.return_due_on-error" in wrong.html
    page = page.send("결재 올림", submit__opinion="일부 불인정(가상)", submit__return_due_on="2026. 12. 24.")
    assert page.has("결재를 기다립니다")


def test_a_correction_is_asked(window: Window) -> None:
    page = begun(window).send("보완요청", ask_correction__what="성과를 수로 적어 주십시오(가상)")
    assert page.has("조합의 보완을 기다립니다")


def test_settled_years_are_kept(window: Window) -> None:
    page = window.of("operator.officer").get("/office/settlements/?year=2018")
    assert page.has("2018년 정산")
    one = page.follow("협동조합")
    assert one.status == 200
    assert one.has("금액 확정 통지서")


def test_a_settlement_is_not_there_for_others(window: Window) -> None:
    address = begun(window).address
    assert window.of("printers.officer").get(address).status == 404
    assert window.of("city.officer").get(address).status == 404
