"""The console command for every test here, and what there is to be kept."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.console.said import Console
from tests.console.work import Work, connected_to, copy_of_work, elsewhere, worked
from tests.database import Scratch, fingerprint

if TYPE_CHECKING:
    from pytest_django.plugin import DjangoDbBlocker


@pytest.fixture
def majungmul(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Console:
    return Console(capsys, monkeypatch)


@pytest.fixture(scope="session")
def at_work(
    empty_database: str, tmp_path_factory: pytest.TempPathFactory, django_db_blocker: "DjangoDbBlocker"
) -> Iterator[Work]:
    """A city at work, to be copied."""
    with django_db_blocker.unblock(), worked(empty_database, tmp_path_factory.mktemp("work")) as made:
        yield made


@pytest.fixture(scope="session")
def looked_at(at_work: Work, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Work]:
    """A copy for the tests that change nothing: PostgreSQL copies none that somebody is connected to."""
    with copy_of_work(at_work, tmp_path_factory.mktemp("still")) as copied:
        yield copied


@pytest.fixture
def kept(at_work: Work, tmp_path: Path, django_db_blocker: "DjangoDbBlocker") -> Iterator[Work]:
    """That city, in a database of this test."""
    with copy_of_work(at_work, tmp_path) as copied, django_db_blocker.unblock(), connected_to(copied.place):
        yield copied


@pytest.fixture
def still(looked_at: Work, django_db_blocker: "DjangoDbBlocker") -> Iterator[Work]:
    """That city, for a test that changes nothing: which is looked at when it is over."""
    with django_db_blocker.unblock(), connected_to(looked_at.place):
        before = fingerprint()
        yield looked_at
        assert fingerprint() == before


@pytest.fixture
def backup(still: Work, majungmul: Console, tmp_path: Path) -> Path:
    """A backup of it."""
    made = tmp_path / "one.backup"
    assert majungmul("backup", made, "--json").json["files"] == len({still.paper.file, still.table.file})
    return made


@pytest.fixture
def blank(backup: Path) -> Iterator[Scratch]:
    """Where Django is from then on: nothing at all is there."""
    with elsewhere(backup.parent / "elsewhere") as nothing:
        yield nothing


@pytest.fixture
def place(backup: Path, empty_database: str) -> Iterator[Scratch]:
    """Where Django is from then on: a database with no row."""
    with elsewhere(backup.parent / "elsewhere", empty_database) as tables:
        yield tables
