"""산출기초 — a price times a count, so many times."""

from math import prod

from majungmul.proof.finding import Finding
from majungmul.proof.spot import Spot, disagreement, spots
from majungmul.proof.unit import amount
from majungmul.values.table import Product, Table


def wrong_products(table: Table) -> list[Finding]:
    """산출기초 검산 — every printed product (250천원 × 90개 × 3회).

    An empty factor is left out; a row without factors, or with one that is unknown, is not checked.
    """
    return [
        finding
        for spot in spots(table)
        if isinstance(spot.column.formula, Product)
        for finding in _check(spot, spot.column.formula)
    ]


def _check(spot: Spot, formula: Product) -> list[Finding]:
    """The finding of one cell, if any."""
    factors = [spot.beside(key) for key in formula.factors]
    written = [factor for factor in factors if factor.cell.printed.strip() or factor.value is not None]
    known = {factor: factor.value for factor in written if factor.value is not None}
    if not known or len(known) < len(written):
        return []
    basis = " × ".join(amount(value, factor.column.unit) for factor, value in known.items())
    return disagreement("product", spot, prod(known.values()), f"{spot.line}의 산출기초({basis})를 곱하면")
