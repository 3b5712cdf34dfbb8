"""단체 — registered, and the names and numbers by which it is known."""

from datetime import datetime
from uuid import UUID

from majungmul.books.parties import written
from majungmul.books.parties.models import Alias, Organisation
from majungmul.books.parties.names import plain, skeleton
from majungmul.books.parties.queries.bodies import by_number, find, standing
from majungmul.books.parties.queries.rows import locked
from majungmul.books.parties.require import require
from majungmul.books.trail.actions import action
from majungmul.values.actor import Actor
from majungmul.values.business_number import BusinessNumber
from majungmul.values.refusal import Refusal


class NumberTaken(Refusal):
    """이미 있는 사업자등록번호."""

    sentence = "사업자등록번호 {number}은(는) ‘{name}’의 번호입니다. 그 단체를 쓰거나 번호를 확인해 주십시오."


class NumberThere(Refusal):
    """번호가 이미 적힘."""

    sentence = (
        "‘{name}’에는 사업자등록번호 {number}이(가) 이미 적혀 있습니다. "
        "번호가 다르면 다른 단체로 등록해 주십시오."
    )


class NameTaken(Refusal):
    """번호 없이 같은 이름."""

    sentence = (
        "‘{name}’은(는) 이미 있는 이름입니다. 같은 단체이면 그것을 쓰고, "
        "다른 단체이면 사업자등록번호를 함께 적어 주십시오."
    )


class SameName(Refusal):
    """같은 이름."""

    sentence = "‘{name}’은(는) 지금 이름과 같습니다. 바뀐 이름을 적어 주십시오."


class AliasThere(Refusal):
    """이미 있는 다른 이름."""

    sentence = "‘{alias}’(으)로는 이미 ‘{name}’을(를) 찾을 수 있습니다. 다시 적지 않아도 됩니다."


class MergedAway(Refusal):
    """합쳐진 단체."""

    sentence = "이 단체는 ‘{name}’에 합쳐졌습니다. ‘{name}’에서 다시 해 주십시오."


@action("organisation.registered")
def register(
    kind: str, name: str, business_number: str = "", *, by: Actor, at: datetime, key: str
) -> Organisation:
    """단체 등록 — a body, found by its name from now on. Returns it.

    Refuses a number with a wrong check digit or in use, and a name in use that no number tells apart.
    Names that only look alike are no reason: ask with `queries.bodies.find` before.
    """
    require(by, "parties.register")
    body = Organisation(
        jurisdiction_id=by.jurisdiction,
        kind=written.one_of(Organisation, "kind", kind),
        name=written.line(Organisation, "name", name),
        business_number=_free_number(business_number, by) if business_number else "",
    )
    same = find(by.jurisdiction, body.name).same
    if same and not body.business_number:
        raise NameTaken(name=same[0].name)
    body.save()
    _name(body, body.name).save()
    return body


@action("organisation.renamed")
def rename(organisation_id: UUID, name: str, *, by: Actor, at: datetime, key: str) -> Organisation:
    """이름 변경 — the body is still found by the name it had. Refuses the name it has."""
    body = live(organisation_id, "parties.rename", by)
    kept = written.line(Organisation, "name", name)
    if kept == body.name:
        raise SameName(name=kept)
    alias = _name(body, kept)
    if not body.aliases.filter(plain=alias.plain).exists():
        alias.save()
    body.name = kept
    body.save()
    return body


@action("organisation.alias_added")
def add_alias(organisation_id: UUID, name: str, *, by: Actor, at: datetime, key: str) -> Alias:
    """다른 이름 — as people write it (흄관(조)). Refuses one by which the body is found already."""
    body = live(organisation_id, "parties.add_alias", by)
    alias = _name(body, written.line(Alias, "name", name))
    if body.aliases.filter(plain=alias.plain).exists():
        raise AliasThere(alias=alias.name, name=body.name)
    alias.save()
    return alias


@action("organisation.number_entered")
def enter_business_number(
    organisation_id: UUID, number: str, *, by: Actor, at: datetime, key: str
) -> Organisation:
    """사업자등록번호 입력 — of a body known without. Refuses a wrong one, one in use, a second one."""
    body = live(organisation_id, "parties.enter_business_number", by)
    if body.business_number:
        raise NumberThere(name=body.name, number=BusinessNumber(body.business_number))
    body.business_number = _free_number(number, by)
    body.save()
    return body


def live(organisation_id: UUID, verb: str, by: Actor) -> Organisation:
    """The body, held until the end of the action, on which the actor may do this. Refuses a merged one."""
    body = locked(Organisation, by, organisation_id)
    require(by, verb, body)
    if body.merged_into is not None:
        raise MergedAway(name=standing(body).name)
    return body


def _free_number(written_number: str, by: Actor) -> str:
    number = BusinessNumber.of(written_number)
    other = by_number(by.jurisdiction, number.digits)
    if other:
        raise NumberTaken(number=number, name=other.name)
    return number.digits


def _name(body: Organisation, name: str) -> Alias:
    """The name as it is found by, not yet saved. Refuses one too long once its signs are written out."""
    alias = Alias(
        jurisdiction_id=body.jurisdiction_id,
        organisation=body,
        name=name,
        plain=plain(name),
        skeleton=skeleton(name),
    )
    written.fits(Alias, "plain", alias.plain, "이름")
    return alias
