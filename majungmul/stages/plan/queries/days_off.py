"""쉬는 날 — of a jurisdiction, as its duties are counted."""

from datetime import date

from majungmul.books.duties.models import HolidayChange
from majungmul.books.parties.models import Jurisdiction
from majungmul.programmes.holidays import holidays
from majungmul.programmes.jurisdiction import jurisdiction as written
from majungmul.values.calendar import Holidays


def days_off(jurisdiction: Jurisdiction) -> Holidays:
    """공휴일 — frozen and the jurisdiction's own; in the years of the latest 공휴일 변경 what that says."""
    own = {holiday.day: holiday.name for holiday in written(jurisdiction.code).holidays}
    frozen = holidays(own)
    change = HolidayChange.objects.of(jurisdiction.pk).order_by("-id").first()
    if change is None:
        return frozen
    changed = {date.fromisoformat(day): name for day, name in change.days.items()}
    kept = {day: name for day, name in frozen.days.items() if day.year not in change.years}
    return Holidays(frozen.years | set(change.years), kept | changed)
