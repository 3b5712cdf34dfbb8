"""설명회: planned, held, its people counted with the scanned 서명부; a duty of the keeper until then."""

from typing import Any

import pytest

from majungmul.books.duties.queries import duties_of
from majungmul.books.files.queries import uses_of
from majungmul.books.files.refusals import FileGone
from majungmul.books.files.store import path_of
from majungmul.books.parties.written import Empty
from majungmul.stages.call import actions
from majungmul.stages.call.queries import briefings_of, unrecorded_briefings
from majungmul.stages.call.refusals import AfterTheCall, HeldAlready, NotHeldYet, NotSoMany, OutOfItsYear
from tests.database import refused
from tests.given import a_key
from tests.stages.call.givens import drafted, planned
from tests.stages.world import a_file, a_world, an_open_call, at

pytestmark = pytest.mark.django_db


def test_it_is_planned_held_and_counted() -> None:
    world = a_world()
    call = an_open_call(world)
    briefing = planned(world, call)
    (duty,) = duties_of(briefing)
    assert (duty.position_id, str(duty.due_on), duty.done_at) == (world.officer.position, "2018-04-13", None)
    office = world.officer.office
    assert list(unrecorded_briefings(office, call.jurisdiction_id, at(4, 7))) == [briefing]
    given: dict[str, Any] = {"by": world.officer, "at": at(4, 6, 16), "key": a_key()}
    held = actions.record_briefing(briefing.pk, 37, a_file("서명부.pdf"), "질문 다수", **given)
    assert (held.people, held.note) == (37, "질문 다수")
    assert [use.purpose for use in uses_of(held)] == ["서명부"]
    assert duties_of(briefing)[0].done_by == "briefing.recorded"
    assert not unrecorded_briefings(office, call.jurisdiction_id, at(4, 7))


def test_several_stand_in_the_order_of_time() -> None:
    world = a_world()
    call = drafted(world)
    second, first = planned(world, call, at(4, 9)), planned(world, call, at(4, 6))
    assert list(briefings_of(call)) == [first, second]


def test_it_is_before_the_end_and_in_the_year_of_the_call() -> None:
    world = a_world()
    call = drafted(world)
    with refused(AfterTheCall):
        planned(world, call, at(4, 30, 18))
    with refused(OutOfItsYear):
        planned(world, call, at(4, 6, 14, 1918))
    with refused(Empty):
        actions.plan_briefing(call.pk, " ", at(4, 6), by=world.officer, at=at(4, 2), key=a_key())


def test_it_is_recorded_once_it_is_held_with_a_number_that_can_be() -> None:
    world = a_world()
    briefing = planned(world, an_open_call(world))
    roster = a_file("서명부.pdf")

    def recorded(people: object, when: object = at(4, 6, 16), file: object = roster) -> object:
        given = {"by": world.officer, "at": when, "key": a_key()}
        return actions.record_briefing(briefing.pk, people, file, **given)  # type: ignore[arg-type]

    with refused(NotHeldYet):
        recorded(37, at(4, 6, 13))
    for people in (-1, 10_001, 10**30, "서른", True):
        with refused(NotSoMany):
            recorded(people)
    gone = a_file("사라진 서명부.pdf")
    path_of(gone.sha256).unlink()
    with refused(FileGone):
        recorded(37, file=gone)
    recorded(0)
    with refused(HeldAlready):
        recorded(37)
