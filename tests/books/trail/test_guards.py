"""What no raw SQL can do to the trail and across jurisdictions; what is said when no guard stands."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import DatabaseError, connection, models

from majungmul.books.trail.guards import Guard, all_functions, drop_all, foreign_keys, same_jurisdiction
from majungmul.books.trail.installed import missing_guards
from majungmul.books.trail.reading import reading
from majungmul.values.actor import Actor
from majungmul.values.uuid7 import uuid7
from tests.books.trail.deeds import NOON, elect, name_body, somebody_of_a_new_city
from tests.database import fingerprint


def sql(statement: str, values: list[Any] | None = None) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)


# ── append-only ──────────────────────────────────────────────────────────────────────────────────────────

APPEND_ONLY = ("trail_event", "trail_reading")
NEVER_ALTERED = ("trail_personalvalue", "trail_asked")
STATEMENTS = ("UPDATE {0} SET jurisdiction_id = jurisdiction_id", "DELETE FROM {0}")
OF_SQLITE = ("INSERT OR REPLACE INTO {0} SELECT * FROM {0}", "REPLACE INTO {0} SELECT * FROM {0}")
OF_POSTGRESQL = (
    "TRUNCATE {0}",
    "TRUNCATE {0} CASCADE",
    "INSERT INTO {0} SELECT * FROM {0} ON CONFLICT (id) DO UPDATE SET jurisdiction_id = {0}.jurisdiction_id",
)


@pytest.fixture
def by(scratch: object) -> Actor:
    by = somebody_of_a_new_city()
    body = name_body("흄관조합", by=by, at=NOON, key="1")
    chair = elect(body.id, "홍길동", by=by, at=NOON, key="2")
    with reading(by, chair, "계좌 확인"):
        pass
    return by


@pytest.mark.usefixtures("by")
@pytest.mark.parametrize("table", APPEND_ONLY)
def test_no_raw_sql_changes_or_removes_a_line_of_the_trail(table: str) -> None:
    before = fingerprint()
    for statement in (*STATEMENTS, *(OF_SQLITE if connection.vendor == "sqlite" else OF_POSTGRESQL)):
        with pytest.raises(DatabaseError, match=f"guard_{table}_no_"):
            sql(statement.format(table))
    assert fingerprint() == before
    drop_all("default")
    sql(f"DELETE FROM {table}")
    assert fingerprint() != before, "문지기가 없으면 지워집니다(대조)."


@pytest.mark.usefixtures("by")
@pytest.mark.parametrize("table", NEVER_ALTERED)
def test_what_stands_beside_the_trail_may_be_destroyed_and_never_altered(table: str) -> None:
    before = fingerprint()
    with pytest.raises(DatabaseError, match=f"guard_{table}_no_update"):
        sql(STATEMENTS[0].format(table))
    assert fingerprint() == before
    sql(STATEMENTS[1].format(table))
    assert fingerprint() != before


# ── no key into another jurisdiction ─────────────────────────────────────────────────────────────────────


@pytest.fixture
def bare(scratch: object) -> None:
    """A database with no guards but those that are tried, and without constraints that ask for whole rows."""
    drop_all("default")
    if connection.vendor == "sqlite":
        sql("PRAGMA foreign_keys = OFF")
        sql("PRAGMA ignore_check_constraints = ON")
    else:
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT conname, conrelid::regclass FROM pg_constraint WHERE contype IN ('c', 'f') "
                "AND connamespace = 'public'::regnamespace AND conrelid <> 0"
            )
            for name, table in cursor.fetchall():
                cursor.execute(f'ALTER TABLE {table} DROP CONSTRAINT IF EXISTS "{name}" CASCADE')
        sql(all_functions(apps))
    for guard in same_jurisdiction(apps, connection.vendor):
        sql(guard.create)


def keys() -> Iterator[tuple[type[models.Model], str, type[models.Model]]]:
    """Every foreign key of the house to a row that has a jurisdiction."""
    tables = {model._meta.db_table: model for model in apps.get_models()}
    for model in apps.get_models():
        if any(field.column == "jurisdiction_id" for field in model._meta.local_fields):
            for column, target in foreign_keys(model):
                yield model, column, tables[target]


def put_in(model: type[models.Model], jurisdiction: object, **columns: object) -> object:
    """A row by raw SQL, whatever it says besides; its key."""
    key = uuid7()
    given = {"id": key, "jurisdiction_id": jurisdiction, **columns}
    values = {
        field.column: field.get_db_prep_save(given.get(str(field.column), anything(field)), connection)
        for field in model._meta.local_concrete_fields
    }
    names, places = ", ".join(f'"{name}"' for name in values), ", ".join(["%s"] * len(values))
    sql(f"INSERT INTO {model._meta.db_table} ({names}) VALUES ({places})", list(values.values()))
    return key


def anything(field: "models.Field[Any, Any]") -> object:
    """A value that a column of this type takes, and that no other row has."""
    while isinstance(field, models.ForeignKey):
        if field.null:
            return None
        field = field.target_field
    kinds: dict[type[models.Field[Any, Any]], object] = {
        models.UUIDField: uuid7(),
        models.DateTimeField: NOON,
        models.DateField: NOON.date(),
        models.BooleanField: False,
        models.JSONField: {},
        models.IntegerField: uuid7().int % 2**14,
    }
    found = next((value for kind, value in kinds.items() if isinstance(field, kind)), None)
    return uuid7().hex[-(field.max_length or 32) :] if found is None else found


@pytest.mark.usefixtures("bare")
def test_no_foreign_key_points_into_another_jurisdiction() -> None:
    seoul, busan = uuid7(), uuid7()
    tried = list(keys())
    for model, column, target in tried:
        in_seoul, in_busan = (put_in(target, city) for city in (seoul, busan))
        name = f"guard_{model._meta.db_table}_{column}"
        with pytest.raises(DatabaseError, match=f"{name}_insert"):
            put_in(model, seoul, **{column: in_busan})
        row = put_in(model, seoul, **{column: in_seoul})
        with pytest.raises(DatabaseError, match=f"{name}_update"):
            set_to(model, column, in_busan, row)
    assert len(tried) > 10, "표에 외래 키가 있어야 해 본 것입니다."


@pytest.mark.usefixtures("bare")
def test_no_row_moves_to_another_jurisdiction() -> None:
    for model in {model for model, _, _ in keys()}:
        row = put_in(model, uuid7())
        with pytest.raises(DatabaseError, match=f"guard_{model._meta.db_table}_jurisdiction_stays"):
            set_to(model, "jurisdiction_id", uuid7(), row)


def set_to(model: type[models.Model], column: str, value: object, row: object) -> None:
    values = [models.UUIDField().get_db_prep_save(key, connection) for key in (value, row)]
    sql(f"UPDATE {model._meta.db_table} SET {column} = %s WHERE id = %s", values)


# ── guards that do not stand ─────────────────────────────────────────────────────────────────────────────


ALTERED = "내용이 바뀌었거나 꺼져 있습니다."


def names() -> set[tuple[str, str]]:
    return {(gap.name, gap.what) for gap in missing_guards()}


@pytest.mark.usefixtures("scratch")
def test_all_guards_stand_after_a_migrate_and_after_another() -> None:
    assert missing_guards() == []
    call_command("migrate", verbosity=0)
    assert missing_guards() == []


@pytest.mark.usefixtures("scratch")
def test_a_guard_torn_out_is_named_and_put_back_by_a_migrate() -> None:
    on = " ON trail_event" if connection.vendor == "postgresql" else ""
    sql(f"DROP TRIGGER guard_trail_event_no_update{on}")
    assert names() == {("guard_trail_event_no_update", "없습니다.")}
    call_command("migrate", verbosity=0)
    assert missing_guards() == []


@pytest.mark.usefixtures("scratch")
def test_a_guard_of_no_effect_is_named() -> None:
    name, each = "guard_trail_event_no_update", "BEFORE UPDATE ON trail_event FOR EACH ROW WHEN (false)"
    if connection.vendor == "sqlite":
        sql(f"DROP TRIGGER {name}")
        sql(f"CREATE TRIGGER {name} {each} BEGIN SELECT RAISE(ABORT, '{name}'); END")
    else:
        sql(f"DROP TRIGGER {name} ON trail_event")
        sql(f"CREATE TRIGGER {name} {each} EXECUTE FUNCTION guard_refuse('{name}')")
    assert names() == {(name, ALTERED)}


@pytest.mark.postgresql
@pytest.mark.usefixtures("scratch")
def test_a_guard_switched_off_and_a_hollow_function_are_named() -> None:
    sql("ALTER TABLE trail_event DISABLE TRIGGER guard_trail_event_no_delete")
    hollow = "RETURNS trigger LANGUAGE plpgsql AS $$BEGIN RETURN NEW; END$$"
    sql(f"CREATE OR REPLACE FUNCTION guard_refuse() {hollow}")
    assert names() == {("guard_trail_event_no_delete", ALTERED), ("guard_refuse", ALTERED)}


@pytest.mark.usefixtures("scratch")
def test_a_trigger_that_is_not_ours_is_named() -> None:
    body = (
        "EXECUTE FUNCTION guard_jurisdiction_stays()"
        if connection.vendor == "postgresql"
        else "BEGIN SELECT 1; END"
    )
    sql(f"CREATE TRIGGER theirs BEFORE UPDATE ON trail_draft FOR EACH ROW {body}")
    assert names() == {("theirs", "프로그램이 모르는 트리거입니다.")}


@pytest.mark.usefixtures("scratch")
def test_an_index_that_makes_once_is_named_when_it_says_something_else() -> None:
    sql("DROP INDEX event_key_once")
    assert names() == {("event_key_once", "없습니다.")}
    sql("CREATE UNIQUE INDEX event_key_once ON trail_event (jurisdiction_id, name, key)")
    assert names() == {("event_key_once", ALTERED)}


@pytest.mark.postgresql
@pytest.mark.usefixtures("scratch")
def test_a_check_that_says_something_else_is_named() -> None:
    table, name = next(
        (model._meta.db_table, constraint.name)
        for model in apps.get_models()
        for constraint in model._meta.constraints
        if isinstance(constraint, models.CheckConstraint)
    )
    sql(f"ALTER TABLE {table} DROP CONSTRAINT {name}")
    assert names() == {(name, "없습니다.")}
    sql(f"ALTER TABLE {table} ADD CONSTRAINT {name} CHECK (true)")
    assert names() == {(name, ALTERED)}


def test_a_name_that_postgresql_would_cut_is_a_bug() -> None:
    assert Guard("g" * 63, "table", "").name
    with pytest.raises(TypeError, match="too long"):
        Guard("g" * 64, "table", "")
