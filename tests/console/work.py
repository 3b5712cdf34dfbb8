"""What there is to be kept: a city with money decided and papers stored; and another place."""

import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from django.apps import apps
from django.db import connection

from majungmul.books.files import store
from majungmul.books.files.actions import attach
from majungmul.books.files.models import FileUse
from majungmul.books.ledger import postings, queries
from majungmul.books.ledger.models import Account
from majungmul.books.trail.drafts import keep
from majungmul.books.trail.guards import install_all
from majungmul.books.trail.recorded import Recorded
from majungmul.books.trail.whole import whole_or_nothing
from majungmul.values.uuid7 import uuid7
from majungmul.values.won import Won
from tests.books.a_stage import inside
from tests.books.files.samples import csv, pdf
from tests.books.ledger.standing import Standing, decided
from tests.database import URL, Scratch, _create, _drop, _url_of, pointed_at
from tests.given import a_city, an_officer


@dataclass(frozen=True, slots=True)
class Work:
    """A city at work: where it is kept, its accounts, and two papers."""

    place: Scratch
    on: Standing
    paper: FileUse
    table: FileUse

    @property
    def code(self) -> str:
        """The city's."""
        return self.on.plan.jurisdiction.code

    @property
    def balance(self) -> int:
        """What the tier-2 award has, in the database that Django is connected to."""
        return queries.account(self.on.plan.jurisdiction_id, 2018, self.on.supported.code).balance.amount

    def pay(self, won: int, key: str = "") -> None:
        """지급 to the recipient."""
        inside(self.on.officer, lambda: postings.pay(self.on.recipient, Won(won)), key=key)


@contextmanager
def connected_to(place: Scratch) -> Iterator[Scratch]:
    """Django is there meanwhile: its connections, and the files that it stores."""
    with pytest.MonkeyPatch.context() as meanwhile, pointed_at(place.name):
        meanwhile.setattr("django.conf.settings.HOME", place.home)
        yield place


@contextmanager
def worked(empty: str, folder: Path) -> Iterator[Work]:
    """Two cities, so that there are two chains; one of them at work. To be copied."""
    with _made_at(folder, empty) as place:
        with connected_to(place):
            made = _made(place)
        yield made


@contextmanager
def elsewhere(folder: Path, empty: str = "") -> Iterator[Scratch]:
    """A place with no file, and no table unless `empty` is copied; Django is connected to it meanwhile."""
    folder.mkdir()
    with _made_at(folder, empty) as place, connected_to(place):
        yield place


@contextmanager
def _made_at(folder: Path, empty: str) -> Iterator[Scratch]:
    name = f"scratch_{secrets.token_hex(4)}" if URL else str(folder / "majungmul.sqlite3")
    env = {**os.environ, "MAJUNGMUL_HOME": str(folder), "DATABASE_URL": _url_of(name) if URL else ""}  # noqa: TID251
    _create(name, empty)
    try:
        yield Scratch(name, folder, env)
    finally:
        _drop(name)


def _made(place: Scratch) -> Work:
    an_officer(a_city())
    on = decided()
    inside(on.officer, lambda: postings.pay(on.supported, Won(300_000)))
    keep("award", uuid7(), {"금액": "1,000", "쪽": [1, 2.5, None]}, 0, by=on.officer)
    paper = _attached(on, on.line, pdf(), "홍길동 신청서.pdf")
    return Work(place, on, paper, _attached(on, on.plan, csv(), "명단.csv"))


@contextmanager
def copy_of_work(made: Work, folder: Path) -> Iterator[Work]:
    """The same again, elsewhere."""
    shutil.copytree(made.place.home / "files", folder / "files")
    with _made_at(folder, made.place.name) as place:
        yield replace(made, place=place)


def _attached(on: Standing, to: Recorded, data: bytes, name: str) -> FileUse:
    paper = store.receive(BytesIO(data), name)
    return inside(on.officer, lambda: attach(paper, to=to, purpose="신청서"))


def has_rows() -> bool:
    """Whether the database that Django is connected to holds any account."""
    return "ledger_account" in connection.introspection.table_names() and Account.objects.exists()


def tampered(statement: str, *values: object) -> None:
    """As the owner of the database could: the guards off, an edit, the guards on again."""
    with guards_off():
        sql(statement, *values)


@contextmanager
def guards_off() -> Iterator[None]:
    """The same for more than one edit."""
    with whole_or_nothing():
        yield
        install_all("default", apps)


def sql(statement: str, *values: object) -> None:
    """Whatever the database lets be done."""
    hexed = connection.vendor == "sqlite"
    plain: list[Any] = [value.hex if hexed and isinstance(value, UUID) else value for value in values]
    with connection.cursor() as cursor:
        cursor.execute(statement, plain)
