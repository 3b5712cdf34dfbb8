"""`majungmul ledger` — a row per line in whole won; a table with sums for a person."""

import pytest

from majungmul.books.ledger import accounts, postings
from majungmul.books.ledger.models import Account
from majungmul.stages.plan import actions
from majungmul.values.won import Won
from tests.books.a_stage import inside
from tests.console.nowhere import nowhere
from tests.console.said import Console
from tests.database import Scratch
from tests.given import NOON, a_cooperative, a_key, an_officer
from tests.stages.plan.plans import NOW, seoul, the_file

__all__ = ["nowhere"]


@pytest.fixture
def spent(scratch: Scratch) -> None:
    """Of 290,000,000 for 협업, 50 are decided, 30 disbursed, 12 paid and 1 of them given back, carried up."""
    system = seoul()
    actions.adopt(the_file(), by=system, at=NOW, key=a_key())
    officer = an_officer(system)
    cooperative = a_cooperative(officer)
    line = Account.objects.get(kind="line", programme="trade_collaboration", line="support")

    def story() -> None:
        granted = accounts.open_award(line, "grant", "교부결정")
        supported = accounts.open_award(granted, "support", "지원결정")
        payee = accounts.open_payee(supported, cooperative.pk, "recipient", "가상조합")
        postings.decide(granted, Won(50_000_000))
        postings.disburse(granted, Won(30_000_000))
        postings.decide(supported, Won(12_000_000))
        postings.pay(payee, Won(12_000_000))
        postings.order_return(payee, Won(1_000_000), "초과")
        postings.receive_return(payee, Won(1_000_000))
        postings.carry_up(supported)
        postings.carry_up(granted)

    inside(officer, story, at=NOON)


@pytest.mark.usefixtures("spent")
def test_each_line_is_a_row_in_whole_won(majungmul: Console) -> None:
    rows = majungmul("ledger", "--year", 2018, "--json").json
    assert len(rows) == 22
    assert all(
        list(row) == ["programme", "line", "appropriated", "committed", "paid", "returned", "left"]
        for row in rows
    )
    assert sum(row["appropriated"] for row in rows) == 1_300_000_000
    (row,) = [row for row in rows if (row["programme"], row["line"]) == ("trade_collaboration", "support")]
    assert row == {
        "programme": "trade_collaboration",
        "line": "support",
        "appropriated": 290_000_000,
        "committed": 20_000_000,
        "paid": 12_000_000,
        "returned": 1_000_000,
        "left": 240_000_000,
    }
    assert all(
        type(value) is int for row in rows for name, value in row.items() if name not in ("programme", "line")
    )


@pytest.mark.usefixtures("spent")
def test_a_person_sees_sums_of_programmes_and_of_all(majungmul: Console) -> None:
    lines = [
        line.replace(" ", "").strip("│") for line in majungmul("ledger", "--year", 2018).out.splitlines()
    ]
    assert "협동조합간협업지원│300,000,000│20,000,000│12,000,000│1,000,000│250,000,000" in lines
    assert "협업사업지원금│290,000,000│20,000,000│12,000,000│1,000,000│240,000,000" in lines
    assert "합계│1,300,000,000│20,000,000│12,000,000│1,000,000│1,250,000,000" in lines


def test_without_a_database_it_is_a_sentence_and_makes_none(majungmul: Console, nowhere: Scratch) -> None:
    said = majungmul("ledger", "--year", 2018, "--json")
    assert (said.status, said.out) == (2, "")
    assert said.err.startswith("아직 데이터베이스가 없습니다. ‘majungmul adopt --year 2018’")
    assert list(nowhere.home.iterdir()) == []


@pytest.mark.parametrize("wrong", [("--year", 2030), ("--jurisdiction", "incheon")])
@pytest.mark.usefixtures("scratch")
def test_a_year_without_a_budget_is_a_sentence(majungmul: Console, wrong: tuple[object, ...]) -> None:
    said = majungmul("ledger", *wrong, "--json")
    assert (said.status, said.out) == (2, "")
    assert "예산이 없습니다" in said.err
    assert "‘majungmul adopt --year" in said.err
