"""지원계획의 행위 — written and adopted, decided and announced, its lines changed, its year closed."""

from majungmul.stages.plan.actions.changing import Change, change_line
from majungmul.stages.plan.actions.closing import close, cut_off
from majungmul.stages.plan.actions.deciding import announce, fix, send_back, submit
from majungmul.stages.plan.actions.drafting import adopt, draft
from majungmul.stages.plan.actions.past_results import tell_results

__all__ = [
    "Change",
    "adopt",
    "announce",
    "change_line",
    "close",
    "cut_off",
    "draft",
    "fix",
    "send_back",
    "submit",
    "tell_results",
]
