"""이력 — what happened to a row, in words: when, what, who in which position."""

import json
from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from majungmul.books.parties.queries.directory import people_named
from majungmul.web.events import words_of

if TYPE_CHECKING:
    from majungmul.books.trail.models import Event


class Happened(NamedTuple):
    """일어난 일 — when, in words, and who did it."""

    when: datetime
    words: str
    who: str


def history_of(events: Iterable["Event"]) -> list[Happened]:
    """이력 — the acts themselves, without those that they called; the newest first."""
    found = [event for event in events if event.outermost]
    names = people_named({event.person for event in found})
    return [
        Happened(event.at, words_of(event.name), _who(event, names.get(event.person, "")))
        for event in reversed(found)
    ]


def _who(event: "Event", name: str) -> str:
    title = json.loads(event.payload).get("title", "")
    return f"{name} {title}".strip() if title != name else name
