"""공고 — what is open now, what was, and each as a page with its papers."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.http import HttpResponse

from majungmul.books.parties.queries.rows import NotHere
from majungmul.formats.paper import Grid
from majungmul.formats.paper_lines import lines
from majungmul.programmes.specification import specification
from majungmul.stages.call.papers import amendment_notice, basis_of, call_notice
from majungmul.stages.call.queries import (
    amendments_of,
    announced,
    announced_call,
    available_for,
    briefings_of,
    form_of,
    rule_of,
)
from majungmul.values.table import Table
from majungmul.web.asked import Asked
from majungmul.web.papers import kinds_of_papers, page_of, proved
from majungmul.web.showing import show

if TYPE_CHECKING:
    from majungmul.stages.call.models import Amendment, Call

A_PAGE = 50
WHICH = {"open": "접수 중", "coming": "접수 예정", "closed": "마감", "": "모두"}
"""Filters of the list, by what stands in the address."""


@dataclass(frozen=True, slots=True)
class Listed:
    """공고 목록의 줄 — a call, the name of its programme, and where it stands now (a key of `WHICH`, or 취소)."""

    call: "Call"
    programme: str
    standing: str


def calls(request: Asked) -> HttpResponse:
    """공고 목록 — open ones first, then those to come, then by day; `?which=`, `?year=`, `?q=`, `?page=`."""
    code = request.jurisdiction.code
    found = list(announced(request.jurisdiction.pk))
    listed = [_listed(code, call, request.at) for call in found]
    chosen = _chosen(request, listed)
    return show(
        request,
        "public/calls.html",
        page=_page(request, chosen),
        openly=sum(each.standing == "open" for each in listed),
        years=sorted({each.call.year for each in listed}, reverse=True),
        which=WHICH,
        asked={name: request.GET.get(name, "").strip()[:100] for name in ("which", "year", "q")},
        has_any=bool(listed),
    )


def call(request: Asked, call: UUID) -> HttpResponse:
    """공고 — what for, for whom, until when, how much; briefings, papers, what was amended."""
    found = announced_call(request.jurisdiction.pk, call)
    form = form_of(found)
    return show(
        request,
        "public/call.html",
        it=found,
        standing=_standing(found, request.at),
        programme=specification(request.jurisdiction.code, found.programme),
        how_much=rule_of(found).in_words,
        available=available_for(found),
        form=form,
        always=[slot for slot in form.papers if slot.required and slot.shown_when is None],
        sometimes=[slot for slot in form.papers if not slot.required or slot.shown_when is not None],
        briefings=briefings_of(found),
        amendments=[(each, _what_changed(each)) for each in amendments_of(found)],
        basis=basis_of(found, found.announced_on) if found.announced_on else (),
    )


def notice(request: Asked, call: UUID) -> HttpResponse:
    """공고문 — the official paper of an announced call, for everybody."""
    found = announced_call(request.jurisdiction.pk, call)
    return page_of(proved(kinds_of_papers()[call_notice.__name__], found))


def amendment(request: Asked, call: UUID, number: int) -> HttpResponse:
    """정정공고문 — the official paper of an amendment, for everybody."""
    found = amendments_of(announced_call(request.jurisdiction.pk, call)).filter(number=number).first()
    if found is None:
        raise NotHere(what="정정공고")
    return page_of(proved(kinds_of_papers()[amendment_notice.__name__], found))


def _listed(code: str, call: "Call", at: datetime) -> Listed:
    return Listed(call, specification(code, call.programme).name, _standing(call, at))


def _standing(call: "Call", at: datetime) -> str:
    """Where it stands: cancelled, open, coming or closed."""
    if call.state == "cancelled":
        return "cancelled"
    if call.is_open(at):
        return "open"
    return "coming" if at < call.opens_at else "closed"


def _chosen(request: Asked, listed: Iterable[Listed]) -> list[Listed]:
    """Those that the filters let through, in the order of the list."""
    which, year, words = (request.GET.get(name, "").strip() for name in ("which", "year", "q"))
    through = [
        each
        for each in listed
        if (which not in WHICH or not which or each.standing == which)
        and (not year or str(each.call.year) == year)
        and all(
            word in f"{each.call.title} {each.programme} {each.call.number}" for word in words[:100].split()
        )
    ]
    order = list(WHICH)
    return sorted(through, key=lambda each: order.index(each.standing) if each.standing in order else 2)


def _page(request: Asked, chosen: list[Listed]) -> Page[Listed]:
    """So many as fit on a page; a number that is none, or too large, is the nearest."""
    return Paginator(chosen, A_PAGE).get_page(request.GET.get("page"))


def _what_changed(amendment: "Amendment") -> Table:
    """정정 내용 — before and after, as the official paper has it."""
    blocks = (line.block for line in lines(amendment_notice(amendment).body))
    return next(block.table for block in blocks if isinstance(block, Grid))
