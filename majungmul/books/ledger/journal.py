"""분개장 — the whole ledger as beancount text, for a program that is not ours to check.

Accounts by kind, one transaction per transfer that moved posted totals, what is pending as notes; at the end
a balance per account, so that a journal in which one won was altered is refused.
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from uuid import UUID

from django.utils import timezone

from majungmul.books.ledger.kinds import Kind, Movement, Phase
from majungmul.books.ledger.models import Account, Transfer

ROOTS = {
    Kind.SOURCE: "Equity",
    Kind.INTEREST_SOURCE: "Equity",
    Kind.PRIOR_YEAR: "Equity",
    Kind.SPENT: "Expenses",
}
HELD = "Assets"
"""The roots of beancount: the world outside in Equity, what is spent in Expenses; others hold money."""
HEADER = (
    'option "title" "마중물 원장"',
    'option "operating_currency" "KRW"',
)
WITH_OTHERS_BELOW = (Kind.PLAN, Kind.LINE, Kind.AWARD, Kind.PRIOR_YEAR)
OWN = "Own-"
"""To beancount a balance counts all accounts below, so what one holds itself is a leaf."""
TAIL = 8
"""Hex digits of an account's key that tell apart two codes which beancount would write alike."""
PROMISES = (Phase.PENDING, Phase.VOID)


def written(jurisdiction: UUID) -> Iterator[str]:
    """The journal of a jurisdiction, line by line without line ends: the same rows, the same text."""
    accounts = list(Account.objects.filter(jurisdiction=jurisdiction).order_by("year", "code"))
    names = names_of(accounts)
    transfers = Transfer.objects.filter(jurisdiction=jurisdiction).order_by("at", "id")
    first, last = transfers.first(), transfers.last()
    opened = _day(first) if first else date(min((account.year for account in accounts), default=1), 1, 1)
    yield from HEADER
    for account in accounts:
        yield from _opening(account, names[account.pk], opened)
    for transfer in transfers.iterator():
        yield from _entry(transfer, names[transfer.debit_id], names[transfer.credit_id])
    for account in accounts:
        after = (_day(last) if last else opened) + timedelta(days=1)
        yield f"{after} balance {names[account.pk]} {account.balance.amount} KRW"


def names_of(accounts: list[Account]) -> dict[UUID, str]:
    """The beancount name of each account, by its key; no two alike, and none below another."""
    names: dict[UUID, str] = {}
    taken: set[str] = set()
    for account in accounts:
        parts = [_part(word) for word in re.split(r"[/.#]", account.code)]
        own = [OWN] if account.kind in WITH_OTHERS_BELOW else []
        name = ":".join([ROOTS.get(Kind(account.kind), HELD), str(account.year), *parts, *own])
        if name in taken:
            name = f"{name}-{account.pk.hex[-TAIL:]}"
        taken.add(name)
        names[account.pk] = name
    return names


def _part(word: str) -> str:
    """A part of a name as beancount takes it: letters, digits and hyphens; a capital or a digit first."""
    plain = re.sub(r"[^0-9A-Za-z가-힣]", "-", word).rstrip("-")
    return plain[0].upper() + plain[1:] if re.match(r"[0-9A-Za-z]", plain) else f"X{plain}"


def _opening(account: Account, name: str, opened: date) -> Iterator[str]:
    yield f"{opened} open {name} KRW"
    yield f"  code: {_text(account.code)}"
    yield f"  label: {_text(account.label)}"


def _entry(transfer: Transfer, debit: str, credit: str) -> Iterator[str]:
    """A transaction; or a note at the account that gets it, for what moved no won yet."""
    movement, phase = Movement(transfer.movement).label, Phase(transfer.phase)
    if phase in PROMISES:
        said = f"{movement} ({phase.label}) {transfer.amount} {debit} → {credit} {transfer.reason}"
        yield f"{_day(transfer)} note {credit} {_text(said)}"
        yield f"  key: {_text(transfer.key)}"
        return
    sign = -1 if phase == Phase.REVERSAL else 1
    yield f"{_day(transfer)} * {_text(movement)} {_text(f'{phase.label} {transfer.reason}')}"
    yield f"  key: {_text(transfer.key)}"
    yield f"  {debit} {-sign * transfer.amount.amount} KRW"
    yield f"  {credit} {sign * transfer.amount.amount} KRW"


def _text(words: str) -> str:
    """A string of beancount, on one line."""
    escaped = " ".join(words.split()).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _day(transfer: Transfer) -> date:
    return timezone.localdate(transfer.at)
