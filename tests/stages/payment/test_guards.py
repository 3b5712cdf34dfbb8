"""What the database itself refuses: a number twice, a trade twice, two lists, a payment without its steps."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import IntegrityError, connection
from django.db.utils import DatabaseError

from majungmul.stages.payment.models import BankEntry, Claim, ClaimLine, Proof
from majungmul.values.won import Won
from tests.stages.payment.givens import Case, a_case, claimed, hand_in, listed, pay, submitted, withdrawn
from tests.stages.world import a_trade, claim_draft

pytestmark = pytest.mark.django_db


@pytest.fixture
def case() -> Case:
    return a_case()


def sql(statement: str, *values: Any) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)


def key(row: Any) -> Any:
    return row.pk.hex if connection.vendor == "sqlite" else row.pk


def two_claims(case: Case) -> tuple[Claim, Claim]:
    other = a_trade(case.world, case.contract, Won(1_000_000))
    return claimed(case), hand_in(case, claim_draft(case.world, [other]))


def test_a_number_stands_once_whatever_the_program_says(case: Case) -> None:
    first, second = two_claims(case)
    number = Proof.objects.get(claim=first).approval_number
    with pytest.raises(IntegrityError):
        sql("UPDATE payment_proof SET approval_number = %s WHERE claim_id = %s", number, key(second))


def test_a_trade_is_claimed_once_whatever_the_program_says(case: Case) -> None:
    first, second = two_claims(case)
    trade = ClaimLine.objects.get(claim=first).trade
    with pytest.raises(IntegrityError):
        sql("UPDATE payment_claimline SET trade_id = %s WHERE claim_id = %s", key(trade), key(second))


RAW: list[tuple[str, Callable[[Case], Claim], str]] = [
    ("paid without a list", submitted, "UPDATE payment_claim SET state = 'paid' WHERE id = %s"),
    (
        "paid a second time",
        lambda case: pay(case, listed(case)),
        "UPDATE payment_claim SET state = 'listed' WHERE id = %s",
    ),
    ("alive again", withdrawn, "UPDATE payment_claim SET state = 'received' WHERE id = %s"),
    ("of another number", claimed, "UPDATE payment_claim SET number = '2018-청구-9' WHERE id = %s"),
    ("recognised beyond", submitted, "UPDATE payment_claim SET recognised = claimed + 1 WHERE id = %s"),
    (
        "approved by who handed it in",
        submitted,
        "UPDATE payment_claim SET decided_by = submitted_by WHERE id = %s",
    ),
    (
        "a line beyond its sum",
        claimed,
        "UPDATE payment_claimline SET claimed = calculated + 1 WHERE claim_id = %s",
    ),
    ("deleted", claimed, "DELETE FROM payment_proof WHERE claim_id = %s"),
    ("gone from the bank's list", listed, "DELETE FROM payment_bankentry WHERE claim_id = %s"),
    ("on hold with the bank", listed, "UPDATE payment_claim SET held_for = 'x' WHERE id = %s"),
    (
        "a tax-free paper with VAT",
        claimed,
        "UPDATE payment_proof SET kind = 'tax_free_invoice' WHERE claim_id = %s",
    ),
]


@pytest.mark.parametrize(("make", "statement"), [each[1:] for each in RAW], ids=[each[0] for each in RAW])
def test_the_database_refuses(case: Case, make: Callable[[Case], Claim], statement: str) -> None:
    claim = make(case)
    with pytest.raises(DatabaseError):
        sql(statement, key(claim))


def test_a_claim_is_in_one_list_at_a_time(case: Case) -> None:
    claim = listed(case)
    entry = BankEntry.objects.get(claim=claim)
    columns = "jurisdiction_id, bank_list_id, claim_id, bank_account_id, amount, state, reason, was_paid"
    with pytest.raises(IntegrityError):
        sql(
            f"INSERT INTO payment_bankentry (id, {columns}) SELECT %s, {columns} FROM payment_bankentry WHERE id = %s",
            "0" * 32,
            key(entry),
        )
