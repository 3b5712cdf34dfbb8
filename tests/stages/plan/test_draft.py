"""작성 — a new year's plan, edition by edition; before 확정 nothing can be committed on its lines."""

import pytest
from django.db import DatabaseError

from majungmul.books.ledger import accounts, postings
from majungmul.books.ledger import queries as ledger
from majungmul.books.ledger.models import Account
from majungmul.books.ledger.refusals import NotEnough
from majungmul.stages.plan import actions
from majungmul.stages.plan.actions.writing import LineOfAnotherPlan
from majungmul.stages.plan.models import Edition, Plan
from majungmul.stages.plan.queries import edition_of, lines_of, plans_of
from majungmul.stages.plan.states import State
from majungmul.values.won import Won
from tests.books.a_stage import inside
from tests.books.ledger.raw import run, transfer
from tests.database import fingerprint, refused
from tests.given import a_key, an_office, an_officer
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
    submitted,
)

pytestmark = pytest.mark.django_db

RAISED = budget(
    ("total", 0, 8_000),
    ("exchange", 1, 5_000),
    ("exchange.ceremony", 2, 3_000),
    ("exchange.news", 2, 2_000),
    ("liability_insurance", 1, 3_000),
)


@pytest.fixture
def office() -> Office:
    return an_office_at_work()


def test_a_draft_is_the_officers_and_has_no_money(office: Office) -> None:
    plan = drafted(office)
    assert (plan.state, plan.year, plan.office_id) == (State.DRAFT, YEAR, office.officer.office)
    assert plan.keeper_id == office.officer.position
    assert [(line.programme, line.code, line.amount) for line in lines_of(plan)] == [
        ("exchange", "ceremony", Won(3_000_000)),
        ("exchange", "news", Won(2_000_000)),
        ("liability_insurance", "support", Won(2_000_000)),
    ]
    found = ledger.lines_of(plan.jurisdiction_id, YEAR)
    assert [line.appropriated for line in found] == [Won(0)] * 3


def test_the_next_draft_is_the_next_edition_and_the_former_stays(office: Office) -> None:
    plan = drafted(office)
    first = edition_of(plan)
    assert drafted(office, a_plan(title="고친 계획", tables=[RAISED])) == plan
    second = edition_of(plan)
    assert (first.number, second.number, second.title) == (1, 2, "고친 계획")
    assert [line.amount for line in lines_of(plan)] == [Won(3_000_000), Won(2_000_000), Won(3_000_000)]
    assert Edition.objects.get(pk=first.pk).title == "2019년 가상 지원계획"
    assert plans_of(plan.jurisdiction_id, YEAR).count() == 1


def test_what_is_fixed_is_the_latest_edition(office: Office) -> None:
    drafted(office)
    plan = drafted(office, a_plan(tables=[RAISED]))
    actions.submit(plan.pk, by=office.officer, at=NOW, key=a_key())
    actions.fix(plan.pk, "경제정책과-100", by=office.approver, at=NOW, key=a_key())
    found = ledger.lines_of(plan.jurisdiction_id, YEAR)
    assert [line.appropriated for line in found] == [Won(3_000_000), Won(2_000_000), Won(3_000_000)]


def test_the_same_request_again_is_the_same_edition(office: Office) -> None:
    key = a_key()
    plan = actions.draft(a_plan(), by=office.officer, at=NOW, key=key)
    before = fingerprint()
    assert actions.draft(a_plan(), by=office.officer, at=NOW, key=key) == plan
    assert fingerprint() == before


def test_another_citys_office_cannot_have_the_same_line(office: Office) -> None:
    drafted(office)
    other = an_officer(office.system, office=an_office(office.system, kind="city").pk)
    with refused(LineOfAnotherPlan) as caught:
        actions.draft(a_plan(), by=other, at=NOW, key=a_key())
    assert "2019년 다른 기관의 지원계획에 이미 있습니다" in str(caught.value)


def test_two_offices_of_a_city_have_a_plan_each(office: Office) -> None:
    plan = drafted(office)
    other = an_officer(office.system, office=an_office(office.system, kind="city").pk)
    written = a_plan(tables=[budget(("total", 0, 1_000), ("interest_support", 1, 1_000))])
    second = actions.draft(written, by=other, at=NOW, key=a_key())
    assert list(plans_of(plan.jurisdiction_id, YEAR)) == [plan, second]


def test_a_line_with_an_unknown_amount_may_be_drafted_and_not_handed_in(office: Office) -> None:
    unknown = budget(("total", 0, "미정"), ("interest_support", 1, "미정"))
    plan = drafted(office, a_plan(tables=[unknown]))
    assert [line.amount for line in lines_of(plan)] == [None]


# ── nothing is committed before 확정 ──────────────────────────────────────────────────────────────────────


def award_on(plan: Plan, office: Office) -> Account:
    line = line_of(plan, "exchange", "news").account
    return inside(office.officer, lambda: accounts.open_award(line, "grant", "교부결정"))


@pytest.mark.parametrize("unfixed", [drafted, submitted])
def test_a_decision_on_an_unfixed_plan_is_refused_with_a_sentence(office: Office, unfixed: object) -> None:
    award = award_on(unfixed(office), office)  # type: ignore[operator]
    with refused(NotEnough) as caught:
        inside(office.approver, lambda: postings.decide(award, Won(1)))
    assert "아직 쓰거나 쓰기로 하지 않은 금액은 0원인데 1원을 요청했습니다" in str(caught.value)


@pytest.mark.parametrize("unfixed", [drafted, submitted])
def test_the_database_refuses_it_without_one(office: Office, unfixed: object) -> None:
    award = award_on(unfixed(office), office)  # type: ignore[operator]
    with pytest.raises(DatabaseError, match="account_not_committed_beyond"):
        run(transfer(award.funding, award, 1, "pending"))


def test_once_it_is_fixed_the_same_decision_is_made(office: Office) -> None:
    award = award_on(fixed(office), office)
    inside(office.approver, lambda: postings.decide(award, Won(2_000_000)))
    with refused(NotEnough):
        inside(office.approver, lambda: postings.decide(award, Won(1)))
