"""이차보전 — the rule and a loop over days, written apart from it, agree to the won on every loan."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from majungmul.rules.interest import (
    Interest,
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
from tests.rules.day_by_day import MILLION, Borrowed, Dated, months_later, support

FIRST = date(2010, 1, 1)
NOTHING_BORNE = (NoDayInWindow, NothingOwed, MonthsUsedUp, KindNotOffered)
PART = re.compile(r"([\d,]+)원 × ([\d.]+)% × (\d+)/365일")

# More of what is usual than of what bears nothing, so that most examples have something to add up.
millionths = st.sampled_from([10_000, 15_000, 16_000, 20_000, 25_000, 30_000, 199_999, 1, 0, None])
months_per_loan = st.sampled_from([None, None, None, 36, 24, 12, 7, 1])


@st.composite
def loans(draw: st.DrawFn) -> Borrowed:
    """Loans of up to four years, repaid in parts on any of their days, now and then in arrears."""
    start = draw(st.dates(date(2015, 1, 1), date(2024, 12, 31)))
    length = draw(st.integers(180, 1_461) | st.integers(1, 1_461))
    left = principal = draw(st.integers(10**7, 10**9) | st.integers(1, 10**10))
    repayments = []
    for offset in draw(st.lists(st.integers(0, length), max_size=4)):
        amount = draw(st.integers(0, left // 2) | st.integers(0, left))
        repayments.append((start + timedelta(days=offset), amount))
        left -= amount
    late = draw(st.lists(st.tuples(st.integers(-50, length), st.integers(1, 400)), max_size=3))
    arrears = [(start + timedelta(days=since), start + timedelta(days=since + days)) for since, days in late]
    return Borrowed(principal, start, start + timedelta(days=length), tuple(repayments), tuple(arrears))


@st.composite
def dated_terms(draw: st.DrawFn, window: Period) -> list[Dated]:
    """One to four versions of terms, which change in the window or beside it."""
    changes = draw(st.lists(st.integers(-10, window.days + 10), max_size=3, unique=True).map(sorted))
    days = [FIRST, *(window.since + timedelta(days=change) for change in changes)]
    return [Dated(since, draw(millionths), draw(months_per_loan), draw(st.booleans())) for since in days]


@dataclass(frozen=True)
class Example:
    """A loan, its terms, and the days that are worked out."""

    loan: Borrowed
    terms: list[Dated]
    window: Period


@st.composite
def examples(draw: st.DrawFn) -> Example:
    loan = draw(loans())
    since = loan.start + timedelta(days=draw(st.integers(-30, (loan.end - loan.start).days)))
    window = Period(since, since + timedelta(days=draw(st.integers(28, 92) | st.integers(1, 1_600))))
    return Example(loan, draw(dated_terms(window)), window)


def by_rule(example: Example, window: Period, paid: int | None = None) -> tuple[int, str]:
    """The amount and the sentence of the rule; nothing where it refuses a loan that bears nothing."""
    periods = [Period(*days) for days in pairwise([*(dated.since for dated in example.terms), date.max])]
    rules = [as_rule(dated, paid_ceiling=paid is not None) for dated in example.terms]
    try:
        versions = list(zip(periods, rules, strict=True))
        calculation = calculate_over(versions, as_loan(example.loan, paid), window)
    except NOTHING_BORNE:
        return 0, ""
    return calculation.amount.amount, calculation.because


def as_rule(dated: Dated, *, paid_ceiling: bool) -> Interest:
    rate = None if dated.millionths is None else Rate(Fraction(dated.millionths, MILLION))
    return Interest(
        rates={"bill": rate},
        kinds={"bill": "어음수표"},
        year_days=365,
        rounding=Rounding.DOWN_TO_WON,
        months=dated.months,
        paid_ceiling=paid_ceiling,
        skip_arrears=dated.skip_arrears,
    )


def as_loan(loan: Borrowed, paid: int | None) -> Loan:
    return Loan(
        kind="bill",
        principal=Won(loan.principal),
        period=Period(loan.start, loan.end),
        repayments=tuple(Repayment(day, Won(amount)) for day, amount in loan.repayments),
        interest_paid=None if paid is None else Won(paid),
        arrears=tuple(Period(first, until) for first, until in loan.arrears),
    )


def by_day(example: Example, window: Period) -> int:
    return support(example.loan, example.terms, window.since, window.until)


def test_loop_over_days_gives_the_officers_example() -> None:
    loan = Borrowed(50_000_000, date(2018, 3, 2), date(2019, 3, 2), ((date(2018, 5, 1), 20_000_000),))
    terms = [Dated(date(2018, 1, 1), 20_000)]
    assert support(loan, terms, date(2018, 4, 1), date(2018, 7, 1)) == 182_465


def test_loop_over_days_counts_months_by_the_calendar() -> None:
    assert months_later(date(2018, 3, 2), 12) == date(2019, 3, 2)
    assert months_later(date(2018, 1, 31), 1) == date(2018, 2, 28)
    assert months_later(date(2019, 8, 31), 6) == date(2020, 2, 29)


@settings(max_examples=400)
@given(examples())
def test_rule_and_loop_over_days_agree_to_the_won(example: Example) -> None:
    assert by_rule(example, example.window)[0] == by_day(example, example.window)


@given(examples(), st.integers(0, 10**9))
def test_interest_really_paid_is_the_ceiling(example: Example, paid: int) -> None:
    assert by_rule(example, example.window, paid)[0] == min(by_day(example, example.window), paid)


@given(examples())
def test_sentence_adds_up_to_the_amount(example: Example) -> None:
    amount, because = by_rule(example, example.window)
    exact = sum(
        Fraction(principal.replace(",", "")) * Fraction(percent) * int(days)
        for principal, percent, days in PART.findall(because)
    )
    assert amount == int(Fraction(exact, 36_500))


@given(examples(), st.data())
def test_two_windows_bear_what_one_does_but_for_a_won_of_rounding(
    example: Example, data: st.DataObject
) -> None:
    window = example.window
    middle = data.draw(st.dates(window.since, window.until))
    parts = [
        Period(since, until)
        for since, until in pairwise([window.since, middle, window.until])
        if since < until
    ]
    whole = by_rule(example, window)[0]
    assert whole - 1 <= sum(by_rule(example, part)[0] for part in parts) <= whole
