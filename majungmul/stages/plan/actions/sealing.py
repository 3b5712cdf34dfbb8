"""시행 — a step of any stage's row is sealed by its official paper, and by its entry in 보탬e where there was one."""

from datetime import date

from majungmul.books.files.models import SealedStep
from majungmul.books.files.seals import seal
from majungmul.books.parties import written
from majungmul.books.trail.models import Recorded
from majungmul.programmes.portal import refuse_portal
from majungmul.values.seal import Seal


def seal_step(row: Recorded, step: str, given: Seal, *, today: date) -> SealedStep:
    """시행 — by 문서번호 and 시행일. Returns the sealed step. Inside an action of the row's stage.

    Refuses what `files.seals` refuses, numbers too long or with a resident number, and (NoPortalThen) an entry in
    보탬e of a day that did not have it.
    """
    if given.number.strip():
        written.line(SealedStep, "number", given.number)
    if given.portal_number:
        written.line(SealedStep, "portal_number", given.portal_number)
    refuse_portal(given, today)
    return seal(row, step, given, today=today)
