"""결재자 — opens what waits, returns it with a reason, sees it again with what is new, approves it in one press."""

from typing import TYPE_CHECKING
from uuid import UUID

import pytest

from majungmul.books.parties.queries.positions import jurisdiction_named
from majungmul.books.trail.queries import readings_of
from tests.web.window import Window

if TYPE_CHECKING:
    from tests.web.window import Page

LIGHTS, GLOVES = "서울가상조명협동조합", "서울가상면장갑협동조합"
ON_THE_WAY = "이체 대기"


def inbox(window: Window, person: str = "operator.approver") -> "Page":
    return window.of(person).get("/approval/")


def opened(window: Window) -> "Page":
    return inbox(window).follow(LIGHTS)


def test_an_empty_inbox_says_what_will_come(window: Window) -> None:
    inbox(window).follow(GLOVES).send("결재")
    page = opened(window).send("결재")
    assert page.h1 == "지금 결재할 것이 없습니다"
    assert page.has("담당자가 결재를 올리면 여기에")
    assert page.has(ON_THE_WAY)


def test_what_waits_is_listed_with_amount_and_who_asked(window: Window) -> None:
    page = inbox(window)
    assert page.h1 == "결재할 것 2건"
    assert page.has("6,120,000")
    assert page.has("올림")
    assert page.has("2026. 11. 24.(화) 부터")


def test_a_claim_with_its_sentence_its_evidence_and_the_ledger_before_and_after(window: Window) -> None:
    page = opened(window)
    assert page.status == 200
    assert page.h1 == f"{LIGHTS} 지급"
    assert page.has("27,200,000원 × 10% = 2,720,000원")
    assert page.has("장부의 앞과 뒤")
    assert page.has("결재 뒤")
    assert any("/papers/claim_form/" in address for address, _ in page.links())
    assert any("/files/" in address for address, _ in page.links())
    assert len(page.parsed.ids) == len(set(page.parsed.ids))


def test_what_stands_there_afterwards_is_what_is_there_less_the_amount(window: Window) -> None:
    words = opened(window).text.split("결재 뒤", 1)[1].split()
    amounts = [int(word.replace(",", "")) for word in words if word.replace(",", "").isdigit()][:3]
    assert amounts[0] - amounts[1] == amounts[2]
    assert amounts[1] == 6_120_000


def test_returned_with_a_reason_seen_again_with_what_is_new_and_approved(window: Window) -> None:
    page = opened(window).send("결재 반려", it__return_reason="수량을 다시 세어 주십시오(가상).")
    assert page.h1 == "결재할 것 1건"
    assert page.has("돌려보냈습니다")
    officer = window.of("operator.officer").get("/office/claims/").follow(LIGHTS)
    assert officer.has("수량을 다시 세어 주십시오(가상).")
    officer.send("결재 올림")
    page = opened(window)
    done = page.send("결재")
    assert done.has(f"{LIGHTS}의 지급 6,120,000원을 결재했습니다.")
    assert done.h1 == "결재할 것 1건"
    assert done.has("내가 최근에 한 일")


def test_a_return_without_a_reason_is_asked_for_it_at_its_field(window: Window) -> None:
    page = opened(window).send("결재 반려", it__return_reason="  ")
    assert page.status == 422
    assert 'id="it.return_reason-error"' in page.html
    assert page.h1 == f"{LIGHTS} 지급"


def test_what_was_typed_is_kept_where_the_action_refuses(window: Window) -> None:
    page = opened(window).send("결재 반려", it__return_reason="가" * 400)
    assert page.status == 422
    assert page.form("결재 반려").fields["it.return_reason"] == "가" * 400


def test_the_same_press_twice_is_one_decision(window: Window) -> None:
    page = opened(window)
    assert page.send("결재").has("결재했습니다")
    assert page.send("결재").has("결재했습니다")


def test_a_payment_is_held_and_let_go(window: Window) -> None:
    page = inbox(window).follow("서울가상꽃도매협동조합 지급")
    held = page.send("보류", it__hold_reason="납품 사진을 다시 확인함(가상)")
    assert held.has("보류했습니다")
    page = held.follow("서울가상꽃도매협동조합 지급")
    assert page.has("납품 사진을 다시 확인함(가상)")
    assert page.send("보류 풀기").has("보류를 풀었습니다")


def test_a_claim_is_rejected_with_a_reason(window: Window) -> None:
    page = inbox(window).follow("서울가상꽃도매협동조합 지급")
    assert page.send("불인정", it__reject_reason="계약과 다른 품목(가상)").has("인정하지 않았습니다")


@pytest.mark.parametrize("person", ["printers.officer", "operator.officer", "city.auditor"])
def test_the_inbox_is_not_there_for_others(window: Window, person: str) -> None:
    assert inbox(window, person).status == 404


def test_another_offices_matter_cannot_be_decided_and_no_such_matter_is_there(window: Window) -> None:
    address = opened(window).address
    seen = window.of("city.approver").get(address)
    assert seen.status == 404
    assert window.of("operator.approver").get(address.replace("/claim/", "/nothing/")).status == 404
    assert (
        window.of("operator.approver").get("/approval/claim/00000000-0000-0000-0000-000000000000/").status
        == 404
    )


def test_looking_at_it_is_recorded(window: Window) -> None:
    address = opened(window).address
    jurisdiction = jurisdiction_named("seoul")
    assert jurisdiction
    read = readings_of(jurisdiction.pk, UUID(address.split("/")[-2]))
    assert "결재" in {each.why for each in read}
