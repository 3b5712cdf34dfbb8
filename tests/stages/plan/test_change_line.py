"""전용과 추경 — with reason and paper; what is committed stays, and the sentence says how much is free."""

import pytest

from majungmul.books.ledger import accounts, postings
from majungmul.books.ledger import queries as ledger
from majungmul.books.ledger.refusals import NotEnough, NothingToMove
from majungmul.books.parties.queries.rows import NotHere
from majungmul.books.parties.written import Empty
from majungmul.stages.plan import actions
from majungmul.stages.plan.actions import Change
from majungmul.stages.plan.actions.changing import LinesOfTwoPlans, OldLine, SameLine
from majungmul.stages.plan.models import BudgetLine, LineChange, Plan
from majungmul.stages.plan.queries import changes_of, lines_of
from majungmul.values.won import Won
from tests.books.a_stage import inside
from tests.database import refused
from tests.given import a_city, a_key, an_officer
from tests.stages.plan.plans import (
    NOW,
    YEAR,
    Office,
    a_plan,
    an_office_at_work,
    budget,
    drafted,
    fixed,
    line_of,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def office() -> Office:
    return an_office_at_work()


@pytest.fixture
def plan(office: Office) -> Plan:
    return fixed(office)


def change(office: Office, wanted: Change, reason: str = "수요 감소", paper: str = "예산과-7") -> LineChange:
    return actions.change_line(wanted, reason, paper, by=office.officer, at=NOW, key=a_key())


def appropriated(plan: Plan) -> dict[str, int]:
    found = ledger.lines_of(plan.jurisdiction_id, YEAR)
    return {line.line: line.appropriated.amount for line in found}


def news(plan: Plan) -> BudgetLine:
    return line_of(plan, "exchange", "news")


def ceremony(plan: Plan) -> BudgetLine:
    return line_of(plan, "exchange", "ceremony")


def test_what_is_free_goes_to_another_line(office: Office, plan: Plan) -> None:
    made = change(office, Change(amount=Won(500_000), from_line=news(plan).pk, to_line=ceremony(plan).pk))
    assert appropriated(plan) == {"ceremony": 3_500_000, "news": 1_500_000, "support": 2_000_000}
    assert (made.reason, made.paper, made.at, made.amount) == ("수요 감소", "예산과-7", NOW, Won(500_000))
    assert list(changes_of(plan)) == [made]


def test_a_supplementary_budget_brings_new_money(office: Office, plan: Plan) -> None:
    change(office, Change(amount=Won(1_000_000), to_line=news(plan).pk))
    assert appropriated(plan) == {"ceremony": 3_000_000, "news": 3_000_000, "support": 2_000_000}
    assert ledger.account(plan.jurisdiction_id, YEAR, "source").debits_posted == Won(8_000_000)


def test_a_supplementary_budget_takes_money_back(office: Office, plan: Plan) -> None:
    change(office, Change(amount=Won(1_000_000), from_line=news(plan).pk))
    assert appropriated(plan) == {"ceremony": 3_000_000, "news": 1_000_000, "support": 2_000_000}
    assert ledger.account(plan.jurisdiction_id, YEAR, "source").debits_posted == Won(6_000_000)


def test_what_the_plan_said_stays_as_it_was(office: Office, plan: Plan) -> None:
    change(office, Change(amount=Won(500_000), from_line=news(plan).pk, to_line=ceremony(plan).pk))
    assert [line.amount for line in lines_of(plan)] == [Won(3_000_000), Won(2_000_000), Won(2_000_000)]


@pytest.mark.parametrize("to_another", [True, False])
def test_what_is_committed_is_neither_moved_nor_cut(office: Office, plan: Plan, to_another: bool) -> None:  # noqa: FBT001 (a case)
    line = news(plan)

    def story() -> None:
        postings.decide(accounts.open_award(line.account, "grant", "교부결정"), Won(1_200_000))

    inside(office.officer, story)
    to_line = ceremony(plan).pk if to_another else None
    with refused(NotEnough) as caught:
        change(office, Change(amount=Won(800_001), from_line=line.pk, to_line=to_line))
    assert "금액은 800,000원인데 800,001원을 요청했습니다. 1원 줄여 주십시오." in str(caught.value)
    change(office, Change(amount=Won(800_000), from_line=line.pk, to_line=to_line))
    assert appropriated(plan)["news"] == 1_200_000


def test_a_reason_and_a_paper_are_never_left_out(office: Office, plan: Plan) -> None:
    wanted = Change(amount=Won(1), to_line=news(plan).pk)
    with refused(Empty) as caught:
        change(office, wanted, reason=" ")
    assert str(caught.value) == "‘사유’ 칸이 비어 있습니다. 적어 주십시오."
    with refused(Empty) as caught:
        change(office, wanted, paper="")
    assert str(caught.value) == "‘문서번호’ 칸이 비어 있습니다. 적어 주십시오."


@pytest.mark.parametrize("amount", [0, -1])
def test_nothing_or_less_is_not_moved(office: Office, plan: Plan, amount: int) -> None:
    with refused(NothingToMove):
        change(office, Change(amount=Won(amount), to_line=news(plan).pk))


def test_a_line_is_not_changed_into_itself(office: Office, plan: Plan) -> None:
    with refused(SameLine):
        change(office, Change(amount=Won(1), from_line=news(plan).pk, to_line=news(plan).pk))


def test_lines_of_two_years_are_two_plans(office: Office, plan: Plan) -> None:
    later = actions.adopt(a_plan(year=2020), by=office.system, at=NOW, key=a_key())
    with refused(LinesOfTwoPlans):
        change(office, Change(amount=Won(1), from_line=news(plan).pk, to_line=news(later).pk))


def test_a_line_of_an_earlier_edition_is_refused(office: Office) -> None:
    old = line_of(drafted(office), "exchange", "news")
    written = a_plan(tables=[budget(("total", 0, 1_000), ("interest_support", 1, 1_000))])
    plan = drafted(office, written)
    actions.submit(plan.pk, by=office.officer, at=NOW, key=a_key())
    actions.fix(plan.pk, "가-1", by=office.approver, at=NOW, key=a_key())
    with refused(OldLine) as caught:
        change(office, Change(amount=Won(1), to_line=old.pk))
    assert "‘exchange.news 항목’은(는) 지난 판의 항목입니다" in str(caught.value)


def test_another_citys_line_is_not_there(plan: Plan) -> None:
    stranger = an_officer(a_city())
    with refused(NotHere):
        actions.change_line(
            Change(amount=Won(1), to_line=news(plan).pk), "사유", "가-1", by=stranger, at=NOW, key=a_key()
        )


def test_a_change_of_no_line_is_a_bug() -> None:
    with pytest.raises(TypeError, match="at least one line"):
        Change(amount=Won(1))
