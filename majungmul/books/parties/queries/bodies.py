"""단체에 묻기 — which body is meant, and what is known of it; merged rows are followed."""

from dataclasses import dataclass
from datetime import date
from typing import TypeVar
from uuid import UUID

from django.db.models import QuerySet

from majungmul.books.parties.kinds import OfficeKind
from majungmul.books.parties.models import (
    Address,
    Alias,
    Office,
    Organisation,
    Representative,
    Sanction,
    holds_on,
)
from majungmul.books.parties.names import plain, skeleton


@dataclass(frozen=True, slots=True)
class Found:
    """찾은 단체 — those of this very name, and those whose name only looks like it: a question."""

    same: list[Organisation]
    alike: list[Organisation]


def find(jurisdiction: UUID, name: str) -> Found:
    """단체 찾기 — by any way of writing the name or an alias; a merged row gives the one it points at."""
    aliases = (
        Alias.objects.of(jurisdiction).select_related("organisation").order_by("organisation__name", "pk")
    )
    same = _standing(aliases.filter(plain=plain(name)))
    looks = skeleton(name)
    alike = _standing(aliases.filter(skeleton=looks)) if looks else []
    return Found(same, [body for body in alike if body not in same])


def by_number(jurisdiction: UUID, digits: str) -> Organisation | None:
    """단체 — by its ten digits; None where there is none."""
    body = (
        Organisation.objects.of(jurisdiction)
        .filter(business_number=digits)
        .exclude(business_number="")
        .first()
    )
    return standing(body) if body else None


def operating_bodies(jurisdiction: UUID) -> QuerySet[Organisation]:
    """보조사업자 — the bodies of the jurisdiction whose office operates programmes, by name."""
    offices = Office.objects.of(jurisdiction).filter(kind=OfficeKind.OPERATOR, organisation__isnull=False)
    own = Organisation.objects.of(jurisdiction).filter(pk__in=offices.values("organisation"))
    return own.order_by("name")


def standing(body: Organisation) -> Organisation:
    """지금의 단체 — the row that stands for this body, as it is now: itself, or the last merged into."""
    now = Organisation.objects.get(pk=body.pk)
    while now.merged_into is not None:
        now = now.merged_into
    return now


def family(body: Organisation) -> list[UUID]:
    """한 단체의 모든 줄 — the keys of all rows of this body: the one that stands for it first."""
    keys = [standing(body).pk]
    for key in keys:
        keys += Organisation.objects.filter(merged_into=key).order_by("pk").values_list("pk", flat=True)
    return keys


def representatives_of(body: Organisation) -> list[Representative]:
    """대표자 이력 — of all rows of the body, the latest first; without those that were taken back."""
    rows = Representative.objects.filter(organisation__in=family(body)).order_by("-since", "-pk")
    return [row for row in rows if not row.never_held]


def representative_on(body: Organisation, on: date) -> Representative | None:
    """대표자 — of a day; that of the row which stands for the body goes first. None where none is known."""
    return _of_standing(Representative.objects.filter(holds_on(on)), body)


def address_on(body: Organisation, on: date) -> Address | None:
    """소재지 — of a day; that of the row which stands for the body goes first. None where none is known."""
    return _of_standing(Address.objects.filter(holds_on(on)), body)


def sanctions_on(body: Organisation, on: date) -> list[Sanction]:
    """제재 — what is in force against the body on a day, against whichever of its rows it was decided."""
    return list(Sanction.objects.filter(holds_on(on), organisation__in=family(body)).order_by("since", "pk"))


def _standing(aliases: QuerySet[Alias]) -> list[Organisation]:
    """The bodies that these names stand for, each once."""
    return list(dict.fromkeys(standing(alias.organisation) for alias in aliases))


Fact = TypeVar("Fact", Representative, Address)


def _of_standing(rows: QuerySet[Fact], body: Organisation) -> Fact | None:
    found = {row.organisation_id: row for row in rows.filter(organisation__in=family(body)).order_by("since")}
    return next((found[key] for key in family(body) if key in found), None)
