"""What a claim, a correction and a returned transfer let whom owe by when, and which act meets it."""

from datetime import date
from typing import Any

import pytest

from majungmul.books.duties.models import Duty
from majungmul.books.duties.queries import duties_of
from majungmul.books.trail.models import Recorded
from majungmul.stages.payment import actions as payment
from majungmul.stages.payment.queries import grants_of
from tests.given import a_key
from tests.stages.payment.givens import (
    Case,
    a_case,
    claimed,
    correcting,
    draft,
    fail,
    listed,
    pay,
    rejected,
    submitted,
    withdrawn,
)
from tests.stages.world import at

pytestmark = pytest.mark.django_db


@pytest.fixture
def case() -> Case:
    return a_case()


def owed(row: Recorded, code: str) -> list[Duty]:
    """Those that are open, in order."""
    return [each for each in duties_of(row) if each.code == code and each.done_at is None]


def said(case: Case, month: int, day: int) -> dict[str, Any]:
    return {"by": case.world.officer, "at": at(month, day), "key": a_key()}


def test_a_claim_is_examined_within_fourteen_days_by_the_keeper(case: Case) -> None:
    claim = claimed(case)
    (duty,) = owed(claim, "claim_review")
    assert (duty.due_on, duty.basis, duty.position) == (date(2018, 7, 17), "사업 공고", case.award.keeper)
    assert "14일로 둠" in duty.assumed
    submitted(case, claim)
    assert owed(claim, "claim_review")
    payment.approve(claim.pk, by=case.world.approver, at=at(7, 9), key=a_key())
    assert not owed(claim, "claim_review")


def test_a_claim_that_is_no_more_is_not_examined(case: Case) -> None:
    assert not owed(withdrawn(case), "claim_review")
    assert not owed(rejected(case), "claim_review")


def test_a_correction_is_owed_by_the_body_until_it_is_made(case: Case) -> None:
    claim = correcting(case)
    (duty,) = owed(claim, "claim_correction")
    assert (duty.party, duty.due_on) == (case.world.printer.body, date(2018, 7, 11))
    assert claim.corrections.get().due_on == duty.due_on
    payment.correct(
        claim.pk, draft(case), {}, "올림", by=case.world.printer.officer, at=at(7, 6), key=a_key()
    )
    assert not owed(claim, "claim_correction")


def test_a_last_day_that_is_off_moves_on(case: Case) -> None:
    claim = claimed(case)
    asked = payment.ask_correction(claim.pk, "사진", "한 장 더", 4, **said(case, 7, 4))
    assert asked.due_on == date(2018, 7, 9)  # 8 July 2018 was a Sunday


def test_a_claim_taken_back_needs_no_correction(case: Case) -> None:
    claim = correcting(case)
    payment.withdraw(claim.pk, "다시 냄", by=case.world.printer.officer, at=at(7, 5), key=a_key())
    assert not owed(claim, "claim_correction")


def test_a_returned_transfer_lets_both_check_the_account(case: Case) -> None:
    claim = fail(case, listed(case))
    duties = owed(claim, "account_check")
    assert {(each.position, each.party) for each in duties} == {
        (case.award.keeper, None),
        (None, case.world.printer.body),
    }
    assert {each.due_on for each in duties} == {date(2018, 7, 16)}  # 15 July 2018 was a Sunday
    payment.list_for_bank([claim.pk], **said(case, 7, 13))
    assert not owed(claim, "account_check")
    payment.pay(claim.pk, date(2018, 7, 13), **said(case, 7, 13))
    payment.bounce(claim.pk, "수취 불능", **said(case, 7, 14))
    assert owed(claim, "account_check")


def test_the_city_owes_what_is_claimed_of_it(case: Case) -> None:
    (grant,) = grants_of(case.world.grant)
    (duty,) = [each for each in duties_of(grant) if each.code == "grant_review"]
    assert (duty.due_on, duty.position) == (date(2018, 3, 8), case.world.grant.keeper)
    assert duty.done_at is not None


def test_the_last_claim_is_met_when_every_trade_is_claimed(case: Case) -> None:
    open_before = {each.pk for each in owed(case.award, "last_claim")}
    pay(case, listed(case))
    assert not owed(case.award, "last_claim")
    done = [each for each in duties_of(case.award) if each.pk in open_before]
    assert all(each.done_by == "claim.received" for each in done)
