"""정정공고와 알림: those who began and those who handed in are told, once each; read by whom it is for."""

from typing import Any

import pytest

from majungmul.books.parties.require import OtherBody, SomebodyElse
from majungmul.stages.application import actions
from majungmul.stages.application.models import AmendmentNotice, Application
from majungmul.stages.application.queries import mine, unread_notices
from majungmul.stages.application.refusals import ReadAlready, UnderReview
from majungmul.stages.call.models import Call
from tests.database import refused
from tests.given import a_key
from tests.stages.application.givens import asked, colleague_of, from_paper, kept
from tests.stages.world import World, a_world, an_application, an_open_call, at

pytestmark = pytest.mark.django_db


def told(world: World) -> tuple[Call, Application, AmendmentNotice, AmendmentNotice]:
    """A call with one application and one draft, put off to 10 May: and both notices."""
    call = an_open_call(world)
    applied = an_application(world, call, world.printer)
    kept(world.paper.officer, call, {"trades": []})
    changes: dict[str, object] = {"closes_at": at(5, 10, 18)}
    actions.amend_call(call.pk, changes, "접수 기간 연장", by=world.officer, at=at(4, 20), key=a_key())
    to_body = AmendmentNotice.objects.get(application=applied)
    return call, applied, to_body, AmendmentNotice.objects.get(person=world.paper.officer.person)


def test_who_began_and_who_handed_in_is_told() -> None:
    world = a_world()
    _, applied, to_body, to_person = told(world)
    assert list(unread_notices(world.printer.officer)) == [to_body]
    assert list(unread_notices(colleague_of(world, world.printer))) == [to_body]
    assert list(unread_notices(world.paper.officer)) == [to_person]
    assert not unread_notices(colleague_of(world, world.paper))
    (own,) = mine(world.printer.body)
    assert (own.application, own.notices, own.corrections) == (applied, [to_body], [])


def test_a_withdrawn_application_is_told_nothing() -> None:
    world = a_world()
    call = an_open_call(world)
    applied = an_application(world, call, world.printer)
    actions.withdraw(applied.pk, "잘못 냄", by=world.printer.officer, at=at(4, 11), key=a_key())
    changes: dict[str, object] = {"contact": "서울지역본부 02-000-0002"}
    actions.amend_call(call.pk, changes, "문의처 변경", by=world.officer, at=at(4, 20), key=a_key())
    assert not AmendmentNotice.objects.exists()


def test_it_is_read_by_whom_it_is_for_and_once() -> None:
    world = a_world()
    _, _, to_body, to_person = told(world)
    given: dict[str, Any] = {"at": at(4, 21), "key": a_key()}
    with refused(OtherBody):
        actions.read_notice(to_body.pk, by=world.paper.officer, **given)
    other = colleague_of(world, world.paper)
    with refused(SomebodyElse):
        actions.read_notice(to_person.pk, by=other, **given)
    reader = colleague_of(world, world.printer)
    read = actions.read_notice(to_body.pk, by=reader, **given)
    assert (read.read_at, read.read_by) == (at(4, 21), reader.person)
    actions.read_notice(to_person.pk, by=world.paper.officer, at=at(4, 22), key=a_key())
    with refused(ReadAlready):
        actions.read_notice(to_body.pk, by=world.printer.officer, at=at(4, 22), key=a_key())
    assert not unread_notices(world.printer.officer)


def test_a_call_is_cancelled_and_what_was_received_is_returned() -> None:
    world = a_world()
    call = an_open_call(world)
    first, second = an_application(world, call, world.printer), from_paper(world, call)
    asked(world, second)
    cancelled = actions.cancel_call(call.pk, "예산 변경", by=world.approver, at=at(4, 20), key=a_key())
    assert cancelled.state == "cancelled"
    for each in (first, second):
        each.refresh_from_db()
        assert (each.state, each.reason) == ("returned", "공고 취소: 예산 변경")


def test_a_call_is_not_cancelled_under_a_review() -> None:
    world = a_world()
    call = an_open_call(world)
    applied = an_application(world, call, world.printer)
    actions.take_up(applied.pk, by=world.officer, at=at(4, 11), key=a_key())
    with refused(UnderReview):
        actions.cancel_call(call.pk, "예산 변경", by=world.approver, at=at(4, 20), key=a_key())
