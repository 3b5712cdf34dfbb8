"""볼 수 있는 것 — one row of the stage, for a seat to look at."""

from uuid import UUID

from majungmul.books.parties.queries.seats import Seat
from majungmul.books.parties.queries.sight import in_sight
from majungmul.stages.delivery.models import Contract, ContractChange, MidCheck, Order, ProgressReport, Trade


def contract_for(seat: Seat, row: UUID) -> Contract:
    """계약 — to look at. Refuses (NotHere) one that the seat may not see."""
    return in_sight(Contract, seat, row)


def contract_change_for(seat: Seat, row: UUID) -> ContractChange:
    """변경계약 — to look at. Refuses (NotHere) one that the seat may not see."""
    return in_sight(ContractChange, seat, row)


def trade_for(seat: Seat, row: UUID) -> Trade:
    """거래 — to look at. Refuses (NotHere) one that the seat may not see."""
    return in_sight(Trade, seat, row)


def order_for(seat: Seat, row: UUID) -> Order:
    """집행 품의 — to look at. Refuses (NotHere) one that the seat may not see."""
    return in_sight(Order, seat, row)


def progress_report_for(seat: Seat, row: UUID) -> ProgressReport:
    """수행상황 보고 — to look at. Refuses (NotHere) one that the seat may not see."""
    return in_sight(ProgressReport, seat, row)


def mid_check_for(seat: Seat, row: UUID) -> MidCheck:
    """중간점검 — to look at. Refuses (NotHere) one that the seat may not see."""
    return in_sight(MidCheck, seat, row)
