"""An order and a settlement side by side: neither takes what the other asked for, both end, the books balance."""

from datetime import date

import pytest

from majungmul.books.ledger.kinds import Kind
from majungmul.stages.settlement import actions as settlement
from majungmul.stages.settlement import queries
from majungmul.stages.settlement.refusals import NothingToReceive, StillRecovering
from majungmul.stages.settlement.states import RefundState, State
from majungmul.values.seal import Seal
from majungmul.values.won import Won
from tests.database import refused
from tests.given import a_key
from tests.stages.settlement.refund_givens import (
    balance,
    city_ordered,
    given,
    ordered,
    received,
    revoked,
    sound,
)
from tests.stages.world import at
from tests.stages.world_end import report_papers, settled

pytestmark = pytest.mark.django_db


def test_what_an_order_asks_for_is_not_received_by_the_settlement() -> None:
    on = given()
    refund = ordered(on)
    row = settled(on.world, on.award)
    (line,) = row.lines.all()
    assert (line.recovering, line.to_return) == (Won(1_000_000), Won(0))
    with refused(NothingToReceive):
        settlement.receive_return(row.pk, by=on.world.officer, at=at(12, 24), key=a_key())
    with refused(StillRecovering):
        settlement.close(row.pk, by=on.world.officer, at=at(12, 25), key=a_key())
    refund = received(on, refund, date(2018, 12, 28))
    assert refund.state == RefundState.PAID
    row = settlement.close(row.pk, by=on.world.officer, at=at(12, 29), key=a_key())
    assert row.state == State.CLOSED
    assert balance(on.granted, Kind.RETURNED) == 1_000_000
    sound(on)


def test_what_a_settlement_does_not_recognise_is_not_ordered_back_once_more() -> None:
    on = given()
    row = settlement.open_settlement(on.award.pk, "마침", by=on.world.officer, at=at(12, 20), key=a_key())
    (line,) = row.lines.all()
    settlement.examine(line.pk, Won(4_000_000), "증빙 부족", by=on.world.officer, at=at(12, 20), key=a_key())
    due = date(2018, 12, 28)
    settlement.submit(row.pk, "일부 불인정", due, by=on.world.officer, at=at(12, 20), key=a_key())
    settlement.fix(row.pk, by=on.world.approver, at=at(12, 20), key=a_key())
    assert queries.may_be_asked_back(on.line) == Won(4_000_000)
    ordered(on, at(12, 21), principal=Won(4_000_000), due_on=due)
    assert queries.may_be_asked_back(on.line) == Won(0)
    settlement.receive_return(row.pk, by=on.world.officer, at=at(12, 22), key=a_key())
    assert queries.may_be_asked_back(on.line) == Won(0)
    sound(on)


def test_of_the_city_an_order_on_what_is_left_and_the_settlement_take_their_own() -> None:
    """145,000,000 received, 4,500,000 paid on: an order for 2,000,000 of what stands there, the rest is settled."""
    on = given()
    settled(on.world, on.award)
    part = revoked(on.world, at(12, 24), is_whole=False)
    refund = city_ordered(on, part, at(12, 24), due_on=date(2019, 12, 20))
    row = settlement.report(
        on.world.grant.pk,
        "마침",
        (),
        report_papers(),
        by=on.world.officer,
        at=at(1, 30, year=2019),
        key=a_key(),
    )
    when = at(2, 11, year=2019)
    for line in row.lines.all():
        settlement.examine(line.pk, line.reported, by=on.world.city_officer, at=when, key=a_key())
    due = date(2019, 3, 29)
    settlement.submit(row.pk, "적정함", due, by=on.world.city_officer, at=when, key=a_key())
    settlement.approve(row.pk, by=on.world.city_approver, at=when, key=a_key())
    seal = Seal("경제정책과-90", date(2019, 2, 11))
    settlement.take_effect(row.pk, seal, by=on.world.city_officer, at=when, key=a_key())
    (line,) = row.lines.filter(line=on.world.line())
    assert line.to_return == Won(138_500_000)
    settlement.receive_return(row.pk, by=on.world.city_officer, at=at(3, 20, year=2019), key=a_key())
    assert balance(on.granted, Kind.RETURNED) == 138_500_000
    settlement.receive_refund(
        refund.pk, date(2019, 3, 20), by=on.world.city_officer, at=at(3, 20, year=2019), key=a_key()
    )
    assert balance(on.granted, Kind.RETURNED) == 140_500_000
    settlement.close(row.pk, by=on.world.city_officer, at=at(3, 21, year=2019), key=a_key())
    assert (balance(on.budget, Kind.RETURNED), balance(on.budget, Kind.SPENT)) == (140_500_000, 4_500_000)
    assert balance(on.budget, Kind.INTEREST) == 1_234
    sound(on)
