"""No connection is made to a database that would not keep what it has acknowledged; each with its control."""

import sqlite3
from pathlib import Path
from typing import Any

import pytest
from django.db import connection, connections
from django.db.backends.base.base import BaseDatabaseWrapper

from majungmul.config import settings
from majungmul.config.postgresql import base as postgresql
from majungmul.config.refusals import UnsafeDatabase
from tests.books.trail.deeds import NOON, an_actor, found
from tests.database import Scratch


def connected(**changed: Any) -> BaseDatabaseWrapper:
    """A connection of its own, set differently."""
    other = connections.create_connection("default")
    other.settings_dict = {**connection.settings_dict, **changed}
    try:
        other.ensure_connection()
    finally:
        other.close()
    return other


# ── SQLite ───────────────────────────────────────────────────────────────────────────────────────────────

SAFE = settings.EMBEDDED["OPTIONS"]
UNSAFE = {
    "journal_mode": {"init_command": SAFE["init_command"].replace("WAL", "DELETE")},
    "synchronous": {"init_command": SAFE["init_command"].replace("FULL", "NORMAL")},
    "recursive_triggers": {"init_command": SAFE["init_command"].replace("triggers=ON", "triggers=OFF")},
    "foreign_keys": {"init_command": SAFE["init_command"] + "; PRAGMA foreign_keys=OFF"},
    "transaction_mode": {"transaction_mode": "DEFERRED"},
}


@pytest.mark.sqlite
@pytest.mark.usefixtures("scratch")
@pytest.mark.parametrize("name", UNSAFE)
def test_sqlite_that_is_not_safe_is_refused(name: str) -> None:
    with pytest.raises(UnsafeDatabase, match=name):
        connected(OPTIONS=SAFE | UNSAFE[name])
    connected(OPTIONS=SAFE)


@pytest.mark.sqlite
@pytest.mark.usefixtures("scratch")
def test_sqlite_really_runs_as_it_says() -> None:
    with connection.cursor() as cursor:
        said = {name: cursor.execute(f"PRAGMA {name}").fetchone()[0] for name in list(UNSAFE)[:4]}
    assert said == {"journal_mode": "wal", "synchronous": 2, "recursive_triggers": 1, "foreign_keys": 1}


@pytest.mark.sqlite
def test_an_action_takes_the_database_before_it_reads(
    scratch: Scratch, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = sqlite3.connect(scratch.name, timeout=0, isolation_level=None)
    taken: list[str] = []

    def look(*_: object) -> None:
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            other.execute("BEGIN IMMEDIATE")
        taken.append("BEGIN")

    monkeypatch.setattr("majungmul.books.trail.chain.lock", look)
    found("seoul", by=an_actor(), at=NOON, key="1")
    assert taken == ["BEGIN"]
    other.execute("BEGIN IMMEDIATE")
    other.close()


@pytest.mark.sqlite
def test_the_folder_is_made_for_its_owner_alone(scratch: Scratch) -> None:
    home = scratch.home / "새 집"
    connected(NAME=home / "majungmul.sqlite3")
    assert home.stat().st_mode & 0o777 == 0o700


@pytest.mark.sqlite
def test_a_folder_that_is_there_stays_as_it_is(scratch: Scratch) -> None:
    home = Path(scratch.home / "있던 집")
    home.mkdir(mode=0o750)
    connected(NAME=home / "majungmul.sqlite3")
    assert home.stat().st_mode & 0o777 == 0o750


# ── PostgreSQL ───────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.postgresql
@pytest.mark.usefixtures("scratch")
def test_postgresql_that_does_not_wait_for_the_disk_is_refused() -> None:
    with pytest.raises(UnsafeDatabase, match="synchronous_commit"):
        connected(OPTIONS={"options": "-c synchronous_commit=off"})
    connected(OPTIONS={"options": "-c synchronous_commit=on"})


@pytest.mark.postgresql
@pytest.mark.usefixtures("scratch")
def test_postgresql_with_another_answer_to_fsync_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fsync cannot be switched off for one connection: what is wanted is changed instead."""
    monkeypatch.setattr(postgresql, "WANTED", {"fsync": ("always",)})
    with pytest.raises(UnsafeDatabase, match=r"fsync.*‘on’"):
        connected()


@pytest.mark.postgresql
@pytest.mark.usefixtures("scratch")
def test_postgresql_that_is_too_old_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SHOW server_version_num")
        (number,) = cursor.fetchone()
    monkeypatch.setattr(postgresql, "OLDEST", int(number) // 10_000 + 1)
    with pytest.raises(UnsafeDatabase, match="PostgreSQL"):
        connected()
    assert int(number) >= 150_000
