"""지원계획에 묻기 — a year's plan, what it says, its figures from rows, its lines, its file. Read only."""

from majungmul.stages.plan.queries.export import export
from majungmul.stages.plan.queries.figures import figures_of, tables_of
from majungmul.stages.plan.queries.lines import Line, amount_of, changes_of, lines_of
from majungmul.stages.plan.queries.plans import edition_of, plan_of, plans_of
from majungmul.stages.plan.queries.written import written

__all__ = [
    "Line",
    "amount_of",
    "changes_of",
    "edition_of",
    "export",
    "figures_of",
    "lines_of",
    "plan_of",
    "plans_of",
    "tables_of",
    "written",
]
