"""변경 — which there are of an award, in words; with whom the trade is now; until when it may be questioned."""

from majungmul.books.trail.models import RecordedQuerySet
from majungmul.stages.application.queries import trades_of
from majungmul.stages.award.models import Award, AwardChange, ChangeKind, Ending
from majungmul.stages.award.states import ChangeState
from majungmul.stages.review.queries import Again, ways_again
from majungmul.values.won import ZERO


def changes_of(award: Award) -> RecordedQuerySet[AwardChange]:
    """변경 — of an award, in the order in which they were asked for."""
    changes: RecordedQuerySet[AwardChange] = AwardChange.objects.of(award.jurisdiction_id)
    return changes.filter(award=award).select_related("line", "to_line").order_by("requested_at", "id")


def open_change(award: Award, kind: str) -> AwardChange | None:
    """열린 변경 — the one of this kind that waits for an answer, or None."""
    return (
        changes_of(award).filter(kind=kind, state__in=(ChangeState.REQUESTED, ChangeState.SUBMITTED)).first()
    )


def partners_now(award: Award) -> str:
    """거래조합 — with whom the trades are: as the application plans, or as the latest approved change says."""
    changed = changes_of(award).filter(kind=ChangeKind.PARTNER, state=ChangeState.APPROVED).last()
    if changed:
        return str(changed.partner)
    trades = list(trades_of(award.application))
    names = dict.fromkeys(partner.name for trade in trades for partner in trade.partners.all())
    others = sum(trade.others for trade in trades)
    return ", ".join(names) + (f" 외 {others}곳" if others else "")


def change_in_words(change: AwardChange) -> str:
    """바꾼 내용 — what it asks for, in words."""
    match change.kind:
        case ChangeKind.PARTNER:
            return f"거래조합: {change.partner}"
        case ChangeKind.AMOUNT:
            return f"{change.line.label if change.line else ''}: {change.amount}"
        case ChangeKind.PERIOD:
            return f"사업 종료일: {change.until:%Y. %-m. %-d.} 전까지" if change.until else ""
        case ChangeKind.DISTRIBUTION if change.line and change.to_line:
            return f"‘{change.line.label}’에서 ‘{change.to_line.label}’(으)로 {change.amount or ZERO}"
        case _:
            return "결정을 취소함"


def questioned_until(award: Award) -> Again | None:
    """이의신청·재검토 요청 — until when the decision, or its being revoked, may be questioned; None: it may not."""
    day = award.effective_on
    if award.ending:
        day = award.ended_on if award.ending == Ending.REVOKED else None
    return ways_again(award.application.call, day) if day else None
