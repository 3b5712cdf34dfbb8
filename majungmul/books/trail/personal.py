"""개인정보 값 — kept beside the chain, salted and hashed inside it, and destroyed on its day."""

import hashlib
import json
import secrets
from itertools import islice
from typing import Any
from uuid import UUID

from majungmul.books.trail.canonical import canonical
from majungmul.books.trail.models import Asked, Event, PersonalValue
from majungmul.books.trail.recorded import Recorded
from majungmul.books.trail.running import Change, permit

AT_ONCE = 500
SECRET = {"secret": True}
"""What the chain says of a secret value: that it changed."""


def told(change: Change, event: Event, destroyed: set[UUID]) -> dict[str, Any]:
    """A change as the chain tells it; personal values go beside it, unless their row's were destroyed."""
    said: dict[str, Any] = {"model": change.model, "row": change.row}
    for moment in ("before", "after"):
        fields = dict(getattr(change, moment))
        for name in change.personal & fields.keys():
            fields[name] = _hashed(change.row, name, fields[name], event, keep=change.row not in destroyed)
        fields |= dict.fromkeys(change.secret & fields.keys(), SECRET)
        said[moment] = fields
    return said


def _hashed(row: UUID, name: str, value: object, event: Event, *, keep: bool) -> dict[str, str]:
    """The salted hash of a personal value."""
    salt, text = secrets.token_hex(16), canonical(value)
    if keep:
        own = {"event": event.id, "row": row, "field": name}
        PersonalValue.objects.create(jurisdiction=event.jurisdiction, salt=salt, value=text, **own)
    return {"salted_sha256": _hash(salt, text)}


def _hash(salt: str, text: str) -> str:
    return hashlib.sha256(f"{salt}{text}".encode()).hexdigest()


def destroy(row: Recorded) -> int:
    """파기 — destroy what the trail keeps of a row's personal values; how many those were.

    It runs inside an action of the row's own app, which empties the row itself, and whose event says that
    it was done. The chain stays whole: it holds hashes, whose salts are gone with the values. A key that
    brought such values is never taken for a repeat again: what it asked is gone too.
    """
    frame = permit(row._meta.app_label, str(row._meta.verbose_name), row.jurisdiction_id)
    kept = PersonalValue.objects.filter(jurisdiction=row.jurisdiction_id, row=row.pk)
    keys = Event.objects.filter(id__in=kept.values("event")).values("key")
    acts = Event.objects.filter(jurisdiction=row.jurisdiction_id, outermost=True, key__in=keys)
    Asked.objects.filter(event__in=acts.values("id")).delete()
    destroyed, _ = kept.delete()
    frame.destroyed.add(row.pk)
    return destroyed


def altered(jurisdiction: UUID) -> PersonalValue | None:
    """The first kept value that is not the one whose hash the chain holds."""
    values = PersonalValue.objects.filter(jurisdiction=jurisdiction).order_by("id").iterator()
    while some := list(islice(values, AT_ONCE)):
        events = Event.objects.filter(jurisdiction=jurisdiction).in_bulk([kept.event for kept in some])
        for kept in some:
            if _hash(kept.salt, kept.value) not in _hashes(events.get(kept.event), kept):
                return kept
    return None


def _hashes(event: Event | None, kept: PersonalValue) -> list[str]:
    """The hashes that an event holds of a row's field, before and after; none where it is gone."""
    if event is None:
        return []
    changes = [change for change in json.loads(event.payload)["changes"] if change["row"] == str(kept.row)]
    said = [change[moment].get(kept.field) for change in changes for moment in ("before", "after")]
    return [value["salted_sha256"] for value in said if isinstance(value, dict)]
