"""Who tries what: people of every role and office, and why each may not."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import product

from majungmul.books.parties.kinds import OfficeKind, Role
from majungmul.books.parties.require import NotAllowed, OtherBody, OtherOffice
from majungmul.books.parties.rights import RIGHTS, Over
from majungmul.books.parties.transitions import Transition
from majungmul.values.actor import Actor
from majungmul.values.refusal import Refusal
from tests.database import fingerprint
from tests.stages.delivery.givens import Work, a_stranger
from tests.stages.world_people import at, somebody

WHEN = at(6, 4)


@dataclass(frozen=True, slots=True)
class Who:
    """Somebody who tries: where from, as what, and whether the row is that one's own body's."""

    actor: Actor
    kind: OfficeKind
    role: Role
    is_own_body: bool = False


def everybody(work: Work) -> list[Who]:
    """담당자·결재권자·관리자·감사자 of the city and of the operator, both co-operatives, and the program."""
    world = work.world
    offices = {OfficeKind.CITY: world.city_officer.office, OfficeKind.OPERATOR: world.officer.office}
    roles = [role for role in Role if role is not Role.SYSTEM]
    staff = [
        Who(somebody(world.system, offices[kind], role.value), kind, role)
        for kind, role in product(offices, roles)
    ]
    return [
        *staff,
        Who(work.own.officer, OfficeKind.APPLICANT, Role.OFFICER, is_own_body=True),
        Who(a_stranger(world).officer, OfficeKind.APPLICANT, Role.OFFICER),
        Who(world.system, OfficeKind.CITY, Role.SYSTEM),
    ]


def refusal(verb: str, who: Who, owner: OfficeKind) -> type[Refusal] | None:
    """Why this one may not do it to a row of the owner's office; None where it may."""
    right = RIGHTS[verb]
    if who.kind not in right.offices or who.role not in right.roles:
        return NotAllowed
    if right.over is Over.OWN_OFFICE and who.kind is not owner:
        return OtherOffice
    if right.over is Over.BODY_OR_OFFICE and not (who.is_own_body or who.kind is owner):
        return OtherBody
    return None


@contextmanager
def nothing_left() -> Iterator[None]:
    """All that is refused inside leaves the whole database as it was."""
    before = fingerprint()
    yield
    assert fingerprint() == before


def leads(table: tuple[Transition, ...], verb: str, state: str) -> str | None:
    """Where the act leads from this state; None where the table has it not."""
    return next((str(each.after) for each in table if (each.act, each.before) == (verb, state)), None)
