"""32 connections for the last won of a line, on PostgreSQL: never over; without its guards, oversold."""

from collections.abc import Callable

import pytest
from django.db import IntegrityError, connection

from majungmul.books.ledger import postings
from majungmul.books.ledger.models import Account, Transfer
from majungmul.books.ledger.refusals import NotEnough
from majungmul.books.ledger.verification import recomputed
from majungmul.values.won import ZERO, Won
from tests.books.a_stage import inside
from tests.books.ledger.raw import transfer, without
from tests.books.ledger.standing import Standing, decided
from tests.database import at_once

CONNECTIONS = 32
LAST = 200_000
"""What is free in the line."""

READ_THEN_WRITE = """
CREATE OR REPLACE FUNCTION race_reads() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE free bigint;
BEGIN
  SELECT credits_posted + credits_pending - debits_posted - debits_pending INTO free
  FROM ledger_account WHERE id = NEW.debit_id;
  IF free < NEW.amount THEN
    RAISE EXCEPTION 'too late' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  PERFORM pg_sleep(0.2);
  RETURN NEW;
END $$;
CREATE TRIGGER race_reads BEFORE INSERT ON ledger_transfer FOR EACH ROW EXECUTE FUNCTION race_reads();
"""

pytestmark = [pytest.mark.postgresql, pytest.mark.usefixtures("scratch")]


def free_in(account: Account) -> Won:
    return Account.objects.get(pk=account.pk).free


def raced(calls: list[Callable[[], object]], lost: type[Exception]) -> int:
    """How many of the calls won; each other one lost for this reason."""
    results = at_once(calls)
    losers = [result for result in results if isinstance(result, Exception)]
    assert {type(loser) for loser in losers} <= {lost}
    return len(calls) - len(losers)


def by_sql(on: Standing) -> list[Callable[[], object]]:
    def insert() -> object:
        with connection.cursor() as cursor:
            cursor.execute(transfer(on.line, on.granted, LAST, "pending"))
        return True

    return [insert] * CONNECTIONS


def test_one_action_gets_the_last_won() -> None:
    on = decided()

    def decide() -> object:
        return inside(on.officer, lambda: postings.decide(on.granted, Won(LAST)))

    assert raced([decide] * CONNECTIONS, NotEnough) == 1
    assert free_in(on.line) == ZERO
    assert list(recomputed(on.officer.jurisdiction)) == []


def test_one_statement_gets_the_last_won() -> None:
    """Raw SQL takes no lock of the chain: it is the database alone that decides."""
    on = decided()
    assert raced(by_sql(on), IntegrityError) == 1
    assert free_in(on.line) == ZERO
    assert list(recomputed(on.officer.jurisdiction)) == []


def test_one_post_takes_the_rest_of_a_promise() -> None:
    on = decided()
    promise = Transfer.objects.get(debit=on.line, credit=on.granted, phase="pending")

    def post() -> object:
        with connection.cursor() as cursor:
            cursor.execute(transfer(on.line, on.granted, 100_000, "post", of_id=f"'{promise.pk.hex}'"))
        return True

    assert raced([post] * CONNECTIONS, IntegrityError) == 1
    assert list(recomputed(on.officer.jurisdiction)) == []


def test_reading_before_writing_oversells() -> None:
    """The control: the same race, where a trigger reads what is free and nothing else guards it."""
    on = decided()
    guards = ("guard_first_locks_accounts", "account_not_committed_beyond", "account_not_paid_beyond")
    with without(*guards):
        with connection.cursor() as cursor:
            cursor.execute(READ_THEN_WRITE)
        assert raced(by_sql(on), IntegrityError) > 1
    assert free_in(on.line) < ZERO
    assert any("나갈 금액이 들어올 금액보다" in str(found) for found in recomputed(on.officer.jurisdiction))
