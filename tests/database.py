"""Databases for tests: what one holds, what a refusal leaves, and one of a test's own, with real commits."""

import hashlib
import os
import secrets
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import TypeVar
from urllib.parse import urlsplit

import psycopg
import pytest
from django.core.management import call_command
from django.db import connection, connections

from majungmul.values.refusal import Refusal

ROOT = Path(__file__).parents[1]
URL = os.environ.get("DATABASE_URL", "")  # noqa: TID251 (a setting of the test run, not of the product)

Made = TypeVar("Made")

# ── what a database holds ────────────────────────────────────────────────────────────────────────────────


def fingerprint() -> str:
    """The hash of every row of every table: the same before and after whatever changed nothing."""
    whole = hashlib.sha256()
    with connection.cursor() as cursor:
        for table in sorted(connection.introspection.table_names(cursor)):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            rows = sorted(map(repr, cursor.fetchall()))
            whole.update("\n".join([f"# {table}", *rows, ""]).encode())
    return whole.hexdigest()


@contextmanager
def refused(by: type[Refusal]) -> Iterator[pytest.ExceptionInfo[Refusal]]:
    """What is done inside is refused for this reason, and leaves the whole database as it was."""
    before = fingerprint()
    with pytest.raises(by) as caught:
        yield caught
    assert fingerprint() == before, "거절이 무엇인가 남겼습니다."


# ── a database of a test's own ───────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Scratch:
    """A migrated database of one test: commits are real, others can open it, guards may be torn out."""

    name: str
    home: Path
    env: dict[str, str]

    def start(self, program: str, *arguments: str) -> "subprocess.Popen[str]":
        """Another Python process on this database: `program` is its text."""
        command = [sys.executable, "-c", program, *arguments]
        return subprocess.Popen(
            command, cwd=ROOT, env=self.env, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )


_numbers = count(1)


@contextmanager
def pointed_at(name: str | Path) -> Iterator[None]:
    """Django's connections, of all threads, go to this database."""
    before = connection.settings_dict["NAME"]
    connections.close_all()
    connection.settings_dict["NAME"] = name
    try:
        yield
    finally:
        connections.close_all()
        connection.settings_dict["NAME"] = before


@contextmanager
def template(folder: Path) -> Iterator[str]:
    """An empty migrated database, to be copied."""
    name = str(folder / "template.sqlite3") if not URL else f"scratch_{secrets.token_hex(4)}"
    _create(name)
    try:
        with pointed_at(name):
            call_command("migrate", verbosity=0)
        yield name
    finally:
        _drop(name)


@contextmanager
def copy_of(empty: str, home: Path) -> Iterator[Scratch]:
    """A copy of the template, dropped by its name afterwards."""
    name = str(home / "majungmul.sqlite3") if not URL else f"{empty}_{next(_numbers)}"
    env = {**os.environ, "MAJUNGMUL_HOME": str(home)}  # noqa: TID251 (handed on)
    if URL:
        env["DATABASE_URL"] = _url_of(name)
    _create(name, empty)
    try:
        with pointed_at(name):
            yield Scratch(name, home, env)
    finally:
        _drop(name)


def _url_of(name: str) -> str:
    return urlsplit(URL)._replace(path=f"/{name}").geturl()


def _create(name: str, empty: str = "") -> None:
    if URL:
        if empty:  # a process that was killed may leave its session behind for a while
            _on_server(f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{empty}'")
        _on_server(f'CREATE DATABASE "{name}"' + (f' TEMPLATE "{empty}"' if empty else ""))
    elif empty:
        shutil.copyfile(empty, name)


def _drop(name: str) -> None:
    if URL:
        _on_server(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
    else:
        for end in ("", "-wal", "-shm"):
            Path(f"{name}{end}").unlink(missing_ok=True)


def _on_server(statement: str) -> None:
    with psycopg.connect(_url_of("postgres"), autocommit=True) as server:
        server.execute(statement.encode())


# ── many at once ─────────────────────────────────────────────────────────────────────────────────────────


def at_once(calls: Sequence[Callable[[], Made]]) -> list[Made | Exception]:
    """Run all in threads that start together, each with a connection of its own: what each gave or raised."""
    results: list[Made | Exception | None] = [None] * len(calls)
    start = threading.Barrier(len(calls))

    def run(number: int) -> None:
        try:
            connection.ensure_connection()
            start.wait(timeout=60)
            results[number] = calls[number]()
        except Exception as raised:  # noqa: BLE001 (it is the result)
            results[number] = raised
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=[number]) for number in range(len(calls))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return [result for result in results if result is not None]
