"""합계: direct parts as printed, unknown parts, missing levels, and made-up tables."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from majungmul.proof.totals import computed, wrong_totals
from majungmul.values.table import Cell, Column, Row, Table, Totals

AMOUNT = Column("amount", "금액", "천원", adds=True)
COUNT = Column("count", "건수", "건", adds=True)


def _money(thousands: int) -> Cell:
    return Cell(f"{thousands:,}" if thousands else "-", thousands * 1000)


def _table(*rows: tuple[int, Cell], totals: Totals = Totals.FIRST, column: Column = AMOUNT) -> Table:
    lines = tuple(Row(str(index), f"행{index}", level, (cell,)) for index, (level, cell) in enumerate(rows))
    return Table("t", "소요예산", column.unit, (column,), lines, totals=totals)


BUDGET = (0, _money(90_000)), (1, _money(67_500)), (1, _money(8_100)), (1, _money(8_400)), (1, _money(6_000))


def test_budget_lines_sum_to_the_whole() -> None:
    assert wrong_totals(_table(*BUDGET)) == []
    assert computed(_table(*BUDGET)) == {"t.0.amount": 90_000_000}


def test_a_wrong_total_is_found_in_won_and_told_in_its_unit() -> None:
    [found] = wrong_totals(_table((0, _money(90_001)), *BUDGET[1:]))
    assert (found.printed, found.expected, found.difference) == ("90,001", "90,000", 1000)
    assert found.place == "소요예산 > 행0 > 금액"
    assert found.sentence == (
        "‘금액’에서 ‘행0’의 부분을 더하면 90,000천원인데 90,001천원으로 적혀 있습니다(1천원 많음)."
    )


def test_too_little_is_told_too() -> None:
    [found] = wrong_totals(_table((0, _money(0)), (1, _money(7))))
    assert (found.printed, found.expected, found.difference) == ("-", "7", -7000)
    assert found.sentence.endswith("7천원인데 0천원으로 적혀 있습니다(7천원 적음).")


def test_a_wrong_count_has_no_difference_in_won() -> None:
    table = _table((0, Cell("4", 4)), (1, Cell("1", 1)), (1, Cell("2", 2)), column=COUNT)
    [found] = wrong_totals(table)
    assert (found.expected, found.difference) == ("3", None)
    assert "(1건 많음)" in found.sentence


def test_a_total_with_a_value_and_no_print_is_found_as_it_would_be_printed() -> None:
    [found] = wrong_totals(_table((0, Cell(value=5000)), (1, _money(4))))
    assert (found.printed, found.expected) == ("5", "4")


def test_totals_may_stand_last() -> None:
    rows = (1, _money(1)), (1, _money(2)), (0, _money(4))
    [found] = wrong_totals(_table(*rows, totals=Totals.LAST))
    assert (found.place, found.expected) == ("소요예산 > 행2 > 금액", "3")


def test_a_table_without_totals_is_not_summed() -> None:
    table = _table((0, _money(5)), (1, _money(1)), totals=Totals.NONE)
    assert (wrong_totals(table), computed(table)) == ([], {})


def test_a_column_that_does_not_add_is_not_summed() -> None:
    table = _table((0, _money(5)), (1, _money(1)), column=replace(AMOUNT, adds=False))
    assert (wrong_totals(table), computed(table)) == ([], {})


@pytest.mark.parametrize("unknown", [Cell("미정"), Cell()])
def test_an_unknown_part_makes_the_sum_unknown(unknown: Cell) -> None:
    table = _table((0, _money(5)), (1, _money(1)), (1, unknown))
    assert (wrong_totals(table), computed(table)) == ([], {})


@pytest.mark.parametrize("unknown", [Cell("미정"), Cell()])
def test_a_total_that_is_not_printed_is_not_checked(unknown: Cell) -> None:
    table = _table((0, unknown), (1, _money(1)), (1, _money(2)))
    assert (wrong_totals(table), computed(table)) == ([], {})


def test_a_dash_is_a_zero_part() -> None:
    assert wrong_totals(_table((0, _money(5)), (1, _money(5)), (1, _money(0)))) == []


def test_a_part_that_is_a_total_counts_as_printed() -> None:
    rows = (0, _money(10)), (1, _money(4)), (2, _money(1)), (2, _money(2)), (1, _money(6))
    [found] = wrong_totals(_table(*rows))
    assert (found.place, found.printed, found.expected) == ("소요예산 > 행0 > 행1 > 금액", "4", "3")


@pytest.mark.parametrize("totals", [Totals.FIRST, Totals.LAST])
def test_a_missing_subtotal_leaves_the_nearest_rows_as_parts(totals: Totals) -> None:
    rows = [(0, _money(10)), (2, _money(3)), (2, _money(4)), (1, _money(2)), (2, _money(2))]
    if totals is Totals.LAST:
        rows.reverse()
    [found] = wrong_totals(_table(*rows, totals=totals))
    assert (found.printed, found.expected) == ("10", "9")


@pytest.mark.parametrize("totals", [Totals.FIRST, Totals.LAST])
def test_a_heading_without_figures_is_no_part(totals: Totals) -> None:
    parts = [(1, Cell()), (2, _money(3)), (2, _money(4)), (1, Cell()), (2, _money(2))]
    whole = [(0, _money(10))]
    rows = whole + parts if totals is Totals.FIRST else parts + whole
    [found] = wrong_totals(_table(*rows, totals=totals))
    assert (found.printed, found.expected) == ("10", "9")


AMOUNTS = st.integers(-(10**9), 10**9)
GROUPS = st.lists(st.lists(AMOUNTS, min_size=1, max_size=5), min_size=1, max_size=5)
PLACES = st.sampled_from([Totals.FIRST, Totals.LAST])


def _made(groups: list[list[int]], totals: Totals) -> Table:
    """A table whose totals are really computed."""
    parts = [[(1, _money(sum(group))), *((2, _money(part)) for part in group)] for group in groups]
    rows = [(0, _money(sum(map(sum, groups)))), *(row for part in parts for row in part)]
    return _table(*(rows if totals is Totals.FIRST else rows[::-1]), totals=totals)


@given(GROUPS, PLACES)
def test_computed_totals_have_no_finding(groups: list[list[int]], totals: Totals) -> None:
    table = _made(groups, totals)
    assert wrong_totals(table) == []
    assert len(computed(table)) == len(groups) + 1


@given(GROUPS, PLACES, AMOUNTS.filter(bool), st.data())
def test_any_changed_total_is_found_by_its_difference(
    groups: list[list[int]], totals: Totals, change: int, data: st.DataObject
) -> None:
    table = _made(groups, totals)
    index = data.draw(st.sampled_from([i for i, row in enumerate(table.rows) if row.level < 2]))
    row = table.rows[index]
    value = row.cells[0].value
    assert isinstance(value, int)
    changed = replace(row, cells=(_money(value // 1000 + change),))
    wrong = replace(table, rows=(*table.rows[:index], changed, *table.rows[index + 1 :]))
    differences = [found.difference for found in wrong_totals(wrong)]
    # The whole above a changed part is found too: it no longer sums its parts as printed.
    own, above = change * 1000, [-change * 1000] * row.level
    assert sorted(differences, key=str) == sorted([own, *above], key=str)
