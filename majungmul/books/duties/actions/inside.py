"""단계의 행위 안에서 — duties opened, closed and moved by the action of a stage, in its own event."""

from collections.abc import Iterable, Mapping
from datetime import date

from django.utils import timezone

from majungmul.books.duties.models import DueMove, Duty, HolidayChange
from majungmul.books.duties.refusals import AlreadyDone, AlreadyOwed, NobodyOwes, SameDay
from majungmul.books.parties import written
from majungmul.books.parties.models import Organisation, Position
from majungmul.books.trail.models import Recorded
from majungmul.books.trail.running import room
from majungmul.values.calendar import Holidays, HolidaysUnknown
from majungmul.values.duty import Due, Owed

Owner = Position | Organisation


def open_all(
    every: Iterable[Owed], *, owners: Mapping[str, Owner], of: Recorded, holidays: Holidays
) -> list[Duty]:
    """할 일 열기 — all of them, each for the one who `owners` says (`{"시": …, "중앙회": …}`).

    Refuses (NobodyOwes) one for whom nobody is named, and (AlreadyOwed) one that is open already.
    """
    return [open_one(owed, owner=_owner(owed, owners), of=of, holidays=holidays) for owed in every]


def open_one(owed: Owed, *, owner: Owner, of: Recorded, holidays: Holidays) -> Duty:
    """할 일 열기 — let a position or a body owe something; `of` is the row that started it.

    Where the holidays of its time are unknown, it is opened with its earliest day, as 확인 필요.
    """
    due_on, is_certain = last_day(owed.due, holidays)
    whose = {"position": owner} if isinstance(owner, Position) else {"party": owner}
    with room("duties") as frame:
        duty = Duty(
            jurisdiction_id=frame.by.jurisdiction,
            **whose,
            code=owed.code,
            occasion=owed.occasion,
            what=owed.what,
            basis=owed.basis,
            assumed=owed.assumed,
            subject_model=of._meta.label_lower,
            subject=of.pk,
            **_rule(owed.due),
            due_on=due_on,
            is_certain=is_certain,
            opened_by=frame.name,
            opened_key=frame.key,
            opened_at=frame.at,
        )
        _refuse_twice(duty)
        duty.save()
        return duty


def close_all(of: Recorded, code: str, *, note: str = "") -> list[Duty]:
    """할 일 마침 — what a row started and this action fulfils: the duties closed, if any were open."""
    open_ones = Duty.objects.filter(jurisdiction=of.jurisdiction_id, subject=of.pk, code=code, done_at=None)
    return [close(duty, note=note) for duty in open_ones.select_for_update(of=("self",)).order_by("id")]


def close(duty: Duty, *, note: str = "") -> Duty:
    """할 일 마침 — done by the action that runs. Refuses (AlreadyDone) what is done."""
    _refuse_done(duty)
    with room("duties") as frame:
        duty.done_by, duty.done_key, duty.done_at = frame.name, frame.key, frame.at
        duty.note = note and written.line(Duty, "note", note)
        duty.save()
        return duty


def move(duty: Duty, due: Due, *, reason: str, holidays: Holidays) -> DueMove:
    """기한 변경 — by a decision: the duty is counted in another way from now on. Needs a reason.

    Refuses what is done, and (SameDay) a move to the day on which it is due anyway.
    """
    _refuse_done(duty)
    due_on, is_certain = last_day(due, holidays)
    if (due_on, is_certain) == (duty.due_on, duty.is_certain):
        raise SameDay(what=duty.what, due_on=in_words(duty.due_on))
    for name, value in _rule(due).items():
        setattr(duty, name, value)
    return write_move(duty, due_on, is_certain=is_certain, reason=reason)


def _owner(owed: Owed, owners: Mapping[str, Owner]) -> Owner:
    if owed.who not in owners:
        raise NobodyOwes(what=owed.what, who=owed.who)
    return owners[owed.who]


def last_day(due: Due, holidays: Holidays) -> tuple[date, bool]:
    """The last day and true, or the earliest that it can be and false where the holidays are unknown."""
    try:
        return due.on(holidays), True
    except HolidaysUnknown:
        return due.earliest, False


def _rule(due: Due) -> dict[str, object]:
    return {"start_on": due.start, "days": due.days, "months": due.months, "counting": due.counting.value}


def write_move(
    duty: Duty, due_on: date, *, is_certain: bool, reason: str, holidays: HolidayChange | None = None
) -> DueMove:
    """Write the new last day, and the move beside it."""
    with room("duties") as frame:
        moved = DueMove(
            jurisdiction_id=frame.by.jurisdiction,
            duty=duty,
            holidays=holidays,
            reason=written.line(DueMove, "reason", reason),
            was_due_on=duty.due_on,
            was_certain=duty.is_certain,
            due_on=due_on,
            is_certain=is_certain,
        )
        duty.due_on, duty.is_certain = due_on, is_certain
        duty.save()
        moved.save()
        return moved


def _refuse_twice(duty: Duty) -> None:
    """Refuse a duty that the same one owes already on the same occasion."""
    same = Duty.objects.filter(jurisdiction=duty.jurisdiction_id, subject=duty.subject, done_at=None)
    same = same.filter(code=duty.code, occasion=duty.occasion, position=duty.position, party=duty.party)
    if found := same.first():
        raise AlreadyOwed(what=found.what, due_on=in_words(found.due_on))


def _refuse_done(duty: Duty) -> None:
    if duty.done_at is not None:
        raise AlreadyDone(what=duty.what, done_on=in_words(timezone.localdate(duty.done_at)))


def in_words(day: date) -> str:
    """A day as official papers write it: `2018. 9. 27.`."""
    return f"{day:%Y. %-m. %-d.}"
