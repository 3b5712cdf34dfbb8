"""수시 할 일 — what an event brings, opened for those who are there to owe it, inside the action that it is."""

from collections.abc import Mapping
from datetime import date

from majungmul.books.duties.actions import open_all
from majungmul.books.duties.models import Duty
from majungmul.books.parties.models import Organisation, Position
from majungmul.books.trail.models import Recorded
from majungmul.programmes.duties import duties_after
from majungmul.stages.plan.queries.days_off import days_off

CITY, OPERATOR, COOPERATIVE = "시", "중앙회", "조합"


def owe_after(
    event: str, day: date, of: Recorded, owners: Mapping[str, Position | Organisation]
) -> list[Duty]:
    """수시 할 일 — the duties that an event of the day brings under the law of that day, of these owners.

    Of `law/duties.toml`: `award.notified`, `refund.ordered`. `of` is the row that they hang on, by which the
    act that fulfils one closes it (`duties.actions.close_all`).
    """
    owed = [each for each in duties_after(event, day, of.jurisdiction.code) if each.who in owners]
    return open_all(owed, owners=owners, of=of, holidays=days_off(of.jurisdiction))
