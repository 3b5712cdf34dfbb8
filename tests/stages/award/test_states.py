"""Every act in every state by everybody: done as the tables say, refused otherwise, leaving nothing."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

import pytest

from majungmul.books.parties.kinds import OfficeKind, Role
from majungmul.books.parties.require import NotAllowed, OtherBody, OtherOffice
from majungmul.books.parties.rights import RIGHTS, Over
from majungmul.books.parties.transitions import NotInThisState
from majungmul.books.trail.recorded import Recorded
from majungmul.stages.award import actions
from majungmul.stages.award.actions.drafting import AwardThere
from majungmul.stages.award.models import Award, AwardChange, AwardObjection
from majungmul.stages.award.states import CHANGES, TRANSITIONS, State
from majungmul.values.actor import Actor
from majungmul.values.refusal import Refusal
from majungmul.values.seal import Seal
from tests.database import fingerprint
from tests.given import a_key
from tests.stages.award.givens import (
    FREED,
    IN_STATE,
    YEAR,
    a_second_draft,
    everybody,
    line_draft,
    line_of,
    request,
    undone,
)
from tests.stages.world import World, a_world, at

pytestmark = pytest.mark.django_db
NOW = at(5, 17)


@dataclass
class Scene:
    """An award, and what hangs on it."""

    world: World
    award: Award
    change: AwardChange | None = None
    objection: AwardObjection | None = None

    @property
    def lines(self) -> list[actions.LineDraft]:
        if self.award.office_id == self.world.system.office:
            return [actions.LineDraft(of=line_of(self.award).of_id, recommended=FREED, amount=FREED)]
        return [line_draft(self.world)]


Act = Callable[[Scene, Actor], Recorded]

ACTS: dict[str, Act] = {
    "award.draft": lambda s, by: actions.draft(
        s.award.application_id, s.lines, YEAR, by=by, at=NOW, key=a_key()
    ),
    "award.redraft": lambda s, by: actions.redraft(s.award.pk, s.lines, YEAR, by=by, at=NOW, key=a_key()),
    "award.submit": lambda s, by: actions.submit(s.award.pk, by=by, at=NOW, key=a_key()),
    "award.send_back": lambda s, by: actions.send_back(s.award.pk, "금액 확인", by=by, at=NOW, key=a_key()),
    "award.decide": lambda s, by: actions.decide(s.award.pk, by=by, at=NOW, key=a_key()),
    "award.approve": lambda s, by: actions.approve(s.award.pk, by=by, at=NOW, key=a_key()),
    "award.take_effect": lambda s, by: actions.take_effect(
        s.award.pk, Seal("경제정책과-300", date(2018, 5, 17)), by=by, at=NOW, key=a_key()
    ),
    "award.request_change": lambda s, by: actions.request_change(
        s.award.pk,
        actions.ChangeRequest(kind="period", until=date(2018, 12, 1), reason="일찍 마침"),
        by=by,
        at=NOW,
        key=a_key(),
    ),
    "award.give_up": lambda s, by: actions.give_up(s.award.pk, "그만둠", by=by, at=NOW, key=a_key()),
    "award.decline_offer": lambda s, by: actions.decline_offer(
        s.award.application_id, "그만둠", by=by, at=NOW, key=a_key()
    ),
    "award.propose_revocation": lambda s, by: actions.propose_revocation(
        s.award.pk, "계약하지 않음", by=by, at=NOW, key=a_key()
    ),
    "award.revoke": lambda s, by: actions.revoke(s.award.pk, "취소함", by=by, at=NOW, key=a_key()),
    "award.end": lambda s, by: actions.end(s.award.pk, "끝남", by=by, at=NOW, key=a_key()),
    "award.object": lambda s, by: actions.file_objection(s.award.pk, "적음", by=by, at=NOW, key=a_key()),
}
ON_OTHER_ROWS: dict[str, Act] = {
    "award.fulfil_condition": lambda s, by: actions.fulfil_condition(
        s.award.conditions.order_by("order")[0].pk, date(2018, 5, 17), "확인함", by=by, at=NOW, key=a_key()
    ),
    "award.submit_change": lambda s, by: actions.submit_change(_key(s.change), by=by, at=NOW, key=a_key()),
    "award.approve_change": lambda s, by: actions.approve_change(
        _key(s.change), "타당함", by=by, at=NOW, key=a_key()
    ),
    "award.decline_change": lambda s, by: actions.decline_change(
        _key(s.change), "맞지 않음", by=by, at=NOW, key=a_key()
    ),
    "award.answer_objection": lambda s, by: actions.answer_objection(
        _key(s.objection), "그대로 둠", upheld=False, by=by, at=NOW, key=a_key()
    ),
}
ALL = ACTS | ON_OTHER_ROWS
IN_PLACE = {(each.act, each.before): each.after for each in TRANSITIONS}
PEOPLE = (
    "city officer",
    "city approver",
    "city administrator",
    "city auditor",
    "city system",
    "operator officer",
    "operator approver",
    "operator administrator",
    "operator auditor",
    "applicant officer",
    "other applicant officer",
)


def _key(row: Recorded | None) -> UUID:
    assert row is not None
    return row.pk


def a_scene(state: State) -> Scene:
    """An award in the state, with a change and an objection where they can be there."""
    world = a_world()
    scene = Scene(world, IN_STATE[State.EFFECTIVE if state is State.ENDED else state](world))
    if state in (State.EFFECTIVE, State.ENDED):
        own = world.printer.officer
        scene.change = request(world, scene.award, "partner", partner="서울가상제책조합")
        scene.objection = actions.file_objection(
            scene.award.pk, "금액이 적음", by=own, at=at(5, 14), key=a_key()
        )
    if state is State.ENDED:
        actions.propose_revocation(scene.award.pk, "계약하지 않음", by=world.officer, at=NOW, key=a_key())
        actions.revoke(scene.award.pk, "취소함", by=world.approver, at=NOW, key=a_key())
    scene.award.refresh_from_db()
    return scene


def why_not(act: str, who: str, scene: Scene) -> type[Refusal] | None:
    """The reason why this one may not, in the order in which it is asked; None where it is done."""
    right, award = RIGHTS[act], scene.award
    office, role = who.replace("other ", "").split()
    if Role(role) not in right.roles or OfficeKind(office) not in right.offices:
        return NotAllowed
    of_city = award.office_id == scene.world.system.office
    is_office, is_body = (
        office == ("city" if of_city else "operator"),
        who == "applicant officer" and not of_city,
    )
    if of_city and who == "other applicant officer":
        is_body = True  # the second award of the city is to 경기가상지류협동조합
    if right.over is Over.OWN_OFFICE and not is_office:
        return OtherOffice
    if right.over is Over.BODY_OR_OFFICE and not (is_office or is_body):
        return OtherBody
    if act in ("award.draft", "award.decline_offer"):
        return AwardThere
    return None if (act, State(award.state)) in IN_PLACE else NotInThisState


def test_the_tables_name_the_same_acts() -> None:
    written = {verb for verb in RIGHTS if verb.startswith("award.")}
    assert {each.act for each in TRANSITIONS} | {"award.decline_offer"} == set(ALL) == written
    assert {each.act for each in CHANGES} < set(ALL)
    assert all(each.law and each.who for each in (*TRANSITIONS, *CHANGES))


@pytest.mark.parametrize("state", State)
def test_what_the_tables_do_not_allow_is_refused(state: State) -> None:
    scene = a_scene(state)
    assert scene.award.state == state
    people = everybody(scene.world)
    assert set(people) == set(PEOPLE)
    acts = ALL if scene.change else ACTS
    wrong = [(act, who, why) for act in acts for who in people if (why := why_not(act, who, scene))]
    assert len(wrong) > len(acts) * 8
    before = fingerprint()
    for act, who, why in wrong:
        with pytest.raises(Refusal) as caught:
            acts[act](scene, people[who])
        assert type(caught.value) is why, (act, who)
        assert str(caught.value)
    assert fingerprint() == before


@pytest.mark.parametrize("state", [State.DRAFT, State.SUBMITTED, State.EFFECTIVE, State.ENDED])
def test_what_the_tables_allow_is_done(state: State) -> None:
    scene = a_scene(state)
    people = everybody(scene.world)
    allowed = [(act, who) for act in ALL for who in people if why_not(act, who, scene) is None]
    assert {act for act, _ in allowed} == {
        act for act, before in IN_PLACE if before is state and act != "award.approve"
    }
    for act, who in allowed:
        with undone():
            make_ready(act, scene)
            ALL[act](scene, people[who])
            assert Award.objects.get(pk=scene.award.pk).state == IN_PLACE[act, state]


def make_ready(act: str, scene: Scene) -> None:
    """What an act needs beside: a change handed in, a revocation proposed, no objection and no change before."""
    world = scene.world
    if act == "award.approve_change":
        actions.submit_change(_key(scene.change), by=world.officer, at=NOW, key=a_key())
    if act == "award.revoke":
        actions.propose_revocation(scene.award.pk, "계약하지 않음", by=world.officer, at=NOW, key=a_key())
    if act == "award.object":
        answer = ALL["award.answer_objection"]
        answer(scene, world.approver)


@pytest.mark.parametrize("who", ["city officer", "city approver"])
def test_the_city_takes_effect_by_its_paper(who: str) -> None:
    scene = a_scene(State.APPROVED)
    ALL["award.take_effect"](scene, everybody(scene.world)[who])
    assert Award.objects.get(pk=scene.award.pk).state == State.EFFECTIVE


def test_the_city_approves_and_does_not_decide() -> None:
    world = a_world()
    scene = Scene(world, a_second_draft(world))
    actions.submit(scene.award.pk, by=world.city_officer, at=at(3, 11), key=a_key())
    assert why_not("award.decide", "city approver", scene) is NotAllowed
    ALL["award.approve"](scene, world.city_approver)
    assert Award.objects.get(pk=scene.award.pk).state == State.APPROVED
