"""원장의 측정 — in one process, on one file, with few transfers and with many; started by `bench.ledger`."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from statistics import median
from time import perf_counter, process_time
from uuid import UUID

from django.core.management import call_command
from django.db import connection

from majungmul.books.ledger import accounts, postings, queries
from majungmul.books.ledger.kinds import Role
from majungmul.books.ledger.models import Account, Transfer
from majungmul.books.ledger.verification import recomputed
from majungmul.values.won import Won
from tests.books.a_stage import inside
from tests.given import a_city, a_firm, an_officer

FEW, MANY = 1_000, 1_000_000
ROUNDS, ACTIONS, COMMITS, TOGETHER, QUESTIONS = 12, 25, 100, 100, 30
BUDGET = Won(10**12)
YEAR = 2018

FILL = """
WITH RECURSIVE numbers(n) AS (SELECT %(first)s UNION ALL SELECT n + 1 FROM numbers WHERE n < %(last)s)
INSERT INTO ledger_transfer
  (id, jurisdiction_id, debit_id, credit_id, amount, phase, of_id, movement, key, reason, at)
SELECT printf('%%032x', n), %(jurisdiction)s, %(debit)s, %(credit)s, 1, 'single', NULL, 'pay', 'fill:' || n,
  '', '2018-06-01 03:00:00' FROM numbers
"""


@dataclass(frozen=True, slots=True)
class Place:
    """측정하는 곳 — a line with an award, and one who is paid from it."""

    jurisdiction: UUID
    granted: Account
    payee: Account
    pay: Callable[[int], None]


def run() -> None:
    """Print what was measured; stops where the ledger does not add up afterwards."""
    call_command("migrate", verbosity=0)
    place = _place()
    for count in (FEW, MANY):
        _fill(place, count)
        print(f"## 이체 {Transfer.objects.count():,}건이 있을 때")
        _writing(place)
        _reading(place)


def _place() -> Place:
    officer = an_officer(a_city())
    firm = a_firm(officer)

    def story() -> Place:
        plan = accounts.open_plan(officer.jurisdiction, YEAR, "city", "지원계획")
        line = accounts.open_line(plan, "training", "support", "교육 지원금")
        postings.appropriate(plan, BUDGET)
        postings.allot(line, BUDGET)
        granted = accounts.open_award(line, "grant", "교부결정")
        postings.decide(granted, BUDGET)
        postings.disburse(granted, BUDGET)
        payee = accounts.open_payee(granted, firm.pk, Role.CONTRACTOR, "가상기업")
        return Place(officer.jurisdiction, granted, payee, pay)

    def pay(times: int) -> None:
        payee = Account.objects.get(pk=place.payee.pk)
        inside(officer, lambda: [postings.pay(payee, Won(1)) for _ in range(times)])

    place = inside(officer, story)
    return place


def _fill(place: Place, count: int) -> None:
    """Up to so many transfers, by one statement, with every guard in its place."""
    have = Transfer.objects.count()
    places: dict[str, int | str] = {
        "first": have,
        "last": count - 1,
        "jurisdiction": place.jurisdiction.hex,
        "debit": place.granted.pk.hex,
        "credit": place.payee.pk.hex,
    }
    seconds = _timed(lambda: _execute(FILL, places))
    print(f"# SQL로 {count - have:,}건을 채움(문지기가 선 채로): {(count - have) / seconds:,.0f}건/초")


def _execute(sql: str, places: dict[str, int | str]) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql, places)


def _writing(place: Place) -> None:
    """Round by round, raw commits and actions in turn: what else the machine does meets both."""
    before = process_time()
    _pay(place)
    own = (process_time() - before) / ACTIONS
    rounds = [(COMMITS / _timed(_raw_commits), ACTIONS / _timed(lambda: _pay(place))) for _ in range(ROUNDS)]
    raw, alone = (median(speeds) for speeds in zip(*rounds, strict=True))
    ratio = median(action / commit for commit, action in rounds)
    together = TOGETHER / min(_timed(lambda: place.pay(TOGETHER)) for _ in range(3))
    print(f"{'같은 파일에 맨 커밋':<24} {raw:>10,.0f}건/초 (가운데 값, {ROUNDS}번)")
    cpu = f"CPU {own * 1000:.1f}ms"
    print(f"{'행위 하나에 이체 하나':<23} {alone:>10,.0f}건/초 = 맨 커밋의 {ratio:.3f}배, {cpu}")
    print(f"{f'행위 하나에 이체 {TOGETHER}':<22} {together:>10,.0f}건/초 (가장 빠른 것)")


def _pay(place: Place) -> None:
    for _ in range(ACTIONS):
        place.pay(1)


def _raw_commits() -> None:
    """As many commits of one small row, by SQLite alone, with the same settings."""
    with closing(sqlite3.connect(connection.settings_dict["NAME"], isolation_level=None)) as own:
        own.execute("PRAGMA synchronous = FULL")
        own.execute("CREATE TABLE IF NOT EXISTS bench_raw (number INTEGER)")
        for number in range(COMMITS):
            own.execute("BEGIN IMMEDIATE")
            own.execute("INSERT INTO bench_raw VALUES (?)", [number])
            own.execute("COMMIT")


def _reading(place: Place) -> None:
    count = Transfer.objects.count()
    seconds = _timed(lambda: _sound(place.jurisdiction))
    print(f"{'합계 다시 셈':<26} {seconds:>10.3f}초 = 백만 건에 {seconds / count * 1_000_000:,.1f}초")
    figures = median(_timed(lambda: queries.lines_of(place.jurisdiction, YEAR)) for _ in range(QUESTIONS))
    print(f"{'한 해 항목의 수치':<25} {figures * 1000:>10.2f}ms (가운데 값, {QUESTIONS}번)")
    on_day = median(_timed(lambda: queries.balance_on(place.granted, date(2018, 12, 31))) for _ in range(3))
    print(f"{'한 계정의 그날 잔액':<24} {on_day * 1000:>10.2f}ms")


def _sound(jurisdiction: UUID) -> None:
    if wrong := next(recomputed(jurisdiction), None):
        raise SystemExit(str(wrong))


def _timed(call: Callable[[], object]) -> float:
    start = perf_counter()
    call()
    return perf_counter() - start
