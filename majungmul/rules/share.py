"""정률 지원 — a share of what was spent, up to a limit per party and year."""

from dataclasses import dataclass

from majungmul.rules.calculation import Calculation
from majungmul.values.rate import Rate
from majungmul.values.refusal import Refusal
from majungmul.values.rounding import Rounding
from majungmul.values.won import ZERO, Won


class LimitUsedUp(Refusal):
    """한도 소진."""

    sentence = "올해 한도 {limit}을 이미 모두 지원받아({granted}) 더 지원할 수 없습니다."


@dataclass(frozen=True, slots=True)
class Share:
    """정률 지원 — rate × spent (거래금액의 10%; 보험료의 20%, 업체당 최대 100만원)."""

    share: Rate
    rounding: Rounding
    limit: Won | None = None

    @property
    def in_words(self) -> str:
        """The terms as a reader needs them."""
        limit = "" if self.limit is None else f", 업체당 한 해 {self.limit}까지"
        return f"{self.share} 지원{limit}({self.rounding.value})"

    def calculate(self, spent: Won, granted: Won = ZERO) -> Calculation:
        """The support for one expense, in won, after what the party was granted this year.

        Refuses (LimitUsedUp) where nothing of the yearly limit is left.
        """
        amount = self.rounding.apply(self.share.times(spent))
        because = f"{spent} × {self.share} = {amount}({self.rounding.value})"
        if self.limit is None:
            return Calculation(amount, because)
        left = self.limit - granted
        if left <= ZERO:
            raise LimitUsedUp(limit=self.limit, granted=granted)
        if amount <= left:
            return Calculation(amount, because)
        if not granted:
            return Calculation(left, f"{because}, 업체당 한 해 한도 {self.limit}까지")
        before = f"업체당 한 해 한도 {self.limit}에서 이미 지원한 {granted}을 뺀 {left}까지"
        return Calculation(left, f"{because}, {before}")
