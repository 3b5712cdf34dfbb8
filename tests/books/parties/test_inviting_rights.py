"""Invitations: who may make them; a forgotten password; guards, and many at once."""

from datetime import timedelta
from functools import partial

import pytest
from django.db import DatabaseError, connection, transaction  # noqa: TID251 - raw SQL in a savepoint

from majungmul.books.parties.actions.invitations import (
    EndedInvitation,
    TooManyDays,
    invite,
    invite_administrator,
    make_reset_code,
    open_office,
    open_office_for_body,
    withdraw_invitation,
)
from majungmul.books.parties.actions.joining import join, reset_by_code
from majungmul.books.parties.actions.merging import merge
from majungmul.books.parties.actions.offices import SystemsOwn, WhoseOffice
from majungmul.books.parties.actions.passwords import (
    SamePassword,
    WrongPassword,
    change_own_password,
)
from majungmul.books.parties.actions.people import deactivate
from majungmul.books.parties.actions.tenures import Occupied
from majungmul.books.parties.models import Person
from majungmul.books.parties.queries import invitations as asked
from majungmul.books.parties.queries.positions import actors_of, system_actor
from majungmul.books.parties.queries.rows import NotHere
from majungmul.books.parties.require import NotAllowed, OtherOffice, PersonLeft
from tests.books.parties.inviting import MANY, OTHER, PASSWORD, TODAY, a_seat, invited, joined
from tests.database import Scratch, at_once, refused
from tests.given import NOON, a_city, a_cooperative, a_key, an_office, an_officer

books = pytest.mark.django_db


# ── who may ──────────────────────────────────────────────────────────────────────────────────────────────


@books
def test_administrators_invite_into_their_own_office_and_nobody_else_does() -> None:
    city = a_city()
    operator = an_office(city)
    administrator = an_officer(city, role="administrator", office=operator.pk)
    seat = a_seat(city, operator.pk)
    assert invite(seat, "성춘향", by=administrator, at=NOON, key=a_key()).code
    officer, elsewhere = an_officer(city, office=operator.pk), an_officer(city, role="administrator")
    for by, why in ((officer, NotAllowed), (elsewhere, OtherOffice), (a_city(), NotHere)):
        with refused(why):
            invite(seat, "성춘향", by=by, at=NOON, key=a_key())


@books
def test_the_systems_position_and_an_endless_invitation_are_refused() -> None:
    city = a_city()
    with refused(SystemsOwn):
        invite(city.position, "성춘향", by=city, at=NOON, key=a_key())
    seat = a_seat(city)
    for days in (0, -1, 31):
        with refused(TooManyDays):
            invite(seat, "성춘향", days, by=city, at=NOON, key=a_key())


@books
def test_an_operators_officer_opens_a_bodys_office_and_its_bookkeeper_is_in() -> None:
    city = a_city()
    officer = an_officer(city, office=an_office(city).pk)
    body = a_cooperative(officer)
    invitation = open_office_for_body(body.pk, "성춘향", by=officer, at=NOON, key=a_key())
    person = joined(invitation, city)
    assert (person.office.kind, person.office.organisation, person.office.name) == (
        "applicant",
        body,
        body.name,
    )
    assert [actor.title for actor in actors_of(person.pk, TODAY)] == ["담당자"]
    second = open_office_for_body(body.pk, "이몽룡", "회계 담당", by=officer, at=NOON, key=a_key())
    other = joined(second, city, "mongryong")
    assert other.office == person.office
    assert second.position_id != invitation.position_id
    successor = open_office_for_body(body.pk, "향단이", by=officer, at=NOON, key=a_key())
    assert successor.position_id == invitation.position_id


@books
def test_a_body_itself_invites_nobody_and_a_merged_one_is_refused() -> None:
    city = a_city()
    officer = an_officer(city)
    body, gone = a_cooperative(officer), a_cooperative(officer)
    person = joined(open_office_for_body(body.pk, "성춘향", by=officer, at=NOON, key=a_key()), city)
    (own,) = actors_of(person.pk, TODAY)
    others = [an_officer(city, role=role) for role in ("auditor", "administrator")]
    for by in (own, *others):
        with refused(NotAllowed):
            open_office_for_body(body.pk, "이몽룡", by=by, at=NOON, key=a_key())
    merge(gone.pk, body.pk, "같은 단체", by=officer, at=NOON, key=a_key())
    with pytest.raises(Exception, match="합쳐"):
        open_office_for_body(gone.pk, "이몽룡", by=officer, at=NOON, key=a_key())


@books
def test_an_invitation_is_withdrawn_once() -> None:
    city = a_city()
    officer = an_officer(city)
    invitation = open_office_for_body(a_cooperative(officer).pk, "성춘향", by=officer, at=NOON, key=a_key())
    elsewhere, own = an_officer(city, role="administrator", office=an_office(city).pk), invited(city)
    with refused(OtherOffice):
        withdraw_invitation(own.pk, by=elsewhere, at=NOON, key=a_key())
    withdraw_invitation(invitation.pk, by=officer, at=NOON, key=a_key())
    with refused(EndedInvitation):
        withdraw_invitation(invitation.pk, by=officer, at=NOON, key=a_key())
    with refused(asked.InvitationWithdrawn):
        joined(invitation, city)


@books
def test_open_invitations_are_listed_until_they_end() -> None:
    city = a_city()
    officer = an_officer(city)
    own, bodys = (
        invited(city),
        open_office_for_body(a_cooperative(officer).pk, "성춘향", by=officer, at=NOON, key=a_key()),
    )
    assert asked.invitations_of([city.office], NOON) == [own]
    assert asked.invitations_of_bodies(city.jurisdiction, NOON) == [bodys]
    assert asked.invitations_of([city.office], NOON + timedelta(days=14)) == []


# ── a forgotten password ─────────────────────────────────────────────────────────────────────────────────


@books
def test_a_forgotten_password_is_set_anew_once() -> None:
    city = a_city()
    person = joined(invited(city), city)
    administrator = an_officer(city, role="administrator")
    sheet = make_reset_code(person.pk, by=administrator, at=NOON, key=a_key())
    assert reset_by_code(sheet.code, OTHER, by=city, at=NOON, key=a_key()).check_password(OTHER)
    assert reset_by_code(sheet.code, OTHER, by=city, at=NOON, key=a_key()) == person
    with refused(asked.InvitationUsed):
        reset_by_code(sheet.code, PASSWORD, by=city, at=NOON, key=a_key())
    with refused(asked.WrongInvitationCode):
        joined(sheet, city, "mongryong")


@books
def test_a_reset_code_lasts_three_days_and_not_for_who_left() -> None:
    city = a_city()
    person = joined(invited(city), city)
    sheet = make_reset_code(person.pk, by=city, at=NOON, key=a_key())
    with refused(asked.InvitationExpired):
        reset_by_code(sheet.code, OTHER, by=city, at=NOON + timedelta(days=3), key=a_key())
    deactivate(person.pk, by=city, at=NOON, key=a_key())
    for attempt in (
        lambda: reset_by_code(sheet.code, OTHER, by=city, at=NOON, key=a_key()),
        lambda: make_reset_code(person.pk, by=city, at=NOON, key=a_key()),
    ):
        with refused(PersonLeft):
            attempt()
    with refused(SystemsOwn):
        make_reset_code(city.person, by=city, at=NOON, key=a_key())


@books
def test_who_may_make_a_reset_code() -> None:
    city = a_city()
    operator = an_office(city)
    officer = an_officer(city, office=operator.pk)
    body = open_office_for_body(a_cooperative(officer).pk, "성춘향", by=officer, at=NOON, key=a_key())
    person = joined(body, city)
    assert make_reset_code(person.pk, by=officer, at=NOON, key=a_key()).code
    colleague = an_officer(city, office=operator.pk)
    with refused(NotAllowed):
        make_reset_code(colleague.person, by=officer, at=NOON, key=a_key())


@books
def test_ones_own_password_is_changed_by_who_knows_it() -> None:
    city = a_city()
    person = joined(invited(city), city)
    (own,) = actors_of(person.pk, TODAY)
    with refused(WrongPassword):
        change_own_password("아무것이나 적었음", OTHER, by=own, at=NOON, key=a_key())
    with refused(SamePassword):
        change_own_password(PASSWORD, PASSWORD, by=own, at=NOON, key=a_key())
    key = a_key()
    for _ in range(2):  # sent twice, it is done once
        assert change_own_password(PASSWORD, OTHER, by=own, at=NOON, key=key).check_password(OTHER)


# ── guards, and many at once ─────────────────────────────────────────────────────────────────────────────


@books
@pytest.mark.parametrize(
    "change", ["until = made_at", "handle = 'XXXX'", "code_hash = 'x'", "used_at = NULL"]
)
def test_raw_sql_cannot_change_what_was_used(change: str) -> None:
    city = a_city()
    joined(invited(city), city)
    stopped = pytest.raises(DatabaseError, match="guard_parties_invitation_stays")
    with stopped, transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"UPDATE parties_invitation SET {change}")
    with connection.cursor() as cursor:  # control: what may change does
        cursor.execute("UPDATE parties_invitation SET name = ''")
        assert cursor.rowcount == 1


def test_of_many_who_join_with_one_code_one_is_in(scratch: Scratch) -> None:
    assert scratch
    city = a_city()
    invitation = invited(city)
    calls = [
        partial(join, invitation.code, f"gasang.{n}", PASSWORD, by=city, at=NOON, key=a_key())
        for n in range(MANY)
    ]
    got = at_once(calls)
    assert sorted(type(each).__name__ for each in got) == ["InvitationUsed"] * (MANY - 1) + ["Person"]
    assert Person.objects.of(city.jurisdiction).filter(name="성춘향").count() == 1
    assert system_actor(city.jurisdiction, TODAY) == city


# ── other offices ────────────────────────────────────────────────────────────────────────────────────────


@books
def test_the_citys_administrator_opens_an_operators_office_with_its_body() -> None:
    city = a_city()
    administrator = an_officer(city, role="administrator")
    invitation = open_office("operator", "가상중앙회", "", "성춘향", by=administrator, at=NOON, key=a_key())
    office = invitation.office
    assert (office.kind, office.organisation and office.organisation.name) == ("operator", "가상중앙회")
    joined(invitation, city)
    (actor,) = actors_of(Person.objects.get(login="chunhyang").pk, TODAY)
    assert invite(a_seat(actor), "이몽룡", by=actor, at=NOON, key=a_key()).code
    audit = open_office("audit", "가상감사관", "", "향단이", by=administrator, at=NOON, key=a_key())
    assert audit.office.organisation is None


@books
def test_nobody_else_opens_an_office_and_none_for_applicants() -> None:
    city = a_city()
    operator = an_office(city)
    officer, theirs = an_officer(city), an_officer(city, role="administrator", office=operator.pk)
    for by in (officer, theirs):
        with refused(NotAllowed):
            open_office("operator", "가상중앙회", "", "성춘향", by=by, at=NOON, key=a_key())
        with refused(NotAllowed):
            invite_administrator(operator.pk, "성춘향", by=by, at=NOON, key=a_key())
    administrator = an_officer(city, role="administrator")
    with refused(WhoseOffice):
        open_office("applicant", "가상조합", "", "성춘향", by=administrator, at=NOON, key=a_key())


@books
def test_an_administrator_is_invited_where_there_is_none_and_nobodys_place_is_taken() -> None:
    city = a_city()
    administrator = an_officer(city, role="administrator")
    lost = open_office("operator", "가상중앙회", "", "성춘향", by=administrator, at=NOON, key=a_key())
    again = invite_administrator(lost.office_id, "성춘향", by=administrator, at=NOON, key=a_key())
    assert again.position == lost.position
    with refused(asked.InvitationWithdrawn):
        joined(lost, city)
    joined(again, city)
    with refused(Occupied):
        invite_administrator(lost.office_id, "이몽룡", by=administrator, at=NOON, key=a_key())
    body = open_office_for_body(
        a_cooperative(an_officer(city)).pk, "향단이", by=an_officer(city), at=NOON, key=a_key()
    )
    with refused(NotHere):
        invite_administrator(body.office_id, "향단이", by=administrator, at=NOON, key=a_key())
