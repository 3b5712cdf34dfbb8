"""The paper of 2018: every number and heading, in its order, is in the plan or excused with a reason."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import pytest
from pydantic import BaseModel

from majungmul.programmes.figures import figures_of
from majungmul.programmes.plan import WrittenCell, plan
from majungmul.programmes.plan_cells import read
from majungmul.programmes.plan_tables import tables_of
from majungmul.programmes.specification import programmes_of, specification
from majungmul.values.table import Cell

PAPER = Path(__file__).parent / "2018.tsv"
EXCUSED = "excused: "
Line = tuple[str, str, str]


def lines() -> list[Line]:
    """Kind, text as printed, and the path of the figure or the excuse."""
    rows = (row.split("\t") for row in PAPER.read_text(encoding="utf-8").splitlines())
    return [(kind, text, target) for kind, text, target in rows]


@cache
def cells() -> dict[str, tuple[Cell, str]]:
    """Every cell by its path, with the unit of its column."""
    return {
        table.path(row, column): (cell, column.unit)
        for table in tables_of(plan("seoul", 2018))
        for row in table.rows
        for column, cell in zip(table.columns, row.cells, strict=True)
    }


@cache
def words() -> frozenset[str]:
    """Every text that the plan, its tables and the nine specifications hold, without spaces."""
    whole = plan("seoul", 2018)
    held: list[object] = [specification("seoul", name) for name in programmes_of("seoul")]
    labels = [row.label for table in tables_of(whole) for row in table.rows]
    fixed = ["사전 검토항목", "점검 사항", "검토완료", "해당없음"]
    return frozenset(bare(text) for text in (*texts([whole, *held]), *labels, *fixed))


def texts(held: object) -> Iterator[str]:
    if isinstance(held, BaseModel):
        yield from texts([value for _, value in held])
    elif isinstance(held, dict):
        yield from texts(list(held.values()))
    elif isinstance(held, list | tuple):
        for one in held:
            yield from texts(one)
    elif isinstance(held, str):
        yield held


def bare(text: str) -> str:
    return re.sub(r"[\s.·ㆍ‘’「」]", "", unicodedata.normalize("NFKC", text))


@cache
def known() -> frozenset[str]:
    """The path of every figure."""
    return frozenset(figure.path for figure in figures_of(plan("seoul", 2018)))


def prints(path: str, text: str) -> bool:
    """Whether the figure is printed so: in its table, in another place, or as the same number."""
    cell, unit = cells()[path]
    if text in {cell.printed, *(again.text for again in cell.again)}:
        return True
    return cell.value is not None and read(text, unit) == cell.value


def is_held(line: Line) -> bool:
    kind, text, target = line
    if kind == "number":
        return target in known() and prints(target, text)
    return kind == "heading" and any(bare(text) in held for held in words())


def wrong(paper: Iterable[Line]) -> list[Line]:
    """The lines that are neither in the plan nor excused."""
    return [line for line in paper if not line[2].startswith(EXCUSED) and not is_held(line)]


def test_every_number_and_heading_of_the_paper_is_held_or_excused() -> None:
    assert wrong(lines()) == []


def test_nothing_of_the_paper_is_left_out() -> None:
    assert Counter(kind for kind, _, _ in lines()) == {"number": 466, "heading": 385}


def test_an_excuse_has_a_reason() -> None:
    excuses = [target for _, _, target in lines() if target.startswith("excused")]
    assert all(len(excuse.removeprefix(EXCUSED)) >= 3 for excuse in excuses)


def test_every_figure_of_the_plan_stands_in_the_paper() -> None:
    printed = {target for kind, _, target in lines() if kind == "number"}
    assert known() - printed == set()


def test_every_place_that_prints_a_figure_again_is_known() -> None:
    times = Counter(target for _, _, target in lines() if target in cells())
    expected: Counter[str] = Counter()
    for table in plan("seoul", 2018).tables:
        for row in table.rows:
            for column, given in zip(table.columns, row.cells, strict=True):
                again = given.printed_again if isinstance(given, WrittenCell) else ()
                path = f"{table.key}.{row.key}.{column.key}"
                expected[path] = 1 + len(again) + (table.printed_again is not None)
    assert {path: count for path, count in times.items() if expected[path] != count} == {}


@pytest.mark.parametrize(
    "line",
    [
        ("number", "128", "comparison.exchange.2017"),
        ("number", "129", "comparison.exchange.2016"),
        ("number", "128", "comparison.exchange.2015"),
        ("number", "128원", "comparison.exchange.2016"),
        ("number", "770,450,187", "results.total.settled"),
        ("number", "0", "governments.gyeonggi.2018"),
        ("number", "128", ""),
        ("heading", "중소기업 해외전시회 지원", ""),
    ],
)
def test_a_wrong_line_is_caught(line: Line) -> None:
    assert wrong([line]) == [line]
