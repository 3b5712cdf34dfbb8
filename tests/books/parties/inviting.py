"""Givens of invitations: a vacant seat, an invitation to it, somebody who came in."""

from datetime import date, datetime
from uuid import UUID

from majungmul.books.parties.actions.invitations import (
    invite,
)
from majungmul.books.parties.actions.joining import join
from majungmul.books.parties.actions.offices import new_position
from majungmul.books.parties.models import Invitation, Person
from majungmul.values.actor import Actor
from tests.given import NOON, a_key

PASSWORD = "한 바가지 마중물을 붓고"  # noqa: S105 - of nobody
OTHER = "다른 바가지 마중물을 붓고"
TODAY = date(2018, 3, 2)
MANY = 8


def a_seat(by: Actor, office: UUID | None = None, role: str = "officer") -> UUID:
    code = f"seat{a_key()[-6:]}"
    return new_position(office or by.office, code, "주무관", role, by=by, at=NOON, key=a_key()).pk


def invited(by: Actor, *, at: datetime = NOON, name: str = "성춘향", days: int = 14) -> Invitation:
    return invite(a_seat(by), name, days, by=by, at=at, key=a_key())


def joined(invitation: Invitation, system: Actor, login: str = "chunhyang", at: datetime = NOON) -> Person:
    return join(invitation.code, login, PASSWORD, by=system, at=at, key=a_key())
