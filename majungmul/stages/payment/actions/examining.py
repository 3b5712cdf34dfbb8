"""지급 심사 — an officer asks for a correction, or recognises each proof, less only with a reason."""

from datetime import datetime
from uuid import UUID

from django.utils import timezone

from majungmul.books.parties import written
from majungmul.books.parties.queries.rows import locked
from majungmul.books.parties.require import require
from majungmul.books.trail.actions import action
from majungmul.stages.payment.actions import owing
from majungmul.stages.payment.actions.barring import refuse_barred
from majungmul.stages.payment.models import Claim, ClaimCorrection, Kind, Proof
from majungmul.stages.payment.queries import most_of
from majungmul.stages.payment.refusals import (
    LessThanNothing,
    LessWithoutReason,
    MoreThanProved,
    NoDaysToCorrect,
    ProofTakenOut,
    ReturnCountsWhole,
    WrongKindOfClaim,
)
from majungmul.stages.payment.states import after
from majungmul.values.actor import Actor
from majungmul.values.won import ZERO, Won

MOST_DAYS = 60


@action("claim.correction_asked")
def ask_correction(
    claim_id: UUID, field: str, what: str, days: int, *, by: Actor, at: datetime, key: str
) -> ClaimCorrection:
    """청구 보완요청 — at a field, within so many days. Returns the correction; the body owes it.

    Refuses other claims than of support (they are taken back and made anew), and days out of reason.
    """
    row = locked(Claim, by, claim_id)
    require(by, "payment.ask_correction", row)
    row.state = after("payment.ask_correction", row.state, row.number)
    if row.kind != Kind.SUPPORT:
        raise WrongKindOfClaim(kind=row.get_kind_display(), act="청구 보완요청")
    if not 1 <= days <= MOST_DAYS:
        raise NoDaysToCorrect(days=days, most=MOST_DAYS)
    row.save()
    correction = ClaimCorrection(
        jurisdiction_id=by.jurisdiction,
        claim=row,
        field=written.line(ClaimCorrection, "field", field),
        what=written.line(ClaimCorrection, "what", what),
        due_on=owing.open_correction(row, timezone.localdate(at), days).due_on,
        asked_at=at,
    )
    correction.save()
    return correction


@action("proof.recognised")
def recognise_proof(
    proof_id: UUID, amount: Won, reason: str = "", *, by: Actor, at: datetime, key: str
) -> Proof:
    """증빙 인정 — how much of the proof counts; less than it says needs a reason. Returns the proof.

    Of a trade its 공급가액 counts, of the operator's own spending with VAT. Refuses to recognise anything of a
    trade that may not be (before the city's 통지), and to leave out what was given back (수정세금계산서).
    """
    proof = locked(Proof, by, proof_id)
    row = locked(Claim, by, proof.claim_id)
    require(by, "payment.recognise_proof", row)
    after("payment.recognise_proof", row.state, row.number)
    if proof.is_withdrawn:
        raise ProofTakenOut(approval_number=proof.approval_number)
    most = most_of(proof)
    _refuse_amount(most, amount)
    if amount < most and not reason.strip():
        raise LessWithoutReason
    if amount > ZERO:
        refuse_barred(proof.line)
    proof.recognised = amount
    proof.less_reason = reason.strip() and written.line(Proof, "less_reason", reason)
    proof.save()
    return proof


def _refuse_amount(most: Won, amount: Won) -> None:
    if most < ZERO and amount != most:
        raise ReturnCountsWhole(supply=most)
    if amount > most:
        raise MoreThanProved(supply=most)
    if most > ZERO > amount:
        raise LessThanNothing(amount=amount)
