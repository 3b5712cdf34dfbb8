"""다시 인쇄된 숫자 — the same figure in another place, perhaps in another unit."""

from decimal import Decimal

from majungmul.proof.finding import Finding
from majungmul.proof.spot import Spot, spots
from majungmul.proof.unit import Measure, amount, figure, gap, in_won, measure
from majungmul.proof.words import quoted, ro
from majungmul.proof.written import read
from majungmul.values.table import Again, Table


def wrong_repeats(table: Table) -> list[Finding]:
    """재기재 검산 — every figure against the places where it is printed again.

    The value is compared at the precision of the text: 770,450,186원 is 770백만원. A text agrees
    when the value rounded half up *or* cut down to its unit equals it, because papers do both.
    Money must be written with its unit; what cannot be read is a finding of its own.
    """
    return [finding for spot in spots(table) for again in spot.cell.again for finding in _check(spot, again)]


def _check(spot: Spot, again: Again) -> list[Finding]:
    """The finding of one place, if any."""
    kind = measure(spot.column.unit)
    written = read(again.text, spot.column.unit)
    if written is None or (written.is_bare and kind is Measure.MONEY):
        return [_unreadable(spot, again)]
    if spot.value is None or written.value is None or written.measure is not kind:
        is_same = written.value is None and spot.value is None
        return [] if is_same else [_unlike(spot, again)]
    value = Decimal(spot.value)
    if written.agrees_with(value):
        return []
    # Both as printed: the difference is one of whole steps (1백만원), not of what rounding left out.
    less = written.value - written.rounded(value)
    return [_wrong(spot, again, written.rewritten(value), less, written.unit)]


def _wrong(spot: Spot, again: Again, expected: str, less: Decimal, unit: str) -> Finding:
    """Both are figures of one kind, and do not agree."""
    text = again.text.strip()
    by = gap(less, unit if measure(unit) is Measure.MONEY else spot.column.unit)
    return Finding(
        "repeated",
        spot.place,
        text,
        expected,
        in_won(less, spot.column.unit),
        f"{_figure(spot)}을 옮기면 {expected}인데 {quoted(again.place)}에는 "
        f"{text}{ro(text)} 적혀 있습니다({by}).",
    )


def _unlike(spot: Spot, again: Again) -> Finding:
    """One is a figure and the other is none, or they measure different things."""
    text = again.text.strip()
    return Finding(
        "repeated",
        spot.place,
        text,
        _expected(spot),
        None,
        f"{_figure(spot)}이 {quoted(again.place)}에는 {quoted(text)}{ro(text)} 적혀 있습니다. "
        "어느 쪽이 맞는지 확인해 주십시오.",
    )


def _unreadable(spot: Spot, again: Again) -> Finding:
    """The text is no figure with a unit."""
    return Finding(
        "unreadable",
        spot.place,
        again.text,
        _expected(spot),
        None,
        f"{quoted(again.place)}의 {quoted(again.text)}에서 숫자와 단위를 읽을 수 없습니다. "
        f"‘1,300백만원’처럼 단위까지 적어 주십시오.",
    )


def _figure(spot: Spot) -> str:
    """`‘계’의 ‘결산’ 값(770,450,186원)`."""
    words = spot.cell.printed if spot.value is None else amount(spot.value, spot.column.unit)
    return f"{spot.line}의 {spot.heading} 값({words or '없음'})"


def _expected(spot: Spot) -> str:
    """The figure as its own column prints it."""
    return spot.cell.printed.strip() if spot.value is None else figure(spot.value, spot.column.unit)
