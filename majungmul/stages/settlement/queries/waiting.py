"""결재함 — settlements, revocations and objections that wait for an approver of an office; read only."""

from uuid import UUID

from majungmul.books.trail.models import RecordedQuerySet
from majungmul.stages.settlement.models import RefundObjection, Revocation, Settlement
from majungmul.stages.settlement.states import RevocationState, State


def settlements_to_decide(office: UUID, jurisdiction: UUID) -> RecordedQuerySet[Settlement]:
    """결재할 정산 — handed in, the oldest first."""
    rows: RecordedQuerySet[Settlement] = Settlement.objects.of(jurisdiction)
    own = rows.filter(office=office, state=State.SUBMITTED).select_related("award__application", "body")
    return own.order_by("submitted_on", "id")


def revocations_to_decide(office: UUID, jurisdiction: UUID) -> RecordedQuerySet[Revocation]:
    """결재할 취소 — handed in, the oldest first."""
    rows: RecordedQuerySet[Revocation] = Revocation.objects.of(jurisdiction)
    own = rows.filter(office=office, state=RevocationState.SUBMITTED).select_related("award", "body")
    return own.order_by("submitted_on", "id")


def objections_to_answer(office: UUID, jurisdiction: UUID) -> RecordedQuerySet[RefundObjection]:
    """답할 이의신청 — against orders of an office to pay back, the oldest first."""
    rows: RecordedQuerySet[RefundObjection] = RefundObjection.objects.of(jurisdiction)
    own = rows.filter(refund__office=office, is_upheld=None).select_related("refund__body", "refund__award")
    return own.order_by("filed_on", "id")
