"""Every act on an application in every state by everybody: done as the tables say, refused otherwise."""

from collections.abc import Callable
from datetime import date

import pytest

from majungmul.books.parties.require import NotAllowed, OtherBody, OtherOffice
from majungmul.books.parties.rights import RIGHTS
from majungmul.books.parties.transitions import NotInThisState
from majungmul.books.trail.models import Recorded
from majungmul.stages.application import actions
from majungmul.stages.application.models import Application
from majungmul.stages.application.states import TRANSITIONS, State
from majungmul.stages.call.models import Call
from majungmul.values.actor import Actor
from majungmul.values.seal import Seal
from tests.database import fingerprint, refused
from tests.given import a_key
from tests.stages.application.givens import asked
from tests.stages.call.cast import cast_of, refusal_of
from tests.stages.world import World, a_world, an_application, an_open_call, answers_of, at, papers

pytestmark = pytest.mark.django_db

Act = Callable[[Application, Actor], Recorded]
WHEN = at(4, 14)
PAPER = Seal("중앙회-85", date(2018, 4, 2))


ACTS: dict[str, Act] = {
    "application.ask_correction": lambda row, by: actions.ask_correction(
        row.pk, "trades.0.amount", "확인", 5, by=by, at=WHEN, key=a_key()
    ),
    "application.ask_correction_reviewed": lambda row, by: actions.ask_correction_reviewed(
        row.pk, "trades.0.amount", "확인", 5, by=by, at=WHEN, key=a_key()
    ),
    "application.correct": lambda row, by: actions.correct(
        row.pk, answers_of(row.body), papers(), "고침", by=by, at=WHEN, key=a_key()
    ),
    "application.take_up": lambda row, by: actions.take_up(row.pk, by=by, at=WHEN, key=a_key()),
    "application.turn_down": lambda row, by: actions.turn_down(row.pk, "제외", by=by, at=WHEN, key=a_key()),
    "application.reopen": lambda row, by: actions.reopen(row.pk, by=by, at=WHEN, key=a_key()),
    "application.withdraw": lambda row, by: actions.withdraw(row.pk, "포기", by=by, at=WHEN, key=a_key()),
    "application.withdraw_reviewed": lambda row, by: actions.withdraw_reviewed(
        row.pk, "포기", by=by, at=WHEN, key=a_key()
    ),
    "application.return_to_sender": lambda row, by: actions.return_to_sender(
        row.pk, "다른 사업", by=by, at=WHEN, key=a_key()
    ),
}
ELSEWHERE = {"application.hand_in", "application.enter_paper", "application.seal", "application.cancel_call"}
"""What begins an application, and what is tried on other rows below and in test_notices."""
STATELESS = {"application.amend_call", "application.keep_paper", "application.read_notice"}
MOVES = {
    (each.act, each.before): each.after for each in TRANSITIONS if each.before and each.act not in ELSEWHERE
}


def in_state(world: World, state: State) -> Application:
    """An application in this state."""
    applied = an_application(world, an_open_call(world), world.printer)
    if state == State.CORRECTING:
        asked(world, applied)
    if state in (State.REVIEWING, State.TURNED_DOWN):
        ACTS["application.take_up"](applied, world.officer)
    if state == State.TURNED_DOWN:
        ACTS["application.turn_down"](applied, world.officer)
    if state == State.WITHDRAWN:
        ACTS["application.withdraw"](applied, world.printer.officer)
    if state == State.RETURNED:
        ACTS["application.return_to_sender"](applied, world.officer)
    return Application.objects.get(pk=applied.pk)


def test_the_tables_name_the_same_acts() -> None:
    rights = {verb for verb in RIGHTS if verb.startswith("application.")}
    assert {each.act for each in TRANSITIONS} == {*ACTS, *ELSEWHERE} == rights - STATELESS


@pytest.mark.parametrize("state", State)
def test_an_application_goes_as_the_tables_say_and_not_otherwise(state: State) -> None:
    world = a_world()
    row, cast = in_state(world, state), cast_of(world)
    before = fingerprint()
    for act, do in ACTS.items():
        for actor in cast.values():
            reason = refusal_of(act, actor, row.office_id, row.body_id)
            if reason is None and (act, state) in MOVES:
                continue
            with pytest.raises(reason or NotInThisState) as caught:
                do(row, actor)
            assert str(caught.value)
    assert fingerprint() == before, "거절이 무엇인가 남겼습니다."


@pytest.mark.parametrize(("act", "state"), MOVES)
def test_what_is_allowed_is_done(act: str, state: State) -> None:
    world = a_world()
    row = in_state(world, state)
    cast = cast_of(world).values()
    who = next(each for each in cast if refusal_of(act, each, row.office_id, row.body_id) is None)
    ACTS[act](row, who)
    assert Application.objects.get(pk=row.pk).state == MOVES[act, state]


def test_who_may_begin_an_application() -> None:
    world = a_world()
    call = an_open_call(world)
    answers, sent = answers_of(world.printer.body), papers()
    for name, actor in cast_of(world).items():
        if "조합 담당자" not in name and name != "중앙회 담당자":
            with refused(NotAllowed):
                actions.hand_in(call.pk, answers, sent, by=actor, at=WHEN, key=a_key())
        if name != "중앙회 담당자":
            reason = OtherOffice if name == "시 담당자" else NotAllowed
            body = world.printer.body.pk
            with refused(reason):
                actions.enter_paper(call.pk, body, answers, sent, WHEN, by=actor, at=WHEN, key=a_key())


def test_the_paper_of_a_grant_application_is_the_operators() -> None:
    world = a_world()
    applied = Application.objects.get(call=Call.objects.get(kind="designation"))
    for name, actor in cast_of(world).items():
        if name != "중앙회 담당자":
            with refused(NotAllowed):
                actions.seal(applied.pk, PAPER, by=actor, at=WHEN, key=a_key())
    tier2 = an_application(world, an_open_call(world), world.printer)
    with refused(OtherBody):
        actions.seal(tier2.pk, PAPER, by=world.officer, at=WHEN, key=a_key())
    assert actions.seal(applied.pk, PAPER, by=world.officer, at=WHEN, key=a_key()) == applied


@pytest.mark.parametrize("act", ["amend_call", "cancel_call"])
def test_a_call_is_amended_and_cancelled_by_its_office_alone(act: str) -> None:
    world = a_world()
    call = an_open_call(world)
    for actor in cast_of(world).values():
        if reason := refusal_of(f"application.{act}", actor, call.office_id):
            with refused(reason):
                if act == "amend_call":
                    changes: dict[str, object] = {"contact": "다른 곳"}
                    actions.amend_call(call.pk, changes, "정정", by=actor, at=WHEN, key=a_key())
                else:
                    actions.cancel_call(call.pk, "예산 변경", by=actor, at=WHEN, key=a_key())
