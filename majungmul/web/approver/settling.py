"""정산 — a settlement that was handed in, an order to pay back, a revocation, an objection against an order."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from majungmul.books.parties.kinds import OfficeKind
from majungmul.stages.settlement import actions, queries
from majungmul.stages.settlement.states import after, refund_after, revocation_after
from majungmul.values.won import ZERO, total
from majungmul.web.approver.proposal import ANSWER, WHY_BACK, Deed, Line, Proposal, who_acts
from majungmul.web.asked import Asked
from majungmul.web.city.sealing import FIELDS, seal_in
from majungmul.web.forms.asking import REASON
from majungmul.web.forms.doing import Values
from majungmul.web.keys import key_of

if TYPE_CHECKING:
    from majungmul.stages.settlement.models import Refund, RefundObjection, Revocation, Settlement
    from majungmul.stages.settlement.queries import Seen


def settlement(request: Asked, row: UUID) -> Proposal:
    """정산 — each line as reported beside the ledger, what is recognised, what is to come back."""
    found = queries.settlement_for(request.seat, row)
    seen = queries.review_of(found)
    lines = [each.line for each in seen]
    return Proposal(
        row=found,
        title=f"{found.body.name} 정산",
        about=f"정산번호 {found.number}",
        state=str(found.get_state_display()),
        code=found.state,
        after=after,
        asked_by=found.submitted_by,
        since=found.submitted_on or found.reported_on,
        figures=(
            ("받은 금액", total(line.received for line in lines)),
            ("인정액", total(line.recognised or ZERO for line in lines)),
            ("집행잔액", total(line.unspent for line in lines)),
        ),
        because=(found.opinion,) if found.opinion else (),
        returned=(found.sent_back_for,) if found.sent_back_for else (),
        facts=_facts(found),
        lines=tuple(_line(each) for each in seen),
        papers=(("settlement_report", found.pk),),
        files_of=(found,),
        deeds=_deeds(found),
    )


def _facts(found: "Settlement") -> tuple[tuple[str, str], ...]:
    due = f"{found.return_due_on:%Y. %-m. %-d.}까지" if found.return_due_on else "없음"
    late = queries.lateness_of(found)
    return (
        ("반납 기한", due),
        *((("납부할 곳", found.return_to),) if found.return_to else ()),
        *((("늦은 보고", late),) if late else ()),
    )


def _line(seen: "Seen") -> Line:
    line = seen.line
    amounts = (
        ("받은 금액", line.received),
        ("보고한 집행액", line.reported),
        ("지금 장부", seen.ledger),
        ("인정액", line.recognised),
        ("집행잔액", line.unspent),
    )
    return Line(label=line.line.label, amounts=amounts, because=line.less_reason, remarks=seen.remarks)


def _deeds(found: "Settlement") -> dict[str, Deed]:
    what = f"{found.body.name}의 정산"
    return {
        "fix": Deed(
            verb="settlement.fix",
            button="결재",
            kind="primary",
            is_another=True,
            said=f"{what}을 결재했습니다. 금액이 확정되었습니다.",
            deed=lambda request, _: actions.fix(found.pk, **who_acts(request, key_of(request))),
        ),
        "approve": Deed(
            verb="settlement.approve",
            button="결재",
            kind="primary",
            is_another=True,
            said=f"{what}을 결재했습니다. 문서번호와 시행일을 적으면 금액이 확정됩니다.",
            deed=lambda request, _: actions.approve(found.pk, **who_acts(request, key_of(request))),
        ),
        "return": Deed(
            verb="settlement.send_back",
            button="결재 반려",
            parts=(WHY_BACK,),
            said=f"{what}을 돌려보냈습니다. 담당자가 고쳐 다시 올립니다.",
            deed=lambda request, values: actions.send_back(
                found.pk, values["reason"], **who_acts(request, key_of(request))
            ),
        ),
    }


def refund(request: Asked, row: UUID) -> Proposal:
    """반환명령 — principal and interest with its sentence, why, under what, until when."""
    found = queries.refund_for(request.seat, row)
    told = () if found.state in ("proposed", "sent_back") else (("refund_order", found.pk),)
    return Proposal(
        row=found,
        title=f"{found.body.name} 반환명령",
        about=f"{found.get_kind_display()} · {found.line.label}",
        state=str(found.get_state_display()),
        code=found.state,
        after=refund_after,
        asked_by=found.proposed_by,
        since=found.proposed_on,
        figures=(("원금", found.principal), ("이자", found.interest)),
        because=tuple(word for word in (found.reason, found.interest_because) if word),
        returned=(found.sent_back_for,) if found.sent_back_for else (),
        facts=(
            ("근거", found.law),
            *((("반환 사유", found.grounds_label),) if found.grounds_label else ()),
            ("납부 기한", f"{found.due_on:%Y. %-m. %-d.}까지"),
            ("납부할 곳", found.pay_to),
        ),
        papers=told,
        files_of=(found,),
        deeds=_of_refund(request, found),
    )


def _is_city(request: Asked) -> bool:
    return request.seat.office_kind is OfficeKind.CITY


def _given(values: Values) -> dict[str, Any]:
    return {"given": seal_in(values)} if "number" in values else {}


def _of_refund(request: Asked, found: "Refund") -> dict[str, Deed]:
    what = f"{found.body.name}의 반환명령"
    return {
        "order": Deed(
            verb="settlement.order_refund",
            button="결재",
            kind="primary",
            is_another=True,
            parts=FIELDS if _is_city(request) else (),
            said=f"{what}을 결재했습니다. 반환명령서를 볼 수 있습니다.",
            deed=lambda request, values: actions.order_refund(
                found.pk, **_given(values), **who_acts(request, key_of(request))
            ),
        ),
        "return": Deed(
            verb="settlement.send_back_refund",
            button="결재 반려",
            parts=(WHY_BACK,),
            said=f"{what}을 돌려보냈습니다.",
            deed=lambda request, values: actions.send_back_refund(
                found.pk, values["reason"], **who_acts(request, key_of(request))
            ),
        ),
        "withdraw": Deed(
            verb="settlement.withdraw_refund",
            button="반환명령 철회",
            kind="danger",
            parts=(REASON,),
            note="아직 내지 않은 금액은 더 내지 않아도 됩니다.",
            said=f"{what}을 철회했습니다.",
            deed=lambda request, values: actions.withdraw_refund(
                found.pk, values["reason"], **who_acts(request, key_of(request))
            ),
        ),
    }


def revocation(request: Asked, row: UUID) -> Proposal:
    """결정 취소 — after money left: on which grounds, the facts, how much it concerns."""
    found = queries.revocation_for(request.seat, row)
    return Proposal(
        row=found,
        title=f"{found.body.name} 결정 {'전부' if found.is_whole else '일부'} 취소",
        about=f"{found.award.number or found.award.application.number}",
        state=str(found.get_state_display()),
        code=found.state,
        after=revocation_after,
        asked_by=found.submitted_by,
        since=found.submitted_on,
        figures=(("취소 금액", found.principal),),
        because=(found.facts,),
        returned=(found.reason,) if found.reason else (),
        facts=(("취소 사유", found.grounds_label), ("근거", found.law)),
        papers=(("revocation_notice", found.pk),) if found.decided_on else (),
        files_of=(found,),
        deeds=_revoking(request, found),
    )


def objection(request: Asked, row: UUID) -> Proposal:
    """이의신청 — against an order to pay back."""
    found = queries.refund_objection_for(request.seat, row)
    is_open, body = found.is_upheld is None, found.refund.body.name
    answered = () if is_open else (("refund_objection_answer", found.pk),)

    return Proposal(
        row=found,
        title=f"{body}의 이의신청(반환명령)",
        about=found.refund.reason,
        state="답을 기다림" if is_open else "받아들임" if found.is_upheld else "받아들이지 않음",
        code=found.refund.state if is_open else "",
        after=refund_after,
        since=found.filed_on,
        figures=(("원금", found.refund.principal), ("이자", found.refund.interest)),
        because=(found.reason,),
        facts=(("근거", found.law), *((("답", found.answer),) if found.answer else ())),
        papers=(("refund_objection", found.pk), *answered, ("refund_order", found.refund_id)),
        files_of=(found,),
        deeds=_answering(found),
    )


def _revoking(request: Asked, found: "Revocation") -> dict[str, Deed]:
    what = f"{found.body.name}의 결정 취소"
    return {
        "revoke": Deed(
            verb="settlement.revoke",
            button="결재",
            kind="primary",
            is_another=True,
            parts=FIELDS if _is_city(request) else (),
            said=f"{what}을(를) 결재했습니다. 돌려받을 금액은 반환명령으로 올라옵니다.",
            deed=lambda request, values: actions.revoke(
                found.pk, **_given(values), **who_acts(request, key_of(request))
            ),
        ),
        "return": Deed(
            verb="settlement.send_back_revocation",
            button="결재 반려",
            parts=(WHY_BACK,),
            said=f"{what}을(를) 돌려보냈습니다.",
            deed=lambda request, values: actions.send_back_revocation(
                found.pk, values["reason"], **who_acts(request, key_of(request))
            ),
        ),
    }


def _answering(found: "RefundObjection") -> dict[str, Deed]:
    body = found.refund.body.name

    def deed(request: Asked, values: Values, *, upheld: bool) -> object:
        return actions.answer_objection(
            found.pk, values["answer"], upheld=upheld, **who_acts(request, key_of(request))
        )

    return {
        "uphold": Deed(
            verb="settlement.answer_objection",
            button="받아들임",
            kind="primary",
            parts=(ANSWER,),
            note="반환명령이 바로 철회됩니다.",
            said=f"{body}의 이의신청을 받아들였습니다. 반환명령을 철회했습니다.",
            deed=lambda request, values: deed(request, values, upheld=True),
        ),
        "dismiss": Deed(
            verb="settlement.answer_objection",
            button="받아들이지 않음",
            parts=(ANSWER,),
            note="반환명령이 그대로 남습니다.",
            said=f"{body}의 이의신청에 답했습니다. 반환명령이 그대로 남습니다.",
            deed=lambda request, values: deed(request, values, upheld=False),
        ),
    }
