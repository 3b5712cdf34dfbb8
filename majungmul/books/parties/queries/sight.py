"""볼 수 있는 줄 — what a seat may see: the city and who audits all of it, an office its own, a body its own."""

from typing import TypeVar
from uuid import UUID

from majungmul.books.parties.kinds import OfficeKind, Role
from majungmul.books.parties.models import Office, Organisation
from majungmul.books.parties.queries.bodies import family
from majungmul.books.parties.queries.rows import NotHere
from majungmul.books.parties.queries.seats import Seat
from majungmul.books.trail.models import Recorded

Row = TypeVar("Row", bound=Recorded)

WHOLES = (
    "call",
    "application",
    "review",
    "award",
    "contract",
    "claim",
    "bank_list",
    "settlement",
    "refund",
    "plan",
    "edition",
    "proof",
    "line",
)
"""What a row is a part of, by the name of its foreign key: a proof of a claim, a correction of an application."""


def sees(seat: Seat, row: Recorded) -> bool:
    """Whether the seat may see the row.

    The city and auditors see their whole jurisdiction, everybody else what belongs to their office (of
    which `row.office_id` tells) or to the body that they apply for (`row.body_id`), under any of its rows.
    """
    if row.jurisdiction_id != seat.actor.jurisdiction:
        return False
    if seat.office_kind is OfficeKind.CITY or seat.role is Role.AUDITOR:
        return True
    if seat.office_kind is OfficeKind.OPERATOR and isinstance(row, Organisation):
        return True
    if seat.office_kind is OfficeKind.OPERATOR and _office_of(row) == seat.actor.office:
        return True
    return _body_of(row) in _own_bodies(seat)


def in_sight(model: type[Row], seat: Seat, row: UUID) -> Row:
    """The row. Refuses (NotHere) one that the seat may not see, as it does one that is not there."""
    found = model.objects.of(seat.actor.jurisdiction).filter(pk=row).first()
    if found is None or not sees(seat, found):
        raise NotHere(what=model._meta.verbose_name)
    return found


def own_body(seat: Seat) -> Organisation:
    """단체 — that the seat's office applies for. Refuses (NotHere) an office that applies for none."""
    found = (
        Organisation.objects.of(seat.actor.jurisdiction).filter(pk=seat.body).first() if seat.body else None
    )
    if found is None:
        raise NotHere(what=Organisation._meta.verbose_name)
    return found


def own_office(seat: Seat) -> Office:
    """기관 — of the seat."""
    return Office.objects.of(seat.actor.jurisdiction).get(pk=seat.actor.office)


def _own_bodies(seat: Seat) -> list[UUID]:
    return family(own_body(seat)) if seat.body else []


def _office_of(row: Recorded) -> UUID | None:
    owner = _owner(row, "office_id")
    return row.pk if isinstance(row, Office) else getattr(owner, "office_id", None)


def _body_of(row: Recorded) -> UUID | None:
    owner = _owner(row, "body_id")
    return row.pk if isinstance(row, Organisation) else getattr(owner, "body_id", None)


def _owner(row: Recorded, name: str) -> Recorded:
    """The row itself, or the row that it is a part of: the first one that tells whose it is."""
    while not hasattr(row, name):
        parents = (getattr(row, whole) for whole in WHOLES if getattr(row, f"{whole}_id", None))
        whole = next(parents, None)
        if whole is None:
            return row
        row = whole
    return row
