"""공모의 문지기 — a call keeps what it is of and who funds it; amendments are never rewritten."""

from majungmul.books.trail.guards import Guard, append_only, moves_along, never_deleted, refusing_when
from majungmul.stages.call.states import TRANSITIONS

WRITTEN_ONCE = ("amendment",)
KEPT = (
    "call",
    "briefing",
)


def guards(vendor: str) -> list[Guard]:
    """The guards of this stage's rows."""
    return [
        *(each for name in WRITTEN_ONCE for each in append_only(f"call_{name}", vendor)),
        *(each for name in KEPT for each in never_deleted(f"call_{name}", vendor)),
        refusing_when("call_briefing_held_stays", "call_briefing", "OLD.people IS NOT NULL", vendor),
        *moves_along(
            "call_call",
            [(each.before.value, each.after.value) for each in TRANSITIONS if each.before],
            vendor,
            fixed=(
                "office_id",
                "account_id",
                "kind",
                "year",
            ),
        ),
    ]
