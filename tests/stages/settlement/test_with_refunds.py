"""정산 beside 반환명령: what an order asks back is received by itself, never twice, and all of it reaches the city."""

from datetime import date

import pytest

from majungmul.books.ledger import queries as ledger
from majungmul.books.ledger.kinds import Kind
from majungmul.books.ledger.verification import recomputed
from majungmul.stages.settlement import actions as settlement
from majungmul.stages.settlement.queries import owed_now
from majungmul.stages.settlement.refusals import FiguresMoved, NothingToReceive, StillRecovering
from majungmul.stages.settlement.states import State
from majungmul.values.won import ZERO, Won
from tests.database import refused
from tests.given import a_key
from tests.stages.settlement.givens import (
    BACK_BY,
    Year,
    a_report,
    a_settlement,
    beside,
    examined,
    funding_of,
    in_effect,
    line_of,
    settled,
    submitted,
)
from tests.stages.settlement.refund_givens import Given, city_ordered, given, ordered, received, revoked
from tests.stages.world import LINE, PROGRAMME, at

pytestmark = pytest.mark.django_db

MILLION = Won(1_000_000)


@pytest.fixture
def on() -> Given:
    return given()


def year_of(on: Given) -> Year:
    return Year(on.world, on.award)


def returned(on: Given) -> Won:
    lines = ledger.lines_of(on.award.jurisdiction_id, 2018)
    return next(line for line in lines if (line.programme, line.line) == (PROGRAMME, LINE)).returned


def test_an_order_before_the_settlement_is_no_spending_and_no_return_of_it(on: Given) -> None:
    refund = ordered(on)
    row = a_settlement(year_of(on))
    line = line_of(row)
    assert (line.reported, line.recovering, line.unspent) == (Won(3_500_000), MILLION, ZERO)
    submitted(examined(row, world=on.world), on.world)
    settlement.fix(row.pk, by=on.world.approver, at=at(12, 23), key=a_key())
    assert (line_of(row).to_return, owed_now(line_of(row))) == (ZERO, ZERO)
    by, when = on.world.officer, at(12, 24)
    with refused(NothingToReceive):
        settlement.receive_return(row.pk, by=by, at=when, key=a_key())
    with refused(StillRecovering):
        settlement.close(row.pk, by=by, at=when, key=a_key())
    received(on, refund, date(2018, 12, 26))
    done = settlement.close(row.pk, by=by, at=at(12, 27), key=a_key())
    assert done.state == State.CLOSED
    assert beside(funding_of(year_of(on)), Kind.RETURNED) == MILLION
    assert list(recomputed(on.award.jurisdiction_id)) == []


def test_an_order_paid_before_the_settlement_is_left_over_money(on: Given) -> None:
    received(on, ordered(on), date(2018, 8, 20))
    line = line_of(a_settlement(year_of(on)))
    assert (line.reported, line.unspent, line.recovering) == (Won(3_500_000), MILLION, ZERO)


def test_an_order_after_tier_two_was_settled_passes_to_the_city_when_it_is_paid(on: Given) -> None:
    year = year_of(on)
    settled(year)
    refund = ordered(on, at(1, 10, year=2019), due_on=date(2019, 2, 28))
    whole = in_effect(a_report(year), on.world)
    line = line_of(whole)
    assert (line.reported, line.recovering) == (Won(3_500_000), MILLION)
    by = on.world.city_officer
    settlement.receive_return(whole.pk, by=by, at=at(3, 1, year=2019), key=a_key())
    with refused(StillRecovering):
        settlement.close(whole.pk, by=by, at=at(3, 2, year=2019), key=a_key())
    received(on, refund, date(2019, 3, 4))
    assert owed_now(line_of(whole)) == MILLION
    settlement.receive_return(whole.pk, by=by, at=at(3, 5, year=2019), key=a_key())
    settlement.close(whole.pk, by=by, at=at(3, 6, year=2019), key=a_key())
    assert returned(on) == Won(141_500_000)
    assert list(recomputed(on.award.jurisdiction_id)) == []


def test_an_order_between_report_and_fixing_moves_the_figures(on: Given) -> None:
    year = year_of(on)
    settled(year)
    whole = examined(a_report(year), world=on.world, city=True)
    ordered(on, at(2, 1, year=2019), due_on=date(2019, 2, 28))
    with refused(FiguresMoved):
        submitted(whole, on.world, BACK_BY, city=True)


def test_an_order_on_what_is_left_and_what_was_not_recognised_are_received_apart(on: Given) -> None:
    """Of 145,000,000: 2,000,000 by the city's order, 138,500,000 left, 500,000 not recognised."""
    year = year_of(on)
    settled(year)
    refund = city_ordered(on, revoked(on.world, at(12, 24), is_whole=False), at(12, 24), due_on=BACK_BY)
    row = in_effect(a_report(year), on.world, Won(500_000))
    assert line_of(row).to_return == Won(138_500_000 + 500_000)
    by = on.world.city_officer
    settlement.receive_return(row.pk, by=by, at=at(3, 1, year=2019), key=a_key())
    settlement.receive_refund(refund.pk, date(2019, 3, 4), by=by, at=at(3, 4, year=2019), key=a_key())
    assert owed_now(line_of(row)) == ZERO
    settlement.close(row.pk, by=by, at=at(3, 5, year=2019), key=a_key())
    assert returned(on) == Won(141_000_000)
    assert list(recomputed(on.award.jurisdiction_id)) == []
