"""첫 기관 — who opens the door: a jurisdiction's office gets its first person, as 관리자 and as 담당자."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType
from uuid import UUID

from django.contrib.auth.hashers import make_password
from django.utils import timezone

from majungmul.books.parties import written
from majungmul.books.parties.actions.founding import SYSTEM, found, founder
from majungmul.books.parties.actions.offices import new_position
from majungmul.books.parties.actions.passwords import refuse_weak
from majungmul.books.parties.actions.people import new_person
from majungmul.books.parties.actions.tenures import appoint
from majungmul.books.parties.kinds import Role
from majungmul.books.parties.models import Jurisdiction, Office, Person, Position
from majungmul.books.parties.queries.positions import jurisdiction_named, system_actor
from majungmul.books.parties.require import require
from majungmul.books.trail.actions import action
from majungmul.values.actor import Actor
from majungmul.values.refusal import Refusal

SEATS = (Role.ADMINISTRATOR, Role.OFFICER)
"""What the first person is: one who may register others, and one who does the work."""


class OpenedAlready(Refusal):
    """이미 사람이 있음."""

    sentence = "‘{name}’에는 이미 등록된 사람이 있습니다. 그 기관의 관리자가 로그인해 사람을 등록해 주십시오."


@dataclass(frozen=True, slots=True)
class FirstOffice:
    """첫 기관 — the jurisdiction by its code and name, and the first person by login and name."""

    code: str
    name: str
    login: str
    person: str


CHECKS: Mapping[str, Callable[[str], str]] = MappingProxyType(
    {
        "code": lambda text: written.code(Jurisdiction, text.strip()),
        "name": lambda text: written.line(Jurisdiction, "name", text),
        "login": written.login,
        "person": lambda text: written.line(Person, "name", text),
    }
)
"""How each answer is read: it gives what is kept, or refuses."""


def refuse_opened(code: str) -> None:
    """Refuse a jurisdiction in which somebody is registered besides the program itself."""
    founded = jurisdiction_named(code)
    if founded and Person.objects.of(founded.pk).exclude(login=SYSTEM).exists():
        raise OpenedAlready(name=founded.name)


def open_first_office(first: FirstOffice, password: str, *, at: datetime, key: str) -> Office:
    """첫 기관 열기 — founds the jurisdiction where there is none, and lets its first person in.

    The program itself acts. Returns the office. Refuses a weak password, what `CHECKS` refuse, and a
    jurisdiction that is opened already.
    """
    refuse_weak(first.login, password)
    founded = jurisdiction_named(first.code)
    by = system_actor(founded.pk, timezone.localdate(at)) if founded else founder()
    return _open(first, make_password(password), by=by, at=at, key=key)


def officers_seat(office_id: UUID, role: Role, *, by: Actor, at: datetime, key: str) -> Position:
    """직책 — the office's first seat of this role, made (and vacant) where there is none."""
    seats = Position.objects.of(by.jurisdiction).filter(office=office_id, role=role)
    first = seats.order_by("id").first()
    return first or new_position(office_id, role.value, str(role.label), role, by=by, at=at, key=key)


@action("office.opened")
def _open(first: FirstOffice, encoded: str, *, by: Actor, at: datetime, key: str) -> Office:
    refuse_opened(first.code)
    if jurisdiction_named(first.code) is None:
        found(first.code, first.name, by=by, at=at, key=key)
    person = new_person(by.office, first.login, first.person, by=by, at=at, key=key)
    require(by, "parties.set_password", person)
    person.password = encoded
    person.save()
    for role in SEATS:
        seat = officers_seat(by.office, role, by=by, at=at, key=key)
        appoint(seat.pk, person.pk, timezone.localdate(at), by=by, at=at, key=key)
    return Office.objects.get(pk=by.office)
