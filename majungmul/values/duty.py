"""할 일의 값 — what is owed, by whom, under which article, and how its last day is found."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from majungmul.values.calendar import Holidays, months_end, next_business_day, restriction_end


class Counting(StrEnum):
    """기간 — how it is counted: which days count, and whether an end on a day off moves."""

    DEADLINE = "deadline"
    """민법 제157조·제161조: the first day does not count; an end on a day off moves on."""

    RESTRICTION = "restriction"
    """행정기본법 제6조제2항: the first day counts, and no day moves."""

    EXACT = "exact"
    """A day that was set, or so many days before or after it; it never moves."""


@dataclass(frozen=True, slots=True)
class Due:
    """기간 — counted to its last day: from which day so many days or months are counted, and in which way.

    Neither days nor months: `start` itself is the last day, or the next business day (DEADLINE).
    """

    start: date
    days: int = 0
    months: int = 0
    counting: Counting = Counting.DEADLINE

    def __post_init__(self) -> None:
        """A period in both units, or one that ends before it begins, is a bug."""
        least = 1 if self.counting is Counting.RESTRICTION else 0
        backwards = self.counting is Counting.EXACT and self.months == 0
        if (self.days and self.months) or (self.days + self.months < least and not backwards):
            message = f"no period: {self}"
            raise ValueError(message)

    @property
    def earliest(self) -> date:
        """The last day if no day were off: who acts by then is in time, whatever the holidays are."""
        first_counts = self.counting is Counting.RESTRICTION
        if self.months:
            first = self.start if first_counts else self.start + timedelta(days=1)
            return months_end(first, self.months)
        return (
            restriction_end(self.start, self.days) if first_counts else self.start + timedelta(days=self.days)
        )

    def on(self, holidays: Holidays) -> date:
        """The last day on which the act is in time. Refuses (HolidaysUnknown) a year that is not covered."""
        if self.counting is Counting.DEADLINE:
            return next_business_day(self.earliest, holidays)
        return self.earliest


@dataclass(frozen=True, slots=True)
class Owed:
    """할 일 — what is to be done by whom (시, 중앙회, 조합), its article, its last day.

    `occasion` tells those of one code apart (`2026-03`); `assumed` says what we put where no text says it.
    """

    code: str
    what: str
    who: str
    basis: str
    due: Due
    occasion: str = ""
    assumed: str = ""
