"""`majungmul verify` — clean where all is well, and where a guard was away the row that is wrong is named."""

from collections.abc import Callable, Sequence
from contextlib import nullcontext
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from majungmul.books.files import store
from majungmul.books.ledger.models import Transfer
from majungmul.books.parties.models import Office
from majungmul.books.trail.guards import drop_all
from majungmul.books.trail.models import Event, PersonalValue
from tests.console.said import Console
from tests.console.work import Work, elsewhere, guards_off, sql, tampered

CHECKS = {"storage", "totals", "told", "chain", "personal", "files", "jurisdictions", "guards"}


def wrong(found: dict[str, Any]) -> set[str]:
    """The checks that found anything."""
    return {name for name in CHECKS if found[name]}


@pytest.mark.usefixtures("still")
def test_all_is_well_and_it_says_how_much_it_looked_at(majungmul: Console) -> None:
    said = majungmul("verify", "--json")
    assert (said.status, said.err) == (0, "")
    assert said.json.keys() == {*CHECKS, "looked_at"}
    assert wrong(said.json) == set()
    looked_at = said.json["looked_at"]
    counts = {name: looked_at[name] for name in ("jurisdictions", "transfers", "files")}
    assert counts == {"jurisdictions": 2, "transfers": 7, "files": 2}
    assert all(looked_at[name] > 10 for name in ("accounts", "events", "personal", "keys", "guards"))


@pytest.mark.usefixtures("still")
def test_a_person_reads_a_table(majungmul: Console) -> None:
    said = majungmul("verify")
    assert "어긋난 곳이 없습니다." in said.out
    assert "이체 7" in said.out


# ── a guard torn out and a row edited: each edit says which check must name which row ────────────────────

Named = dict[str, str]


def transfer(kept: Work) -> Transfer:
    """The last payment."""
    return Transfer.objects.filter(credit=kept.on.supported).latest("id")


def more_paid(kept: Work) -> Named:
    tampered("UPDATE ledger_transfer SET amount = amount + 1 WHERE id = %s", transfer(kept).pk)
    return {"totals": str(kept.on.supported.pk), "told": str(transfer(kept).pk)}


def another_total(kept: Work) -> Named:
    tampered("UPDATE ledger_account SET credits_posted = credits_posted + 1 WHERE id = %s", kept.on.plan.pk)
    return {"totals": str(kept.on.plan.pk)}


def a_higher_cap(kept: Work) -> Named:
    tampered('UPDATE ledger_account SET "limit" = 900000 WHERE id = %s', kept.on.capped.pk)
    return {"told": str(kept.on.capped.pk)}


def another_day(kept: Work) -> Named:
    tampered("UPDATE ledger_transfer SET at = '2018-12-31 00:00:00+00:00' WHERE id = %s", transfer(kept).pk)
    return {"told": str(transfer(kept).pk)}


def a_payment_gone(kept: Work) -> Named:
    gone = transfer(kept).pk
    tampered("DELETE FROM ledger_transfer WHERE id = %s", gone)
    return {"totals": str(kept.on.supported.pk), "told": str(gone)}


def another_story(kept: Work) -> Named:
    number = Event.objects.filter(jurisdiction=kept.on.officer.jurisdiction).latest("number").number - 3
    told = 'UPDATE trail_event SET payload = replace(payload, \'"title":"\', \'"title":"부\')'
    tampered(f"{told} WHERE jurisdiction_id = %s AND number = %s", kept.on.officer.jurisdiction, number)
    return {"chain": f"{kept.on.officer.jurisdiction} {number}번"}


def an_event_gone(kept: Work) -> Named:
    gone = Event.objects.get(jurisdiction=kept.on.officer.jurisdiction, number=3)
    value = PersonalValue.objects.filter(event=gone.pk).earliest("id")
    tampered("DELETE FROM trail_event WHERE id = %s", gone.pk)
    return {"chain": f"{kept.on.officer.jurisdiction} 3번", "personal": str(value.pk)}


def a_chain_gone(kept: Work) -> Named:
    other = Office.objects.exclude(jurisdiction=kept.on.officer.jurisdiction).get().jurisdiction_id
    with guards_off():
        for table in ("trail_personalvalue", "trail_asked", "trail_event"):
            sql(f"DELETE FROM {table} WHERE jurisdiction_id = %s", other)
    return {"chain": str(other)}


def another_name(kept: Work) -> Named:
    value = PersonalValue.objects.filter(row=kept.on.officer.person).earliest("id")
    tampered("UPDATE trail_personalvalue SET value = '\"임꺽정\"' WHERE id = %s", value.pk)
    return {"personal": str(value.pk)}


def an_office_of_another_city(kept: Work) -> Named:
    other = Office.objects.exclude(jurisdiction=kept.on.officer.jurisdiction).get()
    tampered("UPDATE parties_person SET office_id = %s WHERE id = %s", other.pk, kept.on.officer.person)
    return {"jurisdictions": str(kept.on.officer.person)}


def a_flipped_bit(kept: Work) -> Named:
    path = store.path_of(kept.paper.file.sha256)
    path.chmod(0o600)
    data = path.read_bytes()
    path.write_bytes(bytes([*data[:-3], data[-3] ^ 1, *data[-2:]]))
    return {"files": str(kept.paper.file.pk)}


def a_file_gone(kept: Work) -> Named:
    store.path_of(kept.table.file.sha256).unlink()
    return {"files": str(kept.table.file.pk)}


def a_guard_gone(_: Work) -> Named:
    on = " ON trail_event" if connection.vendor == "postgresql" else ""
    sql(f"DROP TRIGGER guard_trail_event_no_update{on}")
    return {"guards": "guard_trail_event_no_update"}


def a_guard_asleep(_: Work) -> Named:
    name = "guard_trail_event_no_delete"
    if connection.vendor == "postgresql":
        sql(f"ALTER TABLE trail_event DISABLE TRIGGER {name}")
    else:
        sql(f"DROP TRIGGER {name}")
        sql(f"CREATE TRIGGER {name} BEFORE DELETE ON trail_event FOR EACH ROW BEGIN SELECT 1; END")
    return {"guards": name}


@pytest.mark.parametrize(
    "edits",
    [
        (more_paid, another_story, another_name, an_office_of_another_city, a_flipped_bit, a_guard_gone),
        (another_total, a_higher_cap, an_event_gone, a_file_gone, a_guard_asleep),
        (a_payment_gone, a_chain_gone),
        (another_day,),
    ],
    ids=["every check", "other ways", "gone", "a day"],
)
def test_what_is_wrong_is_found_by_its_check_and_its_row_named(
    majungmul: Console, kept: Work, edits: Sequence[Callable[[Work], Named]]
) -> None:
    """Edits of different checks go into one database; no check may find what none of them is about."""
    must_be_named = {check: row for edit in edits for check, row in edit(kept).items()}
    said = majungmul("verify", "--json")
    assert said.status == 1
    assert wrong(said.json) == set(must_be_named)
    for check, row in must_be_named.items():
        named = [f"{fault['row']} {fault['what']}" for fault in said.json[check]]
        assert any(row in each for each in named), (check, named)


def test_a_person_reads_the_first_row_of_each_check(majungmul: Console, kept: Work) -> None:
    row = another_total(kept)["totals"]
    said = majungmul("verify")
    assert said.status == 1
    assert row in said.out.replace("\n", "")
    assert "어긋난 곳이 있습니다." in said.out


def test_of_very_many_the_first_are_named(
    majungmul: Console, kept: Work, monkeypatch: pytest.MonkeyPatch
) -> None:
    tampered("UPDATE ledger_account SET label = 'x' WHERE year = %s", kept.on.plan.year)
    monkeypatch.setattr("majungmul.books.upkeep.verification.MOST", 3)
    assert len(majungmul("verify", "--json").json["told"]) == 3
    assert "3건 이상" in majungmul("verify").out


# ── the embedded database itself ─────────────────────────────────────────────────────────────────────────


@pytest.mark.sqlite
def test_a_damaged_page_is_said_and_nothing_else_believed(majungmul: Console, kept: Work) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT rootpage FROM sqlite_master WHERE name = 'ledger_transfer'")
        page = cursor.fetchone()[0]
        cursor.execute("PRAGMA page_size")
        size = cursor.fetchone()[0]
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    file = Path(kept.place.name)
    data = bytearray(file.read_bytes())
    data[(page - 1) * size : page * size] = bytes(size)
    file.write_bytes(data)
    said = majungmul("verify", "--json")
    assert said.status == 1
    assert "손상되었습니다" in said.json["storage"][0]["what"]
    file.write_bytes(b"SQLite " + bytes(4096))
    said = majungmul("verify")
    assert said.status == 1
    assert "손상되었습니다" in said.out.replace("\n", "")


@pytest.mark.sqlite
def test_a_key_that_points_at_nothing_is_found(majungmul: Console, kept: Work) -> None:
    sql("PRAGMA foreign_keys = OFF")
    drop_all("default")
    sql("DELETE FROM parties_office WHERE id = %s", kept.on.officer.office)
    found = majungmul("verify", "--json").json
    assert "parties_person" in {fault["table"] for fault in found["storage"]}


# ── while others work ────────────────────────────────────────────────────────────────────────────────────


def paid_between(majungmul: Console, kept: Work) -> tuple[int, int]:
    """Somebody pays when the transfers are added up and the accounts not read yet: status, and how often."""
    paid: list[int] = []

    def pay() -> None:
        kept.pay(1000)
        paid.append(1000)
        connection.close()

    def watching(execute: Any, query: str, values: Any, *more: Any) -> Any:
        result = execute(query, values, *more)
        ours = kept.on.officer.jurisdiction.hex in str(values).replace("-", "")
        if ours and not paid and "SUM(" in query and '"credit_id"' in query:
            somebody = Thread(target=pay)
            somebody.start()
            somebody.join()
        return result

    with connection.execute_wrapper(watching):
        status = majungmul("verify").status
    return status, len(paid)


def test_work_that_goes_on_meanwhile_is_no_fault(majungmul: Console, kept: Work) -> None:
    assert paid_between(majungmul, kept) == (0, 1)
    assert majungmul("verify").status == 0


def test_without_one_instant_it_would_be(
    majungmul: Console, kept: Work, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("majungmul.books.upkeep.verification.one_instant", nullcontext)
    assert paid_between(majungmul, kept) == (1, 1)


# ── nothing to look at ───────────────────────────────────────────────────────────────────────────────────


@pytest.mark.usefixtures("still")
def test_without_a_database_it_is_a_sentence_and_none_is_made(majungmul: Console, tmp_path: Path) -> None:
    with elsewhere(tmp_path / "elsewhere") as place:
        said = majungmul("verify", "--json")
        assert list(place.home.iterdir()) == []
    assert (said.status, said.out) == (2, "")
    assert "아직 데이터베이스가 없습니다" in said.err


@pytest.mark.usefixtures("kept")
def test_a_database_of_another_version_is_a_sentence(majungmul: Console) -> None:
    MigrationRecorder(connection).record_applied("ledger", "0099_tomorrow")
    said = majungmul("verify")
    assert said.status == 2
    assert "새 판" in said.err
    MigrationRecorder(connection).record_unapplied("ledger", "0099_tomorrow")
    MigrationRecorder(connection).record_unapplied("duties", "0001_initial")
    said = majungmul("verify")
    assert said.status == 2
    assert "majungmul upgrade" in said.err
