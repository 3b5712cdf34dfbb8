"""결재자 — orders, settlements, orders to pay back and revocations, as an officer hands them in."""

from typing import TYPE_CHECKING, Any

from tests.web.account.people import system
from tests.web.approver.test_life import LIGHTS, inbox
from tests.web.conftest import NOW
from tests.web.officer.test_orders import drafted
from tests.web.officer.test_settlements import begun

if TYPE_CHECKING:
    from tests.web.window import Page, Window

PRINTERS = "서울가상인쇄협동조합"


def opened(window: "Window", words: str) -> "Page":
    return inbox(window).follow(words)


def test_an_order_is_returned_and_approved(window: "Window") -> None:
    officer = drafted(window)
    officer.send("결재 올림")
    page = opened(window, "겨울 설명회 안내문 인쇄")
    assert page.h1 == "겨울 설명회 안내문 인쇄(가상) 집행 품의"
    assert page.has("880,000원")
    assert page.has("장부의 앞과 뒤")
    page.send("결재 반려", it__return_reason="견적서를 붙여 주십시오(가상)")
    officer = window.of("operator.officer").get(officer.address)
    assert officer.has("견적서를 붙여 주십시오(가상)")
    officer.send("결재 올림")
    page = opened(window, "겨울 설명회 안내문 인쇄")
    done = page.send("결재")
    assert done.has("880,000원을 결재했습니다")
    again = page.browser.get(page.address)
    assert again.has("결재")
    assert again.send("품의 취소", it__cancel_reason="인쇄하지 않기로 함(가상)").has("취소했습니다")


def test_a_settlement_is_returned_and_fixed(window: "Window") -> None:
    officer = begun(window).send("협업사업 지원금 인정")
    officer = officer.send("결재 올림", submit__opinion="지급액과 증빙이 맞음(가상)")
    page = opened(window, f"{PRINTERS} 정산")
    assert page.has("지급액과 증빙이 맞음(가상)")
    assert page.has("지금 장부")
    assert page.send("결재 반려", it__return_reason="성과를 더 적어 주십시오(가상)").has("돌려보냈습니다")
    officer = officer.browser.get(officer.address)
    assert officer.has("성과를 더 적어 주십시오(가상)")
    officer.send("결재 올림", submit__opinion="성과를 더 적음(가상)")
    page = opened(window, f"{PRINTERS} 정산")
    assert page.send("결재").has("금액이 확정되었습니다")


def proposed(window: "Window", way: str, **said: str) -> None:
    page = begun(window).follow(way)
    found = {
        name: page.html.split(f'name="it.{name}" value="')[1].split('"')[0]
        for name in ("line", "grounds")
        if f'name="it.{name}" value="' in page.html
    }
    asked: dict[str, Any] = {f"it__{name}": value for name, value in found.items()} | said
    assert page.send("결재 올림", it__principal="105,000", **asked).status == 200


def test_an_order_to_pay_back_is_given_and_withdrawn(window: "Window") -> None:
    proposed(
        window,
        "반환명령 올리기",
        it__kind="goods_returned",
        it__due_on="2026. 12. 24.",
        it__reason="거래가 취소됨(가상)",
        it__interest_basis="none",
    )
    page = opened(window, "반환명령")
    assert page.has("거래가 취소됨(가상)")
    assert page.send("결재").has("반환명령을 결재했습니다")
    page = page.browser.get(page.address)
    assert any("refund_order" in address for address, _ in page.links())
    assert page.send("반환명령 철회", it__withdraw_reason="거래가 되살아남(가상)").has("철회했습니다")


def test_a_revocation_is_returned(window: "Window") -> None:
    proposed(window, "결정 취소 올리기", it__facts="거래하지 않은 증빙(가상)", it__is_whole="no")
    page = opened(window, "결정 취소")
    assert page.has("거래하지 않은 증빙(가상)")
    assert page.send("결재 반려", it__return_reason="증거가 더 있어야 함(가상)").has("돌려보냈습니다")


def test_who_handed_it_in_does_not_approve_it_as_deputy_either(window: "Window") -> None:
    from majungmul.books.parties.actions.deputies import act_for  # noqa: PLC0415
    from majungmul.books.parties.models import Position  # noqa: PLC0415

    own, other = (Position.objects.get(code=f"operator-{name}") for name in ("officer", "approver"))
    act_for(other.pk, own.pk, (NOW.date(), None), "교육(가상)", by=system(), at=NOW, key="deputy")
    browser = window.of("operator.officer")
    browser.send("/account/seats/", {"seat": f"{other.pk}.deputy"})
    page = browser.get("/approval/").follow(LIGHTS)
    assert page.has("다른 결재권자가 결재해야 합니다")
    assert page.has("올린 사람과 결재하는 사람은 달라야 합니다")
    assert all("".join(button[2].split()) != "결재" for form in page.parsed.forms for button in form.buttons)
    refused = browser.send(f"{page.address}approve/", {"key": "anything"})
    assert refused.status == 422
    assert refused.has("같은 사람이 두 일을 모두 할 수 없습니다")
