"""거래 — what was delivered under a confirmed contract: written down, or taken back as a mistake."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse

from majungmul.books.parties.queries.rows import NotHere
from majungmul.stages.delivery import actions
from majungmul.stages.delivery.queries import contract_for, trade_for
from majungmul.stages.delivery.states import after
from majungmul.stages.payment.queries import claimable_trades
from majungmul.web.applicant.acts import Act, act_page
from majungmul.web.applicant.allowing import allows
from majungmul.web.applicant.award import crumbs
from majungmul.web.asked import Asked
from majungmul.web.forms.asking import REASON, ask, field
from majungmul.web.keys import key_of
from majungmul.web.words import day

if TYPE_CHECKING:
    from majungmul.stages.delivery.models import Contract

FIELDS = (
    field("delivered_on", "납품일", "day", example="2026. 11. 20."),
    field("item", "품목", example="카탈로그 용지", limit=200),
    field("supply", "공급가액", "won", example="45,000,000원", help="부가세를 뺀 금액입니다."),
    field("vat", "부가세", "won_or_zero", example="4,500,000원", help="면세이면 0을 적습니다."),
    field(
        "received_by",
        "받은 사람",
        example="사무국장 김가상",
        limit=80,
        help="납품받은 쪽에서 확인한 사람입니다.",
    ),
)


def record_trade(request: Asked, contract: UUID) -> HttpResponse:
    """거래 등록 — of one delivery."""
    row = contract_for(request.seat, contract)
    if not allows(after, "delivery.record_trade", row.state):
        raise NotHere(what="거래를 적을 계약")
    act = Act(
        title="거래를 적습니다",
        lead="납품한 것을 한 번에 한 건씩 적습니다. 적은 거래마다 증빙을 붙여 지원금을 청구합니다.",
        button="거래 등록",
        form=ask("거래 등록", *FIELDS),
        crumbs=_crumbs(row, "거래 등록"),
        facts=(("거래조합", row.counterpart.name), ("계약한 공급가액", str(row.supply))),
        begins_with={"item": row.item},
    )

    def deed(values: dict[str, Any], _files: object) -> object:
        said = actions.TradeDraft(**values)
        return actions.record_trade(row.pk, said, by=request.actor, at=request.at, key=key_of(request))

    then = reverse("applicant:contract", args=[row.pk])
    return act_page(request, act, deed, then=f"{then}#trades", said="거래를 적었습니다.")


def withdraw_trade(request: Asked, trade: UUID) -> HttpResponse:
    """거래 거두기 — of one that was written by mistake and that no claim has."""
    row = trade_for(request.seat, trade)
    if row not in claimable_trades(row.award):
        raise NotHere(what="거둘 수 있는 거래")
    act = Act(
        title=f"거래 {row.number}을 거둘까요?",
        lead="잘못 적은 거래만 거둡니다. 거둔 거래로는 청구할 수 없습니다.",
        button="거래 거두기",
        form=ask("거래 거두기", REASON),
        crumbs=_crumbs(row.contract, f"거래 {row.number} 거두기"),
        is_danger=True,
        facts=(("품목", row.item), ("납품일", day(row.delivered_on)), ("공급가액", str(row.supply))),
    )

    def deed(values: dict[str, str], _files: object) -> object:
        return actions.withdraw_trade(
            row.pk, values["reason"], by=request.actor, at=request.at, key=key_of(request)
        )

    then = reverse("applicant:contract", args=[row.contract_id])
    return act_page(request, act, deed, then=f"{then}#trades", said="거래를 거두었습니다.")


def _crumbs(row: "Contract", here: str) -> tuple[tuple[str, str] | str, ...]:
    own = (f"계약 {row.number}", reverse("applicant:contract", args=[row.pk]))
    return crumbs(row.award, own, here)
