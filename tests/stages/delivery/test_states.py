"""Every act on a contract in every state by every role and office: done as the table says, refused otherwise."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from itertools import product

import pytest

from majungmul.books.parties.kinds import OfficeKind, Role
from majungmul.books.parties.transitions import NotInThisState
from majungmul.books.trail.recorded import Recorded
from majungmul.stages.delivery import actions as delivery
from majungmul.stages.delivery.models import Contract, Trade
from majungmul.stages.delivery.queries import links
from majungmul.stages.delivery.states import CONTRACTS, State
from majungmul.values.actor import Actor
from majungmul.values.refusal import Refusal
from majungmul.values.won import Won
from tests.given import a_key
from tests.stages.delivery.everybody import WHEN, everybody, leads, nothing_left, refusal
from tests.stages.delivery.givens import Work, a_draft, at_work, entered, traded
from tests.stages.world_people import a_file, at

pytestmark = pytest.mark.django_db


@dataclass(slots=True)
class Held:
    """A contract in a state, with its code where one was sent, and a trade where one was recorded."""

    contract: Contract
    code: str = ""
    trade: Trade | None = None


def in_draft(work: Work) -> Held:
    return Held(entered(work))


def in_waiting(work: Work) -> Held:
    sent = delivery.send_link(entered(work).pk, by=work.own.officer, at=at(5, 21), key=a_key())
    return Held(sent, sent.link_code)


def in_confirmed(work: Work) -> Held:
    held = in_waiting(work)
    held.contract = delivery.confirm_by_code(
        held.contract.pk, held.code, by=work.world.system, at=at(5, 22), key=a_key()
    )
    held.trade = traded(work, held.contract)
    return held


def in_cancelled(work: Work) -> Held:
    held = in_confirmed(work)
    withdraw(held, work.own.officer)
    held.contract = delivery.cancel_contract(
        held.contract.pk, "깨짐", by=work.own.officer, at=WHEN, key=a_key()
    )
    return held


IN_STATE: dict[State, Callable[[Work], Held]] = {
    State.DRAFT: in_draft,
    State.WAITING: in_waiting,
    State.CONFIRMED: in_confirmed,
    State.CANCELLED: in_cancelled,
}

SAID = delivery.TradeDraft(
    delivered_on=date(2018, 6, 2), item="종이", supply=Won(1_000), vat=Won(100), received_by="홍길동"
)


def withdraw(held: Held, by: Actor) -> Recorded:
    assert held.trade is not None
    return delivery.withdraw_trade(held.trade.pk, "잘못 적음", by=by, at=WHEN, key=a_key())


ACTS: dict[str, Callable[[Held, Actor], Recorded]] = {
    "delivery.add_scan": lambda held, by: delivery.add_scan(
        held.contract.pk, a_file(), by=by, at=WHEN, key=a_key()
    ),
    "delivery.confirm_contract": lambda held, by: delivery.confirm_contract(
        held.contract.pk, "seals", by=by, at=WHEN, key=a_key()
    ),
    "delivery.send_link": lambda held, by: delivery.send_link(held.contract.pk, by=by, at=WHEN, key=a_key()),
    "delivery.confirm_by_code": lambda held, by: delivery.confirm_by_code(
        held.contract.pk, held.code, by=by, at=at(5, 23), key=a_key()
    ),
    "delivery.change_contract": lambda held, by: delivery.change_contract(
        held.contract.pk,
        {"place": "서울 종로구"},
        "옮김",
        date(2018, 6, 1),
        a_file(),
        by=by,
        at=WHEN,
        key=a_key(),
    ),
    "delivery.cancel_contract": lambda held, by: delivery.cancel_contract(
        held.contract.pk, "깨짐", by=by, at=WHEN, key=a_key()
    ),
    "delivery.record_trade": lambda held, by: delivery.record_trade(
        held.contract.pk, SAID, by=by, at=WHEN, key=a_key()
    ),
    "delivery.withdraw_trade": withdraw,
}


def tried(held: Held) -> list[str]:
    """The acts that there is something for: no trade is withdrawn where none was ever recorded."""
    return [verb for verb in ACTS if held.trade or verb != "delivery.withdraw_trade"]


def out_of_place(verb: str, held: Held) -> type[Refusal]:
    """A contract that never had a link is opened by no code, whatever its state."""
    return links.WrongCode if verb == "delivery.confirm_by_code" and not held.code else NotInThisState


@pytest.mark.parametrize("state", State)
def test_a_contract_refuses_who_may_not_and_what_its_state_does_not_allow(state: State) -> None:
    work = at_work()
    held, people = IN_STATE[state](work), everybody(work)
    assert held.contract.state == state
    with nothing_left():
        for verb, who in product(tried(held), people):
            by = refusal(verb, who, OfficeKind.OPERATOR)
            if verb == "delivery.confirm_by_code" and by is not None and not held.code:
                by = links.WrongCode
            if by is None and leads(CONTRACTS, verb, state) is None:
                by = out_of_place(verb, held)
            if by is not None:
                with pytest.raises(by) as caught:
                    ACTS[verb](held, who.actor)
                assert str(caught.value)


ALLOWED = [
    (state, each.act, str(each.after)) for each in CONTRACTS for state in State if each.before == state
]


def test_a_contract_goes_where_its_table_says() -> None:
    work = at_work()
    who = {"delivery.confirm_contract": work.world.officer, "delivery.confirm_by_code": work.world.system}
    for state, verb, after in ALLOWED:
        held = IN_STATE[state](work)
        if (state, verb) == (State.CONFIRMED, "delivery.cancel_contract"):
            withdraw(held, work.own.officer)
        ACTS[verb](held, who.get(verb, work.own.officer))
        assert Contract.objects.get(pk=held.contract.pk).state == after


def test_only_the_applicant_and_the_operator_enter_a_contract() -> None:
    work = at_work()
    said, done = a_draft(work), []
    for who in everybody(work):
        by = refusal("delivery.enter_contract", who, OfficeKind.OPERATOR)
        if by is None:
            delivery.enter_contract(work.award.pk, said, None, by=who.actor, at=WHEN, key=a_key())
            done.append((who.kind, who.role))
            continue
        with pytest.raises(by):
            delivery.enter_contract(work.award.pk, said, None, by=who.actor, at=WHEN, key=a_key())
    assert done == [(OfficeKind.OPERATOR, Role.OFFICER), (OfficeKind.APPLICANT, Role.OFFICER)]
    assert Contract.objects.count() == len(done)


def test_the_table_names_the_acts_that_are_tried() -> None:
    assert {each.act for each in CONTRACTS} == {*ACTS, "delivery.enter_contract"}
