"""단위 — how a value is printed in a unit, and how much more or less that is, in words."""

from decimal import Decimal
from enum import Enum

Number = int | Decimal

SCALES = {
    "": 0,
    "천": 3,
    "만": 4,
    "십만": 5,
    "백만": 6,
    "천만": 7,
    "억": 8,
    "십억": 9,
    "백억": 10,
    "천억": 11,
    "조": 12,
}
MONEY = {f"{scale}원": exponent for scale, exponent in SCALES.items()}
PERCENT = ("%", "%p")


class Measure(Enum):
    """재는 것 — what a unit measures."""

    MONEY = "금액"
    RATIO = "비율"
    COUNT = "수"


def measure(unit: str) -> Measure:
    """What a unit measures: 백만원 money, % a ratio, all else a count."""
    if unit in MONEY:
        return Measure.MONEY
    return Measure.RATIO if unit in PERCENT else Measure.COUNT


def number(value: Number, unit: str) -> str:
    """The digits of a value in its unit: `217,125,290`, `96.3`, `△35`; money is kept in won."""
    digits = format(abs(Decimal(value)).scaleb(-MONEY.get(unit, 0)), ",f")
    if unit in MONEY and "." in digits:
        digits = digits.rstrip("0").rstrip(".")
    return f"△{digits}" if value < 0 else digits


def figure(value: Number, unit: str) -> str:
    """The digits as a paper prints them in a column: a zero amount or count is `-`."""
    return "-" if value == 0 and measure(unit) is not Measure.RATIO else number(value, unit)


def amount(value: Number, unit: str) -> str:
    """The digits with their unit: `1,300백만원`."""
    return f"{number(value, unit)}{unit}"


def in_won(value: Number, unit: str) -> int | None:
    """The value in won; None where the unit is no money."""
    return int(value) if unit in MONEY else None


def gap(value: Number, unit: str) -> str:
    """차이 — how much more or less: `500원 많음`, `0.1%p 낮음`; in won where the unit is too coarse."""
    if measure(unit) is Measure.RATIO:
        return f"{amount(abs(Decimal(value)), '%p')} {'높음' if value > 0 else '낮음'}"
    if value % 10 ** MONEY.get(unit, 0):
        unit = "원"
    return f"{amount(abs(Decimal(value)), unit)} {'많음' if value > 0 else '적음'}"
