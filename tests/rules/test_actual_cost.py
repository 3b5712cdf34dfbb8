"""실비 지원 — what was really spent on allowed items, within their limits, up to the award."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from majungmul.rules.actual_cost import ActualCost, Cost, CostItem, ItemNotAllowed
from majungmul.values.won import ZERO, Won, total

MEETING = ActualCost(
    (
        CostItem("venue", "행사장 사용료"),
        CostItem("meal", "회의비", Won(30_000), "명"),
        CostItem("room", "컨설팅장", Won(700_000), "개월"),
    )
)
PLENTY = Won(10**12)
NAMES = ["venue", "meal", "room", "행사장 사용료", "회의비", "컨설팅장"]

amounts = st.integers(min_value=1, max_value=10**8).map(Won)
costs = st.builds(Cost, st.sampled_from(NAMES), amounts, st.integers(min_value=1, max_value=300))


@st.composite
def split_bills(draw: st.DrawFn) -> tuple[Cost, list[Cost]]:
    """A bill for so many heads, and the same bill in parts: the same money, the same heads."""
    spent = draw(st.lists(amounts, min_size=2, max_size=8))
    heads = draw(st.lists(st.integers(0, 50), min_size=len(spent), max_size=len(spent)))
    parts = [Cost("meal", money, count) for money, count in zip(spent, heads, strict=True)]
    return Cost("meal", total(spent), sum(heads)), parts


def test_what_was_spent_is_paid_and_every_item_is_named() -> None:
    calculation = MEETING.calculate(
        [Cost("venue", Won(880_000)), Cost("회의비", Won(250_000), 10)], Won(2_000_000)
    )
    assert calculation.amount == Won(1_130_000)
    assert calculation.because == "행사장 사용료 880,000원 + 회의비 250,000원 = 1,130,000원"


@pytest.mark.parametrize(
    ("spent", "heads", "amount"),
    [
        (2_700_000, 90, 2_700_000),
        (2_700_001, 90, 2_700_000),
        (2_699_999, 90, 2_699_999),
        (2_700_000, 89, 2_670_000),
    ],
)
def test_meal_is_paid_up_to_30_000_won_a_head(spent: int, heads: int, amount: int) -> None:
    assert MEETING.calculate([Cost("meal", Won(spent), heads)], PLENTY).amount == Won(amount)


def test_room_is_paid_up_to_700_000_won_a_month_and_the_sentence_says_so() -> None:
    calculation = MEETING.calculate([Cost("room", Won(8_500_000), 12)], PLENTY)
    assert calculation.amount == Won(8_400_000)
    assert calculation.because == "컨설팅장 8,400,000원(쓴 돈 8,500,000원, 한도 700,000원 × 12개월)"


def test_cost_over_the_award_is_paid_up_to_the_award() -> None:
    calculation = MEETING.calculate([Cost("venue", Won(1_000_001))], Won(1_000_000))
    assert calculation.amount == Won(1_000_000)
    assert calculation.because == "행사장 사용료 1,000,001원, 결정액 1,000,000원까지"


def test_cost_of_the_award_is_paid_without_a_word_of_it() -> None:
    assert (
        MEETING.calculate([Cost("venue", Won(1_000_000))], Won(1_000_000)).because
        == "행사장 사용료 1,000,000원"
    )


def test_limit_of_the_item_goes_before_the_award() -> None:
    costs = [Cost("meal", Won(900_000), 10), Cost("venue", Won(500_000))]
    calculation = MEETING.calculate(costs, Won(700_000))
    assert calculation.amount == Won(700_000)
    assert "한도 30,000원 × 10명" in calculation.because
    assert "= 800,000원, 결정액 700,000원까지" in calculation.because


def test_item_by_code_and_by_label_is_one_item() -> None:
    costs = [Cost("meal", Won(400_000), 10), Cost("회의비", Won(400_000), 10)]
    assert MEETING.calculate(costs, PLENTY).amount == Won(600_000)


def test_item_that_is_not_allowed_is_refused_with_those_that_are() -> None:
    with pytest.raises(ItemNotAllowed, match="‘기념품’은") as caught:
        MEETING.calculate([Cost("venue", Won(1)), Cost("기념품", Won(1))], PLENTY)
    assert caught.value.places == {"item": "기념품", "allowed": "행사장 사용료, 회의비, 컨설팅장"}


@given(split_bills(), amounts)
def test_splitting_a_bill_over_an_item_limit_gains_nothing(
    bills: tuple[Cost, list[Cost]], award: Won
) -> None:
    whole, parts = bills
    assert MEETING.calculate(parts, award).amount == MEETING.calculate([whole], award).amount


@given(st.lists(costs, min_size=1, max_size=10), amounts)
def test_never_above_the_award_nor_the_spending_nor_the_limits(spent: list[Cost], award: Won) -> None:
    amount = MEETING.calculate(spent, award).amount
    assert ZERO <= amount <= award
    assert amount <= total(cost.spent for cost in spent)
    heads = sum(cost.quantity for cost in spent if cost.item in ("meal", "회의비"))
    others = total(cost.spent for cost in spent if cost.item not in ("meal", "회의비"))
    assert amount <= Won(30_000) * heads + others


@given(
    st.lists(costs, min_size=1, max_size=8).flatmap(
        lambda some: st.tuples(st.just(some), st.permutations(some))
    )
)
def test_order_of_the_bills_does_not_matter(orders: tuple[list[Cost], list[Cost]]) -> None:
    one, other = orders
    assert MEETING.calculate(one, Won(3_000_000)).amount == MEETING.calculate(other, Won(3_000_000)).amount
