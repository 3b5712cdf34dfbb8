"""결정 — handed in by one person and decided by another; the city's takes effect by its paper alone."""

from datetime import date, datetime
from uuid import UUID

from django.utils import timezone

from majungmul.books.ledger import accounts, postings
from majungmul.books.ledger.kinds import Kind, Role
from majungmul.books.ledger.models import Account
from majungmul.books.parties import written
from majungmul.books.parties.queries.rows import locked
from majungmul.books.parties.require import another_person, require
from majungmul.books.trail.actions import action
from majungmul.books.trail.numbering import next_number
from majungmul.stages.award.actions.drafting import refuse_excluded, selected
from majungmul.stages.award.actions.lines import refuse_not_free
from majungmul.stages.award.actions.owing import owe_after_decision
from majungmul.stages.award.actions.sealing import AWARD, seal_step
from majungmul.stages.award.models import Award, AwardLine
from majungmul.stages.award.queries import lines_of, proposal_of, title
from majungmul.stages.award.states import after
from majungmul.values.actor import Actor
from majungmul.values.refusal import Refusal
from majungmul.values.seal import Seal
from majungmul.values.won import ZERO, Won


class NumberUsed(Refusal):
    """이미 쓴 문서번호."""

    sentence = (
        "문서번호 ‘{number}’은(는) 다른 결정에 이미 쓰였습니다. 이 결정을 시행한 문서의 번호를 적어 주십시오."
    )


@action("award.submitted")
def submit(award_id: UUID, *, by: Actor, at: datetime, key: str) -> Award:
    """결정 결재 올림 — Returns the award. Refuses more than is free in what funds it, and an excluded body."""
    award = locked(Award, by, award_id)
    require(by, "award.submit", award)
    award.state = after("award.submit", award.state, title(award))
    selected(award.application)
    refuse_excluded(award.body, timezone.localdate(at))
    refuse_not_free(award)
    award.submitted_by, award.submitted_at, award.sent_back_for = by.person, at, ""
    award.save()
    return award


@action("award.sent_back")
def send_back(award_id: UUID, reason: str, *, by: Actor, at: datetime, key: str) -> Award:
    """결정 결재 반려 — with the reason; what was proposed is kept to compare. Returns the award."""
    award = locked(Award, by, award_id)
    require(by, "award.send_back", award)
    award.state = after("award.send_back", award.state, title(award))
    award.sent_back_for = written.line(Award, "sent_back_for", reason)
    sent_back = {"on": f"{timezone.localdate(at)}", "why": award.sent_back_for, "said": proposal_of(award)}
    award.earlier = [*award.earlier, sent_back]
    award.save()
    return award


@action("award.decided")
def decide(award_id: UUID, *, by: Actor, at: datetime, key: str) -> Award:
    """지원결정 — by another person than who handed it in; each line's money is committed. Returns the award.

    Refuses more than is free in the account that funds it.
    """
    award = locked(Award, by, award_id)
    require(by, "award.decide", award)
    award.state = after("award.decide", award.state, title(award))
    _decided(award, by, at)
    year = award.application.call.year
    own = Award.objects.of(by.jurisdiction).filter(office=award.office)
    _begin(award, next_number(own, f"{year}-지원결정"), timezone.localdate(at))
    return award


@action("award.approved")
def approve(award_id: UUID, *, by: Actor, at: datetime, key: str) -> Award:
    """교부결정 결재 — decided within the city, and not yet in effect. Returns the award."""
    award = locked(Award, by, award_id)
    require(by, "award.approve", award)
    award.state = after("award.approve", award.state, title(award))
    _decided(award, by, at)
    award.save()
    return award


@action("award.took_effect")
def take_effect(award_id: UUID, given: Seal, *, by: Actor, at: datetime, key: str) -> Award:
    """교부결정 시행 — by its 문서번호 and 시행일 of 온나라; each line's money is committed. Returns the award.

    Refuses a day before it was decided or to come, a number of another award, 보탬e before there was one.
    """
    award = locked(Award, by, award_id)
    require(by, "award.take_effect", award)
    award.state = after("award.take_effect", award.state, title(award))
    today = timezone.localdate(at)
    refuse_excluded(award.body, today)
    number = " ".join(given.number.split())
    same = Award.objects.of(by.jurisdiction).filter(office=award.office, number=number)
    if number and same.filter(effective_on__year=given.on.year).exists():  # they begin anew each year
        raise NumberUsed(number=number)
    decided_on = timezone.localdate(award.decided_at) if award.decided_at else today
    sealed = seal_step(award, AWARD, given, decided_on, today)
    _begin(award, sealed.number, sealed.effective_on)
    return award


def open_account(line: AwardLine) -> Account:
    """결정의 계정 — of a line, opened where it has none yet. Returns it."""
    if line.account is None:
        award = line.award
        earlier = (
            AwardLine.objects.of(award.jurisdiction_id).filter(of=line.of, account__isnull=False).count()
        )
        label = f"{award.body.name} {line.label}"[:160]
        line.account = accounts.open_award(line.of, f"award{earlier + 1}", label)
        line.save()
    return line.account


def commit(line: AwardLine, amount: Won) -> None:
    """지출원인행위 — money is decided for the line; a recipient's share is promised at once."""
    account = open_account(line)
    postings.decide(account, amount)
    if line.of.kind == Kind.AWARD:
        body = line.award.body
        postings.promise(accounts.open_payee(account, body.pk, Role.RECIPIENT, body.name), amount)


def _decided(award: Award, by: Actor, at: datetime) -> None:
    another_person(by, award.submitted_by)
    selected(award.application)
    refuse_excluded(award.body, timezone.localdate(at))
    refuse_not_free(award)
    award.decided_by, award.decided_at = by.person, at


def _begin(award: Award, number: str, day: date) -> None:
    """The award is in effect: its lines have accounts, on which the money is committed; what is owed is opened."""
    refuse_not_free(award)
    award.number, award.effective_on = number, day
    for line in lines_of(award):
        line.decided = line.amount
        line.save()
        if line.amount > ZERO:
            commit(line, line.amount)
    award.save()
    owe_after_decision(award, day)
