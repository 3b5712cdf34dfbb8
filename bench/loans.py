"""가상 대출 — made-up loans, the same for the same seed."""

from datetime import date, timedelta
from random import Random

from majungmul.rules.loan import Loan, Repayment
from majungmul.values.period import Period
from majungmul.values.won import Won

FIRST = date(2017, 6, 1)


def made_up_loans(count: int, seed: int = 2018) -> list[Loan]:
    """So many loans of 1 to 300 million won over 30 to 720 days, half of them repaid in part."""
    random = Random(seed)  # noqa: S311 - made-up loans, no secrets
    return [_loan(random) for _ in range(count)]


def _loan(random: Random) -> Loan:
    since = FIRST + timedelta(days=random.randrange(500))
    days = random.randrange(30, 720)
    principal = random.randrange(1_000_000, 300_000_000)
    repayments = tuple(
        Repayment(since + timedelta(days=random.randrange(days)), Won(principal // 5))
        for _ in range(random.choice((0, 0, 1, 2)))
    )
    kind = random.choice(("bill", "working_capital"))
    return Loan(kind, Won(principal), Period(since, since + timedelta(days=days)), repayments)
