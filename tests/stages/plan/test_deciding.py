"""제출, 결재 반려, 확정, 통보 — by two persons, with their papers; the duties of the year begin and end."""

from datetime import date

import pytest

from majungmul.books.duties.actions import change_holidays
from majungmul.books.duties.queries import duties_of
from majungmul.books.ledger import queries as ledger
from majungmul.books.parties.actions.offices import new_position
from majungmul.books.parties.actions.tenures import appoint
from majungmul.books.parties.queries.positions import actors_of
from majungmul.books.parties.queries.rows import NotHere
from majungmul.books.parties.require import OtherOffice, SamePerson
from majungmul.books.parties.written import Empty
from majungmul.programmes.holidays import holidays
from majungmul.stages.plan import actions
from majungmul.stages.plan.actions.ready import AmountMissing, DoesNotAddUp
from majungmul.stages.plan.models import Plan
from majungmul.stages.plan.states import State
from majungmul.values.uuid7 import uuid7
from majungmul.values.won import Won
from tests.database import refused
from tests.given import FOUNDED, a_city, a_key, an_office, an_officer
from tests.stages.plan.plans import (
    NOW,
    YEAR,
    Office,
    a_plan,
    an_office_at_work,
    announced,
    budget,
    drafted,
    fixed,
    submitted,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def office() -> Office:
    return an_office_at_work()


def test_fixing_appropriates_and_allots_each_line(office: Office) -> None:
    plan = fixed(office)
    assert (plan.state, plan.approval) == (State.FIXED, "경제정책과-100")
    figures = ledger.whole(ledger.lines_of(plan.jurisdiction_id, YEAR))
    assert (figures.appropriated, figures.left) == (Won(7_000_000), Won(7_000_000))


def test_fixing_opens_the_years_duties_of_both(office: Office) -> None:
    plan = fixed(office)
    notice = duties_of(plan).get(code="plan_notice")
    assert (notice.position, notice.due_on, notice.done_at) == (plan.keeper, date(2019, 2, 28), None)
    assert set(duties_of(plan).exclude(party=None).values_list("party", flat=True)) == {plan.operator_id}


def test_days_off_that_were_changed_meanwhile_hold_for_the_duties(office: Office) -> None:
    plan = submitted(office)
    days = {day: name for day, name in holidays().days.items() if day.year == YEAR}
    del days[date(2019, 3, 1)]
    moved = {**days, date(2019, 2, 28): "옮긴 날"}
    change_holidays([YEAR], moved, "시험: 3월 1일 대신", by=office.administrator, at=NOW, key=a_key())
    actions.fix(plan.pk, "경제정책과-100", by=office.approver, at=NOW, key=a_key())
    assert duties_of(plan).get(code="plan_notice").due_on == date(2019, 3, 1)
    next_year = duties_of(plan).get(code="results_check")
    assert (next_year.due_on, next_year.is_certain) == (date(2020, 1, 31), True)


def test_the_operator_that_is_known_is_not_registered_again(office: Office) -> None:
    first = fixed(office)
    actions.adopt(a_plan(year=2020), by=office.system, at=NOW, key=a_key())
    assert Plan.objects.get(year=2020).operator == first.operator


def test_who_handed_it_in_cannot_fix_it(office: Office) -> None:
    plan = submitted(office)
    system, person = office.system, office.officer.person
    seat = new_position(system.office, "second", "과장", "approver", by=system, at=FOUNDED, key=a_key())
    appoint(seat.pk, person, date(2016, 1, 1), by=system, at=FOUNDED, key=a_key())
    (both,) = [actor for actor in actors_of(person, NOW.date()) if actor.position == seat.pk]
    with refused(SamePerson) as caught:
        actions.fix(plan.pk, "경제정책과-100", by=both, at=NOW, key=a_key())
    assert "다른 사람이 하도록 넘겨" in str(caught.value)


def test_sent_back_it_is_a_draft_with_the_reason_until_it_is_handed_in_again(office: Office) -> None:
    plan = submitted(office)
    plan = actions.send_back(plan.pk, "PL보험 금액 확인", by=office.approver, at=NOW, key=a_key())
    assert (plan.state, plan.sent_back_for) == (State.DRAFT, "PL보험 금액 확인")
    plan = actions.submit(plan.pk, by=office.officer, at=NOW, key=a_key())
    assert (plan.state, plan.sent_back_for) == (State.SUBMITTED, "")


def test_announcing_does_the_citys_duty(office: Office) -> None:
    plan = announced(office)
    assert (plan.state, plan.notice) == (State.ANNOUNCED, "경제정책과-101")
    notice = duties_of(plan).get(code="plan_notice")
    assert (notice.done_by, notice.done_at, notice.note) == ("plan.announced", NOW, "경제정책과-101")
    assert duties_of(plan).get(code="call").done_at is None


@pytest.mark.parametrize("nothing", ["", "   "])
def test_a_paper_or_a_reason_is_never_left_out(office: Office, nothing: str) -> None:
    plan = submitted(office)
    with refused(Empty) as caught:
        actions.fix(plan.pk, nothing, by=office.approver, at=NOW, key=a_key())
    assert str(caught.value) == "‘결재 문서번호’ 칸이 비어 있습니다. 적어 주십시오."
    with refused(Empty):
        actions.send_back(plan.pk, nothing, by=office.approver, at=NOW, key=a_key())
    actions.fix(plan.pk, "가-1", by=office.approver, at=NOW, key=a_key())
    with refused(Empty):
        actions.announce(plan.pk, nothing, by=office.officer, at=NOW, key=a_key())


def test_what_is_not_known_or_does_not_add_up_is_not_handed_in(office: Office) -> None:
    plan = drafted(office, a_plan(tables=[budget(("interest_support", 1, "미정"))]))
    with refused(AmountMissing):
        actions.submit(plan.pk, by=office.officer, at=NOW, key=a_key())
    drafted(office, a_plan(tables=[budget(("total", 0, 1_001), ("interest_support", 1, 1_000))]))
    with refused(DoesNotAddUp):
        actions.submit(plan.pk, by=office.officer, at=NOW, key=a_key())
    drafted(office, a_plan(tables=[budget(("total", 0, 1_000), ("interest_support", 1, 1_000))]))
    assert actions.submit(plan.pk, by=office.officer, at=NOW, key=a_key()).state == State.SUBMITTED


def test_another_office_and_another_city_have_no_part_in_it(office: Office) -> None:
    plan = submitted(office)
    beside = an_officer(office.system, role="approver", office=an_office(office.system, kind="city").pk)
    with refused(OtherOffice):
        actions.fix(plan.pk, "가-1", by=beside, at=NOW, key=a_key())
    elsewhere = an_officer(a_city(), role="approver")
    with refused(NotHere):
        actions.fix(plan.pk, "가-1", by=elsewhere, at=NOW, key=a_key())
    with refused(NotHere):
        actions.fix(uuid7(), "가-1", by=office.approver, at=NOW, key=a_key())
