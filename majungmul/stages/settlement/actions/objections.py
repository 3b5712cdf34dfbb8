"""반환명령에 대한 이의신청 — within the days of the law, in writing; answered with a reason; upheld, it withdraws."""

from datetime import datetime
from uuid import UUID

from django.utils import timezone

from majungmul.books.duties.actions import close_all
from majungmul.books.parties import written
from majungmul.books.parties.queries.rows import locked
from majungmul.books.parties.require import require
from majungmul.books.trail.actions import action
from majungmul.stages.settlement.actions.refund_duties import (
    ANSWER,
    open_answer,
    owe_back,
)
from majungmul.stages.settlement.actions.refunds import withdraw_refund
from majungmul.stages.settlement.models import Refund, RefundObjection
from majungmul.stages.settlement.queries.refunding import last_day_to_object
from majungmul.stages.settlement.states import RefundState, refund_after
from majungmul.values.actor import Actor
from majungmul.values.refusal import Refusal

UPHELD = "이의신청을 받아들임: "


class TooLateToObject(Refusal):
    """이의신청 기한이 지남."""

    sentence = (
        "이의신청은 반환명령을 한 날부터 {days}일 안({last:%Y. %-m. %-d.}까지)에 할 수 있었습니다({article})."
    )


class ObjectedAlready(Refusal):
    """답을 기다리는 이의신청."""

    sentence = (
        "이 반환명령에는 {on:%Y. %-m. %-d.}에 낸 이의신청이 답을 기다리고 있습니다. "
        "답을 받은 뒤에 다시 낼 수 있습니다."
    )


class AnsweredAlready(Refusal):
    """이미 답함."""

    sentence = "이 이의신청에는 {on:%Y. %-m. %-d.}에 이미 답했습니다."


@action("refund.objected")
def file_objection(refund_id: UUID, reason: str, *, by: Actor, at: datetime, key: str) -> RefundObjection:
    """이의신청 — within the days of the law, a day off at their end moves on. Returns it.

    Refuses one that is late, and a second one while one waits for its answer.
    """
    refund = locked(Refund, by, refund_id)
    require(by, "settlement.object", refund)
    refund_after("settlement.object", refund.state, refund.number)
    if waiting := RefundObjection.objects.filter(refund=refund, answered_on=None).first():
        raise ObjectedAlready(on=waiting.filed_on)
    today = timezone.localdate(at)
    last, days, article = last_day_to_object(refund)
    if today > last:
        raise TooLateToObject(days=days, last=last, article=article)
    objection = RefundObjection(
        jurisdiction_id=by.jurisdiction,
        refund=refund,
        reason=written.line(RefundObjection, "reason", reason),
        law=article,
        filed_on=today,
    )
    objection.save()
    open_answer(objection)
    return objection


@action("refund.objection_answered")
def answer_objection(
    objection_id: UUID, answer: str, *, upheld: bool, by: Actor, at: datetime, key: str
) -> RefundObjection:
    """이의신청에 답하기 — with a reason; upheld, the order is withdrawn in the same act. Returns it.

    Where all was paid before, the office owes it back: that runs outside of these books, and is a duty.
    """
    objection = locked(RefundObjection, by, objection_id)
    refund = locked(Refund, by, objection.refund_id)
    require(by, "settlement.answer_objection", refund)
    refund_after("settlement.answer_objection", refund.state, refund.number)
    if objection.answered_on is not None:
        raise AnsweredAlready(on=objection.answered_on)
    objection.is_upheld, objection.answered_on = upheld, timezone.localdate(at)
    objection.answered_by = by.person
    objection.answer = written.line(RefundObjection, "answer", answer)
    objection.save()
    close_all(objection, ANSWER)
    if upheld and refund.state == RefundState.ORDERED:
        withdraw_refund(refund.pk, f"{UPHELD}{objection.answer}"[:300], by=by, at=at, key=key)
    elif upheld:
        owe_back(refund, objection)
    return objection
