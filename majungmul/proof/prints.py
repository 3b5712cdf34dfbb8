"""인쇄된 숫자 — what a cell prints and the value that it holds are the same figure."""

import re

from majungmul.proof.finding import Finding
from majungmul.proof.spot import Spot, spots
from majungmul.proof.unit import amount, figure, gap, in_won, measure
from majungmul.proof.words import quoted, ro
from majungmul.proof.written import read
from majungmul.values.table import Table


def wrong_prints(table: Table) -> list[Finding]:
    """표기 검산 — every cell's print against its own value, exactly, in the column's unit.

    `-` is 0 in amounts and counts and no value in a ratio; 미정 and an empty cell have no value.
    Where there is no value, words without a digit may stand (수시), and anything in a column without
    a unit, which holds no figures.
    """
    return [finding for spot in spots(table) for finding in _check(spot)]


def _check(spot: Spot) -> list[Finding]:
    """The finding of one cell, if any."""
    printed, value, kind = spot.cell.printed.strip(), spot.value, measure(spot.column.unit)
    if value is None and (not spot.column.unit or _is_words(printed)):
        return []
    written = read(printed, spot.column.unit)
    if written is None:
        return [_finding(spot, "값을 읽을 수 없습니다")]
    if written.measure is not kind or (written.value is None) != (value is None):
        return [_finding(spot, "값과 맞지 않습니다")]
    if value is None or written.value is None or written.value == value:
        return []
    less = written.value - value
    return [
        _finding(spot, f"값과 맞지 않습니다({gap(less, spot.column.unit)})", in_won(less, spot.column.unit))
    ]


def _is_words(printed: str) -> bool:
    """Whether it says something in words only."""
    return read(printed, "") is None and not re.search(r"\d", printed)


def _finding(spot: Spot, what: str, difference: int | None = None) -> Finding:
    """The finding: what is printed, what the value would print, and what is the matter."""
    printed, value, unit = spot.cell.printed.strip(), spot.value, spot.column.unit
    is_readable = read(printed, unit) is not None
    shown = printed or "빈칸"
    held = "없음" if value is None else amount(value, unit)
    return Finding(
        "repeated" if is_readable else "unreadable",
        spot.place,
        printed,
        "" if value is None else figure(value, unit),
        difference,
        f"{spot.line}의 {spot.heading}에 {quoted(shown)}{ro(shown)} 적혀 있어 {what}. 가진 값: {held}.",
    )
