"""지원계획의 표 — by value: what the paper prints, what refers to what, what is refused."""

from decimal import Decimal
from itertools import pairwise

import pytest

from majungmul.programmes.plan import Plan, plan
from majungmul.programmes.plan_sheet import CellsMissing, NoSuchFigure, PrintedMissing
from majungmul.programmes.plan_tables import RowsDiffer, tables_of
from majungmul.programmes.plan_terms import NoSuchTerm
from majungmul.proof import check
from majungmul.values.table import Again, Cell, Product, Table
from tests.programmes.plan_changed import changed, split

PLAN = plan("seoul", 2018)


def table(key: str, of: Plan = PLAN) -> Table:
    return next(table for table in tables_of(of) if table.key == key)


def cell(path: str, of: Plan = PLAN) -> Cell:
    key, row, column = split(path)
    found = table(key, of)
    return next(one for one in found.rows if one.key == row).cells[found.column(column)]


def values(key: str, column: str, level: int) -> list[int]:
    found = table(key)
    cells = (row.cells[found.column(column)] for row in found.rows if row.level == level)
    return [one.value for one in cells if isinstance(one.value, int)]


def test_proof_finds_the_two_real_errors_and_no_other() -> None:
    findings = check(tables_of(PLAN))
    assert [(one.kind, one.printed, one.expected, one.difference) for one in findings] == [
        ("total", "217,125,290", "217,124,790", 500),
        ("order", "라", "다", None),
    ]


def test_the_nine_programmes_sum_to_1300_million() -> None:
    assert len(values("budget", "amount", 1)) == 9
    assert sum(values("budget", "amount", 1)) == 1_300_000_000
    assert cell("budget.total.amount") == Cell(
        "1,300백만원", 1_300_000_000, (Again("3 2018년 사업 지원계획 · 지원금액", "1,300백만원"),)
    )


def test_the_lines_of_consulting_sum_to_90_million() -> None:
    lines = [
        f"budget.cooperative_consulting.{line}.amount"
        for line in ("consultant", "meeting", "venue", "sundries")
    ]
    amounts = [cell(line).value for line in lines]
    assert amounts == [67_500_000, 8_100_000, 8_400_000, 6_000_000]
    assert cell("budget.cooperative_consulting.amount").value == 90_000_000


def test_a_cost_basis_refers_to_the_terms() -> None:
    row = [
        cell(f"budget.cooperative_consulting.consultant.{column}") for column in ("price", "count", "times")
    ]
    assert [one.value for one in row] == [250_000, 90, 3]
    assert [one.printed for one in row] == ["250천원", "90개", "3회"]
    assert row[0].again == (Again("사업 명세 cooperative_consulting.consultant.price", "250,000원"),)
    (amount,) = (column for column in table("budget").columns if column.key == "amount")
    assert amount.formula == Product(("price", "count", "times"))


def test_the_comparison_has_its_totals() -> None:
    assert [cell(f"comparison.total.{column}").value for column in ("2016", "2017", "2018", "change")] == [
        1_500_000_000,
        800_000_000,
        1_300_000_000,
        500_000_000,
    ]
    assert values("comparison", "2017", 1) == [240_000_000, 160_000_000, 400_000_000]


def test_35_million_is_the_sum_of_two_lines_of_2017() -> None:
    found = cell("comparison.exchange.2017")
    assert (found.printed, found.value) == ("35", 35_000_000)
    assert [again.text for again in found.again] == ["35,000,000원", "35백만원"]


def test_the_results_of_2017() -> None:
    assert (cell("results.total.settled").printed, cell("results.total.settled").value) == (
        "770,450,186",
        770_450_186,
    )
    assert cell("results.total.ratio").value == Decimal("96.3")
    assert values("results", "settled", 1) == [217_125_290, 161_522_340, 391_802_556]
    assert sum(values("results", "settled", 2)[:3]) == 217_124_790


def test_the_trades_of_2017() -> None:
    assert len(values("trades", "amount", 1)) == 16
    assert sum(values("trades", "amount", 1)) == 1_581_794_178
    assert values("trades", "amount", 0) == [1_581_794_178]


def test_92_were_honoured() -> None:
    assert values("awards", "people", 1) == [3, 4, 6, 39, 40]
    assert values("awards", "people", 0) == [92]
    assert cell("awards.total.organisations").value == 4


def test_three_kinds_of_nothing() -> None:
    assert cell("governments.incheon.2017") == Cell("-", 0)
    assert cell("comparison.liability_insurance.2017").value == 0
    assert cell("governments.gyeonggi.2018") == Cell("미정", None)
    for city in ("incheon", "gyeonggi"):
        found = cell(f"governments.{city}.bill")
        assert (found.printed, found.value, found.again[0].text) == ("-", None, "-")


def test_eighteen_governments_have_fixed_1453_million() -> None:
    assert len(table("governments").rows) == 19
    assert len(values("governments", "2018", 1)) == 18
    assert sum(values("governments", "2018", 1)) == 1_453_000_000


def test_labels_are_as_printed_or_from_the_specification() -> None:
    assert [row.label for row in table("results").rows][1::4][:2] == [
        "1. 중소기업경영의욕고취및협업촉진",
        "2. 중소기업HRD및현장애로해소",
    ]
    assert [row.label for row in table("budget").rows][1:3] == [
        "중소기업 교류․위상 강화",
        "중소기업인대회 유공자 포상 시상식",
    ]


def test_paths_are_unique_and_totals_stand_where_the_table_says() -> None:
    paths = [
        found.path(row, column) for found in tables_of(PLAN) for row in found.rows for column in found.columns
    ]
    assert len(paths) == len(set(paths))
    levels = [row.level for row in table("budget").rows]
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_another_price_in_the_terms_or_the_plan_is_found() -> None:
    other = {"term": "cooperative_consulting.consultant.price", "printed": "260천원"}
    findings = check(tables_of(changed(budget__cooperative_consulting__consultant__price=other)))
    assert [one.kind for one in findings] == ["total", "order", "product", "repeated"]


def test_another_figure_in_the_second_place_is_found() -> None:
    other = {"same": "budget.exchange.amount", "printed": "51"}
    findings = check(tables_of(changed(comparison__exchange__2018=other)))
    assert [one.kind for one in findings if one.place.startswith("1 지원개요")] == [
        "total",
        "difference",
        "repeated",
        "repeated",
    ]


def test_a_smaller_budget_is_a_negative_change() -> None:
    assert cell("comparison.exchange.change", changed(comparison__exchange__change=-65)) == Cell(
        "△65", -65_000_000, (Again("3 2018년 사업 지원계획 · 예산편성내역", "15백만원"),)
    )


def test_a_reference_to_nothing_is_refused() -> None:
    wrong = {"same": "budget.exchang.amount", "printed": "50"}
    with pytest.raises(NoSuchFigure, match=r"‘budget.exchang.amount’.*‘budget.exchange.amount’을"):
        tables_of(changed(comparison__exchange__2018=wrong))
    with pytest.raises(NoSuchTerm):
        tables_of(changed(conditions__trade_collaboration__rate={"term": "a", "printed": "10%"}))


def test_a_reference_says_what_is_printed() -> None:
    with pytest.raises(PrintedMissing, match=r"‘comparison.exchange.2018’"):
        tables_of(changed(comparison__exchange__2018={"same": "budget.exchange.amount"}))


def test_a_row_has_a_cell_for_each_column() -> None:
    tables = [one.model_copy(update={"columns": one.columns[:-1]}) for one in PLAN.tables]
    with pytest.raises(CellsMissing, match=r"‘comparison.exchange’의 칸이 4개인데 열은 3개"):
        tables_of(PLAN.model_copy(update={"tables": tuple(tables)}))


def test_a_second_printing_has_the_same_rows() -> None:
    first = PLAN.tables[0]
    assert first.printed_again is not None
    again = first.printed_again.model_copy(update={"rows": first.printed_again.rows[1:]})
    with pytest.raises(RowsDiffer, match="예산편성내역"):
        tables_of(PLAN.model_copy(update={"tables": (first.model_copy(update={"printed_again": again}),)}))
