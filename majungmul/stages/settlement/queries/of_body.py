"""단체의 정산 — settlements, orders to pay back and revocations of one body, under all its awards."""

from majungmul.books.parties.models import Organisation
from majungmul.books.parties.queries.bodies import family
from majungmul.books.trail.models import RecordedQuerySet
from majungmul.stages.settlement.models import Refund, Revocation, Settlement, SettlementCorrection
from majungmul.stages.settlement.states import RefundState, RevocationState

TOLD = (RefundState.ORDERED, RefundState.PAID, RefundState.WITHDRAWN)
"""What a body was told of; what is only proposed is the office's own."""


def settlements_to(body: Organisation) -> RecordedQuerySet[Settlement]:
    """내 정산 — of all awards of a body, the newest first."""
    settlements: RecordedQuerySet[Settlement] = Settlement.objects.of(body.jurisdiction_id)
    return settlements.filter(body__in=family(body)).order_by("-reported_on", "-id")


def refunds_to(body: Organisation) -> RecordedQuerySet[Refund]:
    """내 반환명령 — those that a body was told of, the newest first."""
    refunds: RecordedQuerySet[Refund] = Refund.objects.of(body.jurisdiction_id)
    told = refunds.filter(body__in=family(body), state__in=TOLD)
    return told.select_related("award", "line", "office").order_by("-ordered_on", "-number")


def revocations_to(body: Organisation) -> RecordedQuerySet[Revocation]:
    """내 결정의 취소 — those in effect, in order."""
    revocations: RecordedQuerySet[Revocation] = Revocation.objects.of(body.jurisdiction_id)
    return revocations.filter(body__in=family(body), state=RevocationState.EFFECTIVE).order_by("id")


def corrections_of(settlement: Settlement) -> RecordedQuerySet[SettlementCorrection]:
    """정산 보완요청 — of a settlement, answered or not, the first first."""
    asked: RecordedQuerySet[SettlementCorrection] = SettlementCorrection.objects.of(
        settlement.jurisdiction_id
    )
    return asked.filter(settlement=settlement).order_by("asked_at", "id")
