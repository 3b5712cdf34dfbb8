"""할 일 목록: what a position has to do, seen from a day, in one query."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from itertools import count
from uuid import UUID

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from majungmul.books.duties.actions import close_all, open_all
from majungmul.books.duties.actions.inside import Owner
from majungmul.books.duties.models import Bucket, Duty
from majungmul.books.duties.queries import agenda, agenda_of_party, duties_of
from majungmul.books.duties.refusals import AlreadyOwed, NobodyOwes
from majungmul.books.parties.actions.deputies import act_for
from majungmul.books.parties.models import Organisation, Position
from majungmul.books.parties.queries.positions import actors_of
from majungmul.books.trail.actions import action
from majungmul.books.trail.models import Event
from majungmul.books.trail.running import OutsideAnAction
from majungmul.programmes.duties import duties_of as duties_of_year
from majungmul.programmes.holidays import holidays
from majungmul.values.actor import Actor
from majungmul.values.calendar import Holidays
from majungmul.values.duty import Counting, Due, Owed
from tests.database import refused
from tests.given import NOON, a_city, a_cooperative, a_key, an_office, an_officer

pytestmark = pytest.mark.django_db

WEDNESDAY = date(2026, 9, 16)
_asked: dict[int, tuple[list[Owed], Mapping[str, Owner], Holidays]] = {}
_numbers = count(1)


@action("plan.told")
def _tell(asked: int, body_id: UUID, *, by: Actor, at: datetime, key: str) -> Organisation:
    """As a stage does it: a row starts duties."""
    body = Organisation.objects.get(pk=body_id)
    every, owners, days_off = _asked[asked]
    open_all(every, owners=owners, of=body, holidays=days_off)
    return body


def tell(
    every: Iterable[Owed],
    owners: Mapping[str, Owner],
    of: Organisation,
    by: Actor,
    days_off: Holidays | None = None,
) -> list[Duty]:
    """Open these duties in an action; the open ones of the row."""
    asked = next(_numbers)
    _asked[asked] = (list(every), owners, days_off or holidays())
    _tell(asked, of.pk, by=by, at=NOON, key=a_key())
    return list(duties_of(of))


@action("plan.reported")
def report(body_id: UUID, code: str, *, by: Actor, at: datetime, key: str) -> Organisation:
    """As a stage does it: what was owed is done."""
    body = Organisation.objects.get(pk=body_id)
    close_all(body, code, note="2027. 2. 26. 접수")
    return body


def owed(due: date, code: str = "report", **more: str) -> Owed:
    texts = {"what": "실적보고서 제출", "who": "시", "basis": "지방보조금법 제17조제1항"} | more
    return Owed(code=code, due=Due(due, counting=Counting.EXACT), **texts)


def seat_of(by: Actor) -> Position:
    return Position.objects.get(pk=by.position)


def buckets(by: Actor, on: date) -> dict[date, Bucket]:
    """Where each of the actor's duties stands."""
    seen = agenda(by.jurisdiction, [by.position], on=on)
    assert list(seen) == list(Bucket)
    return {duty.due_on: bucket for bucket, duties in seen.items() for duty in duties}


@pytest.mark.parametrize(
    ("due", "bucket"),
    [
        (date(2026, 9, 15), Bucket.OVERDUE),
        (date(2026, 9, 16), Bucket.TODAY),
        (date(2026, 9, 17), Bucket.THIS_WEEK),
        (date(2026, 9, 20), Bucket.THIS_WEEK),  # Sunday
        (date(2026, 9, 21), Bucket.LATER),  # Monday
    ],
)
def test_the_edges_of_today_and_of_the_week(due: date, bucket: Bucket) -> None:
    by = an_officer()
    tell([owed(due)], {"시": seat_of(by)}, a_cooperative(by), by)
    assert buckets(by, WEDNESDAY) == {due: bucket}


def test_on_a_sunday_the_week_is_over_and_on_a_monday_it_begins() -> None:
    by = an_officer()
    sunday, monday, next_sunday = date(2026, 9, 20), date(2026, 9, 21), date(2026, 9, 27)
    every = [owed(day, code=f"c{day.day}") for day in (sunday, monday, next_sunday)]
    tell(every, {"시": seat_of(by)}, a_cooperative(by), by)
    assert buckets(by, sunday) == {sunday: Bucket.TODAY, monday: Bucket.LATER, next_sunday: Bucket.LATER}
    assert buckets(by, monday) == {
        sunday: Bucket.OVERDUE,
        monday: Bucket.TODAY,
        next_sunday: Bucket.THIS_WEEK,
    }


def test_all_of_a_year_is_seen_in_one_query() -> None:
    city = a_city()
    by, operator = an_officer(city), an_officer(city, office=an_office(city).pk)
    plan = a_cooperative(by)
    owners: dict[str, Owner] = {"시": seat_of(by), "중앙회": seat_of(operator), "조합": plan}
    every = duties_of_year(2026, "seoul")
    opened = tell(every, owners, plan, by)
    assert len(opened) == len(every) > 60
    with CaptureQueriesContext(connection) as asked:
        seen = agenda(by.jurisdiction, [by.position], on=WEDNESDAY)
        assert {duty.position for duties in seen.values() for duty in duties} == {seat_of(by)}
    assert len(asked) == 1 + 1  # and one for the seat
    assert sum(map(len, seen.values())) == sum(owed.who == "시" for owed in every)
    assert [duty.code for duty in seen[Bucket.OVERDUE]] == ["staff_changes", "plan_notice", "staff_changes"]
    of_all = agenda_of_party(by.jurisdiction, plan.pk, on=WEDNESDAY)
    assert sum(map(len, of_all.values())) == sum(owed.who == "조합" for owed in every)
    due_on = duties_of(plan).get(code="final_report").due_on
    assert due_on == date(2027, 3, 2)


def test_one_position_does_not_see_what_another_owes() -> None:
    city = a_city()
    first, second = an_officer(city), an_officer(city)
    tell([owed(WEDNESDAY)], {"시": seat_of(first)}, a_cooperative(first), first)
    assert buckets(first, WEDNESDAY) == {WEDNESDAY: Bucket.TODAY}
    assert buckets(second, WEDNESDAY) == {}


def test_another_city_sees_nothing_of_it() -> None:
    first, second = an_officer(), an_officer()
    tell([owed(WEDNESDAY)], {"시": seat_of(first)}, a_cooperative(first), first)
    assert not any(agenda(second.jurisdiction, [first.position], on=WEDNESDAY).values())


def test_who_acts_for_a_position_sees_its_duties_in_that_period() -> None:
    city = a_city()
    absent, deputy = an_officer(city), an_officer(city)
    tell([owed(WEDNESDAY)], {"시": seat_of(absent)}, a_cooperative(absent), absent)
    since, until = date(2026, 9, 14), date(2026, 9, 19)
    act_for(absent.position, deputy.position, (since, until), "출장", by=city, at=NOON, key=a_key())

    def seen(on: date) -> int:
        seats = [actor.position for actor in actors_of(deputy.person, on)]
        return sum(map(len, agenda(deputy.jurisdiction, seats, on=on).values()))

    assert [seen(date(2026, 9, day)) for day in (13, 14, 18, 19)] == [0, 1, 1, 0]


def test_a_duty_says_which_event_opened_and_which_did_it() -> None:
    by = an_officer()
    body = a_cooperative(by)
    (duty,) = tell([owed(WEDNESDAY)], {"시": seat_of(by)}, body, by)
    assert (duty.opened_by, duty.done_at) == ("plan.told", None)
    assert str(duty.pk) in Event.objects.get(name="plan.told", key=duty.opened_key).payload
    key = a_key()
    report(body.pk, "report", by=by, at=NOON, key=key)
    duty.refresh_from_db()
    assert (duty.done_by, duty.done_key, duty.done_at, duty.note) == (
        "plan.reported",
        key,
        NOON,
        "2027. 2. 26. 접수",
    )
    assert buckets(by, WEDNESDAY) == {}


def test_what_fulfils_nothing_closes_nothing() -> None:
    by = an_officer()
    body = a_cooperative(by)
    tell([owed(WEDNESDAY)], {"시": seat_of(by)}, body, by)
    report(body.pk, "other", by=by, at=NOON, key=a_key())
    assert buckets(by, WEDNESDAY) == {WEDNESDAY: Bucket.TODAY}


def test_a_day_whose_holidays_are_unknown_is_shown_as_such_and_never_as_overdue() -> None:
    by = an_officer()
    far = Owed(
        "report", "실적보고서 제출", "시", "지방보조금법 제17조제1항", Due(date(2030, 12, 31), months=2)
    )
    (duty,) = tell([far], {"시": seat_of(by)}, a_cooperative(by), by)
    assert (duty.due_on, duty.is_certain) == (date(2031, 2, 28), False)
    for on in (WEDNESDAY, date(2031, 2, 28), date(2031, 3, 31)):
        assert buckets(by, on) == {date(2031, 2, 28): Bucket.UNCERTAIN}


# ── refusals ─────────────────────────────────────────────────────────────────────────────────────────────


def test_a_duty_for_whom_nobody_is_named_is_refused() -> None:
    by = an_officer()
    body = a_cooperative(by)
    with refused(NobodyOwes) as caught:
        tell([owed(WEDNESDAY), owed(WEDNESDAY, who="중앙회")], {"시": seat_of(by)}, body, by)
    assert str(caught.value) == (
        "‘실적보고서 제출’을(를) 맡을 중앙회의 직책이 정해지지 않았습니다. 직책을 먼저 정해 주십시오."
    )


def test_the_same_duty_again_is_refused_while_it_is_open() -> None:
    by = an_officer()
    body, owners = a_cooperative(by), {"시": seat_of(by)}
    tell([owed(WEDNESDAY)], owners, body, by)
    with refused(AlreadyOwed) as caught:
        tell([owed(date(2026, 9, 17))], owners, body, by)
    assert "이미 할 일에 있습니다(기한 2026. 9. 16.)" in str(caught.value)
    tell([owed(WEDNESDAY, occasion="2027")], owners, body, by)
    report(body.pk, "report", by=by, at=NOON, key=a_key())
    assert len(tell([owed(WEDNESDAY)], owners, body, by)) == 3


def test_outside_an_action_nothing_is_opened() -> None:
    by = an_officer()
    body, owners = a_cooperative(by), {"시": seat_of(by)}
    with refused(OutsideAnAction):
        open_all([owed(WEDNESDAY)], owners=owners, of=body, holidays=holidays())
