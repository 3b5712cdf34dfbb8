"""원 — an amount of money, in whole won, and how one is split."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from majungmul.values.refusal import Refusal

LIMIT = 10**15


class TooLarge(Refusal):
    """금액 범위 초과."""

    sentence = "금액은 1,000조 원을 넘을 수 없습니다({found}). 단위를 잘못 적지 않았는지 확인해 주십시오."


class CannotSplit(Refusal):
    """나눌 수 없음."""

    sentence = "나눌 비율의 합이 0이라 금액을 나눌 수 없습니다. 비율을 하나 이상 0보다 크게 적어 주십시오."


@dataclass(frozen=True, slots=True, order=True)
class Won:
    """원 — whole won within ±10^15.

    It adds, subtracts, compares and is multiplied by a count. It does not divide (see `split` and
    `Rounding`), and refuses floats, booleans and everything else that is not an `int`.
    """

    amount: int

    def __post_init__(self) -> None:
        """Refuse what is not whole won. TypeError: a bug; TooLarge: a sentence for the reader."""
        if type(self.amount) is not int:
            message = f"Won takes an int, not {type(self.amount).__name__}: {self.amount!r}"
            raise TypeError(message)
        if abs(self.amount) > LIMIT:
            raise TooLarge(found=f"{self.amount:,}")

    def __add__(self, other: "Won") -> "Won":
        """The sum, in won."""
        return Won(self.amount + other.amount) if isinstance(other, Won) else NotImplemented

    def __sub__(self, other: "Won") -> "Won":
        """The difference, in won."""
        return Won(self.amount - other.amount) if isinstance(other, Won) else NotImplemented

    def __mul__(self, count: int) -> "Won":
        """The amount that many times; a count is an int and never a rate."""
        return Won(self.amount * count) if type(count) is int else NotImplemented

    __rmul__ = __mul__

    def __neg__(self) -> "Won":
        """The amount with the other sign."""
        return Won(-self.amount)

    def __bool__(self) -> bool:
        """Whether there is any money."""
        return self.amount != 0

    def __str__(self) -> str:
        """As people write it: `1,234원`, a negative one as `△1,234원`."""
        return f"{'△' if self.amount < 0 else ''}{abs(self.amount):,}원"


ZERO = Won(0)


def total(amounts: Iterable[Won]) -> Won:
    """합계 — the sum in won, zero for nothing."""
    return sum(amounts, ZERO)


def split(whole: Won, weights: Sequence[int]) -> tuple[Won, ...]:
    """안분 — the whole in parts by weight, largest remainder first; the parts sum to the whole.

    Of equal remainders the earlier part gets the won. A negative weight is a bug; weights that
    are all zero are refused.
    """
    if any(weight < 0 for weight in weights):
        message = "a weight cannot be negative"
        raise ValueError(message)
    if not sum(weights):
        raise CannotSplit
    sign = -1 if whole.amount < 0 else 1
    shares = [divmod(abs(whole.amount) * weight, sum(weights)) for weight in weights]
    left = abs(whole.amount) - sum(quotient for quotient, _ in shares)
    by_remainder = sorted(range(len(shares)), key=lambda index: -shares[index][1])
    lucky = set(by_remainder[:left])
    return tuple(Won(sign * (quotient + (index in lucky))) for index, (quotient, _) in enumerate(shares))
