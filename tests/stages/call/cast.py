"""Who tries what: people of every office and role, and how each is refused by the table of rights."""

from majungmul.books.parties.kinds import OfficeKind, Role
from majungmul.books.parties.models import Office, Position
from majungmul.books.parties.require import NotAllowed, OtherBody, OtherOffice
from majungmul.books.parties.rights import RIGHTS, Over
from majungmul.values.actor import Actor
from majungmul.values.refusal import Refusal
from tests.stages.world import World, somebody

NOBODYS = ("administrator", "auditor")


def cast_of(world: World) -> dict[str, Actor]:
    """Everybody who may try: by office and role."""
    city, operator = world.city_officer.office, world.officer.office
    others = {f"시 {role}": somebody(world.system, city, role) for role in NOBODYS}
    others |= {f"중앙회 {role}": somebody(world.system, operator, role) for role in NOBODYS}
    return {
        "시 담당자": world.city_officer,
        "시 결재권자": world.city_approver,
        "중앙회 담당자": world.officer,
        "중앙회 결재권자": world.approver,
        "조합 담당자": world.printer.officer,
        "다른 조합 담당자": world.paper.officer,
        "시스템": world.system,
        **others,
    }


def refusal_of(act: str, actor: Actor, office: object, body: object = None) -> type[Refusal] | None:
    """Why the table of rights refuses this actor a row of that office and body; None where it does not."""
    right = RIGHTS[act]
    role = Role(Position.objects.get(pk=actor.position).role)
    own = Office.objects.get(pk=actor.office)
    if role not in right.roles or OfficeKind(own.kind) not in right.offices:
        return NotAllowed
    is_body, is_office = body is not None and own.organisation_id == body, own.pk == office
    if right.over is Over.OWN_OFFICE:
        return None if is_office else OtherOffice
    if right.over is Over.OWN_BODY:
        return None if is_body else OtherBody
    return None if is_body or is_office else OtherBody
