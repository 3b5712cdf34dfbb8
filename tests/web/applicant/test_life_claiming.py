"""A co-operative after its decision: contract, trade, report and claim with two proofs, correction, payment."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db.models import QuerySet

from majungmul.stages.award.models import Award
from majungmul.stages.delivery import actions as delivery
from majungmul.stages.delivery.models import Contract, Trade
from majungmul.stages.payment import actions as payment
from majungmul.stages.payment.models import Claim, Proof
from majungmul.values.won import Won
from tests.web.applicant.applying import scan
from tests.web.applicant.opened import actor, body_of
from tests.web.conftest import NOW
from tests.web.window import Browser, Page, Window

WHO, PARTNER = "plumbers.officer", "부산가상동관협동조합"
CONTRACT = {
    "it__side": "buyer",
    "it__kind": "contract",
    "it__signed_on": "2026. 11. 2.",
    "it__item": "난방용 동관",
    "it__quantity": "1,000본×12,000원",
    "it__supply": "12,000,000",
    "it__vat": "1,200,000",
    "it__deliver_by": "2026. 12. 10.",
    "it__place": "구로구 가상로 10",
    "it__payment_terms": "납품 후 30일 안 계좌이체",
}
TRADE = {
    "it__delivered_on": "2026. 11. 20.",
    "it__item": "난방용 동관",
    "it__supply": "12,000,000",
    "it__vat": "1,200,000",
    "it__received_by": "사무국장",
}
SLOTS = ("invoice", "statement", "transfer_receipt", "sealed_claim", "photos", "sealed_report")


def award() -> Award:
    return Award.objects.get(body=body_of(WHO).pk, application__call__year=2026)


def partner() -> str:
    from majungmul.books.parties.models import Organisation  # noqa: PLC0415 - beside its one use

    return str(Organisation.objects.get(name=PARTNER).pk)


def a_contract(browser: Browser, **other: str) -> Page:
    page = browser.get(f"/mine/awards/{award().pk}/contract/")
    values: dict[str, Any] = CONTRACT | {"it__counterpart": partner()} | other
    return page.send("계약 등록", files={"papers.contract": scan("계약서.pdf")}, **values)


def the_contract() -> Contract:
    return Contract.objects.get(body=body_of(WHO).pk, item="난방용 동관")


def the_trade() -> Trade:
    return Trade.objects.get(contract=the_contract())


@pytest.fixture
def browser(window: Window) -> Browser:
    return window.of(WHO)


@pytest.fixture
def confirmed(browser: Browser) -> Contract:
    a_contract(browser)
    given: dict[str, Any] = {"by": actor("operator.officer"), "at": NOW, "key": uuid4().hex}
    return delivery.confirm_contract(the_contract().pk, "seals", **given)


@pytest.fixture
def traded(browser: Browser, confirmed: Contract) -> Trade:
    page = browser.get(f"/mine/contracts/{confirmed.pk}/").follow("거래 적기")
    page.send("거래 등록", **TRADE)
    return the_trade()


def proof(number: int, trade: UUID, supply: str, vat: str, **other: str) -> dict[str, str]:
    values = {
        "trade": str(trade),
        "kind": "tax_invoice",
        "approval_number": f"20261120-41000000-0000007{number}",
        "written_on": "2026. 11. 20.",
        "issued_on": "2026. 11. 20.",
        "seller_number": "000-80-00000",
        "buyer_number": "000-80-00000",
        "supply": supply,
        "vat": vat,
        "paid": "yes",
        "paid_on": "2026. 11. 23.",
        "payment_method": "transfer",
        "paid_amount": "6,600,000",
        "pages": f"{number + 1}쪽",
    }
    return {f"proofs__{number}__{code}": value for code, value in (values | other).items()}


def numbers(page: Page) -> dict[str, str]:
    """Both sides' 사업자등록번호, as the form has them already."""
    fields = page.form("다음").fields
    return {
        "seller_number": fields["proofs.0.seller_number"],
        "buyer_number": fields["proofs.0.buyer_number"],
    }


def to_proofs(browser: Browser, trade: Trade) -> Page:
    """The step of the proofs, with one row: the story's own trade is left for another claim."""
    page = browser.get(f"/mine/awards/{award().pk}/claim/?step=proofs")
    return page.send("2번 빼기")


def to_papers(browser: Browser, trade: Trade) -> Page:
    page = to_proofs(browser, trade)
    known = numbers(page)
    first = proof(0, trade.pk, "6,000,000", "600,000", **known)
    page = page.send("증빙 더하기", **first)
    page = page.send("다음: 결과보고", **proof(1, trade.pk, "6,000,000", "600,000", **known))
    said = {"report__outcome": "참여 조합원 5개사", "report__difference": "겨울 물량만 먼저 거래함"}
    page = page.send("다음: 청구", **said)
    return page.send("다음: 서류", claim__no_other_support="confirmed", claim__account_changed="no")


def to_last(browser: Browser, trade: Trade) -> Page:
    page = to_papers(browser, trade)
    return page.send("다음: 미리보기", files={f"papers.{slot}": scan(f"{slot}.pdf") for slot in SLOTS})


def claims() -> QuerySet[Claim]:
    return Claim.objects.filter(award=award())


def the_claim() -> Claim:
    return claims().get()


def test_a_contract_is_entered_and_waits(browser: Browser) -> None:
    page = a_contract(browser)
    assert page.has("난방용 동관")
    page = page.follow("난방용 동관")
    assert page.h1 == "계약의 확인을 받아 주십시오"
    assert page.has("담당자의 확인을 기다립니다")


def test_what_is_wrong_in_a_contract_stands_at_its_field(browser: Browser) -> None:
    page = a_contract(browser, it__supply="백만원")
    assert page.status == 422
    assert page.form("계약 등록").fields["it.quantity"] == "1,000본×12,000원"
    assert "it.supply-error" in page.parsed.ids


def test_a_link_is_shown_once(browser: Browser) -> None:
    a_contract(browser)
    page = browser.get(f"/mine/contracts/{the_contract().pk}/link/")
    form = page.form("확인 링크 만들기")
    made = page.send("확인 링크 만들기")
    assert "/confirm/" in made.html
    assert made.h1 == "이 주소를 거래조합에 보내 주십시오"
    again = browser.send(page.address, form.fields)
    assert "/confirm/" not in again.html
    assert again.h1 == "주소는 한 번만 보여 드립니다"


def test_a_contract_is_changed_and_keeps_what_it_said(browser: Browser, confirmed: Contract) -> None:
    page = browser.get(f"/mine/contracts/{confirmed.pk}/").follow("변경계약 등록")
    said = {"it__supply": "13,000,000", "it__vat": "1,300,000"}
    said |= {"it__signed_on": "2026. 11. 20.", "it__reason": "수량을 늘림"}
    page = page.send("변경계약 등록", files={"papers.scan": scan("변경.pdf")}, **said)
    assert page.has("수량을 늘림")
    assert the_contract().supply == Won(13_000_000)


def test_a_trade_is_written_and_taken_back(browser: Browser, traded: Trade) -> None:
    page = browser.get(f"/mine/contracts/{traded.contract_id}/")
    page = page.follow(f"거래 {traded.number} 거두기").send("거래 거두기", it__reason="두 번 적음")
    assert page.has("적은 거래가 아직 없습니다")


def test_a_claim_with_two_proofs_is_handed_in_once(browser: Browser, traded: Trade) -> None:
    last = to_last(browser, traded)
    assert last.has("1,200,000")
    page = last.send("지원금 청구")
    claim = the_claim()
    assert page.h1 == f"청구를 받았습니다. 접수번호 {claim.number}"
    assert claim.claimed == Won(1_200_000)
    assert [each.pages for each in Proof.objects.filter(claim=claim).order_by("id")] == ["1쪽", "2쪽"]
    assert last.send("지원금 청구").has(claim.number)
    assert claims().count() == 1


def test_the_same_number_twice_stands_at_its_field(browser: Browser, traded: Trade) -> None:
    page = to_proofs(browser, traded)
    known = numbers(page) | {"approval_number": "20261120-41000000-00000070"}
    page = page.send("증빙 더하기", **proof(0, traded.pk, "6,000,000", "600,000", **known))
    page = page.send("다음: 결과보고", **proof(1, traded.pk, "6,000,000", "600,000", **known))
    assert page.has("1번 증빙과 승인번호가 같습니다")
    assert "proofs.1.approval_number-error" in page.parsed.ids
    assert page.form("다음").fields["proofs.1.supply"] == "6,000,000"


def test_a_claim_without_papers_stays_and_says_which(browser: Browser, traded: Trade) -> None:
    page = to_papers(browser, traded).send("다음: 미리보기")
    assert page.has("파일이 없습니다")
    assert not claims().exists()


def test_a_claim_is_corrected(browser: Browser, traded: Trade) -> None:
    to_last(browser, traded).send("지원금 청구")
    given: dict[str, Any] = {"by": actor("operator.officer"), "at": NOW, "key": uuid4().hex}
    payment.ask_correction(the_claim().pk, "proofs.0.vat", "세액을 확인해 주십시오.", 7, **given)
    page = browser.get("/mine/")
    assert page.has("청구한 것을 고쳐 주십시오")
    page = page.follow("고치러 가기")
    assert page.has("세액을 확인해 주십시오.")
    page = browser.get(f"{page.address.partition('?')[0]}?step=answer")
    page = page.send("다음", answer__answer="세금계산서와 같음을 확인함")
    page = browser.get(f"{page.address.partition('?')[0]}?step=last").send("보완한 것 내기")
    assert page.has("세금계산서와 같음을 확인함")
    assert the_claim().version == 2


def test_a_claim_is_paid(browser: Browser, traded: Trade) -> None:
    to_last(browser, traded).send("지원금 청구")
    officer, claim = actor("operator.officer"), the_claim()
    for each in Proof.objects.filter(claim=claim):
        payment.recognise_proof(each.pk, each.supply, by=officer, at=NOW, key=uuid4().hex)
    payment.submit(claim.pk, by=officer, at=NOW, key=uuid4().hex)
    payment.approve(claim.pk, by=actor("operator.approver"), at=NOW, key=uuid4().hex)
    payment.list_for_bank([claim.pk], by=officer, at=NOW, key=uuid4().hex)
    later = NOW + timedelta(hours=1)
    payment.pay(claim.pk, date(2026, 11, 25), by=officer, at=later, key=uuid4().hex)
    page = browser.get(f"/mine/claims/{claim.pk}/")
    assert page.h1 == "2026. 11. 25.(수)에 120만 원을 받았습니다"
    assert page.has("••")
    assert not page.has("000-0010-000001")
    assert browser.get("/mine/received/").has(claim.number)


def test_a_claim_is_taken_back(browser: Browser, traded: Trade) -> None:
    page = to_last(browser, traded).send("지원금 청구")
    page = page.follow("청구 거두기").send("청구 거두기", it__reason="금액을 다시 맞춤")
    assert page.has("금액을 다시 맞춤")
