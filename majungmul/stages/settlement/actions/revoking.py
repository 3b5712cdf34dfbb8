"""취소 — an award is revoked on the grounds of the law, by two persons; what was paid is then asked back."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.utils import timezone

from majungmul.books.parties import written
from majungmul.books.parties.kinds import OfficeKind
from majungmul.books.parties.queries.rows import locked
from majungmul.books.parties.require import another_person, require
from majungmul.books.trail.actions import action
from majungmul.programmes.reasons import Grounds, Reason, reason_on
from majungmul.stages.award import actions as awards
from majungmul.stages.award.models import Award
from majungmul.stages.award.states import State as AwardState
from majungmul.stages.settlement.actions.refund_draft import BY_AGREEMENT, recipient_reason
from majungmul.stages.settlement.actions.refund_refusals import (
    AwardNotInEffect,
    NothingPaidYet,
    RevocationOpen,
    RevokedMoreThanPaid,
)
from majungmul.stages.settlement.actions.refund_seal import effective_day
from majungmul.stages.settlement.models import Revocation
from majungmul.stages.settlement.queries.standing import may_be_asked_back
from majungmul.stages.settlement.states import RevocationState, revocation_after
from majungmul.values.actor import Actor
from majungmul.values.seal import Seal
from majungmul.values.won import ZERO, Won, total

STEP = "revocation"
END_REASON = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class RevocationDraft:
    """취소 안 — of which award, on which grounds, the facts, and how much of what was paid it concerns.

    `is_whole`: the award ends, and what is not yet paid is free. A part leaves it in effect.
    """

    award: UUID
    grounds: str
    facts: str
    principal: Won
    is_whole: bool = True


@action("revocation.submitted")
def submit_revocation(said: RevocationDraft, *, by: Actor, at: datetime, key: str) -> Revocation:
    """결정 취소 결재 올림 — Returns the revocation.

    Refuses grounds that the law of the day does not have, an award of which nothing was paid (that one is revoked by
    `award`), more than was paid and not yet asked back, and a second one while one waits.
    """
    award = locked(Award, by, said.award)
    require(by, "settlement.submit_revocation", award)
    _refuse_award(award)
    left = total(may_be_asked_back(line) for line in award.lines.all())
    if left == ZERO:
        raise NothingPaidYet(award=award.number)
    if not ZERO < said.principal <= left:
        raise RevokedMoreThanPaid(left=left, asked=said.principal)
    reason = grounds_of(award, said.grounds, timezone.localdate(at))
    revocation = Revocation(
        jurisdiction_id=by.jurisdiction,
        award=award,
        office=award.office,
        body=award.body,
        state=RevocationState.SUBMITTED,
        is_whole=said.is_whole,
        grounds=reason.code,
        grounds_label=reason.label,
        law=reason.article or BY_AGREEMENT,
        facts=written.line(Revocation, "facts", said.facts),
        principal=said.principal,
        submitted_by=by.person,
        submitted_on=timezone.localdate(at),
    )
    revocation.save()
    return revocation


@action("revocation.sent_back")
def send_back_revocation(
    revocation_id: UUID, reason: str, *, by: Actor, at: datetime, key: str
) -> Revocation:
    """결정 취소 반려 — with the reason. Returns the revocation."""
    revocation = locked(Revocation, by, revocation_id)
    require(by, "settlement.send_back_revocation", revocation)
    act = "settlement.send_back_revocation"
    revocation.state = revocation_after(act, revocation.state, revocation.award.number)
    revocation.reason = written.line(Revocation, "reason", reason)
    revocation.save()
    return revocation


@action("revocation.decided")
def revoke(
    revocation_id: UUID, given: Seal | None = None, *, by: Actor, at: datetime, key: str
) -> Revocation:
    """결정 취소 — by another person, of the city by its paper; of the whole, what is not paid is free. Returns it."""
    revocation = locked(Revocation, by, revocation_id)
    require(by, "settlement.revoke", revocation)
    revocation.state = revocation_after("settlement.revoke", revocation.state, revocation.award.number)
    another_person(by, revocation.submitted_by)
    revocation.decided_by = by.person
    days = (revocation.submitted_on, timezone.localdate(at))
    revocation.decided_on = effective_day(revocation, STEP, given, days)
    if revocation.is_whole:
        awards.end(revocation.award_id, revocation.facts[:END_REASON], by=by, at=at, key=key)
    revocation.save()
    return revocation


def grounds_of(award: Award, code: str, on: date) -> Reason:
    """취소 사유 — of the law of the day: of the city's award by 교부결정 취소, below it by what holds for a 수령자."""
    if award.office.kind == OfficeKind.CITY:
        return reason_on(on, Grounds.REVOCATION, code, award.jurisdiction.code)
    return recipient_reason(code, on, award.jurisdiction.code)


def _refuse_award(award: Award) -> None:
    if award.state != AwardState.EFFECTIVE:
        raise AwardNotInEffect(award=award.number or "결정 전의 안", state=award.get_state_display())
    waiting = Revocation.objects.of(award.jurisdiction_id).filter(award=award)
    if waiting.filter(state=RevocationState.SUBMITTED).exists():
        raise RevocationOpen(award=award.number)
