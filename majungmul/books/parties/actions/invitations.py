"""초대 — somebody who is not registered yet gets a code on a sheet of paper; or who forgot a password does."""

from datetime import datetime, timedelta
from uuid import UUID

from django.utils import timezone

from majungmul.books.parties import written
from majungmul.books.parties.actions.bodies import live, register
from majungmul.books.parties.actions.first_office import officers_seat
from majungmul.books.parties.actions.offices import SystemsOwn, new_office, new_position
from majungmul.books.parties.actions.tenures import Occupied
from majungmul.books.parties.kinds import InvitationKind, OfficeKind, Role
from majungmul.books.parties.models import Invitation, Office, Organisation, Person, Position
from majungmul.books.parties.queries.bodies import by_number, find
from majungmul.books.parties.queries.invitations import HANDLE, hashed, new_code, spelled
from majungmul.books.parties.queries.positions import holder_on, system_actor
from majungmul.books.parties.queries.rows import NotHere, locked
from majungmul.books.parties.require import PersonLeft, require
from majungmul.books.trail.actions import action
from majungmul.values.actor import Actor
from majungmul.values.refusal import Refusal

DAYS = 14
"""How long an invitation may be used, when nothing else is said."""
MOST_DAYS = 30
RESET_DAYS = 3
TITLE = "담당자"
"""What the first person of a body is called, when nothing else is said."""

Kept = tuple[str, str]
"""What is kept of a code: its first signs, and its hash."""


class TooManyDays(Refusal):
    """기한의 길이."""

    sentence = "초대의 기한은 1일에서 {most}일까지입니다. 다시 적어 주십시오."


class EndedInvitation(Refusal):
    """이미 끝난 초대."""

    sentence = "이 초대는 이미 썼거나 거두었습니다. 목록을 새로 열어 주십시오."


def invite(
    position_id: UUID, name: str, days: int = DAYS, *, by: Actor, at: datetime, key: str
) -> Invitation:
    """초대 — to a position of the office, for somebody to register with the code. Returns it with its `code`.

    A second one takes the place of the first. Who comes is appointed that day; where somebody holds the
    position then, it is handed over. Refuses the system's position.
    """
    code = new_code("position", by, key)
    return _with(code, _invite(position_id, name, days, _kept(code), by=by, at=at, key=key))


def open_office_for_body(
    body_id: UUID, name: str, title: str = TITLE, days: int = DAYS, *, by: Actor, at: datetime, key: str
) -> Invitation:
    """단체의 담당자 초대 — the body's office and position, made where they are not there yet, and an invitation.

    Returns it with its `code`. An invitation to a position of that title takes the place of an earlier one.
    Refuses a body that was merged into another.
    """
    code = new_code("body", by, key)
    return _with(code, _open_bodys_office(body_id, name, title, days, _kept(code), by=by, at=at, key=key))


def open_office(
    kind: str, name: str, number: str, person: str, *, by: Actor, at: datetime, key: str
) -> Invitation:
    """기관 열기 — a 보조사업자 (with its body) or a 감사기관, and an invitation for its first 관리자.

    Returns the invitation with its `code`. `number`: the body's business number, or empty. Refuses what
    `new_office` refuses; one who applies is invited by `open_office_for_body`.
    """
    code = new_code("office", by, key)
    return _with(code, _open_office(kind, name, number, person, _kept(code), by=by, at=at, key=key))


def invite_administrator(office_id: UUID, name: str, *, by: Actor, at: datetime, key: str) -> Invitation:
    """관리자 초대 — of an office that has none, by the city. Returns the invitation with its `code`.

    A second one takes the place of the first. Refuses an office whose 관리자 is there.
    """
    code = new_code("office", by, key)
    return _with(code, _invite_administrator(office_id, name, _kept(code), by=by, at=at, key=key))


def make_reset_code(person_id: UUID, *, by: Actor, at: datetime, key: str) -> Invitation:
    """비밀번호 번호 — with which the person sets a forgotten password anew, once. Returns it with its `code`.

    A second one takes the place of the first. Refuses the system, and a person who left.
    """
    code = new_code("password", by, key)
    return _with(code, _make_reset_code(person_id, _kept(code), by=by, at=at, key=key))


@action("invitation.withdrawn")
def withdraw_invitation(invitation_id: UUID, *, by: Actor, at: datetime, key: str) -> Invitation:
    """초대 거두기 — its code opens nothing any more. Refuses one that was used, or withdrawn before."""
    invitation = locked(Invitation, by, invitation_id)
    require(
        by,
        _verb("parties.withdraw_invitation", "parties.withdraw_bodys_invitation", invitation.office, by),
        invitation,
    )
    if invitation.used_at or invitation.withdrawn_at:
        raise EndedInvitation
    invitation.withdrawn_at = at
    invitation.save()
    return invitation


@action("invitation.made")
def _invite(
    position_id: UUID, name: str, days: int, kept: Kept, *, by: Actor, at: datetime, key: str
) -> Invitation:
    position = locked(Position, by, position_id)
    require(by, _verb("parties.invite", "parties.open_office_for_body", position.office, by), position)
    if position.role == Role.SYSTEM:
        raise SystemsOwn
    return _invited_to(position, name, days, kept, by=by, at=at)


@action("office.opened_with_administrator")
def _open_office(
    kind: str, name: str, number: str, person: str, kept: Kept, *, by: Actor, at: datetime, key: str
) -> Invitation:
    system = system_actor(by.jurisdiction, timezone.localdate(at))
    body = _body_of(name, number, by=system, at=at, key=key) if kind == OfficeKind.OPERATOR else None
    code = f"{kind}{Office.objects.of(by.jurisdiction).count() + 1}"
    office = new_office(code, name, kind, body.pk if body else None, by=by, at=at, key=key)
    seat = officers_seat(office.pk, Role.ADMINISTRATOR, by=system, at=at, key=key)
    return _invited_to(seat, person, DAYS, kept, by=by, at=at)


@action("invitation.made")
def _invite_administrator(
    office_id: UUID, name: str, kept: Kept, *, by: Actor, at: datetime, key: str
) -> Invitation:
    office, today = locked(Office, by, office_id), timezone.localdate(at)
    require(by, "parties.new_office", office)
    if office.kind == OfficeKind.APPLICANT:
        raise NotHere(what=Office._meta.verbose_name)
    seat = officers_seat(
        office.pk, Role.ADMINISTRATOR, by=system_actor(by.jurisdiction, today), at=at, key=key
    )
    if holder := holder_on(seat.pk, today):
        raise Occupied(title=seat.title, name=holder.name)
    return _invited_to(seat, name, DAYS, kept, by=by, at=at)


@action("office.opened_for_body")
def _open_bodys_office(
    body_id: UUID, name: str, title: str, days: int, kept: Kept, *, by: Actor, at: datetime, key: str
) -> Invitation:
    body = live(body_id, "parties.open_office_for_body", by)
    system = system_actor(by.jurisdiction, timezone.localdate(at))
    office = Office.objects.of(by.jurisdiction).filter(organisation=body).first() or new_office(
        _code_of(body), body.name, OfficeKind.APPLICANT, body.pk, by=system, at=at, key=key
    )
    position = _seat(office, written.line(Position, "title", title), by=system, at=at, key=key)
    return _invite(position.pk, name, days, kept, by=by, at=at, key=key)


@action("invitation.made")
def _make_reset_code(person_id: UUID, kept: Kept, *, by: Actor, at: datetime, key: str) -> Invitation:
    person = locked(Person, by, person_id)
    require(by, _verb("parties.make_reset_code", "parties.make_bodys_reset_code", person.office, by), person)
    if person.tenures.filter(position__role=Role.SYSTEM).exists():
        raise SystemsOwn
    if not person.is_active:
        raise PersonLeft
    made = _new(InvitationKind.PASSWORD, person.office, by, at, RESET_DAYS)
    made.person, made.name = person, person.name
    return _instead_of_earlier(made, kept)


def _invited_to(
    position: Position, name: str, days: int, kept: Kept, *, by: Actor, at: datetime
) -> Invitation:
    if not 1 <= days <= MOST_DAYS:
        raise TooManyDays(most=MOST_DAYS)
    made = _new(InvitationKind.POSITION, position.office, by, at, days)
    made.position, made.name = position, written.line(Invitation, "name", name)
    return _instead_of_earlier(made, kept)


def _body_of(name: str, number: str, *, by: Actor, at: datetime, key: str) -> Organisation:
    """The body that the operator's office belongs to, by its number or name; registered where it is not there."""
    same = find(by.jurisdiction, name).same
    there = by_number(by.jurisdiction, number) if number else same[0] if same else None
    return there or register("federation", name, number, by=by, at=at, key=key)


def _kept(code: str) -> Kept:
    return spelled(code)[:HANDLE], hashed(code)


def _with(code: str, invitation: Invitation) -> Invitation:
    invitation.code = code
    return invitation


def _verb(own: str, bodys: str, office: Office, by: Actor) -> str:
    """Whose right it is: that of the own office's administrator, or of who looks after bodies."""
    is_bodys = office.kind == OfficeKind.APPLICANT and office.pk != by.office
    return bodys if is_bodys else own


def _seat(office: Office, title: str, *, by: Actor, at: datetime, key: str) -> Position:
    """The office's position of this title for an officer, made where there is none."""
    same = office.positions.filter(title=title, role=Role.OFFICER).order_by("pk").first()
    number = office.positions.count() + 1
    return same or new_position(office.pk, f"officer{number}", title, Role.OFFICER, by=by, at=at, key=key)


def _code_of(body: Organisation) -> str:
    """부호 — of a body's office: nothing that is personal of it."""
    return f"body-{body.pk.hex}"


def _new(kind: InvitationKind, office: Office, by: Actor, at: datetime, days: int) -> Invitation:
    until = at + timedelta(days=days)
    return Invitation(
        jurisdiction_id=by.jurisdiction,
        office=office,
        kind=kind,
        made_by_id=by.person,
        made_at=at,
        until=until,
    )


def _instead_of_earlier(made: Invitation, kept: Kept) -> Invitation:
    """Save it; what was made for the same position or person before opens nothing any more."""
    unused = Invitation.objects.of(made.jurisdiction_id).filter(used_at=None, withdrawn_at=None)
    for earlier in unused.filter(kind=made.kind, position=made.position, person=made.person):
        earlier.withdrawn_at = made.made_at
        earlier.save()
    made.handle, made.code_hash = kept
    made.save()
    return made
