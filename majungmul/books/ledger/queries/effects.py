"""결재 전후 — what stands in an account now, and what would once an amount has left it; read only."""

from dataclasses import dataclass
from uuid import UUID

from majungmul.books.ledger.models import Account
from majungmul.values.won import Won


@dataclass(frozen=True, slots=True)
class Effect:
    """결재 전후 — of an account, in won: what is there before, what leaves it, what is there after."""

    account: Account
    before: Won
    amount: Won
    after: Won


def promised_from(account: UUID, amount: Won) -> Effect:
    """결정 전후 — of what may still be promised, once this much more is."""
    row = Account.objects.get(pk=account)
    return Effect(row, row.free, amount, row.free - amount)


def paid_from(account: UUID, amount: Won) -> Effect:
    """지급 전후 — of what stands there, once this much is paid."""
    row = Account.objects.get(pk=account)
    return Effect(row, row.balance, amount, row.balance - amount)
