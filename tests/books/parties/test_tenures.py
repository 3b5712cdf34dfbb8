"""Who holds a position: 발령, 인사이동, 보직 해제."""

import json
from datetime import date, timedelta

import pytest

from majungmul.books.parties.actions.deputies import act_for
from majungmul.books.parties.actions.offices import SystemsOwn, new_position
from majungmul.books.parties.actions.people import new_person
from majungmul.books.parties.actions.succession import LaterAlready
from majungmul.books.parties.actions.tenures import (
    HeldAlready,
    Occupied,
    OfAnotherOffice,
    Vacant,
    appoint,
    hand_over,
    vacate,
)
from majungmul.books.parties.models import Person, Position, Tenure
from majungmul.books.parties.queries.positions import actors_of, holder_on, open_of
from majungmul.books.parties.queries.rows import NotHere
from majungmul.books.parties.require import NotAllowed, OtherOffice, PositionEnded, SamePerson
from majungmul.books.trail.models import Event
from majungmul.values.actor import Actor
from tests.database import refused
from tests.given import NOON, a_city, a_cooperative, a_key, an_office, an_officer

pytestmark = pytest.mark.django_db

JULY = date(2018, 7, 1)
DAY = timedelta(days=1)


def a_seat(city: Actor, code: str = "clerk") -> Position:
    return new_position(city.office, code, "지역경제 주무관", "officer", by=city, at=NOON, key=a_key())


def a_person(city: Actor, login: str) -> Person:
    return new_person(city.office, login, f"홍{login}", by=city, at=NOON, key=a_key())


def test_a_person_holds_a_position_from_a_day() -> None:
    city = a_city()
    seat, kim = a_seat(city), a_person(city, "gasang-kim")
    tenure = appoint(seat.pk, kim.pk, JULY, by=city, at=NOON, key=a_key())
    assert (tenure.since, tenure.until) == (JULY, None)
    assert holder_on(seat.pk, JULY - DAY) is None
    assert holder_on(seat.pk, JULY) == kim
    (actor,) = actors_of(kim.pk, JULY)
    assert (actor.position, actor.title, actor.for_title) == (seat.pk, "지역경제 주무관", "")
    assert (actor.office, actor.name, actor.jurisdiction) == (city.office, "홍gasang-kim", city.jurisdiction)


def test_a_hand_over_ends_one_tenure_and_begins_another_in_one_event() -> None:
    city = a_city()
    former = an_officer(city)
    lee = a_person(city, "gasang-lee")
    tenure = hand_over(former.position, lee.pk, JULY, by=city, at=NOON, key=a_key())
    assert (tenure.person, tenure.since) == (lee, JULY)
    assert Tenure.objects.get(person=former.person).until == JULY
    assert holder_on(former.position, JULY - DAY) == Person.objects.get(pk=former.person)
    assert holder_on(former.position, JULY) == lee
    event = Event.objects.filter(jurisdiction=city.jurisdiction).order_by("-number")[0]
    assert event.name == "position.handed_over"
    assert [change["model"] for change in json.loads(event.payload)["changes"]] == ["parties.tenure"] * 2


def test_rights_go_with_the_position() -> None:
    city = a_city()
    former = an_officer(city)
    lee = a_person(city, "gasang-lee")
    hand_over(former.position, lee.pk, JULY, by=city, at=NOON, key=a_key())
    (later,) = actors_of(lee.pk, JULY)
    assert a_cooperative(former).pk  # NOON is before July
    july = NOON.replace(month=7, day=1)
    with refused(PositionEnded) as caught:
        vacate(former.position, JULY, by=former, at=july, key=a_key())
    assert str(caught.value) == (
        f"‘{former.title}’ 보직은 2018. 6. 30.에 끝났습니다. "
        "지금 맡은 직책을 골라 다시 하거나, 후임자에게 넘겨 주십시오."
    )
    with refused(NotAllowed):
        vacate(former.position, JULY, by=later, at=july, key=a_key())


def test_what_is_open_goes_with_the_position() -> None:
    city = a_city()
    head, clerk = an_officer(city, role="approver"), an_officer(city)
    days = (date(2018, 6, 1), date(2018, 8, 1))
    acting = act_for(head.position, clerk.position, days, "출장", by=city, at=NOON, key=a_key())
    lee = a_person(city, "gasang-lee")
    hand_over(clerk.position, lee.pk, JULY, by=city, at=NOON, key=a_key())
    assert open_of(clerk.position, JULY) == open_of(head.position, JULY) == [acting]
    assert open_of(clerk.position, days[1]) == []
    assert [actor.for_title for actor in actors_of(lee.pk, JULY)] == ["", head.title]
    assert actors_of(clerk.person, JULY) == []


def test_a_mistake_of_the_day_is_taken_back() -> None:
    """Handed over to the wrong person: handed over again from the same day, and the first never held it."""
    city = a_city()
    former = an_officer(city)
    wrong, right = a_person(city, "gasang-wrong"), a_person(city, "gasang-right")
    hand_over(former.position, wrong.pk, JULY, by=city, at=NOON, key=a_key())
    hand_over(former.position, right.pk, JULY, by=city, at=NOON, key=a_key())
    assert holder_on(former.position, JULY) == right
    assert Tenure.objects.get(person=wrong).never_held
    assert actors_of(wrong.pk, JULY) == []


def test_a_position_is_vacated_and_filled_again() -> None:
    city = a_city()
    former = an_officer(city)
    vacate(former.position, JULY, by=city, at=NOON, key=a_key())
    assert holder_on(former.position, JULY) is None
    lee = a_person(city, "gasang-lee")
    appoint(former.position, lee.pk, JULY, by=city, at=NOON, key=a_key())
    assert holder_on(former.position, JULY) == lee


# ── refused ──────────────────────────────────────────────────────────────────────────────────────────────


def test_a_position_has_one_holder() -> None:
    city = a_city()
    holder, other = an_officer(city), a_person(city, "gasang-lee")
    with refused(Occupied) as caught:
        appoint(holder.position, other.pk, JULY, by=city, at=NOON, key=a_key())
    assert str(caught.value) == (
        f"‘{holder.title}’은(는) 그날 {holder.name} 님이 맡고 있습니다. 인사이동으로 넘겨 주십시오."
    )


def test_nothing_is_entered_before_what_comes_later() -> None:
    city = a_city()
    seat, kim, lee = a_seat(city), a_person(city, "gasang-kim"), a_person(city, "gasang-lee")
    appoint(seat.pk, kim.pk, JULY, by=city, at=NOON, key=a_key())
    with refused(LaterAlready) as caught:
        appoint(seat.pk, lee.pk, JULY - DAY, by=city, at=NOON, key=a_key())
    assert str(caught.value) == (
        "2018. 7. 1.부터의 보직 기록이 이미 있습니다. 그보다 늦은 날을 적거나, 그 기록을 먼저 고쳐 주십시오."
    )


def test_a_vacant_position_is_not_handed_over() -> None:
    city = a_city()
    seat, kim = a_seat(city), a_person(city, "gasang-kim")
    with refused(Vacant) as caught:
        hand_over(seat.pk, kim.pk, JULY, by=city, at=NOON, key=a_key())
    assert str(caught.value) == (
        "‘지역경제 주무관’은(는) 2018. 7. 1.에 맡은 사람이 없습니다. 발령으로 사람을 정해 주십시오."
    )
    with refused(Vacant):
        vacate(seat.pk, JULY, by=city, at=NOON, key=a_key())


def test_nobody_hands_over_to_the_holder() -> None:
    city = a_city()
    holder = an_officer(city)
    with refused(HeldAlready):
        hand_over(holder.position, holder.person, JULY, by=city, at=NOON, key=a_key())


def test_the_systems_position_is_nobodys() -> None:
    city = a_city()
    kim, administrator = a_person(city, "gasang-kim"), an_officer(city, role="administrator")
    with refused(SystemsOwn):
        hand_over(city.position, kim.pk, JULY, by=city, at=NOON, key=a_key())
    with refused(SystemsOwn):
        vacate(city.position, JULY, by=administrator, at=NOON, key=a_key())


def test_people_of_another_office_or_city_are_not_appointed() -> None:
    city = a_city()
    seat, operator = a_seat(city), an_office(city)
    theirs, elsewhere = an_officer(city, office=operator.pk), an_officer()
    with refused(OfAnotherOffice) as caught:
        appoint(seat.pk, theirs.person, JULY, by=city, at=NOON, key=a_key())
    assert str(caught.value) == (
        f"{theirs.name} 님은 이 기관의 사람이 아닙니다. 이 기관에 등록된 사람을 골라 주십시오."
    )
    with refused(NotHere):
        appoint(seat.pk, elsewhere.person, JULY, by=city, at=NOON, key=a_key())
    with refused(NotHere):
        appoint(elsewhere.position, theirs.person, JULY, by=city, at=NOON, key=a_key())


def test_an_administrator_appoints_others_of_the_own_office() -> None:
    city = a_city()
    administrator, operator = an_officer(city, role="administrator"), an_office(city)
    seat, kim = a_seat(city), a_person(city, "gasang-kim")
    with refused(SamePerson) as caught:
        appoint(seat.pk, administrator.person, JULY, by=administrator, at=NOON, key=a_key())
    assert str(caught.value) == ("같은 사람이 두 일을 모두 할 수 없습니다. 다른 사람이 하도록 넘겨 주십시오.")
    assert appoint(seat.pk, kim.pk, JULY, by=administrator, at=NOON, key=a_key()).person == kim
    theirs = an_officer(city, office=operator.pk)
    with refused(OtherOffice):
        vacate(theirs.position, JULY, by=administrator, at=NOON, key=a_key())
