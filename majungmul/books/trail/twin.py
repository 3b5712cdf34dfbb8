"""쌍둥이 — the guards that PostgreSQL should hold, as it would write them itself.

PostgreSQL keeps no word of what made a guard. So the program's guards are made once more, in a schema beside,
at tables that are empty; what the server says of both is compared; and the schema is taken back.
"""

from django.apps import apps
from django.db import transaction  # noqa: TID251 - to take it all back
from django.db.backends.base.base import BaseDatabaseWrapper

from majungmul.books.trail.guards import all_functions, all_guards

Place = tuple[str, str]
"""The table at which a guard stands (empty for a function), and its name."""

TWIN = "guard_twin"
STANDING = """
SELECT 'trigger', relname, tgname, tgenabled::text || ' ' || pg_get_triggerdef(t.oid, true)
FROM pg_trigger t JOIN pg_class c ON c.oid = tgrelid
WHERE NOT tgisinternal AND relnamespace = current_schema()::regnamespace
UNION ALL
SELECT 'function', '', proname, concat_ws(' ', prosrc, prosecdef, provolatile, prolang, proconfig)
FROM pg_proc WHERE pronamespace = current_schema()::regnamespace
UNION ALL
SELECT 'constraint', relname, conname, pg_get_constraintdef(n.oid, true)
FROM pg_constraint n JOIN pg_class c ON c.oid = conrelid
WHERE contype IN ('c', 'u') AND connamespace = current_schema()::regnamespace
UNION ALL
SELECT 'constraint', c.relname, i.relname, substring(pg_get_indexdef(i.oid) FROM ' USING .*')
FROM pg_index x JOIN pg_class i ON i.oid = indexrelid JOIN pg_class c ON c.oid = indrelid
WHERE indisunique AND indisvalid AND c.relnamespace = current_schema()::regnamespace
AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = indexrelid)
"""


def compared(
    connection: BaseDatabaseWrapper, declared: dict[Place, str]
) -> tuple[dict[Place, str], dict[Place, str]]:
    """What should stand and what does: of what the program does not know, the triggers alone."""
    found = _standing(connection)
    with transaction.atomic(using=connection.alias):
        _make(connection, declared)
        made = {place: said for _, place, said in _standing(connection)}
        transaction.set_rollback(True, using=connection.alias)
    of_no_table = [*declared, *((guard.table, guard.name) for guard in all_guards(apps, "postgresql"))]
    wanted = dict.fromkeys(of_no_table, "") | made
    return wanted, {place: said for kind, place, said in found if kind == "trigger" or place in wanted}


def _standing(connection: BaseDatabaseWrapper) -> list[tuple[str, Place, str]]:
    """All guards of the schema that comes first: kind, place, and what the server says of it."""
    with connection.cursor() as cursor:
        cursor.execute(STANDING)
        return [(kind, (table, name), said) for kind, table, name, said in cursor.fetchall()]


def _make(connection: BaseDatabaseWrapper, declared: dict[Place, str]) -> None:
    """The guards of the program, at empty tables of a schema that now comes first."""
    guards = all_guards(apps, "postgresql")
    tables = {guard.table for guard in guards} | {table for table, _ in declared}
    there = sorted(tables & set(connection.introspection.table_names()))
    with connection.cursor() as cursor:
        cursor.execute("SELECT quote_ident(current_schema())")
        (schema,) = cursor.fetchone()
        cursor.execute(f"CREATE SCHEMA {TWIN}; SET LOCAL search_path TO {TWIN}, {schema}")
        cursor.execute(all_functions(apps))
        for table in there:
            cursor.execute(f'CREATE TABLE "{table}" (LIKE {schema}."{table}")')
        for (table, _), sql in declared.items():
            if table in there:
                cursor.execute(sql if sql.startswith("CREATE") else f'ALTER TABLE "{table}" ADD {sql}')
        for guard in guards:
            if guard.table in there:
                cursor.execute(guard.create)
