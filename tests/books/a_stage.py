"""A made-up stage, for the books to be used from: it has actions and no rows of its own.

It stands outside tests/books/ledger: an action is known by its module, and this is not the ledger's.
"""

from collections.abc import Callable
from datetime import datetime
from typing import TypeVar

from majungmul.books.parties.models import Jurisdiction
from majungmul.books.trail.actions import action
from majungmul.values.actor import Actor
from tests.given import NOON, a_key

Made = TypeVar("Made")


def inside(
    actor: Actor,
    story: Callable[[], Made],
    *,
    at: datetime = NOON,
    key: str = "",
    name: str = "a_stage.told",
) -> Made:
    """Run a story inside one action of the made-up stage, and give what it gives."""
    made: list[Made] = []

    @action(name)
    def told(*, by: Actor, at: datetime, key: str) -> Jurisdiction:
        made.append(story())
        return Jurisdiction.objects.get(pk=by.jurisdiction)

    told(by=actor, at=at, key=key or a_key())
    return made[0]
