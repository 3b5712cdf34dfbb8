"""지출결의 — what an approved order cost, with its evidence; several proofs where there were several."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.http import HttpResponse, HttpResponseBase
from django.urls import reverse

from majungmul.books.parties.queries.sight import own_body
from majungmul.programmes.form import Form, Section
from majungmul.stages.delivery.queries import cost_items_of, order_for
from majungmul.stages.payment.actions import ProofDraft, SettlingDraft, claim_own
from majungmul.stages.payment.queries import METHODS, PROOF_KINDS
from majungmul.web.asked import Asked
from majungmul.web.forms.asking import ask, choice, field, slot
from majungmul.web.forms.doing import Values, do
from majungmul.web.forms.typed import Typed, typed_in
from majungmul.web.keys import key_of
from majungmul.web.showing import show

if TYPE_CHECKING:
    from majungmul.stages.delivery.models import Order

MORE = "more"
MOST = 20
PROOF = (
    choice("kind", "증빙 종류", PROOF_KINDS),
    field("approval_number", "승인번호", limit=40, example="20260602-41000000-00000001"),
    field("written_on", "작성일자", "day", example="2026. 6. 2."),
    field("issued_on", "발급일", "day", example="2026. 6. 2."),
    field("supply", "공급가액", "signed_won", example="1,800,000원"),
    field("vat", "세액", "signed_won", example="180,000원", help="면세이면 0을 적습니다."),
    field("vat_reclaimed", "부가세를 공제받는지", "yes_no"),
    field("paid_on", "결제일", "day", example="2026. 6. 30."),
    choice("method", "결제방법", METHODS),
    field("pages", "파일의 쪽", required=False, limit=40, example="1~2"),
)


def spending(request: Asked, order: UUID) -> HttpResponseBase:
    """지출결의 내기 — of an approved order: its proofs, and the files that show them."""
    row = order_for(request.seat, order)
    form = _form(row)
    if request.method != "POST":
        return _page(request, row, Typed(form, {"proofs": [{}]}))
    if MORE in request.POST:
        answers = typed_in(form, request.POST)
        answers["proofs"] = [*answers["proofs"], {}][:MOST]
        return _page(request, row, Typed(form, answers))
    return do(
        request,
        form,
        lambda values, files: claim_own(
            row.pk,
            tuple(_proof(request, row, each) for each in values["proofs"]),
            files,
            values["it"]["quantity"],
            by=request.actor,
            at=request.at,
            key=key_of(request),
        ),
        then=lambda made: reverse("officer:claim", args=[made.pk]),
        again=lambda typed: _page(request, row, typed),
        said="지출결의를 냈습니다. 증빙을 살펴보고 결재를 올려 주십시오.",
    )


def _form(row: "Order") -> Form:
    """The proofs, for how many heads or months where a limit asks, and the files."""
    item = next((each for each in cost_items_of(row.line, row.needed_on) if each.code == row.cost_item), None)
    per = f"몇 {item.per}" if item and item.per else "수량"
    small = ask(
        "지출결의",
        field(
            "quantity",
            per,
            "count",
            example="1",
            help="사람·달·회마다 한도가 있는 비목이면 그 수를, 아니면 1을 적습니다.",
        ),
        slot("invoice", "세금계산서나 영수증"),
        slot("transfer_receipt", "이체확인증", required=False),
        slot("photos", "사진", required=False),
    )
    proofs = Section.model_construct(
        code="proofs", label="증빙", help="", fields=PROOF, repeats=True, least=1, most=MOST
    )
    return small.model_copy(update={"sections": (proofs, *small.sections)})


def _proof(request: Asked, row: "Order", said: Values) -> ProofDraft:
    """A proof of what was ordered: from the contractor to our own body, paid whole."""
    supply, vat = said["supply"], said["vat"]
    settling = SettlingDraft(paid_on=said["paid_on"], method=said["method"], amount=supply + vat)
    return ProofDraft(
        kind=said["kind"],
        approval_number=said["approval_number"],
        written_on=said["written_on"],
        issued_on=said["issued_on"],
        supplier=row.contractor.business_number,
        buyer=own_body(request.seat).business_number,
        supply=supply,
        vat=vat,
        settlings=(settling,),
        vat_reclaimed=bool(said["vat_reclaimed"]),
        pages=said.get("pages") or "",
    )


def _page(request: Asked, row: "Order", typed: Typed) -> HttpResponse:
    said: dict[str, Any] = typed.answers.setdefault("it", {})
    said.setdefault("quantity", "1")
    return show(request, "officer/order_spending.html", order=row, typed=typed, more=MORE, here=request.path)
