"""결정 — what was selected and waits for its award; the awards of a year; one of them, drafted or in effect."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse

from majungmul.books.trail.queries import events_of
from majungmul.stages.application.queries import application_for
from majungmul.stages.award import queries as awards
from majungmul.stages.award.states import State, after
from majungmul.stages.call.queries import years_of
from majungmul.stages.delivery import queries as deliveries
from majungmul.stages.payment import queries as payments
from majungmul.stages.review.queries import review_of
from majungmul.web import asked
from majungmul.web.asked import Asked
from majungmul.web.officer.act_pages import Place, act_named, act_page, is_allowed, offered
from majungmul.web.officer.awards_acts import AWARD_ACTS, CHANGE, CONDITION, CONTRACT, DRAFT
from majungmul.web.officer.calls import year_of
from majungmul.web.officer.histories import history_of
from majungmul.web.officer.paging import sheet_of
from majungmul.web.showing import show

if TYPE_CHECKING:
    from majungmul.stages.award.models import Award

TONES = {State.DRAFT: "warning", State.SUBMITTED: "information", State.EFFECTIVE: "success"}


def awards_page(request: Asked) -> HttpResponse:
    """결정 — of the office in a year; first what waits for one."""
    office, year = request.seat.actor.office, year_of(request)
    every = list(awards.awards_by(office, request.jurisdiction.pk, year).order_by("-id"))
    shown = request.GET.get("show", "")
    rows = [row for row in every if shown in ("", row.state)]
    counted = {state: sum(1 for row in every if row.state == state) for state in State}
    sheet = sheet_of(request, rows)
    return show(
        request,
        "officer/awards.html",
        waiting=awards.selected_without_award(office, request.jurisdiction.pk),
        conditions=awards.open_conditions(office, request.jurisdiction.pk, asked.today(request)),
        sheet=sheet,
        amounts=awards.amounts_behind(request.jurisdiction.pk, [row.pk for row in sheet.rows]),
        tones=TONES,
        filters=[(state.value, state.label, counted[state]) for state in State if state != State.APPROVED],
        shown=shown,
        everything=len(every),
        year=year,
        years=sorted({asked.today(request).year, *years_of(office, request.jurisdiction.pk)}, reverse=True),
    )


def award_new(request: Asked, application: UUID) -> HttpResponse:
    """결정 작성 — for an application that was selected."""
    row = application_for(request.seat, application)
    listed = reverse("officer:awards")
    about = f"{row.body.name}, 접수번호 {row.number}"
    place = Place(crumbs=(("결정", listed),), back=reverse("officer:award_of", args=[row.pk]), about=about)
    return act_page(request, DRAFT, row, place)


def award_of(request: Asked, application: UUID) -> HttpResponse:
    """결정 — of an application: on to its page, or to the list where there is none."""
    found = awards.award_of(application_for(request.seat, application))
    name, args = ("officer:award", [found.pk]) if found else ("officer:awards", [])
    return HttpResponseRedirect(reverse(name, args=args))


def award_page(request: Asked, award: UUID) -> HttpResponse:
    """결정 — one of them, with everything that hangs on it; what the office was granted stands with its grants."""
    row = awards.award_for(request.seat, award)
    if row.office_id != request.seat.actor.office:
        return HttpResponseRedirect(reverse("officer:grants"))
    trades = list(deliveries.trades_of(row))
    return show(
        request,
        "officer/award.html",
        award=row,
        title=awards.title(row),
        tone=TONES.get(State(row.state), "gray"),
        review=review_of(row.application),
        lines=awards.lines_of(row),
        totals=payments.totals_of(row),
        new=awards.what_is_new(row),
        conditions=awards.conditions_of(row),
        may_fulfil=is_allowed(after, "award.fulfil_condition", row.state),
        changes=[(each, awards.change_in_words(each)) for each in awards.changes_of(row)],
        contracts=deliveries.contracts_of(row),
        trades=[(trade, deliveries.remarks_on(trade)) for trade in trades],
        claims=payments.claims_of(row),
        again=awards.questioned_until(row),
        partners=awards.partners_now(row),
        papers=_papers(row),
        acts=_acts(request, row),
        history=history_of(events_of(request.jurisdiction.pk, row.pk)),
    )


def award_act(request: Asked, award: UUID, act: str) -> HttpResponse:
    """결정에 할 일 — written anew, handed in, proposed to be revoked."""
    row = awards.award_for(request.seat, award)
    return act_page(request, act_named(AWARD_ACTS, act), row, _place(row))


def condition_page(request: Asked, condition: UUID) -> HttpResponse:
    """조건 이행 확인."""
    row = awards.condition_for(request.seat, condition)
    place = _place(row.award)
    about = Place(crumbs=place.crumbs, back=place.back, about=row.text)
    return act_page(request, CONDITION, row, about)


def change_page(request: Asked, change: UUID) -> HttpResponse:
    """변경 결재 올림 — of what the body asked for."""
    row = awards.change_for(request.seat, change)
    place = _place(row.award)
    about = f"{row.get_kind_display()}: {row.before} → {awards.change_in_words(row)}. 까닭: {row.reason}"
    return act_page(request, CHANGE, row, Place(crumbs=place.crumbs, back=place.back, about=about))


def contract_page(request: Asked, contract: UUID) -> HttpResponse:
    """계약 확인 — by the seals on its scan, or as a 발주서."""
    row = deliveries.contract_for(request.seat, contract)
    place = _place(row.award)
    about = f"{row.body.name}과(와) {row.counterpart.name}, {row.item}"
    return act_page(request, CONTRACT, row, Place(crumbs=place.crumbs, back=place.back, about=about))


def _place(row: "Award") -> Place:
    back, title = reverse("officer:award", args=[row.pk]), awards.title(row)
    crumbs = (("결정", reverse("officer:awards")), (title, back))
    return Place(crumbs=crumbs, back=back, about=f"{row.body.name}, {title}")


def _acts(request: Asked, row: "Award") -> list[tuple[str, str, str]]:
    found = offered(request.seat, AWARD_ACTS, after, row.state, is_on_paper=row.application.origin == "paper")
    return [(act.title, reverse("officer:award_act", args=[row.pk, slug]), act.kind) for slug, act in found]


def _papers(row: "Award") -> list[tuple[str, str, Any]]:
    kinds = []
    if row.state in (State.EFFECTIVE, State.SUBMITTED, State.DRAFT):
        kinds.append(("award_notice", "지원결정통지서" + ("" if row.number else " 미리보기")))
    if row.state == State.ENDED:
        kinds.append(("ending_notice", "결정 종료 통지"))
    return [(reverse("rows:paper", args=[row.pk, kind]), title, "") for kind, title in kinds]
