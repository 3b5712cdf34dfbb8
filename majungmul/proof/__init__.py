"""검산 — checks the arithmetic of tables, wherever they come from.

`check` is the whole of it: every check over every table, in order. A check is a pure function of a
table which returns what it found; one file each. `computed` gives the sums that totals should show.
"""

from collections.abc import Callable, Iterable

from majungmul.proof.differences import wrong_differences
from majungmul.proof.finding import Finding
from majungmul.proof.order import wrong_order
from majungmul.proof.prints import wrong_prints
from majungmul.proof.products import wrong_products
from majungmul.proof.ratios import wrong_ratios
from majungmul.proof.repeated import wrong_repeats
from majungmul.proof.totals import computed, wrong_totals
from majungmul.values.table import Table

__all__ = ["CHECKS", "Finding", "check", "computed"]

CHECKS: tuple[Callable[[Table], list[Finding]], ...] = (
    wrong_totals,
    wrong_differences,
    wrong_ratios,
    wrong_products,
    wrong_repeats,
    wrong_prints,
    wrong_order,
)


def check(tables: Iterable[Table]) -> list[Finding]:
    """검산 — all findings: table by table, check by check, each in reading order."""
    return [finding for table in tables for wrong in CHECKS for finding in wrong(table)]
