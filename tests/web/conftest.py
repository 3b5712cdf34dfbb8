"""The told story behind a browser: told once a run until a set day, and copied for each test, which may write."""

import fcntl
import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest

from tests.database import pointed_at

if TYPE_CHECKING:
    from pytest_django.plugin import DjangoDbBlocker

    from tests.web.window import Window

NOW = datetime(2026, 11, 25, 10, 0, tzinfo=ZoneInfo("Asia/Seoul"))
"""The moment at which every test's browser opens a page: the story is told until that day."""

FOLDER = Path(__file__).parent


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Pages run on SQLite; what PostgreSQL may refuse of their queries, `test_every_page` tries there too."""
    for item in items:
        if FOLDER in item.path.parents and "postgresql" not in item.keywords:
            item.add_marker(pytest.mark.sqlite)


@pytest.fixture(scope="session")
def story(tmp_path_factory: pytest.TempPathFactory, django_db_blocker: "DjangoDbBlocker") -> Path:
    """The folder of the told story: its database and its files. One worker of xdist tells it, others wait."""
    base = tmp_path_factory.getbasetemp()
    folder = (base.parent if base.name.startswith("popen-") else base) / "told"
    folder.mkdir(exist_ok=True)
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (folder / "done").exists():
            with django_db_blocker.unblock(), _at_home(folder / "home"):
                _tell()
            (folder / "done").write_text(json.dumps(NOW.isoformat()))
    return folder / "home"


@pytest.fixture(autouse=True, scope="session")
def _static(tmp_path_factory: pytest.TempPathFactory) -> None:
    """A place for static files: none are gathered, pages name them plainly."""
    from django.conf import settings  # noqa: PLC0415 - Django is started first

    settings.STATIC_ROOT = str(tmp_path_factory.mktemp("static"))


@pytest.fixture
def books(
    story: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, django_db_blocker: "DjangoDbBlocker"
) -> Iterator[Path]:
    """A copy of the story of the test's own: commits are real. Gives its folder."""
    home = tmp_path / "home"
    shutil.copytree(story, home, copy_function=shutil.copy)
    monkeypatch.setattr("majungmul.web.asked.now", lambda: NOW)
    with django_db_blocker.unblock(), _at_home(home):
        yield home


@pytest.fixture
def window(books: Path) -> "Window":
    """Browsers at the window: `window.of("printers.officer")` is one in which that person of the story is seated."""
    from tests.web.window import Window  # noqa: PLC0415 - Django is started first

    return Window(books)


@contextmanager
def _at_home(home: Path) -> Iterator[None]:
    """Django's database and files are in this folder meanwhile."""
    from django.conf import settings  # noqa: PLC0415 - Django is started first

    home.mkdir(parents=True, exist_ok=True)
    before = settings.HOME
    settings.HOME = home
    try:
        with pointed_at(home / "majungmul.sqlite3"):
            yield
    finally:
        settings.HOME = before


def _tell() -> None:
    from django.core.management import call_command  # noqa: PLC0415 - Django is started first
    from django.db import connection  # noqa: PLC0415

    from majungmul.story.whole import tell_all  # noqa: PLC0415

    call_command("migrate", verbosity=0)
    tell_all(NOW.date())
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
