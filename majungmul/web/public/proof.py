"""검산 — anybody's table: what does not add up, in sentences and in the table itself. Nothing is kept."""

import csv
from collections import defaultdict
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, cast

from django.http import HttpResponse

from majungmul.formats.csv_file import read_csv
from majungmul.formats.grid import Grid
from majungmul.formats.source import read_grid
from majungmul.programmes.form_answers import FieldMistake
from majungmul.proof import Finding, check
from majungmul.proof.tree import parents
from majungmul.values.mistake import Mistaken
from majungmul.values.refusal import Refusal
from majungmul.web.asked import Asked
from majungmul.web.forms.asking import ask, field
from majungmul.web.forms.typed import Typed, typed_in
from majungmul.web.public.downloads import csv_page
from majungmul.web.public.sheet import Sheet, sheet_of
from majungmul.web.showing import show

if TYPE_CHECKING:
    from django.core.files.uploadedfile import TemporaryUploadedFile

MOST_BYTES, MOST_LETTERS = 5_000_000, 200_000
FORM = ask("검산", field("text", "붙여 넣은 표", "long_text", required=False, limit=10_000))
FILE = "papers.table"

EXAMPLE = """\
사업,예산(천원),집행(천원),잔액(천원),집행률(%)
협업,"300,000","186,282","113,718",62.1
교육,"180,000","131,260","48,740",72.9
판로,"180,000","170,000","10,000",94.4
합계,"660,000","487,442","172,458",73.9
"""
"""A table to try: its 집행 does not add up, and so its 잔액 is no difference."""


class NothingBrought(Refusal):
    """표 없음."""

    sentence = "표를 붙여 넣거나, 엑셀(XLSX)이나 CSV 파일을 골라 주십시오."


class TooMuch(Refusal):
    """너무 큰 파일."""

    sentence = "파일이 5MB보다 큽니다. 검산할 시트만 따로 저장해 올려 주십시오."


class TooManyLetters(Refusal):
    """너무 긴 글."""

    sentence = "붙여 넣은 글이 20만 자보다 깁니다. 나누어 넣거나 파일로 올려 주십시오."


@dataclass(frozen=True, slots=True)
class ShownCell:
    """보이는 칸 — as it came, whether it is a figure, and the numbers of the findings that are about it."""

    text: str
    is_figure: bool
    findings: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Proved:
    """검산 결과 — the findings, the table's rows with marked cells, how many cells were looked at, what is untold."""

    findings: list[Finding]
    head: list[tuple[int, list[ShownCell]]]
    rows: list[tuple[int, list[ShownCell]]]
    looked_at: int
    untold: list[str]


def proof(request: Asked) -> HttpResponse:
    """검산 — a form; what is brought is looked at and forgotten."""
    typed = Typed(FORM, typed_in(FORM, request.POST))
    proved = None
    if request.method == "POST":
        try:
            proved = _proved(sheet_of(_brought(request, typed.value("it.text"))))
            if "marked" in request.POST:
                return _marked(proved)
            typed.answers = {"it": {"text": _text(proved)}}
        except Mistaken as mistaken:
            typed.mistakes.extend(FieldMistake(_at(request), str(each)) for each in mistaken.mistakes[:20])
        except Refusal as refusal:
            typed.mistakes.append(FieldMistake(_at(request), str(refusal)))
    elif "example" in request.GET:
        typed.answers = {"it": {"text": EXAMPLE}}
        proved = _proved(sheet_of(read_csv(EXAMPLE.encode())))
    return show(
        request,
        "public/proof.html",
        status=422 if typed.is_wrong else 200,
        typed=typed,
        proved=proved,
    )


def _marked(proved: Proved) -> HttpResponse:
    """표시된 파일 — the table, with what was found of each row behind it."""
    heading, *rows = [*proved.head, *proved.rows]
    return csv_page(
        "검산한 표",
        [*(cell.text for cell in heading[1]), "검산에서 찾은 것"],
        [[*(cell.text for cell in cells), _said(proved, cells)] for _, cells in rows],
    )


def _said(proved: Proved, cells: list[ShownCell]) -> str:
    """What was found of a row."""
    numbers = sorted({number for cell in cells for number in cell.findings})
    return " / ".join(f"{number}. {proved.findings[number - 1].sentence}" for number in numbers)


def _text(proved: Proved) -> str:
    """The table as text to put right and look at again; empty where it is too long for that."""
    text = StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerows([cell.text for cell in cells] for _, cells in [*proved.head, *proved.rows])
    return text.getvalue() if len(text.getvalue()) <= MOST_LETTERS else ""


def _brought(request: Asked, text: str) -> Grid:
    """The cells of the file, else of what was pasted. Refuses nothing, and too much."""
    file = request.FILES.get(FILE)
    if file is not None:
        if (file.size or 0) > MOST_BYTES:
            raise TooMuch
        return read_grid(Path(cast("TemporaryUploadedFile", file).temporary_file_path()))
    if not text.strip():
        raise NothingBrought
    if len(text) > MOST_LETTERS:
        raise TooManyLetters
    return read_csv(text.encode())


def _at(request: Asked) -> str:
    """The field at which a mistake is shown."""
    return FILE if FILE in request.FILES else "it.text"


def _proved(sheet: Sheet) -> Proved:
    findings = check([sheet.table])
    marks = _marks(sheet, findings)
    shown = [
        (
            number,
            [ShownCell(text, at in sheet.places, tuple(marks[index, at])) for at, text in enumerate(cells)],
        )
        for index, (number, cells) in enumerate(sheet.lines, -sheet.first)
    ]
    looked_at = sum(cell.value is not None for row in sheet.table.rows for cell in row.cells)
    return Proved(
        findings, shown[: sheet.first], shown[sheet.first :], looked_at, list(dict.fromkeys(sheet.untold))
    )


def _marks(sheet: Sheet, findings: list[Finding]) -> defaultdict[tuple[int, int], list[int]]:
    """Which findings are about which cell: row of the body and column as they came."""
    at_place = _places(sheet)
    marks: defaultdict[tuple[int, int], list[int]] = defaultdict(list)
    for number, finding in enumerate(findings, 1):
        spots = at_place[finding.place]
        same = [spot for spot in spots if spot[2] == finding.printed] or spots
        for index, at, _ in same[:1]:
            marks[index, at].append(number)
    return marks


def _places(sheet: Sheet) -> defaultdict[str, list[tuple[int, int, str]]]:
    """The cells by the words that lead to them, as findings name them (`proof.spot.place`), each with its print."""
    table, above = sheet.table, parents(sheet.table)
    found: defaultdict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for index, row in enumerate(table.rows):
        labels, step = [row.label], above[index]
        while step is not None:
            labels.insert(0, table.rows[step].label)
            step = above[step]
        way = _words(table.title, *labels)
        found[way].append((index, sheet.labels[0] if sheet.labels else 0, ""))
        for column, cell, at in zip(table.columns, row.cells, sheet.places, strict=True):
            found[f"{way} > {_words(column.label)}"].append((index, at, cell.printed))
    return found


def _words(*words: str) -> str:
    return " > ".join(" ".join(each.split()) for each in words)
