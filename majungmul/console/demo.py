"""`majungmul demo`: the product as far as it is built, on the 2018 plan of Seoul."""

from majungmul.console import plan_check
from majungmul.console.arguments import Arguments
from majungmul.console.printing import bars, console, grid_of, print_json
from majungmul.programmes.calculating import Outcome
from majungmul.programmes.cases import cases_of
from majungmul.programmes.observations import notes_of
from majungmul.programmes.plan import Plan, plan
from majungmul.programmes.plan_tables import tables_of
from majungmul.programmes.specification import programmes_of, specification
from majungmul.proof import check
from majungmul.rules import RULES
from majungmul.values.table import Table

SHOWN = ("comparison", "results", "budget", "trades", "governments")
MILLION = 1_000_000


def run(arguments: list[str]) -> int:
    """Show the plan, what the check finds, and one worked amount per rule."""
    parser = (
        Arguments("demo", "2018년 계획, 검산, 규칙마다 금액 하나를 보여 줍니다.")
        .with_year()
        .with_jurisdiction()
    )
    options = parser.parse_args(arguments)
    chosen = plan(options.jurisdiction, options.year)
    tables = {table.key: table for table in tables_of(chosen)}
    findings, notes = check(list(tables.values())), notes_of(chosen)
    worked = {rule: example for rule in RULES if (example := _worked(options.jurisdiction, rule))}
    if options.json:
        amounts = {rule: {"amount": o.amount.amount, "because": o.because} for rule, (_, o) in worked.items()}
        print_json({"findings": len(findings), "notes": len(notes), "worked": amounts})
        return 0
    _show_plan(chosen, tables)
    console().rule("검산")
    plan_check.show(findings, notes)
    console().rule("규칙마다 금액 하나")
    for rule, (title, outcome) in worked.items():
        console().print(
            f"[bold]{rule}[/bold] {title}\n  {outcome.because}\n  → [bold]{outcome.amount}[/bold]"
        )
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
