"""단가 지원 — a price for each, so many of them, so many times."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from majungmul.rules.unit_price import TooManyTimes, UnitPrice
from majungmul.values.won import Won

CONSULTANT = UnitPrice(Won(250_000), "개", most_times=3)
COMMITTEE = UnitPrice(Won(150_000), "명")
NEWS = UnitPrice(Won(15_000), "업체", times_unit="년")

counts = st.integers(min_value=1, max_value=10_000)


@pytest.mark.parametrize(
    ("rule", "count", "times", "amount"),
    [
        (CONSULTANT, 90, 3, 67_500_000),
        (CONSULTANT, 1, 1, 250_000),
        (COMMITTEE, 5, 2, 1_500_000),
        (COMMITTEE, 4, 1, 600_000),
        (NEWS, 666, 1, 9_990_000),
    ],
)
def test_price_by_count_by_times(rule: UnitPrice, count: int, times: int, amount: int) -> None:
    assert rule.calculate(count, times).amount == Won(amount)


def test_sentence_tells_price_count_and_times_with_their_units() -> None:
    assert CONSULTANT.calculate(90, 3).because == "250,000원 × 90개 × 3회 = 67,500,000원"
    assert NEWS.calculate(1_000).because == "15,000원 × 1,000업체 × 1년 = 15,000,000원"


def test_third_visit_is_paid_and_a_fourth_is_refused() -> None:
    assert CONSULTANT.calculate(1, 3).amount == Won(750_000)
    with pytest.raises(TooManyTimes, match="적힌 횟수는 4회인데 지원하는 횟수는 3회까지") as caught:
        CONSULTANT.calculate(1, 4)
    assert caught.value.places == {"most": 3, "times": 4, "times_unit": "회"}


def test_times_are_free_where_the_terms_set_no_most() -> None:
    assert COMMITTEE.calculate(5, 100).amount == Won(75_000_000)


@given(counts, counts, counts)
def test_counting_in_one_list_or_in_two_is_the_same(one: int, other: int, times: int) -> None:
    both = COMMITTEE.calculate(one + other, times).amount
    assert COMMITTEE.calculate(one, times).amount + COMMITTEE.calculate(other, times).amount == both


@given(counts, counts)
def test_count_and_times_may_change_places(count: int, times: int) -> None:
    assert COMMITTEE.calculate(count, times).amount == COMMITTEE.calculate(times, count).amount
