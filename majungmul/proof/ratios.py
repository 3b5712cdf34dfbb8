"""대비 — one column over another, in per cent, to the printed digit."""

from decimal import Decimal
from fractions import Fraction

from majungmul.proof.finding import Finding
from majungmul.proof.spot import Spot, disagreement, spots
from majungmul.values.table import Ratio, Table


def wrong_ratios(table: Table) -> list[Finding]:
    """대비 검산 — every printed ratio; not where a value is missing or the denominator is zero."""
    return [
        finding
        for spot in spots(table)
        if isinstance(spot.column.formula, Ratio)
        for finding in _check(spot, spot.column.formula)
    ]


def percent(numerator: Fraction, denominator: Fraction, digits: int) -> Decimal:
    """백분율 — exact, rounded half up (away from zero) to so many digits: 999 of 1,000 is 99.9."""
    scaled = numerator * 100 * 10**digits / denominator
    whole, rest = divmod(abs(scaled.numerator), scaled.denominator)
    whole += rest * 2 >= scaled.denominator
    return Decimal(whole if scaled >= 0 else -whole).scaleb(-digits)


def _check(spot: Spot, formula: Ratio) -> list[Finding]:
    """The finding of one cell, if any."""
    over, under = spot.beside(formula.numerator), spot.beside(formula.denominator)
    if over.value is None or not under.value:
        return []
    expected = percent(Fraction(over.value), Fraction(under.value), formula.digits)
    how = f"{spot.line}의 {over.heading} 열을 {under.heading} 열로 나누면"
    return disagreement("ratio", spot, expected, how)
