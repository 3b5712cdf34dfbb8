"""사람 — a new login, and its end."""

from datetime import datetime
from uuid import UUID

from django.utils import timezone

from majungmul.books.parties import written
from majungmul.books.parties.actions.offices import SystemsOwn
from majungmul.books.parties.kinds import Role
from majungmul.books.parties.models import Office, Person, Tenure
from majungmul.books.parties.queries.rows import locked
from majungmul.books.parties.require import require
from majungmul.books.trail.actions import action
from majungmul.values.actor import Actor
from majungmul.values.refusal import Refusal


class LoginTaken(Refusal):
    """이미 쓰는 아이디."""

    sentence = "아이디 ‘{login}’은(는) 이미 있습니다. 다른 아이디를 적어 주십시오."


class LeftAlready(Refusal):
    """이미 사용 중지."""

    sentence = "{name} 님의 계정은 이미 사용이 중지되어 있습니다."


@action("person.registered")
def new_person(
    office_id: UUID,
    login: str,
    name: str,
    *,
    phone: str = "",
    email: str = "",
    by: Actor,
    at: datetime,
    key: str,
) -> Person:
    """사람 등록 — a person of the office, yet without password and positions. Refuses a login in use."""
    office = locked(Office, by, office_id)
    require(by, "parties.new_person", office)
    kept = written.login(login)
    if Person.objects.of(by.jurisdiction).filter(login=kept).exists():
        raise LoginTaken(login=kept)
    person = Person(
        jurisdiction_id=by.jurisdiction,
        office=office,
        login=kept,
        name=written.line(Person, "name", name),
        phone=written.phone(phone),
        email=written.email(email),
    )
    person.set_unusable_password()
    person.save()
    return person


@action("person.contact_changed")
def change_contact(phone: str, email: str, *, by: Actor, at: datetime, key: str) -> Person:
    """내 연락처 고치기 — one's own telephone number and e-mail address; each may be empty. Returns the person."""
    person = locked(Person, by, by.person)
    require(by, "parties.change_contact", person)
    person.phone, person.email = written.phone(phone), written.email(email)
    person.save()
    return person


@action("person.deactivated")
def deactivate(person_id: UUID, *, by: Actor, at: datetime, key: str) -> Person:
    """사용 중지 — the person can do nothing any more; positions held, or to be held, are vacant from then.

    Refuses the system, and a person who has left already.
    """
    person = locked(Person, by, person_id)
    require(by, "parties.deactivate", person)
    if not person.is_active:
        raise LeftAlready(name=person.name)
    if person.tenures.filter(position__role=Role.SYSTEM).exists():
        raise SystemsOwn
    today = timezone.localdate(at)
    for tenure in Tenure.objects.filter(person=person):
        if tenure.until is None or tenure.until > today:
            tenure.end(today)
            tenure.save()
    person.is_active = False
    person.save()
    return person
