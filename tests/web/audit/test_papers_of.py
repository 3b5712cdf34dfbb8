"""What is listed as a row's papers can be opened: held against every row of the told story."""

from typing import Any

import pytest

from majungmul.values.refusal import Refusal
from majungmul.web.audit.papers_of import papers_there
from majungmul.web.papers import Kind, kinds_of_papers, proved

MOST = 25
"""Rows of a kind that are tried: the story has no more that differ."""


@pytest.mark.usefixtures("books")
def test_a_paper_is_listed_where_it_can_be_made() -> None:
    for code, kind in kinds_of_papers().items():
        for row in kind.model.objects.order_by("-id")[:MOST]:
            is_listed, can_be_made = code in dict(papers_there(row)), _can_be_made(kind, row)
            assert is_listed == can_be_made or (can_be_made and code == "refund_withdrawal"), (code, row.pk)


def _can_be_made(kind: Kind, row: Any) -> bool:
    try:
        proved(kind, row)
    except Refusal:
        return False
    return True
