"""Before the city gave anything: nothing is paid on, all at once needs its reason, a check comes after the first.

The world of these tests is their own: nothing was paid out in it (so it is not the one that modules share).
"""

from datetime import date
from typing import Any
from uuid import UUID

import pytest

from majungmul.programmes.reasons import NoSuchReason
from majungmul.stages.delivery import actions as delivery
from majungmul.stages.delivery import queries as delivered
from majungmul.stages.payment import actions as payment
from majungmul.stages.payment import refusals as why
from majungmul.stages.payment import refusals_of_grants as why_not
from majungmul.values.seal import Seal
from majungmul.values.won import Won
from tests.database import refused
from tests.given import a_key
from tests.stages import world as given
from tests.stages.payment import givens

pytestmark = pytest.mark.django_db


def test_nothing_is_paid_and_all_at_once_needs_a_reason() -> None:
    world = given.a_world(paid_out=False)
    award = given.an_award(world, given.an_application(world, given.an_open_call(world), world.printer))
    contract = given.a_contract(world, award)
    case = givens.Case(world, award, contract, given.a_trade(world, contract))
    claim = given.approved(world, givens.claimed(case))
    with refused(why.NotYetReceived) as caught:
        payment.list_for_bank([claim.pk], by=world.officer, at=given.at(7, 11), key=a_key())
    assert "교부받아 남은 돈은 0원인데, 이체 중인 것까지 4,500,000원이 필요합니다" in str(caught.value)

    whole = {line.pk: line.amount for line in world.grant.lines.all()}
    with refused(NoSuchReason) as caught_reason:
        ask(world, whole)
    assert "당시 법 확인 필요" in str(caught_reason.value)
    with refused(NoSuchReason):
        ask(world, whole, "public_body")
    assert ask(world, whole, "unread").single_reason == "unread"


def test_a_check_before_the_first_was_paid_out_does_not_count() -> None:
    world = given.a_world(paid_out=False)
    half = {line.pk: Won(line.amount.amount // 2) for line in world.grant.lines.all()}
    first = ask(world, half)
    items = [
        delivery.Checked(each.code, is_met=True, reason="맞음")
        for each in delivered.midway_items(world.grant)
    ]
    said: dict[str, Any] = {"by": world.city_officer}
    delivery.check_midway(world.grant.pk, items, "봄", **said, at=given.at(2, 23), key=a_key())
    payment.submit(first.pk, **said, at=given.at(2, 23), key=a_key())
    payment.approve(first.pk, by=world.city_approver, at=given.at(2, 24), key=a_key())
    paper = Seal("경제정책과-130", date(2018, 2, 26))
    payment.disburse(first.pk, paper, **said, at=given.at(2, 26), key=a_key())
    with refused(why_not.NoSecondBeforeCheck):
        ask(world, half)


def ask(world: Any, amounts: dict[UUID, Won], reason: str = "") -> Any:
    said = payment.GrantClaim(amounts=amounts, single_reason=reason)
    return payment.claim_grant(world.grant.pk, said, by=world.officer, at=given.at(2, 22), key=a_key())
