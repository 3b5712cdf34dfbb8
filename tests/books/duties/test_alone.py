"""담당자가 직접: a duty added, finished and postponed by those who may, and by nobody else."""

from datetime import date, datetime

import pytest
from django.db import IntegrityError, connection
from django.db.utils import DatabaseError

from majungmul.books.duties.actions import add, finish, postpone
from majungmul.books.duties.models import Bucket, DueMove, Duty
from majungmul.books.duties.queries import agenda
from majungmul.books.duties.refusals import AlreadyDone, NotTheirDuty, SameDay
from majungmul.books.parties.actions.deputies import act_for
from majungmul.books.parties.queries.positions import actors_of
from majungmul.books.parties.queries.rows import NotHere
from majungmul.books.parties.require import NotAllowed, OtherOffice
from majungmul.books.parties.written import Empty, ResidentNumber, TooLong
from majungmul.books.trail.models import Event
from majungmul.values.actor import Actor
from majungmul.values.uuid7 import uuid7
from tests.database import refused
from tests.given import NOON, SEOUL, a_city, a_key, an_office, an_officer

pytestmark = pytest.mark.django_db

DAY = date(2026, 9, 16)


def a_duty(by: Actor, what: str = "현수막 시안 확인") -> Duty:
    return add(what, "실무", DAY, by.position, by=by, at=NOON, key=a_key())


def test_an_officer_writes_a_duty_of_the_own_position() -> None:
    by = an_officer()
    duty = a_duty(by)
    assert (duty.what, duty.basis, duty.due_on, duty.is_certain) == ("현수막 시안 확인", "실무", DAY, True)
    assert duty.opened_by == "duty.added"
    assert agenda(by.jurisdiction, [by.position], on=DAY)[Bucket.TODAY] == [duty]


def test_two_of_the_same_words_are_two() -> None:
    by = an_officer()
    assert a_duty(by) != a_duty(by)


def test_the_one_who_owes_it_finishes_it() -> None:
    by = an_officer()
    duty = finish(a_duty(by).pk, "", by=by, at=NOON, key=a_key())
    assert (duty.done_by, duty.done_at, duty.note) == ("duty.finished", NOON, "")


def test_the_one_who_acts_for_the_position_finishes_it_too() -> None:
    city = a_city()
    absent, deputy = an_officer(city), an_officer(city)
    duty = a_duty(absent)
    act_for(
        absent.position,
        deputy.position,
        (date(2018, 3, 1), date(2018, 4, 1)),
        "출장",
        by=city,
        at=NOON,
        key=a_key(),
    )
    _, acting = actors_of(deputy.person, date(2018, 3, 2))
    assert finish(duty.pk, "대신 확인", by=acting, at=NOON, key=a_key()).note == "대신 확인"
    event = Event.objects.filter(name="duty.finished").get()
    assert absent.title in event.payload


def test_a_postponed_duty_says_from_when_to_when_and_why() -> None:
    by = an_officer()
    duty = postpone(a_duty(by).pk, date(2026, 10, 4), "시장이 반납일을 정함", by=by, at=NOON, key=a_key())
    assert duty.due_on == date(2026, 10, 4)  # a Sunday: it was set, and stays
    move = DueMove.objects.get(duty=duty)
    assert (move.was_due_on, move.due_on, move.reason, move.holidays) == (
        DAY,
        date(2026, 10, 4),
        "시장이 반납일을 정함",
        None,
    )


# ── refusals ─────────────────────────────────────────────────────────────────────────────────────────────


def test_a_duty_needs_words_and_a_basis_and_no_resident_number() -> None:
    by = an_officer()
    for what, basis, refusal in [
        (" \u200b", "실무", Empty),
        ("확인", "", Empty),
        ("가" * 161, "실무", TooLong),
        ("홍길동 900101-1234567", "실무", ResidentNumber),
    ]:
        with refused(refusal):
            add(what, basis, DAY, by.position, by=by, at=NOON, key=a_key())


def test_a_move_needs_a_reason_and_another_day() -> None:
    by = an_officer()
    duty = a_duty(by)
    with refused(Empty) as caught:
        postpone(duty.pk, date(2026, 10, 4), " ", by=by, at=NOON, key=a_key())
    assert "‘사유’ 칸이 비어 있습니다" in str(caught.value)
    with refused(SameDay) as same:
        postpone(duty.pk, DAY, "연장", by=by, at=NOON, key=a_key())
    assert "기한은 이미 2026. 9. 16.입니다" in str(same.value)


def test_what_is_done_is_neither_done_again_nor_moved() -> None:
    by = an_officer()
    duty = a_duty(by)
    finish(duty.pk, "", by=by, at=datetime(2026, 9, 15, 23, 30, tzinfo=SEOUL), key=a_key())
    with refused(AlreadyDone) as caught:
        finish(duty.pk, "", by=by, at=NOON, key=a_key())
    assert "2026. 9. 15.에 이미 마친 일이라" in str(caught.value)
    with refused(AlreadyDone):
        postpone(duty.pk, date(2026, 10, 4), "연장", by=by, at=NOON, key=a_key())


def test_the_duty_of_another_position_is_not_finished() -> None:
    city = a_city()
    owner, other = an_officer(city), an_officer(city)
    duty = a_duty(owner)
    with refused(NotTheirDuty) as caught:
        finish(duty.pk, "", by=other, at=NOON, key=a_key())
    assert owner.title in str(caught.value)


def test_the_duty_of_another_office_and_of_another_city_is_not_touched() -> None:
    city = a_city()
    operator = an_officer(city, office=an_office(city).pk)
    duty = a_duty(an_officer(city))
    with refused(OtherOffice):
        finish(duty.pk, "", by=operator, at=NOON, key=a_key())
    with refused(OtherOffice):
        postpone(duty.pk, date(2026, 10, 4), "연장", by=operator, at=NOON, key=a_key())
    stranger = an_officer()
    for gone in (duty.pk, uuid7()):
        with refused(NotHere):
            finish(gone, "", by=stranger, at=NOON, key=a_key())


def test_an_auditor_adds_no_duty() -> None:
    city = a_city()
    auditor = an_officer(city, role="auditor", office=an_office(city, "audit").pk)
    with refused(NotAllowed):
        a_duty(auditor)


# ── raw SQL against the guards ───────────────────────────────────────────────────────────────────────────


def attack(statement: str) -> None:
    with pytest.raises(IntegrityError), connection.cursor() as cursor:
        cursor.execute(statement)


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM duties_duty",
        "UPDATE duties_duty SET due_on = '2030-01-01'",
        "UPDATE duties_duty SET done_at = NULL, done_by = ''",
        "UPDATE duties_duemove SET reason = 'x'",
        "DELETE FROM duties_duemove",
    ],
)
def test_raw_sql_removes_no_duty_and_changes_none_that_is_done(statement: str) -> None:
    by = an_officer()
    duty = postpone(a_duty(by).pk, date(2026, 10, 4), "연장", by=by, at=NOON, key=a_key())
    finish(duty.pk, "", by=by, at=NOON, key=a_key())
    attack(statement)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE duties_duty SET position_id = NULL",
        "UPDATE duties_duty SET what = ''",
        "UPDATE duties_duty SET basis = ''",
        "UPDATE duties_duty SET done_at = '2026-01-01T00:00:00'",
        "UPDATE duties_duty SET done_by = 'x'",
    ],
)
def test_an_open_duty_keeps_its_owner_its_words_and_its_basis(statement: str) -> None:
    a_duty(an_officer())
    attack(statement)


@pytest.mark.postgresql
@pytest.mark.parametrize("table", ["duties_duty", "duties_duemove", "duties_holidaychange"])
def test_no_table_is_emptied(table: str) -> None:
    with pytest.raises(DatabaseError), connection.cursor() as cursor:
        cursor.execute(f"TRUNCATE {table} CASCADE")
