"""적힌 표 — the tables of an edition as its file would write them."""

from collections.abc import Iterable
from typing import Any, TypeVar
from uuid import UUID

from majungmul.stages.plan.models import CellSource, Edition, Part, PlanCell, PlanColumn, PlanRow, PlanTable
from majungmul.stages.plan.queries.written_cells import Written, given_of

Said = TypeVar("Said", bound=Part)


class TablesOf:
    """표의 모든 줄 — the columns, rows, cells and sources of an edition, each read once."""

    def __init__(self, edition: Edition) -> None:
        """Five queries, however large the tables are."""
        self.tables = list(PlanTable.objects.filter(edition=edition).order_by("order"))
        self.columns = _by("table_id", PlanColumn.objects.filter(edition=edition).order_by("order"))
        self.rows = _by("table_id", PlanRow.objects.filter(edition=edition).order_by("order"))
        self.sources = _by("cell_id", CellSource.objects.filter(edition=edition).order_by("order"))
        cells = PlanCell.objects.filter(edition=edition)
        self.cells = {(cell.row_id, cell.column_id): cell for cell in cells}
        self._paths = self._paths_of_cells()

    def written(self) -> list[dict[str, Any]]:
        """적힌 표 — in the order of the paper."""
        return [self._table(table) for table in self.tables]

    def _table(self, table: PlanTable) -> dict[str, Any]:
        rows = self.rows[table.pk]
        again = {"place": table.again, "rows": [row.again for row in rows]}
        return {
            "key": table.key,
            "title": table.title,
            "unit": table.unit,
            "totals": table.totals,
            "columns": [_column(column) for column in self.columns[table.pk]],
            "rows": [self._row(table, row) for row in rows],
            **({"printed_again": again} if table.again else {}),
        }

    def _row(self, table: PlanTable, row: PlanRow) -> dict[str, Any]:
        cells = [self._given(table, row, column) for column in self.columns[table.pk]]
        return {"key": row.key, "level": row.level, "label": row.label, "cells": cells}

    def _given(self, table: PlanTable, row: PlanRow, column: PlanColumn) -> Written:
        cell = self.cells.get((row.pk, column.pk))
        if cell is None:
            return ""
        unit = table.unit if column.unit is None else column.unit
        return given_of(cell, unit, self.sources.get(cell.pk, []), self._paths)

    def _paths_of_cells(self) -> dict[UUID, str]:
        """`table.row.column` of each cell, by which others name it."""
        tables = {table.pk: table.key for table in self.tables}
        columns = {column.pk: column.key for each in self.columns.values() for column in each}
        rows = {row.pk: f"{tables[row.table_id]}.{row.key}" for each in self.rows.values() for row in each}
        return {cell.pk: f"{rows[row]}.{columns[column]}" for (row, column), cell in self.cells.items()}


def _by(owner: str, parts: Iterable[Said]) -> dict[UUID, list[Said]]:
    """Those of each owner together, in their order."""
    found: dict[UUID, list[Said]] = {}
    for part in parts:
        found.setdefault(getattr(part, owner), []).append(part)
    return found


def _column(column: PlanColumn) -> dict[str, Any]:
    own = {} if column.unit is None else {"unit": column.unit}
    formula = {column.formula: column.of.split()} if column.formula else {}
    return {
        "key": column.key,
        "label": column.label,
        "adds": column.adds,
        "digits": column.digits,
        **own,
        **formula,
    }
