"""바뀐 것 — what others did with the office's rows since the last working day, in words."""

from collections import defaultdict
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, NamedTuple

from django.urls import reverse
from django.utils import timezone

from majungmul.books.parties.queries.directory import names_behind
from majungmul.books.trail.queries import events_in
from majungmul.web.asked import Asked
from majungmul.web.events import words_of

if TYPE_CHECKING:
    from uuid import UUID

SATURDAY = 5
MOST = 200


class Change(NamedTuple):
    """바뀐 것 — when, what was done, of whose row, and where it is."""

    at: datetime
    words: str
    body: str
    address: str


def day_before(day: date) -> date:
    """앞의 평일 — the last working day before a day; public holidays are not known here, and count."""
    before = day - timedelta(days=1)
    while before.weekday() >= SATURDAY:
        before -= timedelta(days=1)
    return before


def changes_since(request: Asked, since: date) -> list[Change]:
    """바뀐 것 — the newest first, at most so many; one query for each kind of row."""
    start = timezone.make_aware(datetime.combine(since, time()))
    others = events_in(request.jurisdiction.pk, start, request.at).filter(outermost=True)
    events = list(others.exclude(person=request.actor.person).order_by("-number")[:MOST])
    rows: dict[str, set[UUID]] = defaultdict(set)
    for event in events:
        rows[event.row_model].add(event.row)
    names: dict[UUID, str] = {}
    for label, keys in rows.items():
        names |= names_behind(request.actor.office, label, keys)
    return [
        Change(
            event.at,
            words_of(event.name),
            names[event.row],
            reverse("officer:go", args=[event.row_model, event.row]),
        )
        for event in events
        if event.row in names
    ]
