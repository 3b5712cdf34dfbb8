"""문서 — an official paper as plain data: what it says, and nothing of how it looks.

Stages make papers (`papers.py`), writers show them (`html_paper.py`). A figure is in the data once,
so that no two outputs of one paper can differ.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal
from typing import Literal

from majungmul.values.table import Cell, Column, Formula, Row, Table, Totals
from majungmul.values.won import Won

LABEL = "label"
"""Key of the first column of a table made here: it prints the labels of its rows itself."""

Kind = Literal["won", "price", "count", "number", "percent", "text", "date"]
"""How a column prints its values. `price` and `number` are won and counts that no total adds up."""

Heading = tuple[str, Kind] | tuple[str, Kind, Formula]
"""Words and kind of a column, and how its values follow from other columns, named by their words."""

Entry = Won | int | Decimal | date | str | Cell | None
"""A value of a row. A str stands as it is in a column of any kind (미정); None is an empty cell."""

MONEY: tuple[Kind, ...] = ("won", "price")
ADDING: tuple[Kind, ...] = ("won", "count")
STEPS = {"원": 0, "천원": 3, "백만원": 6, "억원": 8}


@dataclass(frozen=True, slots=True)
class Item:
    """항목 — a numbered item: `1.` `가.` `1)` `가)` `(1)` `(가)` `①` `㉮` by depth; writers give the sign.

    An amount follows the text in figures and in words: `금113,560원(금일십일만삼천오백육십원)`.
    """

    text: str
    items: "tuple[Block, ...]" = ()
    amount: Won | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """문단 — text without a number. A line feed is kept."""

    text: str


@dataclass(frozen=True, slots=True)
class Pairs:
    """항목표 — 항목명 | 값, as forms have it. A line feed in a value is kept."""

    rows: tuple[tuple[str, str], ...]
    title: str = ""


@dataclass(frozen=True, slots=True)
class Grid:
    """숫자표 — a table of figures and a note below it; proof checks it before it is shown."""

    table: Table
    note: str = ""


Block = Item | Paragraph | Pairs | Grid


@dataclass(frozen=True, slots=True)
class Approval:
    """결재 칸 — who signed in which role, on which day; `how`: 전결, 대결."""

    role: str
    name: str
    on: date | None = None
    how: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """문서 — an official paper. What is empty is not printed, unless a place to write it is due."""

    kind: str
    """The name in `majungmul paper KIND ID`."""
    title: str
    sender: str = ""
    """발신 명의: 서울특별시장."""
    receiver: str = ""
    """수신; at the foot of a form, with its 귀하 or 귀중."""
    via: str = ""
    number: str = ""
    """문서번호; where it is empty, a place to write it is printed."""
    effective: date | None = None
    """시행일; a place, too."""
    portal: str = ""
    """보탬e 등록번호·등록일; empty where there was none (2018)."""
    has_head: bool = True
    """A letter, with places for 문서번호·시행일·수신 and with 끝. Forms such as a 신청서 have neither."""
    basis: tuple[str, ...] = ()
    """근거 법령, each `지방보조금법 제8조·제10조`."""
    body: tuple[Block, ...] = ()
    attachments: tuple[str, ...] = ()
    """붙임, each with its number of copies: `교부조건 1부.`"""
    approvals: tuple[Approval, ...] = ()
    is_made_up: bool = False
    """가상 자료: said at the top and in the foot of every page."""
    notes: tuple[str, ...] = ()
    """※ …"""
    signed_by: str = ""
    """`신청인 서울가상인쇄협동조합 이사장 홍길동 (직인)`."""
    signed_on: date | None = None


def day(day: date) -> str:
    """날짜 — `2026. 11. 23.`, as official papers write a day."""
    return f"{day.year}. {day.month}. {day.day}."


def moment(at: datetime) -> str:
    """일시 — `2026. 11. 23. 14:05`, in the time zone that `at` is in. One without a zone is a bug."""
    if at.tzinfo is None:
        message = f"{at!r} has no time zone"
        raise ValueError(message)
    return f"{day(at)} {at:%H:%M}"


def rate(part: Won, whole: Won) -> Decimal | None:
    """집행률 — what part of the whole, in per cent with one digit, halves up; None of nothing. Shown, never paid."""
    if not whole:
        return None
    return (Decimal(part.amount) * 100 / Decimal(whole.amount)).quantize(Decimal("0.1"), ROUND_HALF_UP)


def table(
    key: str,
    title: str,
    unit: str,
    columns: Sequence[Heading],
    rows: Sequence[Sequence[Entry]],
    totals: Sequence[Entry] = (),
) -> Table:
    """표 — a table from plain values: zero prints `-`, less than zero `△1,000`, money in `unit`.

    The first column prints the labels of the rows. `totals` is the last row, given and not worked
    out, so that proof can find a difference. A value of another kind than its column's is a bug.
    """
    made = [
        _row(str(place), 1 if totals else 0, row, columns, unit) for place, row in enumerate(rows, start=1)
    ]
    if totals:
        made.append(_row("total", 0, totals, columns, unit))
    return Table(
        key=key,
        title=title,
        unit=unit,
        columns=tuple(_column(place, heading, unit) for place, heading in enumerate(columns)),
        rows=tuple(made),
        totals=Totals.LAST if totals else Totals.NONE,
    )


def _column(place: int, heading: Heading, unit: str) -> Column:
    """The column: its words are its key, too, so that formulas can be written in words."""
    label, kind, *formula = heading
    return Column(
        key=label if place else LABEL,
        label=label,
        unit=_unit(kind, unit),
        adds=kind in ADDING,
        formula=formula[0] if formula else None,
    )


def _unit(kind: Kind, unit: str) -> str:
    """What figures of a kind are printed in; nothing for counts, whose words say what is counted."""
    if kind in MONEY:
        return unit if unit in STEPS else "원"
    return "%" if kind == "percent" else ""


def _row(key: str, level: int, entries: Sequence[Entry], columns: Sequence[Heading], unit: str) -> Row:
    """A row of cells, which bears the words of its first cell."""
    cells = tuple(_cell(entry, heading[1], unit) for entry, heading in zip(entries, columns, strict=True))
    return Row(key=key, label=cells[0].printed, level=level, cells=cells)


def _cell(entry: Entry, kind: Kind, unit: str) -> Cell:
    """The cell of one value."""
    if isinstance(entry, Cell):
        return entry
    return Cell(entry or "") if entry is None or isinstance(entry, str) else _valued(entry, kind, unit)


def _valued(entry: Won | int | Decimal | date, kind: Kind, unit: str) -> Cell:
    """The cell of a value that is no words. TypeError: it is of another kind than the column."""
    match kind, entry:
        case (("won" | "price"), Won()):
            return Cell(_figure(Decimal(entry.amount).scaleb(-STEPS.get(unit, 0))), entry.amount)
        case (("count" | "number"), int()) if not isinstance(entry, bool):
            return Cell(_figure(Decimal(entry)), entry)
        case "percent", Decimal():
            return Cell(_digits(entry), entry)
        case "date", date():
            return Cell(moment(entry) if isinstance(entry, datetime) else day(entry))
    message = f"a column of {kind} takes no {type(entry).__name__}: {entry!r}"
    raise TypeError(message)


def _figure(value: Decimal) -> str:
    """An amount or a count: `1,000`, `△1,000`, and `-` for zero."""
    return _digits(value.normalize()) if value else "-"


def _digits(value: Decimal) -> str:
    """The digits as a paper prints them."""
    return f"{'△' if value < 0 else ''}{abs(value):,f}"
