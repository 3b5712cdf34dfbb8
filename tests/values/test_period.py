"""기간: half-open, and what two of them share."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from majungmul.values.period import EndsBeforeStart, Period, year_of

YEAR = year_of(2018)


@st.composite
def periods(draw: st.DrawFn) -> Period:
    since = draw(st.dates(date(2018, 1, 1), date(2018, 3, 1)))
    return Period(since, since + timedelta(days=draw(st.integers(1, 60))))


def _days(period: Period | None) -> set[date]:
    return {period.since + timedelta(days=step) for step in range(period.days)} if period else set()


def test_the_first_day_counts_and_the_until_does_not() -> None:
    quarter = Period(date(2018, 1, 1), date(2018, 4, 1))
    assert quarter.days == 90
    assert quarter.last_day == date(2018, 3, 31)
    assert date(2018, 1, 1) in quarter
    assert date(2018, 3, 31) in quarter
    assert date(2018, 4, 1) not in quarter


def test_a_fiscal_year_is_a_calendar_year() -> None:
    assert Period(date(2018, 1, 1), date(2019, 1, 1)) == YEAR
    assert (YEAR.days, year_of(2020).days) == (365, 366)


@pytest.mark.parametrize("until", [date(2018, 5, 1), date(2018, 4, 30)])
def test_a_period_without_a_day_is_refused(until: date) -> None:
    with pytest.raises(EndsBeforeStart, match=r"2018-05-01"):
        Period(date(2018, 5, 1), until)


@pytest.mark.parametrize(
    ("other", "shared"),
    [
        (Period(date(2017, 12, 1), date(2018, 2, 1)), Period(date(2018, 1, 1), date(2018, 2, 1))),
        (Period(date(2018, 3, 1), date(2018, 4, 1)), Period(date(2018, 3, 1), date(2018, 4, 1))),
        (Period(date(2018, 12, 31), date(2020, 1, 1)), Period(date(2018, 12, 31), date(2019, 1, 1))),
        (year_of(2019), None),
        (year_of(2016), None),
    ],
)
def test_what_two_periods_share(other: Period, shared: Period | None) -> None:
    assert YEAR.meet(other) == shared


@given(periods(), periods())
def test_a_meeting_holds_the_days_of_both_and_no_other(one: Period, other: Period) -> None:
    assert _days(one.meet(other)) == _days(one) & _days(other)


@given(periods(), periods())
def test_meeting_is_the_same_from_both_sides(one: Period, other: Period) -> None:
    assert one.meet(other) == other.meet(one)
    assert one.meet(one) == one


@given(periods(), st.dates(date(2017, 12, 1), date(2018, 6, 1)))
def test_a_day_is_inside_when_it_is_one_of_the_days(period: Period, day: date) -> None:
    assert (day in period) == (day in _days(period))
