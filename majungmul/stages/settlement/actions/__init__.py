"""정산의 행위 — reported, examined, fixed, returned, closed; revoked, asked back, sanctioned, objected to."""

from majungmul.stages.settlement.actions.closing import close_year
from majungmul.stages.settlement.actions.examining import ask_correction, correct, examine
from majungmul.stages.settlement.actions.fixing import approve, fix, send_back, submit, take_effect
from majungmul.stages.settlement.actions.objections import answer_objection, file_objection
from majungmul.stages.settlement.actions.refund_draft import RefundDraft
from majungmul.stages.settlement.actions.refund_payments import receive_refund
from majungmul.stages.settlement.actions.refunds import (
    notify_city,
    order_refund,
    propose_refund,
    send_back_refund,
    withdraw_refund,
)
from majungmul.stages.settlement.actions.reporting import LineReport, ReportPapers, open_settlement, report
from majungmul.stages.settlement.actions.returning import close, receive_return
from majungmul.stages.settlement.actions.revoking import (
    RevocationDraft,
    revoke,
    send_back_revocation,
    submit_revocation,
)
from majungmul.stages.settlement.actions.sanctions import exclude, surcharge

__all__ = [
    "LineReport",
    "RefundDraft",
    "ReportPapers",
    "RevocationDraft",
    "answer_objection",
    "approve",
    "ask_correction",
    "close",
    "close_year",
    "correct",
    "examine",
    "exclude",
    "file_objection",
    "fix",
    "notify_city",
    "open_settlement",
    "order_refund",
    "propose_refund",
    "receive_refund",
    "receive_return",
    "report",
    "revoke",
    "send_back",
    "send_back_refund",
    "send_back_revocation",
    "submit",
    "submit_revocation",
    "surcharge",
    "take_effect",
    "withdraw_refund",
]
