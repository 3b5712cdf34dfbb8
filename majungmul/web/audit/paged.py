"""쪽 나누기 — so many lines a page, with the way to those before and behind."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from django.core.paginator import Paginator

from majungmul.web.asked import Asked

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.db.models import QuerySet

MOST = 50
"""So many lines a page."""

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
    found = Paginator(lines, MOST).get_page(request.GET.get("page"))
    return Page(list(found.object_list), found.number, found.paginator.count)
