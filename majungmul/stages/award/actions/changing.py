"""변경의 결재 — handed in by one person and answered by another; the money moves with it."""

from datetime import date, datetime
from uuid import UUID

from django.utils import timezone

from majungmul.books.duties.actions import close_all
from majungmul.books.ledger import postings
from majungmul.books.ledger.kinds import Kind, Role
from majungmul.books.ledger.models import Account, CarryOver
from majungmul.books.parties import written
from majungmul.books.parties.names import plain
from majungmul.books.parties.queries.bodies import family, find
from majungmul.books.parties.queries.rows import locked
from majungmul.books.parties.require import another_person, require
from majungmul.books.trail.actions import action
from majungmul.stages.award.actions.deciding import commit, open_account
from majungmul.stages.award.actions.lines import refuse_beyond
from majungmul.stages.award.actions.owing import ANSWER_CHANGE
from majungmul.stages.award.actions.sealing import seal_where_due
from majungmul.stages.award.models import Award, AwardChange, AwardLine, ChangeKind
from majungmul.stages.award.queries import lines_of, title
from majungmul.stages.award.states import after, change_after
from majungmul.values.actor import Actor
from majungmul.values.refusal import Refusal
from majungmul.values.seal import Seal
from majungmul.values.won import ZERO, Won


class WithItself(Refusal):
    """자기와의 거래."""

    sentence = "바꿀 거래조합 ‘{partner}’이(가) 지원받는 조합 자신입니다. 다른 조합을 적어 주십시오."


class NothingChanges(Refusal):
    """달라지는 것 없음."""

    sentence = "지금과 같아서 바뀌는 것이 없습니다({now}). 바꿀 내용을 적어 주십시오."


class OtherLine(Refusal):
    """다른 결정의 항목."""

    sentence = (
        "‘{label}’은(는) 이 결정의 항목이 아니거나 두 칸에 같은 항목을 골랐습니다. 항목을 다시 골라 주십시오."
    )


class BelowWhatLeft(Refusal):
    """이미 나간 돈보다 적음."""

    sentence = (
        "‘{label}’에서 이미 {left}이 나가 {asked}까지 줄일 수 없습니다. {left} 이상으로 적거나 "
        "먼저 돌려받아 주십시오."
    )


class NotInLine(Refusal):
    """옮길 금액 부족."""

    sentence = (
        "‘{label}’에서 아직 쓰거나 쓰기로 하지 않은 금액은 {free}인데 {asked}을 옮기려 합니다. "
        "{free}까지로 줄여 주십시오."
    )


class OutsideTheYear(Refusal):
    """바꿀 수 없는 종료일."""

    sentence = (
        "종료일 {until:%Y. %-m. %-d.}은(는) 사업 시작일 {since:%Y. %-m. %-d.}의 뒤, {year}년 안이어야 합니다. "
        "다음 해까지 이어지면 먼저 이월 승인을 받아 주십시오."
    )


class DecidedElsewhere(Refusal):
    """결정 취소로 답할 것."""

    sentence = "올라온 것은 ‘결정 취소’입니다. ‘결정 취소’에서 결재하거나, 불승인해 주십시오."


@action("award.change_submitted")
def submit_change(change_id: UUID, *, by: Actor, at: datetime, key: str) -> AwardChange:
    """변경 결재 올림 — Returns the change."""
    change = locked(AwardChange, by, change_id)
    require(by, "award.submit_change", change.award)
    after("award.submit_change", change.award.state, title(change.award))
    change.state = change_after("award.submit_change", change.state, title(change.award))
    change.submitted_by = by.person
    change.save()
    return change


@action("award.change_approved")
def approve_change(
    change_id: UUID, answer: str, *, seal: Seal | None = None, by: Actor, at: datetime, key: str
) -> AwardChange:
    """변경 승인 — by another person; the money moves with it. Returns the change.

    The city's needs its paper (`seal`). Refuses what cannot be any more, and more than is free.
    """
    change = _answered(change_id, "award.approve_change", answer, by, at)
    if change.kind == ChangeKind.REVOCATION:
        raise DecidedElsewhere
    days = (timezone.localdate(change.requested_at), timezone.localdate(at))
    seal_where_due(change.award, change, seal, days)
    refuse_impossible(change)
    carry_out(change)
    change.save()
    return change


@action("award.change_declined")
def decline_change(change_id: UUID, answer: str, *, by: Actor, at: datetime, key: str) -> AwardChange:
    """변경 불승인 — with the reason; nothing changes. Of a proposed 결정 취소, too. Returns the change."""
    change = _answered(change_id, "award.decline_change", answer, by, at)
    change.save()
    return change


def refuse_impossible(change: AwardChange) -> None:
    """Refuse what can't be as things stand: a trade with oneself, nothing changed, less than left, another line."""
    match change.kind:
        case ChangeKind.PARTNER:
            _refuse_partner(change)
        case ChangeKind.AMOUNT if change.line and change.amount is not None:
            _refuse_line(change.award, change.line)
            _refuse_amount(change.line, change.amount)
        case ChangeKind.DISTRIBUTION if change.line and change.to_line and change.amount is not None:
            _refuse_line(change.award, change.line, change.to_line)
            _refuse_move(change.line, change.amount)
        case ChangeKind.PERIOD if change.until:
            _refuse_until(change.award, change.until)


def carry_out(change: AwardChange) -> None:
    """What was asked for holds: amounts move in the ledger, the last day in the award."""
    if change.kind == ChangeKind.AMOUNT and change.line and change.amount is not None:
        _change_amount(AwardLine.objects.get(pk=change.line.pk), change.amount, change.reason)
    elif change.kind == ChangeKind.DISTRIBUTION and change.line and change.to_line and change.amount:
        _move(change.line, change.to_line, change.amount, change.reason)
    elif change.kind == ChangeKind.PERIOD and change.until:
        change.award.until = change.until
        change.award.save()


def _answered(change_id: UUID, act: str, answer: str, by: Actor, at: datetime) -> AwardChange:
    change = locked(AwardChange, by, change_id)
    change.award = locked(Award, by, change.award_id)
    require(by, act, change.award)
    after(act, change.award.state, title(change.award))
    change.state = change_after(act, change.state, title(change.award))
    another_person(by, change.submitted_by)
    change.answered_by, change.answered_at = by.person, at
    change.answer = written.line(AwardChange, "answer", answer)
    close_all(change, ANSWER_CHANGE)
    return change


def _refuse_partner(change: AwardChange) -> None:
    award = change.award
    known = {body.pk for body in find(award.jurisdiction_id, change.partner).same}
    if known & set(family(award.body)) or plain(change.partner) == plain(award.body.name):
        raise WithItself(partner=change.partner)
    if change.before == f"거래조합: {change.partner}":
        raise NothingChanges(now=change.before)


def _refuse_line(award: Award, *lines: AwardLine) -> None:
    own = set(lines_of(award).values_list("pk", flat=True))
    for place, line in enumerate(lines):
        if line.pk not in own or line in lines[:place]:
            raise OtherLine(label=line.label)


def _refuse_amount(line: AwardLine, amount: Won) -> None:
    now = AwardLine.objects.select_related("account", "of").get(pk=line.pk)
    if amount == now.amount:
        raise NothingChanges(now=f"{now.label} {now.amount}")
    left = now.account.credits_posted if now.account else ZERO
    if amount < left:
        raise BelowWhatLeft(label=now.label, left=left, asked=amount)
    if amount > now.amount:
        refuse_beyond(now.of, amount - now.amount)


def _refuse_move(line: AwardLine, amount: Won) -> None:
    account = Account.objects.filter(pk=line.account_id).first() if line.account_id else None
    free = account.free if account else ZERO
    if amount > free:
        raise NotInLine(label=line.label, free=free, asked=amount)


def _refuse_until(award: Award, until: date) -> None:
    if until == award.until:
        raise NothingChanges(now=f"사업 종료일 {until:%Y. %-m. %-d.} 전까지")
    year = award.application.call.year
    funding = [line.account_id for line in lines_of(award)] + [line.of_id for line in lines_of(award)]
    carried = CarryOver.objects.of(award.jurisdiction_id).filter(account__in=funding, until__gte=until)
    if until <= award.since or (until > date(year + 1, 1, 1) and not carried.exists()):
        raise OutsideTheYear(until=until, since=award.since, year=year)


def _change_amount(line: AwardLine, amount: Won, reason: str) -> None:
    if amount > line.amount:
        commit(line, amount - line.amount)
    else:
        account = open_account(line)
        if line.of.kind == Kind.AWARD:
            payee = Account.objects.get(of=account, role=Role.RECIPIENT, party=line.award.body_id)
            postings.withdraw(payee, line.amount - amount, reason[:200])
        postings.release(account, line.amount - amount, reason[:200])
    line.amount = amount
    line.save()


def _move(line: AwardLine, to_line: AwardLine, amount: Won, reason: str) -> None:
    postings.redistribute(open_account(line), open_account(to_line), amount, reason[:200])
    line.amount, to_line.amount = line.amount - amount, to_line.amount + amount
    line.save()
    to_line.save()
