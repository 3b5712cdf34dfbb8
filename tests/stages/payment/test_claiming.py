"""A claim with many proofs: worked out by the rule of the day, refused with its sentence, corrected, taken back."""

from datetime import date

import pytest

from majungmul.stages.payment import actions as payment
from majungmul.stages.payment import refusals as why
from majungmul.stages.payment import refusals_of_proofs as why_not
from majungmul.stages.payment.queries import lines_of, proofs_of, totals_of
from majungmul.stages.payment.states import State
from majungmul.values.won import Won
from tests.database import refused
from tests.given import a_key
from tests.stages.payment.givens import (
    Case,
    a_case,
    claimed,
    draft,
    fresh,
    hand_in,
    part,
)
from tests.stages.world import a_proof, a_trade, at, claim_draft

pytestmark = pytest.mark.django_db


@pytest.fixture
def case() -> Case:
    return a_case()


# ── 한 거래, 여러 증빙 ────────────────────────────────────────────────────────────────────────────────────


def test_a_trade_is_proved_by_papers_of_every_kind(case: Case) -> None:
    proofs = [
        part(case, 20_000_000),
        part(case, 15_000_000, "tax_free_invoice"),
        part(case, 5_500_000, "card_slip", approval_number="12345678"),
        part(case, 5_000_000, "cash_receipt", approval_number="G1234-5678"),
        part(case, -500_000, "corrected_invoice"),
    ]
    claim = claimed(case, proofs)
    (line,) = lines_of(claim)
    assert (line.traded, line.calculated) == (Won(45_000_000), Won(4_500_000))
    assert line.because == "45,000,000원 × 10% = 4,500,000원(원 미만 절사)"
    assert (line.counted_on, claim.because) == (date(2018, 6, 2), line.because)
    assert [proof.approval_number for proof in proofs_of(claim)][2:4] == ["12345678", "G12345678"]


def test_a_claim_of_several_trades_has_the_sum_of_its_lines(case: Case) -> None:
    second = a_trade(case.world, case.contract, Won(3_333_339))
    said = claim_draft(case.world, [case.trade, second])
    claim = hand_in(case, said)
    assert claim.because == "4,500,000원 + 333,333원 = 4,833,333원"
    assert (claim.claimed, claim.calculated) == (Won(4_833_333), Won(4_833_333))
    assert totals_of(case.award).left == Won(166_667)


def test_less_may_be_claimed_than_the_rule_gives(case: Case) -> None:
    assert claimed(case, claimed=4_000_000).claimed == Won(4_000_000)


def test_more_is_refused_with_the_calculation(case: Case) -> None:
    with refused(why.ClaimedMore) as caught:
        claimed(case, claimed=4_500_001)
    assert "45,000,000원 × 10% = 4,500,000원(원 미만 절사). 4,500,000원까지" in str(caught.value)


def test_more_than_the_award_is_refused(case: Case) -> None:
    big = a_trade(case.world, case.contract, Won(60_000_000))
    with refused(why.BeyondAward) as caught:
        hand_in(case, claim_draft(case.world, [big]))
    assert "남은 금액은 5,000,000원인데 6,000,000원입니다. 1,000,000원 줄이거나" in str(caught.value)
    claimed(case)
    small = a_trade(case.world, case.contract, Won(5_000_010))
    with refused(why.BeyondAward):
        hand_in(case, claim_draft(case.world, [small]))


# ── 승인번호 ─────────────────────────────────────────────────────────────────────────────────────────────

SAME = (
    "20180602-41000000-00000077",
    "201806024100000000000077",
    "２０１８０６０２－４１００００００－０００００07７",
    " 2018 0602 4100 0000 0000 0077 ",
    "20180602–41000000–00000077",
)


@pytest.mark.parametrize("typed", SAME[1:])
def test_a_number_is_the_same_however_it_is_typed(case: Case, typed: str) -> None:
    claim = claimed(case, [a_proof(case.trade, approval_number=SAME[0])])
    other = a_trade(case.world, case.contract, Won(1_000_000))
    again = payment.TradeClaim(
        trade=other.pk, claimed=Won(100_000), proofs=(a_proof(other, approval_number=typed),)
    )
    with refused(why_not.NumberUsed) as caught:
        hand_in(case, draft(case, trades=(again,)))
    assert claim.number in str(caught.value)


def test_a_number_twice_in_one_claim_is_refused(case: Case) -> None:
    proofs = [
        part(case, 20_000_000, approval_number=SAME[0]),
        part(case, 25_000_000, approval_number=SAME[1]),
    ]
    with refused(why_not.NumberUsed):
        claimed(case, proofs)


def test_the_number_of_a_claim_that_was_taken_back_is_free(case: Case) -> None:
    claim = claimed(case, [a_proof(case.trade, approval_number=SAME[0])])
    payment.withdraw(claim.pk, "다시 냄", by=case.world.printer.officer, at=at(7, 4), key=a_key())
    assert claimed(case, [a_proof(case.trade, approval_number=SAME[0])]).state == State.RECEIVED
    assert [line.trade for line in lines_of(fresh(claim))] == [case.trade]
