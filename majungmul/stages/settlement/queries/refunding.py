"""반환에 묻기 — orders to pay back and revocations, and which orders are open on a day; read only."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from majungmul.books.parties.models import Organisation
from majungmul.books.parties.queries.bodies import family
from majungmul.books.trail.models import RecordedQuerySet
from majungmul.programmes.legislation import NotInForce, law_on
from majungmul.programmes.specification import specification
from majungmul.stages.award.models import Award
from majungmul.stages.plan.queries.days_off import days_off
from majungmul.stages.settlement.models import Refund, RefundObjection, Revocation
from majungmul.stages.settlement.queries.interest import unpaid_interest, unpaid_principal
from majungmul.stages.settlement.states import RefundState
from majungmul.values.calendar import HolidaysUnknown
from majungmul.values.duty import Due
from majungmul.values.won import Won

RECIPIENTS_OBJECT = "recipient.recognised"
"""Since this row of the law a 수령자 may object as it says; before, as the agreement had it."""
BY_AGREEMENT = "협약과 지원조건"


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenRefund:
    """미납 반환금 — an order that is not wholly paid on a day: what is due, and by how many days it is late.

    `tell_by` is the last day on which the city is to be told; None where no law asks for it, or it was told.
    """

    refund: Refund
    last_day: date
    overdue_days: int
    principal: Won
    interest: Won
    is_told: bool
    tell_by: date | None


def refunds_of(award: Award) -> RecordedQuerySet[Refund]:
    """반환명령 — under an award, in order."""
    refunds: RecordedQuerySet[Refund] = Refund.objects.of(award.jurisdiction_id)
    return refunds.filter(award=award).select_related("body", "line", "office").order_by("number")


def revocations_of(award: Award) -> RecordedQuerySet[Revocation]:
    """취소 — of an award, in order."""
    revocations: RecordedQuerySet[Revocation] = Revocation.objects.of(award.jurisdiction_id)
    return revocations.filter(award=award).order_by("id")


def objections_of(refund: Refund) -> RecordedQuerySet[RefundObjection]:
    """이의신청 — against an order, in order."""
    objections: RecordedQuerySet[RefundObjection] = RefundObjection.objects.of(refund.jurisdiction_id)
    return objections.filter(refund=refund).order_by("filed_on", "id")


def refunds_to_decide(jurisdiction: UUID, office: UUID) -> RecordedQuerySet[Refund]:
    """결재할 반환명령 — proposed in an office, the oldest first."""
    refunds: RecordedQuerySet[Refund] = Refund.objects.of(jurisdiction)
    proposed = refunds.filter(office=office, state=RefundState.PROPOSED)
    return proposed.select_related("body", "line").order_by("proposed_on", "number")


def open_refunds(
    jurisdiction: UUID, on: date, *, office: UUID | None = None, body: Organisation | None = None
) -> list[OpenRefund]:
    """미납 반환금 — open on a day, of an office or against a body where one is named, the first due first."""
    refunds: RecordedQuerySet[Refund] = Refund.objects.of(jurisdiction)
    found = refunds.filter(state=RefundState.ORDERED, ordered_on__lte=on)
    if office is not None:
        found = found.filter(office=office)
    if body is not None:
        found = found.filter(body__in=family(body))
    found = found.select_related("body", "line", "office", "jurisdiction", "award")
    return [_open(refund, on) for refund in found.order_by("due_on", "number")]


def last_day_of(refund: Refund) -> date:
    """납부 기한 — the last day in time: a day off moves it on (민법 제161조)."""
    return _counted(refund, Due(refund.due_on))


def tell_city_by(refund: Refund) -> date | None:
    """시에 통보할 마지막 날 (영 제20조) — None for the city's own, and where the law of that day had no such duty."""
    if refund.is_of_the_city or refund.ordered_on is None:
        return None
    try:
        days = law_on(refund.ordered_on, refund.jurisdiction.code)["recipient.refund_notice_days"].number
    except NotInForce:
        return None
    return _counted(refund, Due(refund.ordered_on, days=days))


def last_day_to_object(refund: Refund) -> tuple[date, int, str]:
    """이의신청 기한 — its last day, the number of days, the article: 20 by law; of tier 2 in 2018 as for 재검토."""
    day, code = refund.ordered_on or refund.proposed_on, refund.jurisdiction.code
    law = law_on(day, code)
    if refund.is_of_the_city or RECIPIENTS_OBJECT in law:
        days, article = law["objection.days"].number, law["objection.days"].article
    else:
        settings = specification(code, refund.line.programme).settings_on(day)
        days, article = settings.reconsideration_days, BY_AGREEMENT
    return _counted(refund, Due(day, days=days)), days, article


def _open(refund: Refund, on: date) -> OpenRefund:
    last = last_day_of(refund)
    return OpenRefund(
        refund=refund,
        last_day=last,
        overdue_days=max(0, (on - last).days),
        principal=unpaid_principal(refund),
        interest=unpaid_interest(refund, on),
        is_told=refund.city_told_on is not None,
        tell_by=None if refund.city_told_on else tell_city_by(refund),
    )


def _counted(refund: Refund, due: Due) -> date:
    try:
        return due.on(days_off(refund.jurisdiction))
    except HolidaysUnknown:
        return due.earliest
