"""파일의 문지기 — a content's row never changes, a use is never removed, and no retention gets shorter."""

from majungmul.books.trail.guards import PREFIX, Guard, append_only, never_deleted

FIXED = (
    "id",
    "jurisdiction_id",
    "file_id",
    "name",
    "purpose",
    "subject_model",
    "subject",
    "person",
    "position",
    "at",
)


def guards(vendor: str) -> list[Guard]:
    """The guards of stored files and their uses."""
    altered = " OR ".join(f"NEW.{column} <> OLD.{column}" for column in FIXED)
    shorter = "OLD.kept_until IS NOT NULL AND (NEW.kept_until IS NULL OR NEW.kept_until < OLD.kept_until)"
    return [
        *append_only("files_storedfile", vendor),
        *never_deleted("files_fileuse", vendor),
        _refusing("files_fileuse_stays", altered, vendor),
        _refusing("files_fileuse_kept", shorter, vendor),
    ]


def _refusing(rule: str, condition: str, vendor: str) -> Guard:
    """No use of a file may change so."""
    name = f"{PREFIX}{rule}"
    refuse = (
        f"BEGIN SELECT RAISE(ABORT, '{name}'); END"
        if vendor == "sqlite"
        else f"EXECUTE FUNCTION guard_refuse('{name}')"
    )
    table = "files_fileuse"
    return Guard(
        name,
        table,
        f"CREATE TRIGGER {name} BEFORE UPDATE ON {table} FOR EACH ROW WHEN ({condition}) {refuse}",
    )
