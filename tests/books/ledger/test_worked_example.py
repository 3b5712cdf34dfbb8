"""The worked example of the design, through postings alone, to the won (in millions, as it is told there)."""

from uuid import UUID

import pytest

from majungmul.books.ledger import accounts, postings, queries
from majungmul.books.ledger.kinds import Kind, Role
from majungmul.books.ledger.models import Account
from majungmul.books.ledger.verification import recomputed
from majungmul.values.actor import Actor
from majungmul.values.won import ZERO, Won, total
from tests.books.a_stage import inside
from tests.given import a_city, a_cooperative, an_officer

pytestmark = pytest.mark.django_db


def millions(count: int) -> Won:
    return Won(1_000_000) * count


def the_year(officer: Actor, salt: UUID, flower: UUID) -> Account:
    """From 편성 to 금액 확정, in both tiers."""
    plan = accounts.open_plan(officer.jurisdiction, 2018, "city", "2018년 지원계획")
    line = accounts.open_line(plan, "trade_collaboration", "support", "협업 지원금")
    postings.appropriate(plan, millions(90))
    postings.allot(line, millions(90))

    granted = accounts.open_award(line, "grant", "교부결정")  # 시 → 중앙회
    postings.decide(granted, millions(90))
    postings.disburse(granted, millions(45))
    postings.disburse(granted, millions(35))

    second_tier(granted, salt, flower)

    postings.release(granted, millions(10), "교부하지 않은 금액")
    postings.order_return(granted, millions(42), "집행잔액")
    postings.receive_return(granted, millions(42))
    postings.carry_up(granted)
    return line


def second_tier(granted: Account, salt: UUID, flower: UUID) -> None:
    """중앙회 → 조합: decided, promised, paid, recognised, returned, carried up."""
    supported = accounts.open_award(granted, "support", "지원결정")
    postings.decide(supported, millions(50))
    to_salt = accounts.open_payee(supported, salt, Role.RECIPIENT, "소금조합")
    to_flower = accounts.open_payee(supported, flower, Role.RECIPIENT, "화훼조합")
    postings.promise(to_salt, millions(20))
    postings.pay(to_salt, millions(20))
    postings.pay(to_flower, millions(10))
    postings.pay(to_salt, millions(8))

    postings.recognise(to_salt, millions(28))
    postings.recognise(to_flower, millions(9))
    postings.order_return(to_flower, millions(1), "인정되지 않은 거래")
    postings.receive_return(to_flower, millions(1))
    postings.release(supported, millions(12), "지원결정액 가운데 남은 금액")
    postings.carry_up(supported)


def test_the_worked_example_comes_out_to_the_won() -> None:
    officer = an_officer(a_city())
    salt, flower = a_cooperative(officer), a_cooperative(officer)
    line = inside(officer, lambda: the_year(officer, salt.pk, flower.pk))

    (figures,) = queries.lines_of(officer.jurisdiction, 2018)
    assert figures.left == millions(10)
    assert figures.recognised == millions(37)
    assert figures.returned == millions(43)
    assert figures.left + figures.recognised + figures.returned == figures.appropriated == millions(90)
    assert (figures.committed, figures.disbursed, figures.paid) == (ZERO, millions(80), millions(38))

    everything = Account.objects.filter(jurisdiction=officer.jurisdiction)
    standing = {account.code: account.balance for account in everything if account.balance}
    assert standing == {
        "source": -millions(90),
        "plan/city/trade_collaboration.support": millions(10),
        "plan/city/trade_collaboration.support#spent": millions(37),
        "plan/city/trade_collaboration.support#returned": millions(43),
    }
    assert not any(account.debits_pending or account.credits_pending for account in everything)
    assert total(account.balance for account in everything) == ZERO
    assert queries.available_in(line.pk) == millions(10)
    assert list(recomputed(officer.jurisdiction)) == []


def test_what_holds_half_way() -> None:
    """After the second tier has decided and before it has settled."""
    officer = an_officer(a_city())

    def story() -> Account:
        plan = accounts.open_plan(officer.jurisdiction, 2018, "city", "2018년 지원계획")
        line = accounts.open_line(plan, "trade_collaboration", "support", "협업 지원금")
        postings.appropriate(plan, millions(90))
        postings.allot(line, millions(90))
        granted = accounts.open_award(line, "grant", "교부결정")
        postings.decide(granted, millions(80))
        postings.disburse(granted, millions(45))
        supported = accounts.open_award(granted, "support", "지원결정")
        postings.decide(supported, millions(50))  # on the whole year, before the second instalment
        return granted

    granted = inside(officer, story)
    (figures,) = queries.lines_of(officer.jurisdiction, 2018)
    assert (figures.appropriated, figures.committed) == (millions(90), millions(35))
    assert (figures.disbursed, figures.paid, figures.left) == (millions(45), ZERO, millions(10))
    assert queries.available_in(granted.pk) == millions(30)
    assert granted.kind == Kind.AWARD
