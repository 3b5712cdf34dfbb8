"""XLSX 칸 살피기 — what the reading library does not tell: cells without a value, and how much there is."""

from functools import reduce
from string import digits

from majungmul.formats.grid import Place
from majungmul.formats.xlsx_package import (
    DamagedWorkbook,
    Package,
    TooMuchInside,
    careful_parser,
    local,
    parse,
)
from majungmul.values.refusal import Refusal
from majungmul.values.written import shown

MOST_CELLS = 1_200_000
MOST_MERGED = 100_000
MOST_LETTERS = 30_000_000
VALUES = {"v", "is", "t"}
LAST_ROW, LAST_COLUMN = 1_048_576, 16_384


class BrokenFormula(Refusal):
    """값을 내지 못한 수식."""

    sentence = "수식이 값을 내지 못하고 ‘{found}’을(를) 보입니다. 수식을 고치거나 값을 직접 적어 주십시오."


class FormulaWithoutValue(Refusal):
    """계산되지 않은 수식."""

    sentence = "수식만 있고 계산된 값이 없습니다. 엑셀에서 열어 다시 저장하거나 값을 직접 적어 주십시오."


def look_over(package: Package) -> dict[Place, tuple[str, str]]:
    """The cells that have no proper value: what they show, and the sentence. Refuses a sheet beyond bounds.

    The library reads `#N/A` and a formula without a value as an empty cell, and makes room for every
    cell between the first and the last: a lone cell in the last corner would take all memory.
    """
    cells = _Cells(_lengths(package.strings_part))
    parser = careful_parser()
    parser.StartElementHandler = cells.start
    parser.CharacterDataHandler = cells.hear
    parse(parser, package.sheet_part)
    cells.finish()
    return cells.unreadable


class _Cells:
    """칸들 — follows the cells of a sheet as the parser meets them; one ends where the next begins."""

    def __init__(self, lengths: list[int]) -> None:
        self.lengths = lengths
        self.unreadable: dict[Place, tuple[str, str]] = {}
        self.columns: dict[str, int] = {}
        self.row, self.column, self.letters, self.merged = 0, -1, 0, 0
        self.top, self.bottom, self.right = LAST_ROW, 0, 0
        self.kind, self.text, self.is_formula, self.is_value = "n", "", False, False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """A row, a cell, its formula or its value begins."""
        if ":" in name:
            name = local(name)
        self.is_value = name in VALUES
        if name == "c":
            self.finish()
            self._move(attributes.get("r", ""))
            self.kind = attributes.get("t", "n")
        elif name == "f":
            self.is_formula = True
        elif name == "row":
            self.finish()
            self._move_row(attributes.get("r", ""))
        elif name == "mergeCell":
            self.merged += 1
            if self.merged > MOST_MERGED:
                raise TooMuchInside

    def hear(self, text: str) -> None:
        """Letters, of which those of a value count."""
        if self.is_value:
            self.text += text

    def finish(self) -> None:
        """The cell is over: measure and judge it, if there is anything in it."""
        if not (self.text or self.is_formula):
            return
        if self.kind == "s":
            self._count_letters()
        if self.row > self.bottom or self.column > self.right or self.row < self.top:
            self._widen()
        if self.is_formula or self.kind == "e":
            self._judge()
        self.text, self.is_formula = "", False

    def _move_row(self, number: str) -> None:
        """To the row with this number, or the next."""
        self.row = _integer(number) if number else self.row + 1
        self.column = -1

    def _move(self, reference: str) -> None:
        """To the cell `C5`, or to the next one in the row."""
        name = reference.rstrip(digits)
        if not name:
            self.column += 1
        else:
            self.row = _integer(reference[len(name) :])
            self.column = self.columns[name] if name in self.columns else self._column_of(name)
        if not (1 <= self.row <= LAST_ROW and self.column < LAST_COLUMN):
            raise DamagedWorkbook

    def _column_of(self, name: str) -> int:
        """How many columns stand before the column `C`."""
        if not (name.isascii() and name.isupper() and name.isalpha() and len(name) <= len("XFD")):
            raise DamagedWorkbook
        number = reduce(lambda number, letter: number * 26 + ord(letter) - ord("A") + 1, name, 0)
        self.columns[name] = number - 1
        return number - 1

    def _widen(self) -> None:
        """Let the used range reach to this cell."""
        self.top, self.bottom = min(self.top, self.row), max(self.bottom, self.row)
        self.right = max(self.right, self.column)
        if (self.bottom - self.top + 1) * (self.right + 1) > MOST_CELLS:
            raise TooMuchInside

    def _count_letters(self) -> None:
        """Count the letters of the shared text that this cell names by its number."""
        number = _integer(self.text.strip())
        if number >= len(self.lengths):
            raise DamagedWorkbook
        self.letters += self.lengths[number]
        if self.letters > MOST_LETTERS:
            raise TooMuchInside

    def _judge(self) -> None:
        """Keep a cell that shows `#N/A`, or has a formula and no value."""
        text, place = self.text.strip(), (self.row, self.column)
        if self.kind == "e":
            self.unreadable[place] = (text, str(BrokenFormula(found=shown(text))))
        elif not text and self.kind != "str":
            self.unreadable[place] = ("=", str(FormulaWithoutValue()))


def _integer(text: str) -> int:
    """A row or an index; what is written otherwise, or is far too long, is damage."""
    if not (text.isascii() and text.isdigit() and len(text) <= len(str(MOST_LETTERS))):
        raise DamagedWorkbook
    return int(text)


def _lengths(strings_part: bytes) -> list[int]:
    """How long each shared text is."""
    lengths: list[int] = []

    def start(name: str, _: dict[str, str]) -> None:
        if local(name) == "si":
            lengths.append(0)

    def hear(text: str) -> None:
        if lengths:
            lengths[-1] += len(text)

    if strings_part:
        parser = careful_parser()
        parser.StartElementHandler = start
        parser.CharacterDataHandler = hear
        parse(parser, strings_part)
    return lengths
