"""들어오기 — who has a code comes in with it, or sets a forgotten password anew; the program itself acts."""

import hashlib
from datetime import datetime
from uuid import UUID

from django.contrib.auth.hashers import make_password
from django.utils import timezone

from majungmul.books.parties import written
from majungmul.books.parties.actions.passwords import refuse_weak
from majungmul.books.parties.actions.people import new_person
from majungmul.books.parties.actions.tenures import appoint, hand_over
from majungmul.books.parties.kinds import InvitationKind
from majungmul.books.parties.models import Invitation, Person
from majungmul.books.parties.models.invitation import WRONG_CODES
from majungmul.books.parties.queries.invitations import (
    WrongInvitationCode,
    nearest,
    opened_by,
    refuse_dead,
    refuse_locked,
    spelled,
)
from majungmul.books.parties.queries.positions import holder_on
from majungmul.books.parties.queries.rows import locked
from majungmul.books.parties.require import PersonLeft, require
from majungmul.books.trail.actions import action
from majungmul.values.actor import Actor


def join(code: str, login: str, password: str, *, by: Actor, at: datetime, key: str) -> Person:
    """초대받아 등록하기 — the person of the code, with a login and a password of one's own, in the position.

    `by` is the program itself. A wrong code is refused and counted; after ten none is taken any more.
    Refuses a code that is used, withdrawn or over, a login in use, a weak password. Sent again by the one
    who has come in, it gives that person.
    """
    invitation = _opened(InvitationKind.POSITION, code, by=by, at=at, key=key)
    came = invitation.person
    if came and came.login == login.strip().lower() and came.check_password(password):
        return came
    refuse_dead(invitation, at)
    refuse_weak(written.login(login), password)
    return _join(invitation.pk, login, make_password(password), by=by, at=at, key=key)


def reset_by_code(code: str, password: str, *, by: Actor, at: datetime, key: str) -> Person:
    """번호로 비밀번호 정하기 — of the person whose code it is, once. As `join` refuses, this does."""
    invitation = _opened(InvitationKind.PASSWORD, code, by=by, at=at, key=key)
    person = invitation.person
    assert person is not None  # noqa: S101 - a constraint of the table
    if invitation.used_at and person.check_password(password):
        return person
    refuse_dead(invitation, at)
    refuse_weak(person.login, password)
    return _reset(invitation.pk, make_password(password), by=by, at=at, key=key)


@action("person.joined")
def _join(invitation_id: UUID, login: str, encoded: str, *, by: Actor, at: datetime, key: str) -> Person:
    invitation, today = locked(Invitation, by, invitation_id), timezone.localdate(at)
    require(by, "parties.join", invitation)
    refuse_dead(invitation, at)
    position = invitation.position
    assert position is not None  # noqa: S101 - a constraint of the table
    person = new_person(position.office_id, login, invitation.name, by=by, at=at, key=key)
    person.password = encoded
    person.save()
    begin = hand_over if holder_on(position.pk, today) else appoint
    begin(position.pk, person.pk, today, by=by, at=at, key=key)
    invitation.person, invitation.used_at = person, at
    invitation.save()
    return person


@action("person.password_reset")
def _reset(invitation_id: UUID, encoded: str, *, by: Actor, at: datetime, key: str) -> Person:
    invitation = locked(Invitation, by, invitation_id)
    require(by, "parties.reset_by_code", invitation)
    refuse_dead(invitation, at)
    assert invitation.person_id is not None  # noqa: S101 - a constraint of the table
    person = locked(Person, by, invitation.person_id)
    if not person.is_active:
        raise PersonLeft
    person.password = encoded
    person.save()
    invitation.used_at = at
    invitation.save()
    return person


def _opened(kind: InvitationKind, code: str, *, by: Actor, at: datetime, key: str) -> Invitation:
    """The invitation that the code opens. Refuses a wrong code, which is counted where it begins as one does."""
    invitation = opened_by(by.jurisdiction, kind, code)
    if invitation is not None:
        return invitation
    near = nearest(by.jurisdiction, code)
    if near is not None:
        refuse_locked(near)
        # Under a key of the code: one key for many codes would count one of them alone.
        own = hashlib.sha256(f"{key}:{spelled(code)}".encode()).hexdigest()
        _count_wrong_code(near.pk, by=by, at=at, key=own)
    raise WrongInvitationCode


@action("invitation.wrong_code")
def _count_wrong_code(invitation_id: UUID, *, by: Actor, at: datetime, key: str) -> Invitation:
    invitation = locked(Invitation, by, invitation_id)
    require(by, "parties.join", invitation)
    invitation.wrong_codes = min(invitation.wrong_codes + 1, WRONG_CODES)
    invitation.save()
    return invitation
