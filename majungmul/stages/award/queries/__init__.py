"""결정에 묻기 — awards and their lines, what waits, what changed, which conditions are open; read only."""

from majungmul.stages.award.queries.awards import (
    amounts_of,
    award_of,
    awards_by,
    awards_to,
    counts,
    granted_on,
    is_of_city,
    lines_of,
    title,
    waiting_for_number,
)
from majungmul.stages.award.queries.before import (
    amounts_behind,
    lines_to_call_for,
    selected_without_award,
)
from majungmul.stages.award.queries.changes import (
    change_in_words,
    changes_of,
    open_change,
    partners_now,
    questioned_until,
)
from majungmul.stages.award.queries.conditions import OpenCondition, conditions_of, open_conditions
from majungmul.stages.award.queries.sight import award_for, change_for, condition_for, objection_for
from majungmul.stages.award.queries.waiting import (
    Waiting,
    objections_to_answer,
    proposal_of,
    waiting_for_approval,
    what_is_new,
)

__all__ = [
    "OpenCondition",
    "Waiting",
    "amounts_behind",
    "amounts_of",
    "award_for",
    "award_of",
    "awards_by",
    "awards_to",
    "change_for",
    "change_in_words",
    "changes_of",
    "condition_for",
    "conditions_of",
    "counts",
    "granted_on",
    "is_of_city",
    "lines_of",
    "lines_to_call_for",
    "objection_for",
    "objections_to_answer",
    "open_change",
    "open_conditions",
    "partners_now",
    "proposal_of",
    "questioned_until",
    "selected_without_award",
    "title",
    "waiting_for_approval",
    "waiting_for_number",
    "what_is_new",
]
