"""Raw SQL against the ledger: what an intruder, or a program that is not ours, would write."""

from collections.abc import Iterator
from contextlib import contextmanager
from uuid import UUID

from django.apps import apps
from django.db import connection

from majungmul.books.ledger.models import Account, Transfer
from majungmul.books.trail.guards import all_guards
from majungmul.values.uuid7 import uuid7

COLUMNS = "id, jurisdiction_id, debit_id, credit_id, amount, phase, of_id, movement, key, reason, at"


def run(sql: str) -> int:
    """Run one statement, in a savepoint where a transaction is open; how many rows it touched."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")  # what is deferred would stand in the way
        cursor.execute("SAVEPOINT raw")
        try:
            cursor.execute(sql)
            touched = int(cursor.rowcount)
        except BaseException:
            cursor.execute("ROLLBACK TO SAVEPOINT raw")
            raise
        cursor.execute("RELEASE SAVEPOINT raw")
    return touched


def key_of(row: UUID) -> str:
    """A key as both databases take it in a statement."""
    return f"'{row.hex}'"


def transfer(debit: Account, credit: Account, amount: object, phase: str = "single", **other: str) -> str:
    """A statement that writes a transfer; `other` sets its other columns, as SQL."""
    values = {
        "id": key_of(uuid7()),
        "jurisdiction_id": key_of(debit.jurisdiction_id),
        "debit_id": key_of(debit.pk),
        "credit_id": key_of(credit.pk),
        "amount": str(amount),
        "phase": f"'{phase}'",
        "of_id": "NULL",
        "movement": "'raw'",
        "key": key_of(uuid7()),
        "reason": "'raw'",
        "at": "'2018-03-02 03:00:00+00:00'",
        **other,
    }
    said = ", ".join(values[name] for name in COLUMNS.split(", "))
    return f"INSERT INTO ledger_transfer ({COLUMNS}) VALUES ({said})"


def part_of(promise: Transfer, amount: int, phase: str = "post") -> str:
    """A statement that posts, voids or reverses a part of a transfer."""
    return transfer(promise.debit, promise.credit, amount, phase, of_id=key_of(promise.pk))


# ── guards, torn out ─────────────────────────────────────────────────────────────────────────────────────


@contextmanager
def without(*names: str) -> Iterator[None]:
    """These triggers or CHECKs are away for a while."""
    triggers = [guard for guard in all_guards(apps, connection.vendor) if guard.name in names]
    checks = set(names) - {guard.name for guard in triggers}
    sqlite = connection.vendor == "sqlite"
    with connection.cursor() as cursor:
        if not sqlite:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        for guard in triggers:
            cursor.execute(f"DROP TRIGGER {guard.name}" + ("" if sqlite else f" ON {guard.table}"))
        if sqlite:
            cursor.execute(f"PRAGMA ignore_check_constraints = {'ON' if checks else 'OFF'}")
        for check in checks if not sqlite else ():
            cursor.execute(f"ALTER TABLE {table_of(check)} DROP CONSTRAINT {check}")
    try:
        yield
    finally:
        if sqlite:
            run("PRAGMA ignore_check_constraints = OFF")


def table_of(check: str) -> str:
    """The table of a CHECK."""
    return f"ledger_{check.partition('_')[0]}"
