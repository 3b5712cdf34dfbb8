"""지급할 돈 — is it there, and may it still go out: asked before the bank is told."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.utils import timezone

from majungmul.books.ledger import allowed
from majungmul.books.ledger.kinds import Kind as AccountKind
from majungmul.books.ledger.models import Account, FiscalYear
from majungmul.books.ledger.refusals import CutOff
from majungmul.stages.payment.models import Claim
from majungmul.stages.payment.queries import lines_of
from majungmul.stages.payment.refusals import NotYetReceived
from majungmul.stages.payment.states import State
from majungmul.values.won import ZERO, Won

Needed = dict[UUID, Won]


def refuse_without_money(claims: Iterable[Claim], office: UUID, jurisdiction: UUID) -> None:
    """Refuse more than was received and not yet paid on, counting what is with the bank already."""
    with_bank = Claim.objects.of(jurisdiction).filter(office=office, state=State.LISTED)
    needed: Needed = defaultdict(lambda: ZERO)
    for row in (*claims, *with_bank):
        for line in lines_of(row):
            if line.payee and line.recognised:
                needed[line.payee.funding.pk] += line.recognised
    for account, amount in _by_source(needed).items():
        source = Account.objects.get(pk=account)
        if amount > source.balance:
            raise NotYetReceived(
                account=source.label, here=source.balance, needed=amount, short=amount - source.balance
            )


def refuse_after_cut_off(row: Claim, on: date) -> None:
    """출납폐쇄 — Refuse what can no longer be paid in its year, unless it was carried over."""
    for line in lines_of(row):
        if line.payee is None:
            continue
        year = FiscalYear.objects.get(jurisdiction=line.jurisdiction_id, year=line.payee.year)
        if year.cut_off_at and not allowed.carried_over(line.payee, on):
            raise CutOff(year=year.year, cut_off=timezone.localdate(year.cut_off_at))


def _by_source(needed: Needed) -> Needed:
    """What each award of the tier above must give: an award of tier 2 first uses what came back to it."""
    sources: Needed = defaultdict(lambda: ZERO)
    for account, amount in needed.items():
        award = Account.objects.select_related("of").get(pk=account)
        if award.funding.kind == AccountKind.AWARD:
            sources[award.funding.pk] += max(amount - award.balance, ZERO)
        else:
            sources[award.pk] += amount
    return sources
