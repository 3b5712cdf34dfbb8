"""반려·철회·선정 제외·다시 심사: for a reason, and nobody owes anything about it any more."""

from datetime import date
from typing import Any

import pytest

from majungmul.books.duties.queries import duties_of
from majungmul.books.parties.written import Empty
from majungmul.stages.application import actions
from majungmul.stages.application.refusals import AppliedAlready
from tests.database import refused
from tests.given import a_key
from tests.stages.world import a_world, an_application, an_open_call, at

pytestmark = pytest.mark.django_db


def test_it_is_returned_for_a_reason() -> None:
    world = a_world()
    applied = an_application(world, an_open_call(world), world.printer)
    given: dict[str, Any] = {"by": world.officer, "at": at(4, 12)}
    with refused(Empty):
        actions.return_to_sender(applied.pk, "  ", **given, key=a_key())
    returned = actions.return_to_sender(applied.pk, "다른 사업의 신청서임", **given, key=a_key())
    assert (returned.state, returned.reason) == ("returned", "다른 사업의 신청서임")
    assert returned.turned_on == date(2018, 4, 12)
    (duty,) = duties_of(returned)
    assert (duty.done_by, duty.note) == ("application.returned", "접수 반려")
    assert an_application(world, applied.call, world.printer, when=at(4, 13)).state == "received"


def test_what_was_turned_down_is_looked_at_again() -> None:
    world = a_world()
    call = an_open_call(world)
    applied = an_application(world, call, world.printer)
    actions.take_up(applied.pk, by=world.officer, at=at(4, 11), key=a_key())
    actions.turn_down(applied.pk, "서류 미비", by=world.officer, at=at(4, 12), key=a_key())
    again = actions.reopen(applied.pk, by=world.approver, at=at(4, 13), key=a_key())
    assert (again.state, again.reason, again.turned_on) == ("reviewing", "", None)


def test_who_has_applied_anew_is_not_looked_at_twice() -> None:
    world = a_world()
    call = an_open_call(world)
    applied = an_application(world, call, world.printer)
    actions.take_up(applied.pk, by=world.officer, at=at(4, 11), key=a_key())
    actions.turn_down(applied.pk, "서류 미비", by=world.officer, at=at(4, 12), key=a_key())
    an_application(world, call, world.printer, when=at(4, 13))
    with refused(AppliedAlready):
        actions.reopen(applied.pk, by=world.approver, at=at(4, 14), key=a_key())
