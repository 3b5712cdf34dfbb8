"""이력과 원장 — the ledger's rows held against what the chain tells of them; read only.

Totals can be worked out again; a limit, a kind or a reason can't: only the chain knows how they were written.
"""

import json
from collections.abc import Iterator
from typing import Any
from uuid import UUID

from majungmul.books.ledger.models import Account, CarryOver, FiscalYear, Transfer
from majungmul.books.ledger.own_guards import MOVED
from majungmul.books.ledger.verification import Finding
from majungmul.books.trail.canonical import plain
from majungmul.books.trail.models import Event

MODELS = (FiscalYear, Account, CarryOver, Transfer)
AT_ONCE = 500
"""Rows that are compared together; SQLite takes so many keys in one question."""

Fields = dict[str, Any]
Batch = dict[UUID, Fields]


def untold(jurisdiction: UUID) -> Iterator[Finding]:
    """Rows that are not as the chain tells them, that are gone, or that it does not know."""
    known: dict[Any, set[UUID]] = {model: set() for model in MODELS}
    for model, batch in _told(jurisdiction):
        stored = model.objects.filter(jurisdiction=jurisdiction).in_bulk(list(batch))
        known[model].update(stored)
        yield from _compared(model, stored, batch)
    for model in MODELS:
        yield from _unknown(jurisdiction, model, known[model])


def _told(jurisdiction: UUID) -> Iterator[tuple[Any, Batch]]:
    """What the chain tells of the rows of each model, some at a time.

    A year changes twice, so it waits for the end: there are fewer years than are compared at once.
    """
    waiting: dict[str, Batch] = {model._meta.label_lower: {} for model in MODELS}
    models = dict(zip(waiting, MODELS, strict=True))
    events = Event.objects.filter(jurisdiction=jurisdiction).order_by("number")
    for payload in events.values_list("payload", flat=True).iterator():
        for change in json.loads(payload)["changes"]:
            if change["model"] in waiting:
                rows, key = waiting[change["model"]], UUID(change["row"])
                rows[key] = rows.get(key, {}) | change["after"]
        for label in [label for label, rows in waiting.items() if len(rows) >= AT_ONCE]:
            yield models[label], waiting[label]
            waiting[label] = {}
    yield from ((models[label], rows) for label, rows in waiting.items())


def _compared(model: Any, stored: dict[UUID, Any], told: Batch) -> Iterator[Finding]:  # noqa: ANN401 - one of MODELS
    for key, fields in told.items():
        if key not in stored:
            yield Finding(_table(model), key, "이력에는 있는데 원장에 없습니다.")
        elif differing := _differing(stored[key], fields):
            yield Finding(_table(model), key, f"이력과 다릅니다: {', '.join(differing)}.")


def _differing(row: Any, told: Fields) -> list[str]:  # noqa: ANN401
    """The fields in which a row differs; totals are no part of the story."""
    return [name for name, value in told.items() if name not in MOVED and plain(getattr(row, name)) != value]


def _unknown(jurisdiction: UUID, model: Any, known: set[UUID]) -> Iterator[Finding]:  # noqa: ANN401
    own = model.objects.filter(jurisdiction=jurisdiction).order_by("id").values_list("id", flat=True)
    if own.count() > len(known):
        yield from (
            Finding(_table(model), key, "이력에 없습니다.") for key in own.iterator() if key not in known
        )


def _table(model: Any) -> str:  # noqa: ANN401
    return str(model._meta.db_table)
