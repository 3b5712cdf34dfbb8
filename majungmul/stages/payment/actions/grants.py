"""교부청구와 교부 — the operator claims an instalment of each line; the city pays it out by its paper."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils import timezone

from majungmul.books.ledger import postings
from majungmul.books.parties.queries.accounts import account_at
from majungmul.books.parties.queries.rows import found, locked
from majungmul.books.parties.require import require
from majungmul.books.trail.actions import action
from majungmul.books.trail.numbering import next_number
from majungmul.programmes.reasons import Departure, reason_on
from majungmul.stages.award.models import Award, AwardLine
from majungmul.stages.award.states import State as AwardState
from majungmul.stages.delivery.queries import checks_of
from majungmul.stages.payment.actions import owing
from majungmul.stages.payment.actions.barring import refuse_ended, refuse_excluded, refuse_held
from majungmul.stages.payment.models import Claim, ClaimLine, Kind
from majungmul.stages.payment.queries import GrantRest, grants_of, lines_of, rests_of
from majungmul.stages.payment.refusals import AwardNotInEffect, ClaimedNothing
from majungmul.stages.payment.refusals_of_grants import (
    MoreThanDecided,
    NoSecondBeforeCheck,
    NotThisAwardsLine,
    SealedBeforeApproval,
)
from majungmul.stages.payment.states import State, after
from majungmul.stages.plan.actions.sealing import seal_step
from majungmul.values.actor import Actor
from majungmul.values.seal import Seal
from majungmul.values.won import ZERO, Won, total

STEP = "disbursement"


@dataclass(frozen=True, slots=True, kw_only=True)
class GrantClaim:
    """교부청구 안 — how much of each line; `single_reason` is the code why all at once, where it is so."""

    amounts: dict[UUID, Won]
    single_reason: str = ""


@action("grant.claimed")
def claim_grant(award_id: UUID, said: GrantClaim, *, by: Actor, at: datetime, key: str) -> Claim:
    """교부청구 — the next instalment. Returns the claim.

    Refuses a second one before a 중간점검 is passed after the first was paid out, more of a line than was
    decided, and the whole at once without a reason of the law of the day.
    """
    award = locked(Award, by, award_id)
    require(by, "payment.claim_grant", award)
    if award.state != AwardState.EFFECTIVE:
        raise AwardNotInEffect(award=award.number, state=award.get_state_display())
    instalment = _instalment(award)
    asked = _asked(award, said, by)
    whole = total(amount for _, amount in asked)
    row = Claim(
        jurisdiction_id=by.jurisdiction,
        award=award,
        office=award.office,
        body=award.body,
        kind=Kind.GRANT,
        state=State.RECEIVED,
        number=next_number(
            Claim.objects.of(by.jurisdiction).filter(office=award.office),
            f"{award.application.call.year}-교부청구",
        ),
        received_at=at,
        claimed=whole,
        calculated=whole,
        bank_account=account_at(award.body, at),
        instalment=instalment,
        single_reason=_single(award, whole, said, at),
    )
    row.save()
    for order, (rest, amount) in enumerate(asked, start=1):
        _write(row, order, rest, amount)
    owing.open_review(row, at)
    return row


@action("grant.disbursed")
def disburse(claim_id: UUID, given: Seal, *, by: Actor, at: datetime, key: str) -> Claim:
    """교부 — by the city's paper: each line's award has the money. Returns the claim.

    Refuses a claim on hold, a body under a sanction, and a paper older than its approval.
    """
    row = locked(Claim, by, claim_id)
    require(by, "payment.disburse", row)
    row.state = after("payment.disburse", row.state, row.number)
    refuse_held(row)
    refuse_ended(row)
    refuse_excluded(row, given.on)
    if row.decided_at and given.on < (decided := timezone.localdate(row.decided_at)):
        raise SealedBeforeApproval(on=given.on, decided=decided)
    sealed = seal_step(row, STEP, given, today=timezone.localdate(at))
    for line in lines_of(row):
        if line.line.account and line.recognised and line.recognised > ZERO:
            postings.disburse(line.line.account, line.recognised)
    row.paid_on = sealed.effective_on
    owing.close_review(row)
    row.save()
    return row


def _instalment(award: Award) -> int:
    """회차 — Refuses a later one before the latest 중간점검 was passed, on or after the day of the first 교부."""
    earlier = list(grants_of(award))
    if not earlier:
        return 1
    number = max(each.instalment or 0 for each in earlier) + 1
    check = checks_of(award).last()
    first = earlier[0].paid_on
    unpaid = any(each.state != State.PAID for each in earlier)
    if unpaid or first is None or check is None or not check.is_passed or check.checked_on < first:
        raise NoSecondBeforeCheck(instalment=number)
    return number


def _asked(award: Award, said: GrantClaim, by: Actor) -> list[tuple[GrantRest, Won]]:
    """How much of which line. Refuses another award's line, less than nothing, and more than is left of one."""
    rests = {rest.line.pk: rest for rest in rests_of(award)}
    asked = []
    for line_id, amount in said.amounts.items():
        rest = rests.get(line_id)
        if rest is None:
            other = found(AwardLine, by, line_id)
            raise NotThisAwardsLine(line=other.label, award=award.number)
        if amount < ZERO:
            raise ClaimedNothing(what=rest.line.label, claimed=amount)
        if amount > rest.left:
            raise MoreThanDecided(line=rest.line.label, decided=rest.decided, left=rest.left, asked=amount)
        if amount > ZERO:
            asked.append((rest, amount))
    if not asked:
        raise ClaimedNothing(what="교부청구", claimed=ZERO)
    return asked


def _write(row: Claim, order: int, rest: GrantRest, amount: Won) -> None:
    before = rest.decided - rest.left
    ClaimLine(
        jurisdiction_id=row.jurisdiction_id,
        claim=row,
        order=order,
        line=rest.line,
        claimed=amount,
        calculated=amount,
        because=f"결정액 {rest.decided} − 앞서 청구한 {before} 가운데 {amount}",
    ).save()


def _single(award: Award, asked: Won, said: GrantClaim, at: datetime) -> str:
    """The reason for one instalment, of the law of the day; empty where it is one of several."""
    whole = total(line.amount for line in award.lines.all())
    if asked < whole and not said.single_reason:
        return ""
    reason = reason_on(
        timezone.localdate(at), Departure.SINGLE_DISBURSEMENT, said.single_reason, award.jurisdiction.code
    )
    return reason.code
