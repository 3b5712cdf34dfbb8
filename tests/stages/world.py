"""The year that stage tests start from, made through actions: Seoul with its plan of 2018, the operator with
the city's award, two co-operatives with people of their own. All invented but the plan.

world = a_world()                     # plan adopted and announced, 교부결정 in effect, first 교부 paid out
call = an_open_call(world)            # 협업, open from 3 April until 1 May 2018, 00:00
application = an_application(world, call, world.printer)
award = an_award(world, application)  # selected, decided
contract = a_contract(world, award); trade = a_trade(world, contract); claim = a_claim(world, award, [trade])
"""

from tests.stages.world_people import (
    LINE,
    PROGRAMME,
    Body,
    World,
    a_body,
    a_file,
    at,
    example_of,
    examples,
    somebody,
)
from tests.stages.world_trades import a_claim, a_contract, a_proof, a_trade, approved, claim_draft, of, paid
from tests.stages.world_year import (
    NO_CALL,
    a_grant,
    a_world,
    an_application,
    an_award,
    an_open_call,
    answers_of,
    disbursed,
    grant_answers,
    papers,
    reviewed,
    trade_row,
)

__all__ = [
    "LINE",
    "NO_CALL",
    "PROGRAMME",
    "Body",
    "World",
    "a_body",
    "a_claim",
    "a_contract",
    "a_file",
    "a_grant",
    "a_proof",
    "a_trade",
    "a_world",
    "an_application",
    "an_award",
    "an_open_call",
    "answers_of",
    "approved",
    "at",
    "claim_draft",
    "disbursed",
    "example_of",
    "examples",
    "grant_answers",
    "of",
    "paid",
    "papers",
    "reviewed",
    "somebody",
    "trade_row",
]
