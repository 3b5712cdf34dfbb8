"""HTML 문서 — a paper as one HTML page for the screen, for A4 and for 한글, and as plain text."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup, escape

from majungmul.formats import paper_lines
from majungmul.formats.paper import Grid, Item, Pairs, Paper, Paragraph, day
from majungmul.formats.paper_lines import Line
from majungmul.values.table import Table
from majungmul.values.written import INVISIBLE

TEMPLATES = Path(__file__).with_name("templates")
DAY = re.compile(r"[0-9]{4}\. [0-9]{1,2}\. [0-9]{1,2}\.( [0-9]{2}:[0-9]{2})?")
UPRIGHT = 10
"""So many columns stand on an upright page; a paper with a wider table is printed sideways."""
LONG = 20
BLANK = "__________"
A_DAY_TO_WRITE = "        년      월      일"


def html_of(paper: Paper) -> str:
    """A whole HTML document: it asks no other host for anything, runs no script, hides no mark."""
    blocks = [line.block for line in paper_lines.lines(paper.body)]
    html = _template().render(
        paper=paper,
        is_sideways=any(isinstance(block, Grid) and len(block.table.columns) > UPRIGHT for block in blocks),
        head=paper_lines.head(paper),
        lines=list(paper_lines.lines(paper.body)),
        notes=paper_lines.notes(paper),
        attachments=paper_lines.attachments(paper),
        ending=paper_lines.ending(paper),
    )
    return INVISIBLE.sub("", html)


@cache
def _template() -> Template:
    """The one template, and what it may call."""
    room = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    room.filters |= {"day": day, "broken": _broken, "kind": lambda block: type(block).__name__}
    room.globals |= {
        "MADE_UP": paper_lines.MADE_UP,
        "END": paper_lines.END,
        "A_DAY_TO_WRITE": A_DAY_TO_WRITE,
        "words": paper_lines.words,
        "is_labelled": paper_lines.is_labelled,
        "heading": paper_lines.heading,
        "figures": paper_lines.figures,
        "manner": _manner,
    }
    return room.get_template("paper.html")


def _broken(text: str) -> Markup:
    """The text with its line feeds as breaks."""
    return Markup("<br>").join(escape(line) for line in text.splitlines())


def _manner(printed: str, is_figure: bool) -> str | None:  # noqa: FBT001 - a column is of figures, or is not
    """How a cell is set: figures to the right, a day on one line, long words with room."""
    if is_figure:
        return "figure"
    if DAY.fullmatch(printed):
        return "day"
    return "long" if len(printed) > LONG else None


def text_of(paper: Paper) -> str:
    """The plain text: indented as officials type it, cells between bars, a line to write on for what is empty."""
    made_up = [paper_lines.MADE_UP] if paper.is_made_up else []
    head = [f"{name}: {value or BLANK}" for name, value in paper_lines.head(paper)]
    body = [text for line in paper_lines.lines(paper.body) for text in _texts(line)]
    attached = [f"{room}{name}" for room, name in paper_lines.attachments(paper)]
    said = [*body, *paper_lines.notes(paper), *attached]
    ending = paper_lines.ending(paper)
    if ending == "table":
        said.append(paper_lines.END)
    elif ending:
        said[-1] += paper_lines.END
    return INVISIBLE.sub("", "\n".join([*made_up, paper.title, *head, *said, *_foot(paper)]))


def _texts(line: Line) -> Iterator[str]:
    """One block as lines of text."""
    room = "  " * line.depth
    match line.block:
        case Item():
            yield (
                f"{room}{line.sign} {paper_lines.words(line.block)}"
                if line.sign
                else room + paper_lines.words(line.block)
            )
        case Paragraph():
            yield room + line.block.text
        case Pairs():
            yield from [line.block.title] if line.block.title else []
            yield from (f"{name}: {value or BLANK}" for name, value in line.block.rows)
        case Grid():
            yield from _rows(line.block.table)
            yield from [line.block.note] if line.block.note else []


def _rows(table: Table) -> Iterator[str]:
    """A table as lines of text: title, unit, headings, rows."""
    yield from [table.title] if table.title else []
    yield from [f"(단위 : {table.unit})"] if table.unit else []
    bare = paper_lines.is_labelled(table)
    labels = [] if bare else ["구분"]
    yield " | ".join([*labels, *(paper_lines.heading(column, table) for column in table.columns)])
    for row in table.rows:
        yield " | ".join([*([] if bare else [row.label]), *(cell.printed for cell in row.cells)])


def _foot(paper: Paper) -> Iterator[str]:
    """What stands below the end: who sends or signs it, and who approved it."""
    if paper.signed_by or paper.signed_on:
        yield day(paper.signed_on) if paper.signed_on else A_DAY_TO_WRITE.strip()
    if paper.signed_by:
        yield paper.signed_by
    if paper.receiver and not paper.has_head:
        yield paper.receiver
    if paper.sender:
        yield paper.sender
    for approval in paper.approvals:
        said = (approval.role, approval.how, approval.name, day(approval.on) if approval.on else BLANK)
        yield " ".join(word for word in said if word)
