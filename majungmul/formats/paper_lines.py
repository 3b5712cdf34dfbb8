"""문서의 줄 — what every writer of a paper shows, in its order: head, numbered lines, and where 끝. stands.

항목 기호, 띄우기, 끝 표시: 행정업무의 운영 및 혁신에 관한 규정 시행규칙 제2조·제4조, and its handbook.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from majungmul.formats.paper import LABEL, Block, Item, Paper, Paragraph, day
from majungmul.values.table import Column, Table
from majungmul.values.won_words import in_figures_and_words

MADE_UP = "가상 자료 — 실제 기관·사람·금액이 아닙니다."
END = "  끝."
"""끝 표시 — one letter (two columns) after the last word."""

FIRST_SYLLABLE, VOWELS_A_LEAD, FINALS = 0xAC00, 21, 28
LEADS = (0, 2, 3, 5, 6, 7, 9, 11, 12, 14, 15, 16, 17, 18)
VOWELS = (0, 4, 8, 13, 18, 20)
NUMBERS = tuple(str(number) for number in range(1, 1_000))
LETTERS = tuple(
    chr(FIRST_SYLLABLE + (lead * VOWELS_A_LEAD + vowel) * FINALS) for vowel in VOWELS for lead in LEADS
)
"""가 나 다 … 하, 거 너 … 허, 고 …: the single vowels in turn."""
CIRCLED_NUMBERS = tuple(
    chr(code)
    for first, last in ((0x2460, 0x2473), (0x3251, 0x325F), (0x32B1, 0x32BF))
    for code in range(first, last + 1)
)
CIRCLED_LETTERS = tuple(chr(code) for code in range(0x326E, 0x327C))
SIGNS: tuple[tuple[str, Sequence[str]], ...] = (
    ("{}.", NUMBERS),
    ("{}.", LETTERS),
    ("{})", NUMBERS),
    ("{})", LETTERS),
    ("({})", NUMBERS),
    ("({})", LETTERS),
    ("{}", CIRCLED_NUMBERS),
    ("{}", CIRCLED_LETTERS),
)
"""항목 기호 — how the signs of each depth are written, and their series."""


@dataclass(frozen=True, slots=True)
class Line:
    """문서의 줄 — a block of the body, its depth (0 is the left edge), and its sign where it is an item."""

    depth: int
    sign: str
    block: Block


def lines(blocks: Sequence[Block], depth: int = 0) -> Iterator[Line]:
    """Every block of a body in reading order; items of one parent are numbered through other blocks.

    An item alone among its siblings has no sign, and what is below it stands at its own depth.
    """
    items = [block for block in blocks if isinstance(block, Item)]
    is_numbered = len(items) > 1
    signs = iter([sign(depth, place) for place in range(len(items))] if is_numbered else [""])
    for block in blocks:
        if isinstance(block, Item):
            yield Line(depth, next(signs), block)
            yield from lines(block.items, depth + 1 if is_numbered else depth)
        else:
            yield Line(depth, "", block)


def sign(depth: int, place: int) -> str:
    """항목 기호 — of the item at that place (from 0): `1.` `가.` `1)` …. Beyond the last one is a bug."""
    if depth >= len(SIGNS) or place >= len(SIGNS[depth][1]):
        message = f"no sign for item {place + 1} at depth {depth + 1}"
        raise ValueError(message)
    form, series = SIGNS[depth]
    return form.format(series[place])


def words(item: Item) -> str:
    """The words of an item, with its amount in figures and in words."""
    if item.amount is None:
        return item.text
    amount = in_figures_and_words(item.amount)
    return f"{item.text}: {amount}" if item.text else amount


def head(paper: Paper) -> list[tuple[str, str]]:
    """문서 머리 — names and values; an empty value is a place to write it."""
    rows = [
        ("문서번호", paper.number),
        ("시행일", day(paper.effective) if paper.effective else ""),
        ("수신", paper.receiver if paper.has_head else ""),
        ("경유", paper.via),
        ("보탬e", paper.portal),
        ("근거", ", ".join(paper.basis)),
    ]
    due = ("문서번호", "시행일", "수신") if paper.has_head else ()
    return [(name, value) for name, value in rows if value or name in due]


def attachments(paper: Paper) -> list[tuple[str, str]]:
    """붙임 — the word or the room it takes, and each paper; numbered where there are more than one."""
    is_many = len(paper.attachments) > 1
    return [
        ("붙임  " if place == 1 else " " * 6, f"{place}. {name}" if is_many else name)
        for place, name in enumerate(paper.attachments, start=1)
    ]


def notes(paper: Paper) -> list[str]:
    """※ — each note with its mark."""
    return [note if note.startswith("※") else f"※ {note}" for note in paper.notes]


def ending(paper: Paper) -> Literal["attachments", "notes", "text", "table", ""]:
    """끝 표시 — after what it stands: below a table, behind all else. A form has none."""
    if not paper.has_head:
        return ""
    if paper.attachments:
        return "attachments"
    if paper.notes:
        return "notes"
    *_, last = [None, *lines(paper.body)]
    return "text" if last and isinstance(last.block, Item | Paragraph) else "table"


def is_labelled(table: Table) -> bool:
    """Whether the first column is the labels of the rows: else they stand in one of their own, 구분."""
    return bool(table.columns) and table.columns[0].key == LABEL


def heading(column: Column, table: Table) -> str:
    """The words of a column, with its unit where that is not the table's."""
    is_said = not column.unit or column.unit == table.unit or f"({column.unit})" in column.label
    return column.label if is_said else f"{column.label}({column.unit})"


def figures(table: Table) -> list[bool]:
    """For each column whether it holds figures, which stand at the right."""
    return [
        bool(column.unit) or any(row.cells[place].value is not None for row in table.rows)
        for place, column in enumerate(table.columns)
    ]
