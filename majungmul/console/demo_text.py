"""The demo as text: a plan, what its check finds, one amount per rule, and what the story leaves in the books."""

from datetime import date
from pathlib import Path
from typing import Any

from majungmul.console import demo_shown, demo_story, plan_check
from majungmul.console.printing import bars, console, grid_of
from majungmul.programmes.calculating import Outcome
from majungmul.programmes.cases import cases_of
from majungmul.programmes.observations import notes_of
from majungmul.programmes.plan import Plan, plan
from majungmul.programmes.plan_tables import tables_of
from majungmul.programmes.specification import programmes_of, specification
from majungmul.proof import check
from majungmul.rules import RULES
from majungmul.values.table import Table

SHOWN = ("comparison", "trades")
MILLION = 1_000_000


def plain(jurisdiction: str, year: int, folder: Path, today: date) -> dict[str, Any]:
    """The same for a machine: how many findings, the worked amounts, the books."""
    chosen = plan(jurisdiction, year)
    amounts = {
        rule: {"amount": outcome.amount.amount, "because": outcome.because}
        for rule, (_, outcome) in _examples(jurisdiction).items()
    }
    findings, notes = check(tables_of(chosen)), notes_of(chosen)
    books = demo_story.told_in(folder, today, is_shown=False)
    return {"findings": len(findings), "notes": len(notes), "worked": amounts, "books": books}


def show(jurisdiction: str, year: int, folder: Path, today: date) -> None:
    """All of it, as a person reads it."""
    chosen = plan(jurisdiction, year)
    tables = {table.key: table for table in tables_of(chosen)}
    _show_plan(chosen, tables)
    console().rule("검산")
    plan_check.show(check(list(tables.values())), notes_of(chosen))
    console().rule("규칙마다 금액 하나")
    for rule, (title, outcome) in _examples(jurisdiction).items():
        console().print(
            f"[bold]{rule}[/bold] {title}\n  {outcome.because}\n  → [bold]{outcome.amount}[/bold]"
        )
    console().rule("이야기 — 연습용 데이터베이스에서 사는 세 해(2018년과 올해의 집행은 모두 가상)")
    demo_shown.show(demo_story.told_in(folder, today, is_shown=True))
    console().print(f"\n연습 자료: {folder}  (처음부터 다시: majungmul demo --reset)", markup=False)


def _examples(jurisdiction: str) -> dict[str, tuple[str, Outcome]]:
    return {rule: example for rule in RULES if (example := _worked(jurisdiction, rule))}


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
