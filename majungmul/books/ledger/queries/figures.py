"""수치 — what the accounts of a budget line say; from totals, however many transfers made them. Read only."""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from uuid import UUID

from django.db.models import Case, F, QuerySet, Sum, When

from majungmul.books.ledger.fields import WonField
from majungmul.books.ledger.kinds import Kind, Movement, Phase
from majungmul.books.ledger.models import Account, Transfer
from majungmul.values.won import ZERO, Won


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """집행 수치 — of a line, a programme or a year, in won."""

    appropriated: Won = ZERO
    """예산액: what the line got, less what was taken from it again."""
    committed: Won = ZERO
    """decided and not yet disbursed."""
    disbursed: Won = ZERO
    """교부액."""
    paid: Won = ZERO
    """집행액: what payees got, less what came back to be spent again (여입)."""
    recognised: Won = ZERO
    """집행 확정액, once it is carried up to the line."""
    returned: Won = ZERO
    """반납액, once it is carried up to the line."""
    left: Won = ZERO
    """남은 금액: neither given nor promised."""

    def __add__(self, other: "Figures") -> "Figures":
        """The figures of both together."""
        names = [each.name for each in fields(Figures)]
        return Figures(**{name: getattr(self, name) + getattr(other, name) for name in names})


@dataclass(frozen=True, slots=True, kw_only=True)
class LineFigures(Figures):
    """항목의 수치 — a budget line of a programme and its figures."""

    programme: str
    line: str
    label: str


def lines_of(jurisdiction: UUID, year: int) -> list[LineFigures]:
    """Every budget line of a year with its figures, in the order in which they were opened."""
    accounts = Account.objects.filter(jurisdiction=jurisdiction, year=year)
    below, reused = _below(accounts), _reused(jurisdiction, year)
    return [_figures(line, below, reused) for line in accounts.filter(kind=Kind.LINE).order_by("id")]


def by_programme(lines: Iterable[LineFigures]) -> dict[str, Figures]:
    """The figures of each programme, in the order of its first line."""
    found: dict[str, Figures] = {}
    for each in lines:
        found[each.programme] = found.get(each.programme, Figures()) + each
    return found


def whole(lines: Iterable[Figures]) -> Figures:
    """The figures of all these together."""
    return sum(lines, Figures())


Sums = dict[tuple[str, ...], Won]
"""By programme, line, and what else tells them apart."""


def _figures(line: Account, below: Sums, reused: Sums) -> LineFigures:
    def of(sums: Sums, *which: str) -> Won:
        return sums.get((line.programme, line.line, *which), ZERO)

    disbursed = of(below, Kind.AWARD, Kind.LINE, "in") - of(reused, Kind.LINE)
    paid = of(below, Kind.PAYEE, Kind.AWARD, "in") - of(reused, Kind.LINE) - of(reused, Kind.AWARD)
    return LineFigures(
        programme=line.programme,
        line=line.line,
        label=line.label,
        appropriated=line.credits_posted - (line.debits_posted - disbursed),
        committed=line.debits_pending,
        disbursed=disbursed,
        paid=paid,
        recognised=of(below, Kind.SPENT, Kind.LINE, "in") - of(below, Kind.SPENT, Kind.LINE, "out"),
        returned=of(below, Kind.RETURNED, Kind.LINE, "in") - of(below, Kind.RETURNED, Kind.LINE, "out"),
        left=line.free,
    )


def _below(accounts: QuerySet[Account]) -> Sums:
    """What came in and went out, by line, kind of account, and kind of the account that funds it."""
    kinds = accounts.filter(kind__in=(Kind.AWARD, Kind.PAYEE, Kind.SPENT, Kind.RETURNED))
    rows = kinds.values_list("programme", "line", "kind", "of__kind")
    sums: Sums = {}
    for *key, came, went in rows.annotate(came=Sum("credits_posted"), went=Sum("debits_posted")):
        sums[*key, "in"], sums[*key, "out"] = came, went
    return sums


def _reused(jurisdiction: UUID, year: int) -> Sums:
    """여입, by line and by the kind of account that funds the award: tier 1 or below."""
    back = Case(When(phase=Phase.REVERSAL, then=-F("amount")), default=F("amount"), output_field=WonField())
    reused = Transfer.objects.filter(
        debit__jurisdiction=jurisdiction,
        debit__year=year,
        debit__kind=Kind.RETURNED,
        movement=Movement.REUSE,
    )
    by_line = reused.values_list("credit__programme", "credit__line", "credit__of__kind")
    rows = by_line.annotate(back=Sum(back))
    return {(programme, line, str(kind)): amount for programme, line, kind, amount in rows}
