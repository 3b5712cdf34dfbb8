"""입금 계좌 — entered by one person, confirmed by another; a changed account is a new row, never an edit."""

from datetime import datetime
from uuid import UUID

from majungmul.books.parties import written
from majungmul.books.parties.actions.bodies import live
from majungmul.books.parties.models import BankAccount
from majungmul.books.parties.queries.accounts import accounts_of
from majungmul.books.parties.queries.rows import locked
from majungmul.books.parties.require import another_person
from majungmul.books.trail.actions import action
from majungmul.values.actor import Actor
from majungmul.values.refusal import Refusal


class AccountThere(Refusal):
    """이미 적힌 계좌."""

    sentence = (
        "{bank} {number} 계좌는 이미 적혀 있습니다. 다른 사람의 확인을 받거나, 바뀐 계좌를 적어 주십시오."
    )


class ConfirmedAlready(Refusal):
    """이미 확인됨."""

    sentence = "이 계좌는 {at:%Y. %-m. %-d.}에 이미 확인되었습니다. 다시 확인하지 않아도 됩니다."


class Superseded(Refusal):
    """더 새로운 계좌."""

    sentence = "그 뒤에 적은 {bank} {number} 계좌가 있습니다. 가장 나중에 적은 계좌를 확인해 주십시오."


@action("account.entered")
def enter_account(
    organisation_id: UUID, bank: str, number: str, holder: str, *, by: Actor, at: datetime, key: str
) -> BankAccount:
    """입금 계좌 입력 — where the body is to be paid, once another person has confirmed it. Returns the row.

    Refuses the account that was entered last, and a number of another shape.
    """
    body = live(organisation_id, "parties.enter_account", by)
    account = BankAccount(
        jurisdiction_id=by.jurisdiction,
        organisation=body,
        bank=written.line(BankAccount, "bank", bank),
        number=written.account_number(number),
        holder=written.line(BankAccount, "holder", holder),
        entered_by_id=by.person,
        entered_at=at,
    )
    last = next(iter(accounts_of(body)), None)
    if last and last.is_same_as(account):
        raise AccountThere(bank=last.bank, number=last.masked)
    account.save()
    return account


@action("account.confirmed")
def confirm_account(account_id: UUID, *, by: Actor, at: datetime, key: str) -> BankAccount:
    """입금 계좌 확인 — by another person than the one who entered it: from now on the body is paid there.

    Refuses the one who entered it (so does the database), one confirmed before, one followed by a newer.
    """
    account = locked(BankAccount, by, account_id)
    body = live(account.organisation_id, "parties.confirm_account", by)
    if account.confirmed_at is not None:
        raise ConfirmedAlready(at=account.confirmed_at)
    another_person(by, account.entered_by_id)
    newest = accounts_of(body)[0]
    if newest.pk != account.pk:
        raise Superseded(bank=newest.bank, number=newest.masked)
    account.confirmed_by_id, account.confirmed_at = by.person, at
    account.save()
    return account
