"""이력의 물음 — the events of a row, of a person, of a period; in the order in which they were recorded."""

from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

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
