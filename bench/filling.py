"""채우기 — what one body has in the books and stages, copied by SQL so many times, with every guard in its place."""

import re
from collections.abc import Iterator
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db import connection, models, transaction  # noqa: TID251 - past every action, all or nothing

NOT_COPIED = {
    *("parties.Office", "payment.BankList", "files.StoredFile"),  # what copies share
    *("review.CheckedItem", "award.Condition"),  # many for each, and asked for by nothing that is measured
    "ledger.Transfer",  # those of so many would be far beyond any budget
}

NUMBERED = re.compile(r"20\d\d-\D+-\d{5}")
TEXTS = {
    "name": "name || n",
    "plain": "plain || n",
    "skeleton": "skeleton || n",
    "code": "code || ':' || n",
    "business_number": "printf('9%%09d', n)",
    "check_code": "printf('%%08x', n)",
    "approval_number": "printf('bench-%%d', n)",
}
"""Texts that must differ from copy to copy, in SQLite's words."""
NUMBER = "printf('%%d%%s%%05d', 2018 - n / 50000, substr(number, 5, length(number) - 9), n %% 50000 + 1000)"
"""Two years of numbers: five digits do not number a hundred thousand."""
ACCOUNT = dict.fromkeys(("debits_pending", "debits_posted", "credits_pending", "credits_posted"), "0")

FILL = """
WITH RECURSIVE numbers(n) AS (SELECT %(first)s UNION ALL SELECT n + 1 FROM numbers WHERE n < %(last)s)
INSERT INTO {table} ({columns}) SELECT {values} FROM numbers, {table} WHERE {table}.id = %(sample)s
"""

Row = models.Model


def fill(samples: list[Row], first: int, last: int) -> int:
    """The copies of these rows, and of whatever points at them, that bear these numbers; how many rows they are."""
    rows = list(_all_of(samples))
    places = {row.pk: order for order, row in enumerate(rows)}
    with transaction.atomic(), connection.cursor() as cursor:
        for row in rows:
            sql = _copying(row, places)
            cursor.execute(sql, {"first": first, "last": last, "sample": row.pk.hex})
    return len(rows) * (last - first + 1)


def _all_of(start: list[Row]) -> Iterator[Row]:
    """These rows, and what points at any of them, and the accounts of lines: each once."""
    seen: set[UUID] = set()
    waiting = list(start)
    while waiting:
        row = waiting.pop(0)
        if row.pk in seen or row._meta.label in NOT_COPIED:
            continue
        seen.add(row.pk)
        yield row
        waiting += _pointing_at(row)
        if account := getattr(row, "account", None) if row._meta.label == "award.AwardLine" else None:
            waiting.append(account)


def _pointing_at(row: Row) -> Iterator[Row]:
    for model in apps.get_models():
        if not any(field.name == "jurisdiction" for field in model._meta.concrete_fields):
            continue
        for field in model._meta.concrete_fields:
            if field.related_model is type(row) or field.name == "subject":
                yield from model._base_manager.filter(**{field.attname: row.pk}).order_by("pk")


def _copying(row: Row, places: dict[UUID, int]) -> str:
    """The statement that writes the copies of one row."""
    table, fields = row._meta.db_table, row._meta.concrete_fields
    columns = ", ".join(f'"{field.column}"' for field in fields)
    values = ", ".join(_value(row, field, places) for field in fields)
    return FILL.format(table=table, columns=columns, values=values)


def _value(row: Row, field: "models.Field[Any, Any]", places: dict[UUID, int]) -> str:
    """The SQL of one column of a copy: as the sample has it, but for keys and what must differ."""
    value = getattr(row, field.attname)
    if isinstance(value, UUID) and value in places:
        return f"printf('bbbb%%012x%%016x', {places[value]}, n)"
    if field.column == "number" and isinstance(value, str) and NUMBERED.fullmatch(value):
        return NUMBER
    if row._meta.label == "ledger.Account":
        if field.column in ACCOUNT:
            return ACCOUNT[field.column]
        if field.column == "last":
            return "NULL"
    if value not in ("", None) and field.column in TEXTS and isinstance(value, str):
        return TEXTS[field.column]
    return f'{row._meta.db_table}."{field.column}"'
