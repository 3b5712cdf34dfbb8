"""열의 셈 — which columns of a brought table are worked out from others, told by their names and by what fits."""

import re
from collections.abc import Callable, Iterator
from dataclasses import astuple, replace
from itertools import permutations

from majungmul.proof.differences import wrong_differences
from majungmul.proof.finding import Finding
from majungmul.proof.products import wrong_products
from majungmul.proof.ratios import wrong_ratios
from majungmul.values.table import Column, Difference, Formula, Product, Ratio, Table

LESS = re.compile(r"증감|차액|잔액|잔여|증가|감소|미집행|불용|남은")
OVER = re.compile(r"율|률|대비|비중|비율|%")
TIMES = re.compile(r"단가|수량|인원|개수|횟수|회수|개월|일수|명수|기준액")
WHOLE = re.compile(r"금액|합계|예산|소요액|산출액|계$|총액")
NEAR = 5
"""So many columns before and after may be what a column is worked out from."""
FEWEST = 2
TELLING = 40
MOST_WRONG = 0.4
"""A formula that more of the rows contradict is not the column's."""

Check = Callable[[Table], list[Finding]]


def with_formulas(table: Table, untold: list[str]) -> Table:
    """열의 셈 — the table with the formula of each column that has one; what looks worked out and is not is told."""
    for column in table.columns:
        candidates = list(_candidates(table, column))
        best = min(
            (found for each in candidates if (found := _tried(table, column, *each))),
            key=lambda found: found[0],
            default=None,
        )
        if best:
            table = best[1]
        elif candidates:
            untold.append(f"‘{column.label}’ 열은 어떻게 셈한 것인지 알 수 없어 곱하거나 빼 보지 못했습니다.")
    return table


def _candidates(table: Table, column: Column) -> Iterator[tuple[Formula, Check]]:
    """What the column may be by its name: a difference, a ratio, a product."""
    others = _near(table, column)
    if LESS.search(column.label):
        alike = [each for each in others if each.unit == column.unit]
        for one, other in permutations(alike, 2):
            yield Difference(one.key, other.key), wrong_differences
    elif column.unit == "%" and OVER.search(column.label):
        digits = _digits(table, column)
        for one, other in permutations([each for each in others if each.unit != "%"], 2):
            if one.unit == other.unit:
                yield Ratio(one.key, other.key, digits), wrong_ratios
    elif WHOLE.search(column.label):
        factors = tuple(each.key for each in others if TIMES.search(each.label))
        if len(factors) > 1:
            yield Product(factors), wrong_products


def _near(table: Table, column: Column) -> list[Column]:
    """The columns beside it, without itself."""
    at = table.column(column.key)
    return [each for each in table.columns[max(0, at - NEAR) : at + NEAR + 1] if each is not column]


def _digits(table: Table, column: Column) -> int:
    """How many digits behind the point are printed."""
    at = table.column(column.key)
    printed = [re.sub(r"[^0-9.]", "", row.cells[at].printed) for row in table.rows]
    return max((len(text.partition(".")[2]) for text in printed), default=0)


def _tried(table: Table, column: Column, formula: Formula, check: Check) -> tuple[int, Table] | None:
    """How many of the first rows contradict the formula, and the table with it; None where too many do."""
    column = replace(column, formula=formula)
    part = _part(table, column, formula)
    filled = sum(row.cells[0].value is not None for row in part.rows)
    wrong = len(check(part))
    if filled < FEWEST or wrong > MOST_WRONG * filled:
        return None
    return wrong, replace(
        table, columns=tuple(column if each.key == column.key else each for each in table.columns)
    )


def _part(table: Table, column: Column, formula: Formula) -> Table:
    """The column first, what it is worked out from, and as many rows as tell."""
    keys = formula.factors if isinstance(formula, Product) else astuple(formula)[:2]
    others = [replace(each, formula=None) for each in table.columns if each.key in keys]
    places = [table.column(each.key) for each in (column, *others)]
    rows = [replace(row, cells=tuple(row.cells[at] for at in places)) for row in table.rows[:TELLING]]
    return replace(table, columns=(column, *others), rows=tuple(rows))
