"""What stops a payment: 출납폐쇄, a sanction, a hold; and which queue a claim waits in."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from majungmul.books.ledger import queries as ledger
from majungmul.books.ledger.refusals import CutOff
from majungmul.books.parties.actions.sanctions import lift, sanction
from majungmul.books.parties.written import Empty
from majungmul.stages.award import actions as award
from majungmul.stages.payment import actions as payment
from majungmul.stages.payment import refusals as why
from majungmul.stages.payment.queries import (
    on_hold,
    totals_of,
    waiting_for_approval,
    waiting_for_bank,
    waiting_for_review,
    with_bank,
)
from majungmul.stages.payment.states import State
from majungmul.stages.plan import actions as plan
from majungmul.values.won import Won
from tests.database import refused
from tests.given import a_key
from tests.stages.payment.givens import (
    Case,
    a_case,
    approve,
    claimed,
    draft,
    fail,
    hand_in,
    list_it,
    listed,
    pay,
    submitted,
)
from tests.stages.world import (
    PROGRAMME,
    approved,
    at,
)
from tests.stages.world_trades import a_trade

pytestmark = pytest.mark.django_db


@pytest.fixture
def case() -> Case:
    return a_case()


# ── 돈, 출납폐쇄, 제재, 보류 ──────────────────────────────────────────────────────────────────────────────


def test_nothing_goes_out_after_the_cut_off(case: Case) -> None:
    claim, late = approved(case.world, claimed(case)), at(1, 1, year=2019)
    plan.cut_off(case.world.plan.pk, by=case.world.city_approver, at=late, key=a_key())
    with refused(CutOff) as caught:
        payment.list_for_bank([claim.pk], by=case.world.officer, at=late, key=a_key())
    assert "2018년 출납은 2019. 1. 1.에 닫혀" in str(caught.value)


@pytest.mark.parametrize("kind", ["restricted", "no_grant", "barred", "excluded"])
def test_nobody_under_a_sanction_is_paid(case: Case, kind: str) -> None:
    claim = listed(case)
    days = (date(2018, 7, 12), date(2021, 7, 12))
    said: dict[str, Any] = {"by": case.world.city_approver, "at": at(7, 12), "key": a_key()}
    imposed = sanction(case.world.printer.body.pk, kind, days, "공고", "거짓 청구", **said)
    with refused(why.ExcludedNow) as caught:
        pay(case, claim)
    assert "2021. 7. 11.까지" in str(caught.value)
    assert pay(case, claim, paid_on=date(2018, 7, 11)).state == State.PAID
    other = a_trade(case.world, case.contract, Won(4_000_000))
    again = submitted(case, hand_in(case, one_more(case, other)))
    with refused(why.ExcludedNow):
        payment.approve(again.pk, by=case.world.approver, at=at(7, 12), key=a_key())
    lift(imposed.pk, date(2018, 7, 12), "사실이 아님", **{**said, "key": a_key()})
    done = payment.approve(again.pk, by=case.world.approver, at=at(7, 12), key=a_key())
    assert done.state == State.APPROVED


def one_more(case: Case, trade: object) -> payment.ClaimDraft:
    return draft(replace_trade(case, trade), claimed=400_000)


def replace_trade(case: Case, trade: object) -> Case:
    return replace(case, trade=trade)  # type: ignore[arg-type]


def test_what_is_on_hold_waits(case: Case) -> None:
    claim = submitted(case)
    said: dict[str, Any] = {"by": case.world.approver, "at": at(7, 7)}
    with refused(Empty):
        payment.hold(claim.pk, " ", **said, key=a_key())
    payment.hold(claim.pk, "부정징후 점검 중", **said, key=a_key())
    with refused(why.HeldAlready):
        payment.hold(claim.pk, "다시", **said, key=a_key())
    with refused(why.HeldNow) as caught:
        approve(case, claim)
    assert "부정징후 점검 중" in str(caught.value)
    payment.release(claim.pk, **said, key=a_key())
    with refused(why.NotHeld):
        payment.release(claim.pk, **said, key=a_key())
    claim = approve(case, claim)
    payment.hold(claim.pk, "다시 살펴봄", by=case.world.approver, at=at(7, 10), key=a_key())
    with refused(why.HeldNow):
        list_it(case, claim)
    office = case.award.office_id
    assert list(on_hold(claim.jurisdiction_id, office)) == [claim]
    assert not waiting_for_bank(claim.jurisdiction_id, office)


def test_each_queue_has_its_own(case: Case) -> None:
    where = case.award.jurisdiction_id, case.award.office_id
    claim = claimed(case)
    assert list(waiting_for_review(*where)) == [claim]
    submitted(case, claim)
    assert list(waiting_for_approval(*where)) == [claim]
    approve(case, claim)
    assert list(waiting_for_bank(*where)) == [claim]
    list_it(case, claim)
    assert list(with_bank(*where)) == [claim]
    assert totals_of(case.award).with_bank == Won(4_500_000)
    pay(case, claim)
    assert not any((waiting_for_review(*where), waiting_for_approval(*where), waiting_for_bank(*where)))


def test_what_was_sent_back_is_handed_in_anew(case: Case) -> None:
    claim = submitted(case)
    back = payment.send_back(claim.pk, "인정 이유 확인", by=case.world.approver, at=at(7, 7), key=a_key())
    assert (back.state, back.recognised, back.submitted_by) == (State.RECEIVED, None, None)
    assert submitted(case, claim).recognised == Won(4_500_000)


def test_the_ledger_says_what_the_line_paid(case: Case) -> None:
    pay(case, listed(case))
    lines = ledger.lines_of(case.world.plan.jurisdiction_id, 2018)
    line = next(each for each in lines if (each.programme, each.line) == (PROGRAMME, "support"))
    assert line.paid == Won(4_500_000)


def test_what_proves_wrong_before_it_is_paid_is_rejected(case: Case) -> None:
    claim = fail(case, listed(case))
    done = payment.reject(claim.pk, "거래가 없었음", by=case.world.approver, at=at(7, 13), key=a_key())
    assert (done.state, totals_of(case.award).left) == (State.REJECTED, Won(5_000_000))
    assert claimed(case).state == State.RECEIVED


def test_nothing_is_paid_under_an_award_that_ended(case: Case) -> None:
    claim = submitted(case)
    award.give_up(case.award.pk, "사업을 접음", by=case.world.printer.officer, at=at(7, 8), key=a_key())
    with refused(why.AwardNotInEffect):
        payment.approve(claim.pk, by=case.world.approver, at=at(7, 9), key=a_key())
