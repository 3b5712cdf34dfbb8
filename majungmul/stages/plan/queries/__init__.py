"""지원계획에 묻기 — a year's plan, what it says, its figures from rows, its lines, its file. Read only."""

from majungmul.stages.plan.queries.export import export
from majungmul.stages.plan.queries.figures import figures_of, tables_of
from majungmul.stages.plan.queries.lines import Line, amount_of, changes_of, lines_of
from majungmul.stages.plan.queries.plans import edition_of, plan_of, plan_years, plans_of
from majungmul.stages.plan.queries.sight import edition_for, line_change_for, plan_for
from majungmul.stages.plan.queries.written import written

__all__ = [
    "Line",
    "amount_of",
    "changes_of",
    "edition_for",
    "edition_of",
    "export",
    "figures_of",
    "line_change_for",
    "lines_of",
    "plan_for",
    "plan_of",
    "plan_years",
    "plans_of",
    "tables_of",
    "written",
]
