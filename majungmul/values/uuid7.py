"""번호 — time-ordered UUIDs (RFC 9562, version 7), made by us and rising within a process."""

import secrets
import threading
import time
from uuid import UUID

_lock = threading.Lock()
_last = 0

SUB_MILLISECOND = 4096
NANOSECONDS = 1_000_000


def uuid7() -> UUID:
    """A new key: 48 bits of milliseconds, 12 bits below the millisecond, 62 random bits.

    Two keys of one process never stand in the wrong order, even when its clock steps back.
    """
    global _last  # noqa: PLW0603 - one counter per process is the point
    milliseconds, rest = divmod(time.time_ns(), NANOSECONDS)
    with _lock:
        _last = max(_last + 1, milliseconds * SUB_MILLISECOND + rest * SUB_MILLISECOND // NANOSECONDS)
        tick = _last
    high, low = divmod(tick, SUB_MILLISECOND)
    return UUID(int=high << 80 | 0x7 << 76 | low << 64 | 0b10 << 62 | secrets.randbits(62))
