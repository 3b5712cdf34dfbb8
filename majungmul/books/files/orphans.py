"""고아 파일 — contents that no row names, and what was never received whole: swept after a day."""

from datetime import datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from majungmul.books.files import queries, store

LEFT_ALONE = timedelta(days=1)
"""Longer than any transaction takes from storing a content to committing the row that names it."""


class Swept(NamedTuple):
    """치운 것 — how many contents without a row, and how many unfinished files."""

    orphans: int
    unfinished: int


def sweep(now: datetime) -> Swept:
    """고아 정리 — remove what has lain for a day without a row; how many.

    Only what the store itself named is looked at: a file of another name, a link or a folder stays.
    """
    before = (now - LEFT_ALONE).timestamp()
    orphans = [path for folder in store.contents() for path in _unnamed(folder, before)]
    return Swept(_remove(orphans, before), _remove(store.unfinished(), before))


def _unnamed(folder: list[Path], before: float) -> list[Path]:
    """The old contents of a folder that no row names."""
    old = [path for path in folder if path.stat().st_mtime < before]
    named = queries.named([path.name for path in old])
    return [path for path in old if path.name not in named]


def _remove(paths: list[Path], before: float) -> int:
    """Remove each that is still old: a content that is held meanwhile (`store.hold`) is young again."""
    removed = 0
    for path in paths:
        with store.alone():
            if path.exists() and path.stat().st_mtime < before:
                path.unlink()
                removed += 1
    return removed
