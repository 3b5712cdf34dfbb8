"""지원계획 들여오기 — the plan of 2018: rows, accounts, 편성 and 배정, duties; once."""

from datetime import date
from typing import Any

import pytest

from majungmul.books.duties.queries import duties_of
from majungmul.books.ledger import queries as ledger
from majungmul.books.ledger.kinds import Movement
from majungmul.books.ledger.models import Account, Transfer
from majungmul.books.parties.kinds import Role
from majungmul.books.parties.models import Position
from majungmul.books.trail import chain
from majungmul.books.trail.models import Event
from majungmul.programmes.duties import duties_of as owed_in
from majungmul.programmes.specification import NoSuchLine, NoSuchProgramme
from majungmul.stages.plan import actions
from majungmul.stages.plan.actions.drafting import PlanThere
from majungmul.stages.plan.actions.pen import HoldsResidentNumber, NamedTwice
from majungmul.stages.plan.actions.ready import AmountMissing, DoesNotAddUp
from majungmul.stages.plan.actions.tables import EmptyCellNamed
from majungmul.stages.plan.actions.writing import LinesNotNamed, NoBudget, OtherJurisdictionsPlan
from majungmul.stages.plan.models import Plan
from majungmul.stages.plan.queries import lines_of, plan_of
from majungmul.stages.plan.states import State
from majungmul.values.refusal import Refusal
from majungmul.values.won import Won, total
from tests.database import fingerprint, refused
from tests.given import a_city, a_key
from tests.stages.plan.plans import NOW, SMALL, a_plan, an_office_at_work, budget, seoul, the_file

pytestmark = pytest.mark.django_db

LINES = {
    "exchange.ceremony": 15_000_000,
    "exchange.forum": 20_000_000,
    "exchange.news": 15_000_000,
    "network.workshop": 30_000_000,
    "network.forum": 20_000_000,
    "network.meeting": 20_000_000,
    "trade_collaboration.support": 290_000_000,
    "trade_collaboration.publicity": 10_000_000,
    "training.support": 180_000_000,
    "cooperative_consulting.consultant": 67_500_000,
    "cooperative_consulting.meeting": 8_100_000,
    "cooperative_consulting.venue": 8_400_000,
    "cooperative_consulting.sundries": 6_000_000,
    "joint_project.support": 257_000_000,
    "joint_project.committee": 1_500_000,
    "joint_project.meeting": 600_000,
    "joint_project.operation": 900_000,
    "market_access.overseas": 70_000_000,
    "market_access.home_shopping": 90_000_000,
    "market_access.press": 20_000_000,
    "interest_support.support": 150_000_000,
    "liability_insurance.support": 20_000_000,
}
"""소요예산 of 2018 in won, as the paper prints it."""


def test_the_plan_of_2018_is_fixed_with_every_won_in_a_line() -> None:
    system = seoul()
    plan = actions.adopt(the_file(), by=system, at=NOW, key=a_key())
    assert plan.state == State.FIXED
    assert plan_of(system.jurisdiction, system.office, 2018) == plan
    assert {f"{line.programme}.{line.code}": line.amount for line in lines_of(plan)} == {
        name: Won(amount) for name, amount in LINES.items()
    }
    found = ledger.lines_of(system.jurisdiction, 2018)
    assert {f"{line.programme}.{line.line}": line.appropriated.amount for line in found} == LINES
    assert all(line.left == line.appropriated for line in found)
    assert ledger.whole(found).appropriated == Won(1_300_000_000)


def test_its_money_is_appropriated_at_once_and_allotted_to_each_line() -> None:
    system = seoul()
    plan = actions.adopt(the_file(), by=system, at=NOW, key=a_key())
    moved = Transfer.objects.filter(jurisdiction=system.jurisdiction)
    (appropriated,) = moved.filter(movement=Movement.APPROPRIATE)
    allotted = moved.filter(movement=Movement.ALLOT)
    assert (appropriated.credit, appropriated.amount) == (plan.account, Won(1_300_000_000))
    assert (len(allotted), total(each.amount for each in allotted)) == (22, Won(1_300_000_000))
    assert len(moved) == 23
    assert Account.objects.get(pk=plan.account_id).balance == Won(0)


def test_a_line_says_how_it_was_worked_out() -> None:
    plan = actions.adopt(the_file(), by=seoul(), at=NOW, key=a_key())
    lines = {f"{line.programme}.{line.code}": line for line in lines_of(plan)}
    consultant = lines["cooperative_consulting.consultant"]
    assert consultant.basis == {"price": "250천원", "count": "90개", "times": "3회"}
    assert lines["network.workshop"].basis == {"frequency": "연 3회"}
    assert lines["interest_support.support"].label == "중소기업 공제기금 이차보전 지원"


def test_the_years_duties_are_opened_for_the_city_and_the_operator() -> None:
    system = seoul()
    plan = actions.adopt(the_file(), by=system, at=NOW, key=a_key())
    opened = duties_of(plan)
    expected = [owed for owed in owed_in(2018, "seoul") if owed.who != "조합"]
    assert len(opened) == len(expected) > 20
    notice = opened.get(code="plan_notice")
    assert (notice.position, notice.due_on) == (plan.keeper, date(2018, 2, 28))
    final = opened.get(code="final_report")
    assert plan.operator is not None
    assert (final.party, plan.operator.name) == (plan.operator, "중소기업중앙회 서울지역본부")


def test_the_seat_that_keeps_it_is_the_first_officers() -> None:
    office = an_office_at_work()
    plan = actions.adopt(the_file(), by=office.system, at=NOW, key=a_key())
    assert plan.keeper_id == office.officer.position


def test_an_office_without_an_officer_gets_the_seat() -> None:
    plan = actions.adopt(the_file(), by=seoul(), at=NOW, key=a_key())
    assert (plan.keeper.title, plan.keeper.role) == ("담당자", Role.OFFICER)
    assert Position.objects.filter(office=plan.office, role=Role.OFFICER).count() == 1


def test_it_is_one_event_by_the_system_and_the_chain_is_whole() -> None:
    system = seoul()
    plan = actions.adopt(the_file(), by=system, at=NOW, key=a_key())
    (event,) = Event.objects.filter(jurisdiction=system.jurisdiction, outermost=True, name="plan.adopted")
    assert (event.row, event.person, event.at) == (plan.pk, system.person, NOW)
    assert chain.broken(system.jurisdiction) is None


def test_the_same_request_again_changes_nothing() -> None:
    system, key = seoul(), a_key()
    plan = actions.adopt(the_file(), by=system, at=NOW, key=key)
    before = fingerprint()
    assert actions.adopt(the_file(), by=system, at=NOW, key=key) == plan
    assert fingerprint() == before


def test_a_year_has_one_plan_of_an_office() -> None:
    system = seoul()
    actions.adopt(the_file(), by=system, at=NOW, key=a_key())
    with refused(PlanThere) as caught:
        actions.adopt(the_file(), by=system, at=NOW, key=a_key())
    assert str(caught.value) == (
        "2018년 지원계획은 이미 있습니다(상태: 확정). 고칠 것은 그 계획에서 고쳐 주십시오."
    )


def test_another_jurisdictions_plan_is_refused() -> None:
    system = a_city()
    with refused(OtherJurisdictionsPlan) as caught:
        actions.adopt(the_file(), by=system, at=NOW, key=a_key())
    assert "‘seoul’의 것이라" in str(caught.value)


# ── plans that cannot be adopted ─────────────────────────────────────────────────────────────────────────

UNKNOWN = ("exchange.news", 2, "미정")
LINE = ("liability_insurance", 1, 2_000)

WRONG: list[tuple[type[Refusal], dict[str, Any], str]] = [
    (
        DoesNotAddUp,
        budget(("total", 0, 7_001), ("exchange", 1, 5_000), ("exchange.news", 2, 5_000), LINE),
        "적힌 값 7,001",
    ),
    (
        DoesNotAddUp,
        budget(("total", 0, 7_000), ("exchange", 1, 5_000), ("exchange.news", 2, 4_000), LINE),
        "4,000",
    ),
    (
        AmountMissing,
        budget(("total", 0, 2_000), ("exchange", 1, "미정"), UNKNOWN, LINE),
        "‘exchange.news 항목’에 금액",
    ),
    (
        AmountMissing,
        budget(("total", 0, 2_000), ("interest_support", 1, "-"), LINE),
        "‘interest_support 항목’에",
    ),
    (LinesNotNamed, budget(("exchange", 1, 5_000)), "ceremony(중소기업인대회 유공자 포상 시상식)"),
    (NamedTwice, budget(LINE, LINE), "이름이 ‘liability_insurance’인 것이 둘"),
    (NoBudget, budget(("total", 0, 2_000)), "항목이 없습니다"),
    (NoBudget, {**SMALL, "key": "other"}, "항목이 없습니다"),
    (NoSuchProgramme, budget(("unheard_of", 1, 1_000)), "‘unheard_of’ 사업이 없습니다"),
    (NoSuchLine, budget(("exchange.unheard_of", 1, 1_000)), "‘unheard_of’ 항목이 없습니다"),
    (
        EmptyCellNamed,
        budget(("liability_insurance", 1, {"same": "budget.liability_insurance.basis", "printed": "1"})),
        "빈칸",
    ),
    (HoldsResidentNumber, {**SMALL, "title": "담당 800101-1234567"}, "주민등록번호"),
]


@pytest.mark.parametrize(("refusal", "table", "said"), WRONG)
def test_a_plan_with_something_wrong_leaves_nothing(
    refusal: type[Refusal], table: dict[str, Any], said: str
) -> None:
    system = seoul()
    with refused(refusal) as caught:
        actions.adopt(a_plan(tables=[table]), by=system, at=NOW, key=a_key())
    assert said in str(caught.value)
    assert not Plan.objects.exists()


def test_a_text_longer_than_its_field_is_refused_on_both_databases() -> None:
    system = seoul()
    with refused(Refusal) as caught:
        actions.adopt(a_plan(title="가" * 161), by=system, at=NOW, key=a_key())
    assert str(caught.value) == "‘제목’은(는) 160자까지 적을 수 있습니다(지금 161자). 줄여 주십시오."


def test_an_officer_cannot_adopt_what_no_approver_has_seen() -> None:
    office = an_office_at_work()
    with refused(Refusal) as caught:
        actions.adopt(the_file(), by=office.officer, at=NOW, key=a_key())
    assert "‘지원계획 들여오기’은(는) 시의 시스템의 일입니다" in str(caught.value)
