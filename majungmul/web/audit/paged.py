"""쪽 나누기 — so many lines a page, with the way to those before and behind."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from django.db.models import QuerySet

from majungmul.web.asked import Asked

if TYPE_CHECKING:
    from collections.abc import Sequence

MOST = 50
"""So many lines a page."""
LONGEST = 7
"""Digits that a number of a page may have."""

Line = TypeVar("Line")


@dataclass(frozen=True, slots=True)
class Page(Generic[Line]):
    """쪽 — its lines, its number, and how many lines and pages there are in all."""

    lines: list[Line]
    number: int
    total: int

    @property
    def last(self) -> int:
        """The number of the last page."""
        return max(1, -(-self.total // MOST))


def paged(request: Asked, lines: "Sequence[Line] | QuerySet[Any]") -> Page[Line]:
    """쪽 — the one that is asked for (`?page=2`), or the nearest there is."""
    total = lines.count() if isinstance(lines, QuerySet) else len(lines)
    last = max(1, -(-total // MOST))
    asked = request.GET.get("page", "")
    number = (
        min(max(int(asked), 1), last) if asked.isascii() and asked.isdigit() and len(asked) <= LONGEST else 1
    )
    return Page(list(lines[(number - 1) * MOST : number * MOST]), number, total)
