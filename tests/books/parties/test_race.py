"""Founded by many at once, a jurisdiction is founded once, though each founding is on a chain of its own."""

from functools import partial

import pytest
from django.db import connection

from majungmul.books.parties.actions.founding import FoundedAlready, found, founder
from majungmul.books.parties.models import Jurisdiction
from majungmul.books.trail.models import Event
from tests.database import Scratch, at_once
from tests.given import FOUNDED, a_key

pytestmark = pytest.mark.postgresql

MANY = 16


def founded_by_many() -> list[type]:
    """What each of many who found the same jurisdiction at once got."""
    calls = [
        partial(found, "seoul", "서울특별시", by=founder(), at=FOUNDED, key=a_key()) for _ in range(MANY)
    ]
    return [type(result) for result in at_once(calls)]


def test_one_founds_and_the_others_are_told(scratch: Scratch) -> None:
    assert scratch
    got = founded_by_many()
    assert (got.count(Jurisdiction), got.count(FoundedAlready)) == (1, MANY - 1)
    assert Event.objects.count() == Jurisdiction.objects.count() == 1


def test_without_the_constraint_more_than_one_founds(scratch: Scratch) -> None:
    """The control: the same race must go wrong where nothing but the look before stops it."""
    assert scratch
    with connection.cursor() as cursor:
        constraints = connection.introspection.get_constraints(cursor, "parties_jurisdiction")
        (unique,) = (
            name for name, its in constraints.items() if its["unique"] and its["columns"] == ["code"]
        )
        cursor.execute(f"ALTER TABLE parties_jurisdiction DROP CONSTRAINT {unique}")
    assert founded_by_many().count(Jurisdiction) > 1
