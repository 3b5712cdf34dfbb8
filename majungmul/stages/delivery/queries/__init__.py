"""수행에 묻기 — contracts, trades and what about them an officer should see; orders, reports, checks; read only."""

from majungmul.stages.delivery.queries.figures import LineFigures, Ordered, figures_of, ordered_of
from majungmul.stages.delivery.queries.links import AskedByLink, asked_by_code
from majungmul.stages.delivery.queries.lists import (
    changes_of,
    checks_of,
    contracts_by,
    contracts_of,
    contracts_waiting,
    midway_items,
    orders_of,
    orders_waiting,
    possible_partners,
    reports_of,
    second_disbursement_of,
    second_disbursements_of,
    settings_of,
    trades_by,
    trades_of,
)
from majungmul.stages.delivery.queries.own_spending import cost_items_of, own_lines_of
from majungmul.stages.delivery.queries.remarks import Remark, barring, remarked, remarks_on
from majungmul.stages.delivery.queries.sight import (
    contract_change_for,
    contract_for,
    mid_check_for,
    order_for,
    progress_report_for,
    trade_for,
)

__all__ = [
    "AskedByLink",
    "LineFigures",
    "Ordered",
    "Remark",
    "asked_by_code",
    "barring",
    "changes_of",
    "checks_of",
    "contract_change_for",
    "contract_for",
    "contracts_by",
    "contracts_of",
    "contracts_waiting",
    "cost_items_of",
    "figures_of",
    "mid_check_for",
    "midway_items",
    "order_for",
    "ordered_of",
    "orders_of",
    "orders_waiting",
    "own_lines_of",
    "possible_partners",
    "progress_report_for",
    "remarked",
    "remarks_on",
    "reports_of",
    "second_disbursement_of",
    "second_disbursements_of",
    "settings_of",
    "trade_for",
    "trades_by",
    "trades_of",
]
