"""율 — exact, however it is written."""

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from majungmul.values.rate import NotARate, Rate
from majungmul.values.won import Won


@pytest.mark.parametrize("written", [Decimal("0.016"), "0.016", "1.6%", " 1.6% "])
def test_rate_is_the_same_however_it_is_written(written: Decimal | str) -> None:
    assert Rate.of(written) == Rate(Fraction(16, 1000))


@pytest.mark.parametrize("written", [0.02, True, None, Fraction(1, 50)])
def test_rate_refuses_what_is_not_written_exactly(written: object) -> None:
    with pytest.raises(TypeError):
        Rate.of(written)  # type: ignore[arg-type]


def test_rate_is_made_of_a_fraction_only() -> None:
    value: Any = 0.02
    with pytest.raises(TypeError):
        Rate(value)


@pytest.mark.parametrize("written", ["이퍼센트", "", "NaN", "Infinity", "2%%"])
def test_rate_refuses_what_cannot_be_read(written: str) -> None:
    with pytest.raises(NotARate, match="율로 읽을 수 없습니다"):
        Rate.of(written)


def test_rate_times_an_amount_is_exact() -> None:
    assert Rate.of("10%").times(Won(9_869_995)) == Fraction(1_973_999, 2)


@given(st.integers(0, 10_000))
def test_rate_is_printed_as_it_is_read(hundredths: int) -> None:
    rate = Rate(Fraction(hundredths, 10_000))
    assert Rate.of(str(rate)) == rate


def test_rate_is_printed_without_empty_digits() -> None:
    assert [str(Rate.of(each)) for each in ("0.10", "0.016", "1", "0")] == ["10%", "1.6%", "100%", "0%"]
