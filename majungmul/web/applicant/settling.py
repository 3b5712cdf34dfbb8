"""정산과 반환 — how an award was settled, what is to be paid back, how it was counted, and how to object."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse

from majungmul.books.duties.queries import RECORDS_KEPT, duties_of
from majungmul.books.parties.queries.rows import NotHere
from majungmul.stages.settlement import actions
from majungmul.stages.settlement.queries import (
    corrections_of,
    interest_on,
    last_day_of,
    last_day_to_object,
    lines_of,
    objections_of,
    payments_of,
    refund_for,
    settlement_for,
    unpaid_interest,
    unpaid_principal,
)
from majungmul.stages.settlement.states import RefundState, after, refund_after
from majungmul.web.applicant.acts import Act, act_page
from majungmul.web.applicant.allowing import allows
from majungmul.web.applicant.award import crumbs
from majungmul.web.applicant.documents import documents_of_refund
from majungmul.web.asked import Asked, today
from majungmul.web.forms.asking import REASON, ask, field
from majungmul.web.keys import key_of
from majungmul.web.showing import show
from majungmul.web.words import day

if TYPE_CHECKING:
    from majungmul.stages.settlement.models import Refund

TOLD = (RefundState.ORDERED, RefundState.PAID, RefundState.WITHDRAWN)


def settlement(request: Asked, settlement: UUID) -> HttpResponse:
    """정산 — where it stands, and each line of it."""
    row = settlement_for(request.seat, settlement)
    return show(
        request,
        "applicant/settlement.html",
        row=row,
        crumbs=crumbs(row.award, f"정산 {row.number}"),
        lines=list(lines_of(row)),
        corrections=list(corrections_of(row)),
        can_correct=allows(after, "settlement.correct", row.state),
        kept=duties_of(row).filter(code=RECORDS_KEPT).first(),
    )


def settlement_correct(request: Asked, settlement: UUID) -> HttpResponse:
    """정산 보완 — an answer to what was asked."""
    row = settlement_for(request.seat, settlement)
    if not allows(after, "settlement.correct", row.state):
        raise NotHere(what="보완할 정산")
    asked = corrections_of(row).filter(answered_at=None)
    act = Act(
        title="정산의 보완요청에 답합니다",
        lead="무엇을 고쳤는지 적어 보내면 담당자가 다시 살펴봅니다.",
        button="답 보내기",
        form=ask(
            "정산 보완",
            field("summary", "사업 성과", "long_text", limit=2_000),
            field("answer", "보완한 내용", "long_text", limit=300),
        ),
        crumbs=crumbs(row.award, (f"정산 {row.number}", _own(row.pk)), "보완"),
        facts=tuple((f"{day(each.due_on)}까지", each.what) for each in asked),
        begins_with={"summary": row.summary},
    )

    def deed(values: dict[str, str], _files: object) -> object:
        return actions.correct(
            row.pk,
            values["summary"],
            values["answer"],
            by=request.actor,
            at=request.at,
            key=key_of(request),
        )

    return act_page(request, act, deed, then=_own(row.pk), said="보완한 것을 보냈습니다.")


def refund(request: Asked, refund: UUID) -> HttpResponse:
    """반환명령 — how much, why, how the interest is counted, until when and where to pay, how to object."""
    row = _told(request, refund)
    on = today(request)
    is_open = row.state == RefundState.ORDERED
    last, days, article = last_day_to_object(row)
    return show(
        request,
        "applicant/refund.html",
        row=row,
        crumbs=crumbs(row.award, f"반환명령 {row.number}"),
        is_open=is_open,
        last_day=last_day_of(row),
        principal=unpaid_principal(row) if is_open else None,
        interest=unpaid_interest(row, on) if is_open else None,
        because=interest_on(row, on).because if is_open else row.interest_because,
        payments=list(payments_of(row)),
        documents=documents_of_refund(row),
        objections=list(objections_of(row)),
        may_object=_may_object(row, request),
        object_until=last,
        object_days=days,
        article=article,
    )


def refund_objection(request: Asked, refund: UUID) -> HttpResponse:
    """이의신청 — against an order to pay back, until its last day."""
    row = _told(request, refund)
    if not _may_object(row, request):
        raise NotHere(what="이의를 낼 반환명령")
    last, days, article = last_day_to_object(row)
    act = Act(
        title="반환명령에 이의신청을 할까요?",
        lead="금액이나 까닭이 맞지 않다고 생각하는 점을 적어 주십시오. 답이 나올 때까지도 납부 기한은 그대로입니다.",
        button="이의신청",
        form=ask("이의신청", REASON.model_copy(update={"limit": 500})),
        crumbs=crumbs(
            row.award,
            (f"반환명령 {row.number}", reverse("applicant:refund", args=[row.pk])),
            "이의신청",
        ),
        facts=(
            ("반환명령", row.number),
            ("원금", str(row.principal)),
            ("까닭", row.reason),
            ("마지막 날", f"{day(last)} ({days}일 안)"),
            ("근거", article),
        ),
    )

    def deed(values: dict[str, str], _files: object) -> object:
        return actions.file_objection(
            row.pk, values["reason"], by=request.actor, at=request.at, key=key_of(request)
        )

    then = reverse("applicant:refund", args=[row.pk])
    return act_page(request, act, deed, then=then, said="이의신청을 보냈습니다. 답이 나오면 여기에 나옵니다.")


def _own(settlement: object) -> str:
    return reverse("applicant:settlement", args=[settlement])


def _told(request: Asked, refund: UUID) -> "Refund":
    """An order of which the body was told; what is only proposed is not there for it."""
    row = refund_for(request.seat, refund)
    if row.state not in TOLD:
        raise NotHere(what="반환명령")
    return row


def _may_object(row: "Refund", request: Asked) -> bool:
    last, _, _ = last_day_to_object(row)
    waits = objections_of(row).filter(answered_on=None).exists()
    is_place = allows(refund_after, "settlement.object", row.state)
    return is_place and not waits and today(request) <= last
