"""복원 — a backup brought back into an empty database: found to be the same, or not at all."""

import hashlib
import os
import shutil
from pathlib import Path
from typing import IO

from django.apps import apps
from django.core.management import call_command
from django.db import DataError, IntegrityError, connection
from django.db.migrations.executor import MigrationExecutor

from majungmul.books.files import store
from majungmul.books.trail.guards import drop_all, install_all
from majungmul.books.trail.whole import whole_or_nothing
from majungmul.books.upkeep import archive, versions
from majungmul.books.upkeep.backup import heads_of, sums_of
from majungmul.books.upkeep.durable import keep_names, new_file, writing_to
from majungmul.books.upkeep.manifest import FILES, TABLES, Manifest
from majungmul.books.upkeep.tables import Table, bring_back, lines_of, rows_in, tables_at
from majungmul.books.upkeep.versions import Step, has_database
from majungmul.values.refusal import Refusal


class NotEmpty(Refusal):
    """비어 있지 않은 데이터베이스."""

    sentence = (
        "데이터베이스에 이미 기록이 있어 되살리지 않았습니다. 백업은 빈 데이터베이스에만 되살립니다. "
        "MAJUNGMUL_HOME 이나 DATABASE_URL 을 비어 있는 곳으로 정해 다시 실행해 주십시오."
    )


class NewerBackup(Refusal):
    """프로그램보다 새 백업."""

    sentence = (
        "이 백업은 더 새 판의 프로그램({program})으로 만들었습니다. 아무것도 되살리지 않았습니다. "
        "프로그램을 그 판으로 바꾼 뒤 다시 실행해 주십시오."
    )


class NotTheSame(Refusal):
    """되살린 것이 백업과 다름."""

    sentence = (
        "되살린 기록이 백업과 같지 않아 모두 되돌렸습니다({what}). 데이터베이스는 비어 있습니다. "
        "다른 백업을 쓰고, 이 백업은 개발자에게 알려 주십시오."
    )


def restore(path: Path) -> Manifest:
    """복원 — bring back all rows and contents of a backup; what is in it.

    One transaction writes the rows, compares all of them with the backup and puts the guards on: a kill
    before its end leaves an empty database. Refuses a database with rows, and a backup that is damaged or
    newer than the program, before anything is written.
    """
    if has_database():
        versions.refuse_newer(versions.applied())
        _refuse_rows()
    manifest = archive.checked(path)
    if set(manifest.steps) - versions.known():
        raise NewerBackup(program=manifest.program)
    _migrate(manifest.steps)
    _contents_back(path)
    _rows_back(path, manifest)
    if versions.waiting():
        call_command("migrate", interactive=False, verbosity=0)
    return manifest


def _refuse_rows() -> None:
    if rows_in(tables_at(versions.applied())):
        raise NotEmpty


def _migrate(steps: list[Step]) -> None:
    """Have the tables as they were when the backup was made, and no other."""
    if versions.applied() == set(steps):
        return
    if versions.known() == set(steps):
        call_command("migrate", interactive=False, verbosity=0)
        return
    executor, last = MigrationExecutor(connection), dict(steps)
    drop_all(connection.alias)
    executor.migrate([(app, last.get(app)) for app in sorted(executor.loader.migrated_apps)])


# ── contents ─────────────────────────────────────────────────────────────────────────────────────────────


def _contents_back(path: Path) -> None:
    """Store every content, before any row names it: what a kill leaves is swept as orphans are."""
    for name, content in archive.members(path):
        sha256 = name.removeprefix(FILES)
        if name.startswith(FILES) and store.hash_of(sha256) != sha256:
            _store(content, store.path_of(sha256))


def _store(content: IO[bytes], place: Path) -> None:
    """Put a content in its place, durably."""
    with writing_to(place), store.alone():
        place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with new_file(place, replace=True) as file:
            shutil.copyfileobj(content, file)
            os.fchmod(file.fileno(), store.ONLY_READ)
        for folder in place.parents[1:4]:
            keep_names(folder)


# ── rows ─────────────────────────────────────────────────────────────────────────────────────────────────


def _rows_back(path: Path, manifest: Manifest) -> None:
    """Write all rows, find them to be the same, and put the guards on, in one transaction."""
    tables = tables_at(manifest.steps)
    try:
        with whole_or_nothing():
            _refuse_rows()
            for name, content in archive.members(path):
                if name.startswith(TABLES):
                    bring_back(tables[name.removeprefix(TABLES)], iter(content))
            _refuse_differing(tables, manifest)
            if not versions.waiting():
                install_all(connection.alias, apps)
    except (IntegrityError, DataError) as problem:
        raise NotTheSame(what=str(problem).partition("\n")[0]) from problem


def _refuse_differing(tables: dict[str, Table], manifest: Manifest) -> None:
    """Read everything back and hold it against the backup."""
    for name, table in tables.items():
        whole = hashlib.sha256()
        for line in lines_of(table):
            whole.update(line)
        if whole.hexdigest() != manifest.members[f"{TABLES}{name}"].sha256:
            raise NotTheSame(what=name)
    if heads_of(tables) != manifest.heads or sums_of(tables) != manifest.ledger:
        raise NotTheSame(what="trail_event, ledger_account")
