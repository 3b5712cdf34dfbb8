"""지원계획의 숫자 — its tables and every figure of them, from rows."""

from majungmul.programmes import figures, plan_tables
from majungmul.programmes.figures import Figure
from majungmul.proof.totals import computed
from majungmul.stages.plan.models import Edition
from majungmul.stages.plan.queries.written import written
from majungmul.values.table import Table


def tables_of(edition: Edition) -> list[Table]:
    """지원계획의 표 — all of them, in the order of the paper, the checklist first."""
    return plan_tables.tables_of(written(edition))


def figures_of(edition: Edition) -> list[Figure]:
    """숫자 — every figure of a plan with its words, value, unit and print, and the sums we worked out."""
    said = written(edition)
    sums = {path: sum_ for table in plan_tables.tables_of(said) for path, sum_ in computed(table).items()}
    return figures.with_computed(figures.figures_of(said), sums)
