"""적힌 칸 — a cell's row as its file would write it."""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from majungmul.programmes.plan_cells import print_number, unit_of
from majungmul.stages.plan.models import CellSource, PlanCell
from majungmul.stages.plan.models.tables import Origin

Written = int | Decimal | date | str | dict[str, Any]
"""A number, a day, words, or a figure with more (`programmes.plan.Given`)."""


def given_of(cell: PlanCell, unit: str, sources: Iterable[CellSource], paths: Mapping[UUID, str]) -> Written:
    """적힌 칸 — with the value that is kept, in its own unit or its column's; `paths` name other cells."""
    beside = _beside(sources, paths)
    number = _in_unit(cell, cell.unit or unit)
    if number is None and not beside:
        return _words(cell.printed)
    if number is not None and not beside and not cell.unit and print_number(number) == cell.printed:
        return number
    usual = "" if number is None else f"{print_number(number)}{cell.unit}"
    return {
        **({} if number is None else {"amount": number}),
        **({"unit": cell.unit} if cell.unit else {}),
        **({} if cell.printed == usual else {"printed": cell.printed}),
        **beside,
    }


def _in_unit(cell: PlanCell, unit: str) -> int | Decimal | None:
    """The value as a number of the unit: 1,300 for 1,300,000,000 won in 백만원."""
    if cell.percent or cell.value is None:
        return cell.value
    whole, rest = divmod(cell.value, unit_of(unit).scale)
    return int(whole) if not rest else Decimal(cell.value) / unit_of(unit).scale


def _words(printed: str) -> date | str:
    """Words, or a day that is written as one."""
    try:
        day = date.fromisoformat(printed)
    except ValueError:
        return printed
    return day if day.isoformat() == printed else printed


def _beside(sources: Iterable[CellSource], paths: Mapping[UUID, str]) -> dict[str, Any]:
    """Where else the figure lives or stands."""
    found: dict[str, Any] = {}
    for source in sources:
        if source.of_id is not None:
            path = paths[source.of_id]
            found |= (
                {"same": path} if source.origin == Origin.SAME else {"sum": [*found.get("sum", ()), path]}
            )
        elif source.origin == Origin.TERM:
            found["term"] = source.text
        else:
            place = {"place": source.place, "text": source.text}
            found["printed_again"] = [*found.get("printed_again", ()), place]
    return found
