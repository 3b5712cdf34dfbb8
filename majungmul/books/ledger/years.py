"""회계연도의 두 날 — 출납폐쇄 and 마감, and the 이월 between them.

Each runs inside an action of the stage that decides it.
"""

from datetime import date
from uuid import UUID

from django.utils import timezone

from majungmul.books.ledger import allowed, postings
from majungmul.books.ledger.models import Account, CarryOver, FiscalYear
from majungmul.books.ledger.refusals import CarriesNothing, CutOff, NotCutOff, YearClosed
from majungmul.books.trail.running import room


def carry_over(award: Account, until: date, paper: str) -> CarryOver:
    """이월승인 — an award, and all that it funds, stays payable after 출납폐쇄 until a day (exclusive).

    Refuses once 출납폐쇄 has come, and a day that is not in a later year.
    """
    year = allowed.open_year_of(award)
    if year.cut_off_at:
        raise CutOff(year=year.year, cut_off=timezone.localdate(year.cut_off_at))
    if until.year <= year.year:
        raise CarriesNothing(year=year.year, until=until)
    with room("ledger"):
        made = CarryOver(jurisdiction_id=award.jurisdiction_id, account=award, until=until, paper=paper)
        made.save()
        return made


def cut_off(jurisdiction: UUID, year: int) -> FiscalYear:
    """출납폐쇄 — no new decision, promise or payment; what is pending is voided unless it is carried over.

    Done again after an 이월 has run out, it voids what that had kept. Refuses a closed year.
    """
    found = _locked(jurisdiction, year)
    with room("ledger") as frame:
        postings.lapse(jurisdiction, year, timezone.localdate(frame.at))
        if found.cut_off_at is None:
            found.cut_off_at = frame.at
            found.save()
    return found


def close(jurisdiction: UUID, year: int) -> FiscalYear:
    """마감 — nothing posts to the year any more; what is still open is 미결 (`queries.open_items`).

    Refuses a year that is closed already, or before 출납폐쇄.
    """
    found = _locked(jurisdiction, year)
    if found.cut_off_at is None:
        raise NotCutOff(year=year)
    with room("ledger") as frame:
        found.closed_at = frame.at
        found.save()
    return found


def _locked(jurisdiction: UUID, year: int) -> FiscalYear:
    """The year as it is now, held. Refuses one that is closed."""
    found = FiscalYear.objects.select_for_update(of=("self",)).get(jurisdiction=jurisdiction, year=year)
    if found.closed_at:
        raise YearClosed(year=year, closed=timezone.localdate(found.closed_at))
    return found
