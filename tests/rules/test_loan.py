"""대출 — what was owed on which day."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from majungmul.rules.loan import Loan, RepaidOutsideLoan, RepaidTooMuch, Repayment
from majungmul.values.period import Period
from majungmul.values.won import ZERO, Won, total

JUNE = Period(date(2018, 6, 1), date(2018, 7, 1))


def loan(*repayments: tuple[date, int], arrears: tuple[Period, ...] = ()) -> Loan:
    made = tuple(Repayment(day, Won(amount)) for day, amount in repayments)
    return Loan("bill", Won(30_000_000), JUNE, made, arrears=arrears)


@pytest.mark.parametrize(
    ("day", "owed"),
    [
        (date(2018, 5, 31), 0),
        (date(2018, 6, 1), 30_000_000),
        (date(2018, 6, 14), 30_000_000),
        (date(2018, 6, 15), 20_000_000),
        (date(2018, 6, 30), 20_000_000),
        (date(2018, 7, 1), 0),
    ],
)
def test_repayment_lowers_what_is_owed_from_its_own_day_on(day: date, owed: int) -> None:
    assert loan((date(2018, 6, 15), 10_000_000)).owed_on(day) == Won(owed)


def test_repayment_on_the_first_day_counts_from_the_first_day() -> None:
    assert loan((date(2018, 6, 1), 10_000_000)).owed_on(date(2018, 6, 1)) == Won(20_000_000)


def test_repayment_on_the_day_on_which_the_loan_ends_changes_no_day() -> None:
    assert loan((date(2018, 7, 1), 30_000_000)).owed_on(date(2018, 6, 30)) == Won(30_000_000)


def test_whole_principal_may_be_repaid_in_parts() -> None:
    repaid = loan((date(2018, 6, 10), 20_000_000), (date(2018, 6, 20), 10_000_000))
    assert repaid.owed_on(date(2018, 6, 20)) == ZERO


def test_one_won_more_than_the_principal_is_refused() -> None:
    sentence = r"상환액의 합\(30,000,001원\)이 원금\(30,000,000원\)보다 많습니다"
    with pytest.raises(RepaidTooMuch, match=sentence):
        loan((date(2018, 6, 10), 20_000_000), (date(2018, 6, 20), 10_000_001))


@pytest.mark.parametrize("day", [date(2018, 5, 31), date(2018, 7, 2)])
def test_repayment_outside_the_loan_is_refused(day: date) -> None:
    with pytest.raises(RepaidOutsideLoan, match="대출 기간"):
        loan((day, 1_000_000))


def test_arrears_hold_from_their_first_day_until_the_day_of_paying() -> None:
    late = loan(arrears=(Period(date(2018, 6, 5), date(2018, 6, 8)),))
    days = [date(2018, 6, day) for day in range(1, 31)]
    assert [day.day for day in days if late.in_arrears_on(day)] == [5, 6, 7]


def test_days_of_change_are_those_of_repayments_and_arrears() -> None:
    changing = loan((date(2018, 6, 15), 1), arrears=(Period(date(2018, 6, 5), date(2018, 6, 8)),))
    assert changing.changes() == {date(2018, 6, 15), date(2018, 6, 5), date(2018, 6, 8)}


@given(st.lists(st.tuples(st.dates(JUNE.since, JUNE.until), st.integers(1, 5_000_000)), max_size=6))
def test_what_is_owed_never_rises_and_is_never_below_zero(repayments: list[tuple[date, int]]) -> None:
    repaid = loan(*repayments)
    owed = [repaid.owed_on(date(2018, 6, day)) for day in range(1, 31)]
    assert owed == sorted(owed, reverse=True)
    assert owed[-1] >= repaid.principal - total(repayment.amount for repayment in repaid.repayments)
    assert owed[-1] >= ZERO
