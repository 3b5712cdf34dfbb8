"""번호 — the next number of a kind of paper: `2018-신청-00007`."""

from typing import Any

from django.db.models import QuerySet
from django.db.models.functions import Length

LAST = "\uffff"
DIGITS = 5
FULL = 10**DIGITS - 1


def next_number(rows: QuerySet[Any], prefix: str) -> str:
    """다음 번호 — after the highest of these rows whose `number` begins so. The chain's lock lets one ask at a time.

    The range, and not LIKE, is what an index on `number` answers on both databases.
    """
    taken = rows.filter(number__gt=f"{prefix}-", number__lt=f"{prefix}-{LAST}")
    before = _counted(taken.order_by("-number"))
    if before == FULL:  # a longer number sorts before it
        before = _counted(taken.order_by(Length("number").desc(), "-number"))
    return f"{prefix}-{before + 1:0{DIGITS}}"


def _counted(taken: QuerySet[Any]) -> int:
    last = taken.values_list("number", flat=True).first()
    return int(str(last).rpartition("-")[2]) if last else 0
