"""결재자의 쪽 — the 결재함, one matter with all that bears on it, and what is done with it."""

from collections.abc import Callable, Mapping
from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse

from majungmul.books.files.queries import uses_of
from majungmul.books.parties.queries.positions import names_of
from majungmul.books.parties.queries.rows import NotHere
from majungmul.books.trail.reading import reading
from majungmul.stages.review.queries import other_approvers
from majungmul.web.approver import decisions, inbox, selections, settling, spending
from majungmul.web.approver.lately import done_lately
from majungmul.web.approver.proposal import Deed, Proposal
from majungmul.web.asked import Asked, today
from majungmul.web.forms.doing import do
from majungmul.web.forms.typed import Typed
from majungmul.web.officer.paging import ROWS, sheet_of
from majungmul.web.papers import papers_of
from majungmul.web.showing import show

KINDS: Mapping[str, Callable[[Asked, UUID], Proposal]] = {
    "selection": selections.selection,
    "again": selections.again,
    "award": decisions.award,
    "change": decisions.change,
    "objection": decisions.objection,
    "claim": spending.claim,
    "order": spending.order,
    "settlement": settling.settlement,
    "refund": settling.refund,
    "revocation": settling.revocation,
    "refund-objection": settling.objection,
}
WHY = "결재"
"""Why the approver looks at what is personal in a matter."""


def waiting(request: Asked) -> HttpResponse:
    """결재함 — what waits, the oldest first; what is to be answered; payments that may still be stopped."""
    to_decide = inbox.to_decide(request.seat, today(request).year)
    return show(
        request,
        "approver/inbox.html",
        sheet=sheet_of(request, to_decide),
        to_answer=inbox.to_answer(request.seat),
        on_the_way=inbox.on_the_way(request.seat)[:ROWS],
        names=inbox.names(request.seat, to_decide),
        lately=done_lately(request),
    )


def matter(request: Asked, kind: str, row: UUID) -> HttpResponse:
    """안 — one matter: what is proposed, why, what it does to the ledger, its evidence, and the buttons."""
    return _shown(request, _proposal(request, kind, row), kind, {})


def act(request: Asked, kind: str, row: UUID, name: str) -> HttpResponse:
    """결재 — one of the things that may be done with a matter; then back to the 결재함."""
    if request.method != "POST":
        return HttpResponseRedirect(reverse("approver:matter", args=(kind, row)))
    proposal = _proposal(request, kind, row)
    if name not in proposal.deeds:
        raise NotHere(what="하려는 일")
    deed = proposal.deeds[name]
    return do(
        request,
        deed.form(name),
        lambda values, _files: deed.done(request, name, values),
        then=lambda _made: reverse("approver:inbox"),
        again=lambda typed: _shown(request, _proposal(request, kind, row), kind, {name: typed}),
        said=deed.said,
    )


def _proposal(request: Asked, kind: str, row: UUID) -> Proposal:
    """Of the seat's own office: another's is not decided here. Refuses (NotHere) any other."""
    found = KINDS[kind](request, row) if kind in KINDS else None
    if found is None or found.office != request.seat.actor.office:
        raise NotHere(what="결재할 것")
    return found


def _shown(request: Asked, proposal: Proposal, kind: str, typed: dict[str, Typed]) -> HttpResponse:
    """The page; its personal data (files, reasons) are shown inside a recorded reading."""
    offered = proposal.offered(request.seat)
    is_own = proposal.asked_by == request.actor.person
    deeds = {name: deed for name, deed in offered.items() if not (is_own and deed.is_another)}
    deeds |= {name: proposal.deeds[name] for name in typed}
    with reading(request.actor, proposal.row, WHY):
        return show(
            request,
            "approver/matter.html",
            it=proposal,
            kind=kind,
            deeds=_forms(deeds, typed),
            is_own=is_own and len(deeds) < len(offered),
            others=other_approvers(request.actor.office, request.actor.person, today(request)),
            asked_by=names_of(request.jurisdiction.pk, [proposal.asked_by] if proposal.asked_by else []),
            papers=papers_of(*proposal.papers),
            files=[(row, use) for row in proposal.files_of for use in uses_of(row)],
        )


def _forms(deeds: dict[str, Deed], typed: dict[str, Typed]) -> list[tuple[str, Deed, Typed, bool]]:
    """Each deed with its form, and whether it stands open: the primary one first."""
    ordered = sorted(deeds.items(), key=lambda each: each[1].kind != "primary")
    return [(name, deed, typed.get(name, Typed(deed.form(name))), name in typed) for name, deed in ordered]
