"""차례 — the letters and numbers before row labels (가. 나. · 1. 2. · 1 2 · 1) 2) · ① ② · (1) (2))."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from majungmul.proof.finding import Finding
from majungmul.proof.spot import place
from majungmul.proof.tree import parents
from majungmul.proof.words import quoted, ro
from majungmul.values.table import Table

LETTERS = "가나다라마바사아자차카타파하거너더러머버서어저처커터퍼허"
NUMBERS = tuple(str(number) for number in range(1, 100))
CIRCLED = "".join(
    chr(code)
    for first, last in ((0x2460, 0x2473), (0x3251, 0x325F), (0x32B1, 0x32BF))
    for code in range(first, last + 1)
)
STYLES: dict[str, tuple[re.Pattern[str], Sequence[str]]] = {
    "가.": (re.compile(rf"([{LETTERS}])\."), LETTERS),
    "가)": (re.compile(rf"([{LETTERS}])\)"), LETTERS),
    # Not a date (12. 21.) and not a decimal (1.5%).
    "1.": (re.compile(r"([1-9][0-9]?)\.(?![0-9]|\s*[0-9]{1,2}\.)"), NUMBERS),
    "1": (re.compile(r"([1-9][0-9]?)\s+(?![0-9])"), NUMBERS),
    "1)": (re.compile(r"([1-9][0-9]?)\)"), NUMBERS),
    "(1)": (re.compile(r"\(([1-9][0-9]?)\)"), NUMBERS),
    "①": (re.compile(rf"([{CIRCLED}])"), CIRCLED),
}


@dataclass(frozen=True, slots=True)
class Sign:
    """항목 기호 — the sign as printed, its style, and its number in the series of that style."""

    printed: str
    style: str
    number: int


def wrong_order(table: Table) -> list[Finding]:
    """차례 검산 — rows of one parent, level and style run from the first sign on, without a gap.

    One finding per jump; the run then goes on from the printed sign (가, 나, 라, 마: only 라). A row
    without a sign neither breaks nor counts; nor does one with the whole label of the row before it
    in the run, which is one item over several rows.
    """
    above = parents(table)
    reached: dict[tuple[int | None, int, str], tuple[int, str]] = {}
    found = []
    for index, row in enumerate(table.rows):
        sign = sign_of(row.label)
        if sign is None:
            continue
        run = (above[index], row.level, sign.style)
        before, label = reached.get(run, (0, ""))
        reached[run] = (sign.number, row.label)
        if sign.number != before + 1 and row.label != label:
            found.append(_finding(table, index, sign, before))
    return found


def sign_of(label: str) -> Sign | None:
    """The sign that a label begins with, if any."""
    for style, (pattern, series) in STYLES.items():
        found = pattern.match(label.strip())
        if found:
            return Sign(found[1], style, list(series).index(found[1]) + 1)
    return None


def _finding(table: Table, index: int, sign: Sign, before: int) -> Finding:
    """The sign that stands there, and the one whose turn it is."""
    expected = "".join(STYLES[sign.style][1][before : before + 1])
    skipped = sign.number - before - 1
    by = f"{skipped}개 건너뜀" if skipped > 0 else "앞으로 되돌아감"
    return Finding(
        "order",
        place(table, index),
        sign.printed,
        expected,
        None,
        f"{quoted(table.rows[index].label)}의 기호는 차례로 ‘{expected}’인데 "
        f"‘{sign.printed}’{ro(sign.printed)} 적혀 있습니다({by}).",
    )
