"""수행의 수치 — how far each line of an award is, as its account says now; what was ordered from it."""

from dataclasses import dataclass

from majungmul.books.ledger.models import Account
from majungmul.stages.award.models import Award, AwardLine
from majungmul.stages.award.queries import lines_of
from majungmul.stages.delivery.models import Order
from majungmul.stages.delivery.states import OrderState
from majungmul.values.won import ZERO, Won, total


@dataclass(frozen=True, slots=True)
class LineFigures:
    """항목별 수치 — decided, received (교부액), promised and not paid (집행 예정), spent (집행액), left, in won.

    `left` is what was received and not spent (집행잔액).
    """

    line: str
    decided: Won
    received: Won
    promised: Won
    spent: Won
    left: Won


@dataclass(frozen=True, slots=True)
class Ordered:
    """항목별 품의 — approved and waiting for 결재, and what may still be ordered, in won."""

    line: AwardLine
    approved: Won
    waiting: Won
    free: Won


def figures_of(award: Award) -> list[LineFigures]:
    """항목별 수치 — of each line that has an account, in order."""
    return [
        LineFigures(
            line=line.label,
            decided=line.amount,
            received=account.credits_posted,
            promised=account.debits_pending,
            spent=account.debits_posted,
            left=account.balance,
        )
        for line in lines_of(award)
        if line.account and (account := _now(line.account))
    ]


def ordered_of(award: Award) -> list[Ordered]:
    """항목별 품의 — of each line that has an account, in order."""
    return [
        Ordered(
            line=line,
            approved=_sum(line, OrderState.APPROVED),
            waiting=_sum(line, OrderState.SUBMITTED),
            free=free_of(line),
        )
        for line in lines_of(award)
        if line.account
    ]


def free_of(line: AwardLine) -> Won:
    """품의할 수 있는 금액 — what is free on the line's account, less what waits for 결재, in won."""
    return _now(line.account).free - _sum(line, OrderState.SUBMITTED) if line.account else ZERO


def _sum(line: AwardLine, state: OrderState) -> Won:
    orders = Order.objects.of(line.jurisdiction_id).filter(line=line, state=state)
    return total(order.amount for order in orders)


def _now(account: Account) -> Account:
    """The account as it is now: one in hand is stale after a posting."""
    return Account.objects.get(pk=account.pk)
