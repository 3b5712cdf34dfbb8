"""교부청구와 교부: a check between two instalments, never more of a line than decided, by the city's paper."""

from datetime import date
from typing import Any
from uuid import UUID

import pytest

from majungmul.books.files.seals import NoNumber, SealedInFuture, seal_of
from majungmul.books.ledger.models import Account
from majungmul.books.parties.queries.rows import NotHere
from majungmul.books.parties.require import NotAllowed, OtherOffice
from majungmul.books.parties.transitions import NotInThisState
from majungmul.programmes.portal import NoPortalThen
from majungmul.stages.delivery import actions as delivery
from majungmul.stages.delivery.queries import midway_items
from majungmul.stages.payment import actions as payment
from majungmul.stages.payment import refusals as why
from majungmul.stages.payment import refusals_of_grants as why_not
from majungmul.stages.payment.models import Claim, Kind
from majungmul.stages.payment.queries import grants_of, rests_of
from majungmul.stages.payment.states import State
from majungmul.values.refusal import Refusal
from majungmul.values.seal import Seal
from majungmul.values.uuid7 import uuid7
from majungmul.values.won import LIMIT, ZERO, Won
from tests.database import refused
from tests.given import a_key
from tests.stages.payment.givens import a_case
from tests.stages.world import World, a_world, at

pytestmark = pytest.mark.django_db

PAPER = Seal("경제정책과-210", date(2018, 7, 5))


@pytest.fixture
def world() -> World:
    """Half of every line was given on 26 February."""
    return a_world()


def check(world: World, day: int = 25, *, is_met: bool = True) -> None:
    """A 중간점검 of June."""
    items = [
        delivery.Checked(each.code, is_met=is_met, reason="통장과 맞음") for each in midway_items(world.grant)
    ]
    delivery.check_midway(world.grant.pk, items, "봄", by=world.city_officer, at=at(6, day), key=a_key())


def ask(world: World, amounts: dict[UUID, Won], **how: Any) -> Claim:
    """교부청구 on 2 July."""
    how = {"by": world.officer, "at": at(7, 2), "key": a_key(), **how}
    return payment.claim_grant(world.grant.pk, payment.GrantClaim(amounts=amounts), **how)


def million(world: World) -> dict[UUID, Won]:
    return {world.line().pk: Won(1_000_000)}


def approved(world: World, claim: Claim) -> Claim:
    payment.submit(claim.pk, by=world.city_officer, at=at(7, 3), key=a_key())
    return payment.approve(claim.pk, by=world.city_approver, at=at(7, 4), key=a_key())


def give(world: World, claim: Claim, paper: Seal = PAPER, **how: Any) -> Claim:
    how = {"by": world.city_officer, "at": at(7, 5), "key": a_key(), **how}
    return payment.disburse(claim.pk, paper, **how)


def test_the_second_instalment_follows_a_check_after_the_first(world: World) -> None:
    rests = {rest.line.pk: rest.left for rest in rests_of(world.grant)}
    with refused(why_not.NoSecondBeforeCheck):
        ask(world, rests)
    check(world, 20, is_met=False)
    with refused(why_not.NoSecondBeforeCheck):
        ask(world, rests)
    check(world)
    second = ask(world, rests)
    assert (second.instalment, second.kind, second.single_reason) == (2, Kind.GRANT, "")
    assert all(rest.left == ZERO for rest in rests_of(world.grant))
    with refused(why_not.NoSecondBeforeCheck) as caught:
        ask(world, rests)
    assert str(caught.value).startswith("3차 교부청구는")


def test_each_line_has_its_rest(world: World) -> None:
    rest = next(each for each in rests_of(world.grant) if each.line == world.line("publicity"))
    assert (rest.decided, rest.disbursed, rest.left) == (Won(10_000_000), Won(5_000_000), Won(5_000_000))


@pytest.mark.parametrize("amount", [145_000_001, LIMIT])
def test_no_line_gets_more_than_was_decided(world: World, amount: int) -> None:
    check(world)
    with refused(why_not.MoreThanDecided) as caught:
        ask(world, {world.line().pk: Won(amount)})
    assert "결정액 290,000,000원 가운데 아직 청구하지 않은 금액은 145,000,000원인데" in str(caught.value)


def test_what_is_no_claim_is_refused(world: World) -> None:
    check(world)
    for amounts in ({}, {world.line().pk: ZERO}, {world.line().pk: Won(-1)}):
        with refused(why.ClaimedNothing):
            ask(world, amounts)
    with refused(NotHere):
        ask(world, {uuid7(): Won(1)})


def test_a_line_of_another_award_is_refused() -> None:
    case = a_case()
    check(case.world)
    with refused(why_not.NotThisAwardsLine):
        ask(case.world, {case.award.lines.get().pk: Won(1)})


def test_two_persons_of_the_city_give_the_money_once(world: World) -> None:
    check(world)
    claim = ask(world, million(world))
    with refused(OtherOffice):
        payment.submit(claim.pk, by=world.officer, at=at(7, 3), key=a_key())
    payment.submit(claim.pk, by=world.city_officer, at=at(7, 3), key=a_key())
    with refused(NotAllowed):
        payment.approve(claim.pk, by=world.city_officer, at=at(7, 4), key=a_key())
    payment.approve(claim.pk, by=world.city_approver, at=at(7, 4), key=a_key())
    done = give(world, claim)
    sealed = seal_of(done, "disbursement")
    assert sealed is not None
    assert (done.state, done.paid_on, sealed.number) == (State.PAID, PAPER.on, PAPER.number)
    with refused(NotInThisState):
        give(world, claim, Seal("경제정책과-211", date(2018, 7, 5)))
    assert Account.objects.get(pk=world.funding.pk).balance == Won(146_000_000)


@pytest.mark.parametrize(
    ("paper", "refusal"),
    [
        (Seal("", date(2018, 7, 5)), NoNumber),
        (Seal("경제정책과-210", date(2018, 7, 6)), SealedInFuture),
        (Seal("경제정책과-210", date(2018, 7, 3)), why_not.SealedBeforeApproval),
        (Seal("경제정책과-210", date(2018, 7, 5), "보탬e-1", date(2018, 7, 5)), NoPortalThen),
    ],
)
def test_a_paper_that_is_not_whole_gives_nothing(world: World, paper: Seal, refusal: type[Refusal]) -> None:
    check(world)
    claim = approved(world, ask(world, million(world)))
    with refused(refusal):
        give(world, claim, paper)


def test_what_is_on_hold_is_not_given(world: World) -> None:
    check(world)
    claim = approved(world, ask(world, million(world)))
    payment.hold(claim.pk, "통장 확인", by=world.city_approver, at=at(7, 4), key=a_key())
    with refused(why.HeldNow):
        give(world, claim)


def test_a_claim_of_the_grant_is_not_corrected_but_made_anew(world: World) -> None:
    check(world)
    claim = ask(world, million(world))
    with refused(why.WrongKindOfClaim):
        payment.ask_correction(claim.pk, "금액", "다시", 7, by=world.city_officer, at=at(7, 3), key=a_key())
    payment.withdraw(claim.pk, "금액을 고침", by=world.officer, at=at(7, 3), key=a_key())
    assert ask(world, {world.line().pk: Won(2_000_000)}).instalment == 2
    assert grants_of(world.grant).count() == 2
