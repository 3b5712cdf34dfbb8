"""기관과 직책 — a new office, and its seats."""

from datetime import datetime
from uuid import UUID

from majungmul.books.parties import written
from majungmul.books.parties.kinds import OfficeKind, Role
from majungmul.books.parties.models import Office, Organisation, Position
from majungmul.books.parties.queries.bodies import standing
from majungmul.books.parties.queries.rows import found, locked
from majungmul.books.parties.require import require
from majungmul.books.trail.actions import action
from majungmul.values.actor import Actor
from majungmul.values.refusal import Refusal


class CodeTaken(Refusal):
    """이미 쓰는 부호."""

    sentence = "부호 ‘{code}’은(는) ‘{name}’이(가) 이미 쓰고 있습니다. 다른 부호를 적어 주십시오."


class SystemsOwn(Refusal):
    """시스템의 것."""

    sentence = (
        "‘시스템’은 프로그램이 쓰는 것이라 바꾸거나 사람에게 맡길 수 없습니다. 다른 직책을 골라 주십시오."
    )


class BodyHasOffice(Refusal):
    """이미 기관이 있는 단체."""

    sentence = "‘{body}’의 사람들은 이미 ‘{name}’에 등록되어 있습니다. 그 기관에 사람을 더해 주십시오."


class WhoseOffice(Refusal):
    """단체를 고르지 않음."""

    sentence = "‘{name}’은(는) 어느 단체의 것인지 골라 주십시오."


@action("office.registered")
def new_office(
    code: str, name: str, kind: str, organisation_id: UUID | None = None, *, by: Actor, at: datetime, key: str
) -> Office:
    """기관 등록 — an office of the jurisdiction, yet without positions; of a body, where it applies for one.

    Refuses a code in use, an office of applicants without a body, and a second office of one.
    """
    require(by, "parties.new_office")
    taken = Office.objects.of(by.jurisdiction).filter(code=code).first()
    if taken:
        raise CodeTaken(code=code, name=taken.name)
    office = Office(
        jurisdiction_id=by.jurisdiction,
        code=written.code(Office, code),
        name=written.line(Office, "name", name),
        kind=written.one_of(Office, "kind", kind),
        organisation=standing(found(Organisation, by, organisation_id)) if organisation_id else None,
    )
    _refuse_body(office)
    office.save()
    return office


def _refuse_body(office: Office) -> None:
    """Refuse applicants without a body, and a body that has an office."""
    if office.kind == OfficeKind.APPLICANT and office.organisation is None:
        raise WhoseOffice(name=office.name)
    if office.organisation is None:
        return
    same = Office.objects.of(office.jurisdiction_id).filter(organisation=office.organisation).first()
    if same:
        raise BodyHasOffice(body=office.organisation.name, name=same.name)


@action("position.registered")
def new_position(
    office_id: UUID, code: str, title: str, role: str, *, by: Actor, at: datetime, key: str
) -> Position:
    """직책 등록 — a seat of the office, yet vacant. Refuses a code in use, and a seat of the system."""
    office = locked(Office, by, office_id)
    require(by, "parties.new_position", office)
    taken = office.positions.filter(code=code).first()
    if taken:
        raise CodeTaken(code=code, name=taken.title)
    if role == Role.SYSTEM:
        raise SystemsOwn
    position = Position(
        jurisdiction_id=by.jurisdiction,
        office=office,
        code=written.code(Position, code),
        title=written.line(Position, "title", title),
        role=written.one_of(Position, "role", role),
    )
    position.save()
    return position
