"""Many at once with one key: one row. On PostgreSQL, where they run at once; SQLite hides such faults."""

from collections import Counter
from uuid import UUID

import pytest
from django.db import connection

from majungmul.books.parties.models import Organisation
from majungmul.books.trail import chain
from majungmul.books.trail.models import Event
from majungmul.values.actor import Actor
from tests.books.trail.deeds import NOON, name_slowly, somebody_of_a_new_city
from tests.database import Scratch, at_once

pytestmark = pytest.mark.postgresql
THREADS = 20


@pytest.fixture
def by(scratch: Scratch) -> Actor:
    return somebody_of_a_new_city()


def race(by: Actor) -> list[Organisation | Exception]:
    return at_once([lambda: name_slowly("흄관조합", by=by, at=NOON, key="하나")] * THREADS)


def test_twenty_with_one_key_make_one_row_and_all_are_given_it(by: Actor) -> None:
    results = race(by)
    (body,) = Organisation.objects.of(by.jurisdiction)
    assert Counter(getattr(result, "id", result) for result in results) == {body.id: THREADS}
    assert Event.objects.filter(jurisdiction=by.jurisdiction, key="하나", outermost=True).count() == 1
    assert chain.broken(by.jurisdiction) is None


def test_without_the_lock_the_database_still_keeps_it_to_one(
    by: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(chain, "lock", unlocked)
    results = race(by)
    assert Organisation.objects.of(by.jurisdiction).count() == 1
    assert any(isinstance(result, Exception) for result in results), "잠금이 없으면 부딪칩니다(대조)."


def test_without_lock_and_constraints_there_are_many(by: Actor, monkeypatch: pytest.MonkeyPatch) -> None:
    """The control: the same race, with all that guards it gone, must go wrong."""
    monkeypatch.setattr(chain, "lock", unlocked)
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE trail_event DROP CONSTRAINT event_number_once")
        cursor.execute("DROP INDEX event_key_once")
    race(by)
    assert Organisation.objects.of(by.jurisdiction).count() > 1
    assert chain.broken(by.jurisdiction) is not None


def unlocked(jurisdiction: UUID) -> None:
    """In place of the chain's lock."""
