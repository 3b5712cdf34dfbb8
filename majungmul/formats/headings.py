"""열 이름 — which column of a file is which, whatever people call it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from majungmul.values.mistake import Mistake, Mistaken
from majungmul.values.refusal import Refusal
from majungmul.values.written import clean, shown, visible

SEARCHED = 10
MOST_COLUMNS = 1_000
ALIKE = 0.8

IN_BRACKETS = re.compile(r"[(\[]([^()\[\]]*)[)\]]$")
NOT_IN_WON = re.compile(r"[십백천만억조]원|^[십백천만억조]+$|000|달러|유로|위안|엔|usd|eur|jpy|cny|[$€¥]")

Row = tuple[int, list[str]]


class MissingColumn(Refusal):
    """없는 열."""

    sentence = "{accepted} 열이 없습니다. 이 행에 그 이름의 열을 넣고 아래에 값을 적어 주십시오."


class DoubledColumn(Refusal):
    """겹친 열."""

    sentence = "{found}은(는) 같은 열입니다. 하나만 남기고 지워 주십시오."


class NotInWon(Refusal):
    """원이 아닌 단위."""

    sentence = (
        "단위가 ‘{unit}’(으)로 적혀 있습니다. 금액을 원 단위로 고쳐 적고 열 이름에서 단위를 지워 주십시오."
    )


class AlmostAColumn(Refusal):
    """비슷한 열 이름."""

    sentence = (
        "아는 열 이름이 아닙니다. {accepted}(이)라면 그대로 고쳐 적고, 아니라면 다른 이름으로 적어 주십시오."
    )


class TitleAbove(Refusal):
    """열 이름 위의 제목."""

    sentence = "열 이름이 {row}행에 있습니다. 첫 행에는 열 이름만 두고 제목이나 합친 칸은 지워 주십시오."


class HeadingInTwoRows(Refusal):
    """두 줄로 된 열 이름."""

    sentence = "열 이름이 {row}행까지 두 줄로 되어 있습니다. 한 행에만 적고 제목이나 합친 칸은 지워 주십시오."


class TooManyColumns(Refusal):
    """너무 많은 열."""

    sentence = "열이 {count}개나 됩니다(1,000개까지). 한 행에 한 건씩 적고 쓰지 않는 열을 지워 주십시오."


@dataclass(frozen=True, slots=True)
class ColumnName:
    """열 이름 — our key, and what else people call it."""

    name: str
    aliases: tuple[str, ...] = ()
    required: bool = True

    @property
    def accepted(self) -> str:
        """`‘원금’ 또는 ‘principal’`."""
        return " 또는 ".join(f"‘{name}’" for name in (*self.aliases, self.name))


@dataclass(frozen=True, slots=True)
class Heading:
    """열 이름 행 — its words, where each column stands, and what the file calls it."""

    row: int
    written: tuple[str, ...]
    places: dict[str, int]
    names: dict[str, str]
    width: int


def last(cells: Sequence[str]) -> int:
    """How many cells there are up to the last one that is not empty."""
    backwards = enumerate(reversed(cells))
    return len(cells) - next((empty for empty, cell in backwards if visible(cell)), len(cells))


def find_heading(rows: Sequence[Row], columns: Sequence[ColumnName]) -> tuple[Heading, list[Mistake]]:
    """The heading, which is the first row, and what is wrong with it. A heading elsewhere is refused."""
    number, cells = rows[0]
    written = tuple(visible(cell) for cell in cells)
    if len(written) > MOST_COLUMNS:
        raise Mistaken([Mistake(f"{number}행", str(TooManyColumns(count=f"{len(written):,}")))])
    found = _found(written, columns)
    _refuse_other_rows(rows, found, columns)
    first = {name: places[0] for name, places in found.items()}
    names = {name: shown(written[at]) for name, at in first.items()}
    heading = Heading(number, written, first, names, last(written))
    place = f"{number}행"
    doubled = [
        Mistake(place, str(DoubledColumn(found="와(과) ".join(f"‘{shown(written[at])}’" for at in places))))
        for places in found.values()
        if len(places) > 1
    ]
    missing = [
        Mistake(place, str(MissingColumn(accepted=column.accepted)))
        for column in columns
        if column.required and column.name not in found
    ]
    return heading, [*_wrong_units(heading), *doubled, *missing, *_almost(heading, columns)]


def _refuse_other_rows(
    rows: Sequence[Row], found: dict[str, list[int]], columns: Sequence[ColumnName]
) -> None:
    """Refuse a title above the heading, and a heading in two rows."""
    first = rows[0][0]
    others = [(number, _found(cells[:MOST_COLUMNS], columns).keys()) for number, cells in rows[1:SEARCHED]]
    best, names = max(others, key=lambda other: len(other[1]), default=(0, {}.keys()))
    if len(found) <= 1 < len(names):
        raise Mistaken([Mistake(f"{first}행", str(TitleAbove(row=best)))])
    missing = {column.name for column in columns if column.required} - found.keys()
    second, names = others[0] if others else (0, {}.keys())
    if len(names) > 1 or names & missing:
        raise Mistaken([Mistake(f"{first}행", str(HeadingInTwoRows(row=second)))])


def _found(cells: Sequence[str], columns: Sequence[ColumnName]) -> dict[str, list[int]]:
    """Where each column stands; more than one place is a doubled column."""
    names = {_key(word): column.name for column in columns for word in (column.name, *column.aliases)}
    found: dict[str, list[int]] = {}
    for place, cell in enumerate(cells):
        key = _key(cell)
        name = names.get(key) or names.get(_key(IN_BRACKETS.sub("", key)))
        if name is not None:
            found.setdefault(name, []).append(place)
    return found


def _key(text: str) -> str:
    """The word without spaces, case, `_` and the `*` that marks what is required."""
    return re.sub(r"[\s_*]", "", clean(text)).casefold()


def _wrong_units(heading: Heading) -> list[Mistake]:
    """`원금(천원)`: an amount is written in won and in nothing else."""
    mistakes = []
    for name, place in heading.places.items():
        unit = IN_BRACKETS.search(_key(heading.written[place]))
        if unit and NOT_IN_WON.search(unit[1]):
            where = f"{heading.row}행 ‘{heading.names[name]}’ 열"
            mistakes.append(Mistake(where, str(NotInWon(unit=shown(unit[1])))))
    return mistakes


def _almost(heading: Heading, columns: Sequence[ColumnName]) -> list[Mistake]:
    """A word that nearly names an optional column: ignored as a stranger, it would change the sums."""
    absent = {
        _key(word): column
        for column in columns
        if not column.required and column.name not in heading.places
        for word in (column.name, *column.aliases)
    }
    strangers = [place for place in range(len(heading.written)) if place not in heading.places.values()]
    mistakes = []
    for place in strangers if absent else []:
        word = heading.written[place]
        for near in get_close_matches(_key(IN_BRACKETS.sub("", clean(word))), absent, 1, ALIKE):
            sentence = str(AlmostAColumn(accepted=absent[near].accepted))
            mistakes.append(Mistake(f"{heading.row}행 ‘{shown(word)}’ 열", sentence))
    return mistakes
