"""반환명령 — proposed by an officer, ordered by another person; told to the city; withdrawn."""

from datetime import date, datetime
from uuid import UUID

from django.utils import timezone

from majungmul.books.duties.actions import close_all
from majungmul.books.parties import written
from majungmul.books.parties.actions.sanctions import lift
from majungmul.books.parties.queries.rows import found, locked
from majungmul.books.parties.require import another_person, require
from majungmul.books.trail.actions import action
from majungmul.books.trail.numbering import next_number
from majungmul.stages.award.models import Award, AwardLine
from majungmul.stages.settlement.actions import refund_money
from majungmul.stages.settlement.actions.refund_draft import RefundDraft, fields_of
from majungmul.stages.settlement.actions.refund_duties import NOTICE, end_duties, open_duties
from majungmul.stages.settlement.actions.refund_refusals import (
    DayOutside,
    DueTooSoon,
    ToldAlready,
)
from majungmul.stages.settlement.actions.refund_seal import effective_day
from majungmul.stages.settlement.models import Refund
from majungmul.stages.settlement.queries.interest import unpaid_principal
from majungmul.stages.settlement.states import RefundState, refund_after
from majungmul.values.actor import Actor
from majungmul.values.seal import Seal

STEP = "refund"


@action("refund.proposed")
def propose_refund(said: RefundDraft, *, by: Actor, at: datetime, key: str) -> Refund:
    """반환명령 결재 올림 — principal, and interest where it was agreed or the law asks for it. Returns the refund.

    Refuses more than was paid under the line and not yet asked back, of the city one without a revocation in effect,
    and interest without a basis.
    """
    line = found(AwardLine, by, said.line)
    award = locked(Award, by, line.award_id)
    require(by, "settlement.propose_refund", award)
    today = timezone.localdate(at)
    refunds = Refund.objects.of(by.jurisdiction).filter(office=award.office_id)
    refund = Refund(
        jurisdiction_id=by.jurisdiction,
        award=award,
        office=award.office,
        body=award.body,
        line=line,
        state=RefundState.PROPOSED,
        number=next_number(refunds, f"{today.year}-반환"),
        proposed_by=by.person,
        proposed_on=today,
        **fields_of(said, line, by, today),
    )
    refund.save()
    return refund


@action("refund.sent_back")
def send_back_refund(refund_id: UUID, reason: str, *, by: Actor, at: datetime, key: str) -> Refund:
    """반환명령 반려 — with the reason; what it asked for may be proposed anew. Returns the refund."""
    refund = locked(Refund, by, refund_id)
    require(by, "settlement.send_back_refund", refund)
    refund.state = refund_after("settlement.send_back_refund", refund.state, refund.number)
    refund.sent_back_for = written.line(Refund, "sent_back_for", reason)
    refund.save()
    return refund


@action("refund.ordered")
def order_refund(refund_id: UUID, given: Seal | None = None, *, by: Actor, at: datetime, key: str) -> Refund:
    """반환명령 — by another person than who proposed it; of the city by its paper (`given`). Returns the refund.

    The money is due from where it stands now: with the payee, recognised, carried up, or 과년도.
    """
    refund = locked(Refund, by, refund_id)
    require(by, "settlement.order_refund", refund)
    refund.state = refund_after("settlement.order_refund", refund.state, refund.number)
    another_person(by, refund.proposed_by)
    today = timezone.localdate(at)
    refund.ordered_by = by.person
    refund.ordered_on = effective_day(refund, STEP, given, (refund.proposed_on, today))
    if refund.due_on < refund.ordered_on:
        raise DueTooSoon(due=refund.due_on, first=refund.ordered_on)
    refund_money.place(refund, refund.principal, today)
    refund.save()
    open_duties(refund)
    return refund


@action("refund.told_to_city")
def notify_city(refund_id: UUID, on: date, *, by: Actor, at: datetime, key: str) -> Refund:
    """반환명령 사실 통보 — in writing, within ten days (영 제20조). Returns the refund."""
    refund = locked(Refund, by, refund_id)
    require(by, "settlement.notify_city", refund)
    refund.state = refund_after("settlement.notify_city", refund.state, refund.number)
    if refund.city_told_on:
        raise ToldAlready(on=refund.city_told_on)
    first, today = refund.ordered_on or on, timezone.localdate(at)
    if not first <= on <= today:
        raise DayOutside(what="통보한 날", first=first, last=today, day=on)
    refund.city_told_on = on
    refund.save()
    close_all(refund, NOTICE)
    return refund


@action("refund.withdrawn")
def withdraw_refund(refund_id: UUID, reason: str, *, by: Actor, at: datetime, key: str) -> Refund:
    """반환명령 철회 — what is not yet paid is due no more, and stands where it stood. Returns the refund."""
    refund = locked(Refund, by, refund_id)
    require(by, "settlement.withdraw_refund", refund)
    refund.state = refund_after("settlement.withdraw_refund", refund.state, refund.number)
    refund.withdraw_reason = written.line(Refund, "withdraw_reason", reason)
    refund.withdrawn_on = timezone.localdate(at)
    refund_money.give_up(refund, unpaid_principal(refund), refund.withdraw_reason)
    refund.save()
    end_duties(refund)
    close_all(refund, NOTICE)
    _lift(refund, by, at, key)
    return refund


def _lift(refund: Refund, by: Actor, at: datetime, key: str) -> None:
    """제재 해제 — of the city's own order; one below the city is lifted by the city, when it was told."""
    found, today = refund.sanction, timezone.localdate(at)
    if found is not None and refund.is_of_the_city and (found.until is None or found.until > today):
        lift(found.pk, today, refund.withdraw_reason[:200], by=by, at=at, key=key)
