"""지원계획 — the paper itself with its 검산 beside it, its changes, and what is done with it."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse

from majungmul.books.ledger.queries import year_of
from majungmul.books.parties.queries.rows import NotHere
from majungmul.programmes.observations import notes_of
from majungmul.programmes.plan_tables import tables_of
from majungmul.stages.plan import states
from majungmul.stages.plan.queries import (
    changes_of,
    edition_of,
    export,
    plan_for,
    plan_of,
    plan_years,
    written,
)
from majungmul.stages.plan.states import State
from majungmul.web.asked import Asked, today
from majungmul.web.city.plan_acts import ACTS
from majungmul.web.city.plan_margin import sheets
from majungmul.web.officer.act_pages import Place, act_named, act_page, may, offered
from majungmul.web.showing import show

if TYPE_CHECKING:
    from majungmul.stages.plan.models import Plan


def plan(request: Asked) -> HttpResponse:
    """지원계획 — of the year asked for (`?year=2018`), or this year's."""
    office, place = request.seat.actor.office, request.jurisdiction.pk
    years = plan_years(place, office)
    year = _year(request, years)
    row = plan_of(place, office, year)
    if row is None:
        return show(request, "city/plan_none.html", year=year, years=years)
    edition = edition_of(row)
    said = written(edition)
    found = sheets(tables_of(said))
    return show(
        request,
        "city/plan.html",
        plan=row,
        edition=edition,
        years=years,
        said=said,
        sheets=found,
        findings=sum(len(sheet.findings) for sheet in found),
        notes=notes_of(said),
        changes=list(changes_of(row)),
        papers=_papers(request, row),
        acts=_acts(request, row),
        may_write=may(request.seat, "plan.draft"),
    )


def plan_act(request: Asked, plan: UUID, act: str) -> HttpResponse:
    """지원계획에 할 일."""
    row = _own(request, plan)
    back = f"{reverse('city:plan')}?year={row.year}"
    place = Place(crumbs=(("지원계획", back),), back=back, about=f"{row.year}년 지원계획")
    return act_page(request, act_named(ACTS, act), row, place)


def plan_file(request: Asked, plan: UUID) -> HttpResponse:
    """내보내기 — the plan as the file from which it can be adopted again."""
    row = _own(request, plan)
    response = HttpResponse(export(edition_of(row)), content_type="application/toml; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="plan-{row.year}.toml"'
    response["Cache-Control"] = "private, no-store"
    return response


def _own(request: Asked, plan: UUID) -> "Plan":
    row = plan_for(request.seat, plan)
    if row.office_id != request.seat.actor.office:
        raise NotHere(what="지원계획")
    return row


def _papers(request: Asked, row: "Plan") -> list[tuple[str, str]]:
    """The papers that there are of a plan by now: made only when one is opened."""
    papers = [] if row.state in (State.DRAFT, State.SUBMITTED) else [("plan_notice", "지원계획 통보")]
    fiscal = year_of(request.jurisdiction.pk, row.year)
    return [*papers, ("open_items", "미결 목록")] if fiscal and fiscal.cut_off_at else papers


def _acts(request: Asked, row: "Plan") -> list[tuple[str, str, str]]:
    """What may be done now: 출납폐쇄 once, and 마감 after it."""
    fiscal = year_of(row.jurisdiction_id, row.year)
    is_cut_off = bool(fiscal and fiscal.cut_off_at)
    left_out = {"cut-off"} if is_cut_off or today(request).year <= row.year else set()
    left_out |= set() if is_cut_off else {"close"}
    return [
        (act.title, reverse("city:plan_act", args=[row.pk, slug]), act.kind)
        for slug, act in offered(request.seat, ACTS, states.after, row.state)
        if slug not in left_out
    ]


def _year(request: Asked, years: list[int]) -> int:
    asked = request.GET.get("year", "")
    if asked in {str(year) for year in years}:
        return int(asked)
    this = today(request).year
    return this if this in years or not years else years[0]
