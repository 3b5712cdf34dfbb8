"""출납폐쇄 and 마감: what they end, what an 이월 keeps, and how money of a closed year comes back."""

from datetime import date, datetime

import pytest

from majungmul.books.ledger import accounts, postings, queries, years
from majungmul.books.ledger.kinds import Kind, Movement
from majungmul.books.ledger.models import Account, CarryOver, FiscalYear
from majungmul.books.ledger.refusals import (
    CarriesNothing,
    CutOff,
    NotCutOff,
    YearClosed,
    YearNotClosed,
)
from majungmul.books.ledger.verification import recomputed
from majungmul.values.won import Won
from tests.books.a_stage import inside
from tests.books.ledger.standing import Standing, balance, decided, free, totals
from tests.database import refused
from tests.given import SEOUL

pytestmark = pytest.mark.django_db

WHY = "사유"
LAST_DAY = datetime(2018, 12, 31, 18, tzinfo=SEOUL)
JANUARY = datetime(2019, 1, 15, 10, tzinfo=SEOUL)
APRIL = datetime(2019, 4, 1, 0, tzinfo=SEOUL)
CLOSING = datetime(2019, 12, 31, 18, tzinfo=SEOUL)
LATER = datetime(2020, 5, 4, 10, tzinfo=SEOUL)


@pytest.fixture
def on() -> Standing:
    made = decided()
    inside(made.officer, lambda: postings.promise(made.recipient, Won(80_000)))
    return made


def cut_off(on: Standing, at: datetime = LAST_DAY) -> FiscalYear:
    return inside(on.officer, lambda: years.cut_off(on.officer.jurisdiction, 2018), at=at)


def close(on: Standing) -> FiscalYear:
    return inside(on.officer, lambda: years.close(on.officer.jurisdiction, 2018), at=CLOSING)


def carry_over(on: Standing, account: Account, until: date = date(2019, 4, 1)) -> CarryOver:
    return inside(on.officer, lambda: years.carry_over(account, until, "이월승인 2018-1호"), at=LAST_DAY)


# ── 출납폐쇄 ─────────────────────────────────────────────────────────────────────────────────────────────


def test_the_cut_off_voids_what_is_pending(on: Standing) -> None:
    assert cut_off(on).cut_off_at == LAST_DAY
    assert [totals(each)[::2] for each in (on.recipient, on.supported, on.granted, on.line)] == [(0, 0)] * 4
    assert (free(on.line), balance(on.granted)) == (300_000, 400_000)
    assert queries.open_items(on.officer.jurisdiction, 2018) == []
    assert list(recomputed(on.officer.jurisdiction)) == []


@pytest.mark.parametrize("verb", ["decide", "disburse", "promise", "contract", "pay"])
def test_after_the_cut_off_there_is_no_new_money(on: Standing, verb: str) -> None:
    payee = on.contractor if verb in ("contract", "pay") else on.recipient
    account = on.granted if verb in ("decide", "disburse") else payee
    cut_off(on)
    with refused(by=CutOff) as caught:
        inside(on.officer, lambda: getattr(postings, verb)(account, Won(1)), at=JANUARY)
    assert "2018년 출납은 2018. 12. 31.에 닫혀" in str(caught.value)


def test_after_the_cut_off_settlement_goes_on(on: Standing) -> None:
    inside(on.officer, lambda: postings.pay(on.recipient, Won(100_000)))
    cut_off(on)

    def story() -> None:
        postings.recognise(on.recipient, Won(90_000))
        postings.order_return(on.recipient, Won(10_000), WHY)
        postings.receive_return(on.recipient, Won(10_000))
        postings.order_return(on.granted, Won(300_000), "집행잔액")
        postings.receive_return(on.granted, Won(300_000))
        postings.carry_up(on.supported)
        postings.carry_up(on.granted)

    inside(on.officer, story, at=JANUARY)
    (figures, _) = queries.lines_of(on.officer.jurisdiction, 2018)
    assert (figures.left, figures.recognised, figures.returned) == (Won(300_000), Won(90_000), Won(310_000))


def test_what_is_ordered_back_outlives_the_cut_off(on: Standing) -> None:
    inside(on.officer, lambda: postings.order_return(on.granted, Won(50_000), WHY))
    cut_off(on)
    (item,) = queries.open_items(on.officer.jurisdiction, 2018)
    assert (item.transfer.movement, item.left) == (Movement.ORDER_RETURN, Won(50_000))


# ── 이월 ─────────────────────────────────────────────────────────────────────────────────────────────────


def test_what_is_carried_over_is_paid_until_its_day(on: Standing) -> None:
    carry_over(on, on.supported)
    cut_off(on)
    assert (totals(on.supported)[2], totals(on.recipient)[2]) == (300_000, 80_000)
    assert totals(on.granted)[2] == 0  # what it needs is there already
    inside(on.officer, lambda: postings.pay(on.recipient, Won(50_000)), at=JANUARY)
    with refused(by=CutOff):
        inside(on.officer, lambda: postings.pay(on.contractor, Won(1)), at=JANUARY)
    with refused(by=CutOff):
        inside(on.officer, lambda: postings.decide(on.supported, Won(1)), at=JANUARY)
    with refused(by=CutOff):
        inside(on.officer, lambda: postings.pay(on.recipient, Won(1)), at=APRIL)


def test_an_instalment_still_comes_where_something_carried_over_needs_it(on: Standing) -> None:
    inside(on.officer, lambda: postings.decide(on.supported, Won(150_000)))
    carry_over(on, on.supported)
    cut_off(on)
    assert totals(on.granted)[2] == 50_000  # 450,000 are promised, 400,000 came
    inside(on.officer, lambda: postings.disburse(on.granted, Won(50_000)), at=JANUARY)
    assert balance(on.granted) == 450_000


def test_what_the_city_carries_over_the_operator_goes_on_deciding(on: Standing) -> None:
    carry_over(on, on.granted)
    cut_off(on)
    inside(on.officer, lambda: postings.decide(on.supported, Won(10_000)), at=JANUARY)
    with refused(by=CutOff):
        inside(on.officer, lambda: postings.decide(on.granted, Won(1)), at=JANUARY)


def test_after_its_day_the_cut_off_voids_what_was_carried_over(on: Standing) -> None:
    carry_over(on, on.granted)
    first = cut_off(on)
    again = cut_off(on, at=APRIL)
    assert again.cut_off_at == first.cut_off_at
    assert queries.open_items(on.officer.jurisdiction, 2018) == []


def test_a_year_is_carried_over_before_its_cut_off_and_into_a_later_one(on: Standing) -> None:
    with refused(by=CarriesNothing) as caught:
        carry_over(on, on.granted, until=date(2018, 12, 31))
    assert "2018. 12. 31." in str(caught.value)
    cut_off(on)
    with refused(by=CutOff):
        carry_over(on, on.granted)


# ── 마감과 과년도 ─────────────────────────────────────────────────────────────────────────────────────────


def test_a_closed_year_takes_nothing_any_more(on: Standing) -> None:
    inside(on.officer, lambda: postings.order_return(on.granted, Won(50_000), WHY))
    cut_off(on)
    assert close(on).closed_at == CLOSING
    for attempt in (
        lambda: postings.receive_return(on.granted, Won(50_000)),
        lambda: postings.cut(on.line, Won(1), WHY),
        lambda: postings.correct(on.line.credits.get(), Won(1), WHY),
        lambda: years.cut_off(on.officer.jurisdiction, 2018),
        lambda: years.close(on.officer.jurisdiction, 2018),
        lambda: years.carry_over(on.granted, date(2021, 1, 1), "이월"),
    ):
        with refused(by=YearClosed) as caught:
            inside(on.officer, attempt, at=LATER)
        assert "2018년 회계는 2019. 12. 31.에 마감되어" in str(caught.value)
    assert [item.left for item in queries.open_items(on.officer.jurisdiction, 2018)] == [Won(50_000)]


def test_a_year_closes_after_its_cut_off(on: Standing) -> None:
    with refused(by=NotCutOff):
        close(on)


def test_a_recovery_of_a_closed_year_is_booked_in_this_year(on: Standing) -> None:
    party = on.recipient.party_id
    assert party

    def before() -> None:
        postings.pay(on.recipient, Won(100_000))
        postings.recognise(on.recipient, Won(100_000))
        postings.carry_up(on.supported)
        postings.carry_up(on.granted)

    inside(on.officer, before)
    cut_off(on)
    close(on)
    closed = [totals(each) for each in Account.objects.filter(year=2018)]

    def story() -> tuple[Account, Account]:
        prior = accounts.open_prior_year(on.supported, 2020)
        due = accounts.open_due(prior, party, "가상조합이 돌려줄 금액")
        postings.order_recovery(prior, due, Won(70_000), "감사 지적")
        postings.withdraw_recovery(prior, due, Won(20_000), "이의신청 받아들임")
        postings.recover(prior, due, Won(30_000))
        postings.carry_up(prior)
        above = prior.funding
        postings.carry_up(above)
        return due, above.funding

    due, top = inside(on.officer, story, at=LATER)
    assert (balance(due), totals(due)[0]) == (20_000, 20_000)
    assert (top.year, top.kind, top.label) == (2020, Kind.PRIOR_YEAR, "2018년 협업 지원금")
    assert balance(accounts.beside(top, Kind.RETURNED)) == 30_000
    assert [totals(each) for each in Account.objects.filter(year=2018)] == closed
    assert queries.lines_of(on.officer.jurisdiction, 2020) == []
    assert list(recomputed(on.officer.jurisdiction)) == []


def test_an_open_year_has_no_prior_year(on: Standing) -> None:
    with refused(by=YearNotClosed):
        inside(on.officer, lambda: accounts.open_prior_year(on.supported, 2020))
