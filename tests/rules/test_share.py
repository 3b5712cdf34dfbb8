"""정률 지원 — a share of what was spent, up to a limit per party and year."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from majungmul.rules.share import LimitUsedUp, Share
from majungmul.values.rate import Rate
from majungmul.values.rounding import Rounding
from majungmul.values.won import ZERO, Won

TRADE = Share(Rate.of(Decimal("0.10")), Rounding.DOWN_TO_WON)
INSURANCE = Share(Rate.of(Decimal("0.20")), Rounding.DOWN_TO_WON, Won(1_000_000))

won = st.integers(min_value=1, max_value=10**11).map(Won)


def granted_in_order(rule: Share, spent: list[Won]) -> list[Won]:
    """What a party is granted in one year for these expenses, in this order."""
    grants: list[Won] = []
    for expense in spent:
        try:
            grants.append(rule.calculate(expense, sum(grants, ZERO)).amount)
        except LimitUsedUp:
            grants.append(ZERO)
    return grants


@pytest.mark.parametrize(
    ("spent", "amount"),
    [
        (9_869_995, 986_999),
        (439_240_956, 43_924_095),
        (363_796_994, 36_379_699),
        (10, 1),
        (9, 0),
    ],
)
def test_trade_is_supported_by_a_tenth_and_less_than_a_won_is_dropped(spent: int, amount: int) -> None:
    assert TRADE.calculate(Won(spent)).amount == Won(amount)


@pytest.mark.parametrize(
    ("premium", "amount"),
    [
        (4_999_999, 999_999),
        (5_000_000, 1_000_000),
        (5_000_001, 1_000_000),
        (5_000_005, 1_000_000),
        (9_000_000, 1_000_000),
    ],
)
def test_insurance_support_stops_at_one_million(premium: int, amount: int) -> None:
    assert INSURANCE.calculate(Won(premium)).amount == Won(amount)


def test_sentence_tells_the_sum() -> None:
    assert TRADE.calculate(Won(9_869_995)).because == "9,869,995원 × 10% = 986,999원(원 미만 절사)"


def test_sentence_tells_the_limit() -> None:
    assert INSURANCE.calculate(Won(9_000_000)).because == (
        "9,000,000원 × 20% = 1,800,000원(원 미만 절사), 업체당 한 해 한도 1,000,000원까지"
    )


def test_second_premium_of_a_year_gets_what_is_left_and_says_so() -> None:
    second = INSURANCE.calculate(Won(3_000_000), Won(600_000))
    assert second.amount == Won(400_000)
    assert "한도 1,000,000원에서 이미 지원한 600,000원을 뺀 400,000원까지" in second.because


def test_premium_that_fits_what_is_left_is_not_cut() -> None:
    second = INSURANCE.calculate(Won(2_000_000), Won(600_000))
    assert second.amount == Won(400_000)
    assert "까지" not in second.because


def test_used_up_limit_is_refused_with_what_was_granted() -> None:
    with pytest.raises(LimitUsedUp, match="올해 한도 1,000,000원을 이미 모두 지원받아") as caught:
        INSURANCE.calculate(Won(1), Won(1_000_000))
    assert caught.value.places == {"limit": Won(1_000_000), "granted": Won(1_000_000)}


def test_limit_that_became_smaller_within_the_year_is_refused_and_takes_nothing_back() -> None:
    with pytest.raises(LimitUsedUp):
        INSURANCE.calculate(Won(5_000_000), Won(1_200_000))


@given(st.lists(won, min_size=1, max_size=12).flatmap(st.permutations))
def test_never_above_the_limit_over_any_order_of_claims_in_a_year(spent: list[Won]) -> None:
    total = sum(granted_in_order(INSURANCE, spent), ZERO)
    wanted = sum(expense.amount // 5 for expense in spent)
    assert total == Won(min(wanted, 1_000_000))


@given(won, st.integers(min_value=2, max_value=20))
def test_splitting_a_bill_gains_nothing(bill: Won, parts: int) -> None:
    part, rest = divmod(bill.amount, parts)
    bills = [Won(part + rest), *[Won(part)] * (parts - 1)]
    whole = INSURANCE.calculate(bill).amount
    assert sum(granted_in_order(INSURANCE, bills), ZERO) <= whole
    assert sum((TRADE.calculate(bill).amount for bill in bills), ZERO) <= TRADE.calculate(bill).amount


@given(won, won)
def test_more_spent_is_never_supported_less(one: Won, other: Won) -> None:
    less, more = sorted([one, other])
    assert INSURANCE.calculate(less).amount <= INSURANCE.calculate(more).amount


@given(won)
def test_every_rounding_stays_within_its_step_of_the_exact_sum(spent: Won) -> None:
    for rounding, below, above in [
        (Rounding.DOWN_TO_WON, 0, 10),
        (Rounding.HALF_UP_TO_WON, -5, 6),
        (Rounding.UP_TO_WON, -9, 1),
        (Rounding.DOWN_TO_TEN_WON, 0, 100),
    ]:
        amount = Share(Rate.of("10%"), rounding).calculate(spent).amount.amount
        assert below <= spent.amount - 10 * amount < above
