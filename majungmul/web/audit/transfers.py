"""이체 — one movement of money: from where to where, by which act of whom, with its papers and files."""

import json
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.http import HttpResponse
from django.utils import timezone

from majungmul.books.files.queries import uses_of
from majungmul.books.ledger import queries
from majungmul.books.ledger.kinds import Kind, Movement, Phase
from majungmul.books.parties.queries.positions import names_of
from majungmul.books.parties.queries.rows import NotHere
from majungmul.books.parties.queries.sight import in_sight
from majungmul.books.trail.queries import acts
from majungmul.web import events
from majungmul.web.asked import Asked
from majungmul.web.audit.ledger import moves
from majungmul.web.audit.named import Named, called, noun_of, table_of
from majungmul.web.audit.papers_of import papers_there
from majungmul.web.showing import show

if TYPE_CHECKING:
    from majungmul.books.trail.recorded import Recorded


def transfer(request: Asked, transfer: UUID) -> HttpResponse:
    """이체 — with all that leads on from it. Refuses (NotHere) one of another jurisdiction."""
    found = queries.transfer_there(request.jurisdiction.pk, transfer)
    if found is None:
        raise NotHere(what="이체")
    event = acts(request.jurisdiction.pk, [queries.act_of(found)]).get(queries.act_of(found))
    row = row_there(request, event.row_model, event.row) if event else None
    beside = [each for each in queries.moved_by(event) if each.pk != found.pk] if event else []
    return show(
        request,
        "audit/transfer.html",
        transfer=found,
        movement=Movement(found.movement).label,
        phase=Phase(found.phase).label,
        kind_of=lambda account: Kind(account.kind).label,
        on=timezone.localdate(found.at),
        act=act_told(request, event) if event else None,
        row=row,
        named=Named(noun_of(event.row_model), called(row)) if event and row else None,
        papers=papers_there(row) if row else [],
        files=list(uses_of(row)) if row else [],
        parts=moves(request, list(queries.parts_of(found)), found.debit),
        beside=moves(request, beside),
    )


def row_there(request: Asked, label: str, row: UUID) -> "Recorded | None":
    """The row of an event, where its table is still there. Refuses (NotHere) another jurisdiction's."""
    table = table_of(label)
    return in_sight(table, request.seat, row) if table else None


def act_told(request: Asked, event: Any) -> dict[str, Any]:  # noqa: ANN401 - a row of the trail
    """행위 — who did what when, in which position."""
    said = json.loads(event.payload)
    people = names_of(request.jurisdiction.pk, [event.person])
    return {
        "words": events.words_of(event.name),
        "name": people.get(event.person, ""),
        "title": said["title"],
        "for_title": said["for_title"],
        "event": event,
        "said": said,
    }
