"""할 일의 값: the last day, counted as the law counts it."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from majungmul.programmes.holidays import holidays
from majungmul.values.calendar import Holidays, HolidaysUnknown, deadline, deadline_in_months
from majungmul.values.duty import Counting, Due

DEADLINE, RESTRICTION, EXACT = Counting.DEADLINE, Counting.RESTRICTION, Counting.EXACT


@pytest.mark.parametrize(
    ("due", "last"),
    [
        (Due(date(2018, 9, 5), days=20), date(2018, 9, 27)),  # 이의신청: 9. 25.과 26.은 추석 연휴
        (Due(date(2018, 4, 16), days=20), date(2018, 5, 8)),
        (Due(date(2026, 12, 31), months=2), date(2027, 3, 2)),  # 실적보고: 2. 28. 일요일, 3. 1. 삼일절
        (Due(date(2018, 12, 31), months=2), date(2019, 2, 28)),
        (Due(date(2026, 12, 31), months=4), date(2027, 4, 30)),
        (Due(date(2018, 6, 13)), date(2018, 6, 14)),  # 지방선거일
        (Due(date(2018, 6, 14)), date(2018, 6, 14)),
        (Due(date(2018, 9, 5), days=20, counting=RESTRICTION), date(2018, 9, 24)),
        (Due(date(2026, 3, 2), months=60, counting=RESTRICTION), date(2031, 3, 1)),
        (Due(date(2026, 3, 2), days=1, counting=RESTRICTION), date(2026, 3, 2)),
        (Due(date(2018, 11, 11), counting=EXACT), date(2018, 11, 11)),  # 일요일이어도 그날
        (Due(date(2027, 4, 30), days=-5, counting=EXACT), date(2027, 4, 25)),
    ],
)
def test_the_last_day(due: Due, last: date) -> None:
    assert due.on(holidays()) == last


def test_a_deadline_needs_the_holidays_of_its_year_and_says_the_earliest_day() -> None:
    due = Due(date(2030, 12, 31), months=2)
    with pytest.raises(HolidaysUnknown, match="2031년의 공휴일 자료가 없어"):
        due.on(holidays())
    assert due.earliest == date(2031, 2, 28)


def test_what_never_moves_asks_for_no_holidays() -> None:
    nothing_known = Holidays(frozenset())
    assert Due(date(2040, 1, 1), counting=EXACT).on(nothing_known) == date(2040, 1, 1)
    assert Due(date(2040, 1, 1), days=10, counting=RESTRICTION).on(nothing_known) == date(2040, 1, 10)


@given(st.dates(date(2014, 1, 1), date(2028, 1, 1)), st.integers(0, 700), st.integers(1, 24))
def test_it_counts_as_the_calendar_does(start: date, days: int, months: int) -> None:
    assert Due(start, days=days).on(holidays()) == deadline(start, days, holidays())
    assert Due(start, months=months).on(holidays()) == deadline_in_months(start, months, holidays())
    assert Due(start, days=days).earliest <= Due(start, days=days).on(holidays())


@pytest.mark.parametrize(
    "wrong",
    [
        {"days": 1, "months": 1},
        {"days": -1},
        {"months": -1},
        {"counting": RESTRICTION},
        {"months": -1, "counting": EXACT},
    ],
)
def test_a_period_that_is_none_is_a_bug(wrong: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="no period"):
        Due(date(2026, 1, 1), **wrong)  # type: ignore[arg-type]
