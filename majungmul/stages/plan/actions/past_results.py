"""지난해 실적 — what a plan's paper says of the year before, told as postings in that year's accounts."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from majungmul.books.ledger import accounts, postings
from majungmul.books.ledger.kinds import Role
from majungmul.books.ledger.models import Account
from majungmul.books.ledger.queries import lines_of
from majungmul.books.parties.queries.rows import locked
from majungmul.books.parties.require import require
from majungmul.books.trail.actions import action
from majungmul.stages.plan.models import Edition, Plan
from majungmul.stages.plan.queries.figures import tables_of
from majungmul.stages.plan.queries.plans import edition_of
from majungmul.stages.plan.states import after
from majungmul.values.actor import Actor
from majungmul.values.refusal import Refusal
from majungmul.values.table import Row, Table
from majungmul.values.won import ZERO, Won, total

RESULTS, BUDGET, SETTLED = "results", "budget", "settled"
PART, LINE = 1, 2
"""How deep a part (1. …) and its lines (가. …) stand in the table of results."""
PAID_TO = "집행처: 원문에 없음"


class NoResults(Refusal):
    """실적표 없음."""

    sentence = "‘{title}’에는 지난해 실적표가 없어 원장에 옮길 것이 없습니다. 계획에 실적표를 적어 주십시오."


class ToldAlready(Refusal):
    """이미 옮김."""

    sentence = "{year}년의 원장에는 이미 적힌 것이 있습니다. 지난해 실적은 비어 있는 연도에 한 번만 옮깁니다."


class PartBelowItsLines(Refusal):
    """항목의 합보다 적은 부분."""

    sentence = (
        "‘{part}’에 적힌 결산이 그 항목들의 합보다 {short} 적습니다. 실적표를 고친 뒤 다시 해 주십시오."
    )


@dataclass(frozen=True, slots=True)
class Told:
    """지난해의 항목 — its budget, what was settled, and what its part prints beyond its lines, with a mark."""

    key: str
    label: str
    budget: Won
    settled: Won
    beyond: Won = ZERO
    mark: str = ""


@action("plan.results_told")
def tell_results(plan_id: UUID, *, by: Actor, at: datetime, key: str) -> Plan:
    """지난해 실적 — each line of last year is granted, paid and recognised, and its rest returned.

    Whom the operator paid, and when, is not in the paper. Returns the plan. Refuses a plan without a table of
    results, and a year in which something stands already.
    """
    plan = locked(Plan, by, plan_id)
    require(by, "plan.tell_results", plan)
    edition = edition_of(plan)
    after("plan.tell_results", plan.state, edition.title)
    year = plan.year - 1
    if lines_of(plan.jurisdiction_id, year):
        raise ToldAlready(year=year)
    lines = list(_told(edition))
    budget = accounts.open_plan(plan.jurisdiction_id, year, plan.office.code, f"{year}년 지원계획")
    postings.appropriate(budget, total(told.budget for told in lines))
    for told in lines:
        _tell(budget, told, plan)
    return plan


def _tell(budget: Account, told: Told, plan: Plan) -> None:
    """One line, from 배정 to 금액 확정."""
    line = accounts.open_line(budget, told.key, "support", told.label)
    postings.allot(line, told.budget)
    award = accounts.open_award(line, "grant", f"{told.label} 교부결정")
    postings.decide(award, told.budget)
    postings.disburse(award, told.budget)
    payee = accounts.open_payee(award, _operator(plan), Role.CONTRACTOR, PAID_TO)
    postings.pay(payee, told.settled)
    if told.beyond:
        postings.pay(payee, told.beyond, told.mark)
    postings.recognise(payee, told.settled + told.beyond)
    left = told.budget - told.settled - told.beyond
    if left > ZERO:
        postings.order_return(award, left, "집행잔액")
        postings.receive_return(award, left)
    postings.carry_up(award)


def _operator(plan: Plan) -> UUID:
    """수행기관 — known since the plan was fixed."""
    if plan.operator_id is None:
        message = f"the plan of {plan.year} is in force and has no operator"
        raise TypeError(message)
    return plan.operator_id


def _told(edition: Edition) -> Iterator[Told]:
    """The lines of the table of results; the last of a part bears what the part prints beyond its lines."""
    table = next((table for table in tables_of(edition) if table.key == RESULTS), None)
    if table is None:
        raise NoResults(title=edition.title)
    for part, lines in _parts(table):
        beyond = _won(table, part, SETTLED) - total(_won(table, line, SETTLED) for line in lines)
        if beyond < ZERO:
            raise PartBelowItsLines(part=part.label, short=-beyond)
        mark = f"{part.label.partition('.')[0]}부 차이, 차액 사유: 원문에 없음"
        for line in lines:
            own = (beyond, mark) if line is lines[-1] and beyond else (ZERO, "")
            name = line.label.partition(".")[2].strip()
            yield Told(line.key, name, _won(table, line, BUDGET), _won(table, line, SETTLED), *own)


def _parts(table: Table) -> list[tuple[Row, list[Row]]]:
    """Each part with its lines, in the order of the paper."""
    parts: list[tuple[Row, list[Row]]] = []
    for row in table.rows:
        if row.level == PART:
            parts.append((row, []))
        elif row.level == LINE:
            parts[-1][1].append(row)
    return parts


def _won(table: Table, row: Row, column: str) -> Won:
    value = row.cells[table.column(column)].value
    return Won(value) if isinstance(value, int) else ZERO
