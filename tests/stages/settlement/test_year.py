"""The year's end: what is open is named with why, then the plan is closed; a programme's year, plan beside result."""

import pytest

from majungmul.books.ledger.models import FiscalYear
from majungmul.books.ledger.refusals import YearClosed
from majungmul.stages.plan import actions as plan
from majungmul.stages.plan.states import State as PlanState
from majungmul.stages.settlement import actions as settlement
from majungmul.stages.settlement.models import OpenAtClosing
from majungmul.stages.settlement.queries import by_month, still_open, year_of_programme
from majungmul.stages.settlement.refusals import NotNamedOpen, NotOpen
from majungmul.values.won import ZERO, Won
from tests.database import refused
from tests.given import a_key
from tests.stages.settlement.givens import (
    PAID,
    Year,
    a_report,
    a_year,
    in_effect,
    line_of,
    settled,
)
from tests.stages.world import PROGRAMME, at

pytestmark = pytest.mark.django_db

WHEN = at(12, 20, year=2019)


def cut_off(year: Year) -> None:
    plan.cut_off(year.world.plan.pk, by=year.world.city_approver, at=at(12, 31, 23), key=a_key())


def test_a_year_in_which_all_is_settled_is_closed_with_nothing_open() -> None:
    year = a_year()
    settled(year)
    cut_off(year)
    row, by = in_effect(a_report(year), year.world), year.world.city_officer
    settlement.receive_return(row.pk, by=by, at=at(3, 20, year=2019), key=a_key())
    settlement.close(row.pk, by=by, at=at(3, 21, year=2019), key=a_key())
    assert still_open(year.world.plan) == []
    done = settlement.close_year(year.world.plan.pk, by=year.world.city_approver, at=WHEN, key=a_key())
    assert done.state == PlanState.CLOSED
    assert FiscalYear.objects.get(jurisdiction=done.jurisdiction_id, year=2018).closed_at == WHEN
    assert not OpenAtClosing.objects.exists()


def test_what_is_open_is_closed_only_with_a_reason_each_and_stays_named() -> None:
    year = a_year()
    settled(year)
    cut_off(year)
    row, by = in_effect(a_report(year), year.world), year.world.city_officer
    amounts = {each.pk: each.to_return or ZERO for each in row.lines.all() if each.pk != line_of(row).pk}
    settlement.receive_return(row.pk, amounts, by=by, at=at(3, 20, year=2019), key=a_key())
    approver, plan_id = year.world.city_approver, year.world.plan.pk
    with refused(NotNamedOpen) as caught:
        settlement.close_year(plan_id, by=approver, at=WHEN, key=a_key())
    assert str(caught.value).startswith("아직 정산이 끝나지 않은 것이 22개 있습니다")
    open_ones = still_open(year.world.plan)
    reasons = {each.account.pk: "중앙회 반납 지연" for each in open_ones}
    with refused(NotOpen):
        wrong = reasons | {year.world.plan.account_id: "없음"}
        settlement.close_year(plan_id, wrong, by=approver, at=WHEN, key=a_key())
    settlement.close_year(plan_id, reasons, by=approver, at=WHEN, key=a_key())
    named = OpenAtClosing.objects.get(account=line_of(row).line.account)
    assert (named.amount, named.reason) == (Won(145_000_000), "중앙회 반납 지연")
    assert [each.reason for each in still_open(year.world.plan)] == ["중앙회 반납 지연"] * 22
    with refused(YearClosed):
        settlement.receive_return(row.pk, by=by, at=WHEN, key=a_key())


def test_before_the_cut_off_the_year_is_not_closed_and_names_whose_money_is_where() -> None:
    year = a_year()
    (below,) = [each for each in still_open(year.world.plan) if each.number == year.award.number]
    assert (below.body, below.amount, below.state) == ("서울가상인쇄협동조합", PAID, "정산 시작 전")
    settled(year)
    assert year.award.number not in [each.number for each in still_open(year.world.plan)]


def test_execution_by_month_beside_the_budget() -> None:
    year = a_year()
    months = {each.programme: each for each in by_month(year.world.plan.jurisdiction_id, 2018)}
    found = months[PROGRAMME]
    assert found.budget == Won(300_000_000)
    assert found.paid == (*[ZERO] * 6, *[PAID] * 6)
    assert sum(each.budget.amount for each in months.values()) == 1_300_000_000
    assert months["training"].paid[-1] == ZERO


def test_a_programme_s_year_by_line_with_its_bodies_and_trades() -> None:
    year = a_year()
    found = year_of_programme(year.world.plan.jurisdiction, 2018, PROGRAMME)
    assert [(line.line, line.paid) for line in found.lines] == [("support", PAID), ("publicity", ZERO)]
    assert (found.bodies, found.traded.applicants, found.traded.trades) == (1, 1, 1)
    assert (found.traded.amount, found.traded.support) == (Won(45_000_000), PAID)
    assert found.printed is None


def test_of_2017_the_paper_prints_less_than_its_trades_come_to_and_does_not_say_why() -> None:
    year = a_year()
    plan.tell_results(year.world.plan.pk, by=year.world.city_approver, at=at(2, 3), key=a_key())
    found = year_of_programme(year.world.plan.jurisdiction, 2017, PROGRAMME)
    assert found.printed is not None
    assert found.printed.traded is not None
    listed = found.printed.traded
    assert (listed.applicants, listed.trades) == (13, 16)
    assert (listed.amount, listed.support) == (Won(1_581_794_178), Won(158_179_416))
    assert found.printed.settled == Won(157_639_540)
    assert found.printed.difference == Won(-539_876)
    assert found.printed.why == "차액 사유: 원문에 없음"
    assert found.whole.appropriated == Won(165_000_000)
    assert found.whole.paid == Won(157_639_540 + 500)
    training = year_of_programme(year.world.plan.jurisdiction, 2017, "training").printed
    assert training is not None
    assert (training.settled, training.traded, training.why) == (Won(138_032_340), None, "")
