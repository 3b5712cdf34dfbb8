"""수행에 묻기 — contracts, trades and what about them an officer should see; orders, reports, checks; read only."""

from majungmul.stages.delivery.queries.figures import LineFigures, Ordered, figures_of, ordered_of
from majungmul.stages.delivery.queries.links import AskedByLink, asked_by_code
from majungmul.stages.delivery.queries.lists import (
    changes_of,
    checks_of,
    contracts_of,
    contracts_waiting,
    midway_items,
    orders_of,
    orders_waiting,
    reports_of,
    second_disbursement_of,
    settings_of,
    trades_of,
)
from majungmul.stages.delivery.queries.remarks import Remark, barring, remarked, remarks_on

__all__ = [
    "AskedByLink",
    "LineFigures",
    "Ordered",
    "Remark",
    "asked_by_code",
    "barring",
    "changes_of",
    "checks_of",
    "contracts_of",
    "contracts_waiting",
    "figures_of",
    "midway_items",
    "ordered_of",
    "orders_of",
    "orders_waiting",
    "remarked",
    "remarks_on",
    "reports_of",
    "second_disbursement_of",
    "settings_of",
    "trades_of",
]
