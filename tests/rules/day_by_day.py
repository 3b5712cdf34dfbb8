"""이차보전의 두 번째 셈 — one day after another, in plain integers, written apart from the rule it checks."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

DAY = timedelta(days=1)
MORE_THAN_A_MONTH = timedelta(days=32)
MILLION = 1_000_000


@dataclass(frozen=True, slots=True)
class Dated:
    """The terms since a day: the rate in millionths a year (None: not offered), and what may be off."""

    since: date
    millionths: int | None
    months: int | None = None
    skip_arrears: bool = False


@dataclass(frozen=True, slots=True)
class Borrowed:
    """A loan of so many won: days, repayments (day, won), arrears (first day, day of paying)."""

    principal: int
    start: date
    end: date
    repayments: tuple[tuple[date, int], ...] = ()
    arrears: tuple[tuple[date, date], ...] = ()


def support(loan: Borrowed, terms: Sequence[Dated], since: date, until: date, year_days: int = 365) -> int:
    """Whole won for the days from `since` to the day before `until`; what is less than a won is dropped."""
    millionths = 0
    day = since
    while day < until:
        if loan.start <= day < loan.end:
            in_force = [dated for dated in terms if dated.since <= day][-1]
            millionths += millionths_of(loan, in_force, day)
        day += DAY
    return millionths // (MILLION * year_days)


def millionths_of(loan: Borrowed, terms: Dated, day: date) -> int:
    """What one day bears: won owed on it × rate in millionths."""
    if terms.millionths is None:
        return 0
    if terms.months is not None and day >= months_later(loan.start, terms.months):
        return 0
    if terms.skip_arrears and any(first <= day < paid for first, paid in loan.arrears):
        return 0
    owed = loan.principal
    for repaid_on, amount in loan.repayments:
        if repaid_on <= day:
            owed -= amount
    return owed * terms.millionths


def months_later(day: date, months: int) -> date:
    """The same day so many months on, or the last day of a month that is too short for it."""
    first = day.replace(day=1)
    for _ in range(months):
        first = (first + MORE_THAN_A_MONTH).replace(day=1)
    last = (first + MORE_THAN_A_MONTH).replace(day=1) - DAY
    return min(first + DAY * (day.day - 1), last)
