"""항목의 돈 — what of an award's line is spent, left, not settled yet or being recovered, as accounts say; read only.

By account alone: nothing here asks which rows of the tier below there are.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q

from majungmul.books.ledger import accounts
from majungmul.books.ledger.kinds import Kind, Role
from majungmul.books.ledger.models import Account
from majungmul.values.won import ZERO, Won, total


@dataclass(frozen=True, slots=True)
class Held:
    """금액의 자리 — where what a line received stands before it is carried up, in won.

    received = reported + unspent + unsettled + recovering.
    """

    received: Won
    reported: Won
    unspent: Won
    unsettled: Won
    recovering: Won


def held_in(line: Account) -> Held:
    """금액의 자리 — of the account of an award's line, as it is now.

    Spent: what its own payees hold and is not asked back, and what was recognised below and carried up. Left:
    what stands in it, and what came back from below (여입 apart). Recovering: asked back from bodies.
    """
    now = Account.objects.get(pk=line.pk)
    back, payees = accounts.beside(now, Kind.RETURNED), payees_of(now)
    received = now.credits_posted - back.debits_posted
    reported = accounts.beside(now, Kind.SPENT).balance + total(
        each.balance - each.debits_pending for each in payees
    )
    recovering = total(each.balance for each in dues_of(now)) + total(each.debits_pending for each in payees)
    unspent = now.balance + back.balance
    return Held(received, reported, unspent, received - reported - unspent - recovering, recovering)


def payees_of(line: Account) -> list[Account]:
    """받는 곳 — who is paid from a line, as it is now."""
    return list(Account.objects.filter(of=line, kind=Kind.PAYEE).order_by("id"))


def dues_of(line: Account) -> list[Account]:
    """환수할 금액 — who owes something back to a line, as it is now."""
    return list(Account.objects.filter(of=line, kind=Kind.DUE).order_by("id"))


def open_below(line: Account) -> list[Account]:
    """미정산 — awards below, and contractors of its own, with whom a line is not done yet.

    What is promised to a recipient and was not paid is free again with the settlement.
    """
    awards = Account.objects.filter(of=line, kind=Kind.AWARD).order_by("id")
    contractors = (each for each in payees_of(line) if each.role != Role.RECIPIENT)
    own = [each for each in contractors if each.credits_pending > ZERO]
    return [*(each for each in awards if is_open(each)), *own]


def is_open(award: Account) -> bool:
    """Whether something stands or is promised in an award's line, in what belongs to it or in what it funds."""
    below = Account.objects.filter(of=award, kind=Kind.AWARD)
    return is_open_itself(award) or any(is_open(each) for each in below)


def is_open_itself(award: Account) -> bool:
    """Whether something stands or is promised in an award's line or in what belongs to it, whatever it funds."""
    own = Account.objects.filter(Q(pk=award.pk) | Q(of=award)).exclude(of=award, kind=Kind.AWARD)
    return _stands(*own)


def amount_open(account: Account) -> Won:
    """미결 금액 — what stands in an award's line and what belongs to it; if nothing does, what is promised."""
    return _amount(account, beside_of([account])[account.pk])


def amounts_open(opened: Collection[Account]) -> list[Won]:
    """미결 금액 — as `amount_open`, of many; one query."""
    beside = beside_of(opened)
    return [_amount(each, beside[each.pk]) for each in opened]


def beside_of(above: Collection[Account]) -> dict[UUID, list[Account]]:
    """딸린 계정 — what belongs to each of these accounts, whatever they fund; one query."""
    found: dict[UUID, list[Account]] = {each.pk: [] for each in above}
    for each in Account.objects.filter(of__in=list(found)).exclude(kind=Kind.AWARD):
        if each.of_id is not None:
            found[each.of_id].append(each)
    return found


def open_under(plan: Account) -> Iterator[Account]:
    """미결 — the lines of awards of every tier under a plan's account in which something stands or is promised.

    And what a body owes back to a budget line itself. Two queries for each tier.
    """
    above = [plan]
    while above:
        below = Account.objects.filter(of__in=above, kind__in=(Kind.LINE, Kind.AWARD, Kind.DUE))
        found = list(below.select_related("of", "party").order_by("id"))
        above = [each for each in found if each.kind != Kind.DUE]
        awards = [each for each in above if each.kind == Kind.AWARD]
        beside = beside_of(awards)
        yield from (each for each in awards if _stands(each, *beside[each.pk]))
        owing = (each for each in found if each.kind == Kind.DUE and each.funding.kind == Kind.LINE)
        yield from (each for each in owing if each.balance > ZERO)


def _stands(*own: Account) -> bool:
    return any(each.balance or each.credits_pending or each.debits_pending for each in own)


def _amount(account: Account, beside: list[Account]) -> Won:
    stands = total(each.balance for each in beside) + account.balance
    return stands or account.credits_pending or account.debits_pending
