"""How a command starts: with Django where it needs the database, without it where it does not."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connection

from majungmul.books.upkeep.versions import NoServer, has_database
from majungmul.console.start import start
from tests.database import ROOT, Scratch, pointed_at

WITHOUT = """
import sys
import majungmul.console.start
from majungmul.console.main import main
sys.argv = ["majungmul", *sys.argv[1:]]
status = main()
sys.exit("django" if "django" in sys.modules else status)
"""
TWICE = """
from majungmul.console.start import start
start()
start()
from majungmul.books.trail.models import Event
print(Event._meta.label)
"""


def python(program: str, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    command, own = [sys.executable, "-c", program, *arguments], {**os.environ, **environment}  # noqa: TID251
    own.pop("DJANGO_SETTINGS_MODULE", None)
    return subprocess.run(command, cwd=ROOT, env=own, capture_output=True, text=True, check=False)


def test_a_command_that_needs_no_database_loads_no_django() -> None:
    done = python(WITHOUT, "figures", "--year", "2018")
    assert (done.returncode, done.stderr) == (0, "")


def test_starting_twice_is_starting_once() -> None:
    assert python(TWICE).stdout == "trail.Event\n"


def test_a_start_that_cannot_be_says_why(tmp_path: Path) -> None:
    (tmp_path / "파일").write_text("")
    done = python(TWICE, MAJUNGMUL_HOME=str(tmp_path / "파일"), DATABASE_URL="")
    assert "NotConfigured: 환경변수 MAJUNGMUL_HOME" in done.stderr


def test_start_here_changes_nothing() -> None:
    start()


@pytest.mark.usefixtures("db")
def test_the_checks_of_django_find_nothing() -> None:
    call_command("check", fail_level="WARNING", databases=["default"])
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


def test_a_migrated_database_is_there(scratch: Scratch) -> None:
    assert has_database()
    with connection.cursor() as cursor:
        cursor.execute(f"DROP TABLE trail_event {'CASCADE' if connection.vendor == 'postgresql' else ''}")
    assert not has_database()


@pytest.mark.sqlite
def test_asking_for_a_database_makes_none(scratch: Scratch) -> None:
    with pointed_at(scratch.home / "없는 폴더" / "majungmul.sqlite3"):
        assert not has_database()
    assert not (scratch.home / "없는 폴더").exists()


@pytest.mark.postgresql
def test_a_server_that_does_not_answer_is_a_sentence(
    scratch: Scratch, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(connection.settings_dict, "PORT", 1)
    with pointed_at(scratch.name), pytest.raises(NoServer, match="DATABASE_URL"):
        has_database()
