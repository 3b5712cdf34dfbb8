"""칸 — what a file holds before anyone knows what it means."""

from dataclasses import dataclass, field

from majungmul.values.mistake import Mistake

Place = tuple[int, int]
"""The row as a person counts it (from 1), and how many columns stand before the cell (from 0)."""


@dataclass(frozen=True, slots=True)
class Grid:
    """칸 — rows of text by their true number, the cells that cannot be read, and what else is wrong."""

    rows: list[tuple[int, list[str]]]
    unreadable: dict[Place, str] = field(default_factory=dict)
    mistakes: list[Mistake] = field(default_factory=list)


def letters(column: int) -> str:
    """열 글자 — `A` for 0, `Z` for 25, `AA` for 26, as a spreadsheet names its columns."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name
