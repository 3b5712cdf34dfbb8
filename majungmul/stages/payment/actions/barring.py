"""인정할 수 없는 것 — a trade that may not be recognised, an account, a body or a claim that may not be paid."""

from datetime import date

from majungmul.books.parties.models import BankAccount
from majungmul.books.parties.queries.accounts import accounts_of
from majungmul.books.parties.queries.bodies import sanctions_on
from majungmul.stages.award.states import State as AwardState
from majungmul.stages.delivery.queries import remarks_on
from majungmul.stages.delivery.states import OrderState
from majungmul.stages.payment.models import Claim, ClaimLine
from majungmul.stages.payment.queries import holder_fits
from majungmul.stages.payment.refusals import (
    AccountNotConfirmed,
    AwardNotInEffect,
    BarredTrade,
    ExcludedNow,
    HeldNow,
    OtherHolder,
    TradeTakenBack,
)
from majungmul.stages.payment.refusals_of_grants import OrderNotApproved


def refuse_barred(line: ClaimLine) -> None:
    """Refuse to recognise a trade that was taken back, or with a remark that bars it."""
    if line.trade is None:
        return
    if line.trade.is_withdrawn:
        raise TradeTakenBack(trade=line.trade.number)
    for remark in remarks_on(line.trade):
        if remark.is_barring:
            raise BarredTrade(trade=line.trade.number, why=remark.sentence)


def refuse_held(row: Claim) -> None:
    """Refuse a claim that is on hold."""
    if row.held_for:
        raise HeldNow(number=row.number, reason=row.held_for)


def refuse_ended(row: Claim) -> None:
    """Refuse to pay under an award, or for an order of the operator's own, that no longer holds."""
    if row.award.state != AwardState.EFFECTIVE:
        raise AwardNotInEffect(award=row.award.number, state=row.award.get_state_display())
    if row.order and row.order.state != OrderState.APPROVED:
        raise OrderNotApproved(order=row.order.what, state=row.order.get_state_display())


def refuse_excluded(row: Claim, on: date) -> None:
    """Refuse to pay a body against which a sanction is in force on the day."""
    for sanction in sanctions_on(row.body, on):
        until = f"{sanction.last_day:%Y. %-m. %-d.}" if sanction.last_day else "따로 풀 때"
        raise ExcludedNow(
            body=row.body.name, until=until, kind=sanction.get_kind_display(), article=sanction.article
        )


def account_to_pay(row: Claim) -> BankAccount:
    """입금 계좌 — the newest of the body. Refuses one that no second person has confirmed."""
    newest = next(iter(accounts_of(row.body)), None)
    if newest is None or newest.confirmed_at is None:
        raise AccountNotConfirmed(body=row.body.name)
    return newest


def refuse_other_holder(row: Claim, account: BankAccount) -> None:
    """Refuse an account of another 예금주, unless the approver has accepted this very account with a reason."""
    accepted = bool(row.holder_reason) and row.bank_account == account
    if not accepted and not holder_fits(account, row.body):
        raise OtherHolder(holder=account.holder, body=row.body.name)
