"""지급 결재 — handed in by one person with the recognised amount, approved or sent back by another."""

from datetime import datetime
from uuid import UUID

from django.utils import timezone

from majungmul.books.parties import written
from majungmul.books.parties.queries.rows import locked
from majungmul.books.parties.require import another_person, require
from majungmul.books.trail.actions import action
from majungmul.stages.payment.actions import owing
from majungmul.stages.payment.actions.barring import (
    account_to_pay,
    refuse_ended,
    refuse_excluded,
    refuse_held,
    refuse_other_holder,
)
from majungmul.stages.payment.actions.lines import let_go, refuse_beyond
from majungmul.stages.payment.actions.recognising import recognise
from majungmul.stages.payment.models import Claim, Kind
from majungmul.stages.payment.queries import holder_fits, lines_of
from majungmul.stages.payment.refusals import HolderFits, NothingRecognised
from majungmul.stages.payment.states import after
from majungmul.values.actor import Actor
from majungmul.values.won import ZERO, total


@action("claim.submitted")
def submit(claim_id: UUID, *, by: Actor, at: datetime, key: str) -> Claim:
    """지급 결재 올림 — with what the recognised proofs come to, and no more than was claimed. Returns the claim.

    Refuses proofs that nobody looked at, a trade that may not be recognised, and nothing recognised.
    """
    row = locked(Claim, by, claim_id)
    require(by, "payment.submit", row)
    row.state = after("payment.submit", row.state, row.number)
    recognise(row)
    row.recognised = total(line.recognised or ZERO for line in lines_of(row))
    if row.recognised == ZERO:
        raise NothingRecognised
    row.submitted_by, row.submitted_at, row.sent_back_for = by.person, at, ""
    row.save()
    return row


@action("claim.sent_back")
def send_back(claim_id: UUID, reason: str, *, by: Actor, at: datetime, key: str) -> Claim:
    """지급 결재 반려 — with the reason. Returns the claim."""
    row = locked(Claim, by, claim_id)
    require(by, "payment.send_back", row)
    row.state = after("payment.send_back", row.state, row.number)
    row.sent_back_for = written.line(Claim, "sent_back_for", reason)
    row.recognised, row.submitted_by, row.submitted_at = None, None, None
    row.save()
    return row


@action("claim.approved")
def approve(claim_id: UUID, holder_reason: str = "", *, by: Actor, at: datetime, key: str) -> Claim:
    """지급 결재 — by another person than who handed it in. Returns the claim.

    Refuses an account that no second person has confirmed, or of another 예금주 without `holder_reason`; a
    claim on hold; a body under a sanction; more than is left of the award.
    """
    row = locked(Claim, by, claim_id)
    require(by, "payment.approve", row)
    row.state = after("payment.approve", row.state, row.number)
    another_person(by, row.submitted_by)
    refuse_held(row)
    refuse_ended(row)
    refuse_excluded(row, timezone.localdate(at))
    if row.kind == Kind.SUPPORT:
        refuse_beyond(row)
    if row.kind != Kind.GRANT:
        _take_account(row, holder_reason)
    row.decided_by, row.decided_at = by.person, at
    if row.kind == Kind.SUPPORT:
        owing.close_review(row)
    row.save()
    return row


@action("claim.holder_accepted")
def accept_holder(claim_id: UUID, holder_reason: str, *, by: Actor, at: datetime, key: str) -> Claim:
    """예금주가 다른 사유 확인 — of an account that changed after the approval. Returns the claim.

    Refuses who handed the claim in, and an account whose 예금주 is the body.
    """
    row = locked(Claim, by, claim_id)
    require(by, "payment.accept_holder", row)
    after("payment.accept_holder", row.state, row.number)
    another_person(by, row.submitted_by)
    account = account_to_pay(row)
    if holder_fits(account, row.body):
        raise HolderFits(holder=account.holder)
    row.bank_account, row.holder_reason = account, written.line(Claim, "holder_reason", holder_reason)
    row.save()
    return row


@action("claim.rejected")
def reject(claim_id: UUID, reason: str, *, by: Actor, at: datetime, key: str) -> Claim:
    """청구 불인정 — the whole of it, for a reason; its trades and proofs are free again. Returns the claim.

    Also of one that is approved, or came back from the bank, and proves wrong before it is paid.
    """
    row = locked(Claim, by, claim_id)
    require(by, "payment.reject", row)
    row.state = after("payment.reject", row.state, row.number)
    row.reason = written.line(Claim, "reason", reason)
    let_go(row)
    owing.close_review(row)
    owing.close_account_check(row)
    row.save()
    return row


def _take_account(row: Claim, holder_reason: str) -> None:
    """The account to which the claim will be paid, with the reason where its 예금주 is another."""
    account = account_to_pay(row)
    row.bank_account = account
    row.holder_reason = ""
    if not holder_fits(account, row.body) and holder_reason.strip():
        row.holder_reason = written.line(Claim, "holder_reason", holder_reason)
    refuse_other_holder(row, account)
