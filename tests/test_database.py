"""The promises of database.py and of the marks in conftest.py."""

import os
import subprocess
import sys
from pathlib import Path

import psycopg
import pytest
from django.db import connection
from pytest_django.plugin import DjangoDbBlocker

from majungmul.values.actor import Actor
from majungmul.values.refusal import Refusal
from tests.books.trail.deeds import NOON, name_body, somebody_of_a_new_city
from tests.database import URL, Scratch, at_once, copy_of, fingerprint, refused

CONFTEST = Path(__file__).with_name("conftest.py")
MARKED = """
import pytest
def test_of_both(): pass
@pytest.mark.postgresql
def test_of_one(): pass
@pytest.mark.sqlite
def test_of_another(): pass
@pytest.mark.sqlite
def test_of_another_too(): pass
"""


class Left(Refusal):
    """무엇인가 남기는 거절."""


@pytest.mark.usefixtures("db")
def test_the_fingerprint_tells_any_change_in_any_row() -> None:
    by = somebody_of_a_new_city()
    before = fingerprint()
    assert fingerprint() == before
    name_body("흄관조합", by=by, at=NOON, key="1")
    assert fingerprint() != before


@pytest.mark.usefixtures("db")
def test_a_refusal_that_leaves_something_is_caught() -> None:
    by = somebody_of_a_new_city()
    with pytest.raises(AssertionError, match="남겼습니다"):
        refuse_and_leave(by)
    with refused(Left):
        raise Left


def refuse_and_leave(by: Actor) -> None:
    with refused(Left):
        name_body("흄관조합", by=by, at=NOON, key="1")
        raise Left


def test_commits_of_a_scratch_database_are_real_and_gone_with_it(scratch: Scratch) -> None:
    somebody_of_a_new_city()
    counted = "from majungmul.console.start import start; start()\n"
    counted += "from majungmul.books.trail.models import Event; print(Event.objects.count())"
    with scratch.start(counted) as other:
        assert other.communicate()[0] == "1\n"


def test_a_scratch_database_is_gone_with_its_test(
    empty_database: str, django_db_blocker: DjangoDbBlocker, tmp_path: Path
) -> None:
    with django_db_blocker.unblock():
        with copy_of(empty_database, tmp_path) as own:
            assert exists(own)
        assert not exists(own)


def exists(scratch: Scratch) -> bool:
    if not URL:
        return Path(scratch.name).exists()
    with psycopg.connect(URL) as server:
        return server.execute("SELECT FROM pg_database WHERE datname = %s", [scratch.name]).rowcount == 1


def test_many_at_once_each_have_a_connection_of_their_own(scratch: Scratch) -> None:
    def whose() -> int:
        return id(connection.connection)

    def faulty() -> int:
        raise Left

    *given, raised = at_once([whose, whose, whose, faulty])
    assert len(set(given)) == 3
    assert isinstance(raised, Left)


@pytest.mark.parametrize(
    ("url", "workers", "line"),
    [("", [], "postgresql 차례에 돌림: 1개"), ("postgres://x/y", ["-n", "2"], "sqlite 차례에 돌림: 2개")],
    ids=["alone", "workers"],
)
def test_what_belongs_to_the_other_database_is_said(
    tmp_path: Path, url: str, workers: list[str], line: str
) -> None:
    (tmp_path / "tests").mkdir()
    (tmp_path / "pytest.ini").write_text("[pytest]\ntestpaths = tests\naddopts = --strict-markers\n")
    (tmp_path / "tests" / "conftest.py").write_bytes(CONFTEST.read_bytes())
    (tmp_path / "tests" / "test_planted.py").write_text(MARKED)
    environment = {**os.environ, "DATABASE_URL": url, "CI": "true"}  # noqa: TID251 (handed on to the run that is tried)
    environment.pop("DJANGO_SETTINGS_MODULE", None)
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", *workers]
    result = subprocess.run(
        command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
    )
    assert result.returncode == 0, result.stdout
    *_, said, _ = filter(None, result.stdout.splitlines())
    assert said == line
