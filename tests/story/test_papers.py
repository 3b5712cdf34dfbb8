"""Every paper of every stage can be made from what was told: proved, whole, and said to be made up."""

import re
from collections.abc import Iterator

import pytest

from majungmul.books.trail.models import Recorded
from majungmul.formats.html_paper import html_of, text_of
from majungmul.formats.paper import Paper
from majungmul.proof.papers import unproved
from majungmul.story.telling import Told
from majungmul.values.refusal import Refusal
from majungmul.web.papers import Kind, kinds_of_papers

KINDS = sorted(kinds_of_papers())
OF_A_PLAN = ("plan_notice", "open_items")
MOST = 12
"""So many rows of a kind are looked at."""

NOT_FOR_PEOPLE = re.compile(
    r"\bNone\b|\bTrue\b|\bFalse\b|Won\(|UUID\(|datetime\.|<[a-z_]+\.|object at 0x|\{\w*\}|\bq[1-4]\b"
    r"|[0-9]{4}-[0-9]{2}-[0-9]{2}T|[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-"
)
EMPTY_PLACES = ("()", "( )", "‘’", "「」", ": ,", "··", ",,", ". .")


def papers_of(kind: Kind, told: Told) -> Iterator[tuple[Recorded, Paper]]:
    """The papers of a kind, of every row that has one."""
    made = 0
    for row in kind.model.objects.of(told.system.jurisdiction).order_by("id"):
        try:
            paper = kind.made_by(row)
        except Refusal:  # the paper of another kind of row: 교부결정 and 지원결정 are both decisions
            continue
        yield row, paper
        made += 1
        if made == MOST:
            return


@pytest.mark.parametrize("name", KINDS)
def test_every_kind_of_paper_is_made_from_the_story(whole: Told, name: str) -> None:
    papers = [paper for _, paper in papers_of(kinds_of_papers()[name], whole)]
    assert papers, f"이야기에 ‘{name}’을(를) 만들 기록이 없습니다."


@pytest.mark.parametrize("name", KINDS)
def test_every_paper_is_proved_and_fit_for_people(whole: Told, name: str) -> None:
    for row, paper in papers_of(kinds_of_papers()[name], whole):
        text, where = text_of(paper), f"{name} {row.pk}"
        assert [finding.sentence for finding in unproved(paper)] == [], where
        assert not (found := NOT_FOR_PEOPLE.search(text)), f"{where}: {found[0]!r}\n{text}"
        assert not (empty := [place for place in EMPTY_PLACES if place in text]), f"{where}: {empty}\n{text}"
        if paper.is_made_up:
            assert "가상 자료" in text, where
            assert "가상 자료" in html_of(paper), where


@pytest.mark.parametrize("name", KINDS)
def test_what_is_made_up_says_so(whole: Told, name: str) -> None:
    """But a plan: it is the city's own, and the year's calls alone are made up."""
    for row, paper in papers_of(kinds_of_papers()[name], whole):
        assert paper.is_made_up or name in OF_A_PLAN, f"{name} {row.pk}"
