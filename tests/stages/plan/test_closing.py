"""출납폐쇄와 마감 — what is pending is void, then nothing posts any more."""

import pytest

from majungmul.books.duties.queries import duties_of
from majungmul.books.ledger import accounts, postings
from majungmul.books.ledger import queries as ledger
from majungmul.books.ledger.models import FiscalYear
from majungmul.books.ledger.refusals import CutOff, NotCutOff, YearClosed
from majungmul.stages.plan import actions
from majungmul.stages.plan.states import State
from majungmul.values.won import Won
from tests.books.a_stage import inside
from tests.database import refused
from tests.given import a_key, an_office, an_officer
from tests.stages.plan.plans import (
    NOW,
    YEAR,
    Office,
    a_plan,
    an_office_at_work,
    announced,
    budget,
    closed,
    cut_off,
    line_of,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def office() -> Office:
    return an_office_at_work()


def test_cutting_off_voids_what_is_pending_and_refuses_new_decisions(office: Office) -> None:
    plan = announced(office)
    line = line_of(plan, "exchange", "news").account

    def decide() -> None:
        postings.decide(accounts.open_award(line, "grant", "교부결정"), Won(1_500_000))

    inside(office.officer, decide)
    actions.cut_off(plan.pk, by=office.approver, at=NOW, key=a_key())
    (figures,) = [each for each in ledger.lines_of(plan.jurisdiction_id, YEAR) if each.line == "news"]
    assert (figures.committed, figures.left) == (Won(0), Won(2_000_000))
    with refused(CutOff):
        inside(office.officer, decide)


def test_cutting_off_does_the_duty_of_the_years_end(office: Office) -> None:
    plan = cut_off(office)
    ends = duties_of(plan).filter(code="year_end")
    assert {duty.done_by for duty in ends} == {"plan.cut_off"}
    assert len(ends) == 2


def test_it_may_be_cut_off_again_once_a_carry_over_has_run_out(office: Office) -> None:
    plan = cut_off(office)
    assert actions.cut_off(plan.pk, by=office.system, at=NOW, key=a_key()).state == State.ANNOUNCED


def test_a_year_is_cut_off_before_it_is_closed(office: Office) -> None:
    plan = announced(office)
    with refused(NotCutOff):
        actions.close(plan.pk, by=office.approver, at=NOW, key=a_key())


def test_once_closed_nothing_posts_to_the_year(office: Office) -> None:
    plan = closed(office)
    assert plan.state == State.CLOSED
    year = FiscalYear.objects.get(jurisdiction=plan.jurisdiction_id, year=YEAR)
    assert year.closed_at == NOW
    line = line_of(plan, "exchange", "news").account
    with refused(YearClosed):
        inside(office.officer, lambda: postings.allot(line, Won(1)))


def test_a_year_of_two_plans_closes_with_the_last(office: Office) -> None:
    other = an_office(office.system, kind="city").pk
    drafter = an_officer(office.system, office=other)
    approver = an_officer(office.system, role="approver", office=other)
    written = a_plan(tables=[budget(("total", 0, 1_000), ("interest_support", 1, 1_000))])
    second = actions.draft(written, by=drafter, at=NOW, key=a_key())
    first = closed(office)
    year = FiscalYear.objects.get(jurisdiction=first.jurisdiction_id, year=YEAR)
    assert (year.cut_off_at, year.closed_at) == (NOW, None)
    actions.submit(second.pk, by=drafter, at=NOW, key=a_key())
    actions.fix(second.pk, "가-1", by=approver, at=NOW, key=a_key())
    actions.announce(second.pk, "가-2", by=drafter, at=NOW, key=a_key())
    actions.close(second.pk, by=approver, at=NOW, key=a_key())
    year.refresh_from_db()
    assert year.closed_at == NOW
