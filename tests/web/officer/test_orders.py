"""집행 품의 — drafted, handed in, approved, spent with its proof; bad input stands at its field."""

from datetime import timedelta
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from majungmul.books.parties.queries.positions import actors_of, jurisdiction_named
from majungmul.books.parties.queries.seats import person_with_login
from majungmul.stages.delivery.actions import approve_order
from majungmul.stages.delivery.queries import orders_waiting
from majungmul.story.scans import png
from tests.web.conftest import NOW
from tests.web.window import Page, Window


def picture() -> SimpleUploadedFile:
    return SimpleUploadedFile("영수증.png", png("영수증(가상)"), "image/png")


def drafted(window: Window) -> Page:
    page = window.of("operator.officer").get("/office/claims/orders/").follow("품의 쓰기")
    return page.send(
        "품의 적기",
        it__cost_item=page_item(page),
        it__contractor="가상기획인쇄",
        it__what="겨울 설명회 안내문 인쇄(가상)",
        it__amount="880,000",
        it__needed_on="2026. 11. 25.",
    )


def page_item(page: Page) -> str:
    return page.html.split('name="it.cost_item" value="')[1].split('"')[0]


def approved(window: Window) -> Page:
    drafted(window).send("결재 올림")
    jurisdiction = jurisdiction_named("seoul")
    assert jurisdiction
    person = person_with_login(jurisdiction.pk, "operator-approver")
    assert person
    (actor,) = actors_of(person.pk, NOW.date())
    row = orders_waiting(actor.office, jurisdiction.pk).get()
    approve_order(row.pk, by=actor, at=NOW + timedelta(minutes=5), key="approved")
    return window.of("operator.officer").get(f"/office/claims/orders/{row.pk}/")


def test_what_may_be_ordered_is_said_first(window: Window) -> None:
    page = window.of("operator.officer").get("/office/claims/orders/")
    assert page.h1 == "더 품의할 수 있는 금액 6,480,000원"
    assert page.has("가상기획인쇄")


def test_an_order_is_drafted_and_handed_in(window: Window) -> None:
    page = drafted(window)
    assert page.h1 == "겨울 설명회 안내문 인쇄(가상)"
    again = page.follow("고치기").send("고친 것 적기", it__amount="990,000")
    assert again.has("990,000원")
    assert again.send("결재 올림").has("결재에 올렸습니다")


def test_too_much_stands_at_the_amount(window: Window) -> None:
    page = window.of("operator.officer").get("/office/claims/orders/new/")
    wrong = page.send(
        "품의 적기",
        it__cost_item=page_item(page),
        it__contractor="가상기획인쇄",
        it__what="안내문(가상)",
        it__amount="99,000,000",
        it__needed_on="2026. 11. 25.",
    )
    assert wrong.status == 422
    assert "it.amount-error" in wrong.html
    assert wrong.form("품의 적기").fields["it.what"] == "안내문(가상)"


def test_a_firm_that_is_not_known_stands_at_its_field(window: Window) -> None:
    page = window.of("operator.officer").get("/office/claims/orders/new/")
    wrong = page.send(
        "품의 적기",
        it__cost_item=page_item(page),
        it__contractor="없는 업체",
        it__what="안내문(가상)",
        it__amount="990,000",
        it__needed_on="2026. 11. 25.",
    )
    assert wrong.status == 422
    assert "it.contractor-error" in wrong.html


def test_what_was_spent_is_claimed_with_its_proof(window: Window) -> None:
    form = approved(window).follow("지출결의 내기")
    more = form.send("증빙 한 장 더 적기", proofs__0__approval_number="20261125-00000008-00880000")
    assert more.has("증빙 2")
    assert more.form("지출결의 내기").fields["proofs.0.approval_number"] == "20261125-00000008-00880000"
    said: dict[str, Any] = {
        "proofs__0__kind": "e_invoice",
        "proofs__0__approval_number": "20261125-00000008-00880000",
        "proofs__0__written_on": "2026. 11. 25.",
        "proofs__0__issued_on": "2026. 11. 25.",
        "proofs__0__supply": "800,000",
        "proofs__0__vat": "80,000",
        "proofs__0__vat_reclaimed": "no",
        "proofs__0__paid_on": "2026. 11. 25.",
        "proofs__0__method": "transfer",
    }
    wrong = form.send("지출결의 내기", **said)
    assert wrong.status == 422
    assert wrong.has("파일이 없습니다")
    claim = form.send("지출결의 내기", files={"papers.invoice": picture()}, **said)
    assert claim.status == 200
    assert claim.h1 == "가상기획인쇄 지출결의"
    assert claim.has("880,000원을 지급합니다")
    assert claim.send("결재 올림").has("결재에 올렸습니다")


def test_an_order_is_not_there_for_a_cooperative(window: Window) -> None:
    address = drafted(window).address
    assert window.of("printers.officer").get(address).status == 404
