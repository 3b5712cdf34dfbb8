"""사람에 묻기 — the people and the positions of an office on a day, each with what a page says of them."""

from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from django.contrib.auth.hashers import identify_hasher
from django.db.models import F, Q

from majungmul.books.parties.kinds import OfficeKind, OrganisationKind, Role
from majungmul.books.parties.models import Acting, Office, Organisation, Person, Position, Tenure, holds_on
from majungmul.books.parties.queries.bodies import family, standing
from majungmul.books.parties.queries.rows import NotHere
from majungmul.books.parties.queries.seats import Seat
from majungmul.books.parties.queries.sight import in_sight

APPLYING = (
    OrganisationKind.COOPERATIVE,
    OrganisationKind.UNION,
    OrganisationKind.BUSINESS_COOPERATIVE,
    OrganisationKind.FIRM,
)
"""The kinds of bodies that apply."""


@dataclass(slots=True)
class Held:
    """직책과 맡은 사람 — a position on a day: who holds it, who will, and the deputyships for it that go on."""

    position: Position
    now: Tenure | None = None
    later: list[Tenure] = field(default_factory=list)
    acted_for: list[Acting] = field(default_factory=list)

    @property
    def holder(self) -> str:
        """The name of who holds it; empty where nobody does."""
        return self.now.person.name if self.now else ""

    def deputy(self, on: date) -> str:
        """The title of the position that acts for it on the day; empty where none does."""
        return next((each.by.title for each in self.acted_for if each.holds(on)), "")


@dataclass(slots=True)
class Member:
    """기관의 사람 — a person of an office, and what the person holds on a day."""

    person: Person
    titles: list[str] = field(default_factory=list)


def positions_of(office: UUID, on: date) -> list[Held]:
    """직책 — of an office but for the system's, by title, as they are held on a day; three queries."""
    positions = Position.objects.filter(office=office).exclude(role=Role.SYSTEM).order_by("title", "pk")
    held = {position.pk: Held(position) for position in positions.select_related("office")}
    _tell_tenures(held, on)
    unfinished = Acting.objects.filter(position__in=held).exclude(until=F("since"))
    for acting in unfinished.filter(Q(until=None) | Q(until__gt=on)).select_related("by").order_by("since"):
        held[acting.position_id].acted_for.append(acting)
    return list(held.values())


def people_of(office: UUID, on: date) -> list[Member]:
    """사람 — of an office but for the program itself: those who work there first, by name; two queries."""
    people = Person.objects.filter(office=office).exclude(tenures__position__role=Role.SYSTEM)
    members = {person.pk: Member(person) for person in people.order_by("-is_active", "name", "pk")}
    held = Tenure.objects.filter(holds_on(on), person__in=members).select_related("position")
    for tenure in held.order_by("since", "pk"):
        members[tenure.person_id].titles.append(tenure.position.title)
    return list(members.values())


def position_of(seat: Seat, position: UUID, on: date) -> Held:
    """직책 — one of the seat's own office. Refuses (NotHere) any other, and the system's."""
    every = positions_of(seat.actor.office, on)
    found = next((held for held in every if held.position.pk == position), None)
    if found is None:
        raise NotHere(what=Position._meta.verbose_name)
    return found


def member_of(seat: Seat, person: UUID, on: date) -> Member:
    """사람 — one of the seat's own office. Refuses (NotHere) any other, and the program itself."""
    found = next((each for each in people_of(seat.actor.office, on) if each.person.pk == person), None)
    if found is None:
        raise NotHere(what=Person._meta.verbose_name)
    return found


def other_offices(jurisdiction: UUID, on: date) -> list[tuple[Office, bool]]:
    """기관 — the 보조사업자 and 감사기관 of the jurisdiction, by name; and whether each has a 관리자 on a day."""
    kinds = (OfficeKind.OPERATOR, OfficeKind.AUDIT)
    offices = Office.objects.of(jurisdiction).filter(kind__in=kinds).order_by("name", "pk")
    held = Tenure.objects.filter(
        holds_on(on), position__role=Role.ADMINISTRATOR, position__office__in=offices
    )
    having = set(held.values_list("position__office", flat=True))
    return [(office, office.pk in having) for office in offices]


def office_without_administrator(seat: Seat, office: UUID, on: date) -> Office:
    """기관 — one of `other_offices` that has no 관리자 on a day. Refuses (NotHere) any other."""
    for other, has_one in other_offices(seat.actor.jurisdiction, on):
        if other.pk == office and not has_one:
            return other
    raise NotHere(what=Office._meta.verbose_name)


def body_in_sight(seat: Seat, body: UUID) -> Organisation:
    """단체 — to invite its people: one that stands for itself. Refuses (NotHere) one that the seat may not see."""
    return standing(in_sight(Organisation, seat, body))


def office_of_body(body: Organisation) -> Office | None:
    """단체의 기관 — in which its people are registered; None where nobody was invited yet."""
    return Office.objects.filter(organisation__in=family(body), kind=OfficeKind.APPLICANT).first()


def bodies_without_office(jurisdiction: UUID, words: str = "") -> list[Organisation]:
    """아직 아무도 없는 단체 — which may apply, and whose people nobody has invited, by name; without merged rows."""
    offices = Office.objects.of(jurisdiction).filter(organisation__isnull=False).values("organisation")
    bodies = Organisation.objects.of(jurisdiction).filter(merged_into=None, kind__in=APPLYING)
    named = bodies.exclude(pk__in=offices).filter(name__icontains=words)
    return list(named.order_by("name", "pk"))


def has_old_hash(person: Person) -> bool:
    """Whether the password is kept under an earlier strength, and is to be made stronger at a login."""
    return identify_hasher(person.password).must_update(person.password)


def _tell_tenures(held: dict[UUID, Held], on: date) -> None:
    """Write down who holds each position on the day, and who will afterwards."""
    tenures = Tenure.objects.filter(position__in=held).exclude(until=F("since"))
    for tenure in tenures.filter(Q(until=None) | Q(until__gt=on)).select_related("person").order_by("since"):
        one = held[tenure.position_id]
        if tenure.holds(on):
            one.now = tenure
        else:
            one.later.append(tenure)
