"""정산의 표 — of settlements, and of what is asked back."""

from majungmul.stages.settlement.models.refunding import (
    InterestBasis,
    Refund,
    RefundKind,
    RefundObjection,
    RefundPayment,
    Revocation,
    Surcharge,
)
from majungmul.stages.settlement.models.settling import (
    OpenAtClosing,
    Settlement,
    SettlementCorrection,
    SettlementLine,
    Unsettled,
)

__all__ = [
    "InterestBasis",
    "OpenAtClosing",
    "Refund",
    "RefundKind",
    "RefundObjection",
    "RefundPayment",
    "Revocation",
    "Settlement",
    "SettlementCorrection",
    "SettlementLine",
    "Surcharge",
    "Unsettled",
]
