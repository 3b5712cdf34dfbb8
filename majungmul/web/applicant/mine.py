"""내 신청 — what I owe first, then the course of the newest application, then the others; and notices to read."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from majungmul.books.parties.queries.sight import own_body
from majungmul.stages.application.actions import read_notice
from majungmul.stages.application.queries import notice_for, trades_of, unread_notices
from majungmul.web.applicant.courses import Course, courses_of
from majungmul.web.applicant.now import next_of, now_of
from majungmul.web.applicant.owed import (
    due_by_row,
    may_now,
    office_due,
    open_duties,
    owed_now,
    right_address,
)
from majungmul.web.applicant.timeline import timeline_of
from majungmul.web.asked import Asked, today
from majungmul.web.keys import key_of
from majungmul.web.showing import show

if TYPE_CHECKING:
    from majungmul.books.duties.models import Duty

SHOWN = 20
"""How many other applications stand on the page; the rest is behind a link."""


def mine(request: Asked) -> HttpResponse:
    """내 신청 — everything of the body in which one has something to do or to wait for."""
    body, on = own_body(request.seat), today(request)
    duties = open_duties(body, on)
    courses = courses_of(body)
    current, others = _chosen(courses)
    due = due_by_row(duties)
    shows_all = "all" in request.GET
    unread = list(unread_notices(request.actor))
    fresh = [each for each in unread if each.amendment.call.closes_at > request.at]
    return show(
        request,
        "applicant/mine.html",
        owed=owed_now(duties, courses),
        rights=_rights(duties, courses, request),
        notices=fresh,
        earlier=[each for each in unread if each not in fresh],
        current=current,
        planned=list(trades_of(current.application)) if current else [],
        timeline=timeline_of(current, office_due(current) | due) if current else [],
        others=[
            (each, now_of(each), next_of(each, due)) for each in (others if shows_all else others[:SHOWN])
        ],
        hidden=0 if shows_all else max(0, len(others) - SHOWN),
    )


@require_POST
def notice_read(request: Asked, notice: UUID) -> HttpResponse:
    """정정 알림 읽음 — and back to where it stood."""
    read_notice(notice_for(request.seat, notice).pk, by=request.actor, at=request.at, key=key_of(request))
    messages.success(request, "정정 알림을 읽었다고 적었습니다.")
    return HttpResponseRedirect(reverse("applicant:mine"))


def _chosen(courses: list[Course]) -> tuple[Course | None, list[Course]]:
    """The one to show at length: the newest that is not over, else the newest."""
    current = next((each for each in courses if each.is_live), courses[0] if courses else None)
    return current, [each for each in courses if each is not current]


def _rights(duties: "list[Duty]", courses: list[Course], request: Asked) -> "list[tuple[Duty, str]]":
    found = [(duty, right_address(duty, courses)) for duty in may_now(duties, today(request))]
    return [(duty, address) for duty, address in found if address]
