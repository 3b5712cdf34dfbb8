"""원 — whole won: what it does, what it refuses, how it is split."""

import operator
from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from majungmul.values.won import LIMIT, ZERO, CannotSplit, TooLarge, Won, split, total

AMOUNTS = st.integers(-(10**12), 10**12)
WEIGHTS = st.lists(st.integers(0, 10**6), min_size=1, max_size=30).filter(any)


def test_won_adds_subtracts_multiplies_by_a_count_and_compares() -> None:
    assert Won(23_159_000) + Won(36_326_250) == Won(59_485_250)
    assert Won(800_000_000) - Won(770_450_186) == Won(29_549_814)
    assert Won(250_000) * 90 * 3 == 3 * (90 * Won(250_000)) == Won(67_500_000)
    assert -Won(5) < ZERO < Won(5)
    assert total([Won(1), Won(2)]) == Won(3)
    assert total([]) == ZERO
    assert not ZERO
    assert Won(1)


@pytest.mark.parametrize("other", [1.0, True, "1", Decimal(1), None])
def test_won_takes_nothing_but_an_int(other: object) -> None:
    with pytest.raises(TypeError):
        Won(other)  # type: ignore[arg-type]


@pytest.mark.parametrize("by", [operator.truediv, operator.floordiv, operator.mod])
@pytest.mark.parametrize("other", [2, Won(2)])
def test_won_does_not_divide(by: Callable[[object, object], object], other: object) -> None:
    with pytest.raises(TypeError):
        by(Won(10), other)


@pytest.mark.parametrize("other", [1, 0.5, True, "1"])
def test_won_adds_only_won(other: object) -> None:
    with pytest.raises(TypeError):
        Won(10) + other  # type: ignore[operator]


@pytest.mark.parametrize("other", [0.5, True, Decimal(2), Won(2)])
def test_won_is_multiplied_only_by_a_count(other: object) -> None:
    with pytest.raises(TypeError):
        Won(10) * other  # type: ignore[operator]


def test_won_is_bounded_on_both_sides() -> None:
    assert Won(LIMIT).amount == 10**15
    for beyond in (LIMIT + 1, -LIMIT - 1, 2**63):
        with pytest.raises(TooLarge, match="1,000조"):
            Won(beyond)


def test_won_is_written_as_people_write_it() -> None:
    assert str(Won(1_581_794_178)) == "1,581,794,178원"
    assert str(Won(-500)) == "△500원"


def test_split_gives_the_odd_won_to_the_largest_remainder() -> None:
    assert split(Won(100), [1, 1, 1]) == (Won(34), Won(33), Won(33))
    assert split(Won(10), [1, 3]) == (Won(3), Won(7))
    assert split(Won(-100), [1, 1, 1]) == (Won(-34), Won(-33), Won(-33))


def test_split_by_nothing_is_refused() -> None:
    with pytest.raises(CannotSplit):
        split(Won(100), [0, 0])
    with pytest.raises(ValueError, match="negative"):
        split(Won(100), [1, -1])


@given(AMOUNTS, WEIGHTS)
def test_parts_always_sum_to_the_whole_and_are_less_than_a_won_off(amount: int, weights: list[int]) -> None:
    parts = split(Won(amount), weights)
    assert total(parts) == Won(amount)
    for part, weight in zip(parts, weights, strict=True):
        assert abs(part.amount * sum(weights) - amount * weight) < sum(weights)
