"""원천징수 — the taxes kept back from a fee for a lecture or for work, by the terms of the day it is paid."""

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from fractions import Fraction

from majungmul.values.rate import Rate
from majungmul.values.refusal import Refusal
from majungmul.values.rounding import Rounding
from majungmul.values.won import ZERO, Won


class NothingToPay(Refusal):
    """지급액 없음."""

    sentence = (
        "지급액({found})이 0원보다 커야 원천징수할 세금을 계산할 수 있습니다. 지급액을 확인해 주십시오."
    )


class Income(Enum):
    """소득 구분 — 일시적인 강연은 기타소득, 계속·반복하면 사업소득; a person decides, with the reason."""

    OTHER = "기타소득"
    BUSINESS = "사업소득"


@dataclass(frozen=True, slots=True)
class Withheld:
    """원천징수액 — 소득세, 지방소득세 and what is really paid out, in won, and why."""

    income_tax: Won
    local_tax: Won
    paid: Won
    because: str


@dataclass(frozen=True, slots=True)
class Withholding:
    """원천징수 조건 — the terms of one time (소득세법 제84조·제86조·제129조, 지방세법 제103조의13).

    `expense` 필요경비, `tax` 소득세율, `local_tax` 지방소득세율, `exempt_up_to` 과세최저한 (up to this income
    nothing is kept back), `small_below` 소액부징수 (a tax below it is not kept back; 0원: not applied).
    """

    kind: Income
    expense: Rate
    tax: Rate
    local_tax: Rate
    exempt_up_to: Won
    small_below: Won
    rounding: Rounding

    def calculate(self, payment: Won) -> Withheld:
        """The taxes on one payment, in won, each rounded by itself. Refuses (NothingToPay) none at all."""
        if payment <= ZERO:
            raise NothingToPay(found=payment)
        income = payment.amount - self.expense.times(payment)
        sentence = self._income(payment, income)
        if self.exempt_up_to and income <= self.exempt_up_to.amount:
            why = f"과세최저한 {self.exempt_up_to} 이하라 원천징수하지 않음"
            return Withheld(ZERO, ZERO, payment, f"{sentence}, {why}")
        tax = self.rounding.apply(self.tax.value * income)
        if tax < self.small_below:
            why = f"소득세 {tax}이 {self.small_below} 미만이라 원천징수하지 않음(소액부징수)"
            return Withheld(ZERO, ZERO, payment, f"{sentence} × {self.tax}: {why}")
        local = self.rounding.apply(self.local_tax.times(tax))
        because = (
            f"{sentence} × {self.tax} = 소득세 {tax}, {tax} × {self.local_tax} = 지방소득세 {local}"
            f"(각각 {self.rounding.value})"
        )
        return Withheld(tax, local, payment - tax - local, because)

    def _income(self, payment: Won, income: Fraction) -> str:
        """`기타소득 300,000원 - 필요경비 60% = 120,000원`, or the payment alone where no expense counts."""
        if income == payment.amount:
            return f"{self.kind.value} {payment}"
        written = Decimal(income.numerator) / Decimal(income.denominator)
        return f"{self.kind.value} {payment} - 필요경비 {self.expense} = {written:,}원"
