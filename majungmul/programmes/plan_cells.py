"""인쇄된 숫자 — what a text says in a column of some unit: `1,300백만원`, `연 3회`, `600여명`, `-`, 미정."""

import re
from dataclasses import dataclass
from decimal import Decimal

from majungmul.values.refusal import Refusal
from majungmul.values.table import Value

UNKNOWN = "미정"
NOTHING = "-"
PERCENT = "%"
WON = "원"
SCALES = {
    "천": 1_000,
    "만": 10_000,
    "십만": 100_000,
    "백만": 1_000_000,
    "천만": 10_000_000,
    "억": 100_000_000,
}
SCALED = re.compile(rf"({'|'.join(sorted(SCALES, key=len, reverse=True))})({WON}|부|명|개)")
PRINTED = re.compile(
    r"(?:연|총|약)?\s*(?P<less>△)?(?P<digits>[0-9][0-9,]*(?:\.[0-9]+)?)여?\s*(?P<unit>[가-힣%]*)"
)


class Unreadable(Refusal):
    """읽을 수 없는 숫자."""

    sentence = (
        "‘{text}’에서 숫자를 읽을 수 없습니다. ‘1,300백만원’, ‘3회’, ‘2%’, ‘-’, ‘미정’처럼 적어 주십시오."
    )


@dataclass(frozen=True, slots=True)
class Unit:
    """단위 — the base in which values are kept (원, %, 명 …), and how many of it one printed step is."""

    base: str
    scale: int = 1


def unit_of(words: str) -> Unit:
    """`백만원` is 원 by the million, `만부` 부 by ten thousand, `명` 명."""
    found = SCALED.fullmatch(words)
    return Unit(found[2], SCALES[found[1]]) if found else Unit(words)


def value_of(number: int | Decimal, unit: str) -> int | Decimal:
    """The value of a number written in a unit: whole won, a count, or an exact decimal of per cent."""
    if unit == PERCENT:
        return Decimal(number)
    scaled = number * unit_of(unit).scale
    if scaled != int(scaled):
        raise Unreadable(text=number)
    return int(scaled)


def print_number(number: int | Decimal) -> str:
    """The digits as a paper prints them: `1,500`, `△65`."""
    return f"{'△' if number < 0 else ''}{abs(number):,}"


def read(text: str, unit: str) -> Value:
    """The value of a text in a column of this unit; None for 미정, for words, for a rate not offered."""
    if text == NOTHING:
        return None if unit == PERCENT else 0
    if text == UNKNOWN or not re.search(r"[0-9]", text):
        return None
    found = PRINTED.fullmatch(text)
    if found is None:
        raise Unreadable(text=text)
    number = Decimal(found["digits"].replace(",", "")) * (-1 if found["less"] else 1)
    return value_of(number, found["unit"] or unit)


def own_unit(text: str, unit: str) -> Unit:
    """The unit that is printed with the number, or else the column's."""
    found = PRINTED.fullmatch(text)
    return unit_of(found["unit"] if found and found["unit"] else unit)


def with_unit(text: str, unit: str) -> str:
    """The printed text, with the column's unit where it bears none: `50` → `50백만원`."""
    return f"{text}{unit}" if re.fullmatch(r"△?[0-9][0-9,.]*", text) else text
