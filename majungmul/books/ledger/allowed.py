"""이체해도 되는가 — what is asked before a transfer is written, so that a refusal comes with its sentence.

The database refuses the same things without one.
"""

from datetime import date, datetime
from uuid import UUID

from django.utils import timezone

from majungmul.books.ledger.kinds import JOINS, NEW_MONEY, Movement
from majungmul.books.ledger.models import Account, CarryOver, FiscalYear
from majungmul.books.ledger.refusals import (
    CutOff,
    NoReason,
    NotArrived,
    NotEnough,
    NothingToMove,
    OtherYear,
    OverLimit,
    YearClosed,
)
from majungmul.values.won import ZERO, Won


def locked(debit: Account, credit: Account) -> tuple[Account, Account]:
    """Both accounts as they are now, held in order of their keys. Refuses two jurisdictions or years."""
    wanted = (
        Account.objects.select_for_update(of=("self",)).filter(pk__in=[debit.pk, credit.pk]).order_by("pk")
    )
    found = {account.pk: account for account in wanted}
    first, second = found[debit.pk], found[credit.pk]
    if (first.jurisdiction_id, first.year) != (second.jurisdiction_id, second.year):
        raise OtherYear
    return first, second


def well_formed(movement: Movement, debit: Account, credit: Account, amount: Won) -> None:
    """Refuse to move nothing, or less. TypeError for accounts that a movement does not join."""
    if (debit.kind, credit.kind) not in JOINS[movement]:
        message = f"{movement} does not go from {debit.kind} to {credit.kind}"
        raise TypeError(message)
    something(amount)


def something(amount: Won) -> None:
    """Refuse to move nothing, or less."""
    if amount <= ZERO:
        raise NothingToMove(asked=amount)


def on_time(movement: Movement, credit: Account, at: datetime) -> None:
    """Refuse a closed year, and new money after 출납폐쇄."""
    year = open_year_of(credit)
    if (
        year.cut_off_at
        and movement in NEW_MONEY
        and not _payable_late(movement, credit, timezone.localdate(at))
    ):
        raise CutOff(year=year.year, cut_off=timezone.localdate(year.cut_off_at))


def reason(movement: Movement, text: str) -> None:
    """Refuse to take back or to undo without a reason."""
    if not text.strip():
        raise NoReason(movement=movement.label)


def promised(debit: Account, amount: Won) -> None:
    """Refuse to promise more than is free."""
    if debit.guarded and amount > debit.free:
        raise NotEnough(account=debit.label, free=debit.free, asked=amount, short=amount - debit.free)


def arrived(debit: Account, amount: Won) -> None:
    """Refuse to give more than stands there."""
    if debit.guarded and amount > debit.balance:
        raise NotArrived(account=debit.label, here=debit.balance, asked=amount, short=amount - debit.balance)


def within_limit(credit: Account, amount: Won) -> None:
    """Refuse more than the cap of an account allows."""
    if credit.limit is None:
        return
    free = credit.limit - credit.credits_posted - credit.credits_pending
    if amount > free:
        raise OverLimit(
            account=credit.label, limit=credit.limit, free=free, asked=amount, short=amount - free
        )


def within_won(debit: Account, credit: Account, amount: Won) -> None:
    """Refuse totals that Won cannot hold (TooLarge says so)."""
    _ = debit.debits_pending + debit.debits_posted + amount
    _ = credit.credits_pending + credit.credits_posted + amount


def open_year_of(account: Account) -> FiscalYear:
    """The fiscal year of an account. Refuses one that is closed."""
    year = FiscalYear.objects.get(jurisdiction=account.jurisdiction_id, year=account.year)
    if year.closed_at:
        raise YearClosed(year=year.year, closed=timezone.localdate(year.closed_at))
    return year


def carried_over(account: Account, on: date) -> bool:
    """이월 — whether an account, or one that it is funded by, is named as payable after 출납폐쇄."""
    return bool(_named(account, on).intersection(_chain(account)))


def _payable_late(movement: Movement, credit: Account, on: date) -> bool:
    """Whether money may still go to an account after 출납폐쇄: under an 이월, or on its way to one.

    What was carried over is paid as it was decided: no new decision on itself.
    """
    above = _chain(credit)
    if movement == Movement.DECIDE:
        return bool(_named(credit, on).intersection(above[1:]))
    if carried_over(credit, on):
        return True
    named = Account.objects.filter(pk__in=_named(credit, on))
    return any(credit.pk in _chain(account) for account in named)


def _named(account: Account, on: date) -> set[UUID]:
    """The accounts of that year which are named by an 이월승인 that still holds."""
    holds = CarryOver.objects.filter(
        jurisdiction=account.jurisdiction_id, account__year=account.year, until__gt=on
    )
    return set(holds.values_list("account", flat=True))


def _chain(account: Account) -> list[UUID]:
    """An account and all that it is funded by, itself first."""
    chain: list[UUID] = []
    walked: Account | None = account
    while walked is not None:
        chain.append(walked.pk)
        walked = walked.of
    return chain
