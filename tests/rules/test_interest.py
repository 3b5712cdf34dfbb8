"""이차보전 — part of the interest on a loan, each day by its own terms."""

from dataclasses import replace
from datetime import date

import pytest

from majungmul.rules.calculation import NoTermsThen
from majungmul.rules.interest import (
    Interest,
    InterestPaidMissing,
    KindNotOffered,
    MonthsUsedUp,
    NoDayInWindow,
    NothingOwed,
    calculate_over,
)
from majungmul.rules.loan import Loan, Repayment
from majungmul.values.period import Period
from majungmul.values.rate import Rate
from majungmul.values.rounding import Rounding
from majungmul.values.won import Won

SEOUL = Interest(
    rates={"bill": Rate.of("1%"), "working_capital": Rate.of("2%")},
    kinds={"bill": "어음수표", "working_capital": "단기운영"},
    year_days=365,
    rounding=Rounding.DOWN_TO_WON,
)
INCHEON = replace(SEOUL, rates={"bill": None, "working_capital": Rate.of("1.5%")})
SINCE_2018 = Period(date(2018, 1, 1), date.max)


def days(since: str, until: str) -> Period:
    return Period(date.fromisoformat(since), date.fromisoformat(until))


SECOND_QUARTER = days("2018-04-01", "2018-07-01")
LOAN = Loan("working_capital", Won(50_000_000), days("2018-03-02", "2019-03-02"))


def repaid(day: str, amount: int, loan: Loan = LOAN) -> Loan:
    return replace(loan, repayments=(*loan.repayments, Repayment(date.fromisoformat(day), Won(amount))))


def test_quarter_of_a_loan_by_value_and_by_sentence() -> None:
    calculation = SEOUL.calculate(LOAN, SECOND_QUARTER)
    assert calculation.amount == Won(249_315)
    assert calculation.because == "50,000,000원 × 2% × 91/365일 = 249,315원(원 미만 절사)"


def test_each_kind_of_loan_has_its_own_rate() -> None:
    loan = Loan("bill", Won(30_000_000), days("2018-05-02", "2018-07-01"))
    assert SEOUL.calculate(loan, SECOND_QUARTER).amount == Won(49_315)


def test_year_over_29_february_has_366_days_of_365() -> None:
    loan = Loan("working_capital", Won(100_000_000), days("2020-01-01", "2021-01-01"))
    assert SEOUL.calculate(loan, loan.period).amount == Won(2_005_479)
    assert replace(SEOUL, year_days=366).calculate(loan, loan.period).amount == Won(2_000_000)


@pytest.mark.parametrize(
    ("day", "amount"),
    [
        ("2018-03-02", 149_589),  # the first day of the loan: 30,000,000 for all 91 days
        ("2018-04-01", 149_589),  # the first day of the window
        ("2018-05-01", 182_465),  # 30 days of 50,000,000 and 61 of 30,000,000
        ("2018-06-30", 248_219),  # the last day of the window: one day of 30,000,000
        ("2018-07-01", 249_315),  # after it
        ("2019-03-02", 249_315),  # the day on which the loan ends
    ],
)
def test_repayment_lowers_the_principal_from_its_own_day_on(day: str, amount: int) -> None:
    assert SEOUL.calculate(repaid(day, 20_000_000), SECOND_QUARTER).amount == Won(amount)


def test_two_repayments_make_three_parts_rounded_once() -> None:
    loan = Loan("working_capital", Won(40_000_000), days("2018-04-01", "2018-10-01"))
    twice = repaid("2018-08-01", 5_000_000, repaid("2018-05-10", 10_000_000, loan))
    calculation = SEOUL.calculate(twice, loan.period)
    assert calculation.amount == Won(305_479)
    assert calculation.because == (
        "40,000,000원 × 2% × 39/365일 + 30,000,000원 × 2% × 83/365일 + 25,000,000원 × 2% × 61/365일"
        " = 305,479원(원 미만 절사)"
    )


def test_window_that_touches_one_day_bears_one_day() -> None:
    assert SEOUL.calculate(LOAN, days("2018-01-01", "2018-03-03")).amount == Won(2_739)
    assert SEOUL.calculate(LOAN, days("2019-03-01", "2019-04-01")).amount == Won(2_739)


@pytest.mark.parametrize(
    ("rounding", "amount"),
    [
        (Rounding.DOWN_TO_WON, 2_739),
        (Rounding.HALF_UP_TO_WON, 2_740),
        (Rounding.UP_TO_WON, 2_740),
        (Rounding.DOWN_TO_TEN_WON, 2_730),
    ],
)
def test_sum_is_rounded_by_the_name_in_the_terms(rounding: Rounding, amount: int) -> None:
    calculation = replace(SEOUL, rounding=rounding).calculate(LOAN, days("2018-03-02", "2018-03-03"))
    assert calculation.amount == Won(amount)
    assert f"({rounding.value})" in calculation.because


def test_each_day_bears_the_rate_of_its_own_day() -> None:
    higher = replace(SEOUL, rates={"bill": None, "working_capital": Rate.of("2.5%")})
    versions = [(days("2018-01-01", "2018-07-01"), SEOUL), (Period(date(2018, 7, 1), date.max), higher)]
    calculation = calculate_over(versions, LOAN, days("2018-04-01", "2018-10-01"))
    assert calculation.amount == Won(564_383)
    assert "50,000,000원 × 2% × 91/365일 + 50,000,000원 × 2.5% × 92/365일" in calculation.because


def test_rounding_and_ceiling_are_those_of_the_last_terms() -> None:
    later = replace(SEOUL, rounding=Rounding.UP_TO_WON, paid_ceiling=True)
    versions = [(days("2018-01-01", "2018-05-01"), SEOUL), (Period(date(2018, 5, 1), date.max), later)]
    paid = replace(LOAN, interest_paid=Won(249_316))
    assert calculate_over(versions, paid, SECOND_QUARTER).amount == Won(249_316)
    with pytest.raises(InterestPaidMissing):
        calculate_over(versions, LOAN, SECOND_QUARTER)


def test_kind_that_is_given_up_in_mid_loan_is_supported_until_then() -> None:
    loan = Loan("bill", Won(20_000_000), days("2018-06-20", "2018-09-20"))
    versions = [(days("2018-01-01", "2018-07-01"), SEOUL), (Period(date(2018, 7, 1), date.max), INCHEON)]
    assert calculate_over(versions, loan, loan.period).amount == Won(6_027)


@pytest.mark.parametrize(
    ("window", "amount"),
    [
        (("2019-01-01", "2019-04-01"), 164_383),  # 60 days, until the twelve months are over on 2019-03-02
        (("2019-03-01", "2019-04-01"), 2_739),
        (("2018-01-01", "2020-01-01"), 1_000_000),
    ],
)
def test_months_per_loan_end_the_support(window: tuple[str, str], amount: int) -> None:
    loan = replace(LOAN, period=days("2018-03-02", "2020-03-02"))
    assert replace(SEOUL, months=12).calculate(loan, days(*window)).amount == Won(amount)


@pytest.mark.parametrize(
    ("months", "window", "amount"),
    [
        (6, ("2019-02-01", "2019-04-01"), 73_972),  # 27 days, until 2019-02-28: there is no 31st
        (7, ("2019-03-01", "2019-05-01"), 82_191),  # 30 days, until 2019-03-31
    ],
)
def test_months_end_on_the_day_of_the_loan_or_the_last_of_a_short_month(
    months: int, window: tuple[str, str], amount: int
) -> None:
    loan = replace(LOAN, period=days("2018-08-31", "2020-08-31"))
    assert replace(SEOUL, months=months).calculate(loan, days(*window)).amount == Won(amount)


def test_days_in_arrears_are_left_out_where_the_terms_say_so() -> None:
    late = replace(LOAN, arrears=(days("2018-05-01", "2018-05-11"),))
    assert replace(SEOUL, skip_arrears=True).calculate(late, SECOND_QUARTER).amount == Won(221_917)
    assert SEOUL.calculate(late, SECOND_QUARTER).amount == Won(249_315)


@pytest.mark.parametrize(
    ("paid", "amount"), [(249_314, 249_314), (249_315, 249_315), (698_082, 249_315), (0, 0)]
)
def test_no_more_than_the_interest_really_paid(paid: int, amount: int) -> None:
    ceiling = replace(SEOUL, paid_ceiling=True)
    calculation = ceiling.calculate(replace(LOAN, interest_paid=Won(paid)), SECOND_QUARTER)
    assert calculation.amount == Won(amount)
    assert (f"실제 낸 이자 {Won(paid)}까지" in calculation.because) == (paid < 249_315)


def test_interest_paid_is_not_asked_where_there_is_no_ceiling() -> None:
    assert SEOUL.calculate(replace(LOAN, interest_paid=Won(1)), SECOND_QUARTER).amount == Won(249_315)


@pytest.mark.parametrize("window", [("2018-01-01", "2018-03-02"), ("2019-03-02", "2019-06-01")])
def test_window_without_a_day_of_the_loan_is_refused(window: tuple[str, str]) -> None:
    with pytest.raises(NoDayInWindow, match=r"대출 기간\(2018. 3. 2.~2019. 3. 2.\)과 계산 기간"):
        SEOUL.calculate(LOAN, days(*window))


def test_loan_that_was_repaid_before_the_window_is_refused() -> None:
    with pytest.raises(NothingOwed, match="지원할 원금이 남아 있지 않습니다"):
        SEOUL.calculate(repaid("2018-03-31", 50_000_000), SECOND_QUARTER)


def test_loan_in_arrears_throughout_is_refused_where_those_days_are_left_out() -> None:
    late = replace(LOAN, arrears=(days("2018-03-15", "2018-07-01"),))
    with pytest.raises(NothingOwed):
        replace(SEOUL, skip_arrears=True).calculate(late, SECOND_QUARTER)


def test_loan_whose_months_are_over_is_refused() -> None:
    loan = replace(LOAN, period=days("2018-03-02", "2020-03-02"))
    with pytest.raises(MonthsUsedUp, match="대출 한 건에 12개월까지 지원하는데"):
        replace(SEOUL, months=12).calculate(loan, days("2019-03-02", "2019-04-01"))


def test_loan_without_its_interest_paid_is_refused_where_that_is_the_ceiling() -> None:
    with pytest.raises(InterestPaidMissing, match="낸 이자를 ‘낸이자’ 열에"):
        replace(SEOUL, paid_ceiling=True).calculate(LOAN, SECOND_QUARTER)


@pytest.mark.parametrize(("kind", "named"), [("bill", "어음수표"), ("facility", "facility")])
def test_kind_that_is_not_offered_is_refused_by_its_name(kind: str, named: str) -> None:
    with pytest.raises(KindNotOffered, match=f"2018. 4. 1.에는 {named} 대출을 지원하지 않습니다"):
        INCHEON.calculate(replace(LOAN, kind=kind), SECOND_QUARTER)


@pytest.mark.parametrize(
    ("versions", "day"),
    [
        ([(SINCE_2018, SEOUL)], "2017. 12. 1."),
        ([(days("2017-01-01", "2018-01-15"), SEOUL)], "2018. 1. 15."),
        (
            [(days("2017-01-01", "2018-01-02"), SEOUL), (days("2018-01-04", "2019-01-01"), SEOUL)],
            "2018. 1. 2.",
        ),
        ([], "2017. 12. 1."),
    ],
)
def test_day_without_terms_is_refused_by_its_date(versions: list[tuple[Period, Interest]], day: str) -> None:
    loan = replace(LOAN, period=days("2017-12-01", "2018-12-01"))
    with pytest.raises(NoTermsThen, match=f"^{day}에는"):
        calculate_over(versions, loan, days("2017-12-01", "2018-02-01"))
