"""결정의 행위 — drafted, decided or sealed, conditions fulfilled, changed on request, given up, revoked, ended."""

from majungmul.stages.award.actions.changing import approve_change, decline_change, submit_change
from majungmul.stages.award.actions.conditions import fulfil_condition
from majungmul.stages.award.actions.deciding import approve, decide, send_back, submit, take_effect
from majungmul.stages.award.actions.drafting import draft, redraft
from majungmul.stages.award.actions.ending import decline_offer, end, give_up, propose_revocation, revoke
from majungmul.stages.award.actions.lines import LineDraft
from majungmul.stages.award.actions.objections import answer_objection, file_objection
from majungmul.stages.award.actions.requesting import ChangeRequest, request_change

__all__ = [
    "ChangeRequest",
    "LineDraft",
    "answer_objection",
    "approve",
    "approve_change",
    "decide",
    "decline_change",
    "decline_offer",
    "draft",
    "end",
    "file_objection",
    "fulfil_condition",
    "give_up",
    "propose_revocation",
    "redraft",
    "request_change",
    "revoke",
    "send_back",
    "submit",
    "submit_change",
    "take_effect",
]
