"""잔액과 내역 — what stands in an account, what is behind it, and what is still open; read only."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID

from django.db.models import F, Q, QuerySet, Sum, Value
from django.db.models.functions import Coalesce
from django.utils import timezone

from majungmul.books.ledger.fields import WonField
from majungmul.books.ledger.kinds import Kind, Movement, Phase, Role
from majungmul.books.ledger.models import Account, FiscalYear, Transfer
from majungmul.values.period import Period
from majungmul.values.won import ZERO, Won

# ── one account ──────────────────────────────────────────────────────────────────────────────────────────


def account(jurisdiction: UUID, year: int, code: str) -> Account:
    """계정 — as it is now."""
    return Account.objects.get(jurisdiction=jurisdiction, year=year, code=code)


def available_in(account_id: UUID) -> Won:
    """신청 가능 금액 — what is free in the account that an open call names, in won."""
    return Account.objects.get(pk=account_id).free


def balance_on(account: Account, day: date) -> Won:
    """그날의 잔액 — what stood in an account at the end of a day, in won."""
    moved = Transfer.objects.filter(at__lt=_start_of(day + timedelta(days=1)))
    return net(moved.filter(credit=account)) - net(moved.filter(debit=account))


def net(transfers: QuerySet[Transfer]) -> Won:
    """What these transfers moved in all: posted less reversed, in won."""
    sums = transfers.aggregate(
        posted=Sum("amount", filter=Q(phase__in=(Phase.SINGLE, Phase.POST))),
        back=Sum("amount", filter=Q(phase=Phase.REVERSAL)),
    )
    return (sums["posted"] or ZERO) - (sums["back"] or ZERO)


def transfers_behind(account: Account) -> QuerySet[Transfer]:
    """수치의 내역 — every transfer of an account with both its accounts, the newest first."""
    found = Transfer.objects.filter(Q(debit=account) | Q(credit=account))
    return found.select_related("debit", "credit").order_by("-id")


def received_by(party: UUID, programme: str, period: Period) -> Won:
    """받은 지원 — what a recipient (수령자, not 계약상대자) was paid from a programme in a period, in won."""
    payees = Account.objects.filter(party=party, programme=programme, kind=Kind.PAYEE, role=Role.RECIPIENT)
    paid = Transfer.objects.filter(credit__in=payees, movement=Movement.PAY)
    return net(paid.filter(at__gte=_start_of(period.since), at__lt=_start_of(period.until)))


def _start_of(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time()))


# ── the chain of accounts ────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Branch:
    """계정의 가지 — an account and how many accounts fund it, one behind the other."""

    depth: int
    account: Account


def tree_of(jurisdiction: UUID, year: int) -> list[Branch]:
    """계정의 사슬 — the accounts of a year, each right after the one that funds it or its neighbours."""
    below: dict[UUID | None, list[Account]] = {}
    for each in Account.objects.filter(jurisdiction=jurisdiction, year=year).order_by("id"):
        below.setdefault(each.of_id, []).append(each)
    return _branches(below, None, 0)


def _branches(below: dict[UUID | None, list[Account]], above: UUID | None, depth: int) -> list[Branch]:
    branches = []
    for each in below.get(above, []):
        branches += [Branch(depth, each), *_branches(below, each.pk, depth + 1)]
    return branches


# ── what is still open ─────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class OpenItem:
    """미결 — a promise that was neither carried out nor taken back, and what is left of it in won."""

    transfer: Transfer
    left: Won


def open_items(jurisdiction: UUID, year: int) -> list[OpenItem]:
    """미결 — what is pending in a year, the oldest first."""
    none: WonField[Won, Won] = WonField()
    promises = Transfer.objects.filter(jurisdiction=jurisdiction, debit__year=year, phase=Phase.PENDING)
    done = Coalesce(Sum("parts__amount"), Value(0, output_field=none))
    left = (
        promises.annotate(done=done)
        .filter(amount__gt=F("done"))
        .select_related("debit", "credit")
        .order_by("id")
    )
    return [OpenItem(promise, promise.amount - promise.done) for promise in left]


def year_of(jurisdiction: UUID, year: int) -> FiscalYear | None:
    """회계연도 — with 출납폐쇄 and 마감, or None where the year was never opened."""
    return FiscalYear.objects.filter(jurisdiction=jurisdiction, year=year).first()
