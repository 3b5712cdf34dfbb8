"""판올림 — the database taken to the program's version, after a backup of it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.core.management import call_command

from majungmul.books.upkeep import versions
from majungmul.books.upkeep.backup import back_up
from majungmul.books.upkeep.durable import writing_to
from majungmul.books.upkeep.versions import Step


@dataclass(frozen=True, slots=True)
class Upgrade:
    """판올림 결과 — where the backup is and what was done after it; nothing where there was nothing to do."""

    backup: Path | None
    steps: list[Step]


def upgrade(at: datetime, backed_up: Callable[[Path], None]) -> Upgrade:
    """판올림 — back up into the home, say so, and migrate; what was done.

    Refuses where there is no database, and one that is newer than the program.
    """
    versions.refuse_absent()
    versions.refuse_newer(versions.applied())
    steps = versions.waiting()
    if not steps:
        return Upgrade(None, [])
    backup = _backup(at)
    backed_up(backup)
    call_command("migrate", interactive=False, verbosity=0)
    return Upgrade(backup, steps)


def _backup(at: datetime) -> Path:
    folder = Path(settings.HOME) / "backups"
    with writing_to(folder):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    path = folder / f"before-upgrade-{at:%Y%m%d-%H%M%S}.backup"
    back_up(path, at)
    return path
