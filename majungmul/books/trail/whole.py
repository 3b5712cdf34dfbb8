"""통째로 — the whole database: read as it was at one instant, or written back whole or not at all."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction  # noqa: TID251 - a restore is no act: it brings back acts

from majungmul.books.trail.guards import drop_all
from majungmul.books.trail.turn import turn

READ = {"sqlite": "BEGIN", "postgresql": "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"}
"""Reads that hold up no writer. Django's own BEGIN would take the turn to write on SQLite."""


@contextmanager
def one_instant() -> Iterator[None]:
    """한 시점 — all that is read inside was so at one instant, while others go on writing."""
    with connection.cursor() as cursor:
        cursor.execute(READ[connection.vendor])
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute("ROLLBACK")


@contextmanager
def whole_or_nothing() -> Iterator[None]:
    """전부 아니면 아무것도 — rows are written back with the guards off; whoever does puts them on again.

    Nobody else writes meanwhile; whatever ends it before its end, the kill of the process too, leaves
    the database as it was.
    """
    with turn(), transaction.atomic(durable=True):
        drop_all(connection.alias)
        yield
        connection.check_constraints()
