"""The amounts of the sixteen trades of 2017, lived by thirteen invented co-operatives through the actions."""

from datetime import date

import pytest

from majungmul.books.ledger import queries as ledger
from majungmul.programmes.plan import plan
from majungmul.programmes.plan_tables import tables_of
from majungmul.stages.award.models import Award
from majungmul.stages.payment.models import Claim
from majungmul.values.won import Won, total
from tests.database import Scratch
from tests.lives.ending import books_are_right
from tests.stages.world import (
    LINE,
    PROGRAMME,
    World,
    a_body,
    a_claim,
    a_contract,
    a_trade,
    a_world,
    an_application,
    an_award,
    an_open_call,
    paid,
    trade_row,
)
from tests.stages.world_end import grant_settled, second_half, settled

TRADES: dict[str, tuple[int, ...]] = {
    "가상01": (439_240_956,),
    "가상02": (363_796_994,),
    "가상03": (351_592_923,),
    "가상04": (146_858_100,),
    "가상05": (64_435_910, 20_287_000),
    "가상06": (50_230_000,),
    "가상07": (50_000_000,),
    "가상08": (11_440_000, 9_869_995),
    "가상09": (22_000_000,),
    "가상10": (18_956_300,),
    "가상11": (4_316_000, 14_556_000),
    "가상12": (10_560_000,),
    "가상13": (3_654_000,),
}
"""What the paper prints of 2017: the amounts are its own, the names are not."""

PAID = {
    "가상01": 43_924_095,
    "가상02": 36_379_699,
    "가상03": 35_159_292,
    "가상04": 14_685_810,
    "가상05": 8_472_291,
    "가상06": 5_023_000,
    "가상07": 5_000_000,
    "가상08": 2_130_999,
    "가상09": 2_200_000,
    "가상10": 1_895_630,
    "가상11": 1_887_200,
    "가상12": 1_056_000,
    "가상13": 365_400,
}
"""Ten per cent of each trade, what is below a won dropped for each."""


def a_year(world: World) -> dict[str, tuple[Award, Claim]]:
    """Every body applies, is selected and decided, trades, claims and is paid."""
    call = an_open_call(world)
    for name in TRADES:
        body = a_body(world.system, world.officer, world.approver, f"{name}협동조합")
        world.bodies[name] = body
    applied = {
        name: an_application(
            world, call, world.bodies[name], *(trade_row(amount=str(each)) for each in amounts)
        )
        for name, amounts in TRADES.items()
    }
    awards = {name: an_award(world, application) for name, application in applied.items()}
    return {name: (award, _lived(world, name, award)) for name, award in awards.items()}


def _lived(world: World, name: str, award: Award) -> Claim:
    trades = []
    for amount in TRADES[name]:
        contract = a_contract(world, award, supply=Won(amount), vat=Won(amount // 10))
        trades.append(a_trade(world, contract, Won(amount), delivered_on=date(2018, 6, 2)))
    return paid(world, a_claim(world, award, trades))


def test_the_amounts_are_those_of_the_paper() -> None:
    (table,) = (table for table in tables_of(plan("seoul", 2018)) if table.key == "trades")
    column = table.column("amount")
    printed = [row.cells[column].value for row in table.rows if row.key != "total"]
    assert printed == [amount for amounts in TRADES.values() for amount in amounts]
    assert sum(amount for amounts in TRADES.values() for amount in amounts) == 1_581_794_178
    assert sum(PAID.values()) == 158_179_416


def test_thirteen_bodies_live_the_year_to_its_end(scratch: Scratch) -> None:
    world = a_world()
    second_half(world)
    lived = a_year(world)
    assert {name: award.application.trade_total for name, (award, _) in lived.items()} == {
        name: Won(sum(amounts)) for name, amounts in TRADES.items()
    }
    assert {name: claim.recognised for name, (_, claim) in lived.items()} == {
        name: Won(amount) for name, amount in PAID.items()
    }
    line = _line(world)
    assert (line.appropriated, line.disbursed, line.paid) == (
        Won(290_000_000),
        Won(290_000_000),
        Won(158_179_416),
    )
    for award, _ in lived.values():
        settled(world, award)
    grant_settled(world)
    line = _line(world)
    assert line.recognised == Won(158_179_416)
    assert line.returned == Won(131_820_584)
    assert line.left == Won(0)
    everything = ledger.whole(ledger.lines_of(world.plan.jurisdiction_id, 2018))
    assert everything.appropriated == Won(1_300_000_000)
    assert everything.recognised + everything.returned == Won(1_300_000_000)
    assert total(Won(amount) for amount in PAID.values()) == everything.paid
    books_are_right(world.plan.jurisdiction_id)


@pytest.mark.parametrize(("name", "amount"), PAID.items())
def test_each_share_is_rounded_down_for_each_trade(name: str, amount: int) -> None:
    assert sum(each // 10 for each in TRADES[name]) == amount


def _line(world: World) -> ledger.LineFigures:
    lines = ledger.lines_of(world.plan.jurisdiction_id, 2018)
    return next(each for each in lines if (each.programme, each.line) == (PROGRAMME, LINE))
