"""자리에 묻기 — as whom a person may act on a day, with what a page needs to know of that seat."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from majungmul.books.parties.kinds import OfficeKind, Role
from majungmul.books.parties.models import Person, Position
from majungmul.books.parties.queries.positions import actors_of
from majungmul.values.actor import Actor


@dataclass(frozen=True, slots=True)
class Seat:
    """자리 — who acts, the kinds of the office and of the position, their names, the body that it applies for."""

    actor: Actor
    office_kind: OfficeKind
    role: Role
    office_name: str
    body: UUID | None

    @property
    def code(self) -> str:
        """The seat among those of its person: a deputy's differs from one's own."""
        return f"{self.actor.position}{'.deputy' if self.actor.for_title else ''}"

    @property
    def title(self) -> str:
        """The title in which the person acts: `가상 과장`, or `가상 주무관 (가상 과장 대결)`."""
        held, acted_for = self.actor.title, self.actor.for_title
        return f"{held} ({acted_for} 대결)" if acted_for else held


def seats_of(person: UUID, on: date) -> list[Seat]:
    """자리 — every seat of a person on a day, those held first; none of one who left."""
    actors = actors_of(person, on)
    positions = Position.objects.filter(pk__in=[actor.position for actor in actors]).select_related("office")
    found = {position.pk: position for position in positions}
    return [_seat(actor, found[actor.position]) for actor in actors]


def person_with_login(jurisdiction: UUID, login: str) -> Person | None:
    """사람 — by the login, as it was registered; None where nobody active has it."""
    return Person.objects.of(jurisdiction).filter(login=login, is_active=True).first()


def person_by_id(person: UUID | str) -> Person | None:
    """사람 — by the key that a session keeps; None for one who left, or is not there."""
    return Person.objects.filter(pk=person, is_active=True).first()


def _seat(actor: Actor, position: Position) -> Seat:
    office = position.office
    return Seat(actor, OfficeKind(office.kind), Role(position.role), office.name, office.organisation_id)
