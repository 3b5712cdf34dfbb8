"""공고 — the calls of the office in a year; a new one; one of them with its applications, amendments, briefings."""

from collections import Counter
from typing import TYPE_CHECKING, Any, NamedTuple
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse

from majungmul.books.files.queries import uses_of
from majungmul.books.parties.kinds import Role
from majungmul.books.trail.queries import events_of
from majungmul.stages.application.queries import applications_of, counts_by_call
from majungmul.stages.application.states import State as ApplicationState
from majungmul.stages.call import actions
from majungmul.stages.call import queries as calls
from majungmul.stages.call.states import State, after
from majungmul.web import asked
from majungmul.web.asked import Asked
from majungmul.web.forms.doing import Files, Values, do
from majungmul.web.forms.typed import Typed, of
from majungmul.web.officer.act_pages import Place, act_named, act_page, how, is_allowed, may, offered
from majungmul.web.officer.calls_acts import BRIEFING, CALL_ACTS
from majungmul.web.officer.calls_forms import draft_form, draft_of, lines_for
from majungmul.web.officer.histories import history_of
from majungmul.web.showing import show

if TYPE_CHECKING:
    from majungmul.stages.call.models import Call


FIRST = {"announce": "primary", "cancel": "secondary"}
"""The buttons that stand out among what may be done with a call."""


class Standing(NamedTuple):
    """공고의 줄 — a call, what it is now in a word, the tone of the word, how many applied."""

    call: "Call"
    word: str
    tone: str
    applied: int


def calls_page(request: Asked) -> HttpResponse:
    """공고 — of the office, in a year."""
    year = year_of(request)
    found = calls.calls_of(request.jurisdiction.pk, year).filter(office=request.seat.actor.office)
    rows = list(found.select_related("account").order_by("-id"))
    counted = counts_by_call(request.jurisdiction.pk, [row.pk for row in rows])
    standing = [_standing(request, row, counted.get(row.pk, 0)) for row in rows]
    open_now = sum(1 for each in standing if each.word == "접수 중")
    return show(
        request, "officer/calls.html", rows=standing, year=year, open_now=open_now, years=_years(request)
    )


def call_new(request: Asked) -> HttpResponse:
    """공고 작성."""
    lines = lines_for(request)
    form = draft_form(request, lines)

    def again(typed: Typed) -> HttpResponse:
        return show(request, "officer/call_new.html", typed=typed, lines=lines)

    if request.method != "POST":
        return again(Typed(form, of({"closes_hour": "18:00", "opens_hour": "09:00"})))

    def draft(values: Values, _files: Files) -> Any:  # noqa: ANN401 - a row of a stage
        return actions.draft(draft_of(values, form), **how(request))

    return do(
        request,
        form,
        draft,
        then=lambda made: reverse("officer:call", args=[made.pk]),
        again=again,
        said="공고를 작성했습니다. 공고문을 살펴본 뒤 공고하십시오.",
    )


def call_page(request: Asked, call: UUID) -> HttpResponse:
    """공고 — one of them."""
    row = calls.call_for(request.seat, call)
    received = list(applications_of(row))
    counted = Counter(ApplicationState(each.state).label for each in received)
    return show(
        request,
        "officer/call.html",
        call=row,
        standing=_standing(request, row, len(received)),
        available=calls.available_for(row),
        received=received[:10],
        count=len(received),
        counted=counted,
        amendments=calls.amendments_of(row),
        briefings=calls.briefings_of(row),
        slots=calls.form_of(row).papers,
        acts=_acts(request, row),
        takes_paper=may(request.seat, "application.enter_paper") and row.state == State.ANNOUNCED,
        may_record=may(request.seat, "call.record_briefing"),
        files=uses_of(row),
        history=history_of(events_of(request.jurisdiction.pk, row.pk)),
    )


def call_act(request: Asked, call: UUID, act: str) -> HttpResponse:
    """공고에 할 일 — announced, amended, cancelled, explained."""
    row = calls.call_for(request.seat, call)
    return act_page(request, act_named(CALL_ACTS, act), row, _place(request, row))


def briefing_page(request: Asked, briefing: UUID) -> HttpResponse:
    """설명회 결과 — how many came, and the scan of what they signed."""
    row = calls.briefing_for(request.seat, briefing)
    return act_page(request, BRIEFING, row, _place(request, row.call))


def year_of(request: Asked) -> int:
    """회계연도 — that the address asks for; this year's where it asks for none."""
    typed = request.GET.get("year", "")
    return int(typed) if typed.isdecimal() and len(typed) == len("2018") else asked.today(request).year


def _years(request: Asked) -> list[int]:
    """The years in which the office called; this year's too."""
    found = calls.years_of(request.seat.actor.office, request.jurisdiction.pk)
    return sorted({*found, asked.today(request).year}, reverse=True)


def _acts(request: Asked, row: "Call") -> list[tuple[str, str, str]]:
    is_over = row.closes_at <= request.at
    acts = offered(request.seat, CALL_ACTS, after, row.state)
    return [
        (act.title, reverse("officer:call_act", args=[row.pk, slug]), FIRST.get(slug, "tertiary"))
        for slug, act in acts
        if not (is_over and slug in ("amend", "brief", "announce"))
    ]


def _standing(request: Asked, row: "Call", count: int) -> Standing:
    if row.state != State.ANNOUNCED:
        tone = "warning" if is_allowed(after, "call.announce", row.state) else "gray"
        return Standing(row, State(row.state).label, tone, count)
    if request.at < row.opens_at:
        return Standing(row, "접수 전", "information", count)
    is_open = row.is_open(request.at)
    return Standing(row, "접수 중" if is_open else "접수 마감", "success" if is_open else "gray", count)


def _place(request: Asked, row: "Call") -> Place:
    """Under the list of calls; under the inbox for an approver, for whom that list is not."""
    back = reverse("officer:call", args=[row.pk])
    is_officer = request.seat.role is Role.OFFICER
    above = ("공고", reverse("officer:calls")) if is_officer else ("결재함", reverse("approver:inbox"))
    crumbs = (above, (row.title, back))
    return Place(crumbs=crumbs, back=back, about=row.title)
