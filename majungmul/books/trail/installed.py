"""서 있는 문지기 — what guards the database now, held against what should: missing, altered, off, or unknown.

Guards are the triggers, the functions that they call, and the constraints that the models declare.
"""

from dataclasses import dataclass

from django.apps import apps
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Model

from majungmul.books.trail import twin
from majungmul.books.trail.guards import all_guards
from majungmul.books.trail.twin import Place

TRIGGERS = "SELECT tbl_name, name, sql FROM sqlite_master WHERE type = 'trigger'"
WORDS = "SELECT group_concat(sql, ' ') FROM sqlite_master WHERE type <> 'trigger'"


@dataclass(frozen=True, slots=True, order=True)
class Gap:
    """빈틈 — a guard that does not stand as it should."""

    table: str
    name: str
    what: str

    def __str__(self) -> str:
        """The sentence."""
        return f"{self.table}의 문지기 ‘{self.name}’: {self.what}"


def missing_guards(using: str = "default") -> list[Gap]:
    """Each guard that is missing, altered or switched off, and each trigger that is not the program's."""
    connection = connections[using]
    compared = twin.compared if connection.vendor == "postgresql" else _compared
    wanted, found = compared(connection, constraints(connection))
    gone = [Gap(*place, "없습니다.") for place in wanted.keys() - found.keys()]
    other = [Gap(*place, "프로그램이 모르는 트리거입니다.") for place in found.keys() - wanted.keys()]
    altered = [place for place in wanted.keys() & found.keys() if wanted[place] != found[place]]
    return sorted([*gone, *other, *(Gap(*place, "내용이 바뀌었거나 꺼져 있습니다.") for place in altered)])


def is_ours(model: type[Model]) -> bool:
    """Whether it is a table of a book or a stage, and not of a library (sessions)."""
    return apps.get_app_config(model._meta.app_label).name.startswith("majungmul.")


def constraints(connection: BaseDatabaseWrapper) -> dict[Place, str]:
    """Each constraint that a model declares, as SQL: part of a table, or an index of its own."""
    editor = connection.schema_editor(collect_sql=True)
    editor.deferred_sql = []
    declared = {}
    for model in filter(is_ours, apps.get_models()):
        for constraint in model._meta.constraints:
            said = constraint.constraint_sql(model, editor) or editor.deferred_sql.pop()
            declared[model._meta.db_table, constraint.name] = str(said)
    return declared


def _compared(
    connection: BaseDatabaseWrapper, declared: dict[Place, str]
) -> tuple[dict[Place, str], dict[Place, str]]:
    """What should stand and what does, on SQLite, which keeps every word of what made them."""
    with connection.cursor() as cursor:
        found = {(table, name): sql for table, name, sql in cursor.execute(TRIGGERS).fetchall()}
        (words,) = cursor.execute(WORDS).fetchone()
    for (table, name), sql in declared.items():
        if name in words:
            found[table, name] = sql if sql in words else "other words"
    guards = {(guard.table, guard.name): guard.create for guard in all_guards(apps, "sqlite")}
    return guards | declared, found
