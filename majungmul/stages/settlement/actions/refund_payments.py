"""반환금 납부 — principal and interest come in, at once or in parts; paid when nothing of either is left."""

from datetime import date, datetime
from uuid import UUID

from django.utils import timezone

from majungmul.books.parties.queries.rows import locked
from majungmul.books.parties.require import require
from majungmul.books.trail.actions import action
from majungmul.stages.settlement.actions import refund_money
from majungmul.stages.settlement.actions.refund_duties import end_duties
from majungmul.stages.settlement.actions.refund_refusals import DayOutside, MoreThanDue, NothingReceived
from majungmul.stages.settlement.models import Refund, RefundPayment
from majungmul.stages.settlement.queries.interest import interest_on, unpaid_interest, unpaid_principal
from majungmul.stages.settlement.states import RefundState, refund_after
from majungmul.values.actor import Actor
from majungmul.values.won import ZERO, Won


@action("refund.received")
def receive_refund(
    refund_id: UUID,
    paid_on: date,
    principal: Won | None = None,
    interest: Won | None = None,
    *,
    by: Actor,
    at: datetime,
    key: str,
) -> Refund:
    """반환금 납부 확인 — all that is left, or a part of principal and interest. Returns the refund.

    Interest by a rate runs until the day before `paid_on`. Refuses more than is due on that day, and a day before
    the order or to come.
    """
    refund = locked(Refund, by, refund_id)
    require(by, "settlement.receive_refund", refund)
    paid_state = refund_after("settlement.receive_refund", refund.state, refund.number)
    today = timezone.localdate(at)
    _refuse_day(refund, paid_on, today)
    still, owed = unpaid_principal(refund), unpaid_interest(refund, paid_on)
    in_part = principal is not None or interest is not None
    paid, borne = (principal or ZERO, interest or ZERO) if in_part else (still, owed)
    _refuse_amounts((paid, borne), (still, owed), paid_on)
    refund_money.receive(refund, paid, borne, still, today)
    _write(refund, paid_on, paid, borne)
    is_paid = unpaid_principal(refund) == ZERO == unpaid_interest(refund, paid_on)
    refund.state = paid_state if is_paid else RefundState.ORDERED
    refund.paid_on = paid_on if is_paid else None
    refund.save()
    if is_paid:
        end_duties(refund)
    return refund


def _write(refund: Refund, paid_on: date, paid: Won, borne: Won) -> None:
    RefundPayment(
        jurisdiction_id=refund.jurisdiction_id,
        refund=refund,
        paid_on=paid_on,
        principal=paid,
        interest=borne,
        because=interest_on(refund, paid_on).because,
    ).save()


def _refuse_day(refund: Refund, paid_on: date, today: date) -> None:
    first = refund.ordered_on or today
    if not first <= paid_on <= today:
        raise DayOutside(what="납부일", first=first, last=today, day=paid_on)


def _refuse_amounts(given: tuple[Won, Won], due: tuple[Won, Won], on: date) -> None:
    paid, borne = given
    principal, interest = due
    if paid < ZERO or borne < ZERO or paid + borne == ZERO:
        raise NothingReceived
    if paid > principal or borne > interest:
        raise MoreThanDue(on=on, principal=principal, interest=interest, paid=paid, borne=borne)
