"""이력의 문지기 — events and reads are append-only; values beside them may be destroyed, never altered."""

from majungmul.books.trail.guards import Guard, append_only, never_changed


def guards(vendor: str) -> list[Guard]:
    """The guards of the trail's own tables."""
    always = [*append_only("trail_event", vendor), *append_only("trail_reading", vendor)]
    return [*always, *never_changed("trail_personalvalue", vendor), *never_changed("trail_asked", vendor)]
