"""정산 — the reports of a year beside the ledger, examined line by line; orders to pay back; the year closed."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse

from majungmul.books.files.queries import uses_of
from majungmul.books.files.seals import seals_of
from majungmul.books.ledger.queries import year_of, years_of
from majungmul.books.parties.queries.rows import NotHere
from majungmul.stages.plan import states as plan_states
from majungmul.stages.plan.queries import plan_of
from majungmul.stages.settlement import states
from majungmul.stages.settlement.queries import (
    corrections_of,
    interest_on,
    last_day_of,
    lateness_of,
    objections_of,
    open_refunds,
    payments_of,
    refund_for,
    refunds_of,
    review_of,
    settlement_for,
    settlement_line_for,
    settlements_by,
    still_open,
    unpaid_principal,
    unsettled_of,
    verification_needed,
)
from majungmul.stages.settlement.states import State
from majungmul.web.asked import Asked, today
from majungmul.web.audit.ledger import year_asked
from majungmul.web.audit.papers_of import papers_there
from majungmul.web.city import settlement_acts as acts
from majungmul.web.officer.act_pages import Act, Place, act_named, act_page, is_allowed, may, offered
from majungmul.web.showing import show

if TYPE_CHECKING:
    from majungmul.stages.settlement.models import Refund, Settlement


def settlements(request: Asked) -> HttpResponse:
    """정산 — of a year: those of the city's awards, what is still open, orders that are not paid."""
    years = years_of(request.jurisdiction.pk)
    year, day = year_asked(request, years), today(request)
    place = (request.seat.actor.office, request.jurisdiction.pk)
    plan = plan_of(place[1], place[0], year)
    may_close = plan is not None and may(request.seat, "plan.close")
    return show(
        request,
        "city/settlements.html",
        year=year,
        years=years,
        today=day,
        rows=list(settlements_by(*place, year)),
        plan=plan,
        fiscal=year_of(place[1], year),
        still_open=still_open(plan) if plan else [],
        refunds=open_refunds(place[1], day),
        may_close=may_close and is_allowed(plan_states.after, "plan.close", plan.state if plan else ""),
    )


def settlement(request: Asked, settlement: UUID) -> HttpResponse:
    """정산 검토 — as reported beside the ledger now, with what to look at."""
    row = _own(request, settlement)
    return show(
        request,
        "city/settlement.html",
        settlement=row,
        today=today(request),
        seen=review_of(row),
        lateness=lateness_of(row),
        verification=verification_needed(row),
        unsettled=list(unsettled_of(row)),
        corrections=list(corrections_of(row)),
        refunds=list(refunds_of(row.award)),
        seals=list(seals_of(row)),
        files=list(uses_of(row)),
        papers=papers_there(row),
        may_examine=may(request.seat, acts.LINE.verb) and is_allowed(states.after, acts.LINE.verb, row.state),
        is_fixed=row.state in (State.FIXED, State.CLOSED),
        acts=[
            (act.title, reverse("city:settlement_act", args=[row.pk, slug]), act.kind)
            for slug, act in offered(request.seat, acts.SETTLEMENTS, states.after, row.state)
        ],
    )


def settlement_act(request: Asked, settlement: UUID, act: str) -> HttpResponse:
    """정산에 할 일."""
    row = _own(request, settlement)
    return act_page(request, act_named(acts.SETTLEMENTS, act), row, _place(row))


def line(request: Asked, line: UUID) -> HttpResponse:
    """정산 심사 — of one line."""
    row = settlement_line_for(request.seat, line)
    place = _place(_own(request, row.settlement_id), f"{row.line.label} · 보고한 집행액 {row.reported}")
    return act_page(request, acts.LINE, row, place)


def refund(request: Asked, refund: UUID) -> HttpResponse:
    """반환명령 — of the city, or of the operator of which the city was told."""
    row, day = refund_for(request.seat, refund), today(request)
    return show(
        request,
        "city/refund.html",
        refund=row,
        today=day,
        last_day=last_day_of(row),
        unpaid=unpaid_principal(row),
        interest=interest_on(row, max(day, row.interest_since)),
        payments=list(payments_of(row)),
        objections=list(objections_of(row)),
        papers=papers_there(row),
        acts=[
            (act.title, reverse("city:refund_act", args=[row.pk, slug]), act.kind)
            for slug, act in offered(request.seat, _refund_acts(request, row), states.refund_after, row.state)
        ],
    )


def refund_act(request: Asked, refund: UUID, act: str) -> HttpResponse:
    """반환명령에 할 일."""
    row = refund_for(request.seat, refund)
    back = reverse("city:refund", args=[row.pk])
    place = Place(
        crumbs=(("정산", reverse("city:settlements")), (row.number, back)),
        back=back,
        about=f"{row.body.name} · {row.number}",
    )
    return act_page(request, act_named(_refund_acts(request, row), act), row, place)


def _refund_acts(request: Asked, row: "Refund") -> dict[str, Act]:
    """Of the operator's order, the city's alone."""
    is_own = row.office_id == request.seat.actor.office
    return {slug: act for slug, act in acts.REFUNDS.items() if is_own or slug in acts.OF_THE_CITY}


def _own(request: Asked, settlement: UUID) -> "Settlement":
    row = settlement_for(request.seat, settlement)
    if row.office_id != request.seat.actor.office:
        raise NotHere(what="정산")
    return row


def _place(row: "Settlement", about: str = "") -> Place:
    back = reverse("city:settlement", args=[row.pk])
    return Place(
        crumbs=(("정산", reverse("city:settlements")), (row.number, back)),
        back=back,
        about=about or f"{row.body.name} · {row.number}",
    )
