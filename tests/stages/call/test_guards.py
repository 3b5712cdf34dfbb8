"""What the database itself refuses of calls, amendments and briefings, raw SQL included."""

import pytest
from django.db import DatabaseError

from majungmul.stages.call import actions
from tests.books.ledger.raw import key_of, run
from tests.given import a_key
from tests.stages.call.givens import drafted, planned
from tests.stages.world import a_file, a_world, an_open_call, at

pytestmark = pytest.mark.django_db


def refused(sql: str, guard: str) -> None:
    with pytest.raises(DatabaseError, match=guard):
        run(sql)


@pytest.mark.parametrize("column", ["account_id = office_id", "year = 2019", "kind = 'designation'"])
def test_a_call_keeps_what_it_is_of(column: str) -> None:
    world = a_world()
    key = key_of(drafted(world).pk)
    refused(f"UPDATE call_call SET {column} WHERE id = {key}", "guard_call_call_stays")


def test_a_call_is_announced_whole_and_closes_after_it_opens() -> None:
    world = a_world()
    key = key_of(drafted(world).pk)
    refused(f"UPDATE call_call SET state = 'announced' WHERE id = {key}", "announced_whole")
    refused(f"UPDATE call_call SET closes_at = opens_at WHERE id = {key}", "opens_before_it_closes")


def test_an_amendment_is_never_rewritten() -> None:
    world = a_world()
    call = an_open_call(world)
    changes: dict[str, object] = {"contact": "다른 곳"}
    amendment = actions.amend(call.pk, changes, "정정", by=world.officer, at=at(4, 20), key=a_key())
    key = key_of(amendment.pk)
    refused(f"UPDATE call_amendment SET reason = '다른 사유' WHERE id = {key}", "guard_call_amendment")


def test_a_briefing_that_was_held_stays() -> None:
    world = a_world()
    briefing = planned(world, an_open_call(world))
    roster = a_file("서명부.pdf")
    actions.record_briefing(briefing.pk, 37, roster, by=world.officer, at=at(4, 6, 16), key=a_key())
    key = key_of(briefing.pk)
    refused(f"UPDATE call_briefing SET people = 90 WHERE id = {key}", "guard_call_briefing_held_stays")
    refused(f"DELETE FROM call_briefing WHERE id = {key}", "guard_call_briefing")
