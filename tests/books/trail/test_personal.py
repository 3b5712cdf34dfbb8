"""Personal values: salted and hashed inside the chain, kept beside it, and destroyed on their day."""

import json

import pytest
from django.contrib.auth.hashers import make_password
from django.db import connection

from majungmul.books.parties.models import Organisation
from majungmul.books.trail import chain, personal
from majungmul.books.trail.actions import KeyUsedForOther
from majungmul.books.trail.guards import drop_all
from majungmul.books.trail.models import Asked, Event, PersonalValue
from majungmul.books.trail.personal import destroy
from majungmul.books.trail.running import OutsideAnAction
from majungmul.values.actor import Actor
from tests.books.trail.deeds import (
    NOON,
    elect,
    forget,
    inside,
    name_body,
    set_password,
    somebody_of_a_new_city,
)
from tests.database import refused

NAME = "홍길동"


@pytest.fixture
def by(db: None) -> Actor:
    return somebody_of_a_new_city()


def payloads(by: Actor) -> str:
    return "\n".join(Event.objects.filter(jurisdiction=by.jurisdiction).values_list("payload", flat=True))


def test_a_name_is_beside_the_chain_and_its_salted_hash_inside(by: Actor) -> None:
    body = name_body("흄관조합", by=by, at=NOON, key="1")
    chair = elect(body.id, NAME, by=by, at=NOON, key="2")
    assert NAME not in payloads(by)
    (kept,) = PersonalValue.objects.filter(row=chair.id)
    assert (kept.field, json.loads(kept.value)) == ("name", NAME)
    assert personal.altered(by.jurisdiction) is None


def test_the_same_name_has_another_hash_each_time(by: Actor) -> None:
    bodies = [name_body(name, by=by, at=NOON, key=name) for name in ("가", "나")]
    for body in bodies:
        elect(body.id, NAME, by=by, at=NOON, key=str(body.id))
    kept = PersonalValue.objects.filter(jurisdiction=by.jurisdiction, value=f'"{NAME}"').values_list(
        "salt", flat=True
    )
    assert len(set(kept)) == 2


def test_a_password_is_kept_nowhere_but_in_its_row(by: Actor) -> None:
    person = set_password("hong", make_password("비밀"), by=by, at=NOON, key="1")
    values = PersonalValue.objects.values_list("value", flat=True)
    assert person.password.startswith("argon2")
    assert person.password not in payloads(by)
    assert not any(person.password in value for value in values)
    assert '"password":{"secret":true}' in payloads(by)


def test_what_is_destroyed_leaves_the_chain_whole(by: Actor) -> None:
    body = name_body("흄관조합", by=by, at=NOON, key="1")
    chair = elect(body.id, NAME, by=by, at=NOON, key="2")
    forget(chair.id, by=by, at=NOON, key="3")
    assert not PersonalValue.objects.filter(row=chair.id).exists(), "지우기 전 값도 다시 남기지 않습니다."
    assert NAME not in payloads(by)
    assert chain.broken(by.jurisdiction) is None
    assert personal.altered(by.jurisdiction) is None
    event = Event.objects.filter(jurisdiction=by.jurisdiction).last()
    assert event is not None
    assert json.loads(event.payload)["destroyed"] == [str(chair.id)]


def test_what_was_asked_goes_with_it_and_the_key_is_never_taken_for_a_repeat(by: Actor) -> None:
    body = name_body("흄관조합", by=by, at=NOON, key="1")
    chair = elect(body.id, NAME, by=by, at=NOON, key="2")
    before = Asked.objects.count()
    forget(chair.id, by=by, at=NOON, key="3")
    assert Asked.objects.count() == before, "하나는 없어지고 하나가 생깁니다."
    with refused(KeyUsedForOther):
        elect(body.id, NAME, by=by, at=NOON, key="2")
    assert name_body("흄관조합", by=by, at=NOON, key="1") == body


def test_what_an_inner_action_destroys_an_outer_does_not_keep(by: Actor) -> None:
    body = name_body("흄관조합", by=by, at=NOON, key="1")
    chair = elect(body.id, NAME, by=by, at=NOON, key="2")

    def empty_and_destroy() -> Organisation:
        chair.name = ""
        chair.save()
        forget(chair.id, by=by, at=NOON, key="3")
        return body

    inside(by, empty_and_destroy)
    assert not PersonalValue.objects.filter(row=chair.id).exists()
    assert NAME not in payloads(by)


def test_nothing_is_destroyed_outside_an_action(by: Actor) -> None:
    body = name_body("흄관조합", by=by, at=NOON, key="1")
    chair = elect(body.id, NAME, by=by, at=NOON, key="2")
    with refused(OutsideAnAction):
        destroy(chair)


@pytest.mark.parametrize("change", ["value = '\"김철수\"'", "salt = 'x'", "field = 'title'"])
def test_a_value_altered_beside_the_chain_is_found(scratch: object, change: str) -> None:
    by = somebody_of_a_new_city()
    body = name_body("흄관조합", by=by, at=NOON, key="1")
    chair = elect(body.id, NAME, by=by, at=NOON, key="2")
    drop_all("default")
    with connection.cursor() as cursor:
        cursor.execute(f"UPDATE trail_personalvalue SET {change} WHERE value = %s", [f'"{NAME}"'])
        assert cursor.rowcount == 1
    found = personal.altered(by.jurisdiction)
    assert found is not None
    assert found.row == chair.id
    assert chain.broken(by.jurisdiction) is None
