"""끝수 처리 — how an exact sum becomes whole won: once, at the end, by a name."""

from enum import Enum
from fractions import Fraction

from majungmul.values.won import Won


class Rounding(Enum):
    """끝수 처리 — named ways of dropping what is less than a won. There is no default.

    절사 drops toward zero, for negative sums too (끝수는 계산하지 아니한다).
    """

    DOWN_TO_WON = "원 미만 절사"
    HALF_UP_TO_WON = "원 미만 반올림"
    UP_TO_WON = "원 미만 절상"
    DOWN_TO_TEN_WON = "10원 미만 절사"

    def apply(self, exact: Fraction | int) -> Won:
        """The whole won of an exact sum. A float is refused as a bug."""
        if isinstance(exact, bool) or not isinstance(exact, Fraction | int):
            message = f"rounding takes a Fraction or an int, not {type(exact).__name__}"
            raise TypeError(message)
        size = abs(Fraction(exact))
        whole = size.numerator // size.denominator
        rest = size - whole
        match self:
            case Rounding.DOWN_TO_WON:
                rounded = whole
            case Rounding.HALF_UP_TO_WON:
                rounded = whole + (rest * 2 >= 1)
            case Rounding.UP_TO_WON:
                rounded = whole + (rest > 0)
            case Rounding.DOWN_TO_TEN_WON:
                rounded = whole - whole % 10
        return Won(rounded if exact >= 0 else -rounded)
