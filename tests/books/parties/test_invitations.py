"""Invitations: what a code opens, once, for how long."""

from datetime import timedelta

import pytest
from django.db import connection

from majungmul.books.parties.actions.invitations import (
    invite,
)
from majungmul.books.parties.actions.joining import join
from majungmul.books.parties.actions.passwords import (
    TooShort,
)
from majungmul.books.parties.actions.people import LoginTaken
from majungmul.books.parties.models import Invitation
from majungmul.books.parties.queries import invitations as asked
from majungmul.books.parties.queries.positions import actors_of, holder_on
from majungmul.books.trail.models import Event, PersonalValue
from tests.books.parties.inviting import OTHER, PASSWORD, TODAY, a_seat, invited, joined
from tests.database import refused
from tests.given import NOON, a_city, a_key, an_officer

books = pytest.mark.django_db


# ── coming in ────────────────────────────────────────────────────────────────────────────────────────────


@books
def test_who_has_the_code_is_in_the_position_that_day() -> None:
    city = a_city()
    invitation = invited(city)
    person = joined(invitation, city)
    assert (person.name, person.login, person.check_password(PASSWORD)) == ("성춘향", "chunhyang", True)
    (actor,) = actors_of(person.pk, TODAY)
    assert actor.position == invitation.position_id
    assert Invitation.objects.get().used_at == NOON
    names = list(Event.objects.order_by("number").values_list("name", flat=True))
    assert names[-3:] == ["person.registered", "position.filled", "person.joined"]


@books
def test_a_code_is_taken_however_it_is_written() -> None:
    city = a_city()
    invitation = invited(city)
    assert len(invitation.code) == 12
    assert not set(invitation.code) & set("ILO01")
    written = f" {invitation.code.replace('-', ' ').lower()} "
    assert join(written, "chunhyang", PASSWORD, by=city, at=NOON, key=a_key()).name == "성춘향"


@books
def test_the_same_request_gives_the_same_sheet_and_another_one_takes_its_place() -> None:
    city = a_city()
    seat, key = a_seat(city), a_key()
    first = invite(seat, "성춘향", by=city, at=NOON, key=key)
    again = invite(seat, "성춘향", by=city, at=NOON, key=key)
    assert (first.pk, first.code) == (again.pk, again.code)
    later = invite(seat, "성춘향", by=city, at=NOON, key=a_key())
    assert later.code != first.code
    with refused(asked.InvitationWithdrawn):
        joined(first, city)
    assert joined(later, city)


@books
def test_of_the_code_only_a_hash_is_kept() -> None:
    city = a_city()
    invitation = invited(city)
    plain = asked.spelled(invitation.code)
    tables = ("parties_invitation", "trail_event", "trail_personalvalue")
    with connection.cursor() as cursor:
        for table in tables:
            cursor.execute(f"SELECT * FROM {table}")
            everything = "\n".join(map(repr, cursor.fetchall()))
            assert plain not in everything.replace("-", "")
            assert invitation.code not in everything
    assert not Event.objects.filter(name="invitation.made", payload__contains="성춘향").exists()
    assert PersonalValue.objects.filter(value__contains="성춘향").exists()


@books
def test_who_comes_into_a_position_that_is_held_takes_it_over() -> None:
    city = a_city()
    former = an_officer(city)
    invitation = invite(former.position, "성춘향", by=city, at=NOON, key=a_key())
    person = joined(invitation, city)
    assert holder_on(former.position, TODAY) == person
    assert holder_on(former.position, TODAY - timedelta(days=1)).pk == former.person  # type: ignore[union-attr]


@books
def test_sent_again_by_who_has_come_in_it_is_the_same_person_and_for_others_it_is_used() -> None:
    city = a_city()
    invitation = invited(city)
    person = joined(invitation, city)
    assert joined(invitation, city) == person
    with refused(asked.InvitationUsed):
        joined(invitation, city, "mongryong")
    with refused(asked.InvitationUsed):
        join(invitation.code, "chunhyang", OTHER, by=city, at=NOON, key=a_key())


@books
def test_what_is_typed_is_refused_and_the_code_is_good_still() -> None:
    city = a_city()
    invitation = invited(city)
    with refused(TooShort):
        join(invitation.code, "chunhyang", "짧음", by=city, at=NOON, key=a_key())
    with refused(LoginTaken):
        joined(invitation, city, "system")
    assert joined(invitation, city)


@books
def test_a_code_is_over_at_its_hour() -> None:
    city = a_city()
    invitation = invited(city, days=3)
    with refused(asked.InvitationExpired) as caught:
        joined(invitation, city, at=NOON + timedelta(days=3))
    assert "2018. 3. 5. 12:00까지였습니다" in str(caught.value)
    assert joined(invitation, city, at=NOON + timedelta(days=3, seconds=-1))


@books
def test_ten_wrong_codes_lock_the_one_that_begins_so_and_no_other() -> None:
    city = a_city()
    invitation, other = invited(city), invited(city)
    wrong = [f"{invitation.code[:10]}{a}{b}" for a in "ABCDEF" for b in "ABCDEF"]
    wrong = [code for code in wrong if code != invitation.code][:11]
    key = a_key()  # one key for all: each is counted all the same
    for code in wrong[:9]:
        with pytest.raises(asked.WrongInvitationCode):
            join(code, "chunhyang", PASSWORD, by=city, at=NOON, key=key)
    assert Invitation.objects.get(pk=invitation.pk).wrong_codes == 9
    with pytest.raises(asked.WrongInvitationCode):
        join(wrong[9], "chunhyang", PASSWORD, by=city, at=NOON, key=key)
    for code in (wrong[10], invitation.code):
        with refused(asked.InvitationLocked):
            join(code, "chunhyang", PASSWORD, by=city, at=NOON, key=a_key())
    assert joined(other, city)


@books
@pytest.mark.parametrize("code", ["", "ABCD", "가나다", "\x00", "ABCD-EFGH-JK" * 100])
def test_a_code_that_is_none_is_refused(code: str) -> None:
    city = a_city()
    invited(city)
    with refused(asked.WrongInvitationCode):
        join(code, "chunhyang", PASSWORD, by=city, at=NOON, key=a_key())
