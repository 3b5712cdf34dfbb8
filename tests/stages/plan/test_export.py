"""내보내기 — the file of a plan: adopted again it gives the same rows; read, the same tables."""

import tomllib
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from majungmul.books.trail.recorded import Recorded
from majungmul.programmes.observations import notes_of
from majungmul.programmes.plan import Plan as Written
from majungmul.programmes.plan import read_plan
from majungmul.programmes.plan_tables import tables_of
from majungmul.stages.plan import actions, queries
from majungmul.stages.plan.models import (
    BudgetLine,
    CellSource,
    ChecklistAnswer,
    Content,
    Edition,
    Part,
    PlanCell,
    PlanColumn,
    PlanNote,
    PlanRow,
    PlanTable,
    ScheduledEvent,
)
from majungmul.stages.plan.own_guards import parts_of_an_edition
from majungmul.stages.plan.queries.toml_text import pairs
from tests.given import a_key
from tests.stages.plan.cells import UNITS, any_cells
from tests.stages.plan.plans import NOW, SMALL, Office, a_plan, an_office_at_work, seoul, the_file

PARTS: tuple[type[Part], ...] = (
    BudgetLine,
    CellSource,
    ChecklistAnswer,
    Content,
    PlanCell,
    PlanColumn,
    PlanNote,
    PlanRow,
    PlanTable,
    ScheduledEvent,
)


def exported(edition: Edition, folder: Path) -> Written:
    """What is read from the file that is written of an edition."""
    path = folder / "plan-2018.toml"
    path.write_text(queries.export(edition), encoding="utf-8")
    return read_plan(path)


def rows_of(edition: Edition) -> list[dict[str, Any]]:
    """All that an edition says, as values: a row is known by its kind and its place, not by its key."""
    rows = [row for part in PARTS for row in part.objects.filter(edition=edition).order_by("order")]
    places = {row.pk: f"{type(row).__name__} {row.order}" for row in rows}
    return [
        _values(edition, ("id", "number"), {}),
        *(_values(row, ("id", "edition_id"), places) for row in rows),
    ]


def _values(row: Recorded, but: tuple[str, ...], places: dict[UUID, str]) -> dict[str, Any]:
    values = {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields}
    return {
        name: places.get(value, value) if name.endswith("_id") else value
        for name, value in values.items()
        if name not in but
    }


def draft(office: Office, written: Written) -> Edition:
    return queries.edition_of(actions.draft(written, by=office.officer, at=NOW, key=a_key()))


@pytest.mark.django_db
def test_the_file_gives_the_same_rows_again(tmp_path: Path) -> None:
    office = an_office_at_work()
    first = draft(office, the_file())
    second = draft(office, exported(first, tmp_path))
    assert (first.number, second.number) == (1, 2)
    assert rows_of(first) == rows_of(second)
    assert len(rows_of(first)) > 600


def test_every_kind_of_row_is_compared() -> None:
    assert {part._meta.db_table for part in PARTS} == set(parts_of_an_edition())


@pytest.mark.django_db
def test_the_file_of_an_adopted_plan_says_what_its_own_file_says(tmp_path: Path) -> None:
    edition = queries.edition_of(actions.adopt(the_file(), by=seoul(), at=NOW, key=a_key()))
    read = exported(edition, tmp_path)
    assert tables_of(read) == tables_of(the_file())
    assert notes_of(read) == notes_of(the_file())
    apart_from_tables = {"tables": ()}
    assert read.model_copy(update=apart_from_tables) == the_file().model_copy(update=apart_from_tables)
    assert queries.export(edition) == queries.export(edition)


@pytest.mark.django_db
def test_a_figure_is_written_once(tmp_path: Path) -> None:
    edition = queries.edition_of(actions.adopt(the_file(), by=seoul(), at=NOW, key=a_key()))
    text = queries.export(edition)
    assert '{ same = "budget.exchange.amount", printed = "50" }' in text
    assert '{ term = "cooperative_consulting.consultant.price", printed = "250천원" }' in text
    assert 'cells = ["", "", "", "연 3회", 30_000]' in text
    assert '{ amount = 43, unit = "명" }' in text
    assert "439_240_956" in text
    assert '{ amount = 600, unit = "명", printed = "600여명" }' in text
    assert exported(edition, tmp_path).year == 2018


@pytest.mark.django_db
@pytest.mark.parametrize("unit", UNITS)
def test_any_way_of_writing_a_cell_is_exported(unit: str | None, tmp_path: Path) -> None:
    office = an_office_at_work()
    written = a_plan(tables=[SMALL, any_cells(unit)])
    first = draft(office, written)
    read = exported(first, tmp_path)
    assert tables_of(read) == tables_of(written)
    assert rows_of(draft(office, read)) == rows_of(first)


# ── TOML itself ──────────────────────────────────────────────────────────────────────────────────────────

SCALARS = (
    st.integers(-(10**18), 10**18)
    | st.booleans()
    | st.text()
    | st.dates(min_value=date(1900, 1, 1))
    | st.decimals(min_value=-(10**9), max_value=10**9, places=2)
)
KEYS = st.text(min_size=1)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=3),
    max_leaves=12,
)


@given(st.dictionaries(st.from_regex(r"[a-z_]{1,12}", fullmatch=True), VALUES, max_size=6))
def test_any_plain_values_come_back_from_their_text(content: dict[str, Any]) -> None:
    assert tomllib.loads(pairs(content), parse_float=Decimal) == content


def test_what_toml_has_no_word_for_is_a_bug() -> None:
    with pytest.raises(TypeError, match="cannot be written in TOML"):
        pairs({"nothing": None})
