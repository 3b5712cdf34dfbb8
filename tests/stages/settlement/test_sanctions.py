"""제재부가금, 제외, 이의신청: by the law of their day, within its bounds, and nothing of it in 2018."""

from datetime import date

import pytest

from majungmul.books.duties.queries import duties_of
from majungmul.books.ledger.kinds import Kind
from majungmul.books.parties.queries.bodies import sanctions_on
from majungmul.programmes.legislation import NotInForce
from majungmul.stages.application.refusals import Excluded
from majungmul.stages.settlement import actions as settlement
from majungmul.stages.settlement import queries
from majungmul.stages.settlement.actions.objections import AnsweredAlready, ObjectedAlready, TooLateToObject
from majungmul.stages.settlement.actions.sanctions import (
    ExcludedAlready,
    ExcludedBackwards,
    ExcludedTooLong,
    NotOftenEnough,
    NotToldYet,
    NoWrong,
    SurchargedAlready,
    SurchargeOutOfRange,
)
from majungmul.stages.settlement.models import Refund
from majungmul.stages.settlement.states import RefundState
from majungmul.values.won import Won
from tests.database import refused
from tests.given import a_key
from tests.stages.settlement.refund_givens import (
    AUGUST,
    TODAY,
    Given,
    balance,
    city_ordered,
    given,
    ordered,
    revoked,
    sound,
    today,
)
from tests.stages.world import an_application, an_open_call, at

pytestmark = pytest.mark.django_db

IN_NOVEMBER = date(2026, 11, 23)
RECORD = "지방보조금관리위원회 2026년 제7회 심의"


def told(on: Given, **said: object) -> Refund:
    """An order of tier 2 of today, of which the city was told on the same day."""
    refund = ordered(on, TODAY, **today(wronged_on=date(2026, 10, 5), **said))
    return settlement.notify_city(refund.pk, IN_NOVEMBER, by=on.world.officer, at=TODAY, key=a_key())


def surcharged(on: Given, refund: Refund, amount: Won) -> object:
    return settlement.surcharge(refund.pk, amount, RECORD, by=on.world.city_approver, at=TODAY, key=a_key())


def excluded(on: Given, refund: Refund, since: date, until: date, kind: str = "restricted") -> Refund:
    return settlement.exclude(
        refund.pk, kind, (since, until), by=on.world.city_approver, at=TODAY, key=a_key()
    )


# ── 제재부가금 ────────────────────────────────────────────────────────────────────────────────────────────


def test_there_was_no_surcharge_in_2018_nor_for_what_was_done_then() -> None:
    on = given()
    refund = city_ordered(on, revoked(on.world))
    with refused(NotInForce):
        settlement.surcharge(
            refund.pk, Won(1), "가상 심의", by=on.world.city_approver, at=AUGUST, key=a_key()
        )
    with refused(NotInForce) as caught:
        surcharged(on, refund, Won(1))
    assert "2018. 2. 26.에 없던 규정" in str(caught.value)


def test_a_surcharge_is_at_most_five_times_what_is_due_and_decided_once() -> None:
    on = given()
    refund = told(on)
    for amount in (Won(0), Won(-1), Won(5_000_001)):
        with refused(SurchargeOutOfRange) as caught:
            surcharged(on, refund, amount)
    assert "1,000,000원의 5배인 5,000,000원까지" in str(caught.value)
    made = settlement.surcharge(
        refund.pk, Won(5_000_000), RECORD, by=on.world.city_approver, at=TODAY, key=a_key()
    )
    assert (made.law, made.due_on) == ("서울특별시 지방보조금 관리 조례 제25조", date(2026, 12, 23))
    with refused(SurchargedAlready):
        surcharged(on, refund, Won(1))


def test_the_city_acts_on_an_order_below_when_it_was_told_of_it() -> None:
    on = given()
    refund = ordered(on, TODAY, **today(wronged_on=date(2026, 10, 5)))
    with refused(NotToldYet):
        surcharged(on, refund, Won(1))
    with refused(NotToldYet):
        excluded(on, refund, IN_NOVEMBER, date(2027, 11, 23))


def test_goods_that_were_sent_back_are_no_wrong() -> None:
    on = given()
    refund = told(on, kind="goods_returned", grounds="")
    with refused(NoWrong):
        surcharged(on, refund, Won(1))
    with refused(NoWrong):
        excluded(on, refund, IN_NOVEMBER, date(2027, 11, 23))


# ── 제외 ─────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(("grounds", "last"), [("false", 2031), ("misuse", 2029), ("unmet", 2027)])
def test_a_recipient_is_restricted_at_most_as_long_as_its_wrong_allows(grounds: str, last: int) -> None:
    on = given()
    refund = told(on, grounds=grounds)
    with refused(ExcludedTooLong) as caught:
        excluded(on, refund, IN_NOVEMBER, date(last, 11, 24))
    assert f"{last}. 11. 22.까지" in str(caught.value)
    refund = excluded(on, refund, IN_NOVEMBER, date(last, 11, 23))
    assert refund.sanction is not None
    assert refund.sanction.article == "지방보조금법 제32조제3항, 시행령 제19조제3항"
    (found,) = sanctions_on(on.world.printer.body, date(2026, 12, 1))
    assert found == refund.sanction


def test_in_2018_it_was_at_most_five_years() -> None:
    on = given()
    refund = city_ordered(on, revoked(on.world))
    by = on.world.city_approver
    with refused(ExcludedTooLong) as caught:
        settlement.exclude(
            refund.pk, "no_grant", (date(2018, 8, 1), date(2023, 8, 2)), by=by, at=AUGUST, key=a_key()
        )
    assert "5년 안에서 끝나야 합니다(지방재정법 제32조의8제7항)" in str(caught.value)
    refund = settlement.exclude(
        refund.pk, "no_grant", (date(2018, 8, 1), date(2023, 8, 1)), by=by, at=AUGUST, key=a_key()
    )
    with refused(ExcludedAlready):
        settlement.exclude(
            refund.pk, "no_grant", (date(2018, 8, 1), date(2019, 8, 1)), by=by, at=AUGUST, key=a_key()
        )


def test_today_the_operator_is_barred_from_the_second_misuse_on() -> None:
    on = given()
    refund = city_ordered(on, revoked(on.world, TODAY), TODAY, **today())
    with refused(NotOftenEnough) as caught:
        excluded(on, refund, IN_NOVEMBER, date(2027, 11, 23), "barred")
    assert "1번입니다. 2번 이상이어야" in str(caught.value)


def test_what_is_false_bars_at_once_and_not_backwards() -> None:
    on = given()
    refund = city_ordered(on, revoked(on.world, TODAY, grounds="false"), TODAY, **today())
    with refused(ExcludedBackwards):
        excluded(on, refund, date(2026, 11, 22), date(2027, 11, 22), "barred")
    refund = excluded(on, refund, IN_NOVEMBER, date(2031, 11, 23), "barred")
    assert refund.sanction is not None
    assert refund.sanction.last_day == date(2031, 11, 22)


def test_who_is_excluded_is_refused_next_time_with_the_day_and_the_article() -> None:
    on = given()
    refund = ordered(on, grounds="")
    settlement.notify_city(refund.pk, date(2018, 8, 1), by=on.world.officer, at=AUGUST, key=a_key())
    days = (date(2018, 8, 1), date(2021, 8, 1))
    settlement.exclude(
        refund.pk, "excluded", days, "공고와 협약", by=on.world.city_approver, at=AUGUST, key=a_key()
    )
    call = an_open_call(on.world, opens_at=at(8, 3, 9), closes_at=at(8, 30, 18))
    with refused(Excluded) as caught:
        an_application(on.world, call, on.world.printer, when=at(8, 10))
    assert "2021. 7. 31." in str(caught.value)
    assert "공고와 협약" in str(caught.value)


def test_what_the_city_withdraws_excludes_no_longer() -> None:
    on = given()
    refund = city_ordered(on, revoked(on.world, TODAY, grounds="false"), TODAY, **today())
    excluded(on, refund, IN_NOVEMBER, date(2031, 11, 23), "barred")
    later = at(12, 1, year=2026)
    settlement.withdraw_refund(refund.pk, "판결", by=on.world.city_approver, at=later, key=a_key())
    assert sanctions_on(on.world.operator, date(2026, 11, 30)) != []
    assert sanctions_on(on.world.operator, date(2026, 12, 1)) == []


# ── 이의신청 ─────────────────────────────────────────────────────────────────────────────────────────────


def objected(on: Given, refund: Refund, month: int, day: int, year: int = 2018) -> object:
    return settlement.file_objection(
        refund.pk, "세금계산서가 맞음", by=on.world.officer, at=at(month, day, year=year), key=a_key()
    )


def test_twenty_days_and_a_day_off_at_their_end_moves_on() -> None:
    """5 September 2018 + 20 days = 25 September, 추석 and its 대체 until the 26th: the 27th."""
    on = given()
    refund = city_ordered(on, revoked(on.world, at(9, 5)), at(9, 5), due_on=date(2018, 10, 31))
    assert queries.last_day_to_object(refund) == (date(2018, 9, 27), 20, "지방재정법 제32조의10")
    (duty,) = duties_of(refund).filter(code="objection")
    assert duty.due_on == date(2018, 9, 27)
    with refused(TooLateToObject) as caught:
        objected(on, refund, 9, 28)
    assert "2018. 9. 27.까지" in str(caught.value)
    row = objected(on, refund, 9, 27)
    assert isinstance(row, queries.objections_of(refund).model)
    duty.refresh_from_db()
    assert duty.done_by == "refund.objected"


def test_below_the_city_in_2018_the_agreement_gave_ten_days() -> None:
    on = given()
    refund = ordered(on)
    assert queries.last_day_to_object(refund) == (date(2018, 8, 13), 10, "협약과 지원조건")
    with refused(TooLateToObject):
        settlement.file_objection(refund.pk, "맞음", by=on.world.printer.officer, at=at(8, 14), key=a_key())


def test_today_a_recipient_objects_by_law_and_is_answered_within_fourteen_days() -> None:
    on = given()
    refund = told(on)
    row = settlement.file_objection(
        refund.pk, "세금계산서가 맞음", by=on.world.printer.officer, at=TODAY, key=a_key()
    )
    assert row.law == "지방보조금법 제36조의2제1항·제2항"
    (answer,) = duties_of(row)
    assert (answer.due_on, answer.position_id) == (date(2026, 12, 7), on.award.keeper_id)
    with refused(ObjectedAlready):
        settlement.file_objection(refund.pk, "다시", by=on.world.printer.officer, at=TODAY, key=a_key())
    row = settlement.answer_objection(
        row.pk, "확인해 보니 맞음", upheld=True, by=on.world.approver, at=at(12, 1, year=2026), key=a_key()
    )
    refund.refresh_from_db()
    assert (refund.state, refund.withdraw_reason) == (
        RefundState.WITHDRAWN,
        "이의신청을 받아들임: 확인해 보니 맞음",
    )
    assert balance(on.payee) == 4_500_000
    assert on.payee.debits_pending == Won(0)
    answer.refresh_from_db()
    assert answer.done_by == "refund.objection_answered"
    sound(on)


def test_an_objection_that_is_not_upheld_leaves_the_order_and_is_answered_once() -> None:
    on = given()
    refund = told(on)
    row = settlement.file_objection(refund.pk, "맞음", by=on.world.printer.officer, at=TODAY, key=a_key())
    row = settlement.answer_objection(
        row.pk, "납품 사실이 없음", upheld=False, by=on.world.approver, at=TODAY, key=a_key()
    )
    refund.refresh_from_db()
    assert refund.state == RefundState.ORDERED
    with refused(AnsweredAlready):
        settlement.answer_objection(row.pk, "다시", upheld=True, by=on.world.approver, at=TODAY, key=a_key())
    settlement.file_objection(refund.pk, "새 증빙", by=on.world.printer.officer, at=TODAY, key=a_key())


def test_upheld_after_it_was_paid_the_office_owes_the_money_back() -> None:
    on = given()
    refund = told(on)
    settlement.receive_refund(refund.pk, IN_NOVEMBER, by=on.world.officer, at=TODAY, key=a_key())
    row = settlement.file_objection(refund.pk, "맞음", by=on.world.printer.officer, at=TODAY, key=a_key())
    settlement.answer_objection(row.pk, "맞음", upheld=True, by=on.world.approver, at=TODAY, key=a_key())
    refund.refresh_from_db()
    assert refund.state == RefundState.PAID
    assert duties_of(refund).get(code="refund_overpaid").done_at is None
    assert balance(on.own, Kind.RETURNED) == 1_000_000
