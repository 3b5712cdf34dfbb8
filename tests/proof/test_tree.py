"""행의 위아래: whose part a row is."""

from majungmul.proof.tree import parents, parts
from majungmul.values.table import Cell, Column, Row, Table, Totals

FIGURE = Cell("1", 1)


def _table(levels: str, totals: Totals, headings: tuple[int, ...] = ()) -> Table:
    rows = tuple(
        Row(str(index), f"행{index}", int(level), (Cell() if index in headings else FIGURE,))
        for index, level in enumerate(levels)
    )
    return Table("t", "표", "건", (Column("count", "건수", "건"),), rows, totals=totals)


def test_parts_follow_a_total_that_stands_first() -> None:
    table = _table("0122122", Totals.FIRST)
    assert parents(table) == [None, 0, 1, 1, 0, 4, 4]
    assert parts(table) == {0: [1, 4], 1: [2, 3], 4: [5, 6]}


def test_parts_precede_a_total_that_stands_last() -> None:
    table = _table("2212210", Totals.LAST)
    assert parents(table) == [2, 2, 6, 5, 5, 6, None]
    assert parts(table) == {2: [0, 1], 5: [3, 4], 6: [2, 5]}


def test_a_table_without_totals_has_rows_above_but_no_parts() -> None:
    table = _table("0101", Totals.NONE)
    assert parents(table) == [None, 0, None, 2]
    assert parts(table) == {}


def test_a_heading_holds_its_rows_and_is_no_part() -> None:
    table = _table("12211210", Totals.LAST, headings=(0, 4))
    assert parents(table) == [7, 0, 0, 7, 7, 4, 7, None]
    assert parts(table) == {3: [1, 2], 6: [5], 7: [3, 6]}


def test_an_empty_row_with_nothing_under_it_is_a_part() -> None:
    assert parts(_table("011", Totals.FIRST, headings=(1,))) == {0: [1, 2]}
