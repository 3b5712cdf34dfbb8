"""신청할 공고 — one that the body may read and apply under: announced to all, or meant for it alone."""

from typing import TYPE_CHECKING
from uuid import UUID

from majungmul.books.parties.queries.sight import own_body
from majungmul.stages.call.queries import announced_call, designations_for
from majungmul.web.asked import Asked

if TYPE_CHECKING:
    from majungmul.stages.call.models import Call


def call_to_apply_for(request: Asked, call: UUID) -> "Call":
    """공고 — refuses (NotHere) one that was not announced, or was meant for another body."""
    body = own_body(request.seat)
    meant = designations_for(body.pk, request.actor.jurisdiction, request.at)
    found = next((each for each in meant if each.pk == call), None)
    return found or announced_call(request.actor.jurisdiction, call)
