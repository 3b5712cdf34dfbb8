"""문지기 — triggers by which the database itself refuses, on SQLite and on PostgreSQL.

A book offers its own in `own_guards.py` beside its models: `guards(vendor) -> list[Guard]`, and `FUNCTIONS`
for PostgreSQL. Here are those that hold for all: append-only tables, and no foreign key into another
jurisdiction.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType

from django.apps.registry import Apps
from django.db import connections, models, transaction  # noqa: TID251 - guards come all or none

PREFIX = "guard_"
LONGEST_NAME = 63
"""PostgreSQL cuts a longer one."""

FUNCTIONS = """
CREATE OR REPLACE FUNCTION guard_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION '%', TG_ARGV[0] USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE OR REPLACE FUNCTION guard_same_jurisdiction() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE other uuid; target text := to_jsonb(NEW) ->> TG_ARGV[0];
BEGIN
  IF target IS NULL THEN RETURN NEW; END IF;
  EXECUTE format('SELECT jurisdiction_id FROM %I WHERE id = $1', TG_ARGV[1]) INTO other USING target::uuid;
  IF other IS DISTINCT FROM NEW.jurisdiction_id AND other IS NOT NULL THEN
    RAISE EXCEPTION '%', TG_NAME USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE FUNCTION guard_jurisdiction_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.jurisdiction_id IS DISTINCT FROM OLD.jurisdiction_id THEN
    RAISE EXCEPTION '%', TG_NAME USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
"""


@dataclass(frozen=True, slots=True)
class Guard:
    """문지기 — one trigger: its name, the table it stands at, and what makes it."""

    name: str
    table: str
    create: str

    def __post_init__(self) -> None:
        """A name that PostgreSQL would cut is a bug."""
        if len(self.name) > LONGEST_NAME:
            message = f"the name of a guard is too long: {self.name}"
            raise TypeError(message)


def append_only(table: str, vendor: str) -> list[Guard]:
    """No row of this table is ever changed or removed."""
    return [*never_changed(table, vendor), *never_deleted(table, vendor)]


def never_changed(table: str, vendor: str) -> list[Guard]:
    """No row of this table is ever changed."""
    return [_refusing(table, "update", vendor)]


def never_deleted(table: str, vendor: str) -> list[Guard]:
    """No row of this table is ever removed."""
    verbs = ("delete", "truncate") if vendor == "postgresql" else ("delete",)
    return [_refusing(table, verb, vendor) for verb in verbs]


def moves_along(
    table: str, moves: Iterable[tuple[str, str]], vendor: str, *, fixed: Iterable[str] = ()
) -> list[Guard]:
    """The state of this table's rows moves only so (from, to), and these columns never change."""
    allowed = ", ".join(sorted({f"'{before}>{after}'" for before, after in moves}))
    order = f"NEW.state <> OLD.state AND OLD.state || '>' || NEW.state NOT IN ({allowed or repr('')})"
    changed = " OR ".join(f"NEW.{column} <> OLD.{column}" for column in ("id", *fixed))
    return [
        refusing_when(f"{table}_in_order", table, order, vendor),
        refusing_when(f"{table}_stays", table, changed, vendor),
    ]


def refusing_when(rule: str, table: str, condition: str, vendor: str) -> Guard:
    """No row of this table may be changed so; the condition is in words that both databases know."""
    name = f"{PREFIX}{rule}"
    if vendor == "sqlite":
        return _when(f"({condition})", name, "update", table)
    call = f"EXECUTE FUNCTION guard_refuse('{name}')"
    return Guard(
        name, table, f"CREATE TRIGGER {name} BEFORE UPDATE ON {table} FOR EACH ROW WHEN ({condition}) {call}"
    )


def _refusing(table: str, verb: str, vendor: str) -> Guard:
    name = f"{PREFIX}{table}_no_{verb}"
    if vendor == "sqlite":
        return _when("", name, verb, table)
    each = "STATEMENT" if verb == "truncate" else "ROW"
    call = f"EXECUTE FUNCTION guard_refuse('{name}')"
    return Guard(
        name, table, f"CREATE TRIGGER {name} BEFORE {verb.upper()} ON {table} FOR EACH {each} {call}"
    )


def _when(condition: str, name: str, verb: str, table: str) -> Guard:
    """A guard in SQLite's words: it refuses when the condition holds."""
    when = f"WHEN {condition} " if condition else ""
    body = f"BEGIN SELECT RAISE(ABORT, '{name}'); END"
    return Guard(
        name, table, f"CREATE TRIGGER {name} BEFORE {verb.upper()} ON {table} FOR EACH ROW {when}{body}"
    )


def same_jurisdiction(apps: Apps, vendor: str) -> Iterator[Guard]:
    """Made from the models: a row stays in its jurisdiction, and points at none of another."""
    for model in filter(has_jurisdiction, apps.get_models()):
        table = model._meta.db_table
        yield _stays(table, vendor)
        for column, target in foreign_keys(model):
            yield from _same(table, column, target, vendor)


def foreign_keys(model: type[models.Model]) -> Iterator[tuple[str, str]]:
    """Each foreign key to a row that has a jurisdiction: its column, and the table it points at."""
    for field in model._meta.local_fields:
        target = field.related_model
        if field.column and isinstance(target, type) and has_jurisdiction(target):
            yield field.column, target._meta.db_table


def has_jurisdiction(model: type[models.Model]) -> bool:
    """Whether its rows belong to a jurisdiction."""
    return any(field.column == "jurisdiction_id" for field in model._meta.local_fields)


def _stays(table: str, vendor: str) -> Guard:
    name = f"{PREFIX}{table}_jurisdiction_stays"
    if vendor == "sqlite":
        return _when("NEW.jurisdiction_id IS NOT OLD.jurisdiction_id", name, "update", table)
    call = "EXECUTE FUNCTION guard_jurisdiction_stays()"
    return Guard(name, table, f"CREATE TRIGGER {name} BEFORE UPDATE ON {table} FOR EACH ROW {call}")


def _same(table: str, column: str, target: str, vendor: str) -> Iterator[Guard]:
    for verb in ("insert", "update"):
        name = f"{PREFIX}{table}_{column}_{verb}"
        if vendor == "sqlite":
            other = f"(SELECT jurisdiction_id FROM {target} WHERE id = NEW.{column})"  # noqa: S608 - names of ours
            yield _when(f"NEW.{column} IS NOT NULL AND {other} <> NEW.jurisdiction_id", name, verb, table)
            continue
        call = f"EXECUTE FUNCTION guard_same_jurisdiction('{column}', '{target}')"
        create = f"CREATE TRIGGER {name} BEFORE {verb.upper()} ON {table} FOR EACH ROW {call}"
        yield Guard(name, table, create)


def all_guards(apps: Apps, vendor: str) -> list[Guard]:
    """Every guard of every book and stage, in order of name."""
    found = list(same_jurisdiction(apps, vendor))
    for module in _own_guards(apps):
        found += module.guards(vendor)
    return sorted(found, key=lambda guard: guard.name)


def all_functions(apps: Apps) -> str:
    """What the guards of PostgreSQL call."""
    return "".join([FUNCTIONS, *(getattr(module, "FUNCTIONS", "") for module in _own_guards(apps))])


def _own_guards(apps: Apps) -> Iterator[ModuleType]:
    """The `own_guards` of each book and stage that has any."""
    for config in apps.get_app_configs():
        name = f"{config.name}.own_guards"
        if find_spec(name):
            yield import_module(name)


def install_all(using: str, apps: Apps) -> None:
    """Put every guard in its place, anew, at each table that is there: all of them or none."""
    connection = connections[using]
    tables = set(connection.introspection.table_names())
    with transaction.atomic(using=using), connection.cursor() as cursor:
        drop_all(using)
        if connection.vendor == "postgresql":
            cursor.execute(all_functions(apps))
        for guard in all_guards(apps, connection.vendor):
            if guard.table in tables:
                cursor.execute(guard.create)


def drop_all(using: str) -> None:
    """Take every guard off."""
    connection = connections[using]
    query = (
        "SELECT tgname, relname FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid WHERE tgname LIKE %s"
        if connection.vendor == "postgresql"
        else "SELECT name, tbl_name FROM sqlite_master WHERE type = 'trigger' AND name LIKE %s"
    )
    with connection.cursor() as cursor:
        cursor.execute(query, [f"{PREFIX}%"])
        for name, table in cursor.fetchall():
            on = f" ON {table}" if connection.vendor == "postgresql" else ""
            cursor.execute(f"DROP TRIGGER {name}{on}")
