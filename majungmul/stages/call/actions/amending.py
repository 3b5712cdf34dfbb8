"""정정공고 — what an announced call says is changed, with the reason; what it said before stays written."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils import timezone

from majungmul.books.parties import written
from majungmul.books.parties.queries.rows import locked
from majungmul.books.parties.require import require
from majungmul.books.trail.actions import action
from majungmul.stages.call.actions.fitting import papers_in, refuse_unfit
from majungmul.stages.call.models import AMENDABLE, Amendment, Call
from majungmul.stages.call.refusals import AlreadyClosed, CallOver, NotAmendable, NothingChanged, OpenAlready
from majungmul.stages.call.states import after
from majungmul.values.actor import Actor


def _instant(value: object) -> datetime:
    """A datetime with its zone; another thing comes from no page and is refused all the same."""
    if not isinstance(value, datetime) or value.tzinfo is None:
        raise NotAmendable(found="시각", known="‘2018. 4. 30. 18:00’과 같은 날짜와 시각")
    return value


READERS: dict[str, Callable[[Any], object]] = {
    "opens_at": _instant,
    "closes_at": _instant,
    "contact": lambda value: written.line(Call, "contact", str(value)),
    "text": lambda value: written.text(Call, "text", str(value)),
    "also_required": papers_in,
}
"""What may be amended, and how it is read."""


@action("call.amended")
def amend(
    call_id: UUID, changes: dict[str, object], reason: str, *, by: Actor, at: datetime, key: str
) -> Amendment:
    """정정공고 — of times, contact, text or papers, with the reason. Returns the amendment.

    Refuses a call whose 접수 is over, an end that has passed, another beginning once it is open, what is not
    amended, and no change at all. Those who had begun are told by `application.actions.amend_call`.
    """
    call = locked(Call, by, call_id)
    require(by, "call.amend", call)
    after("call.amend", call.state, call.title)
    new = _read(changes)
    before = {name: getattr(call, name) for name in new}
    if new == before:
        raise NothingChanged
    _refuse_late(call, new, at)
    for name, value in new.items():
        setattr(call, name, value)
    refuse_unfit(call)
    call.save()
    changed = {name: value for name, value in new.items() if value != before[name]}
    amendment = Amendment(
        jurisdiction_id=by.jurisdiction,
        call=call,
        number=call.amendments.count() + 1,
        reason=written.line(Amendment, "reason", reason),
        before=_said({name: before[name] for name in changed}),
        after=_said(changed),
        at=at,
        amended_by=by.person,
    )
    amendment.save()
    return amendment


def _read(changes: Mapping[str, object]) -> dict[str, Any]:
    """The changes, each as its kind is kept. Refuses what is not amended."""
    for name in changes:
        if name not in READERS:
            raise NotAmendable(found=f"‘{str(name)[:40]}’", known=", ".join(AMENDABLE.values()))
    return {name: READERS[name](value) for name, value in changes.items()}


def _refuse_late(call: Call, new: Mapping[str, Any], at: datetime) -> None:
    """Refuse a call that is over, an end in the past, and a beginning that was already."""
    if call.closes_at <= at:
        raise CallOver(title=call.title, closes_at=timezone.localtime(call.closes_at))
    if new.get("closes_at", call.closes_at) <= at:
        raise AlreadyClosed(closes_at=timezone.localtime(new["closes_at"]))
    if call.opens_at <= at and new.get("opens_at", call.opens_at) != call.opens_at:
        raise OpenAlready(opens_at=timezone.localtime(call.opens_at))


def _said(values: Mapping[str, object]) -> dict[str, object]:
    """What JSON can hold: an instant as people of the country read it."""
    return {
        name: timezone.localtime(value).isoformat() if isinstance(value, datetime) else value
        for name, value in values.items()
    }
