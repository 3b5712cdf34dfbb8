"""정산의 문지기 — settlements keep their award; states move along their tables; a surcharge never changes."""

from majungmul.books.trail.guards import Guard, append_only, moves_along, never_deleted
from majungmul.stages.settlement import refund_guards
from majungmul.stages.settlement.states import REFUNDS, REVOCATIONS, TRANSITIONS

WRITTEN_ONCE = ("surcharge", "refundpayment", "openatclosing")
KEPT = (
    "settlement",
    "refund",
    "revocation",
    "settlementline",
    "settlementcorrection",
    "unsettled",
    "refundobjection",
)


def guards(vendor: str) -> list[Guard]:
    """The guards of this stage's rows."""
    return [
        *(each for name in WRITTEN_ONCE for each in append_only(f"settlement_{name}", vendor)),
        *(each for name in KEPT for each in never_deleted(f"settlement_{name}", vendor)),
        *moves_along(
            "settlement_settlement",
            [(each.before.value, each.after.value) for each in TRANSITIONS if each.before],
            vendor,
            fixed=("award_id", "office_id", "body_id", "number"),
        ),
        *moves_along(
            "settlement_refund",
            [(each.before.value, each.after.value) for each in REFUNDS if each.before],
            vendor,
            fixed=("award_id", "office_id", "body_id", "line_id", "principal", "number", "proposed_by"),
        ),
        *moves_along(
            "settlement_revocation",
            [(each.before.value, each.after.value) for each in REVOCATIONS if each.before],
            vendor,
            fixed=("award_id", "office_id", "body_id", "principal", "submitted_by"),
        ),
        *refund_guards.guards(vendor),
    ]


FUNCTIONS = refund_guards.FUNCTIONS
