"""증감 — one column less another."""

from majungmul.proof.finding import Finding
from majungmul.proof.spot import Spot, disagreement, spots
from majungmul.values.table import Difference, Table


def wrong_differences(table: Table) -> list[Finding]:
    """증감 검산 — every printed difference (C-B); not where one of the three has no value."""
    return [
        finding
        for spot in spots(table)
        if isinstance(spot.column.formula, Difference)
        for finding in _check(spot, spot.column.formula)
    ]


def _check(spot: Spot, formula: Difference) -> list[Finding]:
    """The finding of one cell, if any."""
    minuend, subtrahend = spot.beside(formula.minuend), spot.beside(formula.subtrahend)
    if minuend.value is None or subtrahend.value is None:
        return []
    how = f"{spot.line}의 {minuend.heading}에서 {subtrahend.heading} 열을 빼면"
    return disagreement("difference", spot, minuend.value - subtrahend.value, how)
