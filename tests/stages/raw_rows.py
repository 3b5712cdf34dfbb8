"""Rows written behind everybody's back, one of any kind in any state, to try the guards of their table alone."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db import connection, models

from majungmul.books.trail.guards import all_guards
from majungmul.values.uuid7 import uuid7

CONSTRAINTS = "SELECT conname FROM pg_constraint WHERE conrelid = %s::regclass AND contype IN ('c', 'f')"

FILLING: dict[str, Any] = {
    "BooleanField": False,
    "CharField": "x",
    "TextField": "x",
    "DateField": date(2018, 3, 2),
    "DateTimeField": datetime(2018, 3, 2, tzinfo=UTC),
    "JSONField": {},
}
"""What stands in a column of that kind where a row must have something; numbers are 1, keys are new."""


@contextmanager
def unchecked(model: type[models.Model]) -> Iterator[None]:
    """What the table's CHECKs and foreign keys ask for does not hold; its guards do. Nothing remains afterwards."""
    table, postgresql = model._meta.db_table, connection.vendor == "postgresql"
    with connection.cursor() as cursor:
        cursor.execute("SAVEPOINT unchecked")
        if postgresql:
            cursor.execute(CONSTRAINTS, [table])
            for (name,) in cursor.fetchall():
                cursor.execute(f'ALTER TABLE {table} DROP CONSTRAINT "{name}"')
        else:
            cursor.execute("PRAGMA ignore_check_constraints = ON")
        try:
            yield
        finally:
            cursor.execute("ROLLBACK TO SAVEPOINT unchecked")
            if not postgresql:
                cursor.execute("PRAGMA ignore_check_constraints = OFF")


def put(model: type[models.Model], **said: Any) -> UUID:
    """A row of this kind, past the guards of its table, which stand again afterwards."""
    table = model._meta.db_table
    guards = [guard for guard in all_guards(apps, connection.vendor) if guard.table == table]
    on = f" ON {table}" if connection.vendor == "postgresql" else ""
    row = model(**{field.attname: _filling(field) for field in model._meta.concrete_fields} | said)
    with connection.cursor() as cursor:
        for guard in guards:
            cursor.execute(f"DROP TRIGGER {guard.name}{on}")
        models.Model.save_base(row, raw=True, force_insert=True)
        for guard in guards:
            cursor.execute(guard.create)
    key: UUID = row.pk
    return key


def _filling(field: "models.Field[Any, Any]") -> Any:
    if field.null:
        return None
    target = field.target_field if isinstance(field, models.ForeignKey) else field
    if isinstance(target, models.UUIDField):
        return uuid7()
    return FILLING.get(target.get_internal_type(), 1)
