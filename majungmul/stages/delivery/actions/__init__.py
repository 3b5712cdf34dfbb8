"""수행의 행위 — contracts entered, confirmed and changed; trades recorded; orders approved; progress reported."""

from majungmul.stages.delivery.actions.changing import change_contract
from majungmul.stages.delivery.actions.confirming import confirm_by_code, confirm_contract, send_link
from majungmul.stages.delivery.actions.contracts import (
    ContractDraft,
    add_scan,
    cancel_contract,
    enter_contract,
)
from majungmul.stages.delivery.actions.instalments import plan_second_disbursement
from majungmul.stages.delivery.actions.order_drafts import OrderDraft
from majungmul.stages.delivery.actions.orders import (
    approve_order,
    cancel_order,
    draft_order,
    rewrite_order,
    send_back_order,
    submit_order,
)
from majungmul.stages.delivery.actions.trades import TradeDraft, record_trade, withdraw_trade
from majungmul.stages.delivery.actions.watching import Checked, check_midway, report_progress

__all__ = [
    "Checked",
    "ContractDraft",
    "OrderDraft",
    "TradeDraft",
    "add_scan",
    "approve_order",
    "cancel_contract",
    "cancel_order",
    "change_contract",
    "check_midway",
    "confirm_by_code",
    "confirm_contract",
    "draft_order",
    "enter_contract",
    "plan_second_disbursement",
    "record_trade",
    "report_progress",
    "rewrite_order",
    "send_back_order",
    "send_link",
    "submit_order",
    "withdraw_trade",
]
