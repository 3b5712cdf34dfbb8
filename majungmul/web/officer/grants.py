"""교부·보고 — the operator as the city's grantee: what was designated, granted, received, spent, and what it owes."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.http import HttpResponse

from majungmul.books.files.queries import uses_of
from majungmul.books.files.seals import seals_of
from majungmul.books.parties.queries.rows import NotHere
from majungmul.books.parties.queries.sight import own_body
from majungmul.stages.application.queries import applications_by, open_corrections_of
from majungmul.stages.award.queries import awards_to, conditions_of
from majungmul.stages.award.queries.changes import change_in_words, changes_of, questioned_until
from majungmul.stages.award.queries.sight import award_for
from majungmul.stages.call.queries import designations_for
from majungmul.stages.delivery.queries import (
    LineFigures,
    checks_of,
    figures_of,
    reports_of,
    second_disbursement_of,
)
from majungmul.stages.payment.queries import grants_of, rests_of
from majungmul.stages.settlement.actions.reporting import PAPERS_OF_A_REPORT
from majungmul.stages.settlement.queries import (
    corrections_of,
    refunds_of,
    settlement_of,
    unsettled_of,
)
from majungmul.stages.settlement.queries import lines_of as settled_lines
from majungmul.stages.settlement.queries.lateness import report_due_on
from majungmul.values.won import Won, total
from majungmul.web.asked import Asked, today
from majungmul.web.showing import show

if TYPE_CHECKING:
    from majungmul.stages.award.models import Award
    from majungmul.stages.settlement.models import Settlement

A_PAGE = 50


def grants(request: Asked) -> HttpResponse:
    """교부·보고 — designations to apply under, applications, and every grant with its figures."""
    body, year = own_body(request.seat), today(request).year
    applications = list(applications_by(body).select_related("call")[:A_PAGE])
    applied = {each.call_id for each in applications if each.state not in ("withdrawn", "returned")}
    awards = list(awards_to(body).select_related("application__call")[:A_PAGE])
    live = [each for each in awards if each.application.call.year == year and each.number]
    return show(
        request,
        "officer/grants.html",
        year=year,
        designations=[
            each
            for each in designations_for(body.pk, request.actor.jurisdiction, request.at)
            if each.pk not in applied
        ],
        live=[(each, sums_of(figures_of(each))) for each in live],
        earlier=[each for each in awards if each not in live and each.number],
        applications=[(each, _open(each)) for each in applications],
    )


def grant(request: Asked, award: UUID) -> HttpResponse:
    """교부결정 하나 — received, spent and left by line; its conditions, claims, reports, and settlement."""
    row = own_grant(request, award)
    figures, settlement = figures_of(row), settlement_of(row)
    return show(
        request,
        "officer/grant.html",
        award=row,
        figures=figures,
        sums=sums_of(figures),
        rests=rests_of(row),
        claims=list(grants_of(row)),
        today=today(request),
        conditions=list(conditions_of(row)),
        changes=[(each, change_in_words(each)) for each in changes_of(row)],
        objections=list(row.objections.order_by("filed_on", "id")),
        way=questioned_until(row),
        reports=list(reports_of(row)),
        checks=list(checks_of(row)),
        second=second_disbursement_of(row),
        letter=seals_of(row.application).first(),
        report_due=report_due_on(row),
        settlement=settlement,
        settled=_settled(settlement),
        refunds=refunds_of(row),
    )


def own_grant(request: Asked, award: UUID) -> "Award":
    """교부결정 — of the city to the office's own body. Refuses (NotHere) another."""
    row = award_for(request.seat, award)
    if row.office_id == request.actor.office:
        raise NotHere(what="교부결정")
    return row


def sums_of(figures: list[LineFigures]) -> dict[str, Won]:
    """합계 — over the lines: decided, received, spent, left."""
    return {
        "decided": total(each.decided for each in figures),
        "received": total(each.received for each in figures),
        "promised": total(each.promised for each in figures),
        "spent": total(each.spent for each in figures),
        "left": total(each.left for each in figures),
    }


def _open(application: Any) -> int:  # noqa: ANN401 - a row of another stage
    """How many corrections the city waits for; asked only where the application is being corrected."""
    return open_corrections_of(application).count() if application.state == "correcting" else 0


def _settled(settlement: "Settlement | None") -> dict[str, Any]:
    if settlement is None:
        return {}
    return {
        "lines": list(settled_lines(settlement)),
        "corrections": list(corrections_of(settlement)),
        "unsettled": list(unsettled_of(settlement)),
        "files": [(PAPERS_OF_A_REPORT.get(use.purpose, use.purpose), use) for use in uses_of(settlement)],
    }
