"""표 — every table as the migrations made it, its rows as lines, and lines as rows again.

A line is the same on both databases, so that what was kept of one can be brought back into the other.
"""

import json
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from itertools import islice
from typing import Any
from uuid import UUID

from django.apps import apps as installed
from django.db import connection, models
from django.db.migrations.loader import MigrationLoader
from django.db.models import BigIntegerField, ExpressionWrapper, F

from majungmul.books.upkeep.versions import Step

AT_ONCE = 1000
Table = type[models.Model]


def tables_at(steps: Iterable[Step]) -> dict[str, Table]:
    """The tables of ours as these migrations made them, by name: models without any behaviour of ours.

    Sessions and what else libraries keep is no record: it is made anew, and nobody is logged in after a restore.
    """
    loader = MigrationLoader(None)
    apps = loader.project_state([step for step in sorted(steps) if step in loader.graph.nodes]).apps
    ours = [model for model in apps.get_models(include_auto_created=True) if _is_ours(model)]
    found = {model._meta.db_table: model for model in ours}
    return dict(sorted(found.items()))


def _is_ours(model: Table) -> bool:
    """Whether it is a table of a book or a stage."""
    return installed.get_app_config(model._meta.app_label).name.startswith("majungmul.")


def rows_in(tables: dict[str, Table]) -> bool:
    """Whether any of these tables that are there has a row."""
    there = set(connection.introspection.table_names())
    return any(rows_of(table).exists() for name, table in tables.items() if name in there)


def rows_of(table: Table) -> models.QuerySet[Any]:
    """All its rows."""
    return table._base_manager.all()


def _fields(table: Table) -> list[Any]:
    return list(table._meta.concrete_fields)


# ── rows to lines ────────────────────────────────────────────────────────────────────────────────────────


def lines_of(table: Table) -> Iterator[bytes]:
    """The names of the columns, then each row in order of its key: JSON, one line each."""
    fields = _fields(table)
    yield _line([field.attname for field in fields])
    rows = rows_of(table).order_by("pk").values_list(*map(_as_stored, fields))
    for row in rows.iterator(chunk_size=AT_ONCE):
        yield _line(row)


def _as_stored(field: Any) -> Any:  # noqa: ANN401 - as Django types it
    """Whole numbers as they are: what was altered need be no Won."""
    whole = field.get_internal_type() == "BigIntegerField"
    return ExpressionWrapper(F(field.attname), BigIntegerField()) if whole else field.attname


def _line(values: Iterable[Any]) -> bytes:
    text = json.dumps(list(values), ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=_said)
    return text.encode() + b"\n"


def _said(value: object) -> str:
    """A value that JSON has no word for. TypeError: a bug, for a kind that is not known here."""
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, UUID | Decimal):
        return str(value)
    message = f"{type(value).__name__} cannot be backed up"
    raise TypeError(message)


# ── lines to rows ────────────────────────────────────────────────────────────────────────────────────────


def bring_back(table: Table, lines: Iterator[bytes]) -> None:
    """Write the rows that `lines_of` said, as they are."""
    fields = {field.attname: field for field in _fields(table)}
    chosen = [fields[name] for name in json.loads(next(lines))]
    quote = connection.ops.quote_name
    columns = ", ".join(quote(field.column) for field in chosen)
    places = ", ".join(["%s"] * len(chosen))
    insert = f"INSERT INTO {quote(table._meta.db_table)} ({columns}) VALUES ({places})"  # noqa: S608 (names of ours)
    with connection.cursor() as cursor:
        while batch := [_values(chosen, line) for line in islice(lines, AT_ONCE)]:
            cursor.executemany(insert, batch)


def _values(fields: list[Any], line: bytes) -> list[Any]:
    said = json.loads(line)
    return [_value(field, value) for field, value in zip(fields, said, strict=True)]


def _value(field: Any, said: Any) -> Any:  # noqa: ANN401 - as Django types it
    value = None if said is None else field.to_python(said)
    return field.get_db_prep_save(value, connection)
