"""거슬러 보기 — from a figure to its transfers, from a transfer to the act that made it, and back; read only."""

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q, QuerySet, Sum

from majungmul.books.ledger.kinds import Phase
from majungmul.books.ledger.models import Account, FiscalYear, Transfer
from majungmul.books.trail.models import Event
from majungmul.values.won import ZERO, Won

Act = tuple[str, str]
"""An action by its name and its key."""


@dataclass(frozen=True, slots=True)
class Totals:
    """합계 — of accounts: what came in and went out, and what is promised of both, in won."""

    came: Won
    went: Won
    to_come: Won
    to_go: Won


@dataclass(frozen=True, slots=True)
class Recount:
    """다시 셈 — the totals that are kept beside those that the transfers come to, and how many those are."""

    kept: Totals
    counted: Totals
    transfers: int

    @property
    def is_right(self) -> bool:
        """Whether both are the same."""
        return self.kept == self.counted


def account_there(jurisdiction: UUID, row: UUID) -> Account | None:
    """계정 — by its key, with the one that funds it; None where the jurisdiction has no such account."""
    return Account.objects.of(jurisdiction).select_related("of").filter(pk=row).first()


def transfer_there(jurisdiction: UUID, row: UUID) -> Transfer | None:
    """이체 — by its key, with both its accounts; None where the jurisdiction has no such transfer."""
    found = Transfer.objects.of(jurisdiction).filter(pk=row)
    return found.select_related("debit", "credit", "of").first()


def years_of(jurisdiction: UUID) -> list[int]:
    """회계연도 — those that were opened, the latest first."""
    return list(FiscalYear.objects.of(jurisdiction).order_by("-year").values_list("year", flat=True))


def funded_by(account: Account) -> QuerySet[Account]:
    """아래 계정 — those that this one funds, in the order in which they were opened."""
    return Account.objects.filter(of=account).order_by("id")


def parts_of(transfer: Transfer) -> QuerySet[Transfer]:
    """이은 이체 — what carried out a promise, took it back, or undid a transfer, the oldest first."""
    return Transfer.objects.filter(of=transfer).select_related("debit", "credit").order_by("id")


def act_of(transfer: Transfer) -> Act:
    """이체를 만든 행위 — the name and the key of the outermost action."""
    name, _, rest = transfer.key.partition(":")
    return name, rest.rsplit(":", 2)[0]


def moved_by(event: Event) -> QuerySet[Transfer]:
    """행위가 옮긴 돈 — the transfers that the action of an event made, in order."""
    own = Transfer.objects.of(event.jurisdiction).filter(key__startswith=f"{event.name}:{event.key}:")
    return own.select_related("debit", "credit").order_by("id")


def moved_by_any(jurisdiction: UUID, acts: Collection[Act]) -> list[Transfer]:
    """여러 행위가 옮긴 돈 — the transfers of these actions, the newest first; one query."""
    if not acts:
        return []
    prefixes = Q()
    for name, key in acts:
        prefixes |= Q(key__startswith=f"{name}:{key}:")
    found = Transfer.objects.of(jurisdiction).filter(prefixes)
    return list(found.select_related("debit", "credit").order_by("-id"))


def recount(account: Account) -> Recount:
    """다시 셈 — of an account, from its transfers."""
    transfers = Transfer.objects.filter(Q(debit=account) | Q(credit=account))
    return Recount(_kept(Account.objects.filter(pk=account.pk)), _counted(account), transfers.count())


def balanced(jurisdiction: UUID, year: int) -> Totals:
    """한 해의 합계 — over all accounts: what came in anywhere went out elsewhere, so both are the same."""
    return _kept(Account.objects.filter(jurisdiction=jurisdiction, year=year))


def _kept(accounts: QuerySet[Account]) -> Totals:
    sums = accounts.aggregate(
        came=Sum("credits_posted"),
        went=Sum("debits_posted"),
        to_come=Sum("credits_pending"),
        to_go=Sum("debits_pending"),
    )
    return Totals(**{name: amount or ZERO for name, amount in sums.items()})


def _counted(account: Account) -> Totals:
    came, to_come = _moved(Transfer.objects.filter(credit=account))
    went, to_go = _moved(Transfer.objects.filter(debit=account))
    return Totals(came, went, to_come, to_go)


def _moved(transfers: QuerySet[Transfer]) -> tuple[Won, Won]:
    """What was moved, and what is promised and neither carried out nor taken back."""
    found = transfers.values_list("phase").annotate(moved=Sum("amount")).order_by()
    by_phase = {Phase(phase): moved for phase, moved in found}
    of = {phase: by_phase.get(phase, ZERO) for phase in Phase}
    moved = of[Phase.SINGLE] + of[Phase.POST] - of[Phase.REVERSAL]
    return moved, of[Phase.PENDING] - of[Phase.POST] - of[Phase.VOID]
