"""단체 — found by any way of writing its name; what is known of one, what it was given, what may be done with it."""

from typing import TYPE_CHECKING, Any, NamedTuple
from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import NoReverseMatch, reverse

from majungmul.books.parties.queries.accounts import account_at, accounts_of
from majungmul.books.parties.queries.bodies import by_number, representatives_of, sanctions_on, standing
from majungmul.books.parties.queries.directory import (
    account_for,
    addresses_of,
    aliases_of,
    bodies_of,
    body_for,
    looked_for,
    merged_of,
)
from majungmul.books.trail.queries import events_of
from majungmul.books.trail.reading import reading
from majungmul.stages.application.queries import applications_by
from majungmul.stages.award import queries as awards
from majungmul.values.business_number import BusinessNumber
from majungmul.values.won import ZERO
from majungmul.web import asked
from majungmul.web.asked import Asked
from majungmul.web.officer.act_pages import Place, act_named, act_page, may
from majungmul.web.officer.bodies_acts import BODY_ACTS, CONFIRM, NEW
from majungmul.web.officer.histories import history_of
from majungmul.web.officer.paging import sheet_of
from majungmul.web.showing import show

if TYPE_CHECKING:
    from majungmul.books.parties.models import Organisation

WHY = "단체 정보 확인"
DIGITS = 10


class Year(NamedTuple):
    """한 해 — what was decided for a body in a year, and how many awards."""

    year: int
    many: int
    decided: Any


def bodies_page(request: Asked) -> HttpResponse:
    """단체 — all of them by name, or those that were looked for by a name, another name or a number."""
    name = request.GET.get("name", "").strip()[:100]
    same, alike = _found(request, name) if name else ([], [])
    every = bodies_of(request.jurisdiction.pk)
    return show(
        request,
        "officer/bodies.html",
        name=name,
        same=same,
        alike=alike,
        sheet=sheet_of(request, [] if name else list(every)),
        count=len(every),
        may_register=may(request.seat, "parties.register"),
    )


def body_page(request: Asked, body: UUID) -> HttpResponse:
    """단체 — one of them; that its data were looked at is kept before they are shown."""
    row = body_for(request.seat, body)
    stands = standing(row)
    if stands.pk != row.pk:
        return HttpResponseRedirect(reverse("officer:body", args=[stands.pk]))
    with reading(request.actor, row, WHY):
        return show(request, "officer/body.html", **_shown(request, row))


def body_new(request: Asked) -> HttpResponse:
    """단체 등록 — and on to the paper that came of it, where it was begun from one."""
    listed = reverse("officer:bodies")
    back = listed
    if call := _uuid(request.GET.get("call", "")):
        back = reverse("officer:paper_entry", args=[call])
    place = Place(
        crumbs=(("단체", listed),), back=back, about="등록하면 이름을 어떻게 적어도 찾을 수 있습니다."
    )
    return act_page(request, NEW, None, place)


def body_act(request: Asked, body: UUID, act: str) -> HttpResponse:
    """단체에 할 일."""
    row = body_for(request.seat, body)
    return act_page(request, act_named(BODY_ACTS, act), row, _place(row))


def account_page(request: Asked, bank_account: UUID) -> HttpResponse:
    """입금 계좌 확인 — the whole number, to be compared with the 통장사본: that it was looked at is kept."""
    row = account_for(request.seat, bank_account)
    with reading(request.actor, row.organisation, "입금 계좌를 통장사본과 견줌"):
        place = _place(row.organisation)
        about = f"{row.bank} {row.number}, 예금주 {row.holder}. {row.entered_by.name} 님이 적었습니다."
        return act_page(request, CONFIRM, row, Place(crumbs=place.crumbs, back=place.back, about=about))


def _found(request: Asked, name: str) -> tuple[list["Organisation"], list["Organisation"]]:
    digits = "".join(sign for sign in name if sign.isdecimal())
    if len(digits) == DIGITS:
        body = by_number(request.jurisdiction.pk, digits)
        return ([body] if body else []), []
    found = looked_for(request.jurisdiction.pk, name)
    return found.same, found.alike


def _shown(request: Asked, row: "Organisation") -> dict[str, Any]:
    day = asked.today(request)
    given = list(awards.awards_to(row).select_related("application__call"))
    amounts = awards.amounts_behind(request.jurisdiction.pk, [award.pk for award in given])
    return {
        "body": row,
        "number": str(BusinessNumber(row.business_number)) if row.business_number else "",
        "aliases": aliases_of(row),
        "merged": merged_of(row),
        "chairs": representatives_of(row),
        "addresses": addresses_of(row),
        "accounts": accounts_of(row),
        "paid_to": account_at(row, request.at),
        "sanctions": sanctions_on(row, day),
        "applications": applications_by(row)[:20],
        "given": [(award, amounts.get(award.pk, ZERO)) for award in given],
        "years": _years(given, amounts),
        "acts": _acts(request, row),
        "may_confirm": may(request.seat, "parties.confirm_account"),
        "me": request.actor.person,
        "invite": _invite(row),
        "history": history_of(events_of(request.jurisdiction.pk, row.pk)),
    }


def _years(given: list[Any], amounts: dict[UUID, Any]) -> list[Year]:
    """What was decided in each year, the latest first; ended awards are shown among them, but not counted."""
    live = [award for award in given if award.state == "effective"]
    years = sorted({award.application.call.year for award in live}, reverse=True)
    return [
        Year(
            year,
            sum(1 for award in live if award.application.call.year == year),
            sum((amounts.get(award.pk, ZERO) for award in live if award.application.call.year == year), ZERO),
        )
        for year in years
    ]


def _acts(request: Asked, row: "Organisation") -> list[tuple[str, str, str]]:
    acts = {slug: act for slug, act in BODY_ACTS.items() if may(request.seat, act.verb)}
    if row.business_number:
        acts.pop("number", None)
    return [
        (act.title, reverse("officer:body_act", args=[row.pk, slug]), "tertiary")
        for slug, act in acts.items()
    ]


def _invite(row: "Organisation") -> str:
    """Where the people of the body are invited; empty where that page is not there."""
    try:
        return reverse("account:invite_body", args=[row.pk])
    except NoReverseMatch:
        return ""


def _place(row: "Organisation") -> Place:
    back = reverse("officer:body", args=[row.pk])
    return Place(crumbs=(("단체", reverse("officer:bodies")), (row.name, back)), back=back, about=row.name)


def _uuid(typed: str) -> UUID | None:
    try:
        return UUID(typed)
    except ValueError:
        return None
