"""What the database refuses by itself: figures that do not add up, less without a reason, 미결 that changes."""

import pytest
from django.db import DatabaseError

from majungmul.stages.plan import actions as plan
from majungmul.stages.settlement import actions as settlement
from majungmul.stages.settlement.queries import still_open
from majungmul.values.won import Won
from tests.books.ledger.raw import run
from tests.given import a_key
from tests.stages.settlement.givens import a_settlement, a_year, examined, settled
from tests.stages.world import at

pytestmark = pytest.mark.django_db

LINE, WHOLE, OPEN = "settlement_settlementline", "settlement_settlement", "settlement_openatclosing"


def refused_raw(statement: str) -> None:
    with pytest.raises(DatabaseError):
        run(statement)


LINES = [
    "received = received + 1",
    "recognised = reported + 1",
    "recognised = -1",
    "recognised = 0, less_reason = ''",
    "unspent = -1, received = reported - 1",
    "interest = -1",
    "returned = -1",
]
SETTLEMENTS = ["state = 'closed'", "state = 'fixed'", "number = 'other'", "decided_by = submitted_by"]


def test_the_figures_of_a_line_add_up_and_less_says_why() -> None:
    year = a_year()
    examined(a_settlement(year), world=year.world)
    for change in LINES:
        refused_raw(f"UPDATE {LINE} SET {change}")


def test_a_settlement_moves_along_its_table_keeps_its_number_and_is_decided_by_another() -> None:
    year = a_year()
    row = examined(a_settlement(year), world=year.world)
    settlement.submit(row.pk, "적정함", None, by=year.world.officer, at=at(12, 22), key=a_key())
    for change in SETTLEMENTS:
        refused_raw(f"UPDATE {WHOLE} SET {change}")


def test_what_was_open_at_the_closing_stays_as_it_was_named() -> None:
    year = a_year()
    settled(year, Won(300_000))
    approver, plan_id = year.world.city_approver, year.world.plan.pk
    plan.cut_off(plan_id, by=approver, at=at(12, 31), key=a_key())
    reasons = {each.account.pk: "소송 중" for each in still_open(year.world.plan)}
    settlement.close_year(plan_id, reasons, by=approver, at=at(12, 20, year=2019), key=a_key())
    refused_raw(f"UPDATE {OPEN} SET amount = 1")
    refused_raw(f"DELETE FROM {OPEN}")
    refused_raw(f"DELETE FROM {LINE}")
