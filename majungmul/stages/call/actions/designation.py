"""지정 — one body is named without an open call, for a reason of the law of that day; then it is told."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils import timezone

from majungmul.books.parties import written
from majungmul.books.parties.models import Organisation
from majungmul.books.parties.queries.bodies import family, standing
from majungmul.books.parties.queries.rows import found, locked
from majungmul.books.parties.require import require
from majungmul.books.trail.actions import action
from majungmul.books.trail.models import RecordedQuerySet
from majungmul.books.trail.numbering import next_number
from majungmul.programmes.reasons import Departure, reason_on
from majungmul.stages.call.actions.fitting import refuse_unfit
from majungmul.stages.call.actions.funding import planned_account
from majungmul.stages.call.models import Call, Kind
from majungmul.stages.call.refusals import AlreadyClosed, DesignatedAlready
from majungmul.stages.call.states import State, after
from majungmul.stages.plan.actions.sealing import seal_step
from majungmul.values.actor import Actor
from majungmul.values.seal import Seal

STEP = "designation"


@dataclass(frozen=True, slots=True, kw_only=True)
class Designation:
    """지정 안 — who is to do the work of a year's plan, why without a call, and until when to apply."""

    account: UUID
    body: UUID
    title: str
    reason_code: str
    reason: str
    closes_at: datetime
    contact: str
    is_made_up: bool = False


@action("call.designated")
def designate(said: Designation, *, by: Actor, at: datetime, key: str) -> Call:
    """지정 — the body may apply for what the account (of a plan) has. Returns the call.

    Refuses (NoSuchReason) a reason that the law of the day does not know: four in 2018, six today; an account
    that is not of this office's plan in force, a passed end, a body that is designated for it already.
    """
    require(by, "call.designate")
    account = planned_account(said.account, by)
    body = standing(found(Organisation, by, said.body))
    if said.closes_at <= at:
        raise AlreadyClosed(closes_at=timezone.localtime(said.closes_at))
    office_calls = Call.objects.of(by.jurisdiction).filter(office=by.office)
    _refuse_second(office_calls.filter(account=account), body)
    today = timezone.localdate(at)
    call = Call(
        jurisdiction_id=by.jurisdiction,
        office_id=by.office,
        keeper_id=by.position,
        account=account,
        kind=Kind.DESIGNATION,
        state=State.ANNOUNCED,
        year=account.year,
        title=written.line(Call, "title", said.title),
        number=next_number(office_calls, f"{account.year}-지정"),
        announced_on=today,
        opens_at=at,
        closes_at=said.closes_at,
        contact=written.line(Call, "contact", said.contact),
        designated=body,
        reason=written.line(Call, "reason", said.reason),
        is_made_up=said.is_made_up,
        drafted_by=by.person,
        announced_by=by.person,
    )
    refuse_unfit(call)
    call.reason_code = reason_on(today, Departure.NO_CALL, said.reason_code, call.jurisdiction.code).code
    call.save()
    return call


@action("call.designation_sealed")
def seal_designation(call_id: UUID, given: Seal, *, by: Actor, at: datetime, key: str) -> Call:
    """지정 통보 — the paper by which the body was told: its number and day, and its entry in 보탬e. Returns the call.

    Refuses a second paper, a day to come, and (NoPortalThen) 보탬e on a day that did not have it.
    """
    call = locked(Call, by, call_id)
    require(by, "call.seal_designation", call)
    after("call.seal_designation", call.state, call.title)
    seal_step(call, STEP, given, today=timezone.localdate(at))
    return call


def _refuse_second(calls: RecordedQuerySet[Call], body: Organisation) -> None:
    """Refuse a body that one of these designates already, under whichever of its rows."""
    live = calls.filter(designated__in=family(body), state=State.ANNOUNCED)
    if before := live.first():
        raise DesignatedAlready(body=body.name, number=before.number)
