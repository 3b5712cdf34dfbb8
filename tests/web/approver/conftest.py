"""The story of this year as it stood at an earlier moment: what was decided since then waits."""

import shutil
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest

from tests.web.applicant.opened import actor
from tests.web.conftest import NOW, _at_home
from tests.web.window import Window

if TYPE_CHECKING:
    from pytest_django.plugin import DjangoDbBlocker

SEOUL = ZoneInfo("Asia/Seoul")
LIGHTS_WAIT = ("test_life", "test_other_matters", "test_every_matter")
Then = Callable[[datetime], Window]


@pytest.fixture(scope="session")
def told_before(
    tmp_path_factory: pytest.TempPathFactory, django_db_blocker: "DjangoDbBlocker"
) -> Callable[[datetime], Path]:
    """The folder of the story as it stood at a moment; told once for each."""
    told: dict[datetime, Path] = {}

    def folder(moment: datetime) -> Path:
        if moment not in told:
            home = tmp_path_factory.mktemp("before") / "home"
            with django_db_blocker.unblock(), _at_home(home):
                _tell(moment)
            told[moment] = home
        return told[moment]

    return folder


@pytest.fixture
def at(
    told_before: Callable[[datetime], Path],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    django_db_blocker: "DjangoDbBlocker",
) -> Iterator[Then]:
    """The window as it stood at a moment of this year: a copy of the test's own."""
    from contextlib import ExitStack  # noqa: PLC0415

    with ExitStack() as stack:

        def then(moment: datetime) -> Window:
            home = tmp_path / "then"
            shutil.copytree(told_before(moment), home, copy_function=shutil.copy)
            monkeypatch.setattr("majungmul.web.asked.now", lambda: moment)
            stack.enter_context(django_db_blocker.unblock())
            stack.enter_context(_at_home(home))
            return Window(home)

        yield then


@pytest.fixture(autouse=True)
def _handed_in(request: pytest.FixtureRequest) -> None:
    """조명조합의 청구가 결재를 기다림 — what the story leaves with the officer was handed in yesterday."""
    if "window" in request.fixturenames and request.path.stem in LIGHTS_WAIT:
        request.getfixturevalue("books")
        _hand_in(NOW - timedelta(hours=20))


def _hand_in(at: datetime) -> None:
    from majungmul.stages.payment import actions as payment  # noqa: PLC0415 - Django is started first
    from majungmul.stages.payment.queries import waiting_for_review  # noqa: PLC0415
    from majungmul.story.claiming import recognise_all  # noqa: PLC0415

    officer = actor("operator.officer")
    [claim] = waiting_for_review(officer.jurisdiction, officer.office)
    recognise_all(claim, less={}, by=officer, at=at, key=uuid4().hex)
    payment.submit(claim.pk, by=officer, at=at, key=uuid4().hex)


def _tell(moment: datetime) -> None:
    from django.core.management import call_command  # noqa: PLC0415 - Django is started first
    from django.db import connection  # noqa: PLC0415

    from majungmul.story import people, this_year  # noqa: PLC0415
    from majungmul.story.telling import Told, tell  # noqa: PLC0415

    call_command("migrate", verbosity=0)
    told = Told(people.system_of(moment.date()))
    steps = [*people.steps(told), *this_year.steps(moment.year)]
    tell([step for step in steps if step.at < moment], told, moment.date())
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
