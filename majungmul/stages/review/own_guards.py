"""심사의 문지기 — a review keeps its application; its state moves along the table alone."""

from majungmul.books.trail.guards import Guard, moves_along, never_deleted, refusing_when
from majungmul.stages.review.states import TRANSITIONS

KEPT = (
    "review",
    "checkeditem",
    "reconsideration",
)


def guards(vendor: str) -> list[Guard]:
    """The guards of this stage's rows."""
    return [
        *(each for name in KEPT for each in never_deleted(f"review_{name}", vendor)),
        *moves_along(
            "review_review",
            [(each.before.value, each.after.value) for each in TRANSITIONS if each.before],
            vendor,
            fixed=(
                "application_id",
                "office_id",
            ),
        ),
        refusing_when(
            "review_reconsideration_stays",
            "review_reconsideration",
            "NEW.review_id <> OLD.review_id OR NEW.answered_at <> OLD.answered_at",
            vendor,
        ),
    ]
