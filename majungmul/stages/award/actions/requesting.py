"""변경 신청 — what is asked for, of which kind, and whether it can be at all; one that is minor holds at once."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.utils import timezone

from majungmul.books.duties.actions import close_all
from majungmul.books.parties import written
from majungmul.books.parties.queries.rows import found, locked
from majungmul.books.parties.require import require
from majungmul.books.trail.actions import action
from majungmul.programmes.specification import specification
from majungmul.stages.award.actions.changing import carry_out, refuse_impossible
from majungmul.stages.award.actions.owing import owe_answer_to_change
from majungmul.stages.award.models import Award, AwardChange, AwardLine, ChangeKind
from majungmul.stages.award.queries import is_of_city, lines_of, open_change, partners_now, title
from majungmul.stages.award.states import ChangeState, after
from majungmul.stages.plan.queries import plan_of
from majungmul.values.actor import Actor
from majungmul.values.refusal import Refusal
from majungmul.values.won import ZERO, Won

HUNDRED = 100
PLAN_DUTY = "change_request"
"""중앙회의 한 해 할 일 — 사업비 배분 변경 승인 신청, which hangs on the plan."""


class ChangeOpen(Refusal):
    """열린 변경이 있음."""

    sentence = (
        "‘{title}’에는 {on:%Y. %-m. %-d.}에 신청한 ‘{kind}’이(가) 아직 답을 기다립니다. "
        "그 답이 나온 뒤 다시 신청해 주십시오."
    )


class NotAskedFor(Refusal):
    """신청하는 변경이 아님."""

    sentence = "‘{kind}’은(는) ‘{title}’에서 신청할 수 없습니다. {instead}"


class Missing(Refusal):
    """빠진 내용."""

    sentence = "‘{kind}’에는 {what}이(가) 있어야 합니다. 적고 다시 신청해 주십시오."


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeRequest:
    """변경 신청 — of the partner, of a line's amount (to `amount`), of the last day, or from line to line.

    `until` is the first day that the work no longer takes (exclusive).
    """

    kind: str
    reason: str
    line: UUID | None = None
    to_line: UUID | None = None
    amount: Won | None = None
    partner: str = ""
    until: date | None = None


@action("award.change_requested")
def request_change(award_id: UUID, asked: ChangeRequest, *, by: Actor, at: datetime, key: str) -> AwardChange:
    """변경 신청 — Returns the change; a minor one, as the programme's settings say, is approved already.

    Refuses a second open one of the kind, and what cannot be (`changing.refuse_impossible`).
    """
    award = locked(Award, by, award_id)
    require(by, "award.request_change", award)
    after("award.request_change", award.state, title(award))
    change = _read(award, asked, by, at)
    if there := open_change(award, change.kind):
        on = timezone.localdate(there.requested_at)
        raise ChangeOpen(title=title(award), kind=there.get_kind_display(), on=on)
    refuse_impossible(change)
    change.is_minor = _is_minor(change)
    if change.is_minor:
        change.state, change.answered_at, change.answer = ChangeState.APPROVED, at, "경미한 변경"
        carry_out(change)
    change.save()
    if not change.is_minor:
        owe_answer_to_change(change, timezone.localdate(at))
    if is_of_city(award) and change.kind == ChangeKind.DISTRIBUTION:
        _close_yearly(award)
    return change


def _read(award: Award, asked: ChangeRequest, by: Actor, at: datetime) -> AwardChange:
    kind = ChangeKind(written.one_of(AwardChange, "kind", asked.kind))
    _refuse_kind(award, kind)
    change = AwardChange(
        jurisdiction_id=by.jurisdiction,
        award=award,
        kind=kind,
        state=ChangeState.REQUESTED,
        is_minor=False,
        reason=written.line(AwardChange, "reason", asked.reason),
        requested_at=at,
    )
    match kind:
        case ChangeKind.PARTNER:
            change.partner = written.line(AwardChange, "partner", asked.partner)
        case ChangeKind.AMOUNT:
            change.line, change.amount = _line(kind, by, asked.line), _amount(kind, asked)
        case ChangeKind.DISTRIBUTION:
            change.line, change.to_line = _line(kind, by, asked.line), _line(kind, by, asked.to_line)
            change.amount = _amount(kind, asked)
        case _ if asked.until is None:
            raise Missing(kind=kind.label, what="바꿀 종료일")
        case _:
            change.until = asked.until
    change.before = _as_it_was(change)
    return change


def _refuse_kind(award: Award, kind: ChangeKind) -> None:
    """Refuse what this tier has not: a partner of the city's award, a distribution of one line."""
    instead = ""
    if kind == ChangeKind.REVOCATION:
        instead = "그만두려면 ‘지원 포기’를 해 주십시오."
    elif kind == ChangeKind.PARTNER and is_of_city(award):
        instead = "시의 교부결정에는 거래조합이 없습니다."
    elif kind == ChangeKind.DISTRIBUTION and not is_of_city(award):
        instead = "항목이 하나뿐이니 ‘금액 변경’을 신청해 주십시오."
    if instead:
        raise NotAskedFor(kind=kind.label, title=title(award), instead=instead)


def _line(kind: ChangeKind, by: Actor, line: UUID | None) -> AwardLine:
    if line is None:
        raise Missing(kind=kind.label, what="바꿀 결정 항목")
    return found(AwardLine, by, line)


def _amount(kind: ChangeKind, asked: ChangeRequest) -> Won:
    if asked.amount is None or asked.amount <= ZERO:
        raise Missing(kind=kind.label, what="1원 이상의 금액")
    return asked.amount


def _as_it_was(change: AwardChange) -> str:
    """바꾸기 전 — in words, as it is before what is asked for."""
    award = change.award
    match change.kind:
        case ChangeKind.PARTNER:
            return f"거래조합: {partners_now(award)}"[:300]
        case ChangeKind.PERIOD:
            return f"사업 종료일: {award.until:%Y. %-m. %-d.} 전까지"
        case _:
            touched = [line for line in lines_of(award) if line in (change.line, change.to_line)]
            return " · ".join(f"{line.label}: {line.amount}" for line in touched)[:300]


def _is_minor(change: AwardChange) -> bool:
    """경미한 변경 — of tier 2, an amount that stays within the settings' per cent below what was first decided."""
    award, line = change.award, change.line
    if (
        change.kind != ChangeKind.AMOUNT
        or is_of_city(award)
        or not line
        or not line.decided
        or not change.amount
    ):
        return False
    call = award.application.call
    day = award.effective_on or timezone.localdate(change.requested_at)
    settings = specification(call.jurisdiction.code, call.programme).settings_on(day)
    less = line.decided - change.amount
    is_less = change.amount < line.amount
    return is_less and less.amount * HUNDRED <= line.decided.amount * settings.minor_change_percent


def _close_yearly(award: Award) -> None:
    """중앙회's duty of the year to ask for a distribution is met by asking."""
    plan = plan_of(award.jurisdiction_id, award.office_id, award.application.call.year)
    if plan:
        close_all(plan, PLAN_DUTY)
