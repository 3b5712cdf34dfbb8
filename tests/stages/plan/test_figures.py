"""Every figure that `majungmul figures` prints is answered from rows: path, words, value, unit, print."""

import pytest

from majungmul.programmes.figures import Figure, figures_of, with_computed
from majungmul.programmes.plan import Plan as Written
from majungmul.programmes.plan_tables import tables_of
from majungmul.proof.totals import computed
from majungmul.stages.plan import actions, queries
from majungmul.stages.plan.models import Edition, PlanCell
from majungmul.values.won import Won
from tests.books.ledger.raw import key_of, run, without
from tests.given import a_key
from tests.stages.plan.cells import UNITS, any_cells
from tests.stages.plan.plans import (
    NOW,
    SMALL,
    a_plan,
    an_office_at_work,
    drafted,
    seoul,
    the_file,
)

pytestmark = pytest.mark.django_db


def printed_by_the_command(written: Written) -> list[Figure]:
    """What `majungmul figures --json` prints of a file."""
    sums = {path: amount for table in tables_of(written) for path, amount in computed(table).items()}
    return with_computed(figures_of(written), sums)


@pytest.fixture
def edition() -> Edition:
    return queries.edition_of(actions.adopt(the_file(), by=seoul(), at=NOW, key=a_key()))


def test_every_figure_of_2018_is_answered_from_rows(edition: Edition) -> None:
    wanted = printed_by_the_command(the_file())
    assert len(wanted) == 330
    assert queries.figures_of(edition) == wanted


def test_every_table_of_2018_is_answered_from_rows(edition: Edition) -> None:
    assert queries.tables_of(edition) == tables_of(the_file())


def test_the_printed_total_and_what_we_work_out_stand_beside_each_other(edition: Edition) -> None:
    figures = {figure.path: figure for figure in queries.figures_of(edition)}
    assert figures["results.motivation.settled"].amount == 217_125_290
    assert figures["results.motivation.settled.computed"].amount == 217_124_790
    assert figures["budget.total.amount"] == Figure(
        "budget.total.amount",
        figures["budget.total.amount"].label,
        1_300_000_000,
        "원",
        "1,300백만원",
    )


def cell_of(edition: Edition, path: str) -> PlanCell:
    table, rest = path.split(".", 1)
    row, _, column = rest.rpartition(".")
    return PlanCell.objects.get(edition=edition, row__table__key=table, row__key=row, column__key=column)


def test_a_value_is_kept_in_the_kind_that_its_unit_says(edition: Edition) -> None:
    money = cell_of(edition, "governments.jeju.2018")
    assert (money.printed, money.won, money.count, money.percent) == ("13,000", Won(13_000_000), None, "")
    people = cell_of(edition, "achievements.forum.people.amount")
    assert (people.printed, people.unit, people.count, people.won) == ("600여명", "명", 600, None)
    ratio = cell_of(edition, "results.hrd.ratio")
    assert (ratio.printed, ratio.percent, ratio.won, ratio.count) == ("95.0", "95.0", None, None)
    nothing = cell_of(edition, "governments.incheon.2017")
    assert (nothing.printed, nothing.won) == ("-", Won(0))
    unknown = cell_of(edition, "governments.gyeonggi.2018")
    assert (unknown.printed, unknown.value) == ("미정", None)


def test_the_rows_are_what_answers(edition: Edition) -> None:
    """A value altered in its row, with its guard away, is what is answered: no file is asked."""
    cell = cell_of(edition, "governments.busan.2018")
    before = {figure.path: figure.amount for figure in queries.figures_of(edition)}
    with without("guard_plan_plancell_no_update"):
        run(f"UPDATE plan_plancell SET won = 151000000 WHERE id = {key_of(cell.pk)}")
    after = {figure.path: figure.amount for figure in queries.figures_of(edition)}
    assert before["governments.busan.2018"] == 150_000_000
    assert {path for path in before if before[path] != after[path]} == {"governments.busan.2018"}
    assert after["governments.busan.2018"] == 151_000_000


def test_figures_are_read_in_few_queries(edition: Edition, django_assert_max_num_queries: object) -> None:
    with django_assert_max_num_queries(12):  # type: ignore[operator]
        queries.figures_of(edition)


@pytest.mark.parametrize("unit", UNITS)
def test_any_way_of_writing_a_cell_comes_back(unit: str | None) -> None:
    written = a_plan(tables=[SMALL, any_cells(unit)])
    edition = queries.edition_of(drafted(an_office_at_work(), written))
    assert queries.tables_of(edition) == tables_of(written)
    assert queries.figures_of(edition) == printed_by_the_command(written)
