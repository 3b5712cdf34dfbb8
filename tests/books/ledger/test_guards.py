"""Raw SQL against every guard; and with the guard away, what it kept out is found and named."""

from collections.abc import Iterator

import pytest
from django.db import DatabaseError, connection

from majungmul.books.ledger.models import Transfer
from majungmul.books.ledger.own_guards import guards
from majungmul.books.ledger.told import untold
from majungmul.books.ledger.verification import Finding, across_jurisdictions, recomputed
from majungmul.values.won import Won
from tests.books.ledger.attack import Attack
from tests.books.ledger.attacks_on_accounts import ON_ACCOUNTS
from tests.books.ledger.attacks_on_transfers import ON_TRANSFERS
from tests.books.ledger.raw import run, transfer, without
from tests.books.ledger.standing import Standing, decided
from tests.database import fingerprint

pytestmark = pytest.mark.django_db

HERE = [attack for attack in [*ON_ACCOUNTS, *ON_TRANSFERS] if attack.only_on in ("", connection.vendor)]


@pytest.fixture
def on() -> Standing:
    return decided()


def wrong(on: Standing) -> Iterator[Finding]:
    yield from across_jurisdictions()
    yield from recomputed(on.officer.jurisdiction)
    yield from untold(on.officer.jurisdiction)


@pytest.mark.parametrize("attack", HERE, ids=str)
def test_the_database_refuses(on: Standing, attack: Attack) -> None:
    sql = attack.sql(on)
    before = fingerprint()
    with pytest.raises(DatabaseError, match=attack.guards[0]):
        run(sql)
    assert fingerprint() == before


@pytest.mark.parametrize("attack", [attack for attack in HERE if attack.named], ids=str)
def test_without_its_guard_it_happens_and_is_named(on: Standing, attack: Attack) -> None:
    assert list(wrong(on)) == []
    sql = attack.sql(on)
    with without(*attack.guards, *attack.also):
        assert run(sql)
    assert attack.named in "\n".join(map(str, wrong(on)))


def test_every_guard_that_refuses_is_attacked() -> None:
    refusing = {guard.name for guard in guards(connection.vendor)} - {
        "guard_transfer_moves_totals",
        "guard_first_locks_accounts",
    }
    attacked = {name for attack in HERE for name in (*attack.guards, *attack.also)}
    assert refusing - attacked == set()


@pytest.mark.parametrize(
    "amount",
    ["9223372036854775808", "9223372036854775807", "1000000000000001", "'abc'", "'1.5'", "NULL"],
)
def test_an_amount_is_whole_won(on: Standing, amount: str) -> None:
    before = fingerprint()
    with pytest.raises(DatabaseError):
        run(transfer(on.line, on.granted, amount))
    assert fingerprint() == before


def test_a_key_is_used_once(on: Standing) -> None:
    run(transfer(on.line, on.granted, 1, key="'a-key'"))
    with pytest.raises(DatabaseError, match=r"transfer_key_once|ledger_transfer\.key"):
        run(transfer(on.line, on.granted, 1, key="'a-key'"))


def test_an_honest_transfer_by_sql_moves_the_totals(on: Standing) -> None:
    """So that the refusals above are not those of a statement which is never taken."""
    run(transfer(on.line, on.granted, 200_000, "pending"))
    assert list(recomputed(on.officer.jurisdiction)) == []


def test_a_fraction_of_a_won_is_never_stored(on: Standing) -> None:
    """SQLite refuses it; PostgreSQL rounds it before anything can see it, and what moves is whole."""
    if connection.vendor == "sqlite":
        with pytest.raises(DatabaseError, match="typeof"):
            run(transfer(on.line, on.granted, 1.5))
        return
    run(transfer(on.line, on.granted, 1.5, key="'a-fraction'"))
    assert Transfer.objects.get(key="a-fraction").amount == Won(2)
    assert list(recomputed(on.officer.jurisdiction)) == []
