"""Every act in every state by everybody: done as the tables say, refused otherwise, leaving nothing."""

from collections.abc import Callable

import pytest

from majungmul.books.parties.kinds import OfficeKind, Role
from majungmul.books.parties.require import NotAllowed, OtherBody, OtherOffice
from majungmul.books.parties.rights import RIGHTS, Over
from majungmul.books.parties.transitions import NotInThisState
from majungmul.books.trail.recorded import Recorded
from majungmul.stages.review import actions
from majungmul.stages.review.models import Review
from majungmul.stages.review.states import TRANSITIONS, State
from majungmul.values.actor import Actor
from majungmul.values.refusal import Refusal
from tests.database import fingerprint
from tests.given import a_key
from tests.stages.award.givens import undone
from tests.stages.review.givens import ASKED, IN_STATE, everybody
from tests.stages.world import a_world, at

pytestmark = pytest.mark.django_db
NOW = at(5, 10)

Act = Callable[[Review, Actor], Recorded]

ACTS: dict[str, Act] = {
    "review.begin": lambda row, by: actions.begin(row.application_id, by=by, at=NOW, key=a_key()),
    "review.check": lambda row, by: actions.check(
        row.pk, "seoul_cooperative", "met", "등기로 확인함", by=by, at=NOW, key=a_key()
    ),
    "review.ask_correction": lambda row, by: actions.ask_correction(
        row.pk, "trades", "품목을 나누어 적을 것", 7, by=by, at=NOW, key=a_key()
    ),
    "review.submit": lambda row, by: actions.submit(row.pk, ASKED, "적정함", by=by, at=NOW, key=a_key()),
    "review.send_back": lambda row, by: actions.send_back(row.pk, "다시 볼 것", by=by, at=NOW, key=a_key()),
    "review.decide": lambda row, by: actions.decide(row.pk, by=by, at=NOW, key=a_key()),
    "review.notify": lambda row, by: actions.notify(row.pk, by=by, at=NOW, key=a_key()),
    "review.request_again": lambda row, by: actions.request_again(
        row.pk, "다시 보아 주십시오", by=by, at=NOW, key=a_key()
    ),
    "review.uphold": lambda row, by: actions.uphold(row.pk, "다시 봄", by=by, at=NOW, key=a_key()),
    "review.dismiss": lambda row, by: actions.dismiss(row.pk, "그대로 둠", by=by, at=NOW, key=a_key()),
    "review.withdraw": lambda row, by: actions.withdraw(row.pk, "그만둠", by=by, at=NOW, key=a_key()),
}
IN_PLACE = {(each.act, each.before): each.after for each in TRANSITIONS}


def why_not(act: str, who: str, review: Review) -> type[Refusal] | None:
    """The reason why this one may not, in the order in which it is asked; None where it is done."""
    right, (office, role) = RIGHTS[act], who.replace("other ", "").split()
    if Role(role) not in right.roles or OfficeKind(office) not in right.offices:
        return NotAllowed
    if right.over is Over.OWN_OFFICE and office != "operator":
        return OtherOffice
    if right.over is Over.BODY_OR_OFFICE and not (office == "operator" or who == "applicant officer"):
        return OtherBody
    # 시작 is refused by the application's own state, once it is reviewed or withdrawn
    return None if (act, State(review.state)) in IN_PLACE else NotInThisState


def test_the_table_names_the_same_acts() -> None:
    rights = {verb for verb in RIGHTS if verb.startswith("review.")}
    assert {each.act for each in TRANSITIONS} == set(ACTS) == rights
    assert all(each.law and each.who for each in TRANSITIONS)


@pytest.mark.parametrize("state", State)
def test_what_the_table_does_not_allow_is_refused(state: State) -> None:
    world = a_world()
    review = IN_STATE[state](world)
    assert review.state == state
    people = everybody(world)
    wrong = [(act, who, why) for act in ACTS for who in people if (why := why_not(act, who, review))]
    assert len(wrong) > len(ACTS) * 8
    before = fingerprint()
    for act, who, why in wrong:
        with pytest.raises(Refusal) as caught:
            ACTS[act](review, people[who])
        assert type(caught.value) is why, (act, who)
        assert str(caught.value)
    assert fingerprint() == before


@pytest.mark.parametrize("state", State)
def test_what_the_table_allows_is_done(state: State) -> None:
    world = a_world()
    review = IN_STATE[state](world)
    people = everybody(world)
    allowed = [(act, who) for act in ACTS for who in people if why_not(act, who, review) is None]
    assert {act for act, _ in allowed} == {act for act, before in IN_PLACE if before is state}
    for act, who in allowed:
        with undone():
            if act == "review.request_again":
                actions.notify(review.pk, by=world.officer, at=NOW, key=a_key())
            ACTS[act](review, people[who])
            assert Review.objects.get(pk=review.pk).state == IN_PLACE[act, state]
