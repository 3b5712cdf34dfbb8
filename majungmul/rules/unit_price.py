"""단가 지원 — a price for each, so many of them, so many times."""

from dataclasses import dataclass

from majungmul.rules.calculation import Calculation
from majungmul.values.refusal import Refusal
from majungmul.values.won import Won


class TooManyTimes(Refusal):
    """횟수 초과."""

    sentence = (
        "적힌 횟수는 {times}{times_unit}인데 지원하는 횟수는 {most}{times_unit}까지입니다. "
        "횟수를 확인해 주십시오."
    )


@dataclass(frozen=True, slots=True)
class UnitPrice:
    """단가 지원 — price × count × times (250천원 × 90개 × 3회)."""

    price: Won
    unit: str
    times_unit: str = "회"
    most_times: int | None = None

    @property
    def in_words(self) -> str:
        """The terms as a reader needs them."""
        most = "" if self.most_times is None else f", {self.most_times:,}{self.times_unit}까지"
        return f"{self.unit.removeprefix('개 ')}당 {self.times_unit}마다 {self.price}{most}"

    def calculate(self, count: int, times: int = 1) -> Calculation:
        """The amount in won. Refuses (TooManyTimes) more times than the terms allow."""
        if self.most_times is not None and times > self.most_times:
            raise TooManyTimes(most=self.most_times, times=times, times_unit=self.times_unit)
        amount = self.price * count * times
        return Calculation(
            amount, f"{self.price} × {count:,}{self.unit} × {times:,}{self.times_unit} = {amount}"
        )
