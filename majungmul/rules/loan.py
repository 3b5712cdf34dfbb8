"""대출 — a loan as the 공제기금 lists it, and what was owed on which day."""

from dataclasses import dataclass
from datetime import date

from majungmul.values.period import Period
from majungmul.values.refusal import Refusal
from majungmul.values.won import ZERO, Won, total


class RepaidTooMuch(Refusal):
    """원금보다 많은 상환."""

    sentence = "상환액의 합({repaid})이 원금({principal})보다 많습니다. 상환액을 확인해 주십시오."


class RepaidOutsideLoan(Refusal):
    """대출 기간 밖의 상환."""

    sentence = "상환일 {day}이(가) 대출 기간({since}~{until}) 밖에 있습니다. 상환일을 확인해 주십시오."


@dataclass(frozen=True, slots=True, order=True)
class Repayment:
    """일부 상환 — it lowers the principal from its own day on."""

    day: date
    amount: Won


@dataclass(frozen=True, slots=True)
class Loan:
    """대출 — kind, principal, days, repayments; and, where the terms ask, interest paid and days in arrears.

    The first day counts, the day on which the loan ends does not.
    """

    kind: str
    principal: Won
    period: Period
    repayments: tuple[Repayment, ...] = ()
    interest_paid: Won | None = None
    arrears: tuple[Period, ...] = ()

    def __post_init__(self) -> None:
        """Refuse repayments beyond the principal or outside the loan."""
        repaid = total(repayment.amount for repayment in self.repayments)
        if repaid > self.principal:
            raise RepaidTooMuch(repaid=repaid, principal=self.principal)
        for repayment in self.repayments:
            if not self.period.since <= repayment.day <= self.period.until:
                raise RepaidOutsideLoan(day=repayment.day, since=self.period.since, until=self.period.until)

    def owed_on(self, day: date) -> Won:
        """잔액 — the principal owed on a day, in won."""
        repaid = total(repayment.amount for repayment in self.repayments if repayment.day <= day)
        return self.principal - repaid if day in self.period else ZERO

    def changes(self) -> set[date]:
        """The days on which what is owed, or whether it is in arrears, may change."""
        days = {repayment.day for repayment in self.repayments}
        return days.union(*({period.since, period.until} for period in self.arrears))

    def in_arrears_on(self, day: date) -> bool:
        """연체 — whether the loan was in arrears on that day."""
        return any(day in period for period in self.arrears)
