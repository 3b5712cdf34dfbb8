"""실비 지원 — what was really spent on allowed items, within their limits, up to the award."""

from collections.abc import Sequence
from dataclasses import dataclass

from majungmul.rules.calculation import Calculation
from majungmul.values.refusal import Refusal
from majungmul.values.won import Won, total


class ItemNotAllowed(Refusal):
    """지원하지 않는 비목."""

    sentence = "‘{item}’은(는) 지원하는 비목이 아닙니다. 지원하는 비목: {allowed}."


@dataclass(frozen=True, slots=True)
class CostItem:
    """보조비목 — a cost that may be paid; its limit, if any, holds for each `per` (명, 개월, 회)."""

    code: str
    label: str
    limit: Won | None = None
    per: str = ""


@dataclass(frozen=True, slots=True)
class Cost:
    """비용 — what one item cost by its evidence, and for how many (heads, months, times)."""

    item: str
    spent: Won
    quantity: int = 1


@dataclass(frozen=True, slots=True)
class ActualCost:
    """실비 지원 — evidenced cost per allowed item, within item limits, up to the award."""

    items: tuple[CostItem, ...]

    @property
    def in_words(self) -> str:
        """The terms as a reader needs them."""
        limits = [f"{item.label}은(는) {item.per}당 {item.limit}까지" for item in self.items if item.limit]
        return ", ".join(
            [f"실제 쓴 돈({'·'.join(item.label for item in self.items)})", *limits, "결정액까지"]
        )

    def calculate(self, costs: Sequence[Cost], award: Won) -> Calculation:
        """The amount in won. Refuses (ItemNotAllowed) a cost that is none of the items.

        A limit holds over all costs of an item together, so that splitting a bill gains nothing.
        """
        recognised = [
            self._recognise(item, costs) for item in dict.fromkeys(self._item(cost) for cost in costs)
        ]
        spent = total(calculation.amount for calculation in recognised)
        because = " + ".join(calculation.because for calculation in recognised)
        if len(recognised) > 1:
            because = f"{because} = {spent}"
        if spent <= award:
            return Calculation(spent, because)
        return Calculation(award, f"{because}, 결정액 {award}까지")

    def _item(self, cost: Cost) -> CostItem:
        """The allowed item of a cost."""
        for item in self.items:
            if cost.item in (item.code, item.label):
                return item
        raise ItemNotAllowed(item=cost.item, allowed=", ".join(item.label for item in self.items))

    def _recognise(self, item: CostItem, costs: Sequence[Cost]) -> Calculation:
        """What is recognised of all that was spent on one item."""
        mine = [cost for cost in costs if cost.item in (item.code, item.label)]
        spent = total(cost.spent for cost in mine)
        if item.limit is None:
            return Calculation(spent, f"{item.label} {spent}")
        quantity = sum(cost.quantity for cost in mine)
        most = item.limit * quantity
        if spent <= most:
            return Calculation(spent, f"{item.label} {spent}")
        return Calculation(
            most, f"{item.label} {most}(쓴 돈 {spent}, 한도 {item.limit} × {quantity:,}{item.per})"
        )
