"""지원금 청구 — handed in with proofs and the report; corrected on request; withdrawn before it is decided."""

from datetime import datetime
from uuid import UUID

from django.utils import timezone

from majungmul.books.parties import written
from majungmul.books.parties.models import BankAccount
from majungmul.books.parties.queries.bodies import family
from majungmul.books.parties.queries.rows import found, locked
from majungmul.books.parties.require import require
from majungmul.books.trail.actions import action
from majungmul.books.trail.numbering import next_number
from majungmul.stages.award.models import Award
from majungmul.stages.award.states import State as AwardState
from majungmul.stages.payment.actions import owing
from majungmul.stages.payment.actions.drafts import ClaimDraft
from majungmul.stages.payment.actions.files import Files, attach_all, refuse_unfit
from majungmul.stages.payment.actions.lines import let_go, write_lines
from majungmul.stages.payment.actions.reporting import write_report
from majungmul.stages.payment.models import Claim, Kind
from majungmul.stages.payment.refusals import AwardNotInEffect, NotTheirAccount, WrongKindOfClaim
from majungmul.stages.payment.states import State, after
from majungmul.values.actor import Actor
from majungmul.values.won import ZERO


@action("claim.received")
def claim(award_id: UUID, said: ClaimDraft, files: Files, *, by: Actor, at: datetime, key: str) -> Claim:
    """지원금 청구 — of the trades of an award, with their proofs. Returns the claim, worked out by the terms.

    Refuses a 승인번호 that any claim has, a trade claimed before, more than the rule or the award gives, an
    account of another, missing papers, and a difference between plan and result without a reason.
    """
    award = locked(Award, by, award_id)
    require(by, "payment.claim", award)
    if award.state != AwardState.EFFECTIVE:
        raise AwardNotInEffect(award=award.number, state=award.get_state_display())
    claims = Claim.objects.of(by.jurisdiction).filter(office=award.office)
    row = Claim(
        jurisdiction_id=by.jurisdiction,
        award=award,
        office=award.office,
        body=award.body,
        kind=Kind.SUPPORT,
        state=State.RECEIVED,
        number=next_number(claims, f"{award.application.call.year}-청구"),
        received_at=at,
        calculated=ZERO,
        bank_account=_account(award, said.bank_account, by),
    )
    _write(row, said, files, by, at)
    owing.open_review(row, at)
    owing.close_last_claim(row)
    return row


@action("claim.corrected")
def correct(
    claim_id: UUID, said: ClaimDraft, files: Files, answer: str, *, by: Actor, at: datetime, key: str
) -> Claim:
    """청구 보완 — the claim as it is now; what it said before stays as its earlier version. Returns the claim.

    Trades and proofs that it no longer names are free again. `files` are those that are new.
    """
    row = locked(Claim, by, claim_id)
    require(by, "payment.correct", row)
    row.state = after("payment.correct", row.state, row.number)
    _refuse_other_kind(row, "청구 보완")
    let_go(row)
    row.version, row.recognised = row.version + 1, None
    row.bank_account = _account(row.award, said.bank_account, by)
    _write(row, said, files, by, at)
    for correction in row.corrections.filter(answered_at=None):
        correction.answered_at, correction.answer = at, written.line(type(correction), "answer", answer)
        correction.save()
    owing.close_correction(row)
    owing.close_last_claim(row)
    return row


@action("claim.withdrawn")
def withdraw(claim_id: UUID, reason: str, *, by: Actor, at: datetime, key: str) -> Claim:
    """청구 취하 — its trades and proofs may be claimed anew. Returns the claim."""
    row = locked(Claim, by, claim_id)
    require(by, "payment.withdraw", row)
    row.state = after("payment.withdraw", row.state, row.number)
    row.reason = written.line(Claim, "reason", reason)
    let_go(row)
    owing.close_review(row)
    owing.close_correction(row)
    row.save()
    return row


def _account(award: Award, account_id: UUID, by: Actor) -> BankAccount:
    account = found(BankAccount, by, account_id)
    if account.organisation_id not in family(award.body):
        raise NotTheirAccount(body=award.body.name)
    return account


def _refuse_other_kind(row: Claim, act: str) -> None:
    if row.kind != Kind.SUPPORT:
        raise WrongKindOfClaim(kind=row.get_kind_display(), act=act)


def _write(row: Claim, said: ClaimDraft, files: Files, by: Actor, at: datetime) -> None:
    """The claim's lines, proofs, report and files, and what it comes to."""
    refuse_unfit(row, files)
    today = timezone.localdate(at)
    lines = write_lines(row, said, by, today)
    write_report(row, said.report, lines, today)
    attach_all(row, files)
