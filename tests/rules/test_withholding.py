"""원천징수: the terms of the day of payment, and the sentence."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from majungmul.programmes.legislation import NotRead, withholding_on
from majungmul.rules.withholding import Income, NothingToPay, Withholding
from majungmul.values.rate import Rate
from majungmul.values.rounding import Rounding
from majungmul.values.won import ZERO, Won

OTHER, BUSINESS = Income.OTHER, Income.BUSINESS
NOW = date(2026, 10, 1)

TERMS = Withholding(
    kind=OTHER,
    expense=Rate.of("60%"),
    tax=Rate.of("20%"),
    local_tax=Rate.of("10%"),
    exempt_up_to=Won(50_000),
    small_below=Won(1_000),
    rounding=Rounding.DOWN_TO_TEN_WON,
)


@pytest.mark.parametrize(
    ("day", "kind", "payment", "tax", "local"),
    [
        (date(2018, 3, 31), OTHER, 300_000, 12_000, 1_200),
        (date(2018, 4, 1), OTHER, 300_000, 18_000, 1_800),
        (date(2018, 12, 31), OTHER, 300_000, 18_000, 1_800),
        (date(2019, 1, 1), OTHER, 300_000, 24_000, 2_400),
        (date(2018, 3, 31), OTHER, 250_000, 0, 0),
        (date(2018, 3, 31), OTHER, 250_010, 10_000, 1_000),
        (date(2018, 4, 1), OTHER, 250_000, 15_000, 1_500),
        (date(2018, 4, 1), OTHER, 166_666, 0, 0),
        (date(2018, 4, 1), OTHER, 166_667, 10_000, 1_000),
        (date(2018, 6, 1), OTHER, 150_000, 0, 0),
        (date(2018, 6, 1), BUSINESS, 30_000, 0, 0),
        (date(2018, 6, 1), BUSINESS, 33_333, 0, 0),
        (date(2018, 6, 1), BUSINESS, 33_340, 1_000, 100),
        (date(2024, 6, 30), BUSINESS, 30_000, 0, 0),
        (date(2024, 7, 1), BUSINESS, 30_000, 900, 90),
        (NOW, OTHER, 300_000, 24_000, 2_400),
        (NOW, OTHER, 150_000, 12_000, 1_200),
        (NOW, OTHER, 250_000, 20_000, 2_000),
        (NOW, OTHER, 125_000, 0, 0),
        (NOW, OTHER, 125_010, 10_000, 1_000),
        (NOW, BUSINESS, 30_000, 900, 90),
        (NOW, BUSINESS, 333_333, 9_990, 990),
    ],
)
def test_what_is_kept_back(day: date, kind: Income, payment: int, tax: int, local: int) -> None:
    withheld = withholding_on(day, kind).calculate(Won(payment))
    assert (withheld.income_tax, withheld.local_tax) == (Won(tax), Won(local))
    assert withheld.paid == Won(payment - tax - local)


@pytest.mark.parametrize("kind", list(Income))
def test_a_day_that_nobody_has_read_is_refused(kind: Income) -> None:
    with pytest.raises(NotRead, match=r"2017\. 12\. 31\.의 규정을 확인하지 못했습니다"):
        withholding_on(date(2017, 12, 31), kind)


@pytest.mark.parametrize(
    ("payment", "because"),
    [
        (
            300_000,
            (
                "기타소득 300,000원 - 필요경비 60% = 120,000원 × 20% = 소득세 24,000원, "
                "24,000원 × 10% = 지방소득세 2,400원(각각 10원 미만 절사)"
            ),
        ),
        (
            124_999,
            "기타소득 124,999원 - 필요경비 60% = 49,999.6원, 과세최저한 50,000원 이하라 원천징수하지 않음",
        ),
    ],
)
def test_it_says_why(payment: int, because: str) -> None:
    assert TERMS.calculate(Won(payment)).because == because


def test_it_says_why_a_small_tax_is_left() -> None:
    small = withholding_on(date(2018, 6, 1), BUSINESS).calculate(Won(30_000))
    assert small.because == (
        "사업소득 30,000원 × 3%: 소득세 900원이 1,000원 미만이라 원천징수하지 않음(소액부징수)"
    )


@pytest.mark.parametrize("payment", [ZERO, Won(-1)])
def test_nothing_to_pay_is_refused(payment: Won) -> None:
    with pytest.raises(NothingToPay, match="지급액"):
        TERMS.calculate(payment)


@given(
    st.integers(1, 10**12),
    st.sampled_from(["60%", "70%", "80%", "0"]),
    st.sampled_from([0, 50_000]),
    st.sampled_from([0, 1_000]),
)
def test_the_parts_are_the_payment_and_each_tax_is_floored_by_itself(
    payment: int, expense: str, exempt: int, small: int
) -> None:
    terms = replace(TERMS, expense=Rate.of(expense), exempt_up_to=Won(exempt), small_below=Won(small))
    withheld = terms.calculate(Won(payment))
    assert withheld.income_tax + withheld.local_tax + withheld.paid == Won(payment)
    income = payment * (1 - Rate.of(expense).value)
    tax = income * Fraction(20, 100) // 10 * 10
    due = (income > exempt or not exempt) and tax >= small
    assert withheld.income_tax == (Won(int(tax)) if due else ZERO)
    assert withheld.local_tax == Won(withheld.income_tax.amount // 100 * 10)
