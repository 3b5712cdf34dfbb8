"""셈 — how an amount is worked out: pure functions of (terms, claim).

A rule is a frozen dataclass whose fields are its terms and whose method is the sum. `RULES` is the
whole list: the name that a specification writes, and the rule. Four rules serve nine programmes.
"""

from majungmul.rules.actual_cost import ActualCost
from majungmul.rules.interest import Interest
from majungmul.rules.share import Share
from majungmul.rules.unit_price import UnitPrice

Rule = Share | Interest | UnitPrice | ActualCost

RULES: dict[str, type[Rule]] = {
    "share": Share,
    "interest": Interest,
    "unit_price": UnitPrice,
    "actual_cost": ActualCost,
}
