"""이체 — approved claims are listed for the bank; each is paid, or comes back and is paid once later."""

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

from django.utils import timezone

from majungmul.books.ledger import postings
from majungmul.books.parties import written
from majungmul.books.parties.queries.rows import locked
from majungmul.books.parties.require import another_person, require
from majungmul.books.trail.actions import action
from majungmul.books.trail.numbering import next_number
from majungmul.stages.payment.actions import owing
from majungmul.stages.payment.actions.barring import (
    account_to_pay,
    refuse_ended,
    refuse_excluded,
    refuse_held,
    refuse_other_holder,
)
from majungmul.stages.payment.actions.funds import refuse_after_cut_off, refuse_without_money
from majungmul.stages.payment.models import BankEntry, BankList, Claim, EntryState, Kind
from majungmul.stages.payment.queries import payments_of
from majungmul.stages.payment.refusals import NothingToList, PaidOnOddDay
from majungmul.stages.payment.states import after
from majungmul.values.actor import Actor
from majungmul.values.won import ZERO, total


@action("bank_list.made")
def list_for_bank(claim_ids: Sequence[UUID], *, by: Actor, at: datetime, key: str) -> BankList:
    """이체 목록 만들기 — of approved claims, each to the account confirmed last. Returns the list.

    Refuses a claim that is with the bank, was paid, or is on hold; an account that nobody confirmed; a body
    under a sanction; more money than has come from the city; and what 출납폐쇄 no longer lets out.
    """
    if not claim_ids:
        raise NothingToList
    claims = [locked(Claim, by, each) for each in dict.fromkeys(claim_ids)]
    for row in claims:
        _ready(row, by, timezone.localdate(at))
    refuse_without_money(claims, by.office, by.jurisdiction)
    lists = BankList.objects.of(by.jurisdiction).filter(office=by.office)
    bank_list = BankList(
        jurisdiction_id=by.jurisdiction,
        office_id=by.office,
        number=next_number(lists, f"{timezone.localdate(at).year}-이체"),
        made_at=at,
        total=total(row.recognised or ZERO for row in claims),
    )
    bank_list.save()
    for row in claims:
        _enter(bank_list, row)
    return bank_list


@action("claim.paid")
def pay(claim_id: UUID, paid_on: date, *, by: Actor, at: datetime, key: str) -> Claim:
    """지급 확인 — the bank has carried it out: the money leaves, once. Returns the claim.

    What an order of the operator's own cost less than was approved is free again. Refuses who approved it, a
    day before the list or to come, a sanction of that day, and money that has not come from the city.
    """
    row = locked(Claim, by, claim_id)
    require(by, "payment.pay", row)
    row.state = after("payment.pay", row.state, row.number)
    another_person(by, row.decided_by)
    entry = _standing(row, EntryState.LISTED)
    _refuse_day(paid_on, timezone.localdate(entry.bank_list.made_at), timezone.localdate(at))
    refuse_excluded(row, paid_on)
    for payee, amount in payments_of(row):
        postings.pay(payee, amount, row.number)
    _free_difference(row)
    row.paid_on = paid_on
    _settle(entry, EntryState.PAID, "", at)
    row.save()
    return row


@action("claim.failed")
def fail(claim_id: UUID, reason: str, *, by: Actor, at: datetime, key: str) -> Claim:
    """이체 반송 — the bank did not carry it out. Returns the claim, which can be listed again."""
    row = locked(Claim, by, claim_id)
    require(by, "payment.fail", row)
    row.state = after("payment.fail", row.state, row.number)
    entry = _standing(row, EntryState.LISTED)
    _settle(entry, EntryState.FAILED, written.line(BankEntry, "reason", reason), at)
    owing.open_account_check(row, by, at)
    row.save()
    return row


@action("claim.bounced")
def bounce(claim_id: UUID, reason: str, *, by: Actor, at: datetime, key: str) -> Claim:
    """지급 뒤 반송 — the money came back from the bank: it is in the award again. Returns the claim."""
    row = locked(Claim, by, claim_id)
    require(by, "payment.bounce", row)
    row.state = after("payment.bounce", row.state, row.number)
    said = written.line(BankEntry, "reason", reason)
    for payee, amount in payments_of(row):
        postings.bounce(payee, amount, said)
        if row.kind == Kind.OWN:  # the order still holds: nobody else may spend what came back
            postings.contract(payee, amount)
    row.paid_on = None
    _settle(_standing(row, EntryState.PAID), EntryState.FAILED, said, at)
    owing.open_account_check(row, by, at)
    row.save()
    return row


def _ready(row: Claim, by: Actor, today: date) -> None:
    """The claim goes to the bank, to the account that holds now."""
    require(by, "payment.list_for_bank", row)
    row.state = after("payment.list_for_bank", row.state, row.number)
    refuse_held(row)
    refuse_ended(row)
    refuse_excluded(row, today)
    refuse_after_cut_off(row, today)
    account = account_to_pay(row)
    refuse_other_holder(row, account)
    if account != row.bank_account:
        row.bank_account, row.holder_reason = account, ""


def _enter(bank_list: BankList, row: Claim) -> None:
    BankEntry(
        jurisdiction_id=row.jurisdiction_id,
        bank_list=bank_list,
        claim=row,
        bank_account=row.bank_account,
        amount=row.recognised or ZERO,
        state=EntryState.LISTED,
    ).save()
    owing.close_account_check(row)
    row.save()


def _standing(row: Claim, state: EntryState) -> BankEntry:
    """The claim's one entry that stands so."""
    entry: BankEntry = row.entries.select_for_update(of=("self",)).get(state=state)
    return entry


def _settle(entry: BankEntry, now: EntryState, reason: str, at: datetime) -> None:
    """What the bank said of an entry."""
    entry.was_paid = entry.was_paid or EntryState.PAID in (entry.state, now)
    entry.state, entry.reason, entry.settled_at = now, reason, at
    entry.save()


def _free_difference(row: Claim) -> None:
    """The rest of an approved order is free again, at the first payment."""
    order = row.order
    if order is None or order.account is None or row.entries.filter(was_paid=True).exists():
        return
    rest = order.amount - (row.recognised or ZERO)
    if rest > ZERO:
        postings.withdraw(order.account, rest, f"{row.number} 지급 뒤 남은 금액")


def _refuse_day(paid_on: date, since: date, today: date) -> None:
    if not since <= paid_on <= today:
        raise PaidOnOddDay(day=paid_on, since=since, today=today)
