"""교부 — the designations and awards of a year, and one award: lines, instalments, checks, conditions, changes."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse

from majungmul.books.ledger.queries import years_of
from majungmul.books.parties.queries.rows import NotHere
from majungmul.stages.award import states
from majungmul.stages.award.queries import (
    award_for,
    awards_by,
    change_for,
    change_in_words,
    changes_of,
    condition_for,
    conditions_of,
    lines_of,
    title,
)
from majungmul.stages.award.states import ChangeState, State
from majungmul.stages.call.queries import designations_by
from majungmul.stages.delivery.queries import checks_of, figures_of, reports_of, second_disbursement_of
from majungmul.stages.payment import states as payment_states
from majungmul.stages.payment.queries import claim_for, grants_of, rests_of
from majungmul.stages.settlement.queries import refunds_of, revocations_of, settlement_of
from majungmul.values.won import total
from majungmul.web.asked import Asked, today
from majungmul.web.audit.ledger import year_asked
from majungmul.web.audit.papers_of import papers_there
from majungmul.web.city import award_acts as acts
from majungmul.web.city.recovery_acts import RECOVERY, may_order_back
from majungmul.web.officer.act_pages import Place, act_named, act_page, may, offered
from majungmul.web.officer.awards_acts import CHANGE, CONDITION
from majungmul.web.showing import show

if TYPE_CHECKING:
    from majungmul.stages.award.models import Award
    from majungmul.stages.payment.models import Claim


def awards(request: Asked) -> HttpResponse:
    """교부 — a year's designations and decisions, each where it stands."""
    years = years_of(request.jurisdiction.pk)
    year = year_asked(request, years)
    place = (request.seat.actor.office, request.jurisdiction.pk, year)
    own = {award.application.call_id: award for award in awards_by(*place)}
    return show(
        request,
        "city/awards.html",
        year=year,
        years=years,
        rows=[(call, own.get(call.pk)) for call in designations_by(*place)],
        may_designate=may(request.seat, "call.designate"),
    )


def award(request: Asked, award: UUID) -> HttpResponse:
    """교부 한 건 — everything of it on one page."""
    row = _own(request, award)
    rests = rests_of(row)
    return show(
        request,
        "city/award.html",
        award=row,
        title=title(row),
        today=today(request),
        lines=list(lines_of(row)),
        rests=rests,
        decided=total(each.decided for each in rests),
        disbursed=total(each.disbursed for each in rests),
        left=total(each.left for each in rests),
        figures=figures_of(row),
        grants=[(claim, _of_claim(request, claim)) for claim in grants_of(row)],
        second=second_disbursement_of(row),
        checks=list(checks_of(row)),
        reports=list(reports_of(row)),
        conditions=list(conditions_of(row)),
        may_fulfil=row.state == State.EFFECTIVE and may(request.seat, CONDITION.verb),
        changes=[(change, change_in_words(change)) for change in changes_of(row)],
        may_submit_change=row.state == State.EFFECTIVE and may(request.seat, CHANGE.verb),
        requested=ChangeState.REQUESTED,
        refunds=list(refunds_of(row)),
        revocations=list(revocations_of(row)),
        settlement=settlement_of(row),
        papers=papers_there(row),
        acts=_acts(request, row),
    )


def award_act(request: Asked, award: UUID, act: str) -> HttpResponse:
    """교부결정에 할 일."""
    row = _own(request, award)
    return act_page(request, act_named(acts.AWARDS | acts.WATCH | RECOVERY, act), row, _place(row))


def claim_act(request: Asked, claim: UUID, act: str) -> HttpResponse:
    """교부청구에 할 일."""
    row = claim_for(request.seat, claim)
    place = _place(_own(request, row.award_id))
    return act_page(request, act_named(acts.CLAIMS, act), row, place)


def condition(request: Asked, condition: UUID) -> HttpResponse:
    """조건 이행 확인."""
    row = condition_for(request.seat, condition)
    return act_page(request, CONDITION, row, _place(_own(request, row.award_id), row.text))


def change(request: Asked, change: UUID) -> HttpResponse:
    """변경 결재 올림."""
    row = change_for(request.seat, change)
    return act_page(request, CHANGE, row, _place(_own(request, row.award_id), change_in_words(row)))


def _own(request: Asked, award: UUID) -> "Award":
    """The city's own award. Refuses (NotHere) one of the operator, which the city sees in its papers."""
    row = award_for(request.seat, award)
    if row.office_id != request.seat.actor.office:
        raise NotHere(what="교부결정")
    return row


def _place(row: "Award", about: str = "") -> Place:
    back = reverse("city:award", args=[row.pk])
    return Place(
        crumbs=(("교부", reverse("city:awards")), (title(row), back)),
        back=back,
        about=about or f"{row.body.name} · {title(row)}",
    )


def _acts(request: Asked, row: "Award") -> list[tuple[str, str, str]]:
    """What may be done now. Once money left, a decision is revoked by the settlement's act."""
    is_paid, in_effect = grants_of(row).filter(paid_on__isnull=False).exists(), row.state == State.EFFECTIVE
    shown = {
        "revoke": not is_paid,
        "revoke-paid": is_paid and in_effect,
        "order-back": may_order_back(row),
        **dict.fromkeys(acts.WATCH, in_effect and not _is_checked(row)),
    }
    found = [
        *offered(request.seat, acts.AWARDS, states.after, row.state),
        *acts.WATCH.items(),
        *RECOVERY.items(),
    ]
    return [
        (act.title, reverse("city:award_act", args=[row.pk, slug]), act.kind)
        for slug, act in found
        if shown.get(slug, True) and may(request.seat, act.verb)
    ]


def _is_checked(row: "Award") -> bool:
    """Whether the 중간점검 was passed: after it, nothing is planned or checked any more."""
    return checks_of(row).filter(is_passed=True).exists()


def _of_claim(request: Asked, claim: "Claim") -> list[tuple[str, str, Any]]:
    found = offered(request.seat, acts.CLAIMS, payment_states.after, claim.state)
    found = [(slug, act) for slug, act in found if slug != ("hold" if claim.held_for else "release")]
    return [(act.title, reverse("city:claim_act", args=[claim.pk, slug]), act.kind) for slug, act in found]
