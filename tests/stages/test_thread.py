"""The whole thread in one go: both tiers from the plan to the returned won, every figure of the ledger by value."""

from datetime import date

from majungmul.books.ledger import queries as ledger
from majungmul.books.upkeep.verification import verify
from majungmul.stages.settlement import actions as settlement
from majungmul.values.seal import Seal
from majungmul.values.won import Won
from tests.database import Scratch
from tests.given import a_key
from tests.stages.world import (
    LINE,
    PROGRAMME,
    World,
    a_claim,
    a_contract,
    a_trade,
    a_world,
    an_application,
    an_award,
    an_open_call,
    at,
    paid,
)
from tests.stages.world_end import report_papers


def figures(world: World) -> ledger.LineFigures:
    lines = ledger.lines_of(world.plan.jurisdiction_id, 2018)
    return next(line for line in lines if (line.programme, line.line) == (PROGRAMME, LINE))


def test_a_won_goes_all_the_way_and_what_is_left_comes_back(scratch: Scratch) -> None:
    world = a_world()
    application = an_application(world, an_open_call(world), world.printer)
    assert (application.trade_total, application.amount) == (Won(50_000_000), Won(5_000_000))
    award = an_award(world, application)
    claim = a_claim(world, award, [a_trade(world, a_contract(world, award))])
    assert (claim.claimed, claim.calculated) == (Won(4_500_000), Won(4_500_000))
    paid(world, claim)
    assert figures(world).paid == Won(4_500_000)

    own = settlement.open_settlement(award.pk, "마침", by=world.officer, at=at(12, 20), key=a_key())
    for line in own.lines.all():
        assert (line.received, line.reported, line.unspent) == (Won(4_500_000), Won(4_500_000), Won(0))
        settlement.examine(line.pk, line.reported, by=world.officer, at=at(12, 21), key=a_key())
    settlement.submit(own.pk, "적정함", None, by=world.officer, at=at(12, 22), key=a_key())
    settlement.fix(own.pk, by=world.approver, at=at(12, 23), key=a_key())

    whole = settlement.report(
        world.grant.pk, "마침", (), report_papers(), by=world.officer, at=at(1, 30, year=2019), key=a_key()
    )
    for line in whole.lines.all():
        settlement.examine(
            line.pk, line.reported, by=world.city_officer, at=at(2, 11, year=2019), key=a_key()
        )
    due = date(2019, 3, 29)
    settlement.submit(whole.pk, "적정함", due, by=world.city_officer, at=at(2, 12, year=2019), key=a_key())
    settlement.approve(whole.pk, by=world.city_approver, at=at(2, 13, year=2019), key=a_key())
    seal = Seal("경제정책과-90", date(2019, 2, 14))
    settlement.take_effect(whole.pk, seal, by=world.city_officer, at=at(2, 14, year=2019), key=a_key())
    settlement.receive_return(whole.pk, by=world.city_officer, at=at(3, 20, year=2019), key=a_key())
    settlement.close(whole.pk, by=world.city_officer, at=at(3, 21, year=2019), key=a_key())

    now = figures(world)
    assert now.appropriated == Won(290_000_000)
    assert now.disbursed == Won(145_000_000)
    assert (now.recognised, now.returned) == (Won(4_500_000), Won(140_500_000))
    assert now.left == Won(145_000_000)
    assert not any(verify({}).found.values())
