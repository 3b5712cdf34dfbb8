"""사슬 — each event carries the hash of the one before; one chain per jurisdiction."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection

from majungmul.books.trail import personal
from majungmul.books.trail.canonical import canonical, plain
from majungmul.books.trail.models import Event
from majungmul.books.trail.running import Running
from majungmul.values.uuid7 import uuid7

START = "0" * 64
REPEATED = (
    "id",
    "jurisdiction",
    "number",
    "name",
    "key",
    "outermost",
    "row_model",
    "row",
    "person",
    "at",
    "recorded_at",
)
"""The columns that repeat what the payload says."""


@dataclass(frozen=True, slots=True)
class Head:
    """사슬의 끝 — how many events, and the hash of the last."""

    number: int
    hash: str


@dataclass(frozen=True, slots=True)
class Broken:
    """끊긴 곳 — the first event that is not as it was written, and what is wrong with it."""

    number: int
    what: str

    def __str__(self) -> str:
        """The sentence."""
        return f"{self.number}번 사건: {self.what}"


def lock(jurisdiction: UUID) -> None:
    """Hold the chain of a jurisdiction until the end of the transaction.

    SQLite's BEGIN IMMEDIATE has locked everything already.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [jurisdiction.int % 2**63])


def clock() -> datetime:
    """The database's own time."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SELECT clock_timestamp()")
            now: datetime = cursor.fetchone()[0]
            return now
        cursor.execute("SELECT strftime('%Y-%m-%dT%H:%M:%f+00:00', 'now')")
        return datetime.fromisoformat(cursor.fetchone()[0])


def jurisdictions() -> list[UUID]:
    """All that have a chain."""
    return list(Event.objects.order_by("jurisdiction").values_list("jurisdiction", flat=True).distinct())


def head(jurisdiction: UUID) -> Head:
    """The end of the chain; number 0 where nothing has happened yet."""
    last = (
        Event.objects.filter(jurisdiction=jurisdiction)
        .order_by("-number")
        .values_list("number", "hash")
        .first()
    )
    return Head(*last) if last else Head(0, START)


def link(previous: str, payload: str) -> str:
    """The hash of an event: of the hash before it and of what it says."""
    return hashlib.sha256(f"{previous}\n{payload}".encode()).hexdigest()


def append(frame: Running, row_model: str, row: UUID, *, outermost: bool) -> Event:
    """Write the event of an action that has run, its personal values beside the chain."""
    before = head(frame.by.jurisdiction)
    event = Event(
        id=uuid7(),
        jurisdiction=frame.by.jurisdiction,
        number=before.number + 1,
        name=frame.name,
        key=frame.key,
        outermost=outermost,
        row_model=row_model,
        row=row,
        person=frame.by.person,
        at=frame.at,
        recorded_at=clock(),
        previous=before.hash,
    )
    event.payload = canonical(_said(event, frame))
    event.hash = link(event.previous, event.payload)
    event.save(force_insert=True)
    return event


def _said(event: Event, frame: Running) -> Mapping[str, Any]:
    """What an event says: the columns, who acted in which position, and what changed."""
    return {
        **{name: getattr(event, name) for name in REPEATED},
        "office": frame.by.office,
        "position": frame.by.position,
        "title": frame.by.title,
        "for_title": frame.by.for_title,
        "request": frame.by.request,
        "changes": [personal.told(change, event, frame.destroyed) for change in frame.changes],
        "destroyed": frame.destroyed,
    }


def broken(jurisdiction: UUID, anchor: Head | None = None) -> Broken | None:
    """The first event that was edited, removed or moved; with an anchor, a chain cut or rewritten too."""
    before, number = START, 0
    for event in Event.objects.filter(jurisdiction=jurisdiction).order_by("number").iterator():
        number += 1
        if wrong := _wrong(event, number, before):
            return Broken(number, wrong)
        if anchor and anchor.number == number and anchor.hash != event.hash:
            return Broken(number, "여기까지의 이력이 따로 보관한 것과 다릅니다.")
        before = event.hash
    if anchor and anchor.number > number:
        return Broken(
            number + 1, f"따로 보관한 이력은 {anchor.number}번까지인데 {number}번까지만 남아 있습니다."
        )
    return None


def _wrong(event: Event, number: int, before: str) -> str:
    """What is wrong with an event in its place; empty where nothing is."""
    if event.number != number:
        return f"없습니다(다음은 {event.number}번)."
    if event.previous != before:
        return "앞의 사건과 이어지지 않습니다."
    if event.hash != link(event.previous, event.payload):
        return f"적힌 뒤에 바뀌었습니다({event.name})."
    said = json.loads(event.payload)
    differing = [name for name in REPEATED if said[name] != plain(getattr(event, name))]
    return f"‘{', '.join(differing)}’이(가) 적힌 것과 다릅니다." if differing else ""
