"""직책에 묻기 — who holds a position, and as whom a person may act."""

from collections.abc import Collection
from datetime import date
from uuid import UUID

from django.db.models import F, Q

from majungmul.books.parties.kinds import Role
from majungmul.books.parties.models import Acting, Jurisdiction, Person, Position, Tenure, holds_on
from majungmul.values.actor import Actor


def jurisdiction_named(code: str) -> Jurisdiction | None:
    """자치단체 — by its code; None where it has not been founded."""
    return Jurisdiction.objects.filter(code=code).first()


def holder_on(position: UUID, on: date) -> Person | None:
    """보직자 — who holds the position on a day; None where it is vacant."""
    tenure = Tenure.objects.filter(holds_on(on), position=position).select_related("person").first()
    return tenure.person if tenure else None


def name_of(person: UUID) -> str:
    """이름 — of a person, as papers name who handed in and who decided."""
    return Person.objects.get(pk=person).name


def names_of(jurisdiction: UUID, people: Collection[UUID]) -> dict[UUID, str]:
    """이름 — of these people of the jurisdiction, by their keys; one query."""
    return dict(Person.objects.of(jurisdiction).filter(pk__in=set(people)).values_list("pk", "name"))


def deputy_on(position: UUID, on: date) -> Position | None:
    """대리 — the position that acts for this one on a day; None where none does."""
    acting = Acting.objects.filter(holds_on(on), position=position).select_related("by").first()
    return acting.by if acting else None


def open_of(position: UUID, on: date) -> list[Acting]:
    """넘어가는 것 — the deputyships for and by a position that go on from a day; `duties` has its duties."""
    actings = Acting.objects.filter(Q(position=position) | Q(by=position)).exclude(until=F("since"))
    unfinished = actings.filter(Q(until=None) | Q(until__gt=on))
    return list(unfinished.select_related("position", "by").order_by("since", "pk"))


def actors_of(person: UUID, on: date) -> list[Actor]:
    """행위자 — as whom a person may act on a day: in the positions held, then in those acted for.

    For one acted for, `position` and `office` are those of the right, `title` is that of the position which
    the person holds, and `for_title` the title acted for. Acting is not handed on: who acts for a deputy does
    not act for the deputy's own principal. Empty for a person who is no longer active.
    """
    held = _held(person, on)
    own = [_actor(tenure.person, tenure.position, tenure.position.title) for tenure in held]
    for tenure in held:
        acted_for = Acting.objects.filter(holds_on(on), by=tenure.position).select_related("position")
        own += [
            _actor(tenure.person, acting.position, tenure.position.title, acting.position.title)
            for acting in acted_for.order_by("position__title", "pk")
        ]
    return own


def system_actor(jurisdiction: UUID, on: date) -> Actor:
    """시스템 — the actor as which the program itself acts in a jurisdiction."""
    system = Tenure.objects.of(jurisdiction).get(holds_on(on), position__role=Role.SYSTEM)
    (actor,) = actors_of(system.person_id, on)
    return actor


def _held(person: UUID, on: date) -> list[Tenure]:
    tenures = Tenure.objects.filter(holds_on(on), person=person, person__is_active=True)
    return list(tenures.select_related("person", "position").order_by("since", "pk"))


def _actor(person: Person, position: Position, title: str, for_title: str = "") -> Actor:
    return Actor(
        jurisdiction=position.jurisdiction_id,
        office=position.office_id,
        person=person.pk,
        name=person.name,
        position=position.pk,
        title=title,
        for_title=for_title,
    )
