"""`majungmul upgrade` — the database at the program's version, after a backup of how it was."""

from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from majungmul.books.upkeep import archive, versions
from tests.console.said import Console
from tests.console.work import Work, elsewhere
from tests.database import fingerprint


@pytest.fixture
def older(kept: Work) -> Work:
    """A city at work, as it was before there were duties."""
    call_command("migrate", "duties", "zero", verbosity=0)
    assert versions.waiting()
    return kept


def test_it_backs_up_and_then_migrates_and_says_so(majungmul: Console, older: Work) -> None:
    waiting = [" ".join(step) for step in versions.waiting()]
    said = majungmul("upgrade", "--json")
    assert (said.status, said.json["applied"]) == (0, waiting)
    backup = Path(said.json["backup"])
    assert backup.parent == older.place.home / "backups"
    assert backup.name in said.err
    held = archive.checked(backup)
    assert "tables/duties_duty" not in held.members
    assert held.members["tables/ledger_transfer"].rows == 7
    assert versions.waiting() == []
    assert majungmul("verify").status == 0


def test_where_there_is_nothing_to_do_nothing_is_done(majungmul: Console, still: Work) -> None:
    said = majungmul("upgrade")
    assert said.status == 0
    assert "아무것도 바꾸지 않았습니다" in said.out
    assert majungmul("upgrade", "--json").json == {"backup": None, "applied": []}
    assert not (still.place.home / "backups").exists()


@pytest.mark.usefixtures("kept")
@pytest.mark.usefixtures("still")
def test_a_newer_database_is_refused_and_left_alone(majungmul: Console) -> None:
    MigrationRecorder(connection).record_applied("ledger", "0099_tomorrow")
    before = fingerprint()
    said = majungmul("upgrade")
    assert (said.status, said.out) == (2, "")
    assert "ledger 0099_tomorrow" in said.err
    assert fingerprint() == before


def test_without_a_backup_nothing_is_migrated(majungmul: Console, older: Work) -> None:
    (older.place.home / "backups").write_text("a file where the folder should be")
    before, waiting = fingerprint(), versions.waiting()
    said = majungmul("upgrade")
    assert said.status == 2
    assert "쓰지 못했습니다" in said.err
    assert (fingerprint(), versions.waiting()) == (before, waiting)


@pytest.mark.usefixtures("still")
@pytest.mark.usefixtures("still")
def test_without_a_database_it_is_a_sentence(majungmul: Console, tmp_path: Path) -> None:
    with elsewhere(tmp_path / "elsewhere"):
        said = majungmul("upgrade")
        assert connection.introspection.table_names() == []
    assert said.status == 2
    assert "아직 데이터베이스가 없습니다" in said.err
