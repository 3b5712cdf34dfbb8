"""지원계획의 표 — a year's plan, its editions and what they say, its lines and the changes of these."""

from majungmul.stages.plan.models.plan import BudgetLine, Edition, LineChange, Part, Plan
from majungmul.stages.plan.models.tables import CellSource, PlanCell, PlanColumn, PlanRow, PlanTable
from majungmul.stages.plan.models.texts import ChecklistAnswer, Content, PlanNote, ScheduledEvent

__all__ = [
    "BudgetLine",
    "CellSource",
    "ChecklistAnswer",
    "Content",
    "Edition",
    "LineChange",
    "Part",
    "Plan",
    "PlanCell",
    "PlanColumn",
    "PlanNote",
    "PlanRow",
    "PlanTable",
    "ScheduledEvent",
]
