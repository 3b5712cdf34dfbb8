"""`majungmul demo`: the product as far as it is built, on the 2018 plan of Seoul."""

import json
import os
import subprocess
import sys
from tempfile import TemporaryDirectory
from typing import Any

from majungmul.console import plan_check
from majungmul.console.arguments import Arguments
from majungmul.console.ledger import FIGURES
from majungmul.console.printing import bars, console, grid, grid_of, print_json
from majungmul.programmes.calculating import Outcome
from majungmul.programmes.cases import cases_of
from majungmul.programmes.observations import notes_of
from majungmul.programmes.plan import Plan, plan
from majungmul.programmes.plan_tables import tables_of
from majungmul.programmes.specification import programmes_of, specification
from majungmul.proof import check
from majungmul.rules import RULES
from majungmul.values.table import Table
from majungmul.values.won import Won

BOOKS = "import sys; from majungmul.console.demo_books import tell; tell(sys.argv[1], int(sys.argv[2]))"
SHOWN = ("comparison", "results", "budget", "trades", "governments")
MILLION = 1_000_000


def run(arguments: list[str]) -> int:
    """Show the plan, what the check finds, one worked amount per rule, and the books on a scratch database."""
    parser = Arguments("demo", "계획과 검산, 규칙마다 금액 하나, 원장을 보여 줍니다.").with_year()
    parser = parser.with_jurisdiction()
    options = parser.parse_args(arguments)
    chosen = plan(options.jurisdiction, options.year)
    tables = {table.key: table for table in tables_of(chosen)}
    findings, notes = check(list(tables.values())), notes_of(chosen)
    worked = {rule: example for rule in RULES if (example := _worked(options.jurisdiction, rule))}
    if options.json:
        amounts = {rule: {"amount": o.amount.amount, "because": o.because} for rule, (_, o) in worked.items()}
        books = _books(options.jurisdiction, options.year)
        print_json({"findings": len(findings), "notes": len(notes), "worked": amounts, "books": books})
        return 0
    _show_plan(chosen, tables)
    console().rule("검산")
    plan_check.show(findings, notes)
    console().rule("규칙마다 금액 하나")
    for rule, (title, outcome) in worked.items():
        console().print(
            f"[bold]{rule}[/bold] {title}\n  {outcome.because}\n  → [bold]{outcome.amount}[/bold]"
        )
    console().rule("원장 — 연습용 데이터베이스에 옮겨 봄")
    _show_books(_books(options.jurisdiction, options.year))
    return 0


def _show_plan(chosen: Plan, tables: dict[str, Table]) -> None:
    """The plan as a person likes to read it."""
    out = console()
    out.rule(f"{chosen.title} · {chosen.operator}")
    out.print(chosen.purpose)
    out.print(f"근거: {chosen.law} · 예산과목: {chosen.account.code} {', '.join(chosen.account.names)}")
    yearly = tables["yearly"]
    amounts = {
        column.label: cell.value // MILLION
        for row in yearly.rows
        for column, cell in zip(yearly.columns, row.cells, strict=True)
        if isinstance(cell.value, int)
    }
    out.print(bars(f"\n{yearly.title} (단위 : 백만원)", amounts, ""))
    for key in SHOWN:
        out.print(grid_of(tables[key]))


def _worked(jurisdiction: str, rule: str) -> tuple[str, Outcome] | None:
    """The first worked example of a rule that is paid, with where it comes from."""
    for name in programmes_of(jurisdiction):
        chosen = specification(jurisdiction, name)
        for case in cases_of(jurisdiction, name):
            if case.line_of(chosen).rule == rule and not case.terms and case.expect[0].amount:
                return f"{chosen.name} · {case.title}", case.work_out(chosen)[0]
    return None


def _books(jurisdiction: str, year: int) -> dict[str, Any]:
    """The books told in a process of their own, on an embedded database that is gone afterwards."""
    with TemporaryDirectory(prefix="majungmul-demo-") as home:
        outer = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}  # noqa: TID251
        own = {"MAJUNGMUL_HOME": home, "DJANGO_SETTINGS_MODULE": "majungmul.config.settings"}
        command = [sys.executable, "-c", BOOKS, jurisdiction, str(year)]
        done = subprocess.run(command, env={**outer, **own}, stdout=subprocess.PIPE, check=True)  # noqa: S603 - ours
    books: dict[str, Any] = json.loads(done.stdout)
    return books


def _show_books(books: dict[str, Any]) -> None:
    """Balances by year, the chain of accounts of one programme, an overspending refused, what was verified."""
    out = console()
    for year, lines in books["years"].items():
        shown = grid(f"{year}년 원장", "항목", *FIGURES.values(), caption="(단위 : 원)")
        for column in shown.columns[1:]:
            column.justify = "right"
        for line in lines:
            shown.add_row(line["label"], *(f"{line[name]:,}" for name in FIGURES))
        shown.add_section()
        shown.add_row("합계", *(f"{sum(line[name] for line in lines):,}" for name in FIGURES), style="bold")
        out.print(shown)
    out.print("\n계정의 사슬 (협업, 지난해): 계정마다 남은 금액")
    for branch in books["chain"]:
        out.print(f"  {'   ' * branch['depth']}└ {branch['label']}  {Won(branch['balance'])}", markup=False)
    out.print(f"\n예산보다 1원 더 옮겨 보기: {books['attempt']}\n  → 거절: [bold]{books['refused']}[/bold]")
    looked = books["looked_at"]
    out.print(
        f"\n검증: 계정 {looked['accounts']:,}개, 이체 {looked['transfers']:,}건, 사건 {looked['events']:,}건, "
        f"문지기 {looked['guards']:,}개를 다시 셈해 어긋난 것 {books['faults']:,}건"
    )
