"""표기: what a cell prints and the value that it holds."""

from decimal import Decimal

import pytest

from majungmul.proof.prints import wrong_prints
from majungmul.values.table import Cell, Column, Row, Table, Value


def _table(printed: str, value: Value, unit: str) -> Table:
    row = Row("seoul", "서울", 0, (Cell(printed, value),))
    return Table("t", "이차보전 현황", unit, (Column("budget", "18년 예산", unit),), (row,))


@pytest.mark.parametrize(
    ("printed", "value", "unit"),
    [
        ("150,000", 150_000_000, "천원"),
        ("150,000천원", 150_000_000, "천원"),
        ("△35", -35_000_000, "백만원"),
        ("-", 0, "천원"),
        ("–", 0, "건"),
        ("-", None, "%"),
        ("－", None, "%"),
        ("1.6%", Decimal("1.6"), "%"),
        ("96.3", Decimal("96.3"), "%"),
        ("미정", None, "천원"),
        ("", None, "천원"),
        ("수시", None, "회"),
        ("1,003", 1_003, "명,업체"),
        ("600여명", 600, "명"),
        ("철선", None, ""),
        ("’17. 12. 21.", None, ""),
        ("-", None, ""),
        ("3", 3, ""),
    ],
)
def test_a_print_that_is_its_value(printed: str, value: Value, unit: str) -> None:
    assert wrong_prints(_table(printed, value, unit)) == []


@pytest.mark.parametrize(
    ("printed", "value", "unit", "expected", "difference"),
    [
        ("150,000", 150_000, "천원", "150", 149_850_000),
        ("150,000", 150_000_499, "천원", "150,000.499", -499),
        ("150,000원", 150_000_000, "천원", "150,000", -149_850_000),
        ("-", None, "천원", "", None),
        ("-", Decimal(0), "%", "0", None),
        ("-", 5, "건", "5", None),
        ("미정", 0, "천원", "-", None),
        ("", 7, "건", "7", None),
        ("300", None, "건", "", None),
        ("35", -35, "원", "△35", 70),
        ("5명", 5, "원", "5", None),
        ("96.3", Decimal("96.4"), "%", "96.4", None),
    ],
)
def test_a_print_that_is_another_value_is_found(
    printed: str, value: Value, unit: str, expected: str, difference: int | None
) -> None:
    [found] = wrong_prints(_table(printed, value, unit))
    assert (found.kind, found.place) == ("repeated", "이차보전 현황 > 서울 > 18년 예산")
    assert (found.printed, found.expected, found.difference) == (printed, expected, difference)


def test_the_sentence_tells_how_much() -> None:
    [found] = wrong_prints(_table("150,001", 150_000_000, "천원"))
    assert found.sentence == (
        "‘서울’의 ‘18년 예산’에 ‘150,001’로 적혀 있어 값과 맞지 않습니다(1천원 많음). 가진 값: 150,000천원."
    )


@pytest.mark.parametrize(("printed", "value"), [("3O0", 300), ("3O0", None), ("삼백", 300), ("1,50", 150)])
def test_a_print_that_cannot_be_read_is_found(printed: str, value: Value) -> None:
    [found] = wrong_prints(_table(printed, value, "건"))
    assert (found.kind, found.printed) == ("unreadable", printed)
    assert "값을 읽을 수 없습니다" in found.sentence
