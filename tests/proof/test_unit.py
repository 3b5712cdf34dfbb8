"""단위: figures, how much more or less."""

from decimal import Decimal

import pytest

from majungmul.proof.unit import Number, figure, gap, in_won


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [
        (217_125_290, "원", "217,125,290"),
        (1_300_000_000, "백만원", "1,300"),
        (1_300_000_000, "억원", "13"),
        (1_300_500_000, "백만원", "1,300.5"),
        (-35_000_000, "백만원", "△35"),
        (0, "천원", "-"),
        (0, "명", "-"),
        (Decimal(0), "%", "0"),
        (Decimal("90.0"), "%", "90.0"),
        (10**15, "원", "1,000,000,000,000,000"),
        (1_003, "명,업체", "1,003"),
    ],
)
def test_a_value_as_a_column_prints_it(value: Number, unit: str, words: str) -> None:
    assert figure(value, unit) == words


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [
        (500, "원", "500원 많음"),
        (-1_000_000, "백만원", "1백만원 적음"),
        (500, "백만원", "500원 많음"),
        (-2, "건", "2건 적음"),
        (Decimal("-0.1"), "%", "0.1%p 낮음"),
    ],
)
def test_how_much_more_or_less(value: Number, unit: str, words: str) -> None:
    assert gap(value, unit) == words


def test_only_money_has_a_difference_in_won() -> None:
    assert (in_won(500, "천원"), in_won(5, "명"), in_won(Decimal("0.1"), "%")) == (500, None, None)
