"""지원계획 — the year of 2018 as its file writes it, and what is refused."""

from datetime import date

import pytest
from pydantic import ValidationError

from majungmul.programmes.plan import NoSuchPlan, Plan, plan, years_of
from majungmul.programmes.specification import NoSuchJurisdiction, programmes_of, specification
from majungmul.programmes.toml_file import HERE, read_toml


def test_it_is_the_plan_of_2018() -> None:
    found = plan("seoul", 2018)
    assert (found.title, found.year) == ("2018년 중소기업 육성사업 지원계획", 2018)
    assert found.operator == "중소기업중앙회 서울지역본부"
    assert found.law == "중소기업협동조합법 제135조제2항"
    assert (found.report.number, found.report.date) == ("중소기업중앙회-85호", date(2018, 1, 30))


def test_the_budget_account_has_its_code_and_four_names() -> None:
    account = plan("seoul", 2018).account
    assert account.code == "100-307-02"
    assert account.names[-2:] == ("중소기업 단체 협력강화", "민간경상사업보조")
    assert len(account.names) == 4


def test_all_fourteen_items_of_the_checklist_are_not_concerned() -> None:
    checklist = plan("seoul", 2018).checklist
    assert len(checklist) == 14
    assert {item.answer for item in checklist} == {"해당없음"}
    assert [item.label for item in checklist if item.key == "election_law"] == ["선거법"]


def test_the_calendar_has_three_rows() -> None:
    months = [event.months for event in plan("seoul", 2018).calendar]
    assert months == [("2018-02",), ("2018-02", "2018-12"), ("2019-01",)]


def test_each_year_has_nine_contents() -> None:
    assert [(one.year, len(one.items)) for one in plan("seoul", 2018).contents] == [(2017, 9), (2018, 9)]


def test_every_programme_and_line_of_seoul_has_its_budget() -> None:
    """A programme whose only amount is its total has a row of its own and none for its line."""
    (budget,) = (table for table in plan("seoul", 2018).tables if table.key == "budget")
    rows = {row.key for row in budget.rows}
    lines = {
        f"{name}.{line.code}"
        for name in programmes_of("seoul")
        for line in specification("seoul", name).lines
    }
    assert rows & set(programmes_of("seoul")) == set(programmes_of("seoul"))
    assert lines - rows == {"interest_support.support", "liability_insurance.support"}
    assert rows - lines - set(programmes_of("seoul")) == {"total"}


def test_it_is_read_once() -> None:
    assert plan("seoul", 2018) is plan("seoul", 2018)


def test_an_unknown_year_is_refused_with_those_that_are_known() -> None:
    with pytest.raises(NoSuchPlan, match=r"‘seoul’의 2019년 지원계획이 없습니다. 쓸 수 있는 해: 2018"):
        plan("seoul", 2019)
    with pytest.raises(NoSuchPlan, match=r"‘jeju’의 2018년 지원계획이 없습니다. 쓸 수 있는 해: 없음"):
        plan("jeju", 2018)


def test_an_unknown_jurisdiction_is_refused() -> None:
    with pytest.raises(NoSuchJurisdiction):
        years_of("pyongyang")


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("titel", "2018년"),
        ("year", "이천십팔"),
        ("calendar", [{"what": "통보", "months": ["2018-13"]}]),
        ("checklist", [{"key": "jobs", "label": "일자리", "question": "살폈는가", "answer": "글쎄"}]),
        ("notes", [{"kind": "unheard_of"}]),
    ],
)
def test_a_wrong_key_or_value_is_no_plan(key: str, value: object) -> None:
    content = read_toml(HERE / "seoul" / "plan-2018.toml").content
    with pytest.raises(ValidationError):
        Plan.model_validate(content | {key: value})
