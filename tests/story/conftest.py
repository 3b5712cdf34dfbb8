"""The story told once, for the tests that only look at it."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

import pytest

from majungmul.story.telling import Told
from majungmul.story.whole import tell_all
from tests.console.work import _made_at, connected_to
from tests.database import Scratch

if TYPE_CHECKING:
    from pytest_django.plugin import DjangoDbBlocker

LAST_DAY = date(2026, 12, 31)


class Whole(NamedTuple):
    """What was told, and where."""

    told: Told
    place: Scratch


@pytest.fixture(scope="session")
def told_once(
    empty_database: str, tmp_path_factory: pytest.TempPathFactory, django_db_blocker: "DjangoDbBlocker"
) -> Iterator[Whole]:
    """2017, 2018 and the current year, as of its last day, in a database of their own."""
    with (
        django_db_blocker.unblock(),
        _made_at(tmp_path_factory.mktemp("story"), empty_database) as place,
    ):
        with connected_to(place):
            told = tell_all(LAST_DAY)
        yield Whole(told, place)


@pytest.fixture
def whole(told_once: Whole, django_db_blocker: "DjangoDbBlocker") -> Iterator[Told]:
    """All of it, to be looked at: Django is connected to it meanwhile."""
    with django_db_blocker.unblock(), connected_to(told_once.place):
        yield told_once.told
