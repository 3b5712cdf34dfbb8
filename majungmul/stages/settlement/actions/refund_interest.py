"""반환의 이자 — whether an order may ask for interest, on which basis, and what it comes to.

The order of 관리기준 제18조제3항: what really arose, an agreed rate, 5 % of 민법 제379조. Of tier 2 only by agreement.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from majungmul.programmes.legislation import law_on
from majungmul.stages.settlement.models import InterestBasis
from majungmul.stages.settlement.models.refunding import BY_RATE
from majungmul.stages.settlement.queries.interest import interest_over
from majungmul.values.rate import Rate
from majungmul.values.refusal import Refusal
from majungmul.values.won import ZERO, Won

MOST = Rate.of("20%")
FALLBACK = "refund.fallback_rate"
AFTER_SETTLEMENT = "refund.after_settlement"


class InterestNotAgreed(Refusal):
    """약정하지 않은 이자."""

    sentence = (
        "이 사업은 조합·중소기업에 이자를 물리기로 약정하지 않았습니다. 이자 없이 원금만 올려 주십시오. "
        "협약에 이자가 있으면 사업의 설정을 먼저 바꾸어 주십시오."
    )


class InterestMissing(Refusal):
    """정하지 않은 이자."""

    sentence = (
        "시의 반환명령에는 이자를 함께 정해야 합니다({article}). 이자의 근거를 고르고, 생긴 이자가 없으면 "
        "‘실제로 생긴 이자’ 0원과 그 근거를 적어 주십시오."
    )


class InterestUnexplained(Refusal):
    """근거 없는 이자."""

    sentence = "‘{basis}’에는 그 금액의 근거를 적어야 합니다. 예: 통장 이자 내역, 그때의 지침과 계산"


class InterestNegative(Refusal):
    """음수 이자."""

    sentence = "이자는 0원 이상이어야 합니다(적은 금액 {found}). 다시 적어 주십시오."


class RateOutOfRange(Refusal):
    """이율의 범위."""

    sentence = (
        "약정 이율은 연 0%보다 크고 20%까지 적을 수 있습니다(적은 이율 {found}). 협약서를 확인해 주십시오."
    )


class NoInterestAfterSettlement(Refusal):
    """정산 뒤의 이자."""

    sentence = (
        "정산이 끝난 뒤의 취소에는 원칙적으로 법정이율의 이자를 물리지 않습니다({article}). "
        "협약에 이율이 있으면 ‘약정 이율’로, 없으면 이자 없이 올려 주십시오."
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """이자 안 — the basis chosen, with what it needs: an amount and why, or an agreed rate."""

    basis: InterestBasis
    amount: Won = ZERO
    because: str = ""
    rate: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Circumstances:
    """반환의 사정 — of which tier, whether the programme agreed on interest, whether the settlement is over."""

    is_of_the_city: bool
    is_agreed: bool
    is_settled: bool
    on: date
    jurisdiction: str


def interest_fields(
    asked: Asked, around: Circumstances, principal: Won, days: tuple[date, date]
) -> dict[str, Any]:
    """이자 — the fields of a refund; `days`: since when it counts, and on which day it is thought to be repaid.

    Refuses interest that was not agreed on (tier 2), none where the law asks for it (tier 1), an amount without its
    basis, and (NotRead) the rate of a day whose law nobody has read.
    """
    _refuse_basis(asked, around)
    if asked.basis not in BY_RATE:
        _refuse_amount(asked)
        amount = ZERO if asked.basis == InterestBasis.NONE else asked.amount
        return {
            "interest": amount,
            "interest_because": asked.because,
            "interest_rate": "",
            "interest_basis": asked.basis,
        }
    rate = _rate(asked, around)
    calculated = interest_over([(principal, days[1])], rate, days[0])
    return {
        "interest": calculated.amount,
        "interest_because": calculated.because,
        "interest_rate": str(rate),
        "interest_basis": asked.basis,
    }


def _refuse_basis(asked: Asked, around: Circumstances) -> None:
    law = law_on(around.on, around.jurisdiction)
    not_after = law.get(AFTER_SETTLEMENT) if around.is_settled and around.is_of_the_city else None
    if asked.basis == InterestBasis.STATUTORY and not_after is not None:
        raise NoInterestAfterSettlement(article=not_after.article)
    if asked.basis == InterestBasis.NONE:
        if around.is_of_the_city and not_after is None:
            raise InterestMissing(article=law["refund.with_interest"].article)
    elif not around.is_of_the_city and not around.is_agreed:
        raise InterestNotAgreed


def _refuse_amount(asked: Asked) -> None:
    if asked.amount < ZERO:
        raise InterestNegative(found=asked.amount)
    if asked.basis != InterestBasis.NONE and not asked.because:
        raise InterestUnexplained(basis=asked.basis.label)


def _rate(asked: Asked, around: Circumstances) -> Rate:
    if asked.basis == InterestBasis.STATUTORY:
        return law_on(around.on, around.jurisdiction)[FALLBACK].rate
    rate = Rate.of(asked.rate)
    if not Rate.of(0) < rate <= MOST:
        raise RateOutOfRange(found=asked.rate)
    return rate
