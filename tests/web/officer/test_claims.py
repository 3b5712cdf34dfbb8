"""지급 — the officer examines a claim, recognises less with a reason, hands it in; the bank carries it out."""

from datetime import timedelta
from typing import TYPE_CHECKING

from majungmul.books.parties.queries.positions import actors_of, jurisdiction_named
from majungmul.books.parties.queries.seats import person_with_login
from majungmul.stages.payment.actions import approve as approve_claim
from majungmul.stages.payment.queries import waiting_for_approval
from tests.web.conftest import NOW
from tests.web.window import Window

if TYPE_CHECKING:
    from tests.web.window import Page


def examined(window: Window) -> "Page":
    return window.of("operator.officer").get("/office/claims/").follow("서울가상조명협동조합")


def approve(window: Window, body: str) -> None:
    jurisdiction = jurisdiction_named("seoul")
    assert jurisdiction
    person = person_with_login(jurisdiction.pk, "operator-approver")
    assert person
    (actor,) = actors_of(person.pk, NOW.date())
    row = next(each for each in waiting_for_approval(jurisdiction.pk, actor.office) if each.body.name == body)
    approve_claim(row.pk, by=actor, at=NOW + timedelta(minutes=5), key="approved")


def test_the_list_says_what_is_to_be_done(window: Window) -> None:
    page = window.of("operator.officer").get("/office/claims/")
    assert page.status == 200
    assert page.h1 == "심사할 청구 1건, 이체할 청구 1건"
    assert page.has("6,120,000원")


def test_a_claim_on_one_page(window: Window) -> None:
    page = examined(window)
    assert page.status == 200
    assert page.h1 == "서울가상조명협동조합 지급 심사"
    assert page.has("27,200,000원 × 10% = 2,720,000원")
    assert page.has("증빙 2장을 더 보아야 합니다")
    assert len(page.parsed.ids) == len(set(page.parsed.ids))


def test_less_is_recognised_with_a_reason_then_handed_in_listed_and_paid(window: Window) -> None:
    page = examined(window)
    wrong = page.send("1번 증빙 인정", p1__amount="20,000,000", p1__reason="")
    assert wrong.status == 422
    assert wrong.has("덜 인정하려면 이유를 적어 주십시오")
    assert wrong.form("1번 증빙 인정").fields["p1.amount"] == "20,000,000"
    page = examined(window).send(
        "1번 증빙 인정", p1__amount="20,000,000", p1__reason="계약 밖의 전구 7,200,000원을 뺌(가상)"
    )
    assert page.status == 200
    page = page.send("2번 증빙 인정")
    assert page.has("5,400,000원을 지급합니다")
    assert page.has("청구보다 720,000원 적습니다")
    page = page.send("결재 올림")
    assert page.has("결재에 올렸습니다")
    assert page.has("결재 중 1")
    approve(window, "서울가상조명협동조합")
    bank = window.of("operator.accountant").get("/office/claims/bank/")
    assert bank.h1 == "이체할 청구 2건, 8,040,000원"
    first = bank.send("고른 것으로 이체 목록 만들기")
    assert first.h1 == "청구 1건, 2,640,000원을 이체 목록에 넣습니다" or first.h1.startswith("청구 1건")
    listed = first.send("이체 목록 만들기")
    assert listed.h1 == "은행의 결과를 적을 것 1건"
    done = listed.send("1건 모두 지급 확인")
    assert done.has("1건을 지급한 것으로 적었습니다")
    assert done.h1.endswith("이체가 끝났습니다")


def test_too_much_is_refused_at_its_field(window: Window) -> None:
    page = examined(window).send("1번 증빙 인정", p1__amount="99,000,000")
    assert page.status == 422
    assert 'aria-invalid="true"' in page.html


def test_a_correction_is_asked_at_a_field(window: Window) -> None:
    asked = examined(window).follow("보완요청")
    assert asked.h1 == "무엇을 고쳐 달라고 할지 적어 주십시오"
    wrong = asked.send(
        "보완요청 보내기", it__field="claim-papers-invoice", it__what="흐려 읽을 수 없음(가상)", it__days="99"
    )
    assert wrong.status == 422
    assert wrong.form("보완요청 보내기").fields["it.what"] == "흐려 읽을 수 없음(가상)"
    page = asked.send(
        "보완요청 보내기", it__field="claim-papers-invoice", it__what="흐려 읽을 수 없음(가상)", it__days="7"
    )
    assert page.has("붙임 · 세금계산서")
    assert page.has("보완 중")


def test_plain_proofs_are_recognised_at_once(window: Window) -> None:
    page = examined(window).send("표시 없는 증빙 2장을 적힌 대로 인정")
    assert page.has("6,120,000원을 지급합니다")


def test_a_list_of_nothing_is_refused(window: Window) -> None:
    page = window.of("operator.accountant").get("/office/claims/bank/new/")
    assert page.status == 422
    assert page.h1 == "이체할 청구를 골라 주십시오"


def test_a_claim_is_not_there_for_others(window: Window) -> None:
    address = examined(window).address
    assert window.of("printers.officer").get(address).status == 404
    assert window.of("operator.approver").get(address).status == 404
    assert (
        window.of("operator.officer").get("/office/claims/01a214b8-0000-7000-8000-000000000000/").status
        == 404
    )
