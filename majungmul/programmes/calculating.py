"""목록 계산 — a whole list of claims worked out by the rule of a line, each amount with its sentence."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from majungmul.programmes.claims import Claim
from majungmul.programmes.specification import Line
from majungmul.rules.actual_cost import ActualCost, Cost
from majungmul.rules.calculation import Calculation
from majungmul.rules.interest import Interest, calculate_over
from majungmul.rules.share import Share
from majungmul.rules.unit_price import UnitPrice
from majungmul.values.refusal import Refusal
from majungmul.values.won import ZERO, Won

Granted = defaultdict[tuple[str, int], Won]
"""이미 지원한 금액 — by party and year, in the order of the list."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """계산 결과 — the amount in won and why; 0 and `refused` where the rule refuses. It knows no budget."""

    id: str
    amount: Won
    because: str
    refused: str | None = None


def calculate(line: Line, claims: Iterable[Claim]) -> list[Outcome]:
    """지원액 — every claim of a list, in its order, by the terms of its own day.

    The rows of one number are one claim where the rule is 실비: they share an award.
    """
    if line.rule == "actual_cost":
        claims = _together(claims)
    granted: Granted = defaultdict(lambda: ZERO)
    return [_outcome(line, claim, granted) for claim in claims]


def _together(claims: Iterable[Claim]) -> Iterator[Claim]:
    """The rows of each number as one claim, by the terms of its last day."""
    rows_of: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        rows_of[claim["id"]].append(claim)
    for rows in rows_of.values():
        costs = [Cost(row["item"], row["spent"], row.get("quantity", 1)) for row in rows]
        yield {**rows[0], "costs": costs, "on": max(row["on"] for row in rows)}


def _outcome(line: Line, claim: Claim, granted: Granted) -> Outcome:
    try:
        calculation = _work_out(line, claim, granted)
    except Refusal as refusal:
        return Outcome(claim["id"], ZERO, str(refusal), refused=str(refusal))
    return Outcome(claim["id"], calculation.amount, calculation.because)


def _work_out(line: Line, claim: Claim, granted: Granted) -> Calculation:
    """One claim by its rule: a loan bears the terms of each of its days, any other claim those of its own."""
    if line.rule == "interest":
        versions = [(terms.period, terms.rule) for terms in line.versions if isinstance(terms.rule, Interest)]
        return calculate_over(versions, claim["loan"], claim["window"])
    match line.terms_on(claim["on"]).rule:
        case Share() as rule:
            holder = (claim.get("party", ""), claim["on"].year)
            calculation = rule.calculate(claim["amount"], granted[holder])
            granted[holder] += calculation.amount
            return calculation
        case UnitPrice() as rule:
            return rule.calculate(claim["count"], claim.get("times", 1))
        case ActualCost() as rule:
            return rule.calculate(claim["costs"], claim["award"])
        case rule:
            message = f"{type(rule).__name__} has no claims"
            raise TypeError(message)
