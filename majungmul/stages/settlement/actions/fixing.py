"""금액 확정 — handed in, decided by another person, in effect by the city's paper; then the ledger says it."""

from datetime import date, datetime
from uuid import UUID

from django.utils import timezone

from majungmul.books.parties import written
from majungmul.books.parties.queries.rows import locked
from majungmul.books.parties.require import another_person, require
from majungmul.books.trail.actions import action
from majungmul.stages.plan.actions.sealing import seal_step
from majungmul.stages.settlement.actions.afterwards import owe_afterwards
from majungmul.stages.settlement.actions.figures import is_of_the_city, refuse_unready
from majungmul.stages.settlement.actions.posting import post_below, post_of_the_city
from majungmul.stages.settlement.models import Settlement
from majungmul.stages.settlement.queries.lateness import decided_in_all, is_verified, verification_needed
from majungmul.stages.settlement.refusals import (
    NoReturnDay,
    NotAllExamined,
    ReturnDayOut,
    VerificationMissing,
)
from majungmul.stages.settlement.states import after
from majungmul.values.actor import Actor
from majungmul.values.seal import Seal
from majungmul.values.won import ZERO, Won, total

STEP = "settlement"
BY_NOTICE = "시가 보내는 납입고지서에 적힌 곳"
TO_THE_OPERATOR = "중앙회의 사업비 계좌(안내문에 적힌 계좌)"


@action("settlement.submitted")
def submit(
    settlement_id: UUID,
    opinion: str,
    return_due_on: date | None,
    return_to: str = "",
    *,
    by: Actor,
    at: datetime,
    key: str,
) -> Settlement:
    """정산 결재 올림 — every line examined; until when, and where, what is left is to be returned. Returns it.

    Refuses while something below is open or has moved, without a 검증보고서 that the law of the day asks for,
    and money to return without a day, which is not past and not after the end of the next year.
    """
    settlement = locked(Settlement, by, settlement_id)
    require(by, "settlement.submit", settlement)
    settlement.state = after("settlement.submit", settlement.state, settlement.award.number)
    today = timezone.localdate(at)
    _refuse_unexamined(settlement)
    _refuse_unverified(settlement)
    refuse_unready(settlement)
    _refuse_day(settlement, return_due_on, today)
    settlement.opinion = written.line(Settlement, "opinion", opinion)
    settlement.return_due_on = return_due_on
    usual = BY_NOTICE if is_of_the_city(settlement) else TO_THE_OPERATOR
    settlement.return_to = written.line(Settlement, "return_to", return_to or usual)
    settlement.submitted_by, settlement.submitted_on, settlement.sent_back_for = by.person, today, ""
    settlement.save()
    return settlement


@action("settlement.sent_back")
def send_back(settlement_id: UUID, reason: str, *, by: Actor, at: datetime, key: str) -> Settlement:
    """정산 결재 반려 — with the reason. Returns the settlement."""
    settlement = locked(Settlement, by, settlement_id)
    require(by, "settlement.send_back", settlement)
    settlement.state = after("settlement.send_back", settlement.state, settlement.award.number)
    settlement.sent_back_for = written.line(Settlement, "sent_back_for", reason)
    settlement.save()
    return settlement


@action("settlement.approved")
def approve(settlement_id: UUID, *, by: Actor, at: datetime, key: str) -> Settlement:
    """금액 확정 결재 — within the city, not yet in effect; by another person. Returns the settlement."""
    settlement = locked(Settlement, by, settlement_id)
    require(by, "settlement.approve", settlement)
    settlement.state = after("settlement.approve", settlement.state, settlement.award.number)
    _decide(settlement, by, at)
    settlement.save()
    return settlement


@action("settlement.took_effect")
def take_effect(settlement_id: UUID, given: Seal, *, by: Actor, at: datetime, key: str) -> Settlement:
    """금액 확정 시행 — by its 문서번호 and 시행일: what is left is ordered back. Returns the settlement.

    Refuses where the ledger has moved since the report: what the paper says must be what the books say.
    """
    settlement = locked(Settlement, by, settlement_id)
    require(by, "settlement.take_effect", settlement)
    settlement.state = after("settlement.take_effect", settlement.state, settlement.award.number)
    refuse_unready(settlement)
    sealed = seal_step(settlement, STEP, given, today=timezone.localdate(at))
    settlement.fixed_on = sealed.effective_on
    for line in settlement.lines.select_related("line__account__of").order_by("order"):
        post_of_the_city(line)
    settlement.save()
    owe_afterwards(settlement, settlement.fixed_on)
    return settlement


@action("settlement.fixed")
def fix(settlement_id: UUID, *, by: Actor, at: datetime, key: str) -> Settlement:
    """금액 확정 — of the operator's own award, by another person; carried up to what funds it. Returns it."""
    settlement = locked(Settlement, by, settlement_id)
    require(by, "settlement.fix", settlement)
    settlement.state = after("settlement.fix", settlement.state, settlement.award.number)
    refuse_unready(settlement)
    _decide(settlement, by, at)
    settlement.fixed_on = timezone.localdate(at)
    for line in settlement.lines.select_related("line__account__of").order_by("order"):
        post_below(line)
    settlement.save()
    owe_afterwards(settlement, settlement.fixed_on)
    return settlement


def to_come_back(settlement: Settlement) -> Won:
    """돌려받을 금액 — as the examined lines come to: left, not recognised, interest; in won.

    Below the city only what the body holds: what the operator never paid out is with itself.
    """
    lines = list(settlement.lines.select_related("line__account"))
    less = total(line.reported - (line.recognised or ZERO) for line in lines)
    if not is_of_the_city(settlement):
        return less
    return less + total(line.unspent + line.interest for line in lines)


def _decide(settlement: Settlement, by: Actor, at: datetime) -> None:
    another_person(by, settlement.submitted_by)
    settlement.decided_by, settlement.decided_on = by.person, timezone.localdate(at)


def _refuse_unexamined(settlement: Settlement) -> None:
    waiting = list(settlement.lines.filter(recognised=None).select_related("line").order_by("order"))
    if waiting:
        raise NotAllExamined(count=len(waiting), first=waiting[0].line.label)


def _refuse_unverified(settlement: Settlement) -> None:
    if not is_of_the_city(settlement):
        return
    rule = verification_needed(settlement)
    if rule and not is_verified(settlement):
        raise VerificationMissing(amount=decided_in_all(settlement), article=rule.article)


def _refuse_day(settlement: Settlement, day: date | None, today: date) -> None:
    back = to_come_back(settlement)
    if day is None:
        if back > ZERO:
            raise NoReturnDay(amount=back)
        return
    year = settlement.award.application.call.year
    last = date(max(year + 1, today.year), 12, 31)
    if not today <= day <= last:
        raise ReturnDayOut(day=day, first=today, last=last)
