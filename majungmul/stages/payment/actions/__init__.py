"""지급의 행위 — claimed with proofs, examined, approved by another person, listed for the bank, paid once."""

from majungmul.stages.payment.actions.bank import bounce, fail, list_for_bank, pay
from majungmul.stages.payment.actions.claiming import claim, correct, withdraw
from majungmul.stages.payment.actions.deciding import accept_holder, approve, reject, send_back, submit
from majungmul.stages.payment.actions.drafts import (
    ClaimDraft,
    ProofDraft,
    ReportDraft,
    SettlingDraft,
    TradeClaim,
)
from majungmul.stages.payment.actions.examining import ask_correction, recognise_proof
from majungmul.stages.payment.actions.grants import GrantClaim, claim_grant, disburse
from majungmul.stages.payment.actions.holding import hold, release
from majungmul.stages.payment.actions.own import cancel_order, claim_own

__all__ = [
    "ClaimDraft",
    "GrantClaim",
    "ProofDraft",
    "ReportDraft",
    "SettlingDraft",
    "TradeClaim",
    "accept_holder",
    "approve",
    "ask_correction",
    "bounce",
    "cancel_order",
    "claim",
    "claim_grant",
    "claim_own",
    "correct",
    "disburse",
    "fail",
    "hold",
    "list_for_bank",
    "pay",
    "recognise_proof",
    "reject",
    "release",
    "send_back",
    "submit",
    "withdraw",
]
