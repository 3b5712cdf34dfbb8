"""What is personal stays out of the chain; no resident registration number is anywhere; cities are apart."""

import re
from collections.abc import Callable, Iterator
from datetime import date, datetime
from typing import TypedDict

import pytest
from django.db import connection

from majungmul.books.parties import models
from majungmul.books.parties.actions import (
    accounts,
    bodies,
    deputies,
    facts,
    invitations,
    merging,
    offices,
    passwords,
    people,
    sanctions,
    tenures,
)
from majungmul.books.parties.models import Dated, Organisation
from majungmul.books.parties.queries.bodies import by_number, find
from majungmul.books.parties.queries.positions import system_actor
from majungmul.books.parties.queries.rows import NotHere
from majungmul.books.trail.models import Event, PersonalValue
from majungmul.books.trail.recorded import Recorded
from majungmul.values.actor import Actor
from majungmul.values.resident_number import dashed_in, found_in
from tests.books.parties.story import PERSONAL, SUMMER, City, a_whole_city
from tests.database import refused
from tests.given import NOON, a_business_number, a_key

pytestmark = pytest.mark.django_db

# ── the whole database ───────────────────────────────────────────────────────────────────────────────────


def columns() -> Iterator[tuple[str, str]]:
    """Every column of every table."""
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            for column in connection.introspection.get_table_description(cursor, table):
                yield table, column.name


def values() -> Iterator[tuple[str, str]]:
    """Every value of every row of every table, as text."""
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            yield from ((table, str(value)) for row in cursor.fetchall() for value in row)


def columns_for_resident_numbers() -> list[str]:
    named = re.compile("resident|rrn|jumin|ssn|birth|national_id|주민")
    return [f"{table}.{column}" for table, column in columns() if named.search(column.lower())]


def resident_numbers() -> list[str]:
    return [f"{table}: {value}" for table, value in values() if dashed_in(value)]


def test_no_resident_number_is_anywhere() -> None:
    a_whole_city()
    assert len(list(values())) > 1000
    assert columns_for_resident_numbers() == []
    assert resident_numbers() == []


def test_a_planted_resident_number_is_found() -> None:
    a_whole_city()
    with connection.cursor() as cursor:
        cursor.execute("UPDATE parties_office SET name = '홍길동 900101-1234567' WHERE code = 'city'")
        cursor.execute("CREATE TABLE planted (resident_number varchar(14))")
    assert resident_numbers() == ["parties_office: 홍길동 900101-1234567"]
    assert columns_for_resident_numbers() == ["planted.resident_number"]


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("900101-1234567", True),
        ("(900101 - 1234567)", True),
        ("９００１０１－１２３４５６７", True),
        ("900101–2234567", True),
        ("9001011234567", True),
        ("900101 1234567", True),
        ("901301-1234567", False),  # no 13th month
        ("900132-1234567", False),  # no 32nd day
        ("900101-12345678", False),
        ("1900101-1234567", False),
        ("9001019234567", False),
        ("02-000-0000", False),
        ("20180302-41000000", False),
    ],
)
def test_the_shape_of_a_resident_number(text: str, is_one: bool) -> None:  # noqa: FBT001 - an example
    assert found_in(text) is is_one


# ── the chain ────────────────────────────────────────────────────────────────────────────────────────────


def test_nothing_personal_is_in_the_chain_and_all_of_it_is_kept_beside() -> None:
    city = a_whole_city()
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM trail_event")
        chain = "\n".join(str(value) for row in cursor.fetchall() for value in row)
    for personal in (*PERSONAL, city.body.business_number):
        assert personal not in chain
        assert PersonalValue.objects.filter(value__contains=personal).exists()
    for public in ("가상흄관공업협동조합", "이사장", "주무관", "거짓 신청"):  # control: the search does find
        assert public in chain


def test_every_action_of_parties_is_in_the_story() -> None:
    city = a_whole_city()
    passwords.set_password(city.person.pk, "한 바가지 마중물을 붓고", by=city.system, at=NOON, key=a_key())
    told = set(Event.objects.filter(jurisdiction=city.system.jurisdiction).values_list("name", flat=True))
    verbs = [
        "founded",
        "registered",
        "filled",
        "handed_over",
        "acted_for",
        "deactivated",
        "password_set",
        "renamed",
        "alias_added",
    ]
    verbs += ["changed", "moved", "entered", "confirmed", "merged", "imposed", "lifted", "made"]
    assert {name.partition(".")[2] for name in told} == set(verbs)


def test_what_is_personal_is_named_for_every_table() -> None:
    of_people = {"name", "login", "email", "phone", "number", "holder", "text", "business_number"}
    public = {
        (row, "name") for row in (models.Jurisdiction, models.Office, models.Organisation, models.Alias)
    }
    for row in Recorded.__subclasses__() + Dated.__subclasses__():
        if row.__module__.startswith(models.__name__) and not row._meta.abstract:
            fields = {field.name for field in row._meta.concrete_fields}
            personal = {name for name in of_people & fields if (row, name) not in public}
            assert personal <= row.PERSONAL


# ── two cities ───────────────────────────────────────────────────────────────────────────────────────────


def test_two_cities_have_the_same_names_and_see_their_own() -> None:
    one, other = a_whole_city(), a_whole_city()
    for city in (one, other):
        jurisdiction = city.system.jurisdiction
        assert find(jurisdiction, "흄관(조)").same == [city.body]
        assert find(jurisdiction, "흄관협동조합").alike == [city.body]
        assert system_actor(jurisdiction, SUMMER) == city.system
        assert by_number(jurisdiction, city.body.business_number) == city.body
    assert by_number(one.system.jurisdiction, other.body.business_number) is None
    assert Organisation.objects.of(one.system.jurisdiction).count() == 2


Act = Callable[[City, Actor], object]
ON = date(2018, 8, 1)


class Asked(TypedDict):
    """Who asks, when, under which key."""

    by: Actor
    at: datetime
    key: str


def asked(by: Actor) -> Asked:
    return {"by": by, "at": NOON, "key": a_key()}


FOREIGN: tuple[Act, ...] = (
    lambda its, by: offices.new_position(its.system.office, "x", "x", "officer", **asked(by)),
    lambda its, by: people.new_person(its.system.office, "someone", "x", **asked(by)),
    lambda its, by: people.deactivate(its.person.pk, **asked(by)),
    lambda its, by: passwords.set_password(its.person.pk, "마중물" * 4, **asked(by)),
    lambda its, by: passwords.upgrade_password(its.person.pk, "x", **asked(by)),
    lambda its, by: tenures.appoint(its.position.pk, its.person.pk, ON, **asked(by)),
    lambda its, by: tenures.hand_over(its.position.pk, its.person.pk, ON, **asked(by)),
    lambda its, by: tenures.vacate(its.position.pk, ON, **asked(by)),
    lambda its, by: deputies.act_for(its.position.pk, its.head.position, (ON, None), "x", **asked(by)),
    lambda its, by: invitations.invite(its.position.pk, "x", **asked(by)),
    lambda its, by: invitations.make_reset_code(its.person.pk, **asked(by)),
    lambda its, by: invitations.withdraw_invitation(its.invitation.pk, **asked(by)),
    lambda its, by: invitations.open_office_for_body(its.body.pk, "x", **asked(by)),
    lambda its, by: deputies.end_acting(its.acting.pk, ON, **asked(by)),
    lambda its, by: bodies.rename(its.body.pk, "x", **asked(by)),
    lambda its, by: bodies.add_alias(its.body.pk, "x", **asked(by)),
    lambda its, by: bodies.enter_business_number(its.body.pk, a_business_number(), **asked(by)),
    lambda its, by: facts.new_representative(its.body.pk, "x", "x", ON, **asked(by)),
    lambda its, by: facts.move(its.body.pk, "x", ON, **asked(by)),
    lambda its, by: accounts.enter_account(its.body.pk, "x", "00000000", "x", **asked(by)),
    lambda its, by: accounts.confirm_account(its.account.pk, **asked(by)),
    lambda its, by: merging.merge(its.merged.pk, its.body.pk, "x", **asked(by)),
    lambda its, by: sanctions.sanction(its.body.pk, "barred", (ON, None), "x", "x", **asked(by)),
    lambda its, by: sanctions.lift(its.sanction.pk, ON, "x", **asked(by)),
)


def test_nothing_of_another_city_is_there_to_act_on() -> None:
    one, other = a_whole_city(), a_whole_city()
    for act in FOREIGN:
        for actor in (one.system, one.officer, one.head):
            with refused(NotHere):
                act(other, actor)
