"""What happened to a row, by a person, in a period."""

from dataclasses import replace
from datetime import timedelta

import pytest

from majungmul.books.trail.queries import events_by, events_in, events_of
from majungmul.values.actor import Actor
from majungmul.values.uuid7 import uuid7
from tests.books.trail.deeds import NOON, name_body, rename, rename_all, somebody_of_a_new_city


@pytest.fixture
def by(db: None) -> Actor:
    return somebody_of_a_new_city()


def test_a_rows_events_are_those_about_it_and_those_that_changed_it(by: Actor) -> None:
    first, second = (name_body(name, by=by, at=NOON, key=name) for name in ("가", "나"))
    rename_all({first.id: "다", second.id: "라"}, by=by, at=NOON, key="3")
    assert [event.number for event in events_of(by.jurisdiction, first.id)] == [2, 4]
    assert [event.number for event in events_of(by.jurisdiction, second.id)] == [3, 5, 6]
    assert not events_of(somebody_of_a_new_city().jurisdiction, first.id)


def test_a_persons_events(by: Actor) -> None:
    colleague = replace(by, person=uuid7())
    body = name_body("가", by=colleague, at=NOON, key="1")
    rename(body.id, "나", by=by, at=NOON, key="2")
    assert [event.name for event in events_by(by.jurisdiction, colleague.person)] == ["test.body_named"]
    assert [event.name for event in events_by(by.jurisdiction, by.person)] == [
        "test.city_founded",
        "test.body_renamed",
    ]


def test_a_period_holds_its_first_instant_and_not_its_last(by: Actor) -> None:
    for hour in range(4):
        name_body(f"조합 {hour}", by=by, at=NOON + timedelta(hours=hour + 1), key=str(hour))
    since, until = NOON + timedelta(hours=2), NOON + timedelta(hours=4)
    assert [event.at for event in events_in(by.jurisdiction, since, until)] == [
        since,
        until - timedelta(hours=1),
    ]
