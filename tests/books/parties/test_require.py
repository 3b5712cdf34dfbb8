"""May this actor do this, to this row, on the day of the action?"""

import ast
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from uuid import UUID

import pytest

from majungmul.books.parties.actions.people import deactivate
from majungmul.books.parties.actions.tenures import vacate
from majungmul.books.parties.kinds import OfficeKind, Role
from majungmul.books.parties.models import Office, Organisation, Person
from majungmul.books.parties.queries.rows import NotHere
from majungmul.books.parties.require import (
    NotAllowed,
    OtherOffice,
    PersonLeft,
    PositionEnded,
    PositionNotHeld,
    PositionNotYet,
    SamePerson,
    SomebodyElse,
    another_person,
    require,
)
from majungmul.books.parties.rights import RIGHTS, TABLE, Over
from majungmul.books.trail.actions import action
from majungmul.books.trail.running import OutsideAnAction
from majungmul.values.actor import Actor
from majungmul.values.uuid7 import uuid7
from tests.database import refused
from tests.given import FOUNDED, NOON, SEOUL, a_city, a_cooperative, a_key, an_office, an_officer

pytestmark = pytest.mark.django_db

PRODUCT = Path(__file__).parents[3] / "majungmul"
JULY = date(2018, 7, 1)


@action("test.asked")
def asked(verb: str, office: UUID, *, by: Actor, at: datetime, key: str) -> Office:
    """Whether the actor may do this to an office."""
    found = Office.objects.get(pk=office)
    require(by, verb, found)
    return found


@action("test.asked_of_person")
def asked_of(verb: str, person: UUID, *, by: Actor, at: datetime, key: str) -> Person:
    """Whether the actor may do this to a person."""
    found = Person.objects.get(pk=person)
    require(by, verb, found)
    return found


def may(by: Actor, verb: str = "parties.register", at: datetime = NOON) -> bool:
    return asked(verb, by.office, by=by, at=at, key=a_key()).pk == by.office


# ── the day ──────────────────────────────────────────────────────────────────────────────────────────────


def test_a_position_that_ended_yesterday_is_refused() -> None:
    city = a_city()
    officer = an_officer(city)
    vacate(officer.position, JULY, by=city, at=NOON, key=a_key())
    assert may(officer, at=datetime(2018, 6, 30, 23, 59, tzinfo=SEOUL))
    with refused(PositionEnded) as caught:
        may(officer, at=datetime(2018, 7, 1, 0, 0, tzinfo=SEOUL))
    assert str(caught.value) == (
        f"‘{officer.title}’ 보직은 2018. 6. 30.에 끝났습니다. "
        "지금 맡은 직책을 골라 다시 하거나, 후임자에게 넘겨 주십시오."
    )


def test_the_day_is_that_of_the_country() -> None:
    city = a_city()
    officer = an_officer(city)
    vacate(officer.position, JULY, by=city, at=NOON, key=a_key())
    assert may(officer, at=datetime(2018, 6, 30, 14, 59, tzinfo=UTC))
    with refused(PositionEnded):
        may(officer, at=datetime(2018, 6, 30, 15, 0, tzinfo=UTC))


def test_a_position_that_begins_tomorrow_is_refused() -> None:
    officer = an_officer(since=JULY)
    assert may(officer, at=datetime(2018, 7, 1, tzinfo=SEOUL))
    with refused(PositionNotYet) as caught:
        may(officer, at=datetime(2018, 6, 30, tzinfo=SEOUL))
    assert str(caught.value) == (f"‘{officer.title}’ 보직은 2018. 7. 1.부터입니다. 그날부터 할 수 있습니다.")


def test_a_tenure_that_was_taken_back_gives_nothing() -> None:
    city = a_city()
    officer = an_officer(city, since=JULY)
    vacate(officer.position, JULY, by=city, at=NOON, key=a_key())
    with refused(PositionNotHeld):
        may(officer, at=datetime(2018, 7, 1, tzinfo=SEOUL))


# ── the person and the position ──────────────────────────────────────────────────────────────────────────


def test_somebody_elses_position_is_refused() -> None:
    city = a_city()
    officer, other = an_officer(city), an_officer(city)
    with refused(PositionNotHeld) as caught:
        may(replace(officer, position=other.position))
    assert str(caught.value) == (
        f"‘{other.title}’ 직책을 맡고 있지 않습니다. 지금 맡은 직책을 골라 다시 해 주십시오."
    )


@pytest.mark.parametrize("wrong", ["office", "position", "person"])
def test_an_actor_that_does_not_hold_together_is_refused(wrong: str) -> None:
    city = a_city()
    officer, office = an_officer(city), an_office(city)
    forged = {
        "office": replace(officer, office=office.pk),
        "position": replace(officer, position=uuid7()),
        "person": replace(officer, person=uuid7()),
    }[wrong]
    with pytest.raises((PositionNotHeld, PersonLeft)):
        asked("parties.register", city.office, by=forged, at=NOON, key=a_key())


def test_who_left_is_refused() -> None:
    city = a_city()
    officer = an_officer(city)
    deactivate(officer.person, by=city, at=NOON, key=a_key())
    with refused(PersonLeft):
        may(officer, at=FOUNDED)


def test_outside_an_action_nobody_may() -> None:
    with pytest.raises(OutsideAnAction) as caught:
        require(an_officer(), "parties.register")
    assert "단체 등록" in str(caught.value)


# ── the right ────────────────────────────────────────────────────────────────────────────────────────────


def test_an_auditor_changes_nothing_but_the_own_contact_and_password() -> None:
    verbs = [verb for verb, right in RIGHTS.items() if Role.AUDITOR in right.roles]
    assert verbs == ["parties.change_contact", "parties.set_own_password"]


def test_the_citys_decisions_are_the_citys() -> None:
    city = a_city()
    operators = an_officer(city, role="approver", office=an_office(city).pk)
    for verb in ("parties.sanction", "parties.lift", "plan.close"):
        with refused(NotAllowed):
            may(operators, verb)
    assert may(an_officer(city, role="approver"), "plan.close")


def test_an_office_of_another_kind_has_not_the_right() -> None:
    city = a_city()
    auditor = an_officer(city, office=an_office(city, kind="audit").pk)
    with refused(NotAllowed) as caught:
        may(auditor)
    assert str(caught.value).startswith("‘단체 등록’은(는) 시·보조사업자의 담당자·결재권자의 일입니다.")


def test_a_row_of_another_office_is_refused_and_of_another_city_not_there() -> None:
    city = a_city()
    officer, office, elsewhere = an_officer(city), an_office(city), a_city()
    with refused(OtherOffice):
        asked("plan.draft", office.pk, by=officer, at=NOON, key=a_key())
    with refused(NotHere):
        asked("plan.draft", elsewhere.office, by=officer, at=NOON, key=a_key())
    with refused(NotHere):
        asked("parties.register", elsewhere.office, by=officer, at=NOON, key=a_key())


def test_the_program_itself_acts_in_all_offices_of_its_city_alone() -> None:
    city = a_city()
    office, elsewhere = an_office(city), a_city()
    assert asked("parties.new_person", office.pk, by=city, at=NOON, key=a_key()) == office
    with refused(NotHere):
        asked("parties.new_person", elsewhere.office, by=city, at=NOON, key=a_key())


def test_what_is_ones_own_is_nobody_elses() -> None:
    city = a_city()
    officer, administrator = an_officer(city), an_officer(city, role="administrator")
    assert asked_of("parties.set_own_password", officer.person, by=officer, at=NOON, key=a_key())
    with refused(SomebodyElse) as caught:
        asked_of("parties.set_own_password", officer.person, by=administrator, at=NOON, key=a_key())
    assert str(caught.value) == (
        "‘내 비밀번호 바꾸기’은(는) 본인만 할 수 있습니다. 본인에게 요청해 주십시오."
    )


def test_two_persons_where_two_are_needed() -> None:
    city = a_city()
    officer, other = an_officer(city), an_officer(city)
    another_person(officer, other.person)
    another_person(officer, None)
    for acting in (officer, replace(officer, position=other.position, for_title=other.title)):
        with pytest.raises(SamePerson) as caught:
            another_person(acting, other.person, officer.person)
    assert str(caught.value) == "같은 사람이 두 일을 모두 할 수 없습니다. 다른 사람이 하도록 넘겨 주십시오."


# ── the table ────────────────────────────────────────────────────────────────────────────────────────────


ROOMS = (
    "parties",
    "duties",
    "plan",
    "call",
    "application",
    "review",
    "award",
    "delivery",
    "payment",
    "settlement",
)


def test_the_table_has_one_line_per_verb_and_somebody_for_each() -> None:
    assert len(RIGHTS) == len(TABLE)
    assert len(RIGHTS) == len({right.name for right in TABLE})
    for verb, right in RIGHTS.items():
        assert verb.partition(".")[0] in ROOMS
        assert right.roles
        assert right.offices
        assert right.name
        assert set(right.offices) <= set(OfficeKind)
        assert right.over in Over


def verbs_asked_for(folder: Path) -> Iterator[str]:
    """The verbs that are asked for by name: `require(by, "…")`, and those handed on to it."""
    for file in folder.rglob("*.py"):
        if file.name != "rights.py":
            for node in ast.walk(ast.parse(file.read_text())):
                if isinstance(node, ast.Call):
                    yield from (word for word in words_in(node) if word in RIGHTS or is_verb(node, word))


def words_in(call: ast.Call) -> Iterator[str]:
    for argument in call.args:
        for node in ast.walk(argument):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield node.value


def is_verb(call: ast.Call, word: str) -> bool:
    return isinstance(call.func, ast.Name) and call.func.id == "require" and "." in word


def test_every_verb_that_is_asked_for_is_in_the_table() -> None:
    assert set(verbs_asked_for(PRODUCT)) - set(RIGHTS) == set()


def test_every_verb_of_parties_is_asked_for() -> None:
    own = {verb for verb in RIGHTS if verb.startswith("parties.")}
    assert own - set(verbs_asked_for(PRODUCT / "books" / "parties")) == set()


def test_a_verb_that_is_missing_is_found(tmp_path: Path) -> None:
    (tmp_path / "planted.py").write_text('require(by, "parties.fly", body)\n')
    assert list(verbs_asked_for(tmp_path)) == ["parties.fly"]


def test_bodies_are_of_the_jurisdiction_and_of_no_office() -> None:
    city = a_city()
    operators = an_officer(city, office=an_office(city).pk)
    body = a_cooperative(an_officer(city))
    assert Organisation.objects.of(city.jurisdiction).get() == body
    assert may(operators)
