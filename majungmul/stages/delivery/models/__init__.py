"""수행의 표 — contracts and their changes, trades, orders of the operator's own, reports and checks."""

from majungmul.stages.delivery.models.contract import (
    Confirmation,
    Contract,
    ContractChange,
    ContractKind,
    Side,
    Trade,
)
from majungmul.stages.delivery.models.order import Order
from majungmul.stages.delivery.models.watching import MidCheck, ProgressReport, Quarter, SecondDisbursement

__all__ = [
    "Confirmation",
    "Contract",
    "ContractChange",
    "ContractKind",
    "MidCheck",
    "Order",
    "ProgressReport",
    "Quarter",
    "SecondDisbursement",
    "Side",
    "Trade",
]
