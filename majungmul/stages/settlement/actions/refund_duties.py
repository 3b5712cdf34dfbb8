"""반환의 할 일 — what an order lets the office and the body owe, and when that ends."""

from majungmul.books.duties.actions import close_all, open_one
from majungmul.programmes.legislation import law_on
from majungmul.stages.plan.actions.owing import COOPERATIVE, OPERATOR, owe_after
from majungmul.stages.plan.queries.days_off import days_off
from majungmul.stages.settlement.models import Refund, RefundObjection
from majungmul.stages.settlement.queries.refunding import RECIPIENTS_OBJECT
from majungmul.values.duty import Due, Owed

NOTICE, PAYMENT, OBJECTION = "refund_order_notice", "refund_payment", "objection"
ANSWER, GIVE_BACK = "refund_objection_answer", "refund_overpaid"


def open_duties(refund: Refund) -> None:
    """반환명령 뒤 — the body pays, and may object; the operator tells the city (영 제20조, from 2021-07-13)."""
    on = refund.ordered_on
    if on is None:
        message = "only what was ordered is owed"
        raise TypeError(message)
    who = OPERATOR if refund.is_of_the_city else COOPERATIVE
    owed = Owed(PAYMENT, "반환금 납부", who, refund.law, Due(refund.due_on))
    open_one(owed, owner=refund.body, of=refund, holidays=days_off(refund.jurisdiction))
    if not refund.is_of_the_city:
        owe_after("refund.ordered", on, refund, {OPERATOR: refund.award.keeper})
    if refund.is_of_the_city or RECIPIENTS_OBJECT in law_on(on, refund.jurisdiction.code):
        owe_after("decision.notified", on, refund, {who: refund.body})


def end_duties(refund: Refund) -> None:
    """납부·철회 뒤 — nothing is to be paid any more, and nothing to object to. The city is told all the same."""
    close_all(refund, PAYMENT)
    close_all(refund, OBJECTION)


def open_answer(objection: RefundObjection) -> None:
    """이의신청 뒤 — the office answers within the days of the law of that day, where it had any."""
    refund = objection.refund
    close_all(refund, OBJECTION)
    row = law_on(objection.filed_on, refund.jurisdiction.code).get("objection.answer_days")
    if row is None:
        return
    due = Due(objection.filed_on, days=row.number)
    owed = Owed(ANSWER, "이의신청 결과 통지", refund.office.name, row.article, due, assumed=row.note)
    open_one(owed, owner=refund.award.keeper, of=objection, holidays=days_off(refund.jurisdiction))


def owe_back(refund: Refund, objection: RefundObjection) -> None:
    """이의를 받아들였으나 이미 낸 뒤 — the office gives the money back by a way outside of these books."""
    due = Due(objection.answered_on or objection.filed_on, days=7)
    owed = Owed(
        GIVE_BACK,
        "이의를 받아들인 반환금을 과오납금으로 돌려줌",
        refund.office.name,
        "실무",
        due,
        assumed="법에 날수가 없음: 답한 날부터 7일로 둠",
    )
    open_one(owed, owner=refund.award.keeper, of=refund, holidays=days_off(refund.jurisdiction))
