"""Every act in every state by everyone: done where the tables say so, refused otherwise, leaving nothing behind."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

import pytest

from majungmul.books.parties.actions.deputies import act_for
from majungmul.books.parties.actions.offices import new_office
from majungmul.books.parties.kinds import Role
from majungmul.books.parties.queries.positions import actors_of
from majungmul.books.parties.require import NotAllowed, OtherBody, OtherOffice, SamePerson
from majungmul.books.parties.rights import RIGHTS, Over
from majungmul.books.parties.transitions import NotInThisState
from majungmul.stages.settlement import actions as settlement
from majungmul.stages.settlement.models import Settlement
from majungmul.stages.settlement.refusals import SettledAlready
from majungmul.stages.settlement.states import TRANSITIONS, State
from majungmul.values.actor import Actor
from majungmul.values.refusal import Refusal
from majungmul.values.seal import Seal
from majungmul.values.won import Won
from tests.database import fingerprint, refused
from tests.given import FOUNDED, a_key
from tests.stages.settlement.givens import Year, a_report, a_settlement, a_year, examined, settled, submitted
from tests.stages.world import at, somebody
from tests.stages.world_end import report_papers

pytestmark = pytest.mark.django_db

NOW = at(3, 1, 12, year=2019)
DAY, LESS = date(2019, 6, 28), Won(300_000)
Act = Callable[[Settlement, Actor, str], object]


def _line(row: Settlement) -> UUID:
    return row.lines.order_by("order")[0].pk


ACTS: dict[str, Act] = {
    "settlement.report": lambda row, by, key: settlement.report(
        row.award_id, "마침", (), report_papers(), by=by, at=NOW, key=key
    ),
    "settlement.open": lambda row, by, key: settlement.open_settlement(
        row.award_id, "마침", by=by, at=NOW, key=key
    ),
    "settlement.ask_correction": lambda row, by, key: settlement.ask_correction(
        row.pk, "이자", 7, by=by, at=NOW, key=key
    ),
    "settlement.correct": lambda row, by, key: settlement.correct(
        row.pk, "성과", "고침", by=by, at=NOW, key=key
    ),
    "settlement.examine": lambda row, by, key: settlement.examine(
        _line(row),
        Won(0),
        "증빙 없음",
        by=by,
        at=NOW,
        key=key,
    ),
    "settlement.submit": lambda row, by, key: settlement.submit(
        row.pk, "적정함", DAY, by=by, at=NOW, key=key
    ),
    "settlement.send_back": lambda row, by, key: settlement.send_back(
        row.pk, "다시 확인", by=by, at=NOW, key=key
    ),
    "settlement.approve": lambda row, by, key: settlement.approve(row.pk, by=by, at=NOW, key=key),
    "settlement.take_effect": lambda row, by, key: settlement.take_effect(
        row.pk, Seal("경제정책과-91", date(2019, 3, 1)), by=by, at=NOW, key=key
    ),
    "settlement.fix": lambda row, by, key: settlement.fix(row.pk, by=by, at=NOW, key=key),
    "settlement.receive_return": lambda row, by, key: settlement.receive_return(
        row.pk, by=by, at=NOW, key=key
    ),
    "settlement.close": lambda row, by, key: settlement.close(row.pk, by=by, at=NOW, key=key),
}
BEGIN = {"settlement.report", "settlement.open"}
OF_ONE_TIER = {True: {"settlement.fix"}, False: {"settlement.approve", "settlement.take_effect"}}
"""Acts that nobody may do in the city's, and in the operator's settlements."""
IN_PLACE = {(each.act, each.before): each.after for each in TRANSITIONS if each.before}


@dataclass(frozen=True, slots=True)
class Who:
    """Somebody, with what the rights ask about."""

    name: str
    actor: Actor
    office: str
    role: str
    body: object = None


def people(year: Year) -> list[Who]:
    """Those of city and operator, an auditor, an administrator, two co-operatives, another office, the system."""
    world, found = year.world, []
    known = {
        ("city", "officer"): world.city_officer,
        ("city", "approver"): world.city_approver,
        ("operator", "officer"): world.officer,
        ("operator", "approver"): world.approver,
    }
    for office, of, body, third in (
        ("city", world.system.office, None, "auditor"),
        ("operator", world.officer.office, world.operator.pk, "administrator"),
    ):
        for role in ("officer", "approver", third):
            actor = known.get((office, role)) or somebody(world.system, of, role)
            found.append(Who(f"{office} {role}", actor, office, role, body))
    found += [
        Who(each.body.name, each.officer, "applicant", "officer", each.body.pk)
        for each in (world.printer, world.paper)
    ]
    other = new_office("other", "다른 과", "city", None, by=world.system, at=FOUNDED, key=a_key())
    found += [
        Who(f"other {role}", somebody(world.system, other.pk, role), "city", role)
        for role in ("officer", "approver")
    ]
    return [*found, Who("system", world.system, "city", "system")]


def why_not(act: str, who: Who, row: Settlement) -> type[Refusal] | None:
    """What the rights refuse, or None where they allow the act."""
    right = RIGHTS[act]
    if Role(who.role) not in right.roles or who.office not in right.offices:
        return NotAllowed
    is_own_office = who.actor.office == row.office_id
    is_own_body = who.body == row.body_id
    if right.over is Over.OWN_OFFICE and who.role != "system" and not is_own_office:
        return OtherOffice
    if right.over is Over.OWN_BODY and not is_own_body:
        return OtherBody
    if right.over is Over.BODY_OR_OFFICE and not (is_own_office or is_own_body):
        return OtherBody
    return None


CORRECTED = ["settlement.ask_correction", "settlement.correct", "settlement.examine"]
HANDED_IN = ["settlement.submit", "settlement.send_back", "settlement.submit"]
DONE = ["settlement.receive_return", "settlement.close"]
WALKS = {
    True: [*CORRECTED, *HANDED_IN, "settlement.approve", "settlement.take_effect", *DONE],
    False: [*CORRECTED, *HANDED_IN, "settlement.fix", *DONE],
}
"""A way through the table on which each act is done once: of the city's settlement, and of the operator's."""


def begun(year: Year, *, city: bool) -> Settlement:
    """A settlement with every line examined, and money that is to come back."""
    if city:
        settled(year)
    row = a_report(year) if city else a_settlement(year)
    return examined(row, LESS, world=year.world, city=city)


def test_the_tables_name_the_same_acts() -> None:
    assert {each.act for each in TRANSITIONS} == set(ACTS)
    assert all(each.law and each.who for each in TRANSITIONS)


@pytest.mark.parametrize("city", [True, False])
def test_on_the_way_each_act_is_done_in_its_place_and_refused_everywhere_else(city: bool) -> None:  # noqa: FBT001
    year = a_year()
    row, everyone = begun(year, city=city), people(year)
    seen: set[State] = set()
    done: set[tuple[str, State]] = set()
    for act in WALKS[city]:
        state = State(Settlement.objects.get(pk=row.pk).state)
        if state not in seen:
            everything_else_is_refused(row, state, everyone)
        seen.add(state)
        may = [who for who in everyone if why_not(act, who, row) is None]
        ACTS[act](row, may[-1].actor, a_key())
        done.add((act, state))
        assert Settlement.objects.get(pk=row.pk).state == IN_PLACE[act, state]
    everything_else_is_refused(row, State.CLOSED, everyone)
    assert {*seen, State.CLOSED} == set(State) - (set() if city else {State.APPROVED})
    assert done == {each for each in IN_PLACE if each[0] not in OF_ONE_TIER[city] and each[1] in seen}


def everything_else_is_refused(row: Settlement, state: State, everyone: list[Who]) -> None:
    """Each act that the tables do not allow here is refused with its sentence, and nothing is left of any."""
    before = fingerprint()
    for act, do in ACTS.items():
        for who in everyone:
            why = why_not(act, who, row)
            if why is None and (act, state) in IN_PLACE:
                continue
            usual = SettledAlready if act in BEGIN else NotInThisState
            with pytest.raises(why or usual) as caught:
                do(row, who.actor, a_key())
            assert str(caught.value)
    assert fingerprint() == before


@pytest.mark.parametrize("city", [True, False])
def test_who_handed_it_in_does_not_decide_it_not_even_in_place_of_the_approver(city: bool) -> None:  # noqa: FBT001
    year = a_year()
    world = year.world
    row = submitted(begun(year, city=city), world, DAY, city=city)
    officer, decider = (world.city_officer, world.city_approver) if city else (world.officer, world.approver)
    days = (date(2018, 1, 1), date(2020, 1, 1))
    act_for(decider.position, officer.position, days, "출장", by=world.system, at=FOUNDED, key=a_key())
    deputy = next(each for each in actors_of(officer.person, date(2019, 3, 1)) if each.for_title)
    act = "settlement.approve" if city else "settlement.fix"
    with refused(SamePerson):
        ACTS[act](row, deputy, a_key())
