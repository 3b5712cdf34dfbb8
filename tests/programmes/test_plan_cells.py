"""인쇄된 숫자 — read with its unit."""

from decimal import Decimal

import pytest

from majungmul.programmes.plan_cells import (
    Unit,
    Unreadable,
    own_unit,
    print_number,
    read,
    unit_of,
    value_of,
    with_unit,
)


@pytest.mark.parametrize(
    ("text", "unit", "value"),
    [
        ("128", "백만원", 128_000_000),
        ("1,300백만원", "천원", 1_300_000_000),
        ("250천원", "천원", 250_000),
        ("100만원", "원", 1_000_000),
        ("10만부", "", 100_000),
        ("연 3회", "회", 3),
        ("600여명", "", 600),
        ("12개월", "", 12),
        ("△65", "백만원", -65_000_000),
        ("1.6%", "%", Decimal("1.6")),
        ("96.3", "%", Decimal("96.3")),
        ("-", "천원", 0),
        ("-", "%", None),
        ("미정", "천원", None),
        ("수시", "회", None),
        ("", "원", None),
    ],
)
def test_a_text_is_read_in_its_column(text: str, unit: str, value: int | Decimal | None) -> None:
    assert read(text, unit) == value


@pytest.mark.parametrize("text", ["10만48회", "3~5회", "1.2.3", "스물셋 20"])
def test_what_is_no_figure_is_refused(text: str) -> None:
    with pytest.raises(Unreadable, match=text):
        read(text, "회")


def test_a_fraction_of_a_won_is_refused() -> None:
    with pytest.raises(Unreadable):
        value_of(Decimal("0.5"), "원")
    assert value_of(Decimal("0.5"), "천원") == 500


def test_a_unit_has_a_base_and_a_scale() -> None:
    assert unit_of("백만원") == Unit("원", 1_000_000)
    assert unit_of("개월") == Unit("개월")
    assert own_unit("90명", "") == Unit("명")
    assert own_unit("90", "건") == Unit("건")


def test_a_number_is_printed_as_papers_do() -> None:
    assert [print_number(number) for number in (1_500, -65, 0)] == ["1,500", "△65", "0"]
    assert [with_unit(text, "백만원") for text in ("50", "△65", "-", "1,300천원")] == [
        "50백만원",
        "△65백만원",
        "-",
        "1,300천원",
    ]
