"""합계 — a total is the sum of its direct parts, as printed."""

from collections.abc import Iterator

from majungmul.proof.finding import Finding
from majungmul.proof.spot import Spot, disagreement
from majungmul.proof.tree import parts
from majungmul.proof.unit import Number
from majungmul.values.table import Table


def wrong_totals(table: Table) -> list[Finding]:
    """합계 검산 — every printed total against the sum of its direct parts, in columns that add.

    A part that is itself a total counts as printed. Where a part is unknown, so is the sum.
    """
    return [
        finding
        for spot, total in _sums(table)
        for finding in disagreement("total", spot, total, f"{spot.heading}에서 {spot.line}의 부분을 더하면")
    ]


def computed(table: Table) -> dict[str, Number]:
    """계산한 합계 — the path of each printed total, and the sum of its direct parts."""
    return {table.path(spot.row, spot.column): total for spot, total in _sums(table)}


def _sums(table: Table) -> Iterator[tuple[Spot, Number]]:
    """Each printed total whose parts are all known, in reading order, and their sum."""
    adding = [column for column in table.columns if column.adds]
    for index, below in sorted(parts(table).items()):
        for column in adding:
            total = Spot(table, index, column)
            values = [Spot(table, part, column).value for part in below]
            known = [value for value in values if value is not None]
            if total.value is not None and len(known) == len(values):
                yield total, sum(known)
