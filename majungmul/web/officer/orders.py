"""집행 품의 — what the operator buys itself from the city's grant: drafted, handed in, and paid by 지출결의."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse

from majungmul.books.files.queries import uses_of
from majungmul.books.parties.queries.bodies import by_number, find
from majungmul.books.parties.queries.sight import own_body
from majungmul.programmes.form import Form
from majungmul.stages.award.queries import awards_to
from majungmul.stages.delivery.actions import OrderDraft, draft_order, rewrite_order, submit_order
from majungmul.stages.delivery.actions.order_drafts import BeyondFree, OrderedFromOneself, OutsideTime
from majungmul.stages.delivery.queries import cost_items_of, order_for, orders_of, own_lines_of
from majungmul.stages.delivery.states import ORDERS
from majungmul.stages.payment.queries import own_claims_of
from majungmul.values.refusal import Refusal
from majungmul.web.asked import Asked, today
from majungmul.web.forms.asking import ask, choice, field, slot
from majungmul.web.forms.doing import Values, do
from majungmul.web.forms.typed import Typed, of
from majungmul.web.keys import key_of
from majungmul.web.showing import show

if TYPE_CHECKING:
    from majungmul.stages.award.models import Award
    from majungmul.stages.delivery.models import Order
    from majungmul.stages.delivery.queries import Ordered

HAND_IN = ask("결재 올림")
PLACES: dict[type[Refusal], str] = {
    BeyondFree: "it.amount",
    OutsideTime: "it.needed_on",
    OrderedFromOneself: "it.contractor",
}


class WhichFirm(Refusal):
    """업체를 찾지 못함."""

    sentence = (
        "‘{typed}’에 맞는 업체가 {count}곳입니다. 사업자등록번호로 적어 주십시오. "
        "처음 거래하는 업체이면 ‘단체’에서 먼저 등록해 주십시오."
    )
    field = "it.contractor"


def orders(request: Asked) -> HttpResponse:
    """집행 품의 — what was ordered from the grants of the year, and what may still be."""
    granted = granted_to_us(request)
    spent = {row.order_id: row for award in granted for row in own_claims_of(award)}
    return show(
        request,
        "officer/orders.html",
        lines=_own_lines(request, granted),
        orders=[(row, spent.get(row.pk)) for award in granted for row in reversed(orders_of(award))],
    )


def order_new(request: Asked) -> HttpResponseBase:
    """집행 품의 쓰기 — of whom, what, how much, when."""
    lines = _own_lines(request, granted_to_us(request))
    form = order_form(request, lines)
    if request.method != "POST":
        only = {"line": str(lines[0].line.pk)} if len(lines) == 1 else {}
        return _write(request, Typed(form, of(only)), None)
    return do(
        request,
        form,
        lambda values, files: draft_order(
            _draft(request, values), files, by=request.actor, at=request.at, key=key_of(request)
        ),
        then=lambda made: reverse("officer:order", args=[made.pk]),
        again=lambda typed: _write(request, typed, None),
        said="품의를 적었습니다. 살펴보고 결재를 올려 주십시오.",
        places=PLACES,
    )


def order(request: Asked, order: UUID) -> HttpResponse:
    """집행 품의 하나 — what it says, where it stands, what comes next."""
    return _order_page(request, order_for(request.seat, order), Typed(HAND_IN))


def order_rewrite(request: Asked, order: UUID) -> HttpResponseBase:
    """집행 품의 고치기 — before it is handed in, or after it came back."""
    row = order_for(request.seat, order)
    lines = [each for each in _own_lines(request, [row.award]) if each.line.pk == row.line_id]
    form = order_form(request, lines)
    if request.method != "POST":
        return _write(request, Typed(form, of(_as_typed(row))), row)
    return do(
        request,
        form,
        lambda values, files: rewrite_order(
            row.pk, _draft(request, values), files, by=request.actor, at=request.at, key=key_of(request)
        ),
        then=lambda _: reverse("officer:order", args=[row.pk]),
        again=lambda typed: _write(request, typed, row),
        said="품의를 고쳤습니다.",
        places=PLACES,
    )


def order_submit(request: Asked, order: UUID) -> HttpResponseBase:
    """집행 품의 결재 올림."""
    row = order_for(request.seat, order)
    if request.method != "POST":
        return redirect("officer:order", row.pk)
    return do(
        request,
        HAND_IN,
        lambda *_: submit_order(row.pk, by=request.actor, at=request.at, key=key_of(request)),
        then=lambda _: reverse("officer:orders"),
        again=lambda typed: _order_page(request, row, typed),
        said="품의를 결재에 올렸습니다. 결재가 나면 쓰고 나서 지출결의를 냅니다.",
    )


def granted_to_us(request: Asked) -> "list[Award]":
    """교부받은 결정 — of the year, in effect, to the office's own body."""
    awards = awards_to(own_body(request.seat)).select_related("application__call")
    return [
        each
        for each in awards
        if each.state == "effective" and each.application.call.year == today(request).year
    ]


def order_form(request: Asked, lines: "list[Ordered]") -> Form:
    """품의의 서식 — with the lines that may be spent, and their 보조비목."""
    items = {item.code: item.label for each in lines for item in cost_items_of(each.line, today(request))}
    return ask(
        "집행 품의",
        choice("line", "쓸 항목", [(str(each.line.pk), each.line.label) for each in lines]),
        choice("cost_item", "보조비목", items.items()),
        field(
            "contractor",
            "업체",
            limit=80,
            example="123-45-67890",
            help="사업자등록번호나 이름으로 적습니다. 등록된 업체에서 찾습니다.",
        ),
        field("what", "무엇을", limit=200, example="사업설명회 안내문 인쇄 300부"),
        field("amount", "금액(부가세 포함)", "won", example="1,980,000원"),
        field("needed_on", "쓰는 날", "day", example="2026. 12. 3."),
        slot("quotation", "견적서", required=False),
    )


def _own_lines(request: Asked, granted: "list[Award]") -> "list[Ordered]":
    return [each for award in granted for each in own_lines_of(award, today(request))]


def _draft(request: Asked, values: Values) -> OrderDraft:
    return OrderDraft(
        line=UUID(values["line"]),
        contractor=_firm(request, values["contractor"]),
        cost_item=values["cost_item"],
        what=values["what"],
        amount=values["amount"],
        needed_on=values["needed_on"],
    )


def _firm(request: Asked, typed: str) -> UUID:
    """The one firm that is meant. Refuses none, and several."""
    digits = "".join(sign for sign in typed if sign.isdigit())
    if len(digits) == 10 and (found := by_number(request.actor.jurisdiction, digits)):  # noqa: PLR2004 - 사업자등록번호
        return found.pk
    same = find(request.actor.jurisdiction, typed).same
    if len(same) != 1:
        raise WhichFirm(typed=typed, count=len(same))
    return same[0].pk


def _as_typed(row: "Order") -> dict[str, Any]:
    """What the order says, as one types it."""
    day = row.needed_on
    return {
        "line": str(row.line_id),
        "cost_item": row.cost_item,
        "contractor": row.contractor.business_number or row.contractor.name,
        "what": row.what,
        "amount": f"{row.amount.amount:,}",
        "needed_on": f"{day.year}. {day.month}. {day.day}.",
    }


def _write(request: Asked, typed: Typed, row: "Order | None") -> HttpResponse:
    lines = _own_lines(request, granted_to_us(request))
    return show(request, "officer/order_new.html", typed=typed, order=row, lines=lines, here=request.path)


def _order_page(request: Asked, row: "Order", typed: Typed) -> HttpResponse:
    items = {item.code: item.label for item in cost_items_of(row.line, row.needed_on)}
    return show(
        request,
        "officer/order.html",
        order=row,
        item=items.get(row.cost_item, row.cost_item),
        claim=next((each for each in own_claims_of(row.award) if each.order_id == row.pk), None),
        free=next(
            (each.free for each in _own_lines(request, [row.award]) if each.line.pk == row.line_id), None
        ),
        files=uses_of(row),
        may={each.act.rpartition(".")[2] for each in ORDERS if each.before == row.state},
        typed=typed,
    )
