"""오늘 할 일 — what the city's seat owes, by when, under which article; and the way to where it is done."""

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple
from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse

from majungmul.books.duties.queries import RECORDS_KEPT, agenda, duty_for
from majungmul.books.parties.queries.seats import Seat
from majungmul.stages.application import queries as applications
from majungmul.stages.award import queries as awards
from majungmul.stages.payment import queries as payments
from majungmul.stages.review import queries as reviews
from majungmul.stages.settlement import queries as settlements
from majungmul.web.asked import Asked
from majungmul.web.asked import today as day_of
from majungmul.web.city.seals import waiting
from majungmul.web.officer.act_pages import Place, act_named, act_page
from majungmul.web.officer.today_duties import DUTY_ACTS, NEW
from majungmul.web.showing import show

if TYPE_CHECKING:
    from majungmul.books.duties.models import Duty


class Owed(NamedTuple):
    """할 일의 줄 — a duty, whether this very seat owes it, and where it is done (empty: nowhere here)."""

    duty: "Duty"
    is_own: bool
    address: str


def today(request: Asked) -> HttpResponse:
    """오늘 할 일 — of the person's seats in this office."""
    day, office = day_of(request), request.seat.actor.office
    positions = [seat.actor.position for seat in request.seats if seat.actor.office == office]
    found = agenda(request.jurisdiction.pk, positions, on=day)
    owed = {
        bucket.value: [_owed(request, duty) for duty in duties if duty.code != RECORDS_KEPT]
        for bucket, duties in found.items()
    }
    return show(request, "city/today.html", owed=owed, today=day, waiting=len(waiting(request)))


def go(request: Asked, model: str, row: UUID) -> HttpResponse:
    """하러 가기 — the page where what hangs on this row is done."""
    return HttpResponseRedirect(WAYS[model](request.seat, row) if model in WAYS else reverse("city:today"))


def duty_act(request: Asked, duty: UUID, act: str) -> HttpResponse:
    """할 일 — finished, or put off to another day."""
    row = duty_for(request.seat, duty)
    return act_page(request, act_named(DUTY_ACTS, act), row, _place(row.what))


def duty_new(request: Asked) -> HttpResponse:
    """할 일 적기 — one's own."""
    return act_page(request, NEW, None, _place("나에게 필요한 일을 적어 두면 그날에 맞춰 여기에 나옵니다."))


def _place(about: str) -> Place:
    home = reverse("city:today")
    return Place(crumbs=(("오늘 할 일", home),), back=home, about=about)


def _owed(request: Asked, duty: "Duty") -> Owed:
    way = duty.subject_model in WAYS
    address = reverse("city:go", args=[duty.subject_model, duty.subject]) if way else ""
    return Owed(duty, duty.position_id == request.actor.position, address)


def _award(award: UUID) -> str:
    return reverse("city:award", args=[award])


def _application(seat: Seat, row: UUID) -> str:
    return reverse("city:designation", args=[applications.application_for(seat, row).call_id])


def _review(seat: Seat, row: UUID) -> str:
    return reverse("city:designation", args=[reviews.review_for(seat, row).application.call_id])


def _plan(_seat: Seat, _row: UUID) -> str:
    return reverse("city:plan")


def _refund(seat: Seat, row: UUID) -> str:
    return reverse("city:refund", args=[settlements.refund_for(seat, row).pk])


WAYS: dict[str, Callable[[Seat, UUID], str]] = {
    "plan.plan": _plan,
    "call.call": lambda _seat, row: reverse("city:designation", args=[row]),
    "application.application": _application,
    "review.review": _review,
    "award.award": lambda _seat, row: _award(row),
    "award.condition": lambda seat, row: _award(awards.condition_for(seat, row).award_id),
    "award.awardchange": lambda seat, row: _award(awards.change_for(seat, row).award_id),
    "award.awardobjection": lambda seat, row: _award(awards.objection_for(seat, row).award_id),
    "payment.claim": lambda seat, row: _award(payments.claim_for(seat, row).award_id),
    "settlement.settlement": lambda _seat, row: reverse("city:settlement", args=[row]),
    "settlement.refund": _refund,
}
"""할 일의 쪽 — by the table of the row on which a duty hangs."""
