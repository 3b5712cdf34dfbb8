"""공휴일이 바뀌면 — every open duty is counted anew."""

from datetime import date, datetime

from majungmul.books.duties.actions.inside import in_words, last_day, write_move
from majungmul.books.duties.models import Duty, HolidayChange
from majungmul.books.duties.refusals import FewerHolidays
from majungmul.books.parties import written
from majungmul.books.parties.require import require
from majungmul.books.trail.actions import action
from majungmul.values.actor import Actor
from majungmul.values.calendar import Holidays


@action("duty.holidays_changed")
def change_holidays(
    years: list[int], days: dict[date, str], reason: str, *, by: Actor, at: datetime, key: str
) -> HolidayChange:
    """공휴일 변경 — count every open duty anew over these days off; those whose last day moves say so.

    `years` are those for which `days` are complete. Refuses (FewerHolidays) days that no longer cover a duty
    that was certain. Returns the change; `queries.moved_by` tells what it moved.
    """
    require(by, "duties.change_holidays")
    named = {day.isoformat(): name for day, name in sorted(days.items())}
    change = HolidayChange(
        jurisdiction_id=by.jurisdiction,
        reason=written.line(HolidayChange, "reason", reason),
        years=sorted(years),
        days=named,
    )
    change.save()
    duties = Duty.objects.filter(jurisdiction=by.jurisdiction, done_at=None).order_by("due_on", "id")
    for duty in duties.select_for_update(of=("self",)):
        _count_anew(duty, Holidays(frozenset(years), days), change)
    return change


def _count_anew(duty: Duty, holidays: Holidays, change: HolidayChange) -> None:
    due_on, is_certain = last_day(duty.due, holidays)
    if duty.is_certain and not is_certain:
        raise FewerHolidays(year=duty.due_on.year, what=duty.what, due_on=in_words(duty.due_on))
    if (due_on, is_certain) != (duty.due_on, duty.is_certain):
        write_move(duty, due_on, is_certain=is_certain, reason=change.reason, holidays=change)
