"""정산 of tier 2: decided 5,000,000, paid 4,500,000; what is not recognised comes back before it is done."""

from datetime import date

import pytest

from majungmul.books.ledger.kinds import Kind
from majungmul.books.ledger.models import Account
from majungmul.stages.settlement import actions as settlement
from majungmul.stages.settlement.queries import owed_now
from majungmul.stages.settlement.refusals import (
    BelowZero,
    ClaimsOpen,
    LessWithoutReason,
    NoReturnDay,
    NotAllExamined,
    NothingToReceive,
    NotReturned,
    RecognisedMore,
    ReturnDayOut,
    ReturnedMore,
    ReturnedOn,
    SettledAlready,
)
from majungmul.stages.settlement.states import State
from majungmul.values.won import ZERO, Won
from tests.database import refused
from tests.given import a_key
from tests.stages.settlement.givens import (
    PAID,
    a_settlement,
    a_year,
    beside,
    examined,
    funding_of,
    line_of,
    settled,
    submitted,
)
from tests.stages.world import at

pytestmark = pytest.mark.django_db


def test_it_reads_decided_paid_and_left_from_the_ledger() -> None:
    row = a_settlement(a_year())
    line = line_of(row)
    assert (row.number, row.state) == ("2018-정산-00001", State.REPORTED)
    assert (line.decided, line.received, line.reported) == (Won(5_000_000), PAID, PAID)
    assert (line.unspent, line.unsettled, line.recovering) == (ZERO, ZERO, ZERO)


def test_it_begins_once_and_only_when_no_claim_is_open() -> None:
    year = a_year(pay=False)
    with refused(ClaimsOpen) as caught:
        a_settlement(year)
    assert str(caught.value).endswith(
        f"{year.claim.number}. 지급하거나 불인정·취하로 마친 뒤 정산해 주십시오."
    )
    other = a_year()
    a_settlement(other)
    with refused(SettledAlready):
        a_settlement(other)


def test_all_recognised_is_carried_up_and_the_rest_is_free_again() -> None:
    year = a_year()
    free = funding_of(year).free
    row = settled(year)
    assert row.state == State.FIXED
    assert beside(funding_of(year), Kind.SPENT) == PAID
    assert funding_of(year).free == free + Won(500_000)
    assert line_of(row).to_return == ZERO
    with refused(NothingToReceive):
        settlement.receive_return(row.pk, by=year.world.officer, at=at(12, 24), key=a_key())
    done = settlement.close(row.pk, by=year.world.officer, at=at(12, 24), key=a_key())
    assert (done.state, done.closed_on) == (State.CLOSED, date(2018, 12, 24))


def test_what_is_not_recognised_is_ordered_back_from_the_payee_and_comes_in_parts() -> None:
    year = a_year()
    row = settled(year, Won(300_000))
    by, payee = year.world.officer, Account.objects.get(party=year.world.printer.body, kind=Kind.PAYEE)
    assert (payee.balance, payee.debits_pending) == (Won(300_000), Won(300_000))
    assert beside(funding_of(year), Kind.SPENT) == Won(4_200_000)
    with refused(NotReturned):
        settlement.close(row.pk, by=by, at=at(1, 3, year=2019), key=a_key())

    line = line_of(row)
    part = {line.pk: Won(100_000)}
    settlement.receive_return(row.pk, part, date(2019, 1, 4), by=by, at=at(1, 5, year=2019), key=a_key())
    assert (owed_now(line_of(row)), line_of(row).returned) == (Won(200_000), Won(100_000))
    with refused(ReturnedMore):
        settlement.receive_return(row.pk, {line.pk: Won(200_001)}, by=by, at=at(1, 6, year=2019), key=a_key())
    settlement.receive_return(row.pk, by=by, at=at(1, 10, year=2019), key=a_key())
    settlement.close(row.pk, by=by, at=at(1, 11, year=2019), key=a_key())
    assert beside(funding_of(year), Kind.RETURNED) == Won(300_000)
    assert Account.objects.get(pk=payee.pk).balance == ZERO


def test_examining_refuses_more_less_without_reason_and_less_than_nothing() -> None:
    year = a_year()
    line = line_of(a_settlement(year))
    by = year.world.officer
    for amount, why in (
        (Won(4_500_001), RecognisedMore),
        (Won(4_000_000), LessWithoutReason),
        (Won(-1), BelowZero),
    ):
        with refused(why):
            settlement.examine(line.pk, amount, by=by, at=at(12, 21), key=a_key())


def test_handing_in_wants_every_line_and_a_day_where_money_comes_back() -> None:
    year = a_year()
    row = a_settlement(year)
    with refused(NotAllExamined):
        submitted(row, year.world)
    examined(row, Won(300_000), world=year.world)
    with refused(NoReturnDay) as caught:
        submitted(row, year.world)
    assert str(caught.value) == "돌려받을 금액 300,000원이 있습니다. 반납 기한을 정해 주십시오."
    for day in (date(2018, 12, 21), date(2020, 1, 1)):
        with refused(ReturnDayOut):
            submitted(row, year.world, day)
    assert submitted(row, year.world, date(2019, 12, 31)).return_due_on == date(2019, 12, 31)


def test_a_return_is_not_of_a_day_before_the_settlement_nor_to_come() -> None:
    year = a_year()
    row = settled(year, Won(300_000))
    for day in (date(2018, 12, 22), date(2019, 1, 6)):
        with refused(ReturnedOn):
            settlement.receive_return(
                row.pk, None, day, by=year.world.officer, at=at(1, 5, year=2019), key=a_key()
            )
