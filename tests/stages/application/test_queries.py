"""신청에 묻기: counts per state, filters, days of waiting, what a body owes."""

from datetime import date

import pytest

from majungmul.stages.application import actions
from majungmul.stages.application.queries import Filter, applications_by, counts_of, mine, search
from majungmul.stages.application.states import State
from tests.given import a_key
from tests.stages.application.givens import asked, from_paper, office_of
from tests.stages.world import World, a_world, an_application, an_open_call, at

pytestmark = pytest.mark.django_db


def numbers(world: World, on: date = date(2018, 4, 20), **wanted: object) -> dict[str, int]:
    found = search(office_of(world.officer), Filter(**wanted), on)  # type: ignore[arg-type]
    return {each.application.body.name: each.days for each in found}


def test_the_list_is_filtered_by_state_text_and_days() -> None:
    world = a_world()
    call = an_open_call(world)
    first = an_application(world, call, world.printer, when=at(4, 10))
    second = from_paper(world, call, at(4, 16))
    assert numbers(world) == {"서울가상인쇄협동조합": 10, "경기가상지류협동조합": 4}
    assert list(numbers(world)) == ["서울가상인쇄협동조합", "경기가상지류협동조합"]
    assert numbers(world, text="지류") == {"경기가상지류협동조합": 4}
    assert numbers(world, text=first.number) == {"서울가상인쇄협동조합": 10}
    assert numbers(world, waiting_days=5) == {"서울가상인쇄협동조합": 10}
    assert numbers(world, call=second.call_id, text="%") == {}
    asked(world, first)
    assert numbers(world, states=(State.CORRECTING,)) == {"서울가상인쇄협동조합": 0}


def test_counts_name_every_state() -> None:
    world = a_world()
    call = an_open_call(world)
    applied = an_application(world, call, world.printer)
    from_paper(world, call)
    actions.withdraw(applied.pk, "잘못 냄", by=world.printer.officer, at=at(4, 11), key=a_key())
    counts = counts_of(office_of(world.officer))
    assert counts == dict.fromkeys(State, 0) | {State.RECEIVED: 1, State.WITHDRAWN: 1}


def test_a_body_sees_what_it_owes() -> None:
    world = a_world()
    applied = an_application(world, an_open_call(world), world.printer)
    correction = asked(world, applied)
    (own,) = mine(world.printer.body)
    assert own.corrections == [correction]
    assert list(applications_by(world.printer.body)) == [applied]
    assert mine(world.paper.body) == []
