"""발령 — who holds a position: appointed, followed by another (인사이동), or nobody for a while."""

from datetime import date, datetime
from uuid import UUID

from majungmul.books.parties.actions.offices import SystemsOwn
from majungmul.books.parties.actions.succession import succeed
from majungmul.books.parties.kinds import Role
from majungmul.books.parties.models import Person, Position, Tenure, holds_on
from majungmul.books.parties.queries.rows import locked
from majungmul.books.parties.require import PersonLeft, another_person, require
from majungmul.books.trail.actions import action
from majungmul.values.actor import Actor
from majungmul.values.refusal import Refusal


class Occupied(Refusal):
    """맡은 사람이 있음."""

    sentence = "‘{title}’은(는) 그날 {name} 님이 맡고 있습니다. 인사이동으로 넘겨 주십시오."


class Vacant(Refusal):
    """맡은 사람이 없음."""

    sentence = "‘{title}’은(는) {on:%Y. %-m. %-d.}에 맡은 사람이 없습니다. 발령으로 사람을 정해 주십시오."


class HeldAlready(Refusal):
    """이미 맡고 있음."""

    sentence = "{name} 님은 그날 이미 ‘{title}’을(를) 맡고 있습니다. 넘겨받을 다른 사람을 골라 주십시오."


class OfAnotherOffice(Refusal):
    """다른 기관의 사람."""

    sentence = "{name} 님은 이 기관의 사람이 아닙니다. 이 기관에 등록된 사람을 골라 주십시오."


@action("position.filled")
def appoint(position_id: UUID, person_id: UUID, since: date, *, by: Actor, at: datetime, key: str) -> Tenure:
    """발령 — the person holds the vacant position from a day on. Returns the tenure.

    Refuses a position held that day or later, a person of another office or no longer active, oneself.
    """
    position = _seat(position_id, "parties.appoint", by)
    person = _candidate(person_id, position, by)
    held = position.tenures.filter(holds_on(since)).select_related("person").first()
    if held:
        raise Occupied(title=position.title, name=held.person.name)
    return _begin(position, person, since)


@action("position.handed_over")
def hand_over(position_id: UUID, to_id: UUID, on: date, *, by: Actor, at: datetime, key: str) -> Tenure:
    """인사이동 — one tenure ends and another begins on a day. Returns the new one.

    Rights and duties belong to the position, so what is open goes with it: `queries.positions.open_of` and
    the duties of the position list it, before and after. Refuses a vacant position, the present holder, and
    whom `appoint` refuses.
    """
    position = _seat(position_id, "parties.hand_over", by)
    person = _candidate(to_id, position, by)
    if _held_on(position, on).person_id == person.pk:
        raise HeldAlready(name=person.name, title=position.title)
    return _begin(position, person, on)


@action("position.vacated")
def vacate(position_id: UUID, on: date, *, by: Actor, at: datetime, key: str) -> Tenure:
    """보직 해제 — nobody holds the position from a day on (a first day: never did). Refuses a vacant one."""
    position = _seat(position_id, "parties.vacate", by)
    tenure = _held_on(position, on)
    tenure.end(on)
    tenure.save()
    return tenure


def _seat(position_id: UUID, verb: str, by: Actor) -> Position:
    """The position, which the actor may fill. Refuses the system's own."""
    position = locked(Position, by, position_id)
    require(by, verb, position)
    if position.role == Role.SYSTEM:
        raise SystemsOwn
    return position


def _candidate(person_id: UUID, position: Position, by: Actor) -> Person:
    """Who may be appointed: an active person of the office, who is not the one appointing."""
    person = locked(Person, by, person_id)
    another_person(by, person.pk)
    if person.office_id != position.office_id:
        raise OfAnotherOffice(name=person.name)
    if not person.is_active:
        raise PersonLeft
    return person


def _held_on(position: Position, on: date) -> Tenure:
    """The tenure of a day. Refuses a vacant position."""
    tenure = position.tenures.filter(holds_on(on)).first()
    if tenure is None:
        raise Vacant(title=position.title, on=on)
    return tenure


def _begin(position: Position, person: Person, since: date) -> Tenure:
    tenure = Tenure(jurisdiction_id=position.jurisdiction_id, position=position, person=person, since=since)
    return succeed(tenure, Tenure.objects.filter(position=position))
