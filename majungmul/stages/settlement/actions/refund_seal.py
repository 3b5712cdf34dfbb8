"""반환의 시행일 — of the city by its paper, of the operator on the day of the act."""

from datetime import date

from majungmul.books.parties.kinds import OfficeKind
from majungmul.stages.plan.actions.sealing import seal_step
from majungmul.stages.settlement.actions.refund_refusals import DayOutside, SealNeeded, SealNotNeeded
from majungmul.stages.settlement.models import Refund, Revocation
from majungmul.values.seal import Seal


def effective_day(
    row: Refund | Revocation, step: str, given: Seal | None, between: tuple[date, date]
) -> date:
    """시행일 — of the city's paper, which is sealed here; of the operator this day. In an action of the stage.

    `between`: the day on which it was handed in, and this day. Refuses a city's act without a paper, another's
    with one, and a paper that is older than what it decides.
    """
    first, today = between
    if row.office.kind != OfficeKind.CITY:
        if given is not None:
            raise SealNotNeeded
        return today
    if given is None:
        raise SealNeeded
    if given.on < first:
        raise DayOutside(what="시행일", first=first, last=today, day=given.on)
    return seal_step(row, step, given, today=today).effective_on
