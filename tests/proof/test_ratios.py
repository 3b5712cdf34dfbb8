"""대비: exact, to the printed digit, half up."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from majungmul.proof.ratios import percent, wrong_ratios
from majungmul.values.table import Cell, Column, Ratio, Row, Table, Value

COLUMNS = (
    Column("budget", "예산", "원"),
    Column("settled", "결산", "원"),
    Column("ratio", "대비", "%", formula=Ratio("settled", "budget", 1)),
)


def _table(budget: Value, settled: Value, ratio: str | None) -> Table:
    printed = Cell() if ratio is None else Cell(ratio, Decimal(ratio))
    row = Row("all", "계", 0, (Cell(value=budget), Cell(value=settled), printed))
    return Table("results", "실적", "원", COLUMNS, (row,))


@pytest.mark.parametrize(
    ("budget", "settled", "ratio"),
    [
        (800_000_000, 770_450_186, "96.3"),  # 96.306…
        (95_000_000, 94_857_776, "99.9"),  # 99.850…: half up
        (10_000_000, 9_990_000, "99.9"),
        (15_000_000, 13_500_000, "90.0"),
        (15_000_000, 13_500_000, "90"),
        (20_000, 19_970, "99.9"),  # 99.85 exactly
        (200_000, 199_699, "99.8"),  # 99.8495
        (100, 0, "0.0"),
    ],
)
def test_a_ratio_that_is_right(budget: int, settled: int, ratio: str) -> None:
    assert wrong_ratios(_table(budget, settled, ratio)) == []


def test_a_wrong_ratio_is_found() -> None:
    [found] = wrong_ratios(_table(95_000_000, 94_857_776, "99.8"))
    assert (found.kind, found.place) == ("ratio", "실적 > 계 > 대비")
    assert (found.printed, found.expected, found.difference) == ("99.8", "99.9", None)
    assert found.sentence == (
        "‘계’의 ‘결산’ 열을 ‘예산’ 열로 나누면 99.9%인데 99.8%로 적혀 있습니다(0.1%p 낮음)."
    )


def test_a_ratio_keeps_its_last_zero() -> None:
    [found] = wrong_ratios(_table(15_000_000, 13_500_000, "90.1"))
    assert (found.expected, "(0.1%p 높음)" in found.sentence) == ("90.0", True)


@pytest.mark.parametrize(
    ("budget", "settled", "ratio"), [(0, 5, "1.0"), (None, 5, "1.0"), (5, None, "1.0"), (5, 5, None)]
)
def test_nothing_to_divide_by_is_not_checked(budget: Value, settled: Value, ratio: str | None) -> None:
    assert wrong_ratios(_table(budget, settled, ratio)) == []


def test_halves_go_away_from_zero() -> None:
    assert percent(Fraction(1), Fraction(2000), 1) == Decimal("0.1")
    assert percent(Fraction(-1), Fraction(2000), 1) == Decimal("-0.1")
    assert percent(Fraction(-1), Fraction(2001), 1) == 0


@given(st.integers(-(10**15), 10**15), st.integers(1, 10**15), st.integers(0, 4))
def test_a_ratio_lies_within_half_a_step(numerator: int, denominator: int, digits: int) -> None:
    rounded = Fraction(percent(Fraction(numerator), Fraction(denominator), digits))
    error = rounded - Fraction(numerator * 100, denominator)
    assert abs(error) <= Fraction(1, 2 * 10**digits)
    assert abs(error) * 2 * 10**digits < 1 or abs(rounded) > abs(Fraction(numerator * 100, denominator))
