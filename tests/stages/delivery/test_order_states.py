"""The operator's own orders, reports and checks, by every role and office; and that the tables are whole."""

from collections.abc import Callable
from datetime import date
from itertools import product

import pytest

from majungmul.books.parties.kinds import OfficeKind, Role
from majungmul.books.parties.require import NotAllowed
from majungmul.books.parties.rights import RIGHTS
from majungmul.books.parties.transitions import NotInThisState
from majungmul.books.trail.recorded import Recorded
from majungmul.stages.delivery import actions as delivery
from majungmul.stages.delivery.models import Order
from majungmul.stages.delivery.states import CONTRACTS, ORDERS, OrderState
from majungmul.values.actor import Actor
from tests.given import a_key
from tests.stages.delivery.everybody import WHEN, everybody, leads, nothing_left, refusal
from tests.stages.delivery.givens import Work, all_met, an_order_draft, approved, drafted, submitted
from tests.stages.world_people import World
from tests.stages.world_year import a_world

pytestmark = pytest.mark.django_db


def cancelled(world: World) -> Order:
    return delivery.cancel_order(approved(world).pk, "그만둠", by=world.approver, at=WHEN, key=a_key())


ORDER_IN_STATE: dict[OrderState, Callable[[World], Order]] = {
    OrderState.DRAFT: drafted,
    OrderState.SUBMITTED: submitted,
    OrderState.APPROVED: approved,
    OrderState.CANCELLED: cancelled,
}


def rewrite(work: Work, order: Order, by: Actor) -> Recorded:
    said = an_order_draft(work.world, contractor=order.contractor_id)
    return delivery.rewrite_order(order.pk, said, by=by, at=WHEN, key=a_key())


ORDER_ACTS: dict[str, Callable[[Work, Order, Actor], Recorded]] = {
    "delivery.rewrite_order": rewrite,
    "delivery.submit_order": lambda _, order, by: delivery.submit_order(
        order.pk, by=by, at=WHEN, key=a_key()
    ),
    "delivery.send_back_order": lambda _, order, by: delivery.send_back_order(
        order.pk, "견적 확인", by=by, at=WHEN, key=a_key()
    ),
    "delivery.approve_order": lambda _, order, by: delivery.approve_order(
        order.pk, by=by, at=WHEN, key=a_key()
    ),
    "delivery.cancel_order": lambda _, order, by: delivery.cancel_order(
        order.pk, "그만둠", by=by, at=WHEN, key=a_key()
    ),
}


def a_work() -> Work:
    """Without an award of tier 2: the operator's own orders need none."""
    world = a_world()
    return Work(world, world.grant)


@pytest.mark.parametrize("state", OrderState)
def test_an_order_refuses_who_may_not_and_what_its_state_does_not_allow(state: OrderState) -> None:
    work = a_work()
    order, people = ORDER_IN_STATE[state](work.world), everybody(work)
    assert order.state == state
    with nothing_left():
        for verb, who in product(ORDER_ACTS, people):
            by = refusal(verb, who, OfficeKind.OPERATOR)
            if by is None and leads(ORDERS, verb, state) is None:
                by = NotInThisState
            if by is not None:
                with pytest.raises(by) as caught:
                    ORDER_ACTS[verb](work, order, who.actor)
                assert str(caught.value)


def test_an_order_goes_where_its_table_says() -> None:
    work = a_work()
    for each, state in product(ORDERS, OrderState):
        if each.before == state:
            order = ORDER_IN_STATE[state](work.world)
            is_decision = Role.APPROVER in RIGHTS[each.act].roles
            ORDER_ACTS[each.act](work, order, work.world.approver if is_decision else work.world.officer)
            assert Order.objects.get(pk=order.pk).state == each.after


def test_only_the_operator_s_officer_drafts_an_order() -> None:
    work = a_work()
    said = an_order_draft(work.world)
    for who in everybody(work):
        if refusal("delivery.draft_order", who, OfficeKind.OPERATOR) is None:
            delivery.draft_order(said, by=who.actor, at=WHEN, key=a_key())
            continue
        with pytest.raises(NotAllowed):
            delivery.draft_order(said, by=who.actor, at=WHEN, key=a_key())
    assert Order.objects.count() == 1


# ── 보고와 점검 ───────────────────────────────────────────────────────────────────────────────────────────

STATELESS: dict[str, Callable[[Work, Actor], Recorded]] = {
    "delivery.report_progress": lambda work, by: delivery.report_progress(
        work.award.pk, "q1", "함", by=by, at=WHEN, key=a_key()
    ),
    "delivery.check_midway": lambda work, by: delivery.check_midway(
        work.award.pk, all_met(work.award), "적합", by=by, at=WHEN, key=a_key()
    ),
    "delivery.plan_second_disbursement": lambda work, by: delivery.plan_second_disbursement(
        work.award.pk, date(2018, 7, 10), by=by, at=WHEN, key=a_key()
    ),
}
DONE_BY = {
    "delivery.report_progress": [(OfficeKind.OPERATOR, Role.OFFICER)],
    "delivery.check_midway": [(OfficeKind.CITY, Role.OFFICER)],
    "delivery.plan_second_disbursement": [
        (OfficeKind.CITY, Role.OFFICER),
        (OfficeKind.CITY, Role.APPROVER),
    ],
}


@pytest.mark.parametrize("verb", STATELESS)
def test_reports_are_the_operator_s_and_checks_the_city_s(verb: str) -> None:
    work = a_work()
    people = everybody(work)
    may = [who for who in people if (who.kind, who.role) in DONE_BY[verb]]
    assert len(may) == len(DONE_BY[verb])
    with nothing_left():
        for who in people:
            if who not in may:
                with pytest.raises(NotAllowed):
                    STATELESS[verb](work, who.actor)
    for who in may:
        assert STATELESS[verb](work, who.actor).pk


def test_the_tables_name_every_verb_with_its_law() -> None:
    verbs = {verb for verb in RIGHTS if verb.startswith("delivery.")}
    assert {each.act for each in ORDERS} == {*ORDER_ACTS, "delivery.draft_order"}
    assert verbs == {each.act for each in (*CONTRACTS, *ORDERS)} | set(STATELESS)
    assert all(each.law and each.who for each in (*CONTRACTS, *ORDERS))
