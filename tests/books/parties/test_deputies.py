"""대결·직무대리: one position acts for another, for a time, and whatever it decides says so."""

import json
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from majungmul.books.parties.actions.deputies import (
    ActedForAlready,
    EndedAlready,
    ForItself,
    act_for,
    end_acting,
)
from majungmul.books.parties.actions.offices import SystemsOwn
from majungmul.books.parties.actions.sanctions import sanction
from majungmul.books.parties.actions.tenures import vacate
from majungmul.books.parties.models import Acting, Organisation, Sanction
from majungmul.books.parties.queries.positions import actors_of, deputy_on
from majungmul.books.parties.queries.rows import NotHere
from majungmul.books.parties.require import NotActing, NotAllowed, OtherOffice
from majungmul.books.parties.written import Empty
from majungmul.books.trail.models import Event
from majungmul.values.actor import Actor
from majungmul.values.period import EndsBeforeStart
from tests.database import refused
from tests.given import NOON, SEOUL, a_city, a_cooperative, a_key, an_office, an_officer

pytestmark = pytest.mark.django_db

JUNE, AUGUST = date(2018, 6, 1), date(2018, 8, 1)
DAY = timedelta(days=1)


def noon_of(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 12, tzinfo=SEOUL)


def head_and_clerk(city: Actor) -> tuple[Actor, Actor]:
    return an_officer(city, role="approver"), an_officer(city)


def a_deputyship(city: Actor, head: Actor, clerk: Actor) -> Acting:
    return act_for(head.position, clerk.position, (JUNE, AUGUST), "출장", by=city, at=NOON, key=a_key())


def barred(body: Organisation, by: Actor, on: date) -> Sanction:
    """What a head may, and a clerk may not."""
    article = "지방보조금법 제32조제1항"
    return sanction(body.pk, "barred", (on, None), article, "거짓 신청", by=by, at=noon_of(on), key=a_key())


def test_the_deputy_acts_in_its_period_only() -> None:
    city = a_city()
    head, clerk = head_and_clerk(city)
    a_deputyship(city, head, clerk)
    assert [actor.for_title for actor in actors_of(clerk.person, JUNE - DAY)] == [""]
    assert [actor.for_title for actor in actors_of(clerk.person, JUNE)] == ["", head.title]
    assert [actor.for_title for actor in actors_of(clerk.person, AUGUST - DAY)] == ["", head.title]
    assert [actor.for_title for actor in actors_of(clerk.person, AUGUST)] == [""]
    deputy = deputy_on(head.position, JUNE)
    assert deputy is not None
    assert deputy.pk == clerk.position
    assert deputy_on(head.position, AUGUST) is None


def test_the_actor_has_the_right_of_one_position_and_the_title_of_another() -> None:
    city = a_city()
    head, clerk = head_and_clerk(city)
    a_deputyship(city, head, clerk)
    acting = actors_of(clerk.person, JUNE)[1]
    assert (acting.position, acting.title, acting.for_title) == (head.position, clerk.title, head.title)
    assert acting.person == clerk.person
    barred(a_cooperative(clerk), acting, JUNE)
    said = json.loads(Event.objects.get(jurisdiction=city.jurisdiction, name="sanction.imposed").payload)
    assert (said["title"], said["for_title"]) == (clerk.title, head.title)


def test_what_the_clerk_may_not_the_deputy_may_in_the_period() -> None:
    city = a_city()
    head, clerk = head_and_clerk(city)
    a_deputyship(city, head, clerk)
    body = a_cooperative(clerk)
    with refused(NotAllowed) as caught:
        barred(body, clerk, JUNE)
    assert str(caught.value) == (
        "‘제재’은(는) 시의 결재권자의 일입니다. "
        f"지금 직책(‘{clerk.title}’)으로는 할 수 없으니 그쪽에 요청해 주십시오."
    )
    assert barred(body, actors_of(clerk.person, JUNE)[1], JUNE).since == JUNE
    assert barred(body, actors_of(clerk.person, JUNE)[1], AUGUST - DAY).since == AUGUST - DAY


def test_outside_the_period_the_deputy_is_refused() -> None:
    city = a_city()
    head, clerk = head_and_clerk(city)
    a_deputyship(city, head, clerk)
    acting, body = actors_of(clerk.person, JUNE)[1], a_cooperative(clerk)
    for on in (JUNE - DAY, AUGUST):
        with refused(NotActing) as caught:
            barred(body, acting, on)
        assert str(caught.value) == (
            f"지금은 ‘{head.title}’의 대결·직무대리 기간이 아닙니다. "
            "본래 직책을 골라 다시 하거나, 기관의 관리자에게 대리 지정을 요청해 주십시오."
        )


def test_who_left_the_deputy_position_acts_no_longer() -> None:
    city = a_city()
    head, clerk = head_and_clerk(city)
    a_deputyship(city, head, clerk)
    acting, body = actors_of(clerk.person, JUNE)[1], a_cooperative(clerk)
    vacate(clerk.position, JUNE + DAY, by=city, at=NOON, key=a_key())
    assert barred(body, acting, JUNE).since == JUNE
    with refused(NotActing):
        barred(body, acting, JUNE + DAY)


def test_nobody_claims_to_act_without_a_deputyship() -> None:
    city = a_city()
    head, clerk = head_and_clerk(city)
    body = a_cooperative(clerk)
    forged = replace(clerk, position=head.position, for_title=head.title)
    with refused(NotActing):
        barred(body, forged, JUNE)


def test_acting_is_not_handed_on() -> None:
    """The clerk acts for the head, and the intern for the clerk: the intern does not act for the head."""
    city = a_city()
    head, clerk = head_and_clerk(city)
    intern = an_officer(city)
    a_deputyship(city, head, clerk)
    act_for(clerk.position, intern.position, (JUNE, AUGUST), "휴가", by=city, at=NOON, key=a_key())
    acting = actors_of(intern.person, JUNE)
    assert [actor.for_title for actor in acting] == ["", clerk.title]
    body = a_cooperative(clerk)
    with refused(NotActing):
        barred(body, replace(acting[1], position=head.position, for_title=head.title), JUNE)


def test_until_further_notice_and_ended() -> None:
    city = a_city()
    head, clerk = head_and_clerk(city)
    acting = act_for(head.position, clerk.position, (JUNE, None), "결원", by=city, at=NOON, key=a_key())
    ended = end_acting(acting.pk, AUGUST, by=city, at=NOON, key=a_key())
    assert (ended.since, ended.until) == (JUNE, AUGUST)
    assert deputy_on(head.position, AUGUST) is None
    with refused(EndedAlready) as caught:
        end_acting(acting.pk, AUGUST + DAY, by=city, at=NOON, key=a_key())
    assert str(caught.value) == "이 대결·직무대리는 2018. 7. 31.에 이미 끝났습니다."


def test_one_that_has_not_begun_is_taken_back() -> None:
    city = a_city()
    head, clerk = head_and_clerk(city)
    acting = a_deputyship(city, head, clerk)
    assert end_acting(acting.pk, JUNE - DAY, by=city, at=NOON, key=a_key()).never_held
    assert actors_of(clerk.person, JUNE) == [clerk]
    assert a_deputyship(city, head, clerk).until == AUGUST


# ── refused ──────────────────────────────────────────────────────────────────────────────────────────────


def test_a_position_has_one_deputy_at_a_time() -> None:
    city = a_city()
    head, clerk = head_and_clerk(city)
    other = an_officer(city)
    a_deputyship(city, head, clerk)
    for days in ((JUNE + DAY, None), (JUNE - DAY, JUNE + DAY), (AUGUST - DAY, AUGUST)):
        with refused(ActedForAlready) as caught:
            act_for(head.position, other.position, days, "출장", by=city, at=NOON, key=a_key())
        assert str(caught.value) == (
            f"그 기간에는 ‘{clerk.title}’이(가) 이미 ‘{head.title}’을(를) 대신합니다. "
            "그 대리를 먼저 끝내 주십시오."
        )
    for days in ((JUNE - DAY, JUNE), (AUGUST, None)):
        assert act_for(head.position, other.position, days, "출장", by=city, at=NOON, key=a_key())


def test_who_may_not_act_for_whom() -> None:
    city = a_city()
    head, clerk = head_and_clerk(city)
    theirs, elsewhere = an_officer(city, office=an_office(city).pk), an_officer()
    days = (JUNE, AUGUST)
    with refused(ForItself):
        act_for(head.position, head.position, days, "출장", by=city, at=NOON, key=a_key())
    with refused(OtherOffice):
        act_for(head.position, theirs.position, days, "출장", by=city, at=NOON, key=a_key())
    for pair in ((city.position, clerk.position), (clerk.position, city.position)):
        with refused(SystemsOwn):
            act_for(*pair, days, "출장", by=city, at=NOON, key=a_key())
    with refused(NotHere):
        act_for(head.position, elsewhere.position, days, "출장", by=city, at=NOON, key=a_key())


def test_a_deputyship_has_a_reason_and_an_end_after_its_beginning() -> None:
    city = a_city()
    head, clerk = head_and_clerk(city)
    with refused(Empty):
        act_for(head.position, clerk.position, (JUNE, AUGUST), "", by=city, at=NOON, key=a_key())
    with refused(EndsBeforeStart):
        act_for(head.position, clerk.position, (JUNE, JUNE), "출장", by=city, at=NOON, key=a_key())


def test_nobody_makes_oneself_a_deputy() -> None:
    city = a_city()
    head, clerk = head_and_clerk(city)
    for actor in (head, clerk):
        with refused(NotAllowed):
            a_deputyship(actor, head, clerk)
