"""신청의 행위 — handed in or entered from paper, corrected, withdrawn, returned; a call amended with notice."""

from majungmul.stages.application.actions.amending import amend_call, cancel_call, read_notice
from majungmul.stages.application.actions.box import keep_paper
from majungmul.stages.application.actions.correcting import (
    ask_correction,
    ask_correction_reviewed,
    correct,
)
from majungmul.stages.application.actions.receiving import enter_paper, hand_in, hand_in_draft
from majungmul.stages.application.actions.sealing import seal
from majungmul.stages.application.actions.turning import (
    reopen,
    return_to_sender,
    take_up,
    turn_down,
    withdraw,
    withdraw_reviewed,
)

__all__ = [
    "amend_call",
    "ask_correction",
    "ask_correction_reviewed",
    "cancel_call",
    "correct",
    "enter_paper",
    "hand_in",
    "hand_in_draft",
    "keep_paper",
    "read_notice",
    "reopen",
    "return_to_sender",
    "seal",
    "take_up",
    "turn_down",
    "withdraw",
    "withdraw_reviewed",
]
