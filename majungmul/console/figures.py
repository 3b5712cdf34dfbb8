"""`majungmul figures`: every figure of a plan, flat."""

from dataclasses import asdict

from majungmul.console.arguments import Arguments
from majungmul.console.printing import console, grid_of, print_json
from majungmul.programmes.figures import figures_of, with_computed
from majungmul.programmes.plan import plan
from majungmul.programmes.plan_tables import tables_of
from majungmul.proof.totals import computed


def run(arguments: list[str]) -> int:
    """Print the tables of a plan, or with --json its figures: path, label, amount, unit, printed."""
    parser = Arguments("figures", "계획의 모든 수치를 보여 줍니다.").with_year().with_jurisdiction()
    options = parser.parse_args(arguments)
    chosen = plan(options.jurisdiction, options.year)
    tables = tables_of(chosen)
    if options.json:
        sums = {path: amount for table in tables for path, amount in computed(table).items()}
        print_json([asdict(figure) for figure in with_computed(figures_of(chosen), sums)])
    else:
        for table in tables:
            console().print(grid_of(table))
    return 0
