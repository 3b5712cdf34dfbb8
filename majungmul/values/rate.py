"""율 — an exact rate."""

from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from fractions import Fraction

from majungmul.values.refusal import Refusal
from majungmul.values.won import Won


class NotARate(Refusal):
    """율이 아님."""

    sentence = "‘{found}’은(는) 율로 읽을 수 없습니다. ‘0.02’ 또는 ‘2%’처럼 적어 주십시오."


@dataclass(frozen=True, slots=True, order=True)
class Rate:
    """율 — an exact fraction, written as the law prints it (`0.02`). It refuses floats."""

    value: Fraction

    def __post_init__(self) -> None:
        """Refuse what is not exact."""
        if type(self.value) is not Fraction:
            message = f"Rate takes a Fraction, not {type(self.value).__name__}: {self.value!r}"
            raise TypeError(message)

    @classmethod
    def of(cls, written: Decimal | int | str) -> "Rate":
        """The rate as written: `Decimal("0.02")`, `0`, `"0.02"` or `"2%"`. Refuses a float as a bug."""
        if isinstance(written, bool) or not isinstance(written, Decimal | int | str):
            message = f"a rate is written as a Decimal, int or str, not {type(written).__name__}"
            raise TypeError(message)
        text = str(written).strip()
        try:
            number = Decimal(text.removesuffix("%"))
        except InvalidOperation:
            raise NotARate(found=text) from None
        if not number.is_finite():
            raise NotARate(found=text)
        return cls(Fraction(number) / (100 if text.endswith("%") else 1))

    def times(self, amount: Won) -> Fraction:
        """The exact product, in won and fractions of it; a `Rounding` makes Won of it, once."""
        return self.value * amount.amount

    @property
    def percent(self) -> str:
        """`2`, `1.6`: the per cent as a decimal string (a rate written as a decimal always ends)."""
        hundredfold = self.value * 100
        number = Decimal(hundredfold.numerator) / Decimal(hundredfold.denominator)
        return format(number.normalize(), "f")

    def __str__(self) -> str:
        """As people write it: `2%`."""
        return f"{self.percent}%"
