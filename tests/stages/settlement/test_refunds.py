"""반환명령 of tier 2: before the settlement, after it, after the year; interest, payment in parts, telling the city."""

from datetime import date
from uuid import uuid4

import pytest
from django.db import IntegrityError, connection

from majungmul.books.duties.queries import duties_of
from majungmul.books.ledger.kinds import Kind
from majungmul.books.ledger.models import Account
from majungmul.books.parties.actions.deputies import act_for
from majungmul.books.parties.queries.positions import actors_of
from majungmul.books.parties.require import SamePerson
from majungmul.books.trail.models import Recorded
from majungmul.stages.settlement import actions as settlement
from majungmul.stages.settlement import queries
from majungmul.stages.settlement.actions.refund_refusals import MoreThanPaid, ToldAlready
from majungmul.stages.settlement.models import Refund, RefundPayment
from majungmul.stages.settlement.states import RefundState
from majungmul.values.won import Won
from tests.database import refused
from tests.given import a_key
from tests.stages.settlement.refund_givens import (
    AUGUST,
    PAID,
    TODAY,
    balance,
    close_the_year,
    given,
    ordered,
    proposed,
    received,
    sound,
    today,
)
from tests.stages.world import at
from tests.stages.world_end import grant_settled, settled

pytestmark = pytest.mark.django_db

MILLION = Won(1_000_000)


# ── where the money stands ───────────────────────────────────────────────────────────────────────────────


def test_before_the_settlement_the_money_is_with_the_payee_and_goes_back_from_there() -> None:
    on = given()
    refund = ordered(on)
    assert (refund.state, refund.number) == (RefundState.ORDERED, "2018-반환-00001")
    assert (refund.stands_at, refund.due_account) == (on.payee, None)
    assert on.payee.debits_pending == MILLION
    refund = received(on, refund, date(2018, 8, 20))
    assert (refund.state, refund.paid_on) == (RefundState.PAID, date(2018, 8, 20))
    assert balance(on.own, Kind.RETURNED) == 1_000_000
    settled(on.world, on.award)
    assert balance(on.granted, Kind.SPENT) == 3_500_000
    assert balance(on.granted, Kind.RETURNED) == 1_000_000
    sound(on)


def test_what_comes_in_after_the_settlement_is_carried_up_after_it() -> None:
    on = given()
    refund = ordered(on)
    settled(on.world, on.award)
    assert balance(on.granted, Kind.SPENT) == 3_500_000
    received(on, refund, date(2018, 12, 28))
    assert balance(on.own, Kind.RETURNED) == 0
    assert balance(on.granted, Kind.RETURNED) == 1_000_000
    sound(on)


def test_after_the_settlement_it_is_recognised_and_recovered_from_there() -> None:
    on = given()
    settled(on.world, on.award)
    refund = ordered(on, at(12, 26), due_on=date(2019, 1, 25))
    assert refund.stands_at == on.granted
    assert refund.due_account is not None
    assert balance(refund.due_account) == 1_000_000
    assert balance(on.granted, Kind.SPENT) == 3_500_000
    received(on, refund, date(2019, 1, 25))
    assert (balance(refund.due_account), balance(on.granted, Kind.RETURNED)) == (0, 1_000_000)
    sound(on)


def test_after_the_citys_settlement_it_stands_at_the_budget_line() -> None:
    on = given()
    settled(on.world, on.award)
    grant_settled(on.world)
    refund = ordered(on, at(4, 1, year=2019), due_on=date(2019, 4, 30))
    assert refund.stands_at == on.budget
    before = balance(on.budget, Kind.RETURNED)
    received(on, refund, date(2019, 4, 30))
    assert balance(on.budget, Kind.SPENT) == 3_500_000
    assert balance(on.budget, Kind.RETURNED) == before + 1_000_000
    sound(on)


def test_of_a_closed_year_it_is_booked_in_this_year_and_carried_up_tier_by_tier() -> None:
    on = given()
    settled(on.world, on.award)
    grant_settled(on.world)
    close_the_year(on.world)
    closed = {each.pk: each.last for each in Account.objects.filter(year=2018)}
    refund = ordered(on, TODAY, **today())
    assert refund.stands_at is not None
    assert (refund.stands_at.kind, refund.stands_at.year) == (Kind.PRIOR_YEAR, 2026)
    received(on, refund, date(2026, 12, 1))
    top = refund.stands_at.funding.funding
    assert (top.kind, top.label) == (Kind.PRIOR_YEAR, f"2018년 {on.budget.label}")
    assert balance(top, Kind.RETURNED) == 1_000_000
    assert {each.pk: each.last for each in Account.objects.filter(year=2018)} == closed
    sound(on)


def test_what_was_ordered_before_the_year_closed_is_paid_in_the_year_in_which_it_comes() -> None:
    on = given()
    settled(on.world, on.award)
    refund = ordered(on, at(12, 26), due_on=date(2019, 1, 25))
    received(on, refund, date(2019, 1, 25), Won(400_000))
    close_the_year(on.world)
    refund = received(on, refund, date(2020, 2, 3))
    assert refund.state == RefundState.PAID
    assert refund.stands_at is not None
    assert refund.stands_at.year == 2020
    top = refund.stands_at.funding.funding
    assert balance(top, Kind.RETURNED) == 600_000
    sound(on)


# ── how much ─────────────────────────────────────────────────────────────────────────────────────────────


def test_never_more_than_was_paid_less_what_was_ordered_before() -> None:
    on = given()
    first = ordered(on, principal=Won(3_000_000))
    with refused(MoreThanPaid) as caught:
        proposed(on, principal=Won(1_500_001))
    assert "4,500,000원이고 반환을 더 명할 수 있는 금액은 1,500,000원" in str(caught.value)
    proposed(on, principal=Won(1_500_000))
    with refused(MoreThanPaid):
        proposed(on, principal=Won(1))
    settlement.withdraw_refund(first.pk, "잘못 셈함", by=on.world.approver, at=at(8, 2), key=a_key())
    assert proposed(on, principal=Won(3_000_000)).principal == Won(3_000_000)


def copied(model: type[Recorded], **changed: str) -> None:
    """The rows of a table once more by raw SQL, with these columns changed."""
    columns = [str(column.column) for column in model._meta.concrete_fields]
    values = ", ".join({"id": f"'{uuid4().hex}'", **changed}.get(each, each) for each in columns)
    table = model._meta.db_table
    with connection.cursor() as cursor:
        cursor.execute(f"INSERT INTO {table} ({', '.join(columns)}) SELECT {values} FROM {table}")


def test_the_database_keeps_the_sum_within_what_was_paid() -> None:
    on = given()
    ordered(on, principal=Won(3_000_000))
    with pytest.raises(IntegrityError, match="guard_refund_within_what_was_paid"):
        copied(Refund, number="'x'", principal="1500001")


def test_the_database_keeps_what_is_received_within_its_order() -> None:
    on = given()
    received(on, ordered(on), date(2018, 8, 20), Won(600_000))
    with pytest.raises(IntegrityError, match="guard_refund_payment_within_its_order"):
        copied(RefundPayment, principal="400001")


def test_what_is_withdrawn_stands_where_it_stood() -> None:
    on = given()
    early = ordered(on)
    settled(on.world, on.award)
    late = ordered(on, at(12, 26), due_on=date(2019, 1, 25))
    received(on, late, date(2018, 12, 27), Won(300_000))
    for refund in (early, late):
        row = settlement.withdraw_refund(
            refund.pk, "이중으로 명령함", by=on.world.approver, at=at(12, 28), key=a_key()
        )
        assert (row.state, row.withdrawn_on) == (RefundState.WITHDRAWN, date(2018, 12, 28))
        assert not duties_of(row).filter(code="refund_payment", done_at=None)
    assert balance(on.payee) == 0
    assert balance(on.granted, Kind.SPENT) == 4_200_000
    assert balance(on.granted, Kind.RETURNED) == 300_000
    assert queries.may_be_asked_back(on.line) == PAID - Won(300_000)
    sound(on)


# ── two persons, duties, the city ────────────────────────────────────────────────────────────────────────


def test_who_proposes_does_not_order_not_even_acting_for_another() -> None:
    on = given()
    refund = proposed(on)
    approver, officer, system = on.world.approver, on.world.officer, on.world.system
    days = (date(2018, 7, 30), date(2018, 8, 10))
    act_for(approver.position, officer.position, days, "휴가", by=system, at=AUGUST, key=a_key())
    _, acting = actors_of(officer.person, date(2018, 8, 1))
    assert acting.for_title == approver.title
    with refused(SamePerson):
        settlement.order_refund(refund.pk, by=acting, at=AUGUST, key=a_key())


def test_of_2018_the_body_owes_the_payment_and_nobody_the_notice() -> None:
    on = given()
    refund = ordered(on)
    assert [(duty.code, duty.party, duty.due_on) for duty in duties_of(refund)] == [
        ("refund_payment", on.world.printer.body, date(2018, 8, 31))
    ]
    assert refund.law == "협약과 지원조건(그때의 법에는 수령자의 반환에 관한 규정이 없음)"


def test_today_the_city_is_told_within_ten_days() -> None:
    on = given()
    refund = ordered(on, TODAY, **today())
    assert refund.law == "지방보조금법 제34조제1항"
    notice = duties_of(refund).get(code="refund_order_notice")
    assert notice.position_id == on.award.keeper_id
    assert (notice.due_on, notice.basis) == (date(2026, 12, 3), "지방보조금법 제34조제2항, 시행령 제20조")
    told = settlement.notify_city(
        refund.pk, date(2026, 11, 25), by=on.world.officer, at=at(11, 25, year=2026), key=a_key()
    )
    assert told.city_told_on == date(2026, 11, 25)
    notice.refresh_from_db()
    assert notice.done_by == "refund.told_to_city"
    with refused(ToldAlready):
        settlement.notify_city(
            refund.pk, date(2026, 11, 25), by=on.world.officer, at=at(11, 25, year=2026), key=a_key()
        )


def test_what_is_paid_or_withdrawn_is_owed_no_more() -> None:
    on = given()
    paid, gone = ordered(on, TODAY, **today()), ordered(on, TODAY, **today())
    codes = {"refund_payment", "refund_order_notice", "objection"}
    assert {duty.code for duty in duties_of(paid).filter(done_at=None)} == codes
    received(on, paid, TODAY.date())
    assert [duty.code for duty in duties_of(paid).filter(done_at=None)] == ["refund_order_notice"]
    settlement.withdraw_refund(gone.pk, "이중 명령", by=on.world.approver, at=TODAY, key=a_key())
    assert not duties_of(gone).filter(done_at=None)


def test_open_orders_say_how_late_they_are_and_whether_the_city_was_told() -> None:
    on = given()
    refund = ordered(on, TODAY, **today())
    (row,) = queries.open_refunds(on.world.plan.jurisdiction_id, date(2027, 1, 4), office=refund.office_id)
    assert (row.refund, row.principal, row.overdue_days) == (refund, MILLION, 12)
    assert (row.is_told, row.tell_by) == (False, date(2026, 12, 3))
    own = queries.open_refunds(refund.jurisdiction_id, date(2026, 12, 23), body=on.world.printer.body)
    assert [each.overdue_days for each in own] == [0]
    assert queries.open_refunds(refund.jurisdiction_id, date(2026, 12, 23), body=on.world.paper.body) == []
