"""지급 — a claim that was handed in (support, 교부, the operator's own), stopped or let go; an order of its own."""

from typing import TYPE_CHECKING
from uuid import UUID

from majungmul.books.ledger.queries import Effect, promised_from
from majungmul.stages.delivery import actions as delivery
from majungmul.stages.delivery import queries as orders
from majungmul.stages.delivery.states import order_after
from majungmul.stages.payment import actions, queries
from majungmul.stages.payment.states import after
from majungmul.values.won import ZERO
from majungmul.web.approver.proposal import WHY_BACK, Deed, Line, Proposal, who_acts
from majungmul.web.asked import Asked
from majungmul.web.forms.asking import REASON, field
from majungmul.web.keys import key_of

if TYPE_CHECKING:
    from majungmul.stages.delivery.models import Order
    from majungmul.stages.payment.models import Claim, ClaimLine
    from majungmul.stages.payment.queries import Examination

PAPERS = {
    "support": ("claim_form", "result_report"),
    "grant": ("grant_claim",),
    "own": ("spending_resolution",),
}
OTHER_HOLDER = field(
    "holder_reason",
    "예금주가 받는 곳과 다른 까닭",
    "long_text",
    required=False,
    limit=300,
    help="예금주의 이름이 받는 곳과 다를 때에만 적습니다.",
)


def claim(request: Asked, row: UUID) -> Proposal:
    """지급 — claimed, worked out and recognised; line by line with its sentence; what stands there afterwards."""
    found = queries.claim_for(request.seat, row)
    looked = queries.examination(found)
    outcome = queries.outcome_of(found)
    return Proposal(
        row=found,
        title=f"{found.body.name} {'교부' if found.kind == 'grant' else '지급'}",
        about=f"{found.get_kind_display()} · 청구번호 {found.number}",
        state="보류" if found.held_for else str(found.get_state_display()),
        code=found.state,
        after=after,
        asked_by=found.submitted_by,
        since=found.submitted_at or found.received_at,
        figures=(("청구", found.claimed), ("계산", found.calculated), ("인정", outcome.amount)),
        because=(found.because,) if found.because else (),
        returned=(found.sent_back_for,) if found.sent_back_for else (),
        facts=_facts(found, looked),
        effects=tuple(queries.effects_of(found)),
        effects_of="장부에 남은 금액(잔액)",
        lines=tuple(_line(each.line, tuple(flag.sentence for flag in each.flags)) for each in looked.lines),
        remarks=tuple((flag.sentence, flag.way) for flag in looked.flags),
        papers=tuple((kind, found.pk) for kind in PAPERS[found.kind]),
        files_of=(found,),
        held_for=found.held_for,
        deeds=_deeds(found),
    )


def _facts(found: "Claim", looked: "Examination") -> tuple[tuple[str, str], ...]:
    facts = [("결정액", f"{looked.award.decided}"), ("이 결정에서 지급한 금액", f"{looked.award.paid}")]
    if found.bank_account:
        account = found.bank_account
        facts.append(("받는 계좌", f"{account.bank} {account.masked} {account.holder}"))
    if found.reason:
        facts.append(("까닭", found.reason))
    return tuple(facts)


def _line(line: "ClaimLine", remarks: tuple[str, ...]) -> Line:
    label = line.trade.item if line.trade else line.line.label
    amounts = (("청구", line.claimed), ("계산", line.calculated), ("인정", line.recognised))
    return Line(
        label=label, amounts=amounts, because=line.recognised_because or line.because, remarks=remarks
    )


def _deeds(found: "Claim") -> dict[str, Deed]:
    what = f"{found.body.name}의 {'교부' if found.kind == 'grant' else '지급'} {found.recognised or ZERO}"
    own: dict[str, Deed] = {
        "release": Deed(
            verb="payment.release",
            button="보류 풀기",
            said=f"{found.body.name}의 지급 보류를 풀었습니다.",
            deed=lambda request, _: actions.release(found.pk, **who_acts(request, key_of(request))),
        )
    }
    if found.held_for:
        return own
    return {
        "approve": Deed(
            verb="payment.approve",
            button="결재",
            kind="primary",
            is_another=True,
            parts=() if _fits(found) else (OTHER_HOLDER,),
            said=f"{what}을 결재했습니다.",
            deed=lambda request, values: actions.approve(
                found.pk, values.get("holder_reason") or "", **who_acts(request, key_of(request))
            ),
        ),
        "return": Deed(
            verb="payment.send_back",
            button="결재 반려",
            parts=(WHY_BACK,),
            said=f"{what}을 돌려보냈습니다. 담당자가 고쳐 다시 올립니다.",
            deed=lambda request, values: actions.send_back(
                found.pk, values["reason"], **who_acts(request, key_of(request))
            ),
        ),
        **_stops(found, what),
    }


def _stops(found: "Claim", what: str) -> dict[str, Deed]:
    return {
        "hold": Deed(
            verb="payment.hold",
            button="보류",
            parts=(REASON,),
            note="풀 때까지 결재도 이체도 하지 않습니다.",
            said=f"{what}을 보류했습니다. 풀 때까지 나가지 않습니다.",
            deed=lambda request, values: actions.hold(
                found.pk, values["reason"], **who_acts(request, key_of(request))
            ),
        ),
        "reject": Deed(
            verb="payment.reject",
            button="불인정",
            kind="danger",
            parts=(REASON,),
            note="이 청구 전부를 인정하지 않습니다. 거래와 증빙은 다시 청구할 수 있습니다.",
            said=f"{found.body.name}의 청구를 인정하지 않았습니다. 까닭이 통지됩니다.",
            deed=lambda request, values: actions.reject(
                found.pk, values["reason"], **who_acts(request, key_of(request))
            ),
        ),
    }


def _fits(found: "Claim") -> bool:
    return found.bank_account is None or queries.holder_fits(found.bank_account, found.body)


def order(request: Asked, row: UUID) -> Proposal:
    """집행 품의 — what the operator wants to spend on its own work, and what is left for it."""
    found = orders.order_for(request.seat, row)
    effects: tuple[Effect, ...] = ()
    if found.line.account_id and found.state in ("draft", "submitted"):
        effects = (promised_from(found.line.account_id, found.amount),)
    return Proposal(
        row=found,
        title=f"{found.what} 집행 품의",
        about=f"품의번호 {found.number} · {found.line.label}",
        state=str(found.get_state_display()),
        code=found.state,
        after=order_after,
        asked_by=found.submitted_by,
        since=found.submitted_on,
        figures=(("품의 금액", found.amount),),
        returned=(found.reason,) if found.reason else (),
        facts=(
            ("보조비목", found.cost_item),
            ("받을 곳", found.contractor.name),
            ("쓰는 날", f"{found.needed_on:%Y. %-m. %-d.}"),
        ),
        effects=effects,
        effects_of="더 품의할 수 있는 금액",
        papers=(("order_sheet", found.pk),),
        files_of=(found,),
        deeds=_of_order(found),
    )


def _of_order(found: "Order") -> dict[str, Deed]:
    what = f"‘{found.what}’ 품의 {found.amount}"
    return {
        "approve": Deed(
            verb="delivery.approve_order",
            button="결재",
            kind="primary",
            is_another=True,
            said=f"{what}을 결재했습니다.",
            deed=lambda request, _: delivery.approve_order(found.pk, **who_acts(request, key_of(request))),
        ),
        "return": Deed(
            verb="delivery.send_back_order",
            button="결재 반려",
            parts=(WHY_BACK,),
            said=f"{what}을 돌려보냈습니다. 담당자가 고쳐 다시 올립니다.",
            deed=lambda request, values: delivery.send_back_order(
                found.pk, values["reason"], **who_acts(request, key_of(request))
            ),
        ),
        "cancel": Deed(
            verb="delivery.cancel_order",
            button="품의 취소",
            kind="danger",
            parts=(REASON,),
            note="품의한 금액이 풀립니다.",
            said=f"{what}을 취소했습니다. 금액이 풀렸습니다.",
            deed=lambda request, values: actions.cancel_order(
                found.pk, values["reason"], **who_acts(request, key_of(request))
            ),
        ),
    }
