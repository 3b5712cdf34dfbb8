"""Every act in every state by every role: allowed as the tables say, refused otherwise, leaving nothing."""

from collections.abc import Callable
from itertools import product

import pytest

from majungmul.books.parties.kinds import Role
from majungmul.books.parties.require import NotAllowed
from majungmul.books.parties.rights import RIGHTS
from majungmul.books.parties.transitions import NotInThisState
from majungmul.books.trail.recorded import Recorded
from majungmul.stages.plan import actions
from majungmul.stages.plan.actions.drafting import PlanThere
from majungmul.stages.plan.models import Plan
from majungmul.stages.plan.queries import edition_of
from majungmul.stages.plan.states import TRANSITIONS, State, after
from majungmul.values.actor import Actor
from majungmul.values.won import Won
from tests.database import refused
from tests.given import a_key
from tests.stages.plan.plans import IN_STATE, NOW, a_plan, an_office_at_work, line_of

pytestmark = pytest.mark.django_db

Act = Callable[[Plan, Actor, str], Recorded]

ACTS: dict[str, Act] = {
    "plan.draft": lambda _, by, key: actions.draft(a_plan(title="다음 판"), by=by, at=NOW, key=key),
    "plan.adopt": lambda _, by, key: actions.adopt(a_plan(), by=by, at=NOW, key=key),
    "plan.submit": lambda plan, by, key: actions.submit(plan.pk, by=by, at=NOW, key=key),
    "plan.send_back": lambda plan, by, key: actions.send_back(plan.pk, "금액 확인", by=by, at=NOW, key=key),
    "plan.fix": lambda plan, by, key: actions.fix(plan.pk, "경제정책과-100", by=by, at=NOW, key=key),
    "plan.announce": lambda plan, by, key: actions.announce(
        plan.pk, "경제정책과-101", by=by, at=NOW, key=key
    ),
    "plan.change_line": lambda plan, by, key: actions.change_line(
        actions.Change(amount=Won(1_000), to_line=line_of(plan, "exchange", "news").pk),
        "추경",
        "예산과-1",
        by=by,
        at=NOW,
        key=key,
    ),
    "plan.tell_results": lambda plan, by, key: actions.tell_results(plan.pk, by=by, at=NOW, key=key),
    "plan.cut_off": lambda plan, by, key: actions.cut_off(plan.pk, by=by, at=NOW, key=key),
    "plan.close": lambda plan, by, key: actions.close(plan.pk, by=by, at=NOW, key=key),
}
IN_PLACE = {(each.act, each.before): each.after for each in TRANSITIONS if each.act != "plan.adopt"}
"""Where each act leads from; 들여오기 begins a plan, and has no place where there is one."""

ALLOWED = [(act, state, role) for act, state in IN_PLACE for role in RIGHTS[act].roles]


def test_the_tables_name_the_same_acts() -> None:
    assert (
        {each.act for each in TRANSITIONS}
        == set(ACTS)
        == {verb for verb in RIGHTS if verb.startswith("plan.")}
    )
    assert len(IN_PLACE) == len(TRANSITIONS) - 1
    assert all(each.law and each.who for each in TRANSITIONS)


@pytest.mark.parametrize("state", State)
def test_what_the_tables_do_not_allow_is_refused(state: State) -> None:
    office = an_office_at_work()
    plan = IN_STATE[state](office)
    assert plan.state == state
    wrong = [(act, role) for act, role in product(ACTS, Role) if (act, state, role) not in ALLOWED]
    assert len(wrong) > len(Role)
    for act, role in wrong:
        has_right = role in RIGHTS[act].roles
        out_of_place = PlanThere if act == "plan.adopt" else NotInThisState
        with refused(out_of_place if has_right else NotAllowed) as caught:
            ACTS[act](plan, office.of(role), a_key())
        assert str(caught.value)


@pytest.mark.parametrize(("act", "state", "role"), ALLOWED)
def test_what_the_tables_allow_is_done(act: str, state: State, role: Role) -> None:
    office = an_office_at_work()
    plan = IN_STATE[state](office)
    ACTS[act](plan, office.of(role), a_key())
    assert Plan.objects.get(pk=plan.pk).state == IN_PLACE[act, state]


def test_the_sentence_says_when_it_may_be_done() -> None:
    office = an_office_at_work()
    plan = IN_STATE[State.DRAFT](office)
    title = edition_of(plan).title
    with pytest.raises(NotInThisState) as caught:
        after("plan.change_line", plan.state, title)
    assert str(caught.value) == (
        "‘2019년 가상 지원계획’은(는) 지금 ‘작성’ 상태라 ‘전용·추경’을(를) 할 수 없습니다. "
        "‘확정·통보’ 상태일 때 할 수 있습니다."
    )
