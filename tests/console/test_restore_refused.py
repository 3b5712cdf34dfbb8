"""`majungmul restore` — what is refused, and that nothing is written then."""

import gzip
import random
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from majungmul.books.upkeep import archive, versions
from majungmul.books.upkeep.archive import DamagedBackup, NotABackup
from majungmul.books.upkeep.tables import Table, bring_back, lines_of
from tests.console.said import Console
from tests.console.work import elsewhere, has_rows
from tests.database import Scratch, fingerprint


def name_of(table: Table) -> str:
    return table._meta.db_table


def test_a_database_with_rows_is_left_alone(majungmul: Console, backup: Path) -> None:
    before = fingerprint()
    said = majungmul("restore", backup)
    assert (said.status, said.out) == (2, "")
    assert "빈 데이터베이스에만" in said.err
    assert fingerprint() == before


def test_any_bit_that_changed_is_found(backup: Path, tmp_path: Path) -> None:
    """A few bits say nothing (the time in gzip's head): then what is read is the same."""
    whole, seed, refused = backup.read_bytes(), time.time_ns(), 0
    chosen = random.Random(seed)
    for _ in range(60):
        spot, bit = chosen.randrange(len(whole)), chosen.randrange(8)
        damaged = tmp_path / "damaged"
        damaged.write_bytes(bytes([*whole[:spot], whole[spot] ^ 1 << bit, *whole[spot + 1 :]]))
        try:
            archive.checked(damaged)
            assert gzip.decompress(damaged.read_bytes()) == gzip.decompress(whole), (seed, spot, bit)
        except (DamagedBackup, NotABackup):
            refused += 1
    assert refused > 50


def test_a_damaged_backup_is_refused_before_anything_is_written(
    majungmul: Console, backup: Path, blank: Scratch
) -> None:
    data = bytearray(backup.read_bytes())
    data[len(data) // 2] ^= 1
    backup.write_bytes(data)
    said = majungmul("restore", backup)
    assert (said.status, said.out) == (2, "")
    assert "만들 때와 다르거나" in said.err
    assert connection.introspection.table_names() == []
    assert not (blank.home / "files").exists()


def test_a_backup_cut_short_is_refused(majungmul: Console, backup: Path, place: Scratch) -> None:
    whole = backup.read_bytes()
    for part in (0, 1, 100, -1, -600):
        backup.write_bytes(whole[:part])
        said = majungmul("restore", backup)
        assert (said.status, said.out) == (2, ""), part
    assert not has_rows()
    assert not (place.home / "files").exists()


@pytest.mark.usefixtures("backup", "place")
def test_what_is_no_backup_is_refused(majungmul: Console, tmp_path: Path) -> None:
    for name, data in (("text", b"hello"), ("packed", gzip.compress(b"hello")), ("empty", b"")):
        (tmp_path / name).write_bytes(data)
        said = majungmul("restore", tmp_path / name)
        assert said.status == 2, name
        assert "백업" in said.err
    said = majungmul("restore", tmp_path / "none")
    assert said.status == 2
    assert "읽지 못했습니다" in said.err
    assert not has_rows()


@pytest.mark.usefixtures("blank")
def test_a_backup_of_a_newer_version_is_refused(
    majungmul: Console, backup: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ours = versions.known()
    monkeypatch.setattr("majungmul.books.upkeep.versions.known", lambda: ours - {("duties", "0001_initial")})
    said = majungmul("restore", backup)
    assert said.status == 2
    assert "더 새 판의 프로그램" in said.err
    assert connection.introspection.table_names() == []


@pytest.mark.usefixtures("still")
def test_rows_that_break_a_rule_are_refused_whole(
    majungmul: Console, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, empty_database: str
) -> None:
    """As when somebody's own program had made the backup."""

    def twice(table: Table) -> Iterator[bytes]:
        lines = list(lines_of(table))
        yield from [*lines, lines[-1]] if name_of(table) == "parties_office" else lines

    with monkeypatch.context() as meanwhile:
        meanwhile.setattr("majungmul.books.upkeep.backup.lines_of", twice)
        majungmul("backup", tmp_path / "one")
    with elsewhere(tmp_path / "elsewhere", empty_database):
        said = majungmul("restore", tmp_path / "one")
        assert said.status == 2
        assert "모두 되돌렸습니다" in said.err
        assert not has_rows()
        assert majungmul("verify").status == 0


@pytest.mark.usefixtures("place")
def test_rows_that_come_back_otherwise_are_refused_whole(
    majungmul: Console, backup: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def shortened(table: Table, lines: Iterator[bytes]) -> None:
        kept = list(lines)
        bring_back(table, iter(kept[:-1] if name_of(table) == "trail_draft" else kept))

    monkeypatch.setattr("majungmul.books.upkeep.restoring.bring_back", shortened)
    said = majungmul("restore", backup)
    assert said.status == 2
    assert "trail_draft" in said.err
    assert not has_rows()


@pytest.mark.usefixtures("place")
def test_a_newer_database_is_left_alone(majungmul: Console, backup: Path) -> None:
    MigrationRecorder(connection).record_applied("ledger", "0099_tomorrow")
    before = fingerprint()
    said = majungmul("restore", backup)
    assert said.status == 2
    assert "ledger 0099_tomorrow" in said.err
    assert fingerprint() == before
