"""지원계획 — what one year decided: amounts, results, tables, as its file writes them.

A figure is written once, in the unit of its table; `plan_tables` makes `values.Table`s of it all.
"""

from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, StringConstraints

from majungmul.programmes.plan_notes import WrittenNote
from majungmul.programmes.specification import NoSuchJurisdiction, jurisdictions
from majungmul.programmes.toml_file import HERE, read_toml
from majungmul.programmes.written import Code, Text, Written
from majungmul.values.refusal import Refusal
from majungmul.values.table import Totals

Month = Annotated[str, StringConstraints(pattern=r"^20[0-9]{2}-(0[1-9]|1[0-2])$")]
RowKey = Annotated[str, StringConstraints(pattern=r"^[a-z0-9_.-]+$")]
Amount = int | Decimal


class NoSuchPlan(Refusal):
    """없는 지원계획."""

    sentence = "‘{jurisdiction}’의 {year}년 지원계획이 없습니다. 쓸 수 있는 해: {known}."


class PrintedAgain(Written):
    """다시 인쇄된 곳 — the same figure in another place; for proof only."""

    place: Text
    text: Text


class RowsAgain(Written):
    """다시 인쇄된 표 — the whole table in another place, a text of figures for each row."""

    place: Text
    rows: tuple[Text, ...]


class WrittenCell(Written):
    """적힌 칸 — a figure with what it needs: its own unit, where its value lives, where it stands again."""

    amount: Amount | None = None
    unit: Text | None = None
    term: Text | None = None
    same: Text | None = None
    sum: tuple[Text, ...] = ()
    printed: Text | None = None
    printed_again: tuple[PrintedAgain, ...] = ()


class WrittenColumn(Written):
    """적힌 열 — key and words; its unit where it is not the table's; how it is worked out."""

    key: RowKey
    label: Text
    unit: str | None = None
    adds: bool = False
    less: tuple[RowKey, RowKey] | None = None
    over: tuple[RowKey, RowKey] | None = None
    digits: int = 1
    product: tuple[RowKey, ...] = ()


Given = Amount | date | str | WrittenCell
"""What may stand in a cell: a number in the column's unit; a day; words, `-` or 미정; a figure with more."""


class WrittenRow(Written):
    """적힌 행 — without words of its own it bears the name of the programme or line that is its key."""

    key: RowKey
    level: Annotated[int, Field(ge=0)] = 1
    label: Text | None = None
    cells: tuple[Given, ...]


class WrittenTable(Written):
    """적힌 표 — columns, rows and where totals stand, as the paper prints them."""

    key: Code
    title: Text
    unit: str
    totals: Annotated[Totals, BeforeValidator(Totals)] = Totals.NONE
    columns: tuple[WrittenColumn, ...]
    rows: tuple[WrittenRow, ...]
    printed_again: RowsAgain | None = None


class Report(Written):
    """실적보고 — the report on the year before, on which the plan stands."""

    title: Text
    number: Text
    date: date


class Account(Written):
    """예산과목 — the code and the names that lead to it."""

    code: Text
    names: tuple[Text, ...]


class Event(Written):
    """추진일정 — what is done, by whom, in which month or from the first to the last."""

    what: Text
    who: Text = ""
    months: Annotated[tuple[Month, ...], Field(min_length=1, max_length=2)]


class ChecklistItem(Written):
    """사전 검토항목 — what was to be considered, and the answer."""

    key: Code
    label: Text
    question: Text
    answer: Literal["검토완료", "해당없음"]


class Contents(Written):
    """사업내용 ①～ — what the year was or is to do, in short."""

    year: int
    items: tuple[Text, ...]


class Plan(Written):
    """지원계획 — a year of a jurisdiction."""

    title: Text
    year: int
    jurisdiction: Code
    operator: Text
    purpose: Text
    law: Text
    report: Report
    account: Account
    calendar: tuple[Event, ...]
    contents: tuple[Contents, ...]
    checklist: tuple[ChecklistItem, ...]
    tables: tuple[WrittenTable, ...]
    notes: tuple[WrittenNote, ...] = ()


def years_of(jurisdiction: str) -> tuple[int, ...]:
    """The years whose plan is here. Refuses (NoSuchJurisdiction) an unknown jurisdiction."""
    if jurisdiction not in jurisdictions():
        raise NoSuchJurisdiction(jurisdiction=jurisdiction, known=", ".join(jurisdictions()))
    files = (HERE / jurisdiction).glob("plan-*.toml")
    return tuple(sorted(int(path.stem.removeprefix("plan-")) for path in files))


@cache
def plan(jurisdiction: str, year: int) -> Plan:
    """지원계획 — the plan of a year. Refuses an unknown jurisdiction or (NoSuchPlan) an unknown year."""
    known = years_of(jurisdiction)
    if year not in known:
        years = ", ".join(map(str, known)) or "없음"
        raise NoSuchPlan(jurisdiction=jurisdiction, year=year, known=years)
    return read_plan(HERE / jurisdiction / f"plan-{year}.toml")


def read_plan(path: Path) -> Plan:
    """The plan that a file writes."""
    return Plan.model_validate(read_toml(path).content)
