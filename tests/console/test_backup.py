"""`majungmul backup` — all rows as they were at one instant, and the files, in one file; or no file."""

import json
import resource
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from threading import Thread

import pytest
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from majungmul.books.files import store
from majungmul.books.upkeep import archive
from majungmul.books.upkeep.tables import Table, lines_of
from tests.console.said import Console
from tests.console.work import Work, elsewhere
from tests.database import fingerprint


@pytest.mark.usefixtures("still")
def test_it_says_what_is_in_it(majungmul: Console, tmp_path: Path) -> None:
    target = tmp_path / "오늘.backup"
    said = majungmul("backup", target, "--json")
    assert (said.status, said.err) == (0, "")
    assert said.json["written"] == str(target)
    assert said.json["files"] == 2
    assert said.json["rows"] > 100
    assert [(end["number"] > 1, len(end["hash"])) for end in said.json["heads"]] == [(True, 64), (True, 64)]
    assert [(year["year"], year["accounts"] > 10) for year in said.json["ledger"]] == [(2018, True)]


@pytest.mark.usefixtures("still")
def test_it_is_for_its_owner_alone_and_leaves_nothing_beside(majungmul: Console, tmp_path: Path) -> None:
    folder = tmp_path / "usb"
    folder.mkdir()
    said = majungmul("backup", folder / "오늘.backup")
    assert "개인정보가 들어 있습니다" in said.out
    assert [path.name for path in folder.iterdir()] == ["오늘.backup"]
    assert (folder / "오늘.backup").stat().st_mode & 0o777 == 0o600


# ── while others work ────────────────────────────────────────────────────────────────────────────────────


def test_what_is_done_meanwhile_is_wholly_in_it_or_not(
    majungmul: Console, kept: Work, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, empty_database: str
) -> None:
    with _paying_meanwhile(kept, monkeypatch) as paid:
        assert majungmul("backup", tmp_path / "one").status == 0
    assert paid == [1000]
    assert majungmul("verify").status == 0
    with elsewhere(tmp_path / "elsewhere", empty_database):
        assert majungmul("restore", tmp_path / "one").status == 0


def test_without_one_instant_it_is_torn(
    majungmul: Console, kept: Work, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, empty_database: str
) -> None:
    monkeypatch.setattr("majungmul.books.upkeep.backup.one_instant", nullcontext)
    with _paying_meanwhile(kept, monkeypatch) as paid:
        assert majungmul("backup", tmp_path / "one").status == 0
    assert paid == [1000]
    with elsewhere(tmp_path / "elsewhere", empty_database):
        said = majungmul("restore", tmp_path / "one")
    assert said.status == 2
    assert "백업과 같지 않아" in said.err


@contextmanager
def _paying_meanwhile(kept: Work, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[int]]:
    """Once the accounts have been read, and before the transfers are, somebody else pays."""
    paid: list[int] = []

    def pay() -> None:
        kept.pay(1000, key="meanwhile")
        paid.append(1000)
        connection.close()

    def reading(table: Table) -> Iterator[bytes]:
        yield from lines_of(table)
        if table._meta.db_table == "ledger_account":
            somebody = Thread(target=pay)
            somebody.start()
            somebody.join()

    with monkeypatch.context() as meanwhile:
        meanwhile.setattr("majungmul.books.upkeep.backup.lines_of", reading)
        yield paid


# ── a stored file that is damaged already ────────────────────────────────────────────────────────────────


def _flip(path: Path) -> None:
    path.chmod(0o600)
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)


@pytest.mark.parametrize("damage", [_flip, Path.unlink], ids=["flipped", "gone"])
def test_a_damaged_file_is_left_out_and_named(
    majungmul: Console, kept: Work, tmp_path: Path, damage: Callable[[Path], None]
) -> None:
    sha256 = kept.paper.file.sha256
    damage(store.path_of(sha256))
    said = majungmul("backup", tmp_path / "one", "--json")
    assert (said.status, said.json["damaged"], said.json["files"]) == (1, [sha256], 1)
    assert sha256 in majungmul("backup", tmp_path / "two").out


# ── refused ──────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.usefixtures("still")
def test_a_name_that_is_taken_is_left_alone(majungmul: Console, tmp_path: Path) -> None:
    taken = tmp_path / "one"
    taken.write_text("mine")
    said = majungmul("backup", taken)
    assert (said.status, said.out) == (2, "")
    assert "이미 있어" in said.err
    assert taken.read_text() == "mine"


@pytest.mark.usefixtures("still")
def test_a_folder_that_is_not_there_is_a_sentence(majungmul: Console, tmp_path: Path) -> None:
    said = majungmul("backup", tmp_path / "none" / "one")
    assert said.status == 2
    assert "쓰지 못했습니다" in said.err
    assert not (tmp_path / "none").exists()


@pytest.mark.usefixtures("still")
def test_a_full_disk_leaves_no_file(majungmul: Console, tmp_path: Path) -> None:
    folder = tmp_path / "usb"
    folder.mkdir()
    fingerprint()  # the database is open
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, hard))
    try:
        said = majungmul("backup", folder / "one")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert said.status == 2
    assert "쓰지 못했습니다" in said.err
    assert list(folder.iterdir()) == []
    assert majungmul("backup", folder / "one").status == 0


@pytest.mark.usefixtures("still")
def test_without_a_database_none_is_made(majungmul: Console, tmp_path: Path) -> None:
    with elsewhere(tmp_path / "elsewhere") as place:
        said = majungmul("backup", tmp_path / "one")
        assert list(place.home.iterdir()) == []
    assert said.status == 2
    assert "아직 데이터베이스가 없습니다" in said.err
    assert not (tmp_path / "one").exists()


@pytest.mark.usefixtures("kept")
def test_a_newer_database_is_left_alone(majungmul: Console, tmp_path: Path) -> None:
    MigrationRecorder(connection).record_applied("ledger", "0099_tomorrow")
    before = fingerprint()
    said = majungmul("backup", tmp_path / "one")
    assert said.status == 2
    assert "ledger 0099_tomorrow" in said.err
    assert fingerprint() == before
    assert not (tmp_path / "one").exists()


# ── the rows as lines ────────────────────────────────────────────────────────────────────────────────────


def test_a_row_is_said_in_full_whatever_kind_its_values_are(
    majungmul: Console, still: Work, tmp_path: Path
) -> None:
    majungmul("backup", tmp_path / "one")
    held = {name: content.read().splitlines() for name, content in archive.members(tmp_path / "one")}
    names, draft = map(json.loads, held["tables/trail_draft"])
    assert dict(zip(names, draft, strict=True))["content"] == {"금액": "1,000", "쪽": [1, 2.5, None]}
    names, *accounts = map(json.loads, held["tables/ledger_account"])
    said = {row[names.index("id")]: dict(zip(names, row, strict=True)) for row in accounts}[
        str(still.on.plan.pk)
    ]
    assert (said["credits_posted"], said["debits_posted"], said["of_id"]) == (1_000_000, 1_000_000, None)
    assert (
        held["files/" + still.paper.file.sha256]
        == store.path_of(still.paper.file.sha256).read_bytes().splitlines()
    )
