"""임시 저장: kept per person, handed in by it, seen by colleagues, and kept where the hand-in is refused."""

from typing import Any

import pytest

from majungmul.books.trail import drafts
from majungmul.books.trail.drafts import NothingTyped
from majungmul.stages.application import actions
from majungmul.stages.application.queries import DRAFT, who_is_writing
from majungmul.stages.application.refusals import Incomplete
from tests.database import refused
from tests.given import a_key
from tests.stages.application.givens import colleague_of, handed_in, kept
from tests.stages.world import a_world, an_open_call, answers_of, at, papers, trade_row

pytestmark = pytest.mark.django_db


def test_what_was_kept_is_handed_in_and_gone() -> None:
    world = a_world()
    call = an_open_call(world)
    kept(world.printer.officer, call, answers_of(world.printer.body, trade_row(amount="30,000,000")))
    key, files = a_key(), papers()
    given: dict[str, Any] = {"by": world.printer.officer, "key": key}
    applied = actions.hand_in_draft(call.pk, files, at=at(4, 10), **given)
    assert applied.amount.amount == 3_000_000
    assert drafts.of(DRAFT, call.pk, by=world.printer.officer) is None
    assert actions.hand_in_draft(call.pk, files, at=at(4, 11), **given) == applied


def test_there_must_be_something_kept() -> None:
    world = a_world()
    call = an_open_call(world)
    with refused(NothingTyped):
        actions.hand_in_draft(call.pk, papers(), by=world.printer.officer, at=at(4, 10), key=a_key())


def test_a_refused_hand_in_keeps_the_draft() -> None:
    world = a_world()
    call = an_open_call(world)
    kept(world.printer.officer, call, {"trades": []})
    with refused(Incomplete):
        actions.hand_in_draft(call.pk, papers(), by=world.printer.officer, at=at(4, 10), key=a_key())
    assert drafts.of(DRAFT, call.pk, by=world.printer.officer) is not None


def test_handing_in_another_form_drops_ones_own_draft_alone() -> None:
    world = a_world()
    call = an_open_call(world)
    other = colleague_of(world, world.printer)
    kept(world.printer.officer, call, {"trades": []})
    kept(other, call, {"trades": []})
    handed_in(call, world.printer, answers_of(world.printer.body))
    assert [person.pk for person in who_is_writing(call, world.printer.body)] == [other.person]


def test_a_second_person_sees_who_is_writing_and_another_body_does_not() -> None:
    world = a_world()
    call = an_open_call(world)
    kept(world.printer.officer, call, {"trades": []})
    assert [person.name for person in who_is_writing(call, world.printer.body)] == [
        world.printer.officer.name
    ]
    assert not who_is_writing(call, world.paper.body)


def test_any_officer_of_the_body_may_go_on_with_it() -> None:
    world = a_world()
    call = an_open_call(world)
    other = colleague_of(world, world.printer)
    applied = handed_in(call, world.printer, answers_of(world.printer.body))
    assert actions.withdraw(applied.pk, "다시 냄", by=other, at=at(4, 11), key=a_key()).state == "withdrawn"
