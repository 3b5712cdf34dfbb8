"""이력 — who did what when, the state of the chain, the history of one row."""

import json
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.utils import timezone

from majungmul.books.files.queries import uses_of
from majungmul.books.ledger import queries as ledger
from majungmul.books.parties.queries.positions import names_of
from majungmul.books.parties.queries.rows import NotHere
from majungmul.books.trail import chain
from majungmul.books.trail.queries import events_in, events_of, readings_in, readings_of
from majungmul.web import events
from majungmul.web.asked import Asked, today
from majungmul.web.audit.changes import changes_in, others_in
from majungmul.web.audit.ledger import moves
from majungmul.web.audit.named import called, names_of_rows, noun_of
from majungmul.web.audit.paged import Page, paged
from majungmul.web.audit.papers_of import papers_there
from majungmul.web.audit.transfers import row_there
from majungmul.web.showing import show

DAYS = 30
"""So many days back the trail begins with."""


def trail(request: Asked, **more: Any) -> HttpResponse:  # noqa: ANN401 - what a check found
    """이력 — of a period, of one person, of one part of the year; the newest first."""
    since, until = period_asked(request)
    found = events_in(request.jurisdiction.pk, start_of(since), start_of(until + timedelta(days=1)))
    person = person_asked(request)
    if person:
        found = found.filter(person=person)
    group = request.GET.get("group", "")
    if group in events.GROUPS:
        found = found.filter(name__in=list(events.GROUPS[group]))
    page: Page[Any] = paged(request, found.order_by("-number"))
    return show(
        request,
        "audit/trail.html",
        since=since,
        until=until,
        group=group,
        groups=list(events.GROUPS),
        person=person,
        person_name=names_of(request.jurisdiction.pk, [person]).get(person, "") if person else "",
        page=page,
        told=told(request, page.lines),
        head=chain.head(request.jurisdiction.pk),
        **({"verified": None, "typed": None} | more),
    )


def history(request: Asked, row: UUID) -> HttpResponse:
    """한 기록의 이력 — what happened to a row, its transfers, its papers. Refuses (NotHere) one without any."""
    found = events_of(request.jurisdiction.pk, row).order_by("-number")
    page: Page[Any] = paged(request, found)
    if not page.total:
        raise NotHere(what="기록")
    label = model_of(page.lines[0], row)
    there = row_there(request, label, row)
    kept = [event for event in page.lines if event.outermost]
    return show(
        request,
        "audit/history.html",
        row=row,
        noun=noun_of(label),
        called=called(there) if there else "",
        page=page,
        told=told(request, page.lines, row),
        transfers=moves(
            request, ledger.moved_by_any(request.jurisdiction.pk, [(e.name, e.key) for e in kept])
        ),
        papers=papers_there(there) if there else [],
        files=list(uses_of(there)) if there else [],
        readings=readings_of(request.jurisdiction.pk, row).count(),
    )


def readings(request: Asked) -> HttpResponse:
    """열람 기록 — whose personal data was looked at by whom, when and why; the newest first."""
    since, until = period_asked(request)
    page: Page[Any] = paged(
        request, readings_in(request.jurisdiction.pk, start_of(since), start_of(until + timedelta(days=1)))
    )
    people = names_of(request.jurisdiction.pk, [each.person for each in page.lines])
    rows = names_of_rows(request.jurisdiction.pk, [(each.whose_model, each.whose) for each in page.lines])
    read = [(each, people.get(each.person, ""), rows[each.whose]) for each in page.lines]
    return show(request, "audit/readings.html", since=since, until=until, page=page, read=read)


def told(request: Asked, found: Iterable[Any], row: UUID | None = None) -> list[dict[str, Any]]:
    """사건의 말 — each event with who, what, on which row; of one row also what changed. A few queries in all."""
    listed = [(event, json.loads(event.payload)) for event in found]
    people = names_of(request.jurisdiction.pk, [event.person for event, _ in listed])
    wanted = [(event.row_model, event.row) for event, _ in listed]
    others = {event.pk: others_in(said, row) if row else [] for event, said in listed}
    rows = names_of_rows(
        request.jurisdiction.pk, [*wanted, *(each for some in others.values() for each in some)]
    )
    return [
        {
            "event": event,
            "words": events.words_of(event.name),
            "by": people.get(event.person, ""),
            "title": said["title"],
            "for_title": said["for_title"],
            "named": rows[event.row],
            "changes": changes_in(said, row) if row else ([], 0),
            "others": [(key, rows[key]) for _, key in others[event.pk]][:12],
            "more": max(0, len(others[event.pk]) - 12),
        }
        for event, said in listed
    ]


def model_of(event: Any, row: UUID) -> str:  # noqa: ANN401 - a row of the trail
    """The table of a row, as an event about it says."""
    if event.row == row:
        return str(event.row_model)
    changes = json.loads(event.payload)["changes"]
    return next((change["model"] for change in changes if change["row"] == str(row)), str(event.row_model))


def period_asked(request: Asked) -> tuple[date, date]:
    """기간 — the days asked for, or the last thirty; the wrong way round they are turned."""
    until = _day(request.GET.get("until", "")) or today(request)
    since = _day(request.GET.get("since", "")) or until - timedelta(days=DAYS)
    return min(since, until), max(since, until)


def person_asked(request: Asked) -> UUID | None:
    """The person that is asked for, if one is."""
    try:
        return UUID(request.GET.get("person", ""))
    except ValueError:
        return None


def start_of(day: date) -> datetime:
    """The first instant of a day."""
    return timezone.make_aware(datetime.combine(day, time()))


def _day(text: str) -> date | None:
    try:
        day = date.fromisoformat(text.strip())
    except ValueError:
        return None
    return day if date(1900, 1, 1) <= day <= date(9000, 1, 1) else None
