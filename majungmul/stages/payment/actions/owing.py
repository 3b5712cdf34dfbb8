"""지급의 할 일 — opened by a claim, a correction or a failed transfer, and closed by the act that meets each."""

from datetime import date, datetime

from django.utils import timezone

from majungmul.books.duties.actions import close_all, open_one
from majungmul.books.duties.models import Duty
from majungmul.books.parties.models import Organisation, Position
from majungmul.books.parties.queries.rows import found
from majungmul.stages.delivery.queries import trades_of
from majungmul.stages.payment.models import Claim, ClaimLine, Kind
from majungmul.stages.plan.actions.owing import CITY, COOPERATIVE, OPERATOR, owe_after
from majungmul.stages.plan.queries.days_off import days_off
from majungmul.values.actor import Actor
from majungmul.values.duty import Due, Owed

REVIEW, GRANT_REVIEW = "claim_review", "grant_review"
CORRECTION, ACCOUNT, LAST_CLAIM = "claim_correction", "account_check", "last_claim"


def open_review(row: Claim, at: datetime) -> None:
    """지급 심사, or 교부 — owed by the keeper of the award from the day of 접수."""
    event, who = ("grant.claimed", CITY) if row.kind == Kind.GRANT else ("claim.received", OPERATOR)
    owe_after(event, timezone.localdate(at), of=row, owners={who: row.award.keeper})


def close_review(row: Claim) -> None:
    """The claim was decided, or is no more."""
    for code in (REVIEW, GRANT_REVIEW):
        close_all(row, code)


def open_correction(row: Claim, asked_on: date, days: int) -> Duty:
    """청구 보완 — owed by the body within so many days, the next business day where that is a day off."""
    owed = Owed(
        code=CORRECTION,
        what=f"청구 보완({row.number})",
        who=COOPERATIVE,
        basis="사업 공고",
        due=Due(asked_on, days=days),
        assumed="보완 기한은 계획에 없어 담당자가 정한 날수로 둠",
    )
    return open_one(owed, owner=row.body, of=row, holidays=days_off(row.jurisdiction))


def close_correction(row: Claim) -> None:
    """The claim was corrected, or taken back."""
    close_all(row, CORRECTION)


def open_account_check(row: Claim, by: Actor, at: datetime) -> None:
    """계좌 확인 — owed after a failed transfer: by the keeper and the body, or for 지출결의 by the officer alone."""
    if row.kind == Kind.OWN:
        owners = {OPERATOR: found(Position, by, by.position)}
        owe_after("transfer.failed", timezone.localdate(at), of=row, owners=owners)
        return
    whose: dict[str, Position | Organisation] = {OPERATOR: row.award.keeper, COOPERATIVE: row.body}
    owe_after("transfer.failed", timezone.localdate(at), of=row, owners=whose)


def close_account_check(row: Claim) -> None:
    """It is with the bank again."""
    close_all(row, ACCOUNT)


def close_last_claim(row: Claim) -> None:
    """마지막 청구 — met by the claim with which every trade of the award is claimed."""
    claimed = ClaimLine.objects.filter(claim__award=row.award, is_withdrawn=False)
    if not trades_of(row.award).exclude(pk__in=claimed.values("trade")).exists():
        close_all(row.award, LAST_CLAIM)
