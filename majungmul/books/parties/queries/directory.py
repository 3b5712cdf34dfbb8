"""단체 목록에 묻기 — every body that stands for itself, its names, where it was; of many rows, whose they are."""

from collections.abc import Collection
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db.models import Model

from majungmul.books.parties.models import Address, Alias, BankAccount, Organisation, Person
from majungmul.books.parties.names import plain
from majungmul.books.parties.queries.bodies import Found, family, find, standing
from majungmul.books.parties.queries.rows import NotHere
from majungmul.books.parties.queries.seats import Seat
from majungmul.books.parties.queries.sight import WHOLES, in_sight, sees
from majungmul.books.trail.models import RecordedQuerySet

MOST_FOUND = 30
"""How many names that have a text in them are looked at."""


def bodies_of(jurisdiction: UUID) -> RecordedQuerySet[Organisation]:
    """단체 — all that stand for themselves, by name: a row that was merged into another is not among them."""
    bodies: RecordedQuerySet[Organisation] = Organisation.objects.of(jurisdiction)
    return bodies.filter(merged_into=None).order_by("name", "pk")


def looked_for(jurisdiction: UUID, name: str) -> Found:
    """단체 찾기 — as `find`, and among those that look alike each whose name has this in it; at most so many."""
    found = find(jurisdiction, name)
    if not (part := plain(name)):
        return found
    aliases = Alias.objects.of(jurisdiction).filter(plain__contains=part).select_related("organisation")
    having = dict.fromkeys(
        standing(alias.organisation) for alias in aliases.order_by("name", "pk")[:MOST_FOUND]
    )
    known = [*found.same, *found.alike]
    return Found(found.same, [*found.alike, *(body for body in having if body not in known)])


def body_for(seat: Seat, row: UUID) -> Organisation:
    """단체 — to look at. Refuses (NotHere) one that the seat may not see."""
    return in_sight(Organisation, seat, row)


def account_for(seat: Seat, row: UUID) -> BankAccount:
    """입금 계좌 — of a body that the seat may see. Refuses (NotHere) another."""
    found = BankAccount.objects.of(seat.actor.jurisdiction).filter(pk=row)
    account = found.select_related("organisation", "entered_by", "confirmed_by").first()
    if account is None or not sees(seat, account.organisation):
        raise NotHere(what="입금 계좌")
    return account


def aliases_of(body: Organisation) -> list[Alias]:
    """다른 이름 — under which the body is found, of all its rows; without its own name."""
    rows = Alias.objects.filter(organisation__in=family(body)).exclude(name=body.name)
    return list(rows.order_by("name", "pk"))


def addresses_of(body: Organisation) -> list[Address]:
    """소재지 이력 — of all rows of the body, the latest first; without those that were taken back."""
    rows = Address.objects.filter(organisation__in=family(body)).order_by("-since", "-pk")
    return [row for row in rows if not row.never_held]


def merged_of(body: Organisation) -> list[Organisation]:
    """합친 단체 — the rows that were merged into this body."""
    return list(Organisation.objects.filter(pk__in=family(body)[1:]).order_by("name", "pk"))


def people_named(people: Collection[UUID]) -> dict[UUID, str]:
    """이름 — of many people, by their keys. One query."""
    return dict(Person.objects.filter(pk__in=people).values_list("pk", "name"))


def names_behind(office: UUID, label: str, rows: Collection[UUID]) -> dict[UUID, str]:
    """누구의 것 — of those rows of a model (`application.application`) that are the office's: whose they are.

    Rows of another office are left out; one that belongs to no body has an empty name. One query.
    """
    try:
        model = apps.get_model(label)
    except LookupError:
        return {}
    office_path, body_path = _path(model, "office"), _path(model, "body")
    if not office_path:
        return {}
    kept = model._default_manager.filter(pk__in=rows, **{office_path: office})
    if not body_path:
        return dict.fromkeys(kept.values_list("pk", flat=True), "")
    return {pk: name or "" for pk, name in kept.values_list("pk", f"{body_path}__name")}


def _path(model: type[Model], wanted: str, depth: int = 3) -> str:
    """The way from a row to its office or body, through what it is a part of; empty where there is none."""
    fields: dict[str, Any] = {field.name: field for field in model._meta.fields}
    if wanted in fields:
        return wanted
    for whole in WHOLES if depth else ():
        above = fields[whole].related_model if whole in fields else None
        if above and (rest := _path(above, wanted, depth - 1)):
            return f"{whole}__{rest}"
    return ""
