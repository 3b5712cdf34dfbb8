"""What raw SQL cannot do to people and bodies, on both databases; with what is let through, as a control."""

from datetime import date
from uuid import UUID

import pytest
from django.db import DatabaseError, connection, transaction  # noqa: TID251 - raw SQL in a savepoint
from django.db.models import Model

from majungmul.books.parties.actions.offices import new_position
from majungmul.books.parties.models import Acting, Address, Organisation, Representative, Tenure
from majungmul.values.uuid7 import uuid7
from tests.books.parties.story import SUMMER, City, a_whole_city
from tests.database import fingerprint
from tests.given import NOON, a_key

pytestmark = pytest.mark.django_db

TABLES = (
    *("jurisdiction", "office", "person", "position", "tenure", "acting"),
    *("organisation", "alias", "representative", "address", "bankaccount", "sanction", "invitation"),
)


Parameter = UUID | str | date | None


@pytest.fixture
def city() -> City:
    return a_whole_city()


def key(row: Model | UUID) -> UUID | str:
    """A key as this database takes it."""
    own: UUID = row if isinstance(row, UUID) else row.pk
    return own if connection.vendor == "postgresql" else own.hex


def let_through(statement: str, *parameters: Parameter) -> int:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement, parameters)
        return int(cursor.rowcount)


def stopped(statement: str, *parameters: Parameter) -> str:
    """What stopped the statement; nothing of it is left."""
    before = fingerprint()
    with pytest.raises(DatabaseError) as caught:
        let_through(statement, *parameters)
    assert fingerprint() == before
    return str(caught.value).lower()


def test_no_row_is_removed(city: City) -> None:
    assert city
    for table in TABLES:
        assert f"guard_parties_{table}_no_delete" in stopped(f"DELETE FROM parties_{table}")


@pytest.mark.postgresql
def test_no_table_is_emptied(city: City) -> None:
    assert city
    let_through(
        "SET CONSTRAINTS ALL IMMEDIATE"
    )  # what waits for the end of the transaction would stop it first
    for table in TABLES:
        assert f"guard_parties_{table}_no_truncate" in stopped(f"TRUNCATE parties_{table} CASCADE")


DATED = (
    (Tenure, "tenure", "position_id"),
    (Acting, "acting", "position_id"),
    (Representative, "representative", "organisation_id"),
    (Address, "address", "organisation_id"),
)


@pytest.mark.parametrize(("model", "table", "column"), DATED)
def test_one_at_a_time(city: City, model: type[Model], table: str, column: str) -> None:
    """A second row for the same seat or body, on a day that is taken; on free days it is let through."""
    assert city
    row = model._default_manager.filter(until=None).first() or model._default_manager.get()
    fields = model._meta.concrete_fields
    copied = ", ".join(str(field.column) for field in fields if field.name not in ("id", "since", "until"))
    insert = (
        f"INSERT INTO parties_{table} (id, since, until, {copied}) SELECT %s, %s, %s, {copied} "
        f"FROM parties_{table} WHERE id = %s"
    )
    guard = f"guard_parties_{table}_one_at_a_time"
    since: date = row.since  # type: ignore[attr-defined]
    assert column in copied
    assert guard in stopped(insert, key(uuid7()), since, None, key(row))
    assert guard in stopped(insert, key(uuid7()), date(2001, 1, 1), since.replace(day=2), key(row))
    free = uuid7()
    assert let_through(insert, key(free), date(2001, 1, 1), date(2001, 2, 1), key(row)) == 1
    assert let_through(insert, key(uuid7()), since, since, key(row)) == 1  # never held: takes no day
    assert guard in stopped(f"UPDATE parties_{table} SET until = NULL WHERE id = %s", key(free))


def test_nothing_ends_before_it_begins(city: City) -> None:
    assert city
    for table in ("tenure", "acting", "representative", "address", "sanction"):
        update = f"UPDATE parties_{table} SET until = '1999-12-31'"
        assert f"{table}_ends_after_it_begins" in stopped(update)


# ── accounts ─────────────────────────────────────────────────────────────────────────────────────────────


def test_an_account_is_never_edited(city: City) -> None:
    assert city
    edits = {"number": "999", "bank": "다른은행", "holder": "다른 사람", "entered_at": "2001-01-01"}
    for column, value in edits.items():
        update = f"UPDATE parties_bankaccount SET {column} = %s"
        assert "guard_parties_bankaccount_fixed" in stopped(update, value)


def test_an_account_stays_with_its_body_and_with_who_entered_and_confirmed_it(city: City) -> None:
    for column, row in (("organisation_id", city.merged.pk), ("entered_by_id", city.head.person)):
        update = f"UPDATE parties_bankaccount SET {column} = %s"
        assert "guard_parties_bankaccount_fixed" in stopped(update, key(row))
    again = "UPDATE parties_bankaccount SET confirmed_by_id = %s"
    assert "guard_parties_bankaccount_fixed" in stopped(again, key(city.head.person))
    unconfirmed = "UPDATE parties_bankaccount SET confirmed_by_id = NULL, confirmed_at = NULL"
    assert "guard_parties_bankaccount_fixed" in stopped(unconfirmed)


def test_a_personal_value_may_be_destroyed(city: City) -> None:
    assert city
    assert let_through("UPDATE parties_bankaccount SET number = '', holder = ''") == 1


def test_an_account_is_confirmed_by_another_person_at_a_time(city: City) -> None:
    columns = "jurisdiction_id, organisation_id, bank, number, holder, entered_by_id, entered_at"
    copy = (
        f"INSERT INTO parties_bankaccount (id, confirmed_by_id, confirmed_at, {columns}) "
        f"SELECT %s, {{by}}, {{at}}, {columns} FROM parties_bankaccount WHERE id = %s"
    )
    both = copy.format(by="entered_by_id", at="entered_at")
    assert "account_confirmed_by_another" in stopped(both, key(uuid7()), key(city.account))
    only_who = copy.format(by="confirmed_by_id", at="NULL")
    assert "account_confirmed_by_and_at" in stopped(only_who, key(uuid7()), key(city.account))
    assert let_through(copy.format(by="NULL", at="NULL"), key(uuid7()), key(city.account)) == 1


# ── bodies, kinds, cities ────────────────────────────────────────────────────────────────────────────────


def test_merging_never_goes_in_a_circle(city: City) -> None:
    update = "UPDATE parties_organisation SET merged_into_id = %s WHERE id = %s"
    assert "guard_parties_organisation_merged" in stopped(update, key(city.merged), key(city.body))
    assert "organisation_merged_into_another" in stopped(update, key(city.body), key(city.body))
    rename = "UPDATE parties_organisation SET name = '다른 이름' WHERE id = %s"
    assert let_through(rename, key(city.merged)) == 1


def test_a_number_a_login_and_a_code_are_used_once(city: City) -> None:
    number = "UPDATE parties_organisation SET business_number = %s"
    assert "unique" in stopped(number, city.body.business_number)
    assert "unique" in stopped("UPDATE parties_person SET login = 'one'")
    assert "unique" in stopped("UPDATE parties_office SET code = 'one'")
    assert Organisation.objects.count() == 2


def test_there_are_no_other_kinds(city: City) -> None:
    assert city
    for table, column in (
        ("office", "kind"),
        ("position", "role"),
        ("organisation", "kind"),
        ("sanction", "kind"),
    ):
        update = f"UPDATE parties_{table} SET {column} = 'other'"
        assert f"{table}_{column}" in stopped(update)


def test_nothing_points_into_another_city(city: City) -> None:
    other = a_whole_city()
    vacant = new_position(
        other.system.office, "vacant", "빈자리", "officer", by=other.system, at=NOON, key=a_key()
    )
    targets = {"position_id": vacant.pk, "by_id": vacant.pk, "person_id": other.person.pk}
    pointing = [("tenure", "position_id"), ("tenure", "person_id"), ("acting", "by_id")]
    for table, column in (*pointing, ("position", "office_id"), ("person", "office_id")):
        target = targets.get(column, other.system.office)
        update = f"UPDATE parties_{table} SET {column} = %s WHERE jurisdiction_id = %s"
        stopped_by = stopped(update, key(target), key(city.system.jurisdiction))
        assert f"guard_parties_{table}_{column}" in stopped_by


def test_an_action_cannot_break_them_either(city: City) -> None:
    """The story above stands under all guards: its hand-over did end one tenure on the day the next began."""
    tenures = Tenure.objects.filter(position=city.position).order_by("since", "until")
    assert [tenure.since for tenure in tenures][-1] == SUMMER
