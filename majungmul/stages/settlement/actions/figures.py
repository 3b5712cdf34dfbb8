"""정산의 수치 — read from the ledger, read again, and compared with it before anything is fixed."""

from collections.abc import Mapping
from uuid import UUID

from majungmul.books.ledger.models import Account
from majungmul.books.parties import written
from majungmul.books.parties.kinds import OfficeKind
from majungmul.stages.award.models import Award, AwardLine
from majungmul.stages.payment.queries import claims_of
from majungmul.stages.payment.states import State as ClaimState
from majungmul.stages.settlement.models import Settlement, SettlementLine, Unsettled
from majungmul.stages.settlement.queries.held import (
    amount_open,
    dues_of,
    held_in,
    open_below,
)
from majungmul.stages.settlement.refusals import (
    BelowZero,
    ClaimsOpen,
    FiguresMoved,
    FiguresMovedHere,
    NotALineHere,
    NotAllSettled,
    SettledThere,
    StillUnsettled,
)
from majungmul.values.won import ZERO, Won, total

RECOVERING = "환수 중"
DONE_WITH = (ClaimState.PAID, ClaimState.REJECTED, ClaimState.WITHDRAWN)


def is_of_the_city(settlement: Settlement) -> bool:
    """Whether it is of tier 1: the city settles the operator's award."""
    return bool(settlement.office.kind == OfficeKind.CITY)


def read_figures(settlement: Settlement, interest: Mapping[UUID, Won]) -> None:
    """정산 항목 — each line as the accounts say now; what was examined stays only where nothing moved.

    Refuses interest below zero, or of a line that the award does not have.
    """
    lines = [
        line for line in settlement.award.lines.select_related("account").order_by("order") if line.account
    ]
    if set(interest) - {line.pk for line in lines}:
        raise NotALineHere
    known = {row.line_id: row for row in settlement.lines.all()}
    for order, line in enumerate(lines, start=1):
        amount = interest.get(line.pk)
        if amount is not None and amount < ZERO:
            raise BelowZero(line=line.label, what="이자", amount=amount)
        _read(known.get(line.pk) or _new_line(settlement, order, line), line, amount)


def _new_line(settlement: Settlement, order: int, line: AwardLine) -> SettlementLine:
    return SettlementLine(
        jurisdiction_id=settlement.jurisdiction_id,
        settlement=settlement,
        order=order,
        line=line,
        interest=ZERO,
    )


def _read(row: SettlementLine, line: AwardLine, interest: Won | None) -> None:
    now = held_in(account_of(line))
    if row.recognised is not None and row.reported != now.reported:
        row.recognised, row.less_reason = None, ""
    row.decided = line.amount
    row.received, row.reported, row.unspent = now.received, now.reported, now.unspent
    row.unsettled, row.recovering = now.unsettled, now.recovering
    if interest is not None:
        row.interest = interest
    row.save()


def name_unsettled(settlement: Settlement, reasons: Mapping[UUID, str]) -> None:
    """미정산 — each account below in which something stands is named with why; what is due says it itself.

    Refuses (NotAllSettled) one without a reason, and (SettledThere) a reason for what is settled.
    """
    below = _below(settlement)
    nameless = [each for each in below if each.pk not in reasons]
    if nameless:
        raise NotAllSettled(first=nameless[0].label, others=_others(nameless))
    if wrong := set(reasons) - {each.pk for each in below}:
        raise SettledThere(count=len(wrong))
    said = {each.pk: (amount_open(each), reasons[each.pk]) for each in below}
    said |= {each.pk: (each.balance, RECOVERING) for each in _dues(settlement) if each.balance > ZERO}
    known = {row.account_id: row for row in settlement.unsettled.all()}
    for row in known.values():
        if row.account_id not in said:
            row.amount = ZERO
            row.save()
    for account, (amount, reason) in said.items():
        row = known.get(account) or Unsettled(
            jurisdiction_id=settlement.jurisdiction_id, settlement=settlement, account_id=account
        )
        row.amount, row.reason = amount, written.line(Unsettled, "reason", reason)
        row.save()


def refuse_unready(settlement: Settlement) -> None:
    """Refuse to fix while claims or accounts below are open, or where the ledger has moved since the report."""
    if not is_of_the_city(settlement):
        refuse_open_claims(settlement.award)
    if below := _below(settlement):
        amount = total(amount_open(each) for each in below)
        raise StillUnsettled(first=below[0].label, others=_others(below), amount=amount)
    moved = FiguresMoved if is_of_the_city(settlement) else FiguresMovedHere
    for row in settlement.lines.select_related("line__account").order_by("order"):
        now = held_in(account_of(row.line))
        said = (row.received, row.reported, row.unspent, row.unsettled, row.recovering)
        if said != (now.received, now.reported, now.unspent, now.unsettled, now.recovering):
            raise moved(line=row.line.label, was=row.reported, now=now.reported)


def refuse_open_claims(award: Award) -> None:
    """Refuse while a claim of the award is neither paid nor rejected nor withdrawn."""
    numbers = list(claims_of(award).exclude(state__in=DONE_WITH).values_list("number", flat=True))
    if numbers:
        raise ClaimsOpen(award=award.number, claims=", ".join(numbers))


def account_of(line: AwardLine) -> Account:
    """The account of a line that is settled. One without is a bug: `read_figures` leaves it out."""
    if line.account is None:
        message = f"the line {line.pk} of an award has no account"
        raise TypeError(message)
    return line.account


def _below(settlement: Settlement) -> list[Account]:
    lines = settlement.award.lines.select_related("account").order_by("order")
    return [each for line in lines if line.account for each in open_below(line.account)]


def _dues(settlement: Settlement) -> list[Account]:
    lines = settlement.award.lines.select_related("account").order_by("order")
    return [each for line in lines if line.account for each in dues_of(line.account)]


def _others(accounts: list[Account]) -> str:
    return f" 외 {len(accounts) - 1}건" if len(accounts) > 1 else ""
