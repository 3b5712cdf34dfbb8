"""인쇄 — how commands print: JSON for machines, tables and bars for people."""

import json
import sys
from decimal import Decimal
from typing import TYPE_CHECKING

from majungmul.values.table import Table

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table as Grid

BAR = "█"
BAR_WIDTH = 40
PIPE_WIDTH = 140


def print_json(value: object) -> None:
    """Exactly one JSON value on stdout, in UTF-8 whatever the terminal speaks."""
    text = json.dumps(value, ensure_ascii=False, indent=2, default=_plain)
    sys.stdout.buffer.write(text.encode() + b"\n")


def _plain(value: object) -> str:
    if isinstance(value, Decimal):
        return str(value)
    message = f"{type(value).__name__} has no plain form"
    raise TypeError(message)


def console() -> "Console":
    """The terminal, or a page of fixed width where the output is piped."""
    from rich.console import Console  # noqa: PLC0415 - JSON is printed without it

    return Console(highlight=False, width=None if sys.stdout.isatty() else PIPE_WIDTH)


def grid(title: str, *headings: str, caption: str = "") -> "Grid":
    """An empty grid with these headings."""
    from rich.table import Table as Grid  # noqa: PLC0415 - JSON is printed without it

    made = Grid(title=title, caption=caption or None, title_justify="left", caption_justify="right")
    for heading in headings:
        made.add_column(heading)
    return made


def grid_of(table: Table) -> "Grid":
    """A table of figures as a person reads it: totals bold, numbers to the right."""
    made = grid(table.title, "구분", caption=f"(단위 : {table.unit})" if table.unit else "")
    shown = [
        index for index in range(len(table.columns)) if any(row.cells[index].printed for row in table.rows)
    ]
    for index in shown:
        is_figures = any(row.cells[index].value is not None for row in table.rows)
        made.add_column(table.columns[index].label, justify="right" if is_figures else "left")
    deepest = max((row.level for row in table.rows), default=0)
    for row in table.rows:
        style = "bold" if row.level < deepest else ""
        made.add_row(
            "  " * row.level + row.label, *(row.cells[index].printed for index in shown), style=style
        )
    return made


def bars(title: str, amounts: dict[str, int], unit: str) -> str:
    """Amounts as bars of text, the largest over the full width."""
    most = max(amounts.values(), default=0) or 1
    lines = [
        f"  {label:<6} {BAR * (amount * BAR_WIDTH // most):<{BAR_WIDTH}} {amount:>6,}{unit}"
        for label, amount in amounts.items()
    ]
    return "\n".join([title, *lines])
