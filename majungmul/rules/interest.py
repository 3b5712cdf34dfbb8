"""이차보전 — part of the interest on a loan: principal × rate × days / year, each day by its own terms."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from majungmul.rules.calculation import Calculation, NoTermsThen
from majungmul.rules.loan import Loan
from majungmul.values.calendar import months_after
from majungmul.values.period import Period
from majungmul.values.rate import Rate
from majungmul.values.refusal import Refusal
from majungmul.values.rounding import Rounding
from majungmul.values.won import Won


class NoDayInWindow(Refusal):
    """계산할 날 없음."""

    sentence = "대출 기간({loan})과 계산 기간({window})이 겹치는 날이 없어 지원할 금액이 없습니다."


class KindsDiffer(Refusal):
    """율과 이름이 맞지 않는 대출 종류."""

    sentence = "대출 종류마다 율(rates)과 이름(kinds)을 함께 적어 주십시오. 한쪽에만 있는 종류: {kinds}."


class NothingOwed(Refusal):
    """남은 원금 없음."""

    sentence = "계산 기간에 지원할 원금이 남아 있지 않습니다(모두 갚았거나 연체 중)."


class MonthsUsedUp(Refusal):
    """지원 개월 수 지남."""

    sentence = "대출 한 건에 {months}개월까지 지원하는데, 계산 기간에는 그 기간이 이미 지났습니다."


class InterestPaidMissing(Refusal):
    """낸 이자 모름."""

    sentence = "실제로 낸 이자까지만 지원합니다. 낸 이자를 ‘낸이자’ 열에 적어 주십시오."


class KindNotOffered(Refusal):
    """지원하지 않는 대출 종류."""

    sentence = "{day:%Y. %-m. %-d.}에는 {kind} 대출을 지원하지 않습니다."


@dataclass(frozen=True, slots=True)
class Interest:
    """이차보전 — the terms of one time: rates by kind of loan (None: not offered), and how days are counted.

    Off unless given: `months` per loan, `paid_ceiling` (상한 = 실제 낸 이자), `skip_arrears` (연체일 제외).
    """

    rates: dict[str, Rate | None]
    kinds: dict[str, str]
    year_days: int
    rounding: Rounding
    months: int | None = None
    paid_ceiling: bool = False
    skip_arrears: bool = False

    def __post_init__(self) -> None:
        """Refuse (KindsDiffer) a kind that has a rate and no name, or a name and no rate."""
        if alone := self.rates.keys() ^ self.kinds.keys():
            raise KindsDiffer(kinds=", ".join(sorted(alone)))

    @property
    def in_words(self) -> str:
        """The terms as a reader needs them."""
        rates = [f"{self.kinds[kind]} {rate or '지원하지 않음'}" for kind, rate in self.rates.items()]
        months = [f"대출당 {self.months}개월까지"] if self.months else []
        limits = [*months, *["실제 낸 이자까지"] * self.paid_ceiling, *["연체일 제외"] * self.skip_arrears]
        return ", ".join(["원금 × 율 × 날수/" + f"{self.year_days}일: {' · '.join(rates)}", *limits])

    def calculate(self, loan: Loan, window: Period) -> Calculation:
        """The support for the days of the loan in the window, in won, where these terms hold throughout."""
        return calculate_over([(window, self)], loan, window)

    def parts(self, loan: Loan, days: Period) -> list["Part"]:
        """Stretches of days with one principal and one rate; nothing for days that bear no support."""
        rate = self.rates.get(loan.kind)
        limit = months_after(loan.period.since, self.months) if self.months else days.until
        until = min(days.until, limit)
        if rate is None or until <= days.since:
            return []
        inner = sorted(day for day in loan.changes() if days.since < day < until)
        parts = []
        for since, end in pairwise([days.since, *inner, until]):
            owed = loan.owed_on(since)
            if owed and not (self.skip_arrears and loan.in_arrears_on(since)):
                parts.append(Part(owed, rate, (end - since).days, self.year_days))
        return parts


@dataclass(frozen=True, slots=True)
class Part:
    """구간 — so many days with one principal and one rate."""

    principal: Won
    rate: Rate
    days: int
    year_days: int

    @property
    def exact(self) -> Fraction:
        """The support for these days, in won and fractions."""
        return self.rate.times(self.principal) * self.days / self.year_days

    def __str__(self) -> str:
        """As the sentence writes it."""
        return f"{self.principal} × {self.rate} × {self.days}/{self.year_days}일"


def calculate_over(versions: Sequence[tuple[Period, Interest]], loan: Loan, window: Period) -> Calculation:
    """이차보전액 — each day bears the terms of its own day; summed exactly, rounded once, in won.

    `versions` are the dated terms, in order (`terms_over`); rounding and ceiling are those of the
    last. Refuses a window without a day of the loan, a day without terms, and a loan that bears nothing.
    """
    days = loan.period.meet(window)
    if days is None:
        raise NoDayInWindow(loan=_days(loan.period), window=_days(window))
    met = _meet(versions, days)
    parts = [part for stretch, terms in met for part in terms.parts(loan, stretch)]
    if not parts:
        raise _why_nothing(met, loan)
    last = met[-1][1]
    amount = last.rounding.apply(sum((part.exact for part in parts), Fraction(0)))
    because = f"{' + '.join(map(str, parts))} = {amount}({last.rounding.value})"
    return (
        _up_to_paid(Calculation(amount, because), loan) if last.paid_ceiling else Calculation(amount, because)
    )


def _meet(versions: Sequence[tuple[Period, Interest]], days: Period) -> list[tuple[Period, Interest]]:
    """The versions that hold on these days, each with its own days. Refuses a day without terms."""
    met = [(stretch, terms) for period, terms in versions if (stretch := period.meet(days))]
    day = days.since
    for stretch, _ in met:
        if stretch.since > day:
            break
        day = stretch.until
    if day < days.until:
        raise NoTermsThen(day=day)
    return met


def _why_nothing(met: Sequence[tuple[Period, Interest]], loan: Loan) -> Refusal:
    """Why no day bears support: the kind is not offered, nothing is owed, or the months are over."""
    first, terms = met[0]
    if all(terms.rates.get(loan.kind) is None for _, terms in met):
        return KindNotOffered(day=first.since, kind=terms.kinds.get(loan.kind, loan.kind))
    if terms.months and months_after(loan.period.since, terms.months) <= first.since:
        return MonthsUsedUp(months=terms.months)
    return NothingOwed()


def _up_to_paid(calculation: Calculation, loan: Loan) -> Calculation:
    """No more than the interest really paid. Refuses a loan whose paid interest is not known."""
    if loan.interest_paid is None:
        raise InterestPaidMissing
    if calculation.amount <= loan.interest_paid:
        return calculation
    return Calculation(loan.interest_paid, f"{calculation.because}, 실제 낸 이자 {loan.interest_paid}까지")


def _days(period: Period) -> str:
    """`2018. 3. 2.~2019. 3. 1.`, by the days on which it starts and ends."""
    return f"{period.since:%Y. %-m. %-d.}~{period.until:%Y. %-m. %-d.}"
