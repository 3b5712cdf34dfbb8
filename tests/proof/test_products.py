"""산출기초: 250천원 × 90개 × 3회 = 67,500천원."""

import pytest

from majungmul.proof.products import wrong_products
from majungmul.values.table import Cell, Column, Product, Row, Table

COLUMNS = (
    Column("price", "단가", "천원"),
    Column("count", "수량", "개"),
    Column("times", "횟수", "회"),
    Column("amount", "금액", "천원", adds=True, formula=Product(("price", "count", "times"))),
)
EMPTY = Cell()
UNKNOWN = Cell("미정")


def _money(thousands: int) -> Cell:
    return Cell(f"{thousands:,}", thousands * 1000)


def _count(count: int) -> Cell:
    return Cell(f"{count:,}", count)


def _table(price: Cell, count: Cell, times: Cell, amount: Cell) -> Table:
    row = Row("visits", "컨설턴트 운영비", 0, (price, count, times, amount))
    return Table("budget", "소요예산", "천원", COLUMNS, (row,))


@pytest.mark.parametrize(
    ("price", "count", "times", "amount"),
    [
        (_money(250), _count(90), _count(3), _money(67_500)),
        (_money(30), _count(90), _count(3), _money(8_100)),
        (_money(700), _count(12), EMPTY, _money(8_400)),
        (_money(150), _count(5), _count(2), _money(1_500)),
        (EMPTY, EMPTY, EMPTY, _money(6_000)),
        (_money(250), UNKNOWN, _count(3), _money(1)),
        (_money(250), _count(90), _count(3), UNKNOWN),
        (_money(250), Cell("-", 0), _count(3), Cell("-", 0)),
    ],
)
def test_a_product_that_is_right_or_cannot_be_checked(
    price: Cell, count: Cell, times: Cell, amount: Cell
) -> None:
    assert wrong_products(_table(price, count, times, amount)) == []


def test_a_wrong_product_is_found() -> None:
    [found] = wrong_products(_table(_money(250), _count(90), _count(3), _money(67_600)))
    assert (found.kind, found.place) == ("product", "소요예산 > 컨설턴트 운영비 > 금액")
    assert (found.printed, found.expected, found.difference) == ("67,600", "67,500", 100_000)
    assert found.sentence == (
        "‘컨설턴트 운영비’의 산출기초(250천원 × 90개 × 3회)를 곱하면 67,500천원인데 "
        "67,600천원으로 적혀 있습니다(100천원 많음)."
    )


def test_an_empty_factor_is_left_out_and_the_rest_is_checked() -> None:
    [found] = wrong_products(_table(_money(700), _count(12), EMPTY, _money(8_300)))
    assert (found.expected, found.difference) == ("8,400", -100_000)


def test_a_dash_is_a_zero_factor() -> None:
    [found] = wrong_products(_table(_money(700), Cell("-", 0), EMPTY, _money(700)))
    assert found.expected == "-"
