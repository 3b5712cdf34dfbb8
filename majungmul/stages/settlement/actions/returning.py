"""반납과 완료 — what was left comes back, at once or in parts; the settlement is carried up and done."""

from collections.abc import Mapping
from datetime import date, datetime
from uuid import UUID

from django.utils import timezone

from majungmul.books.duties.actions import close as close_duty
from majungmul.books.ledger import postings
from majungmul.books.ledger.kinds import Kind
from majungmul.books.ledger.models import Account
from majungmul.books.parties.queries.rows import locked
from majungmul.books.parties.require import require
from majungmul.books.trail.actions import action
from majungmul.stages.settlement.actions.afterwards import return_duties
from majungmul.stages.settlement.actions.figures import account_of
from majungmul.stages.settlement.models import Settlement, SettlementLine
from majungmul.stages.settlement.queries.settling import is_recovering, owed_now, owing, waiting_in
from majungmul.stages.settlement.refusals import (
    BelowZero,
    NotALineHere,
    NothingToReceive,
    NotReturned,
    ReturnedMore,
    ReturnedOn,
    StillRecovering,
)
from majungmul.stages.settlement.states import after
from majungmul.values.actor import Actor
from majungmul.values.won import ZERO, Won, total


@action("settlement.return_received")
def receive_return(
    settlement_id: UUID,
    amounts: Mapping[UUID, Won] | None = None,
    received_on: date | None = None,
    *,
    by: Actor,
    at: datetime,
    key: str,
) -> Settlement:
    """반납 확인 — `amounts` by settlement line where only a part came; without, all of it. Returns the settlement.

    Refuses more than is to come back, a day before 확정 or to come, and nothing at all.
    """
    settlement = locked(Settlement, by, settlement_id)
    require(by, "settlement.receive_return", settlement)
    settlement.state = after("settlement.receive_return", settlement.state, settlement.award.number)
    on = _day(settlement, received_on, timezone.localdate(at))
    lines = list(settlement.lines.select_related("line__account__of", "settlement").order_by("order"))
    owed = {line.pk: owed_now(line) for line in lines}
    given = owed if amounts is None else _given(lines, owed, amounts)
    if not any(given.values()):
        raise NothingToReceive(award=settlement.award.number)
    for line in lines:
        if amount := given.get(line.pk, ZERO):
            _receive(line, amount, on)
    if total(owed.values()) == total(given.values()):
        for duty in return_duties(settlement):
            close_duty(duty)
    settlement.save()
    return settlement


@action("settlement.closed")
def close(settlement_id: UUID, *, by: Actor, at: datetime, key: str) -> Settlement:
    """정산 완료 — recognised, returned and interest are carried up to what funds each line. Returns it.

    Refuses while something is to come back, from the body or (환수 중) from others.
    """
    settlement = locked(Settlement, by, settlement_id)
    require(by, "settlement.close", settlement)
    settlement.state = after("settlement.close", settlement.state, settlement.award.number)
    lines = list(settlement.lines.select_related("line__account__of", "settlement").order_by("order"))
    if left := total(owed_now(line) for line in lines):
        raise NotReturned(award=settlement.award.number, left=left)
    if any(is_recovering(line) for line in lines):
        raise StillRecovering(award=settlement.award.number)
    for line in lines:
        postings.carry_up(account_of(line.line))
    settlement.closed_on = timezone.localdate(at)
    settlement.save()
    return settlement


def _day(settlement: Settlement, day: date | None, today: date) -> date:
    fixed = settlement.fixed_on or today
    on = day or today
    if not fixed <= on <= today:
        raise ReturnedOn(day=on, fixed=fixed)
    return on


def _given(
    lines: list[SettlementLine], owed: Mapping[UUID, Won], amounts: Mapping[UUID, Won]
) -> Mapping[UUID, Won]:
    """The amounts that came. Refuses other lines, less than nothing, and more than is to come back."""
    if set(amounts) - set(owed):
        raise NotALineHere
    for line in lines:
        amount = amounts.get(line.pk, ZERO)
        if amount < ZERO:
            raise BelowZero(line=line.line.label, what="반납액", amount=amount)
        if amount > owed[line.pk]:
            raise ReturnedMore(line=line.line.label, left=owed[line.pk], given=amount)
    return amounts


def _receive(line: SettlementLine, amount: Won, on: date) -> None:
    """반납 — of what is ordered back first, then of what is due; the rest came back from below, or is interest."""
    account, left = account_of(line.line), amount
    for each in owing(Account.objects.get(pk=account.pk), line.settlement.body_id):
        part = min(left, waiting_in(each))
        if part > ZERO and each.kind == Kind.DUE:
            postings.recover(account, each, part)
        elif part > ZERO:
            postings.receive_return(each, part)
        left -= part
    line.returned += amount
    line.returned_on = on
    line.save()
