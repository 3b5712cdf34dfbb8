"""문서 보이기 — the official papers of all stages, by their kind; each is proved before it is shown."""

import hashlib
import re
from base64 import b64encode
from collections.abc import Callable, Mapping
from functools import cache
from html import unescape
from importlib import import_module
from typing import TYPE_CHECKING, Any, NamedTuple
from uuid import UUID

from django.http import HttpResponse

from majungmul.books.parties.queries.rows import NotHere
from majungmul.books.parties.queries.seats import Seat
from majungmul.books.parties.queries.sight import in_sight
from majungmul.formats.html_paper import html_of
from majungmul.formats.paper import Paper
from majungmul.proof.papers import unproved
from majungmul.values.refusal import Refusal
from majungmul.web.asked import Asked

if TYPE_CHECKING:
    from majungmul.books.trail.models import Recorded

STAGES = ("plan", "call", "application", "review", "award", "delivery", "payment", "settlement")
STYLE = re.compile(r"<style>(.*?)</style>", re.DOTALL)
STYLED = re.compile(r' style="([^"]*)"')


class Kind(NamedTuple):
    """문서의 종류 — its title, the row whose id it is asked by, and the function that makes it."""

    title: str
    model: Any
    made_by: Callable[[Any], Paper]


class DoesNotAddUp(Refusal):
    """표가 맞지 않음."""

    sentence = "{title}의 표가 맞지 않아 내지 않았습니다. 전산 담당자에게 알려 주십시오.\n{found}"


@cache
def kinds_of_papers() -> Mapping[str, Kind]:
    """문서의 종류 — of all stages, in their order."""
    kinds: dict[str, Kind] = {}
    for stage in STAGES:
        papers = import_module(f"majungmul.stages.{stage}.papers").PAPERS
        kinds |= {name: Kind(*kind) for name, kind in papers.items()}
    return kinds


def proved(kind: Kind, row: Any) -> Paper:  # noqa: ANN401 - of whichever kind
    """The paper of a row. Refuses tables that do not add up, naming each."""
    paper = kind.made_by(row)
    if findings := unproved(paper):
        sentences = "\n".join(finding.sentence for finding in findings)
        raise DoesNotAddUp(title=kind.title, found=sentences)
    return paper


def row_of(seat: Seat, kind: str, row: UUID) -> "Recorded":
    """The row that a paper is of. Refuses (NotHere) one that the seat may not see, and no such kind."""
    known = kinds_of_papers()
    if kind not in known:
        raise NotHere(what="문서")
    found: Recorded = in_sight(known[kind].model, seat, row)
    return found


def title_of(kind: str) -> str:
    """What papers of this kind are called."""
    return kinds_of_papers()[kind].title


def paper_for(seat: Seat, kind: str, row: UUID) -> Paper:
    """A paper, for a seat that may see the row it is of. Refuses (NotHere) any other, and no such kind."""
    found = row_of(seat, kind, row)
    return proved(kinds_of_papers()[kind], found)


def papers_of(*wanted: tuple[str, UUID]) -> list[tuple[str, str, UUID]]:
    """문서 목록 — (kind, title, row) of these, for a page to link to."""
    return [(kind, kinds_of_papers()[kind].title, row) for kind, row in wanted]


def paper_page(request: Asked, kind: str, row: UUID) -> HttpResponse:
    """The paper of a row that the seat may see, as a page of its own."""
    return page_of(paper_for(request.seat, kind, row))


def page_of(paper: Paper) -> HttpResponse:
    """A paper as a page of its own: each of its styles is named by its hash, so that nothing else may be styled."""
    html = html_of(paper)
    styles = [*STYLE.findall(html), *dict.fromkeys(unescape(each) for each in STYLED.findall(html))]
    response = HttpResponse(html)
    response["Cache-Control"] = "private, no-store"
    response._csp_update = {"style-src": ["'unsafe-hashes'", *map(_named, styles)]}  # type: ignore[attr-defined]  # noqa: SLF001 - what django-csp's decorator sets
    return response


def _named(style: str) -> str:
    """A style as a policy names it: by its hash."""
    return f"'sha256-{b64encode(hashlib.sha256(style.encode()).digest()).decode()}'"
