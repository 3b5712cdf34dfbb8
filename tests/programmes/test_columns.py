"""청구 목록의 열 — the headings that each line asks for, and those that are understood beside them."""

import re
from typing import Any

import pytest

from majungmul.programmes.columns import columns_of
from majungmul.programmes.specification import Line, programmes_of, specification

LOAN = "id kind principal start end repayments from until"
COST = "id item spent quantity award spent_on"
EXPECTED = {
    ("exchange", "ceremony"): COST,
    ("exchange", "forum"): COST,
    ("exchange", "news"): "id firms years subscribed_on",
    ("network", "workshop"): COST,
    ("network", "forum"): "id item spent heads award spent_on",
    ("network", "meeting"): COST,
    ("trade_collaboration", "support"): "id amount traded_on",
    ("trade_collaboration", "publicity"): "id item spent quantity approved paid_on",
    ("training", "support"): COST,
    ("cooperative_consulting", "consultant"): "id count times visited_on",
    ("cooperative_consulting", "meeting"): "id item spent heads award met_on",
    ("cooperative_consulting", "venue"): "id item spent months award spent_on",
    ("cooperative_consulting", "sundries"): COST,
    ("joint_project", "support"): COST,
    ("joint_project", "committee"): "id members meetings met_on",
    ("joint_project", "meeting"): "id item spent heads award met_on",
    ("joint_project", "operation"): COST,
    ("market_access", "overseas"): COST,
    ("market_access", "home_shopping"): "id firms broadcasts broadcast_on",
    ("market_access", "press"): "id outlets insertions published_on",
    ("interest_support", "support"): LOAN,
    ("liability_insurance", "support"): "id business_number premium paid_on",
}
LINES = [(name, line) for name in programmes_of("seoul") for line in specification("seoul", name).lines]
EACH_LINE = pytest.mark.parametrize(
    ("name", "line"), LINES, ids=[f"{name}-{line.code}" for name, line in LINES]
)

SHARE = {"share": 0, "rounding": "DOWN_TO_WON"}
INTEREST = {"rates": {"bill": 0}, "kinds": {"bill": "어음"}, "year_days": 365, "rounding": "DOWN_TO_WON"}


def line_of(rule: str, *versions: dict[str, Any], columns: dict[str, list[str]] | None = None) -> Line:
    """A made-up line under the rule, with terms for 2018 and, where given, the years after it."""
    terms = [{"since": f"{2018 + n}-01-01", "source": "가상", "values": v} for n, v in enumerate(versions)]
    written = {"code": "support", "label": "가상", "rule": rule, "payee": "조합", "columns": columns or {}}
    return Line.model_validate({**written, "terms": terms}, strict=False)


def headings(line: Line) -> list[str]:
    return [column.heading for column in columns_of(line)]


def test_each_line_of_seoul_has_its_headings() -> None:
    found = {(name, line.code): " ".join(headings(line)) for name, line in LINES}
    assert found == EXPECTED


@EACH_LINE
def test_we_write_english_headings_and_understand_korean_ones(name: str, line: Line) -> None:
    for column in columns_of(line):
        assert re.fullmatch(r"[a-z]+(_[a-z]+)*", column.heading), name
        assert column.aliases, column.heading
        assert all(re.fullmatch(r"[가-힣]+", alias) for alias in column.aliases), column.aliases


@EACH_LINE
def test_no_heading_of_a_line_means_two_things(name: str, line: Line) -> None:
    every = [heading for column in columns_of(line) for heading in (column.heading, *column.aliases)]
    assert len(every) == len(set(every)), name


@EACH_LINE
def test_a_line_gives_headings_only_to_fields_that_it_asks_for(name: str, line: Line) -> None:
    assert line.columns.keys() <= {column.field for column in columns_of(line)}, name


def test_what_may_be_left_empty() -> None:
    optional = {column.field for _, line in LINES for column in columns_of(line) if not column.required}
    assert optional == {"times", "quantity", "repayments"}


def test_a_line_with_headings_of_its_own_gives_up_the_usual_ones() -> None:
    line = line_of("share", SHARE, columns={"amount": ["premium", "보험료"]})
    amount = next(column for column in columns_of(line) if column.field == "amount")
    assert (amount.heading, amount.aliases) == ("premium", ("보험료",))
    usual = next(column for column in columns_of(line_of("share", SHARE)) if column.field == "amount")
    assert (usual.heading, usual.aliases) == ("amount", ("금액",))


def test_the_party_is_asked_for_only_where_there_is_a_limit() -> None:
    limited = {**SHARE, "limit": 1_000_000}
    assert headings(line_of("share", SHARE)) == ["id", "amount", "on"]
    assert headings(line_of("share", limited)) == ["id", "business_number", "amount", "on"]


def test_a_limit_that_comes_a_year_later_is_enough_to_ask_for_the_party() -> None:
    assert "business_number" in headings(line_of("share", SHARE, {**SHARE, "limit": 1}))


def test_interest_paid_and_arrears_are_asked_for_only_where_the_terms_use_them() -> None:
    assert headings(line_of("interest", INTEREST)) == LOAN.split()
    ceiling = line_of("interest", {**INTEREST, "paid_ceiling": True})
    assert headings(ceiling) == [*LOAN.split(), "interest_paid"]
    without_arrears = line_of("interest", INTEREST, {**INTEREST, "skip_arrears": True})
    assert headings(without_arrears) == [*LOAN.split(), "arrears"]
