"""What the ledger is asked: by day, by line, by party, by transfer; and what an answer costs."""

from collections.abc import Callable
from datetime import date, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from majungmul.books.ledger import accounts, postings, queries
from majungmul.books.ledger.kinds import Kind, Movement, Phase, Role
from majungmul.books.ledger.models import Account
from majungmul.values.period import Period
from majungmul.values.won import ZERO, Won
from tests.books.a_stage import inside
from tests.books.ledger.standing import Standing, decided
from tests.given import SEOUL

pytestmark = pytest.mark.django_db

YEAR_2018 = Period(date(2018, 1, 1), date(2019, 1, 1))


@pytest.fixture
def on() -> Standing:
    return decided()


def at(month: int, day: int, hour: int = 12) -> datetime:
    return datetime(2018, month, day, hour, tzinfo=SEOUL)


def pay(on: Standing, payee: Account, amount: int, when: datetime) -> None:
    inside(on.officer, lambda: postings.pay(payee, Won(amount)), at=when)


def test_the_balance_of_any_day_is_that_of_its_end(on: Standing) -> None:
    pay(on, on.recipient, 50_000, at(5, 1, 0))
    pay(on, on.recipient, 30_000, at(5, 1, 23))
    inside(on.officer, lambda: postings.bounce(on.recipient, Won(30_000), "계좌 오류"), at=at(5, 2))
    days = (date(2018, 4, 30), date(2018, 5, 1), date(2018, 5, 2), date(2019, 1, 1))
    assert [queries.balance_on(on.recipient, day) for day in days] == [
        ZERO,
        Won(80_000),
        Won(50_000),
        Won(50_000),
    ]
    assert queries.balance_on(on.granted, days[2]) == Won(320_000)  # what came back is in the award of tier 2


def test_what_a_party_received_counts_a_recipient_alone(on: Standing) -> None:
    assert on.recipient.party_id
    party = on.recipient.party_id

    def story() -> None:
        as_contractor = accounts.open_payee(on.granted, party, Role.CONTRACTOR, "같은 조합, 일을 맡음")
        postings.pay(as_contractor, Won(70_000))

    inside(on.officer, story, at=at(6, 1))
    pay(on, on.recipient, 50_000, at(6, 1))
    pay(on, on.recipient, 20_000, at(7, 1))
    inside(on.officer, lambda: postings.bounce(on.recipient, Won(20_000), "계좌 오류"), at=at(7, 2))

    assert queries.received_by(party, "trade_collaboration", YEAR_2018) == Won(50_000)
    assert queries.received_by(
        party, "trade_collaboration", Period(date(2018, 6, 2), date(2018, 7, 2))
    ) == Won(20_000)
    assert queries.received_by(party, "liability_insurance", YEAR_2018) == ZERO


def test_the_transfers_behind_a_figure_are_the_newest_first(on: Standing) -> None:
    pay(on, on.recipient, 50_000, at(6, 1))
    behind = list(queries.transfers_behind(on.supported))
    assert [(each.movement, each.phase, each.amount) for each in behind] == [
        (Movement.PAY, Phase.SINGLE, Won(50_000)),
        (Movement.PAY, Phase.POST, Won(50_000)),
        (Movement.DECIDE, Phase.PENDING, Won(300_000)),
    ]


def test_lines_add_up_to_programmes_and_to_the_year(on: Standing) -> None:
    def story() -> None:
        promotion = accounts.open_line(on.plan, "trade_collaboration", "promotion", "협업 홍보비")
        postings.reallocate(on.other_line, promotion, Won(10_000), "설명회")

    inside(on.officer, story)
    lines = queries.lines_of(on.officer.jurisdiction, 2018)
    assert [(line.programme, line.line, line.appropriated) for line in lines] == [
        ("trade_collaboration", "support", Won(700_000)),
        ("liability_insurance", "support", Won(290_000)),
        ("trade_collaboration", "promotion", Won(10_000)),
    ]
    programmes = queries.by_programme(lines)
    assert [(name, each.appropriated, each.left) for name, each in programmes.items()] == [
        ("trade_collaboration", Won(710_000), Won(210_000)),
        ("liability_insurance", Won(290_000), Won(290_000)),
    ]
    assert queries.whole(lines).appropriated == Won(1_000_000)
    assert queries.lines_of(on.officer.jurisdiction, 2017) == []
    assert queries.whole([]) == queries.Figures()


def test_what_may_be_applied_for_is_what_is_free_in_the_named_account(on: Standing) -> None:
    assert queries.available_in(on.granted.pk) == Won(200_000)
    inside(on.officer, lambda: postings.contract(on.contractor, Won(50_000)))
    assert queries.available_in(on.granted.pk) == Won(150_000)


def test_the_tree_has_each_account_below_what_funds_it(on: Standing) -> None:
    tree = queries.tree_of(on.officer.jurisdiction, 2018)
    depths = {branch.account.pk: branch.depth for branch in tree}
    chain = (on.plan, on.line, on.granted, on.supported, on.recipient)
    assert [depths[account.pk] for account in chain] == [0, 1, 2, 3, 4]
    places = [branch.account.pk for branch in tree]
    assert [places.index(account.pk) for account in chain] == sorted(
        places.index(account.pk) for account in chain
    )
    assert len(tree) == Account.objects.filter(jurisdiction=on.officer.jurisdiction).count()


def test_open_items_say_what_is_left_of_each_promise(on: Standing) -> None:
    pay(on, on.recipient, 50_000, at(6, 1))
    items = queries.open_items(on.officer.jurisdiction, 2018)
    assert [(item.transfer.credit.kind, item.left) for item in items] == [
        (Kind.AWARD, Won(100_000)),
        (Kind.AWARD, Won(250_000)),
    ]


# ── what an answer costs ─────────────────────────────────────────────────────────────────────────────────


def asked(question: Callable[[], object]) -> int:
    with CaptureQueriesContext(connection) as captured:
        question()
    return len(captured)


def test_figures_cost_the_same_however_much_has_happened(on: Standing) -> None:
    def figures() -> object:
        return queries.lines_of(on.officer.jurisdiction, 2018)

    def behind() -> object:
        return [(each.debit.label, each.credit.label) for each in queries.transfers_behind(on.supported)]

    before = asked(figures), asked(behind)
    for number in range(5):
        pay(on, on.recipient, 1_000, at(6, 1 + number))
    inside(on.officer, lambda: accounts.open_line(on.plan, "training", "support", "교육 지원금"))
    assert (asked(figures), asked(behind)) == before == (3, 1)
