"""차례 — a fair turn to write, taken before BEGIN, so that no writer of the embedded database starves.

SQLite lets one write at a time and does not queue the others: each asks again after a pause of its own, and
of eight writers one got 494 turns and another 1 (engine.md §1). PostgreSQL needs none of it.
"""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.db import connection


@contextmanager
def turn() -> Iterator[None]:
    """Hold the turn to write to the embedded database; nothing on PostgreSQL, or where one writes already."""
    if connection.vendor != "sqlite" or connection.in_atomic_block:
        yield
        return
    own = Path(f"{connection.settings_dict['NAME']}.turn")
    own.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with own.open("ab") as file:
        fcntl.flock(file, fcntl.LOCK_EX)  # the system lets go of it when the process ends, however it ends
        yield
