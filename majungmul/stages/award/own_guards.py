"""결정의 문지기 — what was decided, met or answered stays once it is there; states move along their tables."""

from majungmul.books.trail.guards import Guard, moves_along, never_deleted, refusing_when
from majungmul.stages.award.states import CHANGES, TRANSITIONS

KEPT = (
    "award",
    "awardchange",
    "awardline",
    "condition",
    "awardobjection",
)


STAYS = {
    "awardline": ("award_id", "of_id", "account_id", "decided"),
    "condition": ("award_id", "fulfilled_on"),
    "awardobjection": ("award_id", "answered_on", "is_upheld"),
}
"""What of a row never changes once it is there."""


def guards(vendor: str) -> list[Guard]:
    """The guards of this stage's rows."""
    return [
        *(each for name in KEPT for each in never_deleted(f"award_{name}", vendor)),
        *moves_along(
            "award_award",
            [(each.before.value, each.after.value) for each in TRANSITIONS if each.before],
            vendor,
            fixed=(
                "application_id",
                "office_id",
                "body_id",
                "effective_on",
                "decided_by",
                "ended_on",
            ),
        ),
        *moves_along(
            "award_awardchange",
            [(each.before.value, each.after.value) for each in CHANGES if each.before],
            vendor,
            fixed=(
                "award_id",
                "kind",
                "answered_at",
            ),
        ),
        *(
            refusing_when(
                f"award_{name}_stays",
                f"award_{name}",
                " OR ".join(f"NEW.{column} <> OLD.{column}" for column in columns),
                vendor,
            )
            for name, columns in STAYS.items()
        ),
    ]
