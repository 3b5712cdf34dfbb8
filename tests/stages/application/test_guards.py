"""What the database itself refuses of applications and what belongs to them, raw SQL included."""

from typing import Any

import pytest
from django.db import DatabaseError

from majungmul.stages.application import actions
from majungmul.stages.application.models import AmendmentNotice, Application
from tests.books.ledger.raw import key_of, run
from tests.given import a_key
from tests.stages.application.givens import asked, from_paper
from tests.stages.world import World, a_world, an_application, an_open_call, answers_of, at

pytestmark = pytest.mark.django_db


def refused(sql: str, guard: str) -> None:
    with pytest.raises(DatabaseError, match=guard):
        run(sql)


def corrected(world: World) -> Application:
    applied = an_application(world, an_open_call(world), world.printer)
    asked(world, applied)
    given: dict[str, Any] = {"by": world.printer.officer, "at": at(4, 14), "key": a_key()}
    return actions.correct(applied.pk, answers_of(world.printer.body), {}, "고침", **given)


@pytest.mark.parametrize(
    "column",
    ["number = 'x'", "received_at = '2018-04-01'", "check_code = 'x'", "body_id = call_id", "office_id = id"],
)
def test_what_was_received_stays(column: str) -> None:
    world = a_world()
    applied = an_application(world, an_open_call(world), world.printer)
    key = key_of(applied.pk)
    refused(f"UPDATE application_application SET {column} WHERE id = {key}", "guard_application_application")


def test_nothing_is_asked_for_below_zero_and_nothing_ends_without_a_reason() -> None:
    world = a_world()
    key = key_of(an_application(world, an_open_call(world), world.printer).pk)
    refused(f"UPDATE application_application SET amount = -1 WHERE id = {key}", "no_less_than_nothing")
    refused(f"UPDATE application_application SET state = 'withdrawn' WHERE id = {key}", "for_a_reason")
    refused(f"UPDATE application_application SET state = 'turned_down' WHERE id = {key}", "in_order")


def test_a_planned_trade_is_replaced_and_never_altered() -> None:
    world = a_world()
    old, new = corrected(world).trades.order_by("replaced")[::-1]
    assert (old.replaced, new.replaced) == (True, False)
    rows = "application_plannedtrade"
    refused(f"UPDATE {rows} SET amount = 1 WHERE id = {key_of(new.pk)}", "guard_application_plannedtrade")
    refused(f"UPDATE {rows} SET replaced = false WHERE id = {key_of(old.pk)}", "plannedtrade_stays")


def test_a_correction_that_was_answered_stays() -> None:
    world = a_world()
    correction = corrected(world).corrections.get()
    rows, key = "application_correction", key_of(correction.pk)
    refused(f"UPDATE {rows} SET answer = '다른 답' WHERE id = {key}", "correction_stays")


def test_a_correction_keeps_what_it_asked_and_is_answered_whole() -> None:
    world = a_world()
    applied = an_application(world, an_open_call(world), world.printer)
    rows, key = "application_correction", key_of(asked(world, applied).pk)
    refused(f"UPDATE {rows} SET what = '다른 것' WHERE id = {key}", "correction_stays")
    refused(f"UPDATE {rows} SET answer = '답' WHERE id = {key}", "answered_whole")


def test_a_notice_is_read_once() -> None:
    world = a_world()
    call = an_open_call(world)
    an_application(world, call, world.printer)
    from_paper(world, call)
    changes: dict[str, object] = {"contact": "다른 곳"}
    actions.amend_call(call.pk, changes, "정정", by=world.officer, at=at(4, 20), key=a_key())
    unread, read = AmendmentNotice.objects.order_by("id")
    actions.read_notice(read.pk, by=world.paper.officer, at=at(4, 21), key=a_key())
    rows = "application_amendmentnotice"
    refused(f"UPDATE {rows} SET read_at = NULL, read_by = NULL WHERE id = {key_of(read.pk)}", "notice_stays")
    refused(f"UPDATE {rows} SET at = '2018-01-01' WHERE id = {key_of(unread.pk)}", "notice_stays")
    refused(f"UPDATE {rows} SET read_at = at WHERE id = {key_of(unread.pk)}", "notice_read_by_and_at")
