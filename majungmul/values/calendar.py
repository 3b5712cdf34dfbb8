"""날 — business days, months, and the end of a period counted in days, over holidays handed in."""

from calendar import monthrange
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from datetime import date, timedelta

from majungmul.values.refusal import Refusal

SATURDAY = 5


class HolidaysUnknown(Refusal):
    """공휴일 자료 없음 — outside the covered years a date is 확인 필요, never silently a workday."""

    sentence = "{year}년의 공휴일 자료가 없어 {day}이(가) 쉬는 날인지 알 수 없습니다. 날짜 확인이 필요합니다."


@dataclass(frozen=True, slots=True)
class Holidays:
    """공휴일 — days off by name, and the years for which the list is complete."""

    years: AbstractSet[int]
    days: dict[date, str] = field(default_factory=dict)

    def is_off(self, day: date) -> bool:
        """Whether the day is a Saturday, a Sunday or a holiday. Refuses a year that is not covered."""
        if day.year not in self.years:
            raise HolidaysUnknown(year=day.year, day=day)
        return day.weekday() >= SATURDAY or day in self.days


def next_business_day(day: date, holidays: Holidays) -> date:
    """The day itself, or the first day after it that is no day off (민법 제161조)."""
    while holidays.is_off(day):
        day += timedelta(days=1)
    return day


def deadline(start: date, days: int, holidays: Holidays) -> date:
    """기간의 끝 (민법 제157조·제161조) — the first day does not count; an end on a day off moves on.

    Returns the last day on which the act is in time: 20 days from 2018-09-05 end on 2018-09-27.
    """
    return next_business_day(start + timedelta(days=days), holidays)


def restriction_end(start: date, days: int) -> date:
    """제한 기간의 끝 (행정기본법 제6조제2항, 2021-03-23부터) — the first day counts, and no day moves."""
    return start + timedelta(days=days - 1)


def months_after(day: date, months: int) -> date:
    """역에 의한 계산 (민법 제160조) — the same day so many months on, or that month's last day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def months_end(first: date, months: int) -> date:
    """월로 정한 기간의 끝 (민법 제160조) — the last day of so many months of which `first` is the first day.

    The day before the same day, or the end of a month that has no such day. An end on a day off stays
    (for periods of restriction, 행정기본법 제6조제2항); `deadline_in_months` moves it.
    """
    same = months_after(first, months)
    return same - timedelta(days=1) if same.day == first.day else same


def deadline_in_months(start: date, months: int, holidays: Holidays) -> date:
    """월로 정한 기한 (민법 제157조·제160조·제161조) — the first day does not count; a day off moves the end.

    2 months from 2026-12-31 end on 2027-03-02; 2 months from 2026-06-30 on 2026-08-31 (whole months).
    """
    return next_business_day(months_end(start + timedelta(days=1), months), holidays)
