"""금액 확정의 분개 — what a fixed line does in the ledger, of the city's award and of those below.

What the city does not recognise was spent and is no more in the award: it is due from the operator
(환수결정, SPENT → DUE), and no 반납 of what stands in the award. Below, the payee still holds what was paid:
what is not recognised is ordered back from there (반납 고지) before it is recognised.
"""

from majungmul.books.ledger import accounts, postings
from majungmul.books.ledger.models import Account
from majungmul.stages.award.actions.ending import free
from majungmul.stages.settlement.actions.figures import account_of
from majungmul.stages.settlement.models import SettlementLine
from majungmul.stages.settlement.queries.held import payees_of
from majungmul.stages.settlement.queries.settling import demanded
from majungmul.values.won import ZERO, Won

SETTLED, LEFT = "정산", "집행잔액"
LEFT_HERE = "지급하지 않고 중앙회에 남은 금액"


def post_of_the_city(line: SettlementLine) -> None:
    """금액 확정 — own payees are recognised, what was never given is free, what is left or not recognised is due."""
    account = account_of(line.line)
    for payee in payees_of(account):
        if (held := _held(payee)) > ZERO:
            postings.recognise(payee, held)
    free(line.line, SETTLED)
    if line.interest > ZERO:
        postings.accrue_interest(account, line.interest)
    body = line.settlement.body
    less = line.reported - (line.recognised or ZERO)
    if less > ZERO:
        due = accounts.open_due(account, body.pk, f"{body.name} 인정하지 않은 금액"[:160])
        postings.order_recovery(account, due, less, line.less_reason[:200])
    left = _now(account).payable
    if left > ZERO:
        postings.order_return(account, left, LEFT)
    line.to_return = demanded(_now(account), body.pk)
    line.save()


def post_below(line: SettlementLine) -> None:
    """금액 확정 — what is recognised of each payee, the rest ordered back; what was never paid is free; carried up."""
    account = account_of(line.line)
    left = line.recognised or ZERO
    for payee in payees_of(account):
        part = min(left, _held(payee))
        if part > ZERO:
            postings.recognise(payee, part)
        left -= part
        rest = _held(_now(payee))
        if rest > ZERO:
            postings.order_return(payee, rest, line.less_reason[:200])
    free(line.line, SETTLED)
    here = _now(account).payable
    if here > ZERO:  # a payment that the bank gave back, never made again: the operator has it already
        postings.order_return(account, here, LEFT_HERE)
        postings.receive_return(account, here)
    postings.carry_up(account)
    line.to_return = demanded(_now(account), line.settlement.body_id)
    line.save()


def _now(account: Account) -> Account:
    return Account.objects.select_related("of__of").get(pk=account.pk)


def _held(payee: Account) -> Won:
    """What a payee holds and is not asked back: a promise that was never paid must not stand in for it."""
    return payee.balance - payee.debits_pending
