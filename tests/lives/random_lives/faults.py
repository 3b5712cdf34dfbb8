"""Faults, planted one at a time, which random lives must find: each is what a hurried change might do to the stages."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.db import connection

from majungmul.books.ledger import postings
from majungmul.stages.application.actions import applicant
from majungmul.stages.award.actions import deciding as awarding
from majungmul.stages.award.actions import drafting, ending
from majungmul.stages.payment.actions import bank, barring, deciding
from majungmul.stages.payment.states import after
from majungmul.stages.review.actions import deciding as reviewing
from majungmul.stages.settlement.actions import fixing, refunds
from majungmul.values.won import Won

CHECKS = "SELECT conrelid::regclass::text, conname FROM pg_constraint WHERE contype = 'c' AND conname LIKE %s"

Plant = Callable[[pytest.MonkeyPatch], None]


def nothing(*_: Any, **__: Any) -> None:
    """Look at nothing."""


def one_person_is_enough(patch: pytest.MonkeyPatch) -> None:
    """두 사람 — who handed in may decide; the database does not compare them either."""
    for module in (reviewing, awarding, deciding, fixing, refunds):
        patch.setattr(module, "another_person", nothing)
    without("by_another")


def paid_stays_listed(patch: pytest.MonkeyPatch) -> None:
    """한 번 지급 — a claim that was paid is still there to be paid; the database does not mind."""

    def forgetful(act: str, state: str, title: str) -> object:
        return state if act == "payment.pay" else after(act, state, title)

    patch.setattr(bank, "after", forgetful)
    without("claim_paid_on_a_day")


def exclusions_are_not_looked_at(patch: pytest.MonkeyPatch) -> None:
    """제외 — nobody asks whether a body is excluded."""
    for module in (applicant, drafting, barring):
        patch.setattr(module, "sanctions_on", lambda *_: [])


def one_won_more(patch: pytest.MonkeyPatch) -> None:
    """1원 더 — every payment moves one won more than it says."""
    pay = postings.pay
    patch.setattr(postings, "pay", lambda payee, amount, reason="": pay(payee, amount + Won(1), reason))


def freed_money_stays(patch: pytest.MonkeyPatch) -> None:
    """해제 — what an award leaves is not free again."""
    patch.setattr(ending, "free", nothing)


FAULTS: tuple[Plant, ...] = (
    one_person_is_enough,
    paid_stays_listed,
    exclusions_are_not_looked_at,
    one_won_more,
    freed_money_stays,
)


def without(name: str) -> None:
    """The CHECKs whose names say so are away, until the transaction ends: on SQLite all of them are."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("PRAGMA ignore_check_constraints = ON")
            return
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")  # what is deferred would stand in the way
        cursor.execute(CHECKS, [f"%{name}%"])
        for table, check in cursor.fetchall():
            cursor.execute(f"ALTER TABLE {table} DROP CONSTRAINT {check}")


@contextmanager
def planted(plant: Plant) -> Iterator[None]:
    """The fault is there, and gone afterwards."""
    with pytest.MonkeyPatch.context() as patch:
        try:
            plant(patch)
            yield
        finally:
            if connection.vendor == "sqlite":
                with connection.cursor() as cursor:
                    cursor.execute("PRAGMA ignore_check_constraints = OFF")
