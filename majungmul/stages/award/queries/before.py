"""결정에 앞서 — which applications were selected and wait for their award; which lines may be called for."""

from collections.abc import Collection
from uuid import UUID

from majungmul.books.ledger.kinds import Role
from majungmul.books.parties.models import Organisation
from majungmul.books.parties.queries.bodies import family
from majungmul.programmes.specification import specification
from majungmul.stages.application.states import State as ApplicationState
from majungmul.stages.award.models import Award, AwardLine
from majungmul.stages.award.states import State
from majungmul.stages.review.models import Review
from majungmul.stages.review.states import State as ReviewState
from majungmul.values.won import ZERO, Won


def selected_without_award(office: UUID, jurisdiction: UUID) -> list[Review]:
    """결정할 신청 — the reviews of an office that selected an application which has no award yet, the oldest first."""
    decided = Award.objects.of(jurisdiction).filter(office=office).values("application")
    reviews = Review.objects.of(jurisdiction).filter(
        office=office,
        state=ReviewState.DECIDED,
        is_selected=True,
        application__state=ApplicationState.REVIEWING,
    )
    found = reviews.exclude(application__in=decided).select_related("application__body", "application__call")
    return list(found.order_by("decided_at", "id"))


def amounts_behind(jurisdiction: UUID, awards: Collection[UUID]) -> dict[UUID, Won]:
    """결정 금액 — what each of many awards comes to as it holds now, in won. One query."""
    amounts: dict[UUID, Won] = {}
    for line in AwardLine.objects.of(jurisdiction).filter(award__in=awards):
        amounts[line.award_id] = amounts.get(line.award_id, ZERO) + line.amount
    return amounts


def lines_to_call_for(body: Organisation, year: int) -> list[AwardLine]:
    """공고할 수 있는 항목 — of the awards to a body that are in effect in a year; without what it spends itself."""
    lines = AwardLine.objects.of(body.jurisdiction_id).filter(
        award__body__in=family(body), award__state=State.EFFECTIVE, account__year=year
    )
    found = lines.select_related("account", "jurisdiction").order_by("award_id", "order")
    return [line for line in found if _is_for_applicants(line)]


def _is_for_applicants(line: AwardLine) -> bool:
    programme = specification(line.jurisdiction.code, line.programme)
    return bool(programme.line(line.code).payee != Role.CONTRACTOR.label)
