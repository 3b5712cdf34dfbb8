"""끝수 처리 — by name, once, the same for both signs."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from majungmul.values.rounding import Rounding
from majungmul.values.won import Won

HALF = Fraction(1_973_999, 2)


@pytest.mark.parametrize(
    ("rounding", "won"),
    [
        (Rounding.DOWN_TO_WON, 986_999),
        (Rounding.HALF_UP_TO_WON, 987_000),
        (Rounding.UP_TO_WON, 987_000),
        (Rounding.DOWN_TO_TEN_WON, 986_990),
    ],
)
def test_half_a_won_by_each_name(rounding: Rounding, won: int) -> None:
    assert rounding.apply(HALF) == Won(won)
    assert rounding.apply(-HALF) == Won(-won)


@pytest.mark.parametrize("rounding", list(Rounding))
@pytest.mark.parametrize("exact", [0.5, True, "1"])
def test_rounding_refuses_what_is_not_exact(rounding: Rounding, exact: object) -> None:
    with pytest.raises(TypeError):
        rounding.apply(exact)  # type: ignore[arg-type]


@given(st.fractions(-(10**12), 10**12))
def test_each_name_stays_on_its_side(exact: Fraction) -> None:
    size = abs(exact)
    down, up = (abs(each.apply(exact).amount) for each in (Rounding.DOWN_TO_WON, Rounding.UP_TO_WON))
    assert down <= size <= up
    assert size - down < 1
    assert up - size < 1
    assert abs(abs(Rounding.HALF_UP_TO_WON.apply(exact).amount) - size) <= Fraction(1, 2)
    assert Rounding.DOWN_TO_TEN_WON.apply(exact).amount % 10 == 0


@given(st.integers(-(10**12), 10**12))
def test_whole_won_stay_as_they_are(won: int) -> None:
    for rounding in (Rounding.DOWN_TO_WON, Rounding.HALF_UP_TO_WON, Rounding.UP_TO_WON):
        assert rounding.apply(won) == Won(won)
