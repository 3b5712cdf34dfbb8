"""2017 as the paper tells it: what nine lines had and spent. Who was paid, and when, is not in the paper."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from majungmul.books.ledger import accounts, postings, queries
from majungmul.books.ledger.kinds import Role
from majungmul.books.ledger.models import Account
from majungmul.books.trail.actions import action
from majungmul.values.actor import Actor
from majungmul.values.won import Won

YEAR = 2017


@dataclass(frozen=True, slots=True)
class Told:
    """A line of 2017's results: its budget and what was settled, in won."""

    key: str
    label: str
    budget: int
    settled: int


LINES = (
    Told("ceremony", "서울중소기업인대회", 25_000_000, 23_159_000),
    Told("network", "협동조합 및 중소기업 교류활성화 지원", 40_000_000, 36_326_250),
    Told("trade_collaboration", "협동조합 간 협업촉진 지원", 165_000_000, 157_639_540),
    Told("training", "중소기업 임직원 역량강화 교육", 145_000_000, 138_032_340),
    Told("cooperative_consulting", "중소기업협동조합 기능활성화 지원", 15_000_000, 13_500_000),
    Told("news", "중소기업 경영정보 제공", 10_000_000, 9_990_000),
    Told("market_access", "중소기업 마케팅·판로 지원", 95_000_000, 94_857_776),
    Told("joint_project", "중소기업 공동사업 활성화 지원", 205_000_000, 202_582_950),
    Told("interest_support", "공제기금 이차보전 지원", 100_000_000, 94_361_830),
)
DIFFERENCE = 500
"""What 1부 prints beyond the sum of its lines (217,125,290 − 217,124,790)."""
DIFFERENCE_AT = "trade_collaboration"
"""The paper does not say in which line of 1부 it arose: it is one marked payment of the last one."""
PAID_TO = "집행처: 원문에 없음"
MARK = "1부 차이, 차액 사유: 원문에 없음"


@action("year_2017.told")
def tell_2017(operator: UUID, *, by: Actor, at: datetime, key: str) -> Account:
    """2017년 — appropriated, granted, disbursed, paid, recognised, the rest returned, all carried up.

    `operator` is the body that spent it. Gives the plan's account.
    """
    plan = accounts.open_plan(by.jurisdiction, YEAR, "city", f"{YEAR}년 지원계획")
    postings.appropriate(plan, Won(sum(told.budget for told in LINES)))
    for told in LINES:
        line = accounts.open_line(plan, told.key, "support", told.label)
        postings.allot(line, Won(told.budget))
        granted = accounts.open_award(line, "grant", f"{told.label} 교부결정")
        postings.decide(granted, Won(told.budget))
        postings.disburse(granted, Won(told.budget))
        payee = accounts.open_payee(granted, operator, Role.CONTRACTOR, PAID_TO)
        postings.pay(payee, Won(told.settled))
        if told.key == DIFFERENCE_AT:
            postings.pay(payee, Won(DIFFERENCE), MARK)
        _settle(granted, payee)
    return plan


def _settle(granted: Account, payee: Account) -> None:
    """All that was paid is recognised, all that was not is returned."""
    postings.recognise(payee, balance_of(payee))
    postings.order_return(granted, balance_of(granted), "집행잔액")
    postings.receive_return(granted, balance_of(granted))
    postings.carry_up(granted)


def balance_of(account: Account) -> Won:
    """What stands there now."""
    return queries.account(account.jurisdiction_id, account.year, account.code).balance
