"""지급의 문지기 — a claim keeps its award, its kind and its number; what was paid stays paid unless it bounces."""

from majungmul.books.trail.guards import Guard, append_only, moves_along, never_deleted
from majungmul.stages.payment.states import TRANSITIONS

WRITTEN_ONCE = (
    "settling",
    "banklist",
)
KEPT = (
    "claim",
    "claimline",
    "report",
    "proof",
    "claimcorrection",
    "bankentry",
)


def guards(vendor: str) -> list[Guard]:
    """The guards of this stage's rows."""
    return [
        *(each for name in WRITTEN_ONCE for each in append_only(f"payment_{name}", vendor)),
        *(each for name in KEPT for each in never_deleted(f"payment_{name}", vendor)),
        *moves_along(
            "payment_claim",
            [(each.before.value, each.after.value) for each in TRANSITIONS if each.before],
            vendor,
            fixed=(
                "award_id",
                "office_id",
                "body_id",
                "kind",
                "number",
                "order_id",
                "instalment",
            ),
        ),
    ]
