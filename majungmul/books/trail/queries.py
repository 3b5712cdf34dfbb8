"""이력의 물음 — the events of a row, of a person, of a period; in the order in which they were recorded."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from majungmul.books.trail.models import Event, Reading


def events_of(jurisdiction: UUID, row: UUID) -> QuerySet[Event]:
    """All that happened to a row: events that are about it, or changed it.

    It reads what each event says, since one event changes many rows: a jurisdiction's whole chain.
    """
    return Event.objects.filter(jurisdiction=jurisdiction, payload__contains=f'"row":"{row}"')


def events_by(jurisdiction: UUID, person: UUID) -> QuerySet[Event]:
    """All that a person did."""
    return Event.objects.filter(jurisdiction=jurisdiction, person=person)


def events_in(jurisdiction: UUID, since: datetime, until: datetime) -> QuerySet[Event]:
    """All that happened from an instant until another (exclusive)."""
    return Event.objects.filter(jurisdiction=jurisdiction, at__gte=since, at__lt=until)


def readings_of(jurisdiction: UUID, whose: UUID) -> QuerySet[Reading]:
    """Who looked at somebody's personal data."""
    return Reading.objects.filter(jurisdiction=jurisdiction, whose=whose).order_by("recorded_at", "id")


def readings_in(jurisdiction: UUID, since: datetime, until: datetime) -> QuerySet[Reading]:
    """열람 기록 — who looked at whose personal data in a period (the end exclusive), the newest first."""
    found = Reading.objects.filter(jurisdiction=jurisdiction, recorded_at__gte=since, recorded_at__lt=until)
    return found.order_by("-recorded_at", "-id")


def acts(jurisdiction: UUID, asked: Collection[tuple[str, str]]) -> dict[tuple[str, str], Event]:
    """행위 — the events of outermost actions, by their name and key; one query."""
    if not asked:
        return {}
    by_name: dict[str, list[str]] = {}
    for name, key in asked:
        by_name.setdefault(name, []).append(key)
    wanted = Q()
    for name, keys in by_name.items():
        wanted |= Q(name=name, key__in=keys)
    found = Event.objects.filter(wanted, jurisdiction=jurisdiction, outermost=True)
    return {(event.name, event.key): event for event in found}
