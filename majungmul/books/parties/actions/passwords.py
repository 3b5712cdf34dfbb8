"""비밀번호 — set, and made stronger, through an action; kept as an argon2 hash alone.

What is typed is hashed before the action begins: it reaches neither the chain nor the hash of what was asked,
and the chain's lock is not held for it.
"""

from datetime import datetime
from uuid import UUID

from django.contrib.auth.hashers import identify_hasher, make_password

from majungmul.books.parties.actions.offices import SystemsOwn
from majungmul.books.parties.kinds import Role
from majungmul.books.parties.models import Person
from majungmul.books.parties.queries.rows import found, locked
from majungmul.books.parties.require import PersonLeft, require
from majungmul.books.trail.actions import action
from majungmul.values.actor import Actor
from majungmul.values.refusal import Refusal

SHORTEST = 10


class TooShort(Refusal):
    """짧은 비밀번호."""

    sentence = "비밀번호는 {shortest}자 이상이어야 합니다. 더 길게 적어 주십시오."


class SameAsLogin(Refusal):
    """아이디와 같음."""

    sentence = "비밀번호에 아이디를 넣을 수 없습니다. 다른 비밀번호를 적어 주십시오."


class SamePassword(Refusal):
    """지금과 같은 비밀번호."""

    sentence = "지금 쓰는 비밀번호와 같습니다. 다른 비밀번호를 적어 주십시오."


class WrongPassword(Refusal):
    """맞지 않는 비밀번호."""

    sentence = "비밀번호가 맞지 않습니다. 다시 적어 주십시오."


def refuse_weak(login: str, password: str) -> None:
    """Refuse a password that is too short, or holds the login."""
    if len(password) < SHORTEST:
        raise TooShort(shortest=SHORTEST)
    if login in password.lower():
        raise SameAsLogin


def set_password(person_id: UUID, password: str, *, by: Actor, at: datetime, key: str) -> Person:
    """비밀번호 정하기 — one's own, or by the office's administrator that of another. Returns the person.

    Refuses one too short, holding the login, or the same as now; the system's, and of a person who left.
    """
    person = found(Person, by, person_id)
    refuse_weak(person.login, password)
    # A repeat of the same request hands in the same hash, and so is known as one.
    encoded = person.password if person.check_password(password) else make_password(password)
    return _set(person_id, encoded, by=by, at=at, key=key)


def change_own_password(current: str, password: str, *, by: Actor, at: datetime, key: str) -> Person:
    """내 비밀번호 바꾸기 — by who knows the present one. Returns the person. Refuses what `set_password` does."""
    person = found(Person, by, by.person)
    is_sent_again = person.check_password(password)
    if not (is_sent_again or person.check_password(current)):
        raise WrongPassword
    return set_password(by.person, password, by=by, at=at, key=key)


def upgrade_password(person_id: UUID, password: str, *, by: Actor, at: datetime, key: str) -> Person:
    """비밀번호 암호화 강화 — at a login, the same password under argon2's present strength.

    Does nothing where the strength is the present one. Refuses a password that is not the person's.
    """
    person = found(Person, by, person_id)
    if not person.check_password(password):
        raise WrongPassword
    if not identify_hasher(person.password).must_update(person.password):
        return person
    return _strengthen(person_id, make_password(password), by=by, at=at, key=key)


@action("person.password_set")
def _set(person_id: UUID, encoded: str, *, by: Actor, at: datetime, key: str) -> Person:
    person = locked(Person, by, person_id)
    require(by, "parties.set_own_password" if person.pk == by.person else "parties.set_password", person)
    if person.tenures.filter(position__role=Role.SYSTEM).exists():
        raise SystemsOwn
    if not person.is_active:
        raise PersonLeft
    if person.password == encoded:
        raise SamePassword
    person.password = encoded
    person.save()
    return person


@action("person.password_strengthened")
def _strengthen(person_id: UUID, encoded: str, *, by: Actor, at: datetime, key: str) -> Person:
    person = locked(Person, by, person_id)
    require(by, "parties.upgrade_password", person)
    person.password = encoded
    person.save()
    return person
