"""지급 보류 — a claim is stopped for a reason until it is released; what is with the bank cannot be."""

from datetime import datetime
from uuid import UUID

from majungmul.books.parties import written
from majungmul.books.parties.queries.rows import locked
from majungmul.books.parties.require import require
from majungmul.books.trail.actions import action
from majungmul.stages.payment.models import Claim
from majungmul.stages.payment.refusals import HeldAlready, NotHeld
from majungmul.stages.payment.states import after
from majungmul.values.actor import Actor


@action("claim.held")
def hold(claim_id: UUID, reason: str, *, by: Actor, at: datetime, key: str) -> Claim:
    """지급 보류 — it is neither approved nor listed for the bank until it is released. Returns the claim."""
    row = locked(Claim, by, claim_id)
    require(by, "payment.hold", row)
    after("payment.hold", row.state, row.number)
    if row.held_for:
        raise HeldAlready(number=row.number, reason=row.held_for)
    row.held_for = written.line(Claim, "held_for", reason)
    row.save()
    return row


@action("claim.released")
def release(claim_id: UUID, *, by: Actor, at: datetime, key: str) -> Claim:
    """지급 보류 풀기 — Returns the claim. Refuses one that is not on hold."""
    row = locked(Claim, by, claim_id)
    require(by, "payment.release", row)
    after("payment.release", row.state, row.number)
    if not row.held_for:
        raise NotHeld(number=row.number)
    row.held_for = ""
    row.save()
    return row
