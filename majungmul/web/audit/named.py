"""이름 붙이기 — what a row of the trail is called: its noun, and its number or name."""

from collections.abc import Iterable
from typing import Any, NamedTuple
from uuid import UUID

from django.apps import apps

from majungmul.books.trail.recorded import Recorded

CALLED = ("number", "title", "name", "label", "what")
"""The fields by which a row is called: the first that is a text."""


class Named(NamedTuple):
    """이름 — of a row: the noun of its table, and how this one is called (empty where it has no name)."""

    noun: str
    called: str

    def __str__(self) -> str:
        """Both."""
        return f"{self.noun} {self.called}".strip()


def table_of(label: str) -> Any:  # noqa: ANN401 - a table of whichever book or stage
    """The table of rows that the trail names so (`award.award`); None where there is none any more."""
    try:
        found = apps.get_model(label)
    except (LookupError, ValueError):
        return None
    return found if issubclass(found, Recorded) else None


def noun_of(label: str) -> str:
    """The noun of a table: `교부결정·지원결정`."""
    table = table_of(label)
    return str(table._meta.verbose_name) if table else "기록"


def called(row: Recorded) -> str:
    """How one row is called."""
    texts = (getattr(row, name, None) for name in CALLED)
    return next((text for text in texts if isinstance(text, str) and text), "")


def names_of_rows(jurisdiction: UUID, rows: Iterable[tuple[str, UUID]]) -> dict[UUID, Named]:
    """이름 — of these rows (table, key): a query for each table among them, however many rows."""
    keys: dict[str, set[UUID]] = {}
    for label, key in rows:
        keys.setdefault(label, set()).add(key)
    names: dict[UUID, Named] = {}
    for label, wanted in keys.items():
        names |= {key: Named(noun_of(label), "") for key in wanted}
        if table := table_of(label):
            found = table.objects.of(jurisdiction).filter(pk__in=wanted)
            names |= {row.pk: Named(noun_of(label), called(row)) for row in found}
    return names
