"""확정 뒤의 일 — the duties that a fixed settlement ends and begins, and how long its papers are kept."""

from datetime import date

from majungmul.books.duties.actions import close, close_all, move, open_one
from majungmul.books.duties.models import Duty
from majungmul.books.duties.queries import duties_of
from majungmul.books.files.actions import start_retention
from majungmul.books.files.models import FileUse
from majungmul.books.parties.models import Organisation, Position
from majungmul.books.trail.models import Recorded
from majungmul.programmes.conditions import article_on
from majungmul.programmes.legislation import NotInForce, law_on
from majungmul.stages.delivery.queries import contracts_of, orders_of
from majungmul.stages.payment.queries import claims_of
from majungmul.stages.plan.actions.owing import CITY, COOPERATIVE, OPERATOR, owe_after
from majungmul.stages.plan.queries.days_off import days_off
from majungmul.stages.settlement.actions.figures import is_of_the_city
from majungmul.stages.settlement.models import Settlement
from majungmul.stages.settlement.queries.settling import plan_behind
from majungmul.values.duty import Counting, Due, Owed

REVIEW_DUTY, RETURN_DUTY, SETTLED_EVENT = "settlement_review", "balance_return", "settlement.settled"
BY_AGREEMENT = "공고와 지원조건"


def owe_afterwards(settlement: Settlement, on: date) -> None:
    """확정 뒤의 할 일 — 심사 is done; 반납 is due on the day that was set; papers are kept from `on`, the 확정일."""
    close_all(settlement, REVIEW_DUTY)
    _owe_return(settlement, on)
    owe_after(SETTLED_EVENT, on, of=settlement, owners=_keepers(settlement))
    _keep_papers(settlement, on)


def return_duties(settlement: Settlement) -> list[Duty]:
    """반납의 할 일 — open ones, on the plan or on the settlement itself."""
    plan = plan_behind(settlement.award)
    rows = [settlement, *([plan] if plan else [])]
    return [duty for row in rows for duty in duties_of(row).filter(code=RETURN_DUTY, done_at=None)]


def _owe_return(settlement: Settlement, on: date) -> None:
    """The yearly duty moves to the day that was set; where the law of the time brought none, one is opened."""
    there, day = return_duties(settlement), settlement.return_due_on
    if day is None or not any(line.to_return for line in settlement.lines.all()):
        for duty in there:
            close(duty)
        return
    due, holidays = Due(day, counting=Counting.EXACT), days_off(settlement.jurisdiction)
    for duty in there:
        if duty.due_on != day:
            move(duty, due, reason=f"금액 확정({settlement.number})에서 정한 반납 기한", holidays=holidays)
    if not there:
        basis = _basis(settlement, on)
        owed = Owed(RETURN_DUTY, "집행잔액과 이자 반납", settlement.body.name, basis, due, settlement.number)
        open_one(owed, owner=settlement.body, of=settlement, holidays=holidays)


def _keepers(settlement: Settlement) -> dict[str, Position | Organisation]:
    """Who keeps the papers: the office that decided, and the body."""
    award = settlement.award
    if is_of_the_city(settlement):
        return {CITY: award.keeper, OPERATOR: award.body}
    return {OPERATOR: award.keeper, COOPERATIVE: award.body}


def _keep_papers(settlement: Settlement, on: date) -> None:
    """보존기간 — of every file of the award's contracts, orders, claims and of the settlement, from 금액 확정 on.

    The law does not say on which day it begins: assumed, as `duties.toml` says.
    """
    try:
        rule = law_on(on, settlement.jurisdiction.code)["retention.years"]
    except NotInForce:
        return
    for rows in _with_papers(settlement):
        for use in _not_kept_yet(rows):
            start_retention(use, on=on, years=rule.number, law=rule.article)


def _with_papers(settlement: Settlement) -> list[list[Recorded]]:
    """What has files of an award, kind by kind."""
    award = settlement.award
    found = (contracts_of(award), orders_of(award), claims_of(award))
    return [[settlement], [award], [award.application], *([*rows] for rows in found)]


def _not_kept_yet(rows: list[Recorded]) -> list[FileUse]:
    """The files of rows of one kind for which no time runs yet."""
    if not rows:
        return []
    named = {"subject_model": rows[0]._meta.label_lower, "subject__in": [row.pk for row in rows]}
    uses = FileUse.objects.of(rows[0].jurisdiction_id).filter(**named, kept_until=None)
    return list(uses.order_by("id"))


def _basis(settlement: Settlement, on: date) -> str:
    if not is_of_the_city(settlement):
        return BY_AGREEMENT
    return article_on(on, "refund.with_interest", settlement.jurisdiction.code) or BY_AGREEMENT
