"""볼 수 있는 것 — one row of the stage, for a seat to look at."""

from uuid import UUID

from majungmul.books.parties.queries.seats import Seat
from majungmul.books.parties.queries.sight import in_sight
from majungmul.stages.plan.models import Edition, LineChange, Plan


def plan_for(seat: Seat, row: UUID) -> Plan:
    """지원계획 — to look at. Refuses (NotHere) one that the seat may not see."""
    return in_sight(Plan, seat, row)


def edition_for(seat: Seat, row: UUID) -> Edition:
    """지원계획 판 — to look at. Refuses (NotHere) one that the seat may not see."""
    return in_sight(Edition, seat, row)


def line_change_for(seat: Seat, row: UUID) -> LineChange:
    """예산 변경 — to look at. Refuses (NotHere) one that the seat may not see."""
    return in_sight(LineChange, seat, row)
