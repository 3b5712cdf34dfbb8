"""The interest of an order: of a recipient only by agreement, exact to the day, the law of 2018 unread."""

from datetime import date

import pytest

from majungmul.books.ledger.kinds import Kind
from majungmul.programmes.legislation import NotRead
from majungmul.programmes.specification import specification
from majungmul.stages.settlement import queries
from majungmul.stages.settlement.actions.refund_interest import InterestNotAgreed
from majungmul.stages.settlement.actions.refund_refusals import MoreThanDue
from majungmul.stages.settlement.models import InterestBasis
from majungmul.stages.settlement.states import RefundState
from majungmul.values.won import ZERO, Won
from tests.database import refused
from tests.stages.settlement.refund_givens import (
    TODAY,
    balance,
    given,
    ordered,
    proposed,
    received,
    sound,
    today,
)

pytestmark = pytest.mark.django_db


def test_interest_is_asked_of_a_recipient_only_by_agreement() -> None:
    on = given()
    with refused(InterestNotAgreed):
        proposed(on, interest_basis="agreed", interest_rate="3%")
    with refused(InterestNotAgreed):
        proposed(on, interest=Won(1), interest_because="협약")
    assert (
        specification("seoul", on.line.programme).settings_on(date(2018, 8, 1)).interest_on_recipient_refund
        is False
    )


def test_the_statutory_rate_of_2018_was_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    on = given()
    agree(monkeypatch)
    with refused(NotRead) as caught:
        proposed(on, interest_basis="statutory")
    assert "당시 법 확인 필요" in str(caught.value)
    refund = ordered(on, interest=Won(6_849), interest_because="협약 제7조, 담당자 계산")
    assert (refund.interest, refund.interest_basis) == (Won(6_849), InterestBasis.ENTERED)


def test_an_agreed_rate_runs_from_the_payment_to_the_day_before_repayment(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """1,000,000 × 3 % × 50/365 (12 July to 30 August) = 4,109.58….

    400,000 until 31 July bore 400,000 × 3 % × 20/365 = 657.53…, 600,000 until 9 September 2,958.90….
    """
    on = given()
    agree(monkeypatch)
    refund = ordered(on, interest_basis="agreed", interest_rate="0.03")
    assert (refund.interest_since, refund.interest) == (date(2018, 7, 12), Won(4_109))
    assert refund.interest_because == "1,000,000원 × 3% × 50/365일 = 4,109원(원 미만 절사)"
    received(on, refund, date(2018, 8, 1), Won(400_000))
    assert queries.unpaid_principal(refund) == Won(600_000)
    assert queries.interest_on(refund, date(2018, 9, 10)).amount == Won(3_616)
    with refused(MoreThanDue):
        received(on, refund, date(2018, 9, 10), Won(600_000), Won(3_617))
    refund = received(on, refund, date(2018, 9, 10))
    assert refund.state == RefundState.PAID
    assert [(each.principal, each.interest) for each in queries.payments_of(refund)] == [
        (Won(400_000), ZERO),
        (Won(600_000), Won(3_616)),
    ]
    assert balance(on.own, Kind.INTEREST) == 3_616
    sound(on)


def test_today_five_per_cent_where_no_rate_was_agreed(monkeypatch: pytest.MonkeyPatch) -> None:
    """1,000,000 × 5 % × 30/365 = 4,109.58…, from 23 November to 22 December 2026."""
    on = given()
    agree(monkeypatch)
    said = today(interest_basis="statutory", interest_since=date(2026, 11, 23))
    refund = ordered(on, TODAY, **said)
    assert (refund.interest, refund.interest_rate) == (Won(4_109), "5%")


def agree(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the programme's settings say that its agreement has interest."""
    settings = specification("seoul", "trade_collaboration").settings_on(date(2018, 8, 1))
    monkeypatch.setitem(vars(settings), "interest_on_recipient_refund", True)  # noqa: FBT003
