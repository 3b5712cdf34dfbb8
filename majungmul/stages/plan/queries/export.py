"""내보내기 — a plan as the TOML file from which its rows would be made again."""

from collections.abc import Iterator, Mapping
from typing import Any

from majungmul.programmes import plan as file
from majungmul.programmes.plan_cells import Unreadable, print_number, read, value_of
from majungmul.programmes.plan_sheet import unit_in
from majungmul.stages.plan.models import Edition
from majungmul.stages.plan.queries.toml_text import pairs
from majungmul.stages.plan.queries.written import written

ELSEWHERE = {"same", "sum", "term"}
"""A figure with one of these has its value in another place, and here only its print."""


def export(edition: Edition) -> str:
    """내보내기 — the text of `plan-<year>.toml`: reading and adopting it gives the same rows again."""
    plan = written(edition)
    content = plan.model_dump(exclude_defaults=True)
    content["tables"] = [
        _table(table, said) for table, said in zip(content["tables"], plan.tables, strict=True)
    ]
    return "\n".join(_blocks(content))


def _blocks(content: Mapping[str, Any]) -> Iterator[str]:
    """The head, its tables, then each list of tables, in that order."""
    tables = {name: value for name, value in content.items() if isinstance(value, dict)}
    lists = {name: value for name, value in content.items() if isinstance(value, list | tuple)}
    yield pairs({name: value for name, value in content.items() if name not in {*tables, *lists}})
    for name, table in tables.items():
        yield f"[{name}]\n{pairs(table)}"
    for name, elements in lists.items():
        for element in elements:
            inner = {key: value for key, value in element.items() if isinstance(value, dict)}
            yield f"[[{name}]]\n{pairs({key: value for key, value in element.items() if key not in inner})}"
            for key, table in inner.items():
                yield f"[{name}.{key}]\n{pairs(table)}"


def _table(content: dict[str, Any], said: file.WrittenTable) -> dict[str, Any]:
    """A table whose cells are written as short as they may be."""
    units = [unit_in(said, column) for column in said.columns]
    rows = [
        {**row, "cells": [_shortest(cell, unit) for cell, unit in zip(row["cells"], units, strict=True)]}
        for row in content["rows"]
    ]
    return {**content, "rows": rows}


def _shortest(cell: object, unit: str) -> object:
    """A figure is written once: without its value where its print says the same."""
    if not isinstance(cell, dict) or "amount" not in cell or "unit" in cell:
        return cell
    printed = cell.get("printed") or print_number(cell["amount"])
    if not _says(printed, cell["amount"], unit):
        return cell
    rest = {name: value for name, value in cell.items() if name not in ("amount", "printed")}
    if ELSEWHERE & rest.keys():
        return {**rest, "printed": printed}
    return cell if rest or not unit else printed


def _says(printed: str, amount: Any, unit: str) -> bool:  # noqa: ANN401 - a number, as it was validated
    """Whether the print alone gives this value."""
    try:
        return read(printed, unit) == value_of(amount, unit)
    except Unreadable:
        return False
