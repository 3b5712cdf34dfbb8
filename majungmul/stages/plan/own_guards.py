"""지원계획의 문지기 — what a plan says is never rewritten, and said only while it is a draft.

1. Nothing here is ever deleted; editions, all that they say, and changes of lines never change.
2. An edition, and whatever it says, is written while its plan is in 작성, and not after.
3. A plan keeps its office, year and account, and its state moves along the table of transitions alone.
"""

from django.apps import apps

from majungmul.books.trail.guards import PREFIX, Guard, append_only, never_deleted
from majungmul.stages.plan.models import Part
from majungmul.stages.plan.states import TRANSITIONS, State

EDITION, CHANGE, PLAN = "plan_edition", "plan_linechange", "plan_plan"

_STATE_OF_PLAN = "(SELECT state FROM plan_plan WHERE id = {0})"
_PLAN_OF_EDITION = "(SELECT plan_id FROM plan_edition WHERE id = NEW.edition_id)"

EDITION_AFTER_DRAFT = f"{_STATE_OF_PLAN.format('NEW.plan_id')} <> '{State.DRAFT.value}'"
PART_AFTER_DRAFT = f"{_STATE_OF_PLAN.format(_PLAN_OF_EDITION)} <> '{State.DRAFT.value}'"

_MOVES = sorted({f"'{each.before.value}>{each.after.value}'" for each in TRANSITIONS if each.before})
PLAN_OUT_OF_ORDER = (
    "NEW.id <> OLD.id OR NEW.office_id <> OLD.office_id OR NEW.year <> OLD.year "
    "OR NEW.account_id <> OLD.account_id OR (NEW.state <> OLD.state "
    f"AND OLD.state || '>' || NEW.state NOT IN ({', '.join(_MOVES)}))"
)

CONDITIONS = {
    "edition_of_a_draft": EDITION_AFTER_DRAFT,
    "part_of_a_draft": PART_AFTER_DRAFT,
    "plan_in_order": PLAN_OUT_OF_ORDER,
}
"""What each refuses, in words that both databases know."""


def _function(name: str, condition: str) -> str:
    head = f"CREATE OR REPLACE FUNCTION {PREFIX}{name}() RETURNS trigger LANGUAGE plpgsql"
    code = "USING ERRCODE = 'integrity_constraint_violation'"
    body = f"IF {condition} THEN RAISE EXCEPTION '%', TG_NAME {code}; END IF; RETURN NEW;"
    return f"{head} AS $$ BEGIN {body} END $$;"


FUNCTIONS = "\n".join(_function(name, condition) for name, condition in CONDITIONS.items())


def guards(vendor: str) -> list[Guard]:
    """The guards of plans, editions and whatever these say."""
    parts = parts_of_an_edition()
    kept = [guard for table in (EDITION, CHANGE, *parts) for guard in append_only(table, vendor)]
    return [
        *kept,
        *never_deleted(PLAN, vendor),
        *(_guard(table, "part_of_a_draft", "INSERT", vendor) for table in parts),
        _guard(EDITION, "edition_of_a_draft", "INSERT", vendor),
        _guard(PLAN, "plan_in_order", "UPDATE", vendor),
    ]


def parts_of_an_edition() -> list[str]:
    """The tables of all that an edition says."""
    models = apps.get_app_config("plan").get_models()
    return [model._meta.db_table for model in models if issubclass(model, Part)]


def _guard(table: str, name: str, verb: str, vendor: str) -> Guard:
    own = f"{PREFIX}{table}_{name}"
    body = (
        f"WHEN {CONDITIONS[name]} BEGIN SELECT RAISE(ABORT, '{own}'); END"
        if vendor == "sqlite"
        else f"EXECUTE FUNCTION {PREFIX}{name}()"
    )
    return Guard(own, table, f"CREATE TRIGGER {own} BEFORE {verb} ON {table} FOR EACH ROW {body}")
