"""지난해 실적 — 2017 as the plan of 2018 tells it, in the ledger of 2017; once."""

import pytest

from majungmul.books.ledger import queries as ledger
from majungmul.books.ledger.models import Account, Transfer
from majungmul.books.ledger.verification import recomputed
from majungmul.books.trail.models import Event
from majungmul.stages.plan import actions
from majungmul.stages.plan.actions.past_results import NoResults, PartBelowItsLines, ToldAlready
from majungmul.values.won import ZERO, Won, total
from tests.database import refused
from tests.given import a_key
from tests.stages.plan.plans import NOW, SMALL, a_plan, seoul, the_file

pytestmark = pytest.mark.django_db

MARK = "1부 차이, 차액 사유: 원문에 없음"


def test_2017_comes_out_as_the_paper_prints_it() -> None:
    system = seoul()
    plan = actions.adopt(the_file(), by=system, at=NOW, key=a_key())
    actions.tell_results(plan.pk, by=system, at=NOW, key=a_key())
    lines = ledger.lines_of(system.jurisdiction, 2017)
    assert len(lines) == 9
    assert total(line.appropriated for line in lines) == Won(800_000_000)
    assert total(line.paid for line in lines) == Won(770_450_186)
    assert total(line.returned for line in lines) == Won(29_549_814)
    (marked,) = Transfer.objects.filter(reason=MARK)
    assert marked.amount == Won(500)
    standing = Account.objects.filter(jurisdiction=system.jurisdiction, year=2017)
    assert total(account.balance for account in standing) == ZERO
    assert list(recomputed(system.jurisdiction)) == []


def test_it_is_told_once() -> None:
    system = seoul()
    plan = actions.adopt(the_file(), by=system, at=NOW, key=a_key())
    key = a_key()
    for _ in range(2):
        actions.tell_results(plan.pk, by=system, at=NOW, key=key)
    assert Event.objects.filter(name="plan.results_told").count() == 1
    with refused(ToldAlready):
        actions.tell_results(plan.pk, by=system, at=NOW, key=a_key())


def test_a_plan_without_results_has_nothing_to_tell() -> None:
    system = seoul()
    plan = actions.adopt(a_plan(tables=[SMALL]), by=system, at=NOW, key=a_key())
    with refused(NoResults):
        actions.tell_results(plan.pk, by=system, at=NOW, key=a_key())


def test_a_part_that_prints_less_than_its_lines_is_refused() -> None:
    system = seoul()
    text = the_file().model_dump(mode="json", exclude_none=True, exclude_unset=True)
    (results,) = [table for table in text["tables"] if table["key"] == "results"]
    part = next(row for row in results["rows"] if row["key"] == "motivation")
    part["cells"] = [217_000_000 if cell == 217_125_290 else cell for cell in part["cells"]]
    plan = actions.adopt(type(the_file()).model_validate(text), by=system, at=NOW, key=a_key())
    with refused(PartBelowItsLines):
        actions.tell_results(plan.pk, by=system, at=NOW, key=a_key())
