"""볼 수 있는 것 — one row of the stage, for a seat to look at."""

from uuid import UUID

from majungmul.books.parties.queries.seats import Seat
from majungmul.books.parties.queries.sight import in_sight
from majungmul.stages.payment.models import BankList, Claim, ClaimCorrection, Proof


def claim_for(seat: Seat, row: UUID) -> Claim:
    """청구 — to look at. Refuses (NotHere) one that the seat may not see."""
    return in_sight(Claim, seat, row)


def proof_for(seat: Seat, row: UUID) -> Proof:
    """증빙 — to look at. Refuses (NotHere) one that the seat may not see."""
    return in_sight(Proof, seat, row)


def claim_correction_for(seat: Seat, row: UUID) -> ClaimCorrection:
    """청구 보완요청 — to look at. Refuses (NotHere) one that the seat may not see."""
    return in_sight(ClaimCorrection, seat, row)


def bank_list_for(seat: Seat, row: UUID) -> BankList:
    """이체 목록 — to look at. Refuses (NotHere) one that the seat may not see."""
    return in_sight(BankList, seat, row)
