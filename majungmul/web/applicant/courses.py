"""진행 — each application of a body with all that came of it: asked of every stage once, whatever their number."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from uuid import UUID

from majungmul.programmes.specification import specification
from majungmul.stages.application.queries import applications_by
from majungmul.stages.award.queries import awards_to
from majungmul.stages.delivery.queries import contracts_by, trades_by
from majungmul.stages.payment.queries import Standing, claims_by, standings_of
from majungmul.stages.review.queries import reviews_by
from majungmul.stages.settlement.queries import refunds_to, revocations_to, settlements_to
from majungmul.values.won import ZERO

if TYPE_CHECKING:
    from majungmul.books.parties.models import Organisation
    from majungmul.stages.application.models import Application, Correction
    from majungmul.stages.award.models import Award
    from majungmul.stages.delivery.models import Contract, Trade
    from majungmul.stages.payment.models import Claim
    from majungmul.stages.review.models import Review
    from majungmul.stages.settlement.models import Refund, Revocation, Settlement

NOTHING = Standing(ZERO, ZERO, ZERO, ZERO)


@dataclass(slots=True)
class Course:
    """진행 — an application, and what every later stage knows of it; each list in the order of time."""

    application: "Application"
    corrections: "list[Correction]"
    review: "Review | None" = None
    award: "Award | None" = None
    standing: Standing = NOTHING
    contracts: "list[Contract]" = field(default_factory=list)
    trades: "list[Trade]" = field(default_factory=list)
    claims: "list[Claim]" = field(default_factory=list)
    settlement: "Settlement | None" = None
    refunds: "list[Refund]" = field(default_factory=list)
    revocations: "list[Revocation]" = field(default_factory=list)

    @property
    def title(self) -> str:
        """사업과 해 — `조합 간 협업 지원 2026년`."""
        return f"{programme_title(self.application)} {self.application.call.year}년"

    @property
    def is_live(self) -> bool:
        """Whether something may still come of it."""
        if self.award is None:
            return self.application.is_live
        return not (self.settlement and self.settlement.closed_on) and not self.award.ended_on


def programme_title(application: "Application") -> str:
    """사업 이름 — of an application; of a 지정 the call's own title."""
    call = application.call
    return specification(call.jurisdiction.code, call.programme).name if call.programme else call.title


def courses_of(body: "Organisation") -> list[Course]:
    """내 신청의 진행 — of a body, the newest first. The number of queries is that of the stages' rows to read."""
    applications = applications_by(body).select_related("call__jurisdiction").prefetch_related("corrections")
    courses = [Course(each, list(each.corrections.all())) for each in applications]
    by_application = {course.application.pk: course for course in courses}
    by_award: dict[UUID, Course] = {}
    for review in reviews_by(body):
        by_application[review.application_id].review = review
    for award, standing in _awards(body):
        course = by_application[award.application_id]
        course.award, course.standing = award, standing
        by_award[award.pk] = course
    _carry_on(body, by_award)
    return courses


def _awards(body: "Organisation") -> "list[tuple[Award, Standing]]":
    """The awards, with their amounts once they hold: what is only proposed is the office's own."""
    standings = standings_of(body)
    return [
        (award, standings.get(award.pk, NOTHING) if award.effective_on else NOTHING)
        for award in awards_to(body).prefetch_related("changes", "objections")
    ]


def _carry_on(body: "Organisation", by_award: dict[UUID, Course]) -> None:
    """What came after the award."""
    for contract in contracts_by(body):
        by_award[contract.award_id].contracts.append(contract)
    for trade in trades_by(body):
        by_award[trade.award_id].trades.append(trade)
    for claim in list(claims_by(body).prefetch_related("corrections"))[::-1]:
        by_award[claim.award_id].claims.append(claim)
    for settlement in settlements_to(body):
        by_award[settlement.award_id].settlement = settlement
    for refund in refunds_to(body).prefetch_related("objections", "surcharges"):
        by_award[refund.award_id].refunds.append(refund)
    for revocation in revocations_to(body):
        by_award[revocation.award_id].revocations.append(revocation)


def course_of(body: "Organisation", application: UUID) -> Course:
    """진행 — of one application of the body."""
    return next(each for each in courses_of(body) if each.application.pk == application)
