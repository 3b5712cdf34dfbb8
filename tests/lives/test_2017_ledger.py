"""2017 told as postings, to the won; the 500원 that the paper does not explain are one marked transfer."""

from datetime import datetime

import pytest
from beancount import loader

from majungmul.books.ledger import queries
from majungmul.books.ledger.journal import written
from majungmul.books.ledger.kinds import Movement
from majungmul.books.ledger.models import Account, Transfer
from majungmul.books.ledger.told import untold
from majungmul.books.ledger.verification import recomputed
from majungmul.programmes.plan import plan
from majungmul.programmes.plan_tables import tables_of
from majungmul.values.actor import Actor
from majungmul.values.won import ZERO, Won, total
from tests.given import SEOUL, a_city, a_cooperative, a_key, an_officer
from tests.lives.given_2017 import DIFFERENCE_AT, LINES, MARK, YEAR, tell_2017

pytestmark = pytest.mark.django_db

TOLD_ON = datetime(2018, 1, 30, 12, tzinfo=SEOUL)
"""The day of the report."""


@pytest.fixture
def officer() -> Actor:
    by = an_officer(a_city())
    tell_2017(a_cooperative(by).pk, by=by, at=TOLD_ON, key=a_key())
    return by


def test_the_lines_are_those_that_the_paper_prints() -> None:
    (table,) = (table for table in tables_of(plan("seoul", 2018)) if table.key == "results")
    columns = [column.key for column in table.columns]
    budget, settled = columns.index("budget"), columns.index("settled")
    printed = {row.key: (row.cells[budget].value, row.cells[settled].value) for row in table.rows}
    assert {told.key: (told.budget, told.settled) for told in LINES}.items() <= printed.items()
    assert printed["total"] == (800_000_000, 770_450_186)


def test_nine_lines_pay_and_one_marked_transfer_makes_the_printed_total(officer: Actor) -> None:
    lines = queries.lines_of(officer.jurisdiction, YEAR)
    year = queries.whole(lines)
    marked = Transfer.objects.get(movement=Movement.PAY, reason=MARK)

    assert len(lines) == 9
    assert year.appropriated == Won(800_000_000)
    assert year.paid - marked.amount == Won(770_449_686)
    assert marked.amount == Won(500)
    assert year.paid == year.recognised == Won(770_450_186)
    assert year.returned == Won(29_549_814)
    assert (year.committed, year.left) == (ZERO, ZERO)


def test_each_line_reads_as_the_paper_does_but_for_the_marked_one(officer: Actor) -> None:
    found = {line.programme: line for line in queries.lines_of(officer.jurisdiction, YEAR)}
    for told in LINES:
        line, marked = found[told.key], 500 if told.key == DIFFERENCE_AT else 0
        assert (line.appropriated, line.disbursed) == (Won(told.budget), Won(told.budget))
        assert line.paid == Won(told.settled + marked)
        assert line.returned == Won(told.budget - told.settled - marked)


def test_the_ledger_sums_to_zero_and_is_as_the_chain_tells(officer: Actor) -> None:
    own = Account.objects.filter(jurisdiction=officer.jurisdiction)
    assert total(account.balance for account in own) == ZERO
    assert {account.kind for account in own if account.balance} == {"source", "spent", "returned"}
    assert list(recomputed(officer.jurisdiction)) == []
    assert list(untold(officer.jurisdiction)) == []


def test_beancount_agrees(officer: Actor) -> None:
    _, errors, _ = loader.load_string("\n".join(written(officer.jurisdiction)) + "\n")
    assert errors == []


def test_told_again_with_the_same_key_nothing_changes() -> None:
    by = an_officer(a_city())
    operator, key = a_cooperative(by).pk, a_key()
    first = tell_2017(operator, by=by, at=TOLD_ON, key=key)
    count = Transfer.objects.count()
    again = tell_2017(operator, by=by, at=datetime(2018, 2, 1, tzinfo=SEOUL), key=key)
    assert (again, Transfer.objects.count()) == (first, count)
