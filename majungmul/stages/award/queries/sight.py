"""볼 수 있는 것 — one row of the stage, for a seat to look at."""

from uuid import UUID

from majungmul.books.parties.queries.seats import Seat
from majungmul.books.parties.queries.sight import in_sight
from majungmul.stages.award.models import Award, AwardChange, AwardObjection, Condition


def award_for(seat: Seat, row: UUID) -> Award:
    """결정 — to look at. Refuses (NotHere) one that the seat may not see."""
    return in_sight(Award, seat, row)


def condition_for(seat: Seat, row: UUID) -> Condition:
    """교부조건 — to look at. Refuses (NotHere) one that the seat may not see."""
    return in_sight(Condition, seat, row)


def change_for(seat: Seat, row: UUID) -> AwardChange:
    """변경 — to look at. Refuses (NotHere) one that the seat may not see."""
    return in_sight(AwardChange, seat, row)


def objection_for(seat: Seat, row: UUID) -> AwardObjection:
    """이의신청·재검토 요청 — to look at. Refuses (NotHere) one that the seat may not see."""
    return in_sight(AwardObjection, seat, row)
