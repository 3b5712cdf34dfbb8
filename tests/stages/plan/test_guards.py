"""Raw SQL against what a plan says: never rewritten, and said only while it is a draft."""

import pytest
from django.db import DatabaseError, connection

from majungmul.stages.plan.models import Edition, Plan
from majungmul.stages.plan.own_guards import guards, parts_of_an_edition
from majungmul.stages.plan.queries import edition_of
from majungmul.values.uuid7 import uuid7
from tests.books.ledger.raw import key_of, run, without
from tests.database import fingerprint
from tests.given import an_office
from tests.stages.plan.plans import Office, an_office_at_work, drafted, fixed

pytestmark = pytest.mark.django_db

SOME = "WHERE id IN (SELECT id FROM {table} LIMIT 1)"


@pytest.fixture
def office() -> Office:
    return an_office_at_work()


def refused_by(guard: str, sql: str) -> None:
    before = fingerprint()
    with pytest.raises(DatabaseError, match=guard):
        run(sql)
    assert fingerprint() == before


def copied(table: str, **columns: str) -> str:
    """A statement that writes a row of a table again, with these columns altered."""
    with connection.cursor() as cursor:
        names = [each.name for each in connection.introspection.get_table_description(cursor, table)]
    quoted = [connection.ops.quote_name(name) for name in names]
    said = ", ".join(columns.get(name, own) for name, own in zip(names, quoted, strict=True))
    return f"INSERT INTO {table} ({', '.join(quoted)}) SELECT {said} FROM {table} LIMIT 1"


def test_what_an_edition_says_is_neither_rewritten_nor_removed(office: Office) -> None:
    drafted(office)
    tried = [table for table in ("plan_edition", *parts_of_an_edition()) if has_rows(table)]
    assert len(tried) == 9
    for table in tried:
        some = SOME.format(table=table)
        refused_by(f"guard_{table}_no_update", f"UPDATE {table} SET id = id {some}")
        refused_by(f"guard_{table}_no_delete", f"DELETE FROM {table} {some}")


def has_rows(table: str) -> bool:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT 1 FROM {table} LIMIT 1")
        return cursor.fetchone() is not None


def test_a_plan_is_not_removed(office: Office) -> None:
    drafted(office)
    refused_by("guard_plan_plan_no_delete", "DELETE FROM plan_plan")


def test_once_fixed_nothing_is_added_to_what_it_says(office: Office) -> None:
    edition = edition_of(fixed(office))
    refused_by(
        "guard_plan_content_part_of_a_draft",
        copied("plan_content", id=key_of(uuid7()), order="99"),
    )
    refused_by(
        "guard_plan_edition_edition_of_a_draft", copied("plan_edition", id=key_of(uuid7()), number="2")
    )
    assert Edition.objects.filter(plan=edition.plan).count() == 1


def test_without_its_guard_something_is_added(office: Office) -> None:
    fixed(office)
    with without("guard_plan_content_part_of_a_draft"):
        assert run(copied("plan_content", id=key_of(uuid7()), order="99")) == 1


def test_a_state_moves_along_the_table_alone(office: Office) -> None:
    plan = fixed(office)
    for state in ("draft", "submitted", "closed"):
        refused_by("guard_plan_plan_plan_in_order", f"UPDATE plan_plan SET state = '{state}'")
    assert Plan.objects.get(pk=plan.pk).state == "fixed"


def test_a_plan_stays_of_its_office_its_year_and_its_account(office: Office) -> None:
    fixed(office)
    other = an_office(office.system, kind="city")
    for assignment in ("year = 2020", f"office_id = {key_of(other.pk)}", f"id = {key_of(uuid7())}"):
        refused_by("guard_plan_plan_plan_in_order", f"UPDATE plan_plan SET {assignment}")
    without_account = "account_id = (SELECT id FROM ledger_account WHERE kind = 'line' LIMIT 1)"
    refused_by("guard_plan_plan_plan_in_order", f"UPDATE plan_plan SET {without_account}")


def test_it_is_not_announced_without_a_paper(office: Office) -> None:
    fixed(office)
    with pytest.raises(DatabaseError, match="plan_announced_by_a_paper"):
        run("UPDATE plan_plan SET state = 'announced'")


def test_a_cell_has_one_value(office: Office) -> None:
    drafted(office)
    with pytest.raises(DatabaseError, match="plan_cell_one_value"):
        run(copied("plan_plancell", id=key_of(uuid7()), won="1", count="1", order="999"))


def test_every_kind_of_guard_stands_at_every_table() -> None:
    names = {guard.name for guard in guards(connection.vendor)}
    for table in parts_of_an_edition():
        assert {
            f"guard_{table}_no_update",
            f"guard_{table}_no_delete",
            f"guard_{table}_part_of_a_draft",
        } <= names
