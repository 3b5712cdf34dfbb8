"""이자에 묻기 — what of an order is not yet paid, and the interest that it bears until a day. Read only."""

from datetime import date
from fractions import Fraction

from majungmul.rules.calculation import Calculation
from majungmul.rules.interest import Part
from majungmul.stages.settlement.models import Refund, RefundPayment
from majungmul.values.rate import Rate
from majungmul.values.rounding import Rounding
from majungmul.values.won import ZERO, Won, total

YEAR_DAYS = 365
ROUNDING = Rounding.DOWN_TO_WON


def interest_over(parts: list[tuple[Won, date]], rate: Rate, since: date) -> Calculation:
    """이자 — of amounts, each repaid on its day: from `since` until the day before, summed exactly, rounded once."""
    borne = [
        Part(principal, rate, (repaid_on - since).days, YEAR_DAYS)
        for principal, repaid_on in parts
        if principal > ZERO and repaid_on > since
    ]
    amount = ROUNDING.apply(sum((part.exact for part in borne), Fraction(0)))
    said = " + ".join(map(str, borne)) or "이자가 붙은 날이 없음"
    return Calculation(amount, f"{said} = {amount}({ROUNDING.value})")


def payments_of(refund: Refund) -> list[RefundPayment]:
    """납부 — of an order, in order."""
    return list(RefundPayment.objects.filter(refund=refund).order_by("paid_on", "id"))


def unpaid_principal(refund: Refund) -> Won:
    """남은 원금 — in won."""
    return refund.principal - total(payment.principal for payment in payments_of(refund))


def paid_interest(refund: Refund) -> Won:
    """낸 이자 — in won."""
    return total(payment.interest for payment in payments_of(refund))


def interest_on(refund: Refund, day: date) -> Calculation:
    """이자 — of the whole order, if what is still unpaid of the principal is paid on this day."""
    if not refund.interest_rate:
        return Calculation(refund.interest, refund.interest_because)
    parts = [(payment.principal, payment.paid_on) for payment in payments_of(refund)]
    rate = Rate.of(refund.interest_rate)
    return interest_over([*parts, (unpaid_principal(refund), day)], rate, refund.interest_since)


def unpaid_interest(refund: Refund, day: date) -> Won:
    """남은 이자 — if all is paid on this day, in won."""
    return max(ZERO, interest_on(refund, day).amount - paid_interest(refund))
