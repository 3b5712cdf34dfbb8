"""사용내역: a payment that fulfils two promises of a raised award is one payment."""

import pytest

from majungmul.formats.html_paper import text_of
from majungmul.stages.award import actions as award
from majungmul.stages.settlement import actions as settlement
from majungmul.stages.settlement.papers import PAPERS
from majungmul.values.won import Won
from tests.given import a_key
from tests.stages.world import (
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

pytestmark = pytest.mark.django_db


def test_one_payment_of_a_raised_award_is_one_row() -> None:
    world = a_world()
    granted = an_award(world, an_application(world, an_open_call(world), world.printer))
    asked = award.ChangeRequest(
        kind="amount", line=granted.lines.get().pk, amount=Won(6_000_000), reason="물량이 늘어남"
    )
    own = world.printer.officer
    change = award.request_change(granted.pk, asked, by=own, at=at(5, 20), key=a_key())
    award.submit_change(change.pk, by=world.officer, at=at(5, 21), key=a_key())
    award.approve_change(change.pk, "적정", by=world.approver, at=at(5, 22), key=a_key())
    contract = a_contract(world, granted, supply=Won(55_000_000), vat=Won(5_500_000))
    paid(world, a_claim(world, granted, [a_trade(world, contract, Won(55_000_000))]))
    row = settlement.open_settlement(granted.pk, "마침", by=world.officer, at=at(12, 20), key=a_key())
    listed = text_of(PAPERS["settlement_report"][2](row)).partition("사용내역")[2]
    assert "5,500,000" in listed
    assert "500,000 " not in listed.replace("5,500,000", "")
    assert "5,000,000" not in listed
