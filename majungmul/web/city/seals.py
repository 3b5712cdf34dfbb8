"""시행 대기 — what was decided within the city and waits for its 문서번호 and 시행일."""

from typing import NamedTuple
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse

from majungmul.stages.award.queries import amounts_of, title
from majungmul.stages.award.queries import waiting_for_number as awards_waiting
from majungmul.stages.call.queries import designations_without_number
from majungmul.stages.payment.queries import grants_without_number
from majungmul.stages.settlement.queries import waiting_for_number as settlements_waiting
from majungmul.values.won import Won
from majungmul.web.asked import Asked
from majungmul.web.audit.paged import paged
from majungmul.web.showing import show


class Waiting(NamedTuple):
    """시행을 기다리는 문서 — what it is, of whom, for how much, where it is sealed and looked at, its paper."""

    what: str
    about: str
    amount: Won | None
    seal: str
    page: str
    paper: str


def seals(request: Asked) -> HttpResponse:
    """시행 대기."""
    return show(request, "city/seals.html", page=paged(request, waiting(request)))


def waiting(request: Asked) -> list[Waiting]:
    """시행 대기 — of the seat's office: designations, decisions, instalments, settlements."""
    place = (request.seat.actor.office, request.jurisdiction.pk)
    return [*_designations(*place), *_awards(*place), *_instalments(*place), *_settlements(*place)]


def _designations(*place: UUID) -> list[Waiting]:
    return [
        Waiting(
            "수행기관 지정 통보",
            f"{call.designated.name if call.designated else ''} · {call.title}",
            None,
            reverse("city:designation_act", args=[call.pk, "seal"]),
            reverse("city:designation", args=[call.pk]),
            reverse("rows:paper", args=[call.pk, "designation_notice"]),
        )
        for call in designations_without_number(*place)
    ]


def _awards(*place: UUID) -> list[Waiting]:
    awards = list(awards_waiting(*place))
    amounts = amounts_of(awards)
    return [
        Waiting(
            "교부결정",
            f"{award.body.name} · {title(award)}",
            amounts[award.pk],
            reverse("city:award_act", args=[award.pk, "take-effect"]),
            reverse("city:award", args=[award.pk]),
            reverse("rows:paper", args=[award.pk, "grant_notice"]),
        )
        for award in awards
    ]


def _instalments(office: UUID, jurisdiction: UUID) -> list[Waiting]:
    return [
        Waiting(
            f"{claim.instalment}차 교부",
            f"{claim.body.name} · {claim.number}",
            claim.recognised or claim.claimed,
            reverse("city:claim_act", args=[claim.pk, "disburse"]),
            reverse("city:award", args=[claim.award_id]),
            reverse("rows:paper", args=[claim.pk, "grant_paid_notice"]),
        )
        for claim in grants_without_number(jurisdiction, office)
    ]


def _settlements(*place: UUID) -> list[Waiting]:
    return [
        Waiting(
            "금액 확정",
            f"{settlement.body.name} · {settlement.number}",
            None,
            reverse("city:settlement_act", args=[settlement.pk, "take-effect"]),
            reverse("city:settlement", args=[settlement.pk]),
            reverse("rows:paper", args=[settlement.pk, "settled_notice"]),
        )
        for settlement in settlements_waiting(*place)
    ]
