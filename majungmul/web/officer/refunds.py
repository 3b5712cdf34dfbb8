"""반환 — money asked back: proposed with its reason and interest, paid, told to the city; and revocations."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse

from majungmul.stages.award.queries import lines_of
from majungmul.stages.award.queries.sight import award_for
from majungmul.stages.settlement.actions import (
    RevocationDraft,
    notify_city,
    propose_refund,
    receive_refund,
    submit_revocation,
)
from majungmul.stages.settlement.actions.refund_refusals import (
    DayOutside,
    DueTooLate,
    DueTooSoon,
    MoreThanDue,
    MoreThanPaid,
    RevokedMoreThanPaid,
)
from majungmul.stages.settlement.queries import (
    interest_on,
    last_day_of,
    may_be_asked_back,
    objections_of,
    payments_of,
    refund_for,
    tell_city_by,
    unpaid_interest,
    unpaid_principal,
)
from majungmul.stages.settlement.states import REFUNDS
from majungmul.values.refusal import Refusal
from majungmul.web.asked import Asked, today
from majungmul.web.forms.asking import ask, field
from majungmul.web.forms.doing import Values, do
from majungmul.web.forms.typed import Typed, of
from majungmul.web.keys import key_of
from majungmul.web.officer.refunds_forms import refund_draft, refund_form, revocation_form
from majungmul.web.showing import show

if TYPE_CHECKING:
    from majungmul.programmes.form import Form
    from majungmul.stages.award.models import Award
    from majungmul.stages.settlement.models import Refund

PLACES: Mapping[type[Refusal], str] = {
    MoreThanPaid: "it.principal",
    DueTooSoon: "it.due_on",
    DueTooLate: "it.due_on",
}
RECEIVE = ask(
    "납부 확인",
    field("paid_on", "납부한 날", "day", example="2026. 11. 25."),
    field(
        "principal",
        "원금",
        "won_or_zero",
        required=False,
        help="모두 냈으면 원금과 이자를 비워 둡니다. 일부만 냈을 때 적습니다.",
    ),
    field("interest", "이자", "won_or_zero", required=False),
)
TELL = ask("시에 통보", field("on", "통보한 날", "day", example="2026. 11. 25."))


def refund(request: Asked, refund: UUID) -> HttpResponse:
    """반환명령 하나 — how much, why, until when, what was paid of it."""
    return _refund_page(request, refund_for(request.seat, refund), {})


def refund_new(request: Asked, award: UUID) -> HttpResponseBase:
    """반환명령 올리기 — of which line, how much, why, with which interest, until when."""
    row = award_for(request.seat, award)
    form = refund_form(request, row)
    if request.method != "POST":
        lines = list(lines_of(row))
        only = str(lines[0].pk) if len(lines) == 1 else None
        return _proposing(request, row, Typed(form, of({"interest_basis": "none", "line": only})), "refund")
    return do(
        request,
        form,
        lambda values, _: propose_refund(
            refund_draft(values), by=request.actor, at=request.at, key=key_of(request)
        ),
        then=lambda made: reverse("officer:refund", args=[made.pk]),
        again=lambda typed: _proposing(request, row, typed, "refund"),
        said="반환명령을 결재에 올렸습니다. 결재가 나면 조합에 알려집니다.",
        places=PLACES,
    )


def revocation_new(request: Asked, award: UUID) -> HttpResponseBase:
    """결정 취소 올리기 — of an award of which money was paid."""
    row = award_for(request.seat, award)
    form = revocation_form(request, row)
    if request.method != "POST":
        return _proposing(request, row, Typed(form), "revocation")
    return do(
        request,
        form,
        lambda values, _: submit_revocation(
            RevocationDraft(
                award=row.pk,
                grounds=values["grounds"],
                facts=values["facts"],
                principal=values["principal"],
                is_whole=values["is_whole"],
            ),
            by=request.actor,
            at=request.at,
            key=key_of(request),
        ),
        then=lambda _: reverse("officer:settlements"),
        again=lambda typed: _proposing(request, row, typed, "revocation"),
        said="결정 취소를 결재에 올렸습니다.",
        places={RevokedMoreThanPaid: "it.principal"},
    )


def refund_received(request: Asked, refund: UUID) -> HttpResponseBase:
    """납부 확인 — all that is left, or a part."""

    def receive(row: "Refund", values: Values) -> Any:  # noqa: ANN401 - what the action makes
        return receive_refund(
            row.pk,
            values["paid_on"],
            values.get("principal"),
            values.get("interest"),
            by=request.actor,
            at=request.at,
            key=key_of(request),
        )

    places: dict[type[Refusal], str] = {MoreThanDue: "it.principal", DayOutside: "it.paid_on"}
    return _act(request, refund, RECEIVE, receive, "낸 것을 적었습니다.", places)


def refund_told(request: Asked, refund: UUID) -> HttpResponseBase:
    """반환명령 사실 통보 — the city was told, in writing."""

    def tell(row: "Refund", values: Values) -> Any:  # noqa: ANN401 - what the action makes
        return notify_city(row.pk, values["on"], by=request.actor, at=request.at, key=key_of(request))

    return _act(request, refund, TELL, tell, "시에 통보한 날을 적었습니다.", {DayOutside: "it.on"})


def _act(
    request: Asked,
    refund: UUID,
    form: "Form",
    verb: "Callable[[Refund, Values], Any]",
    said: str,
    places: Mapping[type[Refusal], str],
) -> HttpResponseBase:
    """One of the two small forms of a refund's page."""
    row = refund_for(request.seat, refund)
    if request.method != "POST":
        return redirect("officer:refund", row.pk)
    return do(
        request,
        form,
        lambda values, _: verb(row, values),
        then=lambda _: reverse("officer:refund", args=[row.pk]),
        again=lambda typed: _refund_page(request, row, {form.title: typed}),
        said=said,
        places=places,
    )


def _refund_page(request: Asked, row: "Refund", typed: Mapping[str, Typed]) -> HttpResponse:
    day = today(request)
    may = {each.act.rpartition(".")[2] for each in REFUNDS if each.before == row.state}
    written = f"{day.year}. {day.month}. {day.day}."
    return show(
        request,
        "officer/refund.html",
        refund=row,
        is_ours=row.office_id == request.actor.office,
        principal=unpaid_principal(row),
        interest=unpaid_interest(row, max(day, row.interest_since)),
        because=interest_on(row, max(day, row.interest_since)).because
        if row.interest_rate
        else row.interest_because,
        last_day=last_day_of(row),
        is_late=row.state == "ordered" and last_day_of(row) < day,
        tell_by=tell_city_by(row) if row.ordered_on else None,
        payments=payments_of(row),
        objections=objections_of(row),
        may=may,
        receive=typed.get(RECEIVE.title) or Typed(RECEIVE, of({"paid_on": written})),
        tell=typed.get(TELL.title) or Typed(TELL, of({"on": written})),
    )


def _proposing(request: Asked, award: "Award", typed: Typed, what: str) -> HttpResponse:
    return show(
        request,
        "officer/refund_new.html",
        award=award,
        typed=typed,
        what=what,
        lines=[(each, may_be_asked_back(each)) for each in lines_of(award)],
        here=request.path,
    )
