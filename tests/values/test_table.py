"""표 — its shape, and the names of its figures."""

import pytest

from majungmul.values.table import Cell, Column, Row, Table

COLUMNS = (Column("budget", "예산", "천원", adds=True), Column("people", "참여", "명"))


def test_every_figure_has_one_name() -> None:
    table = Table(
        "budget",
        "소요예산",
        "천원",
        COLUMNS,
        (Row("venue", "대관", 1, (Cell("15,000", 15_000_000), Cell())),),
    )
    assert table.path(table.rows[0], table.columns[table.column("people")]) == "budget.venue.people"


def test_a_row_without_a_cell_for_each_column_is_a_bug() -> None:
    with pytest.raises(ValueError, match="1 cells for 2 columns"):
        Table(
            "budget", "소요예산", "천원", COLUMNS, (Row("venue", "대관", 1, (Cell("15,000", 15_000_000),)),)
        )
