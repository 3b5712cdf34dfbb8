"""공휴일이 바뀌면: open duties are counted anew, those that move say so, and nobody guesses."""

from datetime import date

import pytest

from majungmul.books.duties.actions import change_holidays
from majungmul.books.duties.models import Bucket, DueMove, Duty, HolidayChange
from majungmul.books.duties.queries import duties_of, moved_by
from majungmul.books.duties.refusals import FewerHolidays
from majungmul.books.parties.require import NotAllowed
from majungmul.books.parties.written import Empty
from majungmul.books.trail.models import Event
from majungmul.programmes.holidays import holidays
from majungmul.values.actor import Actor
from majungmul.values.calendar import Holidays
from majungmul.values.duty import Counting, Due, Owed
from tests.books.duties.test_agenda import buckets, report, seat_of, tell
from tests.database import refused
from tests.given import NOON, a_city, a_cooperative, a_key, an_officer

pytestmark = pytest.mark.django_db

BASIS = "지방보조금법 제36조의2"
NEW_DAY = date(2026, 9, 28)
"""A Monday; a 임시공휴일 is proclaimed for it."""


def owed(code: str, due: Due) -> Owed:
    return Owed(code, f"할 일 {code}", "시", BASIS, due)


EVERY = [
    owed("moves", Due(date(2026, 9, 8), days=20)),  # ends on 28 September
    owed("moves_along", Due(date(2026, 9, 27))),  # a Sunday, moved to the 28th before
    owed("is_set", Due(NEW_DAY, counting=Counting.EXACT)),
    owed("restricts", Due(date(2026, 9, 9), days=20, counting=Counting.RESTRICTION)),
    owed("is_another_day", Due(date(2026, 9, 29))),
    owed("is_done", Due(NEW_DAY)),
]


def with_more(**days: str) -> Holidays:
    more = {date.fromisoformat(day.strip("_").replace("_", "-")): name for day, name in days.items()}
    return Holidays(holidays().years, holidays().days | more)


def change(days_off: Holidays, by: Actor, reason: str = "임시공휴일 지정", key: str = "") -> HolidayChange:
    return change_holidays(
        sorted(days_off.years), dict(days_off.days), reason, by=by, at=NOON, key=key or a_key()
    )


def told(city: Actor) -> tuple[Actor, dict[str, Duty]]:
    by = an_officer(city)
    body = a_cooperative(by)
    tell(EVERY, {"시": seat_of(by)}, body, by)
    report(body.pk, "is_done", by=by, at=NOON, key=a_key())
    return by, {duty.code: duty for duty in duties_of(body)}


def test_a_new_holiday_moves_what_would_end_on_it_and_nothing_else() -> None:
    city = a_city()
    _, duties = told(city)
    changed = change(with_more(_2026_09_28="임시공휴일"), city)
    moved = {move.duty.code: (move.was_due_on, move.due_on) for move in moved_by(changed)}
    tuesday = date(2026, 9, 29)
    assert moved == {"moves": (NEW_DAY, tuesday), "moves_along": (NEW_DAY, tuesday)}
    for duty in duties.values():
        duty.refresh_from_db()
    assert {code: duty.due_on.day for code, duty in duties.items()} == {
        "moves": 29,
        "moves_along": 29,
        "is_set": 28,
        "restricts": 28,
        "is_another_day": 29,
        "is_done": 28,
    }


def test_the_trail_says_what_moved_from_when_to_when_and_why() -> None:
    city = a_city()
    _, duties = told(city)
    key = a_key()
    changed = change(with_more(_2026_09_28="임시공휴일"), city, key=key)
    event = Event.objects.get(name="duty.holidays_changed", key=key)
    assert event.row == changed.pk
    for said in (str(duties["moves"].pk), "2026-09-28", "2026-09-29", "임시공휴일 지정"):
        assert said in event.payload
    assert str(duties["is_set"].pk) not in event.payload


def test_a_holiday_that_is_withdrawn_moves_it_back() -> None:
    city = a_city()
    _, duties = told(city)
    change(with_more(_2026_09_28="임시공휴일"), city)
    change(holidays(), city, reason="임시공휴일 취소")
    duties["moves"].refresh_from_db()
    assert duties["moves"].due_on == NEW_DAY
    assert DueMove.objects.filter(duty=duties["moves"]).count() == 2


def test_the_same_holidays_move_nothing() -> None:
    city = a_city()
    told(city)
    assert moved_by(change(holidays(), city)).count() == 0


def test_the_same_request_again_moves_nothing_twice() -> None:
    city = a_city()
    told(city)
    key = a_key()
    first, second = (change(with_more(_2026_09_28="임시공휴일"), city, key=key) for _ in range(2))
    assert first == second
    assert moved_by(first).count() == 2


def test_a_year_that_becomes_known_makes_its_days_certain() -> None:
    city = a_city()
    by = an_officer(city)
    body = a_cooperative(by)
    far = [owed("moves", Due(date(2030, 12, 31), months=2)), owed("stays", Due(date(2031, 3, 14)))]
    tell(far, {"시": seat_of(by)}, body, by)
    assert set(buckets(by, date(2031, 3, 14)).values()) == {Bucket.UNCERTAIN}
    further = Holidays(holidays().years | {2031}, holidays().days | {date(2031, 3, 1): "삼일절"})
    changed = change(further, city, reason="2031년 공휴일")
    assert {
        move.duty.code: (move.was_due_on, move.due_on, move.is_certain) for move in moved_by(changed)
    } == {
        "moves": (date(2031, 2, 28), date(2031, 2, 28), True),
        "stays": (date(2031, 3, 14), date(2031, 3, 14), True),
    }
    assert buckets(by, date(2031, 3, 14)) == {
        date(2031, 2, 28): Bucket.OVERDUE,
        date(2031, 3, 14): Bucket.TODAY,
    }


def test_one_city_moves_no_duty_of_another() -> None:
    ours, theirs = a_city(), a_city()
    _, duties = told(theirs)
    change(with_more(_2026_09_28="임시공휴일"), ours)
    duties["moves"].refresh_from_db()
    assert duties["moves"].due_on == NEW_DAY


# ── refusals ─────────────────────────────────────────────────────────────────────────────────────────────


def test_holidays_that_cover_less_are_refused_whole() -> None:
    city = a_city()
    told(city)
    fewer = Holidays(frozenset({2025}), {})
    with refused(FewerHolidays) as caught:
        change(fewer, city)
    assert "새 공휴일 자료에 2026년이 없어" in str(caught.value)
    assert "앞선 자료에 있던 해를 모두 넣어 주십시오" in str(caught.value)


def test_a_change_needs_a_reason_and_an_administrator() -> None:
    city = a_city()
    by, _ = told(city)
    with refused(Empty):
        change(holidays(), city, reason="")
    with refused(NotAllowed):
        change(holidays(), by)
