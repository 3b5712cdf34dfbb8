"""증감: C less B."""

import pytest

from majungmul.proof.differences import wrong_differences
from majungmul.values.table import Cell, Column, Difference, Row, Table

COLUMNS = (
    Column("b", "’17년(B)", "백만원"),
    Column("c", "’18년(C)", "백만원"),
    Column("change", "증감(C-B)", "백만원", formula=Difference("c", "b")),
)
UNKNOWN = Cell("미정")


def _money(millions: int) -> Cell:
    return Cell(f"{millions:,}" if millions else "-", millions * 1_000_000)


def _table(before: Cell, after: Cell, change: Cell) -> Table:
    row = Row("insurance", "라. PL보험 지원", 0, (before, after, change))
    return Table("comparison", "세부내역", "백만원", COLUMNS, (row,))


@pytest.mark.parametrize(
    ("before", "after", "change"), [(35, 50, 15), (0, 20, 20), (165, 100, -65), (7, 7, 0)]
)
def test_a_difference_that_is_right(before: int, after: int, change: int) -> None:
    assert wrong_differences(_table(_money(before), _money(after), _money(change))) == []


def test_a_wrong_difference_is_found() -> None:
    [found] = wrong_differences(_table(_money(0), _money(20), _money(21)))
    assert (found.kind, found.place) == ("difference", "세부내역 > 라. PL보험 지원 > 증감(C-B)")
    assert (found.printed, found.expected, found.difference) == ("21", "20", 1_000_000)
    assert found.sentence == (
        "‘라. PL보험 지원’의 “’18년(C)”에서 “’17년(B)” 열을 빼면 20백만원인데 "
        "21백만원으로 적혀 있습니다(1백만원 많음)."
    )


def test_a_decrease_is_printed_with_its_triangle() -> None:
    [found] = wrong_differences(_table(_money(35), _money(0), _money(35)))
    assert (found.printed, found.expected, found.difference) == ("35", "△35", 70_000_000)


@pytest.mark.parametrize("missing", [UNKNOWN, Cell()])
def test_what_is_unknown_is_not_checked(missing: Cell) -> None:
    assert wrong_differences(_table(missing, _money(20), _money(21))) == []
    assert wrong_differences(_table(_money(20), missing, _money(21))) == []
    assert wrong_differences(_table(_money(20), _money(21), missing)) == []
