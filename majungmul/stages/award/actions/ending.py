"""종료 — given up by the body, revoked by two persons before money left, or ended by `settlement` after."""

from datetime import datetime
from uuid import UUID

from django.utils import timezone

from majungmul.books.ledger import postings
from majungmul.books.ledger.kinds import Role
from majungmul.books.ledger.models import Account
from majungmul.books.parties import written
from majungmul.books.parties.queries.rows import found, locked
from majungmul.books.parties.require import another_person, require
from majungmul.books.trail.actions import action
from majungmul.stages.application import actions as applications
from majungmul.stages.application.models import Application
from majungmul.stages.application.states import OVER
from majungmul.stages.application.states import State as ApplicationState
from majungmul.stages.award.actions.drafting import AwardThere, selected
from majungmul.stages.award.actions.owing import may_question, owe_nothing_more
from majungmul.stages.award.actions.requesting import ChangeOpen
from majungmul.stages.award.actions.sealing import seal_where_due
from majungmul.stages.award.models import Award, AwardChange, AwardLine, ChangeKind, Ending
from majungmul.stages.award.queries import changes_of, lines_of, open_change, title
from majungmul.stages.award.states import ChangeState, after, change_after
from majungmul.values.actor import Actor
from majungmul.values.refusal import Refusal
from majungmul.values.seal import Seal
from majungmul.values.won import ZERO

ENDED_WITH_IT = "결정이 종료되어 더 볼 것이 없음"


class MoneyOut(Refusal):
    """이미 나간 돈."""

    sentence = "‘{title}’에서는 이미 돈이 나갔습니다. 정산에서 종료하고 반환을 정해 주십시오."


class NotProposed(Refusal):
    """올라온 결정 취소 없음."""

    sentence = "‘{title}’에는 결재 올린 결정 취소가 없습니다. 담당자가 사유를 적어 ‘결정 취소 올림’을 먼저 해야 합니다."


@action("award.given_up")
def give_up(award_id: UUID, reason: str, *, by: Actor, at: datetime, key: str) -> Award:
    """지원 포기 — by the body, before any money left, also before it is decided. Returns the award.

    What was committed is free again, and the application is withdrawn: the body may apply once more.
    """
    award = locked(Award, by, award_id)
    require(by, "award.give_up", award)
    _refuse_money_out(award)
    _end(award, "award.give_up", reason, by, at)
    state, withdraw = award.application.state, applications.withdraw
    if state == ApplicationState.REVIEWING:
        withdraw = applications.withdraw_reviewed
    if state not in OVER:
        withdraw(award.application_id, reason, by=by, at=at, key=key)
    return award


@action("award.offer_declined")
def decline_offer(application_id: UUID, reason: str, *, by: Actor, at: datetime, key: str) -> Application:
    """선정 포기 — by a body that was selected, before an award is drafted. Returns the application, withdrawn.

    Refuses one not selected, and where an award is there: that is given up (`give_up`).
    """
    application = found(Application, by, application_id)
    require(by, "award.decline_offer", application)
    selected(application)
    if there := Award.objects.of(by.jurisdiction).filter(application=application).first():
        raise AwardThere(number=application.number, state=there.get_state_display())
    return applications.withdraw_reviewed(application_id, reason, by=by, at=at, key=key)


@action("award.revocation_proposed")
def propose_revocation(award_id: UUID, reason: str, *, by: Actor, at: datetime, key: str) -> AwardChange:
    """결정 취소 올림 — by an officer, before any money left, with the reason. Returns what waits for an approver.

    After money left `settlement` revokes, and asks it back.
    """
    award = locked(Award, by, award_id)
    require(by, "award.propose_revocation", award)
    after("award.propose_revocation", award.state, title(award))
    _refuse_money_out(award)
    if there := open_change(award, ChangeKind.REVOCATION):
        on = timezone.localdate(there.requested_at)
        raise ChangeOpen(title=title(award), kind=there.get_kind_display(), on=on)
    proposed = AwardChange(
        jurisdiction_id=by.jurisdiction,
        award=award,
        kind=ChangeKind.REVOCATION,
        state=ChangeState.SUBMITTED,
        is_minor=False,
        reason=written.line(AwardChange, "reason", reason),
        before=" · ".join(f"{line.label}: {line.amount}" for line in lines_of(award))[:300],
        submitted_by=by.person,
        requested_at=at,
    )
    proposed.save()
    return proposed


@action("award.revoked")
def revoke(
    award_id: UUID, reason: str, *, seal: Seal | None = None, by: Actor, at: datetime, key: str
) -> Award:
    """결정 취소 — what an officer proposed, by another person, before any money left. Returns the award.

    The city's needs its paper (`seal`). What was committed is free again; the body may question it.
    """
    award = locked(Award, by, award_id)
    require(by, "award.revoke", award)
    after("award.revoke", award.state, title(award))
    _refuse_money_out(award)
    proposed = open_change(award, ChangeKind.REVOCATION)
    if proposed is None:
        raise NotProposed(title=title(award))
    another_person(by, proposed.submitted_by)
    proposed.state = change_after("award.revoke", proposed.state, title(award))
    proposed.answered_by, proposed.answered_at = by.person, at
    proposed.answer = written.line(AwardChange, "answer", reason)
    proposed.save()
    today = timezone.localdate(at)
    seal_where_due(award, proposed, seal, (timezone.localdate(proposed.requested_at), today))
    _end(award, "award.revoke", reason, by, at)
    may_question(award, today)
    return award


@action("award.ended")
def end(award_id: UUID, reason: str, *, by: Actor, at: datetime, key: str) -> Award:
    """결정 종료 — called by `settlement` after money left: what is not yet out is free again. Returns the award."""
    award = locked(Award, by, award_id)
    require(by, "award.end", award)
    return _end(award, "award.end", reason, by, at)


def free(line: AwardLine, reason: str) -> None:
    """해제 — what is promised on and decided for the line, and has not left, is free again."""
    if line.account is None:
        return
    for payee in Account.objects.filter(of=line.account, role=Role.RECIPIENT, credits_pending__gt=0):
        postings.withdraw(payee, payee.credits_pending, reason)
    account = Account.objects.get(pk=line.account.pk)
    if account.credits_pending > ZERO:
        postings.release(account, account.credits_pending, reason)


ENDINGS = {
    "award.give_up": Ending.GIVEN_UP,
    "award.revoke": Ending.REVOKED,
    "award.end": Ending.ENDED,
}


def _end(award: Award, act: str, reason: str, by: Actor, at: datetime) -> Award:
    award.state = after(act, award.state, title(award))
    award.ending, award.ended_on = ENDINGS[act], timezone.localdate(at)
    award.end_reason = written.line(Award, "end_reason", reason)
    for line in lines_of(award):
        free(line, award.end_reason[:200])
    for change in changes_of(award).filter(state__in=(ChangeState.REQUESTED, ChangeState.SUBMITTED)):
        change.state, change.answered_at, change.answer = ChangeState.DECLINED, at, ENDED_WITH_IT
        change.save()
    owe_nothing_more(award, f"결정 {award.get_ending_display()}")
    award.save()
    return award


def _refuse_money_out(award: Award) -> None:
    """Refuse where money left already: that is for `settlement`."""
    if any(line.account and line.account.credits_posted > ZERO for line in lines_of(award)):
        raise MoneyOut(title=title(award))
