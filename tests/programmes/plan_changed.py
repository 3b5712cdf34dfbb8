"""A plan with one cell of its own: the tests change a figure and see what that does."""

from datetime import date
from decimal import Decimal
from typing import Any

from majungmul.programmes.plan import Plan, plan

Written = int | Decimal | date | str | dict[str, Any]


def changed(**cells: Written) -> Plan:
    """The plan of 2018 with other cells: `results__news__budget=…` (two underscores for each dot)."""
    content = plan("seoul", 2018).model_dump(exclude_unset=True)
    for path, written in cells.items():
        table, row, column = split(path.replace("__", "."))
        found = next(one for one in content["tables"] if one["key"] == table)
        place = [one["key"] for one in found["columns"]].index(column)
        line = next(one for one in found["rows"] if one["key"] == row)
        line["cells"] = (*line["cells"][:place], written, *line["cells"][place + 1 :])
    return Plan.model_validate(content)


def split(path: str) -> tuple[str, str, str]:
    """Table, row and column: only a row may have dots."""
    table, rest = path.split(".", 1)
    row, column = rest.rsplit(".", 1)
    return table, row, column
