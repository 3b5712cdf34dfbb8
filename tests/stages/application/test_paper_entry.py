"""종이 접수: entered by an officer with its scan and the time it came; what a person at the counter relies on."""

from datetime import timedelta

import pytest

from majungmul.books.files.refusals import FileGone
from majungmul.books.files.store import path_of
from majungmul.stages.application.queries import papers_of
from majungmul.stages.application.refusals import AppliedAlready, CallNotOpen, ReceivedInFuture, ScanMissing
from tests.database import refused
from tests.stages.application.givens import entered, moment
from tests.stages.world import a_world, an_application, an_open_call, at, papers

pytestmark = pytest.mark.django_db


def test_it_keeps_where_it_came_from_and_when() -> None:
    world = a_world()
    applied = entered(world, an_open_call(world), world.printer)
    assert (applied.origin, applied.received_at) == ("paper", at(4, 9))
    assert applied.received_by == world.officer.person
    assert "sealed_application" in papers_of(applied)


def test_a_paper_that_came_in_time_is_entered_after_the_end() -> None:
    world = a_world()
    call = an_open_call(world, closes_at=moment(30, 18))
    came = moment(30, 18) - timedelta(microseconds=1)
    assert entered(world, call, world.printer, came=came, at=at(5, 2)).received_at == came


def test_it_came_while_the_call_was_open_and_not_in_the_future() -> None:
    world = a_world()
    call = an_open_call(world, opens_at=moment(3, 9), closes_at=moment(30, 18))
    for came in (moment(3, 8, 59), moment(30, 18)):
        with refused(CallNotOpen):
            entered(world, call, world.printer, came=came, at=at(5, 2))
    with refused(ReceivedInFuture):
        entered(world, call, world.printer, came=at(4, 11), at=at(4, 10))


def test_it_needs_its_scan_and_one_that_is_still_there() -> None:
    world = a_world()
    call = an_open_call(world)
    files = papers()
    with refused(ScanMissing):
        entered(world, call, world.printer, files={"bankbook": files["bankbook"]})
    path_of(files["sealed_application"].sha256).unlink()
    with refused(FileGone):
        entered(world, call, world.printer, files=files)


def test_it_counts_as_the_one_application_of_the_body() -> None:
    world = a_world()
    call = an_open_call(world)
    entered(world, call, world.printer)
    with refused(AppliedAlready):
        an_application(world, call, world.printer)
