"""신청의 문지기 — what was received keeps its call, its body, its number and its time."""

from majungmul.books.trail.guards import Guard, append_only, moves_along, never_deleted, refusing_when
from majungmul.stages.application.states import TRANSITIONS

WRITTEN_ONCE = ("partner",)
KEPT = ("application", "plannedtrade", "correction", "amendmentnotice")
STAYS = {
    "plannedtrade": ("replaced", "application_id", "order", "role", "item", "amount", "others"),
    "correction": ("answered_at IS NOT NULL", "application_id", "field", "what", "due_on", "asked_at"),
    "amendmentnotice": ("read_at IS NOT NULL", "amendment_id", "application_id", "person", "at"),
}
"""The condition under which a row changes no more, and the columns that never change."""


def guards(vendor: str) -> list[Guard]:
    """The guards of this stage's rows."""
    return [
        *(each for name in WRITTEN_ONCE for each in append_only(f"application_{name}", vendor)),
        *(each for name in KEPT for each in never_deleted(f"application_{name}", vendor)),
        *(_stays(name, vendor) for name in STAYS),
        *moves_along(
            "application_application",
            [(each.before.value, each.after.value) for each in TRANSITIONS if each.before],
            vendor,
            fixed=(
                "call_id",
                "office_id",
                "body_id",
                "number",
                "received_at",
                "check_code",
            ),
        ),
    ]


def _stays(name: str, vendor: str) -> Guard:
    """A row of this table keeps its columns, and all of itself once it is done."""
    done, *columns = STAYS[name]
    changed = " OR ".join(f'NEW."{column}" <> OLD."{column}"' for column in columns)
    condition = f"OLD.{done} OR {changed}"
    return refusing_when(f"application_{name}_stays", f"application_{name}", condition, vendor)
