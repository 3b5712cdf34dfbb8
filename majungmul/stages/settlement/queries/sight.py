"""볼 수 있는 것 — one row of the stage, for a seat to look at."""

from uuid import UUID

from majungmul.books.parties.queries.seats import Seat
from majungmul.books.parties.queries.sight import in_sight
from majungmul.stages.settlement.models import (
    Refund,
    RefundObjection,
    Revocation,
    Settlement,
    SettlementCorrection,
    SettlementLine,
)


def settlement_for(seat: Seat, row: UUID) -> Settlement:
    """정산 — to look at. Refuses (NotHere) one that the seat may not see."""
    return in_sight(Settlement, seat, row)


def settlement_line_for(seat: Seat, row: UUID) -> SettlementLine:
    """정산 항목 — to look at. Refuses (NotHere) one that the seat may not see."""
    return in_sight(SettlementLine, seat, row)


def settlement_correction_for(seat: Seat, row: UUID) -> SettlementCorrection:
    """정산 보완요청 — to look at. Refuses (NotHere) one that the seat may not see."""
    return in_sight(SettlementCorrection, seat, row)


def refund_for(seat: Seat, row: UUID) -> Refund:
    """반환명령 — to look at. Refuses (NotHere) one that the seat may not see."""
    return in_sight(Refund, seat, row)


def revocation_for(seat: Seat, row: UUID) -> Revocation:
    """결정 취소 — to look at. Refuses (NotHere) one that the seat may not see."""
    return in_sight(Revocation, seat, row)


def refund_objection_for(seat: Seat, row: UUID) -> RefundObjection:
    """반환명령에 대한 이의신청 — to look at. Refuses (NotHere) one that the seat may not see."""
    return in_sight(RefundObjection, seat, row)
