"""청구와 지급 — two proofs on one scanned file; less is recognised with its reason; decided, listed, paid, seen."""

from typing import TYPE_CHECKING

from tests.web.browser.contracting import contract
from tests.web.browser.people import FLORISTS, OFFICER, People, fill, follow, has, headline, press, turn_to
from tests.web.browser.reviewing import decide

if TYPE_CHECKING:
    from playwright.sync_api import Page

SLOTS = ("invoice", "statement", "transfer_receipt", "sealed_claim", "photos", "sealed_report")
PROOF = {
    "kind": "tax_invoice",
    "written_on": "2026. 11. 25.",
    "issued_on": "2026. 11. 25.",
    "paid": "yes",
    "paid_on": "2026. 11. 25.",
    "payment_method": "transfer",
}
FIRST = {
    "approval_number": "20261125-41000000-00000071",
    "supply": "20,000,000",
    "vat": "2,000,000",
    "paid_amount": "22,000,000",
    "pages": "1쪽",
}
SECOND = {
    "approval_number": "20261125-41000000-00000072",
    "supply": "5,000,000",
    "vat": "500,000",
    "paid_amount": "5,500,000",
    "pages": "2쪽",
}
LESS = "계약 밖의 리본 1,000,000원을 뺌(가상)"


def _proof(page: "Page", number: int, said: dict[str, str]) -> None:
    """A proof's row, of which the first has both sides' numbers already."""
    sides = ("seller_number", "buyer_number")
    known = {code: page.locator(f'[name="proofs.0.{code}"]').input_value() for code in sides}
    trade = page.locator('[name^="proofs.0.trade"]').first
    if trade.evaluate("one => one.type") == "radio":
        known["trade"] = str(trade.get_attribute("value"))
    else:
        known["trade"] = trade.input_value()
    fill(page, **{f"proofs__{number}__{code}": value for code, value in (PROOF | known | said).items()})


def claim(people: People) -> None:
    """결과보고와 청구 — step by step to the receipt."""
    page = contract(people)
    follow(page, "지원금 청구")
    people.look(page)
    _proof(page, 0, FIRST)
    press(page, "증빙 더하기")
    _proof(page, 1, SECOND)
    press(page, "다음: 결과보고")
    fill(page, report__outcome="참여 조합원 5개사, 단가 8% 절감", report__difference="수량이 줄었음")
    press(page, "다음: 청구")
    fill(page, claim__no_other_support="confirmed")
    press(page, "다음: 서류")
    people.look(page, "papers")
    _papers(people, page)
    press(page, "다음: 미리보기")
    assert has(page, "2,500,000")
    people.look(page)
    press(page, "지원금 청구")
    assert headline(page).startswith("청구를 받았습니다")
    people.look(page)
    people.known["claim"] = headline(page).rpartition(" ")[2]


def _papers(people: People, page: "Page") -> None:
    """One scan has both invoices: it is uploaded once, and chosen in the other slots."""
    page.locator('[name="papers.invoice"]').set_input_files(people.scan("invoice"))
    press(page, "올리고 이 쪽에 있기")
    statement = page.locator("fieldset", has=page.locator('[name="papers.statement"]'))
    statement.get_by_label("invoice.pdf").check()
    for slot in SLOTS[2:]:
        page.locator(f'[name="papers.{slot}"]').set_input_files(people.scan(slot))


def examine(people: People) -> None:
    """지급 심사 — less for the second proof, and why."""
    page = people.of(OFFICER).page
    turn_to(page, "지급")
    people.look(page)
    page.locator("li", has_text=people.known["claim"]).get_by_role("link").first.click()
    people.look(page)
    press(page, "1번 증빙 인정")
    fill(page, p2__amount="4,000,000")
    press(page, "2번 증빙 인정")
    people.look(page, "refused")
    assert has(page, "덜 인정하려면 이유를 적어 주십시오")
    fill(page, p2__reason=LESS)
    press(page, "2번 증빙 인정")
    assert has(page, "2,400,000원을 지급합니다")
    press(page, "결재 올림")
    assert has(page, "결재에 올렸습니다")


def approve(people: People) -> None:
    """지급 결재."""
    decide(people, "결재")


def pay(people: People) -> None:
    """이체 목록, and what the bank did."""
    page = people.of(OFFICER).page
    turn_to(page, "지급")
    follow(page, "이체 목록 만들기")
    people.look(page)
    for one in page.locator("label.check").all():
        one.locator("input").set_checked(people.known["claim"] in one.inner_text())
    press(page, "고른 것으로 이체 목록 만들기")
    people.look(page)
    press(page, "이체 목록 만들기")
    people.look(page)
    press(page, "모두 지급 확인")
    assert has(page, "지급한 것으로 적었습니다")


def see(people: People) -> None:
    """The co-operative sees the money, and the reason for less."""
    page = people.of(FLORISTS).page
    turn_to(page, "내 신청")
    assert has(page, "2,400,000")
    follow(page, "결정·계약·청구 보기")
    follow(page, people.known["claim"])
    assert "240만 원을 받았습니다" in headline(page)
    assert has(page, LESS)
    assert has(page, "24,000,000원 × 10% = 2,400,000원")
    turn_to(page, "받은 돈")
    people.look(page)
    assert has(page, people.known["claim"])
