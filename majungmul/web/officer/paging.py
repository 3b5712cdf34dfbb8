"""쪽 나누기 — fifty rows a page, with the filters of the page kept in its links."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from django.core.paginator import Paginator

from majungmul.web.asked import Asked

ROWS = 50


class Sheet(NamedTuple):
    """한 쪽 — its rows, how many there are in all, its number of how many, and links to its neighbours."""

    rows: list[Any]
    total: int
    number: int
    pages: int
    before: str
    after: str


def sheet_of(request: Asked, rows: Sequence[Any]) -> Sheet:
    """한 쪽 — the one that the address asks for (`?page=2`); the nearest where there is no such page."""
    found = Paginator(rows, ROWS).get_page(request.GET.get("page"))
    pages = found.paginator.num_pages
    before = _link(request, found.number - 1) if found.number > 1 else ""
    after = _link(request, found.number + 1) if found.number < pages else ""
    return Sheet(list(found.object_list), found.paginator.count, found.number, pages, before, after)


def _link(request: Asked, number: int) -> str:
    query = request.GET.copy()
    query["page"] = str(number)
    return f"?{query.urlencode()}"
