"""A whole life through HTTP, from the application to the closed settlement; every figure right to the won."""

import re
from datetime import timedelta
from itertools import count
from typing import TYPE_CHECKING, Any
from uuid import UUID

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from majungmul.books.ledger import queries as ledger
from majungmul.books.parties.queries.positions import jurisdiction_named
from majungmul.books.upkeep.verification import verify
from majungmul.web.words import won
from tests.books.files.samples import pdf
from tests.web.conftest import NOW

if TYPE_CHECKING:
    from tests.web.window import Browser, Page, Window

BODY, WHO = "서울가상꽃도매협동조합", "florists.officer"
SUPPORT = "plan/city/trade_collaboration.support"
ITEM = "꽃 포장지 5,003권"
PLANNED, CONTRACTED, RECOGNISED = 27_418_905, 25_431_279, 24_431_279
DECIDED, CLAIMED, PAID = 2_741_890, 2_543_127, 2_443_127
"""10 % of each, cut to the won: of the plan, of both proofs, of what is recognised of them."""
LESS = "계약 밖의 리본 1,000,000원을 뺌(가상)"
PROOFS = {1: (20_000_001, 2_000_000), 2: (5_431_278, 543_128)}
SLOTS = ("invoice", "statement", "transfer_receipt", "sealed_claim", "photos", "sealed_report")


@pytest.fixture
def people(window: "Window", monkeypatch: pytest.MonkeyPatch) -> "Window":
    """The window with a clock that goes on with every request."""
    seconds = count()
    monkeypatch.setattr("majungmul.web.asked.now", lambda: NOW + timedelta(seconds=next(seconds)))
    return window


def files(*slots: str) -> dict[str, Any]:
    return {
        f"papers.{each}": SimpleUploadedFile(f"{each}.pdf", pdf(each.encode()), "application/pdf")
        for each in slots
    }


def fields(place: str, /, **said: str) -> dict[str, Any]:
    return {f"{place}__{code}": value for code, value in said.items()}


def spent() -> int:
    """What the year's support has paid, by the ledger."""
    return sum(line.paid.amount for line in ledger.lines_of(_seoul(), 2026) if "협업사업" in line.label)


def _seoul() -> UUID:
    found = jurisdiction_named("seoul")
    assert found
    return found.pk


def applied(browser: "Browser") -> str:
    """신청 — its number."""
    page = browser.get("/mine/calls/").follow("신청서 쓰기")
    about = fields("applicant", ministry="seoul", general_meeting="2026. 2. 20.")
    page = page.send("다음: 거래계획", **about)
    said = fields("trades__0", role="buyer", partners="경기가상지류조합", item=ITEM, period="11월")
    said |= fields("trades__0", amount=won_of(PLANNED), tax="taxable", payment_method="transfer")
    page = page.send("다음: 서류", **said, **fields("trades__0", other_support="없음", effect="단가 절감"))
    papers = files("business_registration", "bankbook", "sealed_application")
    page = page.send("다음: 미리보기", files=papers).send("신청서 제출")
    assert page.h1 == "신청서를 접수했습니다"
    assert page.has(won_of(DECIDED))
    found = re.search(r"2026-신청-\d+", page.text)
    assert found
    return found[0]


def won_of(amount: int) -> str:
    return f"{amount:,}"


def approve(people: "Window", words: str = BODY) -> None:
    """결재 — the approver opens what waits of the body, and decides."""
    page = people.of("operator.approver").get("/approval/").follow(words)
    assert page.send("결재").h1.startswith(("지금 결재할", "결재할 것"))


def selected(people: "Window", number: str) -> None:
    """심사 → 선정 → 통보."""
    officer = people.of("operator.officer")
    page = officer.get(f"/office/applications/?q={number}").follow(BODY)
    page = page.follow("심사 시작").send("심사 시작").follow("자격검토표 적기")
    items = re.findall(r'name="(it\.[a-z_]+_answer)"', page.html)
    page = page.send("저장", **dict.fromkeys(items, "met"))
    page = page.follow("선정으로 결재 올림").send("결재 올림", it__opinion="요건을 모두 갖춤")
    approve(people)
    officer.get(page.address).follow("결과 통보").send("결과 통보")


def awarded(people: "Window") -> None:
    """지원결정."""
    page = people.of("operator.officer").get("/office/awards/").follow("결정 작성").send("결정 작성")
    assert page.has(won_of(DECIDED))
    page.follow("결재 올림").send("결재 올림")
    approve(people)


def contracted(people: "Window") -> "Page":
    """계약 → 링크 → 거래조합의 확인 → 거래; the contract's page."""
    page = people.of(WHO).get("/mine/").follow("결정·계약·청구 보기").follow("계약 등록")
    partner = re.search(r'<option value="([0-9a-f-]{36})"|value="([0-9a-f-]{36})"', page.html)
    assert partner
    said = fields("it", counterpart=partner[1] or partner[2], side="buyer", kind="contract", item=ITEM)
    said |= fields("it", signed_on="2026. 11. 25.", quantity="한 벌", deliver_by="2026. 12. 10.")
    said |= fields("it", supply=won_of(CONTRACTED), vat=won_of(CONTRACTED // 10), place="서초구")
    page = page.send("계약 등록", **said, it__payment_terms="30일 안 계좌이체").follow(ITEM)
    made = page.follow("확인 링크 만들기").send("확인 링크 만들기")
    link = re.search(r"/confirm/[^/\"]+/", made.html)
    assert link
    assert people.nobody().get(link[0]).send("확인합니다").has("거래를 확인했습니다")
    page = people.of(WHO).get(page.address).follow("거래 적기")
    said = fields("it", delivered_on="2026. 11. 25.", supply=won_of(CONTRACTED), received_by="사무국장")
    return page.send("거래 등록", **said, it__vat=won_of(CONTRACTED // 10))


def _proof(page: "Page", number: int) -> dict[str, Any]:
    known = page.form("다음").fields
    supply, vat = PROOFS[number]
    said = {code: known[f"proofs.0.{code}"] for code in ("seller_number", "buyer_number")}
    trade = re.search(r'name="proofs\.0\.trade"[^>]*value="([0-9a-f-]{36})"', page.html)
    said["trade"] = trade[1] if trade else known["proofs.0.trade"]
    said |= {"supply": won_of(supply), "vat": won_of(vat), "paid_amount": won_of(supply + vat)}
    said |= dict.fromkeys(("written_on", "issued_on", "paid_on"), "2026. 11. 25.")
    said |= {"kind": "tax_invoice", "paid": "yes", "payment_method": "transfer", "pages": f"{number}쪽"}
    said["approval_number"] = f"20261125-41000000-0000008{number}"
    return fields(f"proofs__{number - 1}", **said)


def claimed(contract: "Page") -> str:
    """결과보고와 청구 with two proofs; its number."""
    page = contract.follow("지원금 청구")
    page = page.send("증빙 더하기", **_proof(page, 1))
    page = page.send("다음: 결과보고", **_proof(page, 2))
    page = page.send("다음: 청구", report__outcome="조합원 5개사", report__difference="수량이 줄었음")
    page = page.send("다음: 서류", claim__no_other_support="confirmed")
    page = page.send("다음: 미리보기", files=files(*SLOTS))
    assert page.has(won_of(CLAIMED))
    page = page.send("지원금 청구")
    assert page.h1.startswith("청구를 받았습니다")
    return page.h1.rpartition(" ")[2]


def paid(people: "Window", number: str) -> None:
    """지급 심사 → 결재 → 이체."""
    officer = people.of("operator.officer")
    found = [
        address for address, _ in officer.get("/office/claims/").links() if "/office/claims/0" in address
    ]
    pages = (officer.get(address) for address in found)
    page = next(each for each in pages if each.has(number))
    page = page.send("1번 증빙 인정")
    less = won_of(RECOGNISED - PROOFS[1][0])
    page = page.send("2번 증빙 인정", p2__amount=less, p2__reason=LESS)
    assert page.has(f"{won_of(PAID)}원을 지급합니다")
    page.send("결재 올림")
    approve(people)
    bank = people.of("operator.accountant").get("/office/claims/bank/")
    only = re.search(
        r'value="([0-9a-f-]{36})" checked><span><b>[^<]*</b><br>[^<]*<span[^>]*>[^<]*' + number, bank.html
    )
    assert only
    listed = bank.browser.get(f"/office/claims/bank/new/?claim={only[1]}").send("이체 목록 만들기")
    assert listed.send("모두 지급 확인").has("1건을 지급한 것으로 적었습니다")


def settled(people: "Window") -> "Page":
    """정산 → 확정 → 완료."""
    officer = people.of("operator.officer")
    page = officer.get("/office/settlements/")
    ways = [each for each in page.html.split('href="') if f'aria-label="{BODY} 정산 시작"' in each]
    page = officer.get(ways[0].partition('"')[0]).send("정산 시작", it__summary="모든 거래를 마침")
    page = page.send("협업사업 지원금 인정").send("결재 올림", submit__opinion="지급액과 증빙이 맞음")
    approve(people)
    return officer.get(page.address).send("정산 완료")


def test_a_whole_life_is_right_to_the_won(people: "Window") -> None:
    before = spent()
    selected(people, applied(people.of(WHO)))
    awarded(people)
    contract = contracted(people)
    paid(people, claimed(contract))
    page = settled(people)
    assert page.has("정산을 마쳤습니다")
    assert page.has(won_of(DECIDED))
    assert page.has(won_of(PAID))
    assert spent() - before == PAID == RECOGNISED // 10
    assert people.of(WHO).get("/mine/received/").has(won_of(PAID))
    assert people.of("city.officer").get("/city/").has(won(_whole_paid()))
    assert people.of("city.auditor").get("/audit/").text.count("합계가 맞습니다") == 2
    assert verify({}).is_clean


def _whole_paid() -> Any:
    return ledger.whole(ledger.lines_of(_seoul(), 2026)).paid
