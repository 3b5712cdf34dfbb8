"""연간 현황 — plan against execution by month and programme, instalments, and what is late."""

from typing import TYPE_CHECKING, NamedTuple

from django.http import HttpResponse

from majungmul.books.duties.queries import overdue_in
from majungmul.books.ledger.queries import by_programme, lines_of, whole, years_of
from majungmul.stages.award.queries import awards_by, open_conditions
from majungmul.stages.delivery.queries import second_disbursements_of
from majungmul.stages.payment.queries import grants_by_award
from majungmul.stages.plan.queries import plan_of
from majungmul.stages.settlement.queries import by_month, open_refunds
from majungmul.values.won import ZERO, Won, total
from majungmul.web.asked import Asked, today
from majungmul.web.audit.ledger import programme_name, year_asked
from majungmul.web.showing import show

if TYPE_CHECKING:
    from datetime import date

    from majungmul.books.ledger.queries import Figures
    from majungmul.stages.award.models import Award
    from majungmul.stages.payment.models import Claim

SHOWN = 12
"""So many of what is late are shown here; the rest is counted."""
HEIGHT = 200
"""Of the chart, in its own units."""


class Month(NamedTuple):
    """달 — its number, what was paid in it and up to its end, the height of its column, whether it has come."""

    number: int
    paid: Won
    so_far: Won
    height: str
    has_come: bool


class Programme(NamedTuple):
    """사업 — its name, code, figures, and what was paid up to the end of each month."""

    name: str
    code: str
    figures: "Figures"
    paid: tuple[Won, ...]


class Instalments(NamedTuple):
    """교부 — of an award: those paid or asked for, and when the second is planned."""

    award: "Award"
    grants: "list[Claim]"
    planned_on: "date | None"


def year(request: Asked) -> HttpResponse:
    """연간 현황."""
    place, day = request.jurisdiction.pk, today(request)
    years = years_of(place)
    chosen = year_asked(request, years)
    lines = lines_of(place, chosen)
    figures, months = by_programme(lines), {each.programme: each.paid for each in by_month(place, chosen)}
    office = request.seat.actor.office
    late, refunds = overdue_in(place, day), open_refunds(place, day)
    conditions = open_conditions(office, place, day)
    programmes = [
        Programme(programme_name(request, code), code, each, months[code]) for code, each in figures.items()
    ]
    last = 12 if chosen < day.year else (day.month if chosen == day.year else 0)
    return show(
        request,
        "city/year.html",
        year=chosen,
        years=years,
        today=day,
        whole=whole(lines),
        programmes=programmes,
        months=_months([each.paid for each in programmes], last),
        last=last,
        paying=[each for each in programmes if each.paid[-1]],
        height=HEIGHT,
        late=late[:SHOWN],
        late_count=late.count(),
        refunds=refunds[:SHOWN],
        refund_count=len(refunds),
        conditions=conditions[:SHOWN],
        condition_count=len(conditions),
        late_conditions=len([each for each in conditions if each.is_overdue]),
        instalments=_instalments(list(awards_by(office, place, chosen))),
        plan=plan_of(place, office, chosen),
    )


def _instalments(awards: "list[Award]") -> list[Instalments]:
    """Of each award, in two queries."""
    grants, planned = grants_by_award(awards), second_disbursements_of(awards)
    return [
        Instalments(each, grants[each.pk], planned[each.pk].planned_on if each.pk in planned else None)
        for each in awards
    ]


def _months(paid: list[tuple[Won, ...]], last: int) -> list[Month]:
    """The months of all programmes together; a column is as high as its share of the highest."""
    so_far = [total(each[month] for each in paid) for month in range(12)]
    within = [now - before for now, before in zip(so_far, [ZERO, *so_far], strict=False)]
    highest = max((each.amount for each in within), default=0)
    return [
        Month(
            number, here, sums, str(max(0, here.amount) * HEIGHT // highest if highest else 0), number <= last
        )
        for number, (here, sums) in enumerate(zip(within, so_far, strict=True), 1)
    ]
