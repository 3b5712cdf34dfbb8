"""개설 — the first act of a jurisdiction: it, its office, and the person as which the program acts."""

from datetime import datetime

from django.db import IntegrityError
from django.utils import timezone

from majungmul.books.parties import written
from majungmul.books.parties.kinds import OfficeKind, Role
from majungmul.books.parties.models import Jurisdiction, Office, Person, Position, Tenure
from majungmul.books.trail import chain
from majungmul.books.trail.actions import action
from majungmul.values.actor import Actor
from majungmul.values.refusal import Refusal
from majungmul.values.uuid7 import uuid7

SYSTEM = "system"
OFFICE = "city"


class FoundedAlready(Refusal):
    """이미 개설됨."""

    sentence = (
        "‘{name}’은(는) 이미 개설되어 있습니다. 그 자치단체를 그대로 쓰거나 다른 부호로 개설해 주십시오."
    )


def founder() -> Actor:
    """개설자 — the actor of a jurisdiction's first act, whose rows that act will make."""
    name = str(Role.SYSTEM.label)
    return Actor(uuid7(), office=uuid7(), person=uuid7(), name=name, position=uuid7(), title=name)


@action("jurisdiction.founded")
def found(code: str, name: str, *, by: Actor, at: datetime, key: str) -> Jurisdiction:
    """개설 — jurisdiction, office, and the system's position, person and tenure: its chain's first event.

    `by` is a `founder()`, and acts as the system from then on. Nobody holds a right yet: instead, the chain
    must be empty. Returns the jurisdiction. Refuses one that is founded already.
    """
    founded = Jurisdiction.objects.filter(code=code).first()
    if founded or chain.head(by.jurisdiction).number:
        raise FoundedAlready(name=founded.name if founded else name)
    jurisdiction = Jurisdiction(
        id=by.jurisdiction,
        code=written.code(Jurisdiction, code),
        name=written.line(Jurisdiction, "name", name),
    )
    try:
        jurisdiction.save()
    except IntegrityError as taken:  # by a founding that ran at the same time, on a chain of its own
        raise FoundedAlready(name=name) from taken
    office = Office(
        id=by.office, jurisdiction=jurisdiction, code=OFFICE, name=jurisdiction.name, kind=OfficeKind.CITY
    )
    office.save()
    _system(office, by, at)
    return jurisdiction


def _system(office: Office, by: Actor, at: datetime) -> None:
    """The position, the person without a password, and the tenure as which the program acts."""
    of = office.jurisdiction
    position = Position(
        id=by.position, jurisdiction=of, office=office, code=SYSTEM, title=by.title, role=Role.SYSTEM
    )
    position.save()
    person = Person(id=by.person, jurisdiction=of, office=office, login=SYSTEM, name=by.name)
    person.set_unusable_password()
    person.save()
    Tenure(jurisdiction=of, position=position, person=person, since=timezone.localdate(at)).save()
