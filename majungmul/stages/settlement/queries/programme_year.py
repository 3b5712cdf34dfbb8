"""한 사업의 한 해 — its plan beside what was done, by line; and what the next plan prints of it; read only."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from majungmul.books.ledger import queries as ledger
from majungmul.books.ledger.kinds import Kind, Role
from majungmul.books.ledger.models import Account
from majungmul.books.ledger.queries import LineFigures
from majungmul.books.parties.models import Jurisdiction
from majungmul.programmes.specification import terms_on
from majungmul.rules.calculation import NoTermsThen
from majungmul.rules.share import Share
from majungmul.stages.delivery.models import Trade
from majungmul.stages.plan.models import Plan
from majungmul.stages.plan.queries import edition_of, plans_of, tables_of
from majungmul.values.table import Row, Table
from majungmul.values.won import ZERO, Won, total

RESULTS, TRADES, TOTAL = "results", "trades", "total"
TRADED_PROGRAMME, SUPPORT = "trade_collaboration", "support"
NO_REASON = "차액 사유: 원문에 없음"


@dataclass(frozen=True, slots=True)
class Traded:
    """거래 실적 — how many trades by how many applicants, their sum, and what the rule gives for them, in won."""

    applicants: int
    trades: int
    amount: Won
    support: Won


@dataclass(frozen=True, slots=True)
class Printed:
    """적힌 실적 — what next year's plan prints of a line: settled; and the trades that it lists, where it does.

    `difference` is settled less what the trades come to; the paper does not say why (`why`).
    """

    settled: Won
    traded: Traded | None

    @property
    def difference(self) -> Won | None:
        """차액 — None where the paper lists no trades."""
        return self.settled - self.traded.support if self.traded else None

    @property
    def why(self) -> str:
        """차액 사유 — empty where there is no difference."""
        return NO_REASON if self.difference else ""


@dataclass(frozen=True, slots=True)
class YearOfProgramme:
    """한 사업의 한 해 — the figures of its lines, whom it paid, its trades, and what was printed of it later."""

    programme: str
    year: int
    lines: tuple[LineFigures, ...]
    whole: ledger.Figures
    bodies: int
    traded: Traded
    printed: Printed | None

    @property
    def printed_difference(self) -> Won | None:
        """인쇄와의 차액 — paid by the ledger less what was printed as settled; None where nothing was printed."""
        return self.whole.paid - self.printed.settled if self.printed else None


def year_of_programme(jurisdiction: Jurisdiction, year: int, programme: str) -> YearOfProgramme:
    """한 사업의 한 해 — plan against execution, from the ledger; beside it what the next plan prints, where it does."""
    lines = tuple(each for each in ledger.lines_of(jurisdiction.pk, year) if each.programme == programme)
    return YearOfProgramme(
        programme,
        year,
        lines,
        ledger.whole(lines),
        bodies_paid(jurisdiction.pk, year, programme),
        _traded(jurisdiction, year, programme),
        _printed(jurisdiction, year, programme),
    )


def bodies_paid(jurisdiction: UUID, year: int, programme: str) -> int:
    """지원받은 단체 — how many recipients (수령자) got something."""
    payees = Account.objects.filter(
        jurisdiction=jurisdiction, year=year, programme=programme, kind=Kind.PAYEE, role=Role.RECIPIENT
    )
    return payees.filter(credits_posted__gt=0).values("party").distinct().count()


def _traded(jurisdiction: Jurisdiction, year: int, programme: str) -> Traded:
    """The trades that were recorded under awards of the programme."""
    trades = Trade.objects.of(jurisdiction.pk).filter(
        is_withdrawn=False, award__application__call__year=year, award__application__call__programme=programme
    )
    rows = list(trades.values_list("award__body", "supply", "delivered_on"))
    support = total(_support(jurisdiction.code, day, amount) for _, amount, day in rows) if rows else ZERO
    return Traded(len({body for body, *_ in rows}), len(rows), total(each for _, each, _ in rows), support)


def _printed(jurisdiction: Jurisdiction, year: int, programme: str) -> Printed | None:
    """Of the plan of the next year, of whichever office of the city has a table of results."""
    for plan in plans_of(jurisdiction.pk, year + 1):
        tables = {table.key: table for table in tables_of(edition_of(plan))}
        settled = _settled(tables.get(RESULTS), programme)
        if settled is not None:
            return Printed(settled, _listed(plan, tables.get(TRADES), programme))
    return None


def _settled(results: Table | None, programme: str) -> Won | None:
    row = next((row for row in results.rows if row.key == programme), None) if results else None
    return _won(results, row, "settled") if results and row else None


def _listed(plan: Plan, trades: Table | None, programme: str) -> Traded | None:
    """The trades that the paper lists, each worked out by the rule of that year: `5-2` is the second of applicant 5."""
    if trades is None or programme != TRADED_PROGRAMME:
        return None
    rows = [row for row in trades.rows if row.key != TOTAL]
    amounts = [_won(trades, row, "amount") for row in rows]
    last = date(plan.year - 1, 12, 31)
    support = total(_support(plan.jurisdiction.code, last, amount) for amount in amounts)
    return Traded(len({row.key.partition("-")[0] for row in rows}), len(rows), total(amounts), support)


def _support(code: str, day: date, amount: Won) -> Won:
    """What the programme gives for one trade; nothing where it had no terms then or is no share of trades."""
    try:
        rule = terms_on(day, jurisdiction=code, programme=TRADED_PROGRAMME, line=SUPPORT).rule
    except NoTermsThen:
        return ZERO
    return rule.calculate(amount, ZERO).amount if isinstance(rule, Share) else ZERO


def _won(table: Table, row: Row, column: str) -> Won:
    value = row.cells[table.column(column)].value
    return Won(value) if isinstance(value, int) else ZERO
