"""공모의 행위 — drafted, announced, amended, cancelled; explained at meetings; or one body is designated."""

from majungmul.stages.call.actions.amending import amend
from majungmul.stages.call.actions.briefings import plan_briefing, record_briefing
from majungmul.stages.call.actions.calls import CallDraft, announce, cancel, draft
from majungmul.stages.call.actions.designation import Designation, designate, seal_designation

__all__ = [
    "CallDraft",
    "Designation",
    "amend",
    "announce",
    "cancel",
    "designate",
    "draft",
    "plan_briefing",
    "record_briefing",
    "seal_designation",
]
