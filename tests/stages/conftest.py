"""A module's tests share one world: it is built once, in a transaction around them all, and each rolls back to it.

Only where the module uses givens of the stages (`a_world` and what builds on it), and no test of it has a
database of its own (`scratch`).
"""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pytest_django.plugin import DjangoDbBlocker

STAGES = Path(__file__).parent
OWN = ("tests.stages.plan.plans", "tests.stages.plan.cells", "tests.stages.raw_rows")
"""Givens that begin without the world."""


ON_BOTH = ("test_states", "test_refund_states", "test_guards", "test_refund_guards")
"""Files of a stage that run on PostgreSQL too: every act in every state by everybody, and what the database refuses."""


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What a stage's own folder tries beyond these runs on SQLite alone (ADR 12); `plan` runs whole on both."""
    for item in items:
        folder = item.path.parent
        if folder.parent == STAGES and folder.name != "plan" and item.path.stem not in ON_BOTH:
            item.add_marker(pytest.mark.sqlite)


@pytest.fixture(autouse=True, scope="module")
def _one_world(request: pytest.FixtureRequest) -> Iterator[None]:
    own = [
        item
        for item in request.session.items
        if isinstance(item, pytest.Function) and item.module is request.module
    ]
    names = {name for item in own for name in item.fixturenames}
    homes = {str(getattr(each, "__module__", "")) for each in vars(request.module).values()}
    asks = any(
        home.startswith("tests.stages.") and home not in {*OWN, request.module.__name__} for home in homes
    )
    if asks and "scratch" not in names and "transactional_db" not in names:
        request.getfixturevalue("django_db_setup")
        yield from _around(request.getfixturevalue("django_db_blocker"))
    else:
        yield


def _around(blocker: "DjangoDbBlocker") -> Iterator[None]:
    from django.db import transaction  # noqa: PLC0415, TID251 - around the tests, no part of the product

    from tests.stages import world_year  # noqa: PLC0415

    with blocker.unblock():
        atomic = transaction.atomic()
        atomic._from_testcase = True  # type: ignore[attr-defined]  # noqa: SLF001 - as Django's own TestCase says
        with atomic:
            world_year.build_once()
            yield
            world_year.forget()
            transaction.set_rollback(rollback=True)
