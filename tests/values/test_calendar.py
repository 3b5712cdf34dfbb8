"""날: deadlines in days and months, over the real days off."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from majungmul.programmes.holidays import holidays
from majungmul.programmes.legislation import law_on
from majungmul.values.calendar import (
    Holidays,
    HolidaysUnknown,
    deadline,
    deadline_in_months,
    months_after,
    months_end,
    next_business_day,
    restriction_end,
)

OFF = holidays()
DAYS = st.dates(date(2014, 1, 1), date(2029, 12, 31))


@pytest.mark.parametrize(
    ("start", "days", "end"),
    [
        (date(2018, 9, 5), 20, date(2018, 9, 27)),  # 9. 25. 추석 연휴, 9. 26. 대체
        (date(2018, 4, 16), 20, date(2018, 5, 8)),  # 5. 6. 일요일, 5. 7. 대체
        (date(2018, 3, 2), 20, date(2018, 3, 22)),  # 평일
        (date(2018, 6, 3), 10, date(2018, 6, 14)),  # 6. 13. 지방선거
        (date(2018, 6, 1), 0, date(2018, 6, 1)),
    ],
)
def test_the_end_of_a_period_in_days(start: date, days: int, end: date) -> None:
    assert deadline(start, days, OFF) == end


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        (date(2026, 12, 31), 2, date(2027, 3, 2)),  # 2. 28. 일요일, 3. 1. 삼일절
        (date(2018, 12, 31), 2, date(2019, 2, 28)),
        (date(2026, 12, 31), 4, date(2027, 4, 30)),
        (date(2026, 6, 30), 2, date(2026, 8, 31)),  # 기산일이 7. 1.이라 두 달을 꽉 채운다
        (date(2018, 4, 10), 3, date(2018, 7, 10)),
        (date(2019, 12, 31), 2, date(2020, 3, 2)),  # 2. 29. 토요일, 3. 1. 일요일
    ],
)
def test_the_end_of_a_period_in_months(start: date, months: int, end: date) -> None:
    assert deadline_in_months(start, months, OFF) == end


@pytest.mark.parametrize(
    ("first", "months", "last"),
    [
        (date(2027, 1, 1), 2, date(2027, 2, 28)),
        (date(2028, 1, 1), 2, date(2028, 2, 29)),
        (date(2018, 1, 31), 1, date(2018, 2, 28)),  # 해당일이 없으면 그 달의 말일
        (date(2024, 5, 2), 36, date(2027, 5, 1)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
    ],
)
def test_the_last_day_of_so_many_months(first: date, months: int, last: date) -> None:
    assert months_end(first, months) == last


@pytest.mark.parametrize(
    ("day", "months", "after"),
    [
        (date(2018, 1, 31), 1, date(2018, 2, 28)),
        (date(2020, 1, 31), 1, date(2020, 2, 29)),
        (date(2018, 11, 15), 2, date(2019, 1, 15)),
        (date(2018, 5, 1), 12, date(2019, 5, 1)),
        (date(2018, 5, 1), 0, date(2018, 5, 1)),
    ],
)
def test_months_after_a_day(day: date, months: int, after: date) -> None:
    assert months_after(day, months) == after


def test_a_period_of_restriction_counts_its_first_day_and_does_not_move() -> None:
    assert restriction_end(date(2023, 10, 12), 10) == date(2023, 10, 21)  # 토요일이어도 그날
    assert restriction_end(date(2023, 10, 12), 1) == date(2023, 10, 12)


@pytest.mark.parametrize(("day", "there"), [(date(2021, 3, 22), False), (date(2021, 3, 23), True)])
def test_the_mode_of_restriction_begins_with_its_act(day: date, there: bool) -> None:  # noqa: FBT001
    assert ("period.restriction_first_day_counts" in law_on(day)) is there


@pytest.mark.parametrize(
    ("day", "next_day"),
    [
        (date(2018, 2, 14), date(2018, 2, 14)),
        (date(2018, 2, 15), date(2018, 2, 19)),
        (date(2018, 9, 22), date(2018, 9, 27)),
        (date(2018, 12, 29), date(2018, 12, 31)),
    ],
)
def test_the_next_business_day(day: date, next_day: date) -> None:
    assert next_business_day(day, OFF) == next_day


def test_a_year_without_data_is_no_workday() -> None:
    known = Holidays(years={2018}, days={date(2018, 12, 31): "가상의 휴일"})
    with pytest.raises(HolidaysUnknown, match="2019년의 공휴일 자료가 없어"):
        next_business_day(date(2018, 12, 29), known)


@given(DAYS, st.integers(0, 200))
def test_a_deadline_is_a_working_day_with_only_days_off_before_it(start: date, days: int) -> None:
    end, counted = deadline(start, days, OFF), start + timedelta(days=days)
    assert not OFF.is_off(end)
    assert end >= counted
    assert all(OFF.is_off(counted + timedelta(days=step)) for step in range((end - counted).days))


@given(DAYS, st.integers(1, 60), st.integers(1, 60))
def test_months_of_a_period_follow_one_another(first: date, some: int, more: int) -> None:
    first = first.replace(day=min(first.day, 28))
    next_first = months_end(first, some) + timedelta(days=1)
    assert months_end(next_first, more) == months_end(first, some + more)
