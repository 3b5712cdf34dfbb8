"""What is no claim, no proof, no report: each refused with its sentence, and leaving nothing behind."""

from datetime import date
from typing import Any

import pytest

from majungmul.books.parties.queries.rows import NotHere
from majungmul.books.parties.written import Empty, NotAKind, ResidentNumber, TooLong
from majungmul.stages.payment import actions as payment
from majungmul.stages.payment import refusals as why
from majungmul.stages.payment import refusals_of_proofs as why_not
from majungmul.stages.payment.states import State
from majungmul.values.business_number import NotTenDigits, WrongCheckDigit
from majungmul.values.refusal import Refusal
from majungmul.values.uuid7 import uuid7
from majungmul.values.won import LIMIT, TooLarge, Won
from tests.database import refused
from tests.stages.payment.givens import (
    Case,
    a_case,
    claimed,
    draft,
    hand_in,
    part,
)
from tests.stages.world import a_proof

pytestmark = pytest.mark.django_db


@pytest.fixture
def case() -> Case:
    return a_case()


# ── 한 거래, 여러 증빙 ────────────────────────────────────────────────────────────────────────────────────


# ── 거절 ─────────────────────────────────────────────────────────────────────────────────────────────────

WRONG_PROOFS: list[tuple[dict[str, Any], type[Refusal]]] = [
    ({"kind": "receipt"}, NotAKind),
    ({"approval_number": ""}, Empty),
    ({"approval_number": "승인번호 모름"}, why_not.NotAnApprovalNumber),
    ({"approval_number": "12"}, why_not.NotAnApprovalNumber),
    ({"approval_number": "9" * 41}, TooLong),
    ({"approval_number": "900101-1234567"}, ResidentNumber),
    ({"supplier": "123"}, NotTenDigits),
    ({"buyer": "123-45-67890"}, WrongCheckDigit),
    ({"supply": Won(0)}, why_not.ProofsBelowZero),
    ({"supply": Won(-45_000_000)}, why_not.ProofsBelowZero),
    ({"vat": Won(-1)}, why_not.SignOfAmount),
    ({"kind": "tax_free_invoice"}, why_not.TaxFreeWithVat),
    ({"kind": "corrected_invoice", "vat": Won(-1)}, why_not.SignsDiffer),
    ({"issued_on": date(2018, 6, 1)}, why_not.IssuedBeforeWritten),
    ({"issued_on": date(2018, 7, 4)}, why_not.ProofInFuture),
    ({"written_on": date(9999, 1, 1), "issued_on": date(9999, 1, 1)}, why_not.ProofInFuture),
    ({"pages": "3" * 41}, TooLong),
    ({"supply": Won(LIMIT), "vat": Won(0)}, why.BeyondAward),
]


@pytest.mark.parametrize(("said", "reason"), WRONG_PROOFS)
def test_what_is_no_proof_is_refused(case: Case, said: dict[str, Any], reason: type[Refusal]) -> None:
    huge = 10**13 if reason is why.BeyondAward else 4_500_000
    with refused(reason) as caught:
        claimed(case, [a_proof(case.trade, **said)], claimed=huge)
    assert str(caught.value)


def test_zero_in_one_of_two_proofs_is_refused(case: Case) -> None:
    with refused(why_not.SignOfAmount):
        claimed(case, [part(case, 45_000_000), part(case, 0)])
    with refused(why_not.SignsDiffer):
        claimed(case, [part(case, 45_000_000), part(case, 0, "corrected_invoice")])


@pytest.mark.parametrize(
    ("paid_on", "method", "amount", "reason"),
    [
        (date(2018, 6, 30), "cash", 1, NotAKind),
        (date(2018, 6, 30), "transfer", 0, why_not.SettledNothing),
        (date(2018, 6, 30), "transfer", -1, why_not.SettledNothing),
        (date(2018, 7, 4), "transfer", 1, why_not.ProofInFuture),
    ],
)
def test_a_wrong_payment_of_a_proof_is_refused(
    case: Case, paid_on: date, method: str, amount: int, reason: type[Refusal]
) -> None:
    settled = payment.SettlingDraft(paid_on=paid_on, method=method, amount=Won(amount))
    with refused(reason):
        claimed(case, [a_proof(case.trade, settlings=(settled,))])


def test_a_bill_may_fall_due_later(case: Case) -> None:
    settled = payment.SettlingDraft(paid_on=date(2018, 9, 30), method="bill", amount=Won(49_500_000))
    assert claimed(case, [a_proof(case.trade, settlings=(settled,))]).state == State.RECEIVED


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ({"trades": ()}, why.NoTradeClaimed),
        ({"no_other_support": False}, why.OtherSupport),
        ({"bank_account": uuid7()}, NotHere),
    ],
)
def test_a_claim_that_is_not_whole_is_refused(
    case: Case, said: dict[str, Any], reason: type[Refusal]
) -> None:
    with refused(reason):
        claimed(case, **said)


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ({"outcome": " "}, Empty),
        ({"outcome": "가" * 4_001}, TooLong),
        ({"outcome": "대표 900101-1234567"}, ResidentNumber),
        ({"difference_reason": ""}, why.DifferenceUnexplained),
        ({"difference_reason": "가" * 301}, TooLong),
        ({"received_by": ""}, Empty),
        ({"written_by": "홍" * 81}, TooLong),
        ({"written_on": date(2018, 7, 4)}, why.WrittenTooEarly),
        ({"delivered_on": date(2018, 7, 3)}, why.WrittenTooEarly),
    ],
)
def test_a_report_that_is_not_whole_is_refused(
    case: Case, said: dict[str, Any], reason: type[Refusal]
) -> None:
    report = {
        "outcome": "단가 8% 절감",
        "delivered_on": date(2018, 6, 2),
        "received_by": "사무국장",
        "written_by": "홍길동",
        "written_on": date(2018, 7, 2),
        "difference_reason": "수량을 줄임",
        **said,
    }
    with refused(reason):
        claimed(case, report=payment.ReportDraft(**report))


def test_trades_that_may_not_be_claimed_are_refused(case: Case) -> None:
    twice = payment.TradeClaim(trade=case.trade.pk, claimed=Won(1), proofs=(part(case, 1_000),))
    other = payment.TradeClaim(trade=case.trade.pk, claimed=Won(1), proofs=(part(case, 1_000),))
    with refused(why.TradeTwice):
        hand_in(case, draft(case, trades=(twice, other)))
    with refused(why.ClaimedNothing):
        claimed(case, claimed=0)
    with refused(why.ClaimedNothing):
        claimed(case, claimed=-5)
    with refused(why_not.NoProof):
        hand_in(
            case, draft(case, trades=(payment.TradeClaim(trade=case.trade.pk, claimed=Won(1), proofs=()),))
        )
    with refused(NotHere):
        hand_in(case, draft(case, trades=(payment.TradeClaim(trade=uuid7(), claimed=Won(1), proofs=()),)))
    with pytest.raises(TooLarge):
        claimed(case, [part(case, LIMIT), part(case, LIMIT)])
    claimed(case)
    with refused(why.TradeClaimedAlready):
        claimed(case)
