"""Orders of the operator's own: from which line, of whom, by two persons, within what is free."""

from datetime import date
from typing import Any

import pytest
from django.db import IntegrityError, connection

from majungmul.books.files.queries import uses_of
from majungmul.books.ledger.models import Account
from majungmul.books.parties.actions.deputies import act_for
from majungmul.books.parties.queries.positions import actors_of
from majungmul.books.parties.queries.rows import NotHere
from majungmul.books.parties.require import NotAllowed, SamePerson
from majungmul.books.parties.written import Empty, ResidentNumber, TooLong
from majungmul.rules.actual_cost import ItemNotAllowed
from majungmul.stages.delivery import actions as delivery
from majungmul.stages.delivery.actions import order_drafts, sane
from majungmul.stages.delivery.queries import ordered_of, orders_of, orders_waiting
from majungmul.values.refusal import Refusal
from majungmul.values.uuid7 import uuid7
from majungmul.values.won import Won
from tests.database import refused
from tests.given import a_key
from tests.stages.delivery.givens import (
    a_hall,
    an_order_draft,
    approved,
    at_work,
    drafted,
    submitted,
)
from tests.stages.world_people import World, a_file, at, somebody
from tests.stages.world_year import a_world

pytestmark = pytest.mark.django_db

IMPOSSIBLE: list[tuple[dict[str, Any], type[Refusal]]] = [
    ({"line": uuid7()}, NotHere),
    ({"contractor": uuid7()}, NotHere),
    ({"cost_item": "식대"}, ItemNotAllowed),
    ({"amount": Won(0)}, sane.NothingTraded),
    ({"amount": Won(-1)}, sane.NothingTraded),
    ({"amount": Won(10_000_001)}, order_drafts.BeyondFree),
    ({"amount": Won(10**15)}, order_drafts.BeyondFree),
    ({"what": ""}, Empty),
    ({"what": "가" * 201}, TooLong),
    ({"what": "800101-1234567 강사"}, ResidentNumber),
    ({"needed_on": date(2018, 2, 19)}, order_drafts.OutsideTime),
    ({"needed_on": date(2019, 1, 1)}, order_drafts.OutsideTime),
    ({"needed_on": date(3018, 3, 1)}, sane.FarDay),
]


def free(world: World) -> Won:
    return next(each.free for each in ordered_of(world.grant) if each.line == world.line("publicity"))


def test_an_order_commits_its_amount_on_the_contractor_s_account() -> None:
    world = a_world()
    said = an_order_draft(world)
    order = delivery.draft_order(said, {"견적서": a_file()}, by=world.officer, at=at(3, 5), key=a_key())
    assert (order.number, order.cost_item, order.state) == ("2018-품의-00001", "venue", "draft")
    assert [use.purpose for use in uses_of(order)] == ["견적서"]
    assert free(world) == Won(10_000_000)
    delivery.submit_order(order.pk, by=world.officer, at=at(3, 5), key=a_key())
    assert list(orders_waiting(order.office_id, order.jurisdiction_id)) == [order]
    assert free(world) == Won(8_900_000)
    done = delivery.approve_order(order.pk, by=world.approver, at=at(3, 6), key=a_key())
    assert done.account is not None
    assert (done.decided_on, done.acted_for) == (date(2018, 3, 6), "")
    assert Account.objects.get(pk=done.account.pk).credits_pending == Won(1_100_000)
    (own,) = [each for each in ordered_of(world.grant) if each.line == order.line]
    assert (own.approved, own.waiting, own.free) == (Won(1_100_000), Won(0), Won(8_900_000))
    assert list(orders_of(world.grant)) == [done]


def test_what_cannot_be_ordered_is_refused() -> None:
    world = a_world()
    hall = a_hall(world).pk
    of_this_world: list[Any] = [
        ({"line": world.line().pk}, order_drafts.NotOwnSpending),
        ({"contractor": world.operator.pk}, order_drafts.OrderedFromOneself),
    ]
    for said, by in [*IMPOSSIBLE, *of_this_world]:
        draft = an_order_draft(world, **{"contractor": hall, **said})
        with refused(by) as caught:
            delivery.draft_order(draft, by=world.officer, at=at(3, 5), key=a_key())
        assert str(caught.value)


def test_the_sentences_say_what_is_free_and_which_items_there_are() -> None:
    world = a_world()
    submitted(world, amount=Won(9_500_000))
    with pytest.raises(order_drafts.BeyondFree) as caught:
        drafted(world)
    assert str(caught.value) == (
        "‘설명회 등 홍보비’에서 더 품의할 수 있는 금액은 500,000원인데 1,100,000원을 적었습니다"
        "(결재를 기다리는 품의 포함). 600,000원 줄여 주십시오."
    )
    with pytest.raises(ItemNotAllowed) as item:
        drafted(world, cost_item="식대", amount=Won(1))
    assert "장소 사용료, 인쇄물 제작비, 공고·광고료, 기타 홍보비" in str(item.value)


def test_a_line_of_an_award_to_a_co_operative_is_not_the_operator_s() -> None:
    work = at_work()
    line = work.award.lines.get()
    draft = an_order_draft(work.world, line=line.pk)
    with refused(order_drafts.NotOurLine):
        delivery.draft_order(draft, by=work.world.officer, at=at(5, 20), key=a_key())


def test_who_drafted_or_handed_in_does_not_approve_even_in_the_approver_s_place() -> None:
    world = a_world()
    order = submitted(world)
    seat = world.approver.position
    act_for(
        seat,
        world.officer.position,
        (date(2018, 3, 1), date(2018, 4, 1)),
        "출장",
        by=world.system,
        at=at(3, 1),
        key=a_key(),
    )
    acting = actors_of(world.officer.person, date(2018, 3, 6))[-1]
    assert acting.for_title == world.approver.title
    with refused(SamePerson):
        delivery.approve_order(order.pk, by=acting, at=at(3, 6), key=a_key())
    with refused(NotAllowed):
        delivery.approve_order(order.pk, by=world.officer, at=at(3, 6), key=a_key())


def test_a_deputy_approves_in_another_s_place_and_the_order_says_so() -> None:
    world = a_world()
    deputy = somebody(world.system, world.officer.office, "officer")
    days = (date(2018, 3, 1), date(2018, 4, 1))
    act_for(world.approver.position, deputy.position, days, "출장", by=world.system, at=at(3, 1), key=a_key())
    acting = actors_of(deputy.person, date(2018, 3, 6))[-1]
    done = delivery.approve_order(submitted(world).pk, by=acting, at=at(3, 6), key=a_key())
    assert (done.state, done.acted_for) == ("approved", world.approver.title)


def test_an_order_sent_back_is_corrected_and_handed_in_again() -> None:
    world = a_world()
    order = submitted(world)
    back = delivery.send_back_order(
        order.pk, "견적을 더 받을 것", by=world.approver, at=at(3, 6), key=a_key()
    )
    assert (back.state, back.reason) == ("draft", "견적을 더 받을 것")
    said = an_order_draft(world, amount=Won(990_000), cost_item="venue", contractor=order.contractor_id)
    papers = {"견적서": a_file()}
    delivery.rewrite_order(order.pk, said, papers, by=world.officer, at=at(3, 6), key=a_key())
    again = delivery.submit_order(order.pk, by=world.officer, at=at(3, 6), key=a_key())
    assert (again.amount, again.reason) == (Won(990_000), "")
    delivery.send_back_order(order.pk, "다시", by=world.approver, at=at(3, 6), key=a_key())
    wrong = an_order_draft(world, line=world.line().pk, contractor=order.contractor_id)
    with refused(order_drafts.NotOurLine):
        delivery.rewrite_order(order.pk, wrong, by=world.officer, at=at(3, 6), key=a_key())


def test_a_cancelled_order_frees_its_money() -> None:
    world = a_world()
    order = approved(world)
    gone = delivery.cancel_order(order.pk, "설명회를 미룸", by=world.approver, at=at(3, 7), key=a_key())
    assert (gone.state, free(world)) == ("cancelled", Won(10_000_000))
    draft = drafted(world)
    assert (
        delivery.cancel_order(draft.pk, "필요 없음", by=world.approver, at=at(3, 7), key=a_key()).account
        is None
    )


@pytest.mark.parametrize("changed", ["amount = 1", "cost_item = 'x'", "drafted_by = contractor_id"])
def test_the_database_lets_no_order_change_once_it_is_handed_in(changed: str) -> None:
    submitted(a_world())
    with pytest.raises(IntegrityError), connection.cursor() as cursor:
        cursor.execute(f"UPDATE delivery_order SET {changed}")
