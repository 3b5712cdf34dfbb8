"""Every act on a call in every state by everybody: done as the tables say, refused otherwise, leaving nothing."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from majungmul.books.parties.require import NotAllowed
from majungmul.books.parties.rights import RIGHTS
from majungmul.books.parties.transitions import NotInThisState
from majungmul.books.trail.models import Recorded
from majungmul.stages.call import actions
from majungmul.stages.call.models import Call
from majungmul.stages.call.queries import briefings_of
from majungmul.stages.call.states import TRANSITIONS, State
from majungmul.values.actor import Actor
from majungmul.values.seal import Seal
from tests.database import fingerprint, refused
from tests.given import a_key
from tests.stages.call.cast import cast_of, refusal_of
from tests.stages.call.givens import call_said, designated, designation_said, drafted, planned
from tests.stages.world import World, a_file, a_world, at

pytestmark = pytest.mark.django_db

Act = Callable[[Call, Actor], Recorded]
WHEN = at(4, 10)
PAPER = Seal("경제정책과-105", date(2018, 4, 2))
ROSTER = "서명부.pdf"

ACTS: dict[str, Act] = {
    "call.announce": lambda call, by: actions.announce(call.pk, by=by, at=WHEN, key=a_key()),
    "call.amend": lambda call, by: actions.amend(
        call.pk, {"contact": "다른 곳 02-000-0009"}, "정정", by=by, at=WHEN, key=a_key()
    ),
    "call.cancel": lambda call, by: actions.cancel(call.pk, "예산 변경", by=by, at=WHEN, key=a_key()),
    "call.plan_briefing": lambda call, by: actions.plan_briefing(
        call.pk, "회의실", at(4, 20), by=by, at=WHEN, key=a_key()
    ),
    "call.record_briefing": lambda call, by: actions.record_briefing(
        briefings_of(call)[0].pk, 3, a_file(ROSTER), by=by, at=WHEN, key=a_key()
    ),
    "call.seal_designation": lambda call, by: actions.seal_designation(
        call.pk, PAPER, by=by, at=WHEN, key=a_key()
    ),
}
BEGINNINGS = ("call.draft", "call.designate")
MOVES = {(each.act, each.before): each.after for each in TRANSITIONS if each.before}


def in_state(world: World, state: State) -> Call:
    """A public call with a briefing, in this state."""
    call = drafted(world)
    planned(world, call)
    given: dict[str, Any] = {"by": world.approver, "at": at(4, 2)}
    if state != State.DRAFT:
        actions.announce(call.pk, **given, key=a_key())
    if state == State.CANCELLED:
        actions.cancel(call.pk, "예산 변경", **given, key=a_key())
    return Call.objects.get(pk=call.pk)


def test_the_tables_name_the_same_acts() -> None:
    acts = {each.act for each in TRANSITIONS}
    assert acts == {*ACTS, *BEGINNINGS} == {verb for verb in RIGHTS if verb.startswith("call.")}


@pytest.mark.parametrize("state", State)
def test_a_call_goes_as_the_tables_say_and_not_otherwise(state: State) -> None:
    world = a_world()
    call, cast = in_state(world, state), cast_of(world)
    allowed, before = 0, fingerprint()
    for act, do in ACTS.items():
        for actor in cast.values():
            reason = refusal_of(act, actor, call.office_id)
            if reason is None and (act, state) in MOVES:
                allowed += 1
                continue
            with pytest.raises(reason or NotInThisState) as caught:
                do(call, actor)
            assert str(caught.value)
    assert fingerprint() == before, "거절이 무엇인가 남겼습니다."
    assert allowed == {State.DRAFT: 5, State.ANNOUNCED: 7, State.CANCELLED: 0}[state]


@pytest.mark.parametrize(("act", "state"), [move for move in MOVES if move[0] != "call.seal_designation"])
def test_what_is_allowed_is_done_by_each_who_may(act: str, state: State) -> None:
    world = a_world()
    call = in_state(world, state)
    who = next(each for each in cast_of(world).values() if refusal_of(act, each, call.office_id) is None)
    ACTS[act](call, who)
    assert Call.objects.get(pk=call.pk).state == MOVES[act, state]


def test_a_designation_is_the_citys_alone() -> None:
    world = a_world()
    call, cast = designated(world), cast_of(world)
    for act in ("call.amend", "call.seal_designation", "call.cancel"):
        for actor in cast.values():
            if reason := refusal_of(act, actor, call.office_id):
                with refused(reason):
                    ACTS[act](call, actor)
    for act, actor in (
        ("call.amend", world.city_officer),
        ("call.seal_designation", world.city_approver),
        ("call.cancel", world.city_approver),
    ):
        ACTS[act](call, actor)
    assert Call.objects.get(pk=call.pk).state == State.CANCELLED


def test_who_may_begin_a_call_or_a_designation() -> None:
    world = a_world()
    for name, actor in cast_of(world).items():
        if name not in ("중앙회 담당자", "중앙회 결재권자"):
            with refused(NotAllowed):
                actions.draft(call_said(world), by=actor, at=WHEN, key=a_key())
        if name != "시 결재권자":
            with refused(NotAllowed):
                actions.designate(designation_said(world), by=actor, at=WHEN, key=a_key())
