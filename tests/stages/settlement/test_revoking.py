"""결정 취소 → 반환명령: of the city's award by its paper, of the operator's by agreement; in whole or in part."""

from datetime import date

import pytest

from majungmul.books.files.seals import SealedInFuture, seal_of
from majungmul.books.ledger.kinds import Kind
from majungmul.books.parties.actions.deputies import act_for
from majungmul.books.parties.queries.positions import actors_of
from majungmul.books.parties.require import SamePerson
from majungmul.programmes.reasons import NoSuchReason
from majungmul.stages.award.models import Award
from majungmul.stages.award.states import State as AwardState
from majungmul.stages.settlement import actions as settlement
from majungmul.stages.settlement import queries
from majungmul.stages.settlement.actions.refund_interest import InterestMissing, InterestUnexplained
from majungmul.stages.settlement.actions.refund_money import StandsElsewhere
from majungmul.stages.settlement.actions.refund_refusals import (
    AwardNotInEffect,
    DayOutside,
    NothingPaidYet,
    OtherRevocation,
    RevocationNeeded,
    RevocationOpen,
    RevokedMoreThanPaid,
    SealNeeded,
    SealNotNeeded,
)
from majungmul.stages.settlement.models import RefundKind
from majungmul.stages.settlement.states import RefundState, RevocationState
from majungmul.values.seal import Seal
from majungmul.values.won import Won
from tests.database import refused
from tests.given import a_key
from tests.stages.settlement.refund_givens import (
    AUGUST,
    PAID,
    TODAY,
    balance,
    city_ordered,
    city_proposed,
    draft,
    given,
    ordered,
    proposed,
    revoked,
    sound,
    submitted,
    today,
)
from tests.stages.world import an_application, an_award, an_open_call, at, trade_row

pytestmark = pytest.mark.django_db

TWO_MILLION = Won(2_000_000)


def test_the_citys_award_is_revoked_by_its_paper_and_what_was_not_given_is_free() -> None:
    on = given()
    row = revoked(on.world)
    assert (row.state, row.decided_on) == (RevocationState.EFFECTIVE, date(2018, 8, 1))
    assert (row.law, row.grounds_label) == ("지방재정법 제32조의8제1항", "다른 용도에 씀")
    sealed = seal_of(row, "revocation")
    assert sealed is not None
    assert sealed.number == "경제정책과-500"
    assert Award.objects.get(pk=on.world.grant.pk).state == AwardState.ENDED
    assert on.granted.credits_pending == Won(0)
    sound(on)


def test_what_was_given_is_asked_back_with_its_interest() -> None:
    on = given()
    row = revoked(on.world)
    refund = city_ordered(on, row)
    assert (refund.kind, refund.grounds) == (RefundKind.REVOKED, "misuse")
    assert (refund.stands_at, refund.due_account) == (on.granted, None)
    assert refund.law == "지방재정법 제32조의8제2항·제3항"
    before = balance(on.granted)
    settlement.receive_refund(
        refund.pk, date(2018, 8, 20), by=on.world.city_officer, at=at(8, 20), key=a_key()
    )
    assert balance(on.granted) == before - 2_000_000
    assert balance(on.granted, Kind.RETURNED) == 2_000_000
    assert balance(on.granted, Kind.INTEREST) == 1_234
    sound(on)


def test_a_part_that_is_revoked_leaves_the_award_in_effect() -> None:
    on = given()
    row = revoked(on.world, is_whole=False)
    assert Award.objects.get(pk=on.world.grant.pk).state == AwardState.EFFECTIVE
    first = city_ordered(on, row, principal=Won(1_500_000))
    with refused(OtherRevocation) as caught:
        city_proposed(on, row, principal=Won(500_001))
    assert "남은 취소 금액(500,000원)" in str(caught.value)
    assert first.revocation == row
    city_proposed(on, row, principal=Won(500_000))


def test_the_city_orders_nothing_back_without_a_revocation_in_effect() -> None:
    on = given()
    with refused(RevocationNeeded) as caught:
        settlement.propose_refund(
            draft(on, line=on.world.line().pk), by=on.world.city_officer, at=AUGUST, key=a_key()
        )
    assert "지방재정법 제32조의8제2항·제3항" in str(caught.value)
    waiting = submitted(on.world)
    with refused(OtherRevocation):
        city_proposed(on, waiting)


def test_the_citys_order_needs_its_interest_and_its_paper() -> None:
    on = given()
    row = revoked(on.world)
    with refused(InterestMissing):
        city_proposed(on, row, interest_basis="none", interest=Won(0), interest_because="")
    with refused(InterestUnexplained):
        city_proposed(on, row, interest_because="")
    refund = city_proposed(on, row)
    with refused(SealNeeded):
        settlement.order_refund(refund.pk, by=on.world.city_approver, at=AUGUST, key=a_key())
    waiting = proposed(on)
    with refused(SealNotNeeded):
        settlement.order_refund(
            waiting.pk, Seal("가상-1", date(2018, 8, 1)), by=on.world.approver, at=AUGUST, key=a_key()
        )


def test_a_paper_is_not_older_than_what_it_decides_nor_to_come() -> None:
    on = given()
    row = submitted(on.world)
    for day, why in ((date(2018, 7, 31), DayOutside), (date(2018, 8, 2), SealedInFuture)):
        with refused(why):
            settlement.revoke(row.pk, Seal("가상-9", day), by=on.world.city_approver, at=AUGUST, key=a_key())


def test_today_interest_runs_from_the_first_disbursement_at_five_per_cent() -> None:
    """2,000,000 × 5 % × 3222/365 from 26 February 2018 to 22 December 2026 = 882,739.72…."""
    on = given()
    row = revoked(on.world, TODAY)
    assert row.law == "지방보조금법 제12조제1항"
    refund = city_ordered(
        on, row, TODAY, **today(interest_basis="statutory", interest=Won(0), interest_because="")
    )
    assert (refund.interest_since, refund.interest) == (date(2018, 2, 26), Won(882_739))
    assert refund.interest_because == "2,000,000원 × 5% × 3222/365일 = 882,739원(원 미만 절사)"


def test_more_than_stands_in_one_place_is_to_be_split() -> None:
    on = given()
    row = revoked(on.world, principal=Won(145_000_000))
    refund = city_proposed(on, row, principal=Won(145_000_000))
    with refused(StandsElsewhere) as caught:
        settlement.order_refund(
            refund.pk, Seal("가상-2", date(2018, 8, 1)), by=on.world.city_approver, at=AUGUST, key=a_key()
        )
    assert "교부·지원결정 140,000,000원" in str(caught.value)


def test_who_hands_a_revocation_in_does_not_decide_it() -> None:
    on = given()
    row = submitted(on.world)
    assert row.submitted_by == on.world.city_officer.person
    approver, officer = on.world.city_approver, on.world.city_officer
    days = (date(2018, 7, 30), date(2018, 8, 10))
    act_for(approver.position, officer.position, days, "출장", by=on.world.system, at=AUGUST, key=a_key())
    _, acting = actors_of(officer.person, date(2018, 8, 1))
    with refused(SamePerson):
        settlement.revoke(row.pk, Seal("가상-3", date(2018, 8, 1)), by=acting, at=AUGUST, key=a_key())


def test_a_revocation_is_sent_back_with_a_reason_and_may_be_handed_in_anew() -> None:
    on = given()
    row = submitted(on.world)
    with refused(RevocationOpen):
        submitted(on.world)
    row = settlement.send_back_revocation(
        row.pk, "소명을 먼저 들을 것", by=on.world.city_approver, at=AUGUST, key=a_key()
    )
    assert (row.state, row.reason) == (RevocationState.SENT_BACK, "소명을 먼저 들을 것")
    submitted(on.world)


@pytest.mark.parametrize("amount", [Won(0), Won(-1), Won(10**14)])
def test_a_revocation_concerns_what_was_paid_and_no_more(amount: Won) -> None:
    on = given()
    with refused(RevokedMoreThanPaid):
        submitted(on.world, principal=amount)


def test_grounds_are_those_of_the_law_of_the_day() -> None:
    on = given()
    with refused(NoSuchReason) as caught:
        submitted(on.world, grounds="unmet")
    assert "다른 용도에 씀" in str(caught.value)
    with refused(NoSuchReason) as caught:
        ordered(on, TODAY, **today(grounds="breach"))
    assert "받을 요건을 갖추지 못함" in str(caught.value)


def test_the_operator_revokes_an_award_of_its_own_and_asks_back_what_was_paid() -> None:
    on = given()
    said = settlement.RevocationDraft(
        award=on.award.pk, grounds="agreement", facts="거짓 세금계산서를 냄", principal=PAID
    )
    row = settlement.submit_revocation(said, by=on.world.officer, at=AUGUST, key=a_key())
    row = settlement.revoke(row.pk, by=on.world.approver, at=AUGUST, key=a_key())
    assert row.law == "협약과 지원조건(그때의 법에는 수령자의 반환에 관한 규정이 없음)"
    assert Award.objects.get(pk=on.award.pk).state == AwardState.ENDED
    assert on.own.credits_pending == Won(0)
    refund = ordered(on, kind="revoked", revocation=row.pk, principal=PAID)
    assert (refund.state, refund.stands_at) == (RefundState.ORDERED, on.payee)
    assert list(queries.revocations_of(on.award)) == [row]
    sound(on)


def test_what_was_never_paid_is_revoked_by_the_award_itself() -> None:
    on = given()
    call = an_open_call(on.world)
    other = an_award(
        on.world, an_application(on.world, call, on.world.paper, trade_row(partners="서울가상인쇄협동조합"))
    )
    said = settlement.RevocationDraft(award=other.pk, grounds="x", facts="가상", principal=Won(1))
    with refused(NothingPaidYet):
        settlement.submit_revocation(said, by=on.world.officer, at=AUGUST, key=a_key())


def test_an_award_that_has_ended_is_not_revoked_again() -> None:
    on = given()
    revoked(on.world)
    with refused(AwardNotInEffect):
        submitted(on.world)
