"""파일의 문지기 — a content's row never changes, a use is never removed, and no retention gets shorter."""

from majungmul.books.trail.guards import Guard, append_only, never_deleted, refusing_when

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
        *append_only("files_sealedstep", vendor),
        *never_deleted("files_fileuse", vendor),
        refusing_when("files_fileuse_stays", "files_fileuse", altered, vendor),
        refusing_when("files_fileuse_kept", "files_fileuse", shorter, vendor),
    ]
