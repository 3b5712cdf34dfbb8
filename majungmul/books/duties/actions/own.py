"""담당자가 직접 — a duty added, finished or postponed by itself, in an event of its own."""

from datetime import date, datetime
from uuid import UUID

from majungmul.books.duties.actions.inside import close, move, open_one
from majungmul.books.duties.models import Duty
from majungmul.books.duties.refusals import NotTheirDuty
from majungmul.books.parties import written
from majungmul.books.parties.models import Position
from majungmul.books.parties.queries.rows import locked
from majungmul.books.parties.require import require
from majungmul.books.trail.actions import action
from majungmul.values.actor import Actor
from majungmul.values.calendar import Holidays
from majungmul.values.duty import Counting, Due, Owed

NO_HOLIDAYS = Holidays(frozenset())
"""For a day that was set: it never moves, so no holidays are asked about."""


@action("duty.added")
def add(what: str, basis: str, due_on: date, position_id: UUID, *, by: Actor, at: datetime, key: str) -> Duty:
    """할 일 적기 — an officer's own, for a position of the office, on a set day. Needs its basis."""
    position = locked(Position, by, position_id)
    require(by, "duties.add", position)
    owed = Owed(
        code="own",
        what=written.line(Duty, "what", what),
        who=position.title,
        basis=written.line(Duty, "basis", basis),
        due=Due(due_on, counting=Counting.EXACT),
        occasion=key,
    )
    return open_one(owed, owner=position, of=position, holidays=NO_HOLIDAYS)


@action("duty.finished")
def finish(duty_id: UUID, note: str, *, by: Actor, at: datetime, key: str) -> Duty:
    """할 일 마침 — by the position that owes it, or who acts for it; a body's by an officer."""
    duty = locked(Duty, by, duty_id)
    require(by, "duties.finish", duty.position)
    if duty.position is not None and duty.position.pk != by.position:
        raise NotTheirDuty(what=duty.what, whose=duty.position.title)
    return close(duty, note=note)


@action("duty.postponed")
def postpone(duty_id: UUID, due_on: date, reason: str, *, by: Actor, at: datetime, key: str) -> Duty:
    """기한 변경 — to a day that was decided (the mayor's day of 반납, an extension), with the reason."""
    duty = locked(Duty, by, duty_id)
    require(by, "duties.postpone", duty.position)
    move(duty, Due(due_on, counting=Counting.EXACT), reason=reason, holidays=NO_HOLIDAYS)
    return duty
