"""할 일의 문지기 — no duty is removed, one that is done stays as it is, and every move stays written."""

from majungmul.books.trail.guards import PREFIX, Guard, append_only, never_deleted


def guards(vendor: str) -> list[Guard]:
    """The guards of duties and their moves."""
    return [
        *never_deleted("duties_duty", vendor),
        *append_only("duties_duemove", vendor),
        *append_only("duties_holidaychange", vendor),
        _done_stays(vendor),
    ]


def _done_stays(vendor: str) -> Guard:
    """A duty that is done never changes again."""
    table, name = "duties_duty", f"{PREFIX}duties_duty_done_stays"
    refuse = (
        f"BEGIN SELECT RAISE(ABORT, '{name}'); END"
        if vendor == "sqlite"
        else f"EXECUTE FUNCTION guard_refuse('{name}')"
    )
    when = "WHEN (OLD.done_at IS NOT NULL)"
    return Guard(name, table, f"CREATE TRIGGER {name} BEFORE UPDATE ON {table} FOR EACH ROW {when} {refuse}")
