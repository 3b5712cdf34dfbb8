"""이차보전 — loans per second by the rule, against a day-by-day loop in plain integers."""

from datetime import date, timedelta
from time import perf_counter

from bench.loans import made_up_loans
from majungmul.programmes.specification import specification
from majungmul.rules.interest import Interest, calculate_over
from majungmul.rules.loan import Loan
from majungmul.values.period import Period, year_of

WINDOW = year_of(2018)
COUNTS = (10_000, 100_000)
PER_CENT = {"bill": 1, "working_capital": 2}
Versions = list[tuple[Period, Interest]]


def run() -> None:
    """Print both ways for both counts; they must agree to the won."""
    line = specification("seoul", "interest_support").line("support")
    versions = [(terms.period, terms.rule) for terms in line.versions if isinstance(terms.rule, Interest)]
    for count in COUNTS:
        loans = [loan for loan in made_up_loans(count * 2) if loan.period.meet(WINDOW)][:count]
        _compare(loans, versions)


def _compare(loans: list[Loan], versions: Versions) -> None:
    start = perf_counter()
    by_rule = sum(_by_rule(loan, versions) for loan in loans)
    middle = perf_counter()
    by_day = sum(_by_day(loan) for loan in loans)
    end = perf_counter()
    if by_rule != by_day:
        message = f"the rule says {by_rule:,} won, the loop {by_day:,}"
        raise SystemExit(message)
    _say("셈 interest", len(loans), middle - start, by_rule)
    _say("하루씩 더하기", len(loans), end - middle, by_day)


def _say(name: str, count: int, seconds: float, amount: int) -> None:
    each = seconds / count * 1_000_000
    print(f"{name:<14} {count:>8,}건  {count / seconds:>10,.0f}건/초  {each:>7.1f}µs/건  합계 {amount:,}원")


def _by_rule(loan: Loan, versions: Versions) -> int:
    owed = loan.owed_on(max(loan.period.since, WINDOW.since))
    return calculate_over(versions, loan, WINDOW).amount.amount if owed else 0


def _by_day(loan: Loan) -> int:
    """The same sum, a day at a time: principal × per cent, divided once at the end."""
    repaid: dict[date, int] = {}
    for repayment in loan.repayments:
        repaid[repayment.day] = repaid.get(repayment.day, 0) + repayment.amount.amount
    owed, hundredths, day = loan.principal.amount, 0, loan.period.since
    while day < min(loan.period.until, date(2019, 1, 1)):
        owed -= repaid.get(day, 0)
        if day >= WINDOW.since:
            hundredths += owed * PER_CENT[loan.kind]
        day += timedelta(days=1)
    return hundredths // (100 * 365)
