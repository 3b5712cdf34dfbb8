"""설명회 — planned with place and time; afterwards how many came, with the scanned 서명부."""

from datetime import datetime
from uuid import UUID

from django.utils import timezone

from majungmul.books.duties.actions import close_all
from majungmul.books.files.actions import attach
from majungmul.books.files.store import Received
from majungmul.books.parties import written
from majungmul.books.parties.queries.rows import found, locked
from majungmul.books.parties.require import require
from majungmul.books.trail.actions import action
from majungmul.stages.call.models import Briefing, Call
from majungmul.stages.call.refusals import AfterTheCall, HeldAlready, NotHeldYet, NotSoMany, OutOfItsYear
from majungmul.stages.call.states import after
from majungmul.stages.plan.actions.owing import OPERATOR, owe_after
from majungmul.values.actor import Actor

ROSTER = "서명부"
MOST_PEOPLE = 10_000
DUTY = "briefing_record"


@action("briefing.planned")
def plan_briefing(
    call_id: UUID, place: str, held_at: datetime, *, by: Actor, at: datetime, key: str
) -> Briefing:
    """설명회 잡기 — where and when; the keeper owes its record afterwards. Returns the briefing.

    Refuses a time after the call closes, or in another year.
    """
    call = locked(Call, by, call_id)
    require(by, "call.plan_briefing", call)
    after("call.plan_briefing", call.state, call.title)
    _refuse_time(call, held_at)
    briefing = Briefing(
        jurisdiction_id=by.jurisdiction,
        call=call,
        place=written.line(Briefing, "place", place),
        held_at=held_at,
    )
    briefing.save()
    owe_after("briefing.planned", timezone.localdate(held_at), briefing, {OPERATOR: call.keeper})
    return briefing


@action("briefing.recorded")
def record_briefing(
    briefing_id: UUID, people: int, roster: Received, note: str = "", *, by: Actor, at: datetime, key: str
) -> Briefing:
    """설명회 결과 — how many came, and the scan of what they signed; no list of names. Returns it.

    Refuses a briefing that is not held yet, one that was recorded, an impossible number of people.
    """
    call_id = found(Briefing, by, briefing_id).call_id
    call = locked(Call, by, call_id)
    require(by, "call.record_briefing", call)
    after("call.record_briefing", call.state, call.title)
    briefing = locked(Briefing, by, briefing_id)
    if at < briefing.held_at:
        raise NotHeldYet(held_at=timezone.localtime(briefing.held_at))
    if briefing.people is not None:
        raise HeldAlready(people=briefing.people)
    if type(people) is not int or not 0 <= people <= MOST_PEOPLE:
        raise NotSoMany(most=MOST_PEOPLE, found=str(people)[:20])
    briefing.people = people
    briefing.note = note and written.line(Briefing, "note", note)
    briefing.save()
    attach(roster, to=briefing, purpose=ROSTER)
    close_all(briefing, DUTY)
    return briefing


def _refuse_time(call: Call, held_at: datetime) -> None:
    opens_at, closes_at = (timezone.localtime(each) for each in (call.opens_at, call.closes_at))
    if held_at >= call.closes_at:
        raise AfterTheCall(closes_at=closes_at)
    if timezone.localtime(held_at).year < call.year - 1:
        raise OutOfItsYear(opens_at=opens_at, closes_at=closes_at, year=call.year)
