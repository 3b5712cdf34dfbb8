"""자체 집행 in the settlement: what the operator spent itself is recognised with its evidence, and named if open."""

from datetime import date

import pytest

from majungmul.books.ledger.kinds import Kind
from majungmul.books.ledger.models import Account
from majungmul.books.parties.actions.accounts import confirm_account, enter_account
from majungmul.formats.html_paper import text_of
from majungmul.stages.delivery.models import Order
from majungmul.stages.payment import actions as payment
from majungmul.stages.settlement.models import Settlement, SettlementLine
from majungmul.stages.settlement.papers.settling import PAPERS
from majungmul.stages.settlement.queries import unsettled_of
from majungmul.stages.settlement.refusals import NotAllSettled
from majungmul.values.won import ZERO, Won
from tests.database import refused
from tests.given import FOUNDED, a_business_number, a_key
from tests.stages.delivery.givens import approved
from tests.stages.settlement.givens import Year, a_report, in_effect
from tests.stages.world import World, a_file, a_world, at

pytestmark = pytest.mark.django_db

SPENT = Won(990_000)


def an_order(world: World) -> Order:
    """An approved order of 1,100,000원 from the 홍보비, whose contractor has an account."""
    order = approved(world)
    who, office = order.contractor, {"at": FOUNDED}
    account = enter_account(
        who.pk, "가상은행", "111-2222-000001", who.name, by=world.officer, key=a_key(), **office
    )
    confirm_account(account.pk, by=world.approver, key=a_key(), **office)
    return order


def paid(world: World, order: Order) -> None:
    """900,000원 and its VAT, paid on 30 March."""
    proof = payment.ProofDraft(
        kind="e_invoice",
        approval_number="20180326-41000000-99999999",
        written_on=date(2018, 3, 24),
        issued_on=date(2018, 3, 26),
        supplier=a_business_number(),
        buyer=a_business_number(),
        supply=Won(900_000),
        vat=Won(90_000),
    )
    claim = payment.claim_own(
        order.pk, (proof,), {"invoice": a_file()}, by=world.officer, at=at(3, 27), key=a_key()
    )
    payment.submit(claim.pk, by=world.officer, at=at(3, 28), key=a_key())
    payment.approve(claim.pk, by=world.approver, at=at(3, 29), key=a_key())
    payment.list_for_bank([claim.pk], by=world.officer, at=at(3, 30), key=a_key())
    payment.pay(claim.pk, date(2018, 3, 30), by=world.officer, at=at(3, 30), key=a_key())


def line_of(world: World, row: Settlement) -> SettlementLine:
    return SettlementLine.objects.get(settlement=row, line=world.line("publicity"))


def test_it_is_reported_recognised_and_shown_with_whom_it_was_paid() -> None:
    world = a_world()
    order = an_order(world)
    paid(world, order)
    row = a_report(Year(world, world.grant))
    line = line_of(world, row)
    assert (line.reported, line.unspent) == (SPENT, Won(5_000_000) - SPENT)
    text = text_of(PAPERS["settlement_report"][2](row))
    assert "자체 집행" in text
    assert f"{order.contractor.name} | 설명회 등 홍보비 | 계약상대자 | 990,000" in text
    in_effect(row, world)
    assert order.account is not None
    assert Account.objects.get(pk=order.account.pk).balance == ZERO
    spent = Account.objects.get(of=world.line("publicity").account, kind=Kind.SPENT)
    assert spent.balance == SPENT


def test_an_order_that_was_not_paid_is_named_with_why() -> None:
    world = a_world()
    order = an_order(world)
    year = Year(world, world.grant)
    with refused(NotAllSettled) as caught:
        a_report(year)
    assert order.contractor.name in str(caught.value)
    assert order.account is not None
    row = a_report(year, unsettled={order.account.pk: "납품이 늦음"})
    (named,) = unsettled_of(row)
    assert (named.amount, named.reason) == (Won(1_100_000), "납품이 늦음")
