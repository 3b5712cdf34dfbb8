"""수행의 문지기 — contracts keep their parties; states move along their tables; reports and checks never change."""

from majungmul.books.trail.guards import Guard, append_only, moves_along, never_deleted, refusing_when
from majungmul.stages.delivery.states import CONTRACTS, ORDERS

WRITTEN_ONCE = (
    "contractchange",
    "progressreport",
    "midcheck",
    "seconddisbursement",
)
KEPT = (
    "contract",
    "order",
    "trade",
)
OF_A_TRADE = ("contract_id", "award_id", "body_id", "number", "delivered_on", "item", "supply", "vat")
OF_AN_ORDER = ("contractor_id", "cost_item", "what", "amount", "needed_on")
"""What of an order holds once it was handed in."""


def guards(vendor: str) -> list[Guard]:
    """The guards of this stage's rows."""
    return [
        *(each for name in WRITTEN_ONCE for each in append_only(f"delivery_{name}", vendor)),
        *(each for name in KEPT for each in never_deleted(f"delivery_{name}", vendor)),
        *moves_along(
            "delivery_contract",
            [(each.before.value, each.after.value) for each in CONTRACTS if each.before],
            vendor,
            fixed=("award_id", "body_id", "counterpart_id", "number", "side", "kind", "signed_on"),
        ),
        *moves_along(
            "delivery_order",
            [(each.before.value, each.after.value) for each in ORDERS if each.before],
            vendor,
            fixed=("award_id", "line_id", "number", "drafted_by"),
        ),
        refusing_when(
            "delivery_order_kept",
            "delivery_order",
            f"OLD.state <> 'draft' AND ({_changed(OF_AN_ORDER)})",
            vendor,
        ),
        refusing_when(
            "delivery_trade_stays",
            "delivery_trade",
            f"{_changed(OF_A_TRADE)} OR OLD.is_withdrawn AND NOT NEW.is_withdrawn",
            vendor,
        ),
    ]


def _changed(columns: tuple[str, ...]) -> str:
    return " OR ".join(f"NEW.{column} <> OLD.{column}" for column in columns)
