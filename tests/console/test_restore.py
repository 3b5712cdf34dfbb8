"""`majungmul restore` — a backup brought back into nothing: the same to the won, the hash and the byte."""

import os
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import DatabaseError

from majungmul.books.upkeep import archive, versions
from majungmul.books.upkeep.manifest import Manifest
from tests.console.said import Console
from tests.console.work import Work, elsewhere, has_rows, sql, tampered
from tests.database import Scratch


def held(path: Path) -> Manifest:
    return archive.checked(path)


# ── the same ─────────────────────────────────────────────────────────────────────────────────────────────


def test_what_comes_back_is_what_was_kept(majungmul: Console, kept: Work, tmp_path: Path) -> None:
    majungmul("backup", tmp_path / "one.backup")
    kept.pay(777)
    with elsewhere(tmp_path / "elsewhere"):
        said = majungmul("restore", tmp_path / "one.backup", "--json")
        assert (said.status, said.err) == (0, "")
        assert said.json["verification"]["looked_at"]["transfers"] == 7
        assert kept.balance == 300_000
        majungmul("backup", tmp_path / "again.backup")
    first, again = held(tmp_path / "one.backup"), held(tmp_path / "again.backup")
    assert (again.members, again.heads, again.ledger) == (first.members, first.heads, first.ledger)
    assert kept.balance == 299_223


@pytest.mark.usefixtures("place")
def test_work_goes_on_where_it_was_left_and_the_guards_stand(
    majungmul: Console, backup: Path, at_work: Work
) -> None:
    assert "어긋난 곳이 없습니다" in majungmul("restore", backup).out
    at_work.pay(123)
    assert majungmul("verify").status == 0
    with pytest.raises(DatabaseError):
        sql("UPDATE ledger_account SET debits_posted = 0")


def test_what_was_wrong_comes_back_as_it_was_and_is_named(
    majungmul: Console, kept: Work, tmp_path: Path, empty_database: str
) -> None:
    tampered("UPDATE ledger_account SET credits_posted = credits_posted + 1 WHERE kind = 'plan'")
    majungmul("backup", tmp_path / "one")
    with elsewhere(tmp_path / "elsewhere", empty_database):
        said = majungmul("restore", tmp_path / "one", "--json")
    assert said.status == 1
    assert [fault["row"] for fault in said.json["verification"]["totals"]] == [str(kept.on.plan.pk)]
    assert said.json["verification"]["guards"] == []


@pytest.mark.postgresql
def test_from_one_kind_of_database_into_the_other_and_back(
    majungmul: Console, backup: Path, tmp_path: Path
) -> None:
    home = tmp_path / "sqlite"
    home.mkdir()
    embedded = Scratch("", home, {**os.environ, "MAJUNGMUL_HOME": str(home), "DATABASE_URL": ""})  # noqa: TID251
    moves = embedded.start(
        "import sys; from majungmul.console import backup, restore;"
        "sys.exit(restore.run(sys.argv[1:2]) or backup.run(sys.argv[2:]))",
        *map(str, (backup, tmp_path / "two.backup")),
    )
    assert moves.communicate()[0]
    assert moves.returncode == 0
    first, second = held(backup), held(tmp_path / "two.backup")
    assert (first.database, second.database) == ("postgresql", "sqlite")
    assert (second.members, second.heads, second.ledger) == (first.members, first.heads, first.ledger)
    with elsewhere(tmp_path / "back"):
        assert majungmul("restore", tmp_path / "two.backup").status == 0
        majungmul("backup", tmp_path / "three.backup")
    assert held(tmp_path / "three.backup").members == first.members


@pytest.mark.usefixtures("kept")
def test_a_backup_of_an_older_version_comes_back_at_ours(majungmul: Console, tmp_path: Path) -> None:
    call_command("migrate", "duties", "zero", verbosity=0)
    majungmul("backup", tmp_path / "old.backup")
    assert "tables/duties_duty" not in held(tmp_path / "old.backup").members
    with elsewhere(tmp_path / "elsewhere"):
        assert majungmul("restore", tmp_path / "old.backup").status == 0
        assert versions.waiting() == []


# ── killed ───────────────────────────────────────────────────────────────────────────────────────────────

KILLED = """
import sys, time
from pathlib import Path
from majungmul.console.start import start
start()
from django.db import connection
from majungmul.books.upkeep import restoring
def waiting(*_):
    if sys.argv[2] == "committed":
        connection.connection.commit()
    print("all rows are in", flush=True)
    time.sleep(60)
restoring._refuse_differing = waiting
restoring.restore(Path(sys.argv[1]))
"""


def _kill(place: Scratch, backup: Path, rows: str) -> None:
    """Kill a restore that has written all rows, and not held them against the backup yet."""
    with place.start(KILLED, str(backup), rows) as running:
        assert running.stdout is not None
        assert running.stdout.readline() == "all rows are in\n"
        running.kill()


def test_a_kill_leaves_nothing_half_done_and_it_can_be_done_again(
    majungmul: Console, backup: Path, place: Scratch
) -> None:
    _kill(place, backup, "uncommitted")
    assert not has_rows()
    assert majungmul("restore", backup).status == 0
    assert has_rows()


def test_without_one_transaction_a_kill_leaves_rows(majungmul: Console, backup: Path, place: Scratch) -> None:
    _kill(place, backup, "committed")
    assert has_rows()
    said = majungmul("verify")
    assert said.status == 1
