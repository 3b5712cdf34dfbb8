"""신청 목록 — filters as sentences, saved views, text and least days of waiting; rows to choose for one act on many."""

from typing import TYPE_CHECKING, Any, NamedTuple
from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_POST

from majungmul.books.parties.queries.sight import own_office
from majungmul.books.trail import drafts
from majungmul.stages.application.queries import Filter, Waiting, search
from majungmul.stages.application.states import OVER
from majungmul.stages.application.states import State as ApplicationState
from majungmul.stages.call.queries import years_of
from majungmul.stages.review.queries import reviews_behind
from majungmul.stages.review.states import State as ReviewState
from majungmul.web import asked
from majungmul.web.asked import Asked
from majungmul.web.officer.calls import year_of
from majungmul.web.officer.paging import sheet_of
from majungmul.web.showing import show

if TYPE_CHECKING:
    from majungmul.stages.application.models import Application
    from majungmul.stages.review.models import Review

WHERE = {
    "received": ("접수됨", "심사를 시작할 신청"),
    "correcting": ("보완 중", "조합이 보완하고 있는 신청"),
    "checking": ("검토 중", "자격을 검토하고 있는 신청"),
    "submitted": ("결재 중", "결재를 기다리는 신청"),
    "again": ("재검토 중", "재검토를 요청받은 신청"),
    "to_tell": ("통보할 것", "결과를 알려야 하는 신청"),
    "told": ("통보함", "결과를 알린 신청"),
    "over": ("끝남", "철회·접수 반려·선정 제외로 끝난 신청"),
}
"""어디에 있는지 — the word of each filter, and its sentence."""

TONES = {"received": "information", "correcting": "warning", "to_tell": "primary", "again": "warning"}
OF_REVIEW = {
    ReviewState.CHECKING: "checking",
    ReviewState.SUBMITTED: "submitted",
    ReviewState.RECONSIDERING: "again",
}
DONE = ("told", "over")
"""Where the office has nothing to do any more: no days are counted."""
VIEW = "officer_view"
MOST_VIEWS, LONGEST_NAME, LONGEST_QUERY = 20, 40, 300
KEPT = ("show", "q", "days", "year", "call")
"""What of the address a saved view keeps."""


class Line(NamedTuple):
    """신청의 줄 — an application, its review where it has begun, where it is, for how many days it waits."""

    application: "Application"
    review: "Review | None"
    where: str
    word: str
    tone: str
    days: int


def applications_page(request: Asked) -> HttpResponse:
    """신청 — of the office, as the filters say."""
    shown = request.GET.get("show", "")
    every = lines_of(request, _filter(request))
    rows = [line for line in every if shown in ("", line.where)]
    counted = {code: sum(1 for line in every if line.where == code) for code in WHERE}
    return show(
        request,
        "officer/applications.html",
        sheet=sheet_of(request, rows),
        shown=shown if shown in WHERE else "",
        filters=[
            (code, word, counted[code], _query(request, show=code)) for code, (word, _) in WHERE.items()
        ],
        everything=(len(every), _query(request, show="")),
        sentence=WHERE.get(shown, ("", "신청"))[1],
        wanted={name: request.GET.get(name, "") for name in KEPT},
        year=year_of(request),
        years=sorted({asked.today(request).year, *_years(request)}, reverse=True),
        views=_views(request),
        query=_query(request),
        may_begin=sum(1 for line in rows if line.where in ("received", "to_tell", "checking")),
    )


def lines_of(request: Asked, wanted: Filter) -> list[Line]:
    """신청의 줄 — of the year that the address asks for, the longest waiting first; two queries for all."""
    waiting = search(own_office(request.seat), wanted, asked.today(request))
    here = [each for each in waiting if wanted.call or each.application.call.year == year_of(request)]
    behind = reviews_behind(request.jurisdiction.pk, [each.application.pk for each in here])
    lines = [_line(each, behind.get(each.application.pk)) for each in here]
    return sorted((each for each in lines if each.days >= wanted.waiting_days), key=lambda each: -each.days)


def where_is(application: "Application", review: "Review | None") -> str:
    """어디에 있는지 — the filter under which an application is found, by its state and its review's."""
    if application.state in OVER:
        return "over"
    if application.state != ApplicationState.REVIEWING or review is None:
        return "correcting" if application.state == ApplicationState.CORRECTING else "received"
    if review.state == ReviewState.DECIDED:
        return "told" if review.notified_on else "to_tell"
    return OF_REVIEW.get(ReviewState(review.state), "over")


@require_POST
def view_save(request: Asked) -> HttpResponse:
    """보기 저장 — the filters of the list under a name of one's own, or one taken away."""
    office, kept = request.seat.actor.office, drafts.of(VIEW, request.seat.actor.office, by=request.actor)
    views = [each for each in _views(request) if each["name"] != request.POST.get("name", "").strip()]
    query = request.POST.get("query", "")[:LONGEST_QUERY]
    name = request.POST.get("name", "").strip()[:LONGEST_NAME]
    if name and "drop" not in request.POST:
        views.append({"name": name, "query": query})
    drafts.keep(VIEW, office, {"views": views[-MOST_VIEWS:]}, kept.version if kept else 0, by=request.actor)
    return HttpResponseRedirect(f"{reverse('officer:applications')}?{query}")


def _line(waiting: Waiting, review: "Review | None") -> Line:
    where = where_is(waiting.application, review)
    word = waiting.application.get_state_display() if where == "over" else WHERE[where][0]
    if where == "told" and review:
        word = "선정 통보" if review.is_selected else "선정 제외"
    days = 0 if where in DONE else waiting.days
    return Line(waiting.application, review, where, word, TONES.get(where, "gray"), days)


def _filter(request: Asked) -> Filter:
    days, call = request.GET.get("days", "").strip(), request.GET.get("call", "")
    return Filter(
        text=request.GET.get("q", "")[:100],
        waiting_days=int(days) if days.isdecimal() and len(days) <= 4 else 0,  # noqa: PLR2004 - days of a life
        call=_uuid(call),
    )


def _uuid(typed: str) -> UUID | None:
    try:
        return UUID(typed)
    except ValueError:
        return None


def _query(request: Asked, **other: str) -> str:
    """The filters of the address, some otherwise; without the page."""
    kept = {name: request.GET.get(name, "") for name in KEPT} | other
    return urlencode({name: value for name, value in kept.items() if value})


def _views(request: Asked) -> list[dict[str, Any]]:
    kept = drafts.of(VIEW, request.seat.actor.office, by=request.actor)
    return list(kept.content.get("views", [])) if kept else []


def _years(request: Asked) -> list[int]:
    return years_of(request.seat.actor.office, request.jurisdiction.pk)
