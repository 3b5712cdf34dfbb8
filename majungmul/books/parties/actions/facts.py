"""대표자와 소재지 — the one who stands for a body changes, or the body moves: what was so ends that day."""

from datetime import date, datetime
from uuid import UUID

from majungmul.books.parties import written
from majungmul.books.parties.actions.bodies import live
from majungmul.books.parties.actions.succession import succeed
from majungmul.books.parties.models import Address, Representative
from majungmul.books.trail.actions import action
from majungmul.values.actor import Actor


@action("representative.changed")
def new_representative(
    organisation_id: UUID, name: str, title: str, since: date, *, by: Actor, at: datetime, key: str
) -> Representative:
    """대표자 변경 — a new one (이사장) from a day on, on which the former one's period ends. Returns it.

    One for the very day on which the former began takes that one back. Refuses a day before a later one's.
    """
    body = live(organisation_id, "parties.new_representative", by)
    new = Representative(
        jurisdiction_id=by.jurisdiction,
        organisation=body,
        name=written.line(Representative, "name", name),
        title=written.line(Representative, "title", title),
        since=since,
    )
    return succeed(new, Representative.objects.filter(organisation=body))


@action("organisation.moved")
def move(organisation_id: UUID, text: str, since: date, *, by: Actor, at: datetime, key: str) -> Address:
    """소재지 변경 — a new address from a day on, when the former ends. Refuses a day before a later one's."""
    body = live(organisation_id, "parties.move", by)
    new = Address(
        jurisdiction_id=by.jurisdiction,
        organisation=body,
        text=written.line(Address, "text", text),
        since=since,
    )
    return succeed(new, Address.objects.filter(organisation=body))
