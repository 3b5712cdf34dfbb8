"""행의 위아래 — which row a row belongs to, by level and by where totals stand."""

from collections.abc import Sequence

from majungmul.values.table import Row, Table, Totals


def parents(table: Table) -> list[int | None]:
    """상위 행 — for each row the row it belongs to, by position; None at the top.

    Where totals stand last a row belongs to the total below it, unless a heading above holds it.
    """
    above = _nearest_lower([row.level for row in table.rows])
    if table.totals is not Totals.LAST:
        return above
    below = _backwards([row.level for row in table.rows])
    return [
        up if up is not None and _is_heading(table.rows, up) else down
        for up, down in zip(above, below, strict=True)
    ]


def parts(table: Table) -> dict[int, list[int]]:
    """부분 — the direct parts of each total, by position: the nearest rows below it in level.

    A heading (no figures of its own, deeper rows after it) is no part; its rows belong to the total.
    """
    if table.totals is Totals.NONE:
        return {}
    rows = [index for index in range(len(table.rows)) if not _is_heading(table.rows, index)]
    levels = [table.rows[index].level for index in rows]
    owners = _nearest_lower(levels) if table.totals is Totals.FIRST else _backwards(levels)
    found: dict[int, list[int]] = {}
    for index, owner in zip(rows, owners, strict=True):
        if owner is not None:
            found.setdefault(rows[owner], []).append(index)
    return found


def _is_heading(rows: Sequence[Row], index: int) -> bool:
    """Whether the row has no figure at all and the next one lies deeper."""
    is_bare = all(not cell.printed.strip() and cell.value is None for cell in rows[index].cells)
    return is_bare and index + 1 < len(rows) and rows[index + 1].level > rows[index].level


def _nearest_lower(levels: Sequence[int]) -> list[int | None]:
    """For each place the nearest earlier place with a lower level."""
    found: list[int | None] = []
    held: list[int] = []
    for index, level in enumerate(levels):
        while held and levels[held[-1]] >= level:
            held.pop()
        found.append(held[-1] if held else None)
        held.append(index)
    return found


def _backwards(levels: Sequence[int]) -> list[int | None]:
    """For each place the nearest later place with a lower level."""
    last = len(levels) - 1
    return [None if up is None else last - up for up in _nearest_lower(levels[::-1])][::-1]
