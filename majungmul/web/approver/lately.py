"""최근에 한 일 — what the person decided last, each with whose it was and the page where it is."""

from typing import NamedTuple

from django.urls import reverse

from majungmul.books.parties.queries.directory import names_behind
from majungmul.books.trail.queries import events_by
from majungmul.web.asked import Asked
from majungmul.web.events import words_of

SHOWN = 8
KINDS = {
    "review.review": "selection",
    "review.reconsideration": "again",
    "award.award": "award",
    "award.awardchange": "change",
    "award.awardobjection": "objection",
    "payment.claim": "claim",
    "delivery.order": "order",
    "settlement.settlement": "settlement",
    "settlement.refund": "refund",
    "settlement.revocation": "revocation",
    "settlement.refundobjection": "refund-objection",
}
"""Which kind of matter a row of a model is."""


class Done(NamedTuple):
    """한 일 — when, what, whose; and the address of the matter."""

    when: object
    words: str
    whose: str
    address: str


def done_lately(request: Asked) -> list[Done]:
    """최근에 한 일 — the last few acts of the person on matters of the office, the newest first."""
    events = events_by(request.jurisdiction.pk, request.actor.person)
    newest = list(events.filter(outermost=True, row_model__in=KINDS).order_by("-number")[:SHOWN])
    whose = {
        row: name
        for label in {event.row_model for event in newest}
        for row, name in names_behind(
            request.actor.office, label, [event.row for event in newest if event.row_model == label]
        ).items()
    }
    return [
        Done(
            event.at,
            words_of(event.name),
            whose[event.row],
            reverse("approver:matter", args=(KINDS[event.row_model], event.row)),
        )
        for event in newest
        if event.row in whose
    ]
