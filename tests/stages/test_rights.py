"""Rights, tables of transitions and guards say the same of every stage that is built."""

import re
from collections.abc import Iterator

import pytest
from django.apps import apps
from django.db import DatabaseError, connection, models

from majungmul.books.parties.rights import RIGHTS
from majungmul.books.trail.guards import all_guards
from majungmul.console.draw_states import Table, beginnings, built_stages, endings, tables
from tests.books.ledger.raw import key_of, run
from tests.stages.raw_rows import put, unchecked

STATELESS = {
    "application.amend_call": "the state moved is the call's, by call.amend",
    "application.keep_paper": "a file is written once",
    "application.read_notice": "a notice is read once",
    "award.decline_offer": "the state moved is the application's, by application.withdraw_reviewed",
    "delivery.report_progress": "a report is written once",
    "delivery.check_midway": "a check is written once",
    "delivery.plan_second_disbursement": "what is planned is written once",
}
"""Rights whose rows have no state, and why."""

FINAL = {
    ("plan", "TRANSITIONS"): {"closed"},
    ("call", "TRANSITIONS"): {"cancelled"},
    ("application", "TRANSITIONS"): {"withdrawn", "returned"},
    ("review", "TRANSITIONS"): {"withdrawn"},
    ("award", "TRANSITIONS"): {"ended"},
    ("award", "CHANGES"): {"approved", "declined"},
    ("delivery", "CONTRACTS"): {"cancelled"},
    ("delivery", "ORDERS"): {"cancelled"},
    ("payment", "TRANSITIONS"): {"rejected", "withdrawn"},
    ("settlement", "TRANSITIONS"): {"closed"},
    ("settlement", "REFUNDS"): {"paid", "sent_back", "withdrawn"},
    ("settlement", "REVOCATIONS"): {"effective", "sent_back"},
}
"""The states in which something may stay for ever."""

TABLES: dict[tuple[str, str], Table] = {
    (stage, name): table for stage in built_stages() for name, table in tables(stage).items()
}
each_table = pytest.mark.parametrize(("stage", "name"), TABLES)


def states_of(table: Table) -> set[str]:
    return {str(state.value) for state in type(table[0].after)}


def moves_of(table: Table) -> set[tuple[str, str]]:
    return {(str(each.before.value), str(each.after.value)) for each in table if each.before is not None}


# ── rights and tables ────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("stage", built_stages())
def test_every_right_of_a_stage_stands_in_a_table_of_it(stage: str) -> None:
    in_tables = {each.act for (of, _), table in TABLES.items() for each in table if of == stage}
    rights = {verb for verb in RIGHTS if verb.startswith(f"{stage}.")}
    stateless = {verb for verb in STATELESS if verb.startswith(f"{stage}.")}
    assert in_tables == rights - stateless
    assert stateless <= rights


@each_table
def test_every_transition_names_its_law_and_who_may(stage: str, name: str) -> None:
    assert all(each.law and each.who for each in TABLES[stage, name])


@each_table
def test_every_transition_stands_once(stage: str, name: str) -> None:
    found = [(each.act, each.before, each.after) for each in TABLES[stage, name]]
    assert len(found) == len(set(found))


@each_table
def test_every_state_is_reached_from_the_beginning(stage: str, name: str) -> None:
    table = TABLES[stage, name]
    reached, moves = beginnings(table), moves_of(table)
    for _ in states_of(table):
        reached |= {after for before, after in moves if before in reached}
    assert reached == states_of(table)


def test_no_state_is_without_a_way_out_but_the_final_ones() -> None:
    assert {key: endings(table) for key, table in TABLES.items()} == FINAL


# ── what the database refuses ────────────────────────────────────────────────────────────────────────────


def model_of(stage: str, table: Table) -> type[models.Model]:
    """The rows whose state has the names of this table."""
    choices = type(table[0].after).choices
    (found,) = [model for model in models_of(stage) if choices_of(model) == choices]
    return found


def choices_of(model: type[models.Model]) -> object:
    return next((field.choices for field in model._meta.concrete_fields if field.name == "state"), None)


def models_of(stage: str) -> Iterator[type[models.Model]]:
    return apps.get_app_config(stage).get_models()


def goes(sql: str, guard: str) -> bool:
    """Whether the database lets it pass, or one of these guards refuses; anything else is a failure."""
    try:
        return run(sql) == 1
    except DatabaseError as refused:
        if not re.search(guard, str(refused)):
            raise
        return False


@pytest.mark.django_db
@each_table
def test_the_database_lets_a_state_move_along_its_table_alone(stage: str, name: str) -> None:
    table = TABLES[stage, name]
    model, states = model_of(stage, table), states_of(table)
    rows, went = model._meta.db_table, set()
    with unchecked(model):
        for before in states:
            row = key_of(put(model, state=before))
            for after in states - {before}:
                moved = f"UPDATE {rows} SET state = '{after}' WHERE id = {row}"
                if goes(moved, f"guard_{rows}_(plan_)?in_order"):
                    went.add((before, after))
                    row = key_of(put(model, state=before))
    assert went == {(before, after) for before, after in moves_of(table) if before != after}


@pytest.mark.django_db
@pytest.mark.parametrize("stage", built_stages())
def test_the_database_lets_nothing_of_a_stage_be_removed(stage: str) -> None:
    guards = {guard.name for guard in all_guards(apps, connection.vendor)}
    for model in models_of(stage):
        rows = model._meta.db_table
        if connection.vendor == "postgresql":
            assert f"guard_{rows}_no_truncate" in guards
        with unchecked(model):
            row = key_of(put(model))
            assert not goes(f"DELETE FROM {rows} WHERE id = {row}", f"guard_{rows}_no_delete"), rows


@pytest.mark.django_db
def test_without_its_guards_a_row_moves_and_goes() -> None:
    model = model_of("payment", TABLES["payment", "TRANSITIONS"])
    rows = model._meta.db_table
    with unchecked(model), connection.cursor() as cursor:
        row = key_of(put(model, state="received"))
        for guard in (f"guard_{rows}_in_order", f"guard_{rows}_no_delete"):
            cursor.execute(
                f"DROP TRIGGER {guard}" + (f" ON {rows}" if connection.vendor == "postgresql" else "")
            )
        assert goes(f"UPDATE {rows} SET state = 'paid' WHERE id = {row}", "")
        assert goes(f"DELETE FROM {rows} WHERE id = {row}", "")
