"""`majungmul assumptions` — all that was assumed, where it is written."""

from majungmul.programmes.toml_file import HERE
from tests.console.said import Console


def test_every_assumption_in_the_data_is_listed_with_file_and_line(majungmul: Console) -> None:
    listed = majungmul("assumptions", "--json").json
    assert len(listed) > 50
    assert {tuple(each) for each in listed} == {("key", "value", "reason", "file", "line")}
    for each in listed:
        line = (HERE.parent.parent / each["file"]).read_text().splitlines()[each["line"] - 1]
        assert each["key"].rpartition(".")[2] in line, each


def test_the_reading_of_the_interest_is_among_them(majungmul: Console) -> None:
    listed = {each["key"]: each for each in majungmul("assumptions", "--json").json}
    rates = listed["seoul.interest_support.support.2018-01-01.rates"]
    assert rates["value"] == "bill 0.01, working_capital 0.02"
    assert "94,361,830" in rates["reason"]


def test_a_term_that_is_off_is_listed_as_such(majungmul: Console) -> None:
    listed = {each["key"]: each["value"] for each in majungmul("assumptions", "--json").json}
    assert listed["seoul.interest_support.support.2018-01-01.months"] == "두지 않음"


def test_forms_settings_and_conditions_are_among_them(majungmul: Console) -> None:
    listed = {each["key"]: each["value"] for each in majungmul("assumptions", "--json").json}
    ours = "seoul.trade_collaboration"
    assert listed[f"{ours}.settings.2017-01-01.needs_committee"] == "false"
    assert listed[f"{ours}.forms.application.sections"] == "신청조합, 거래계획"
    assert listed[f"{ours}.eligibility.papers_complete.label"] == "필수 서류를 모두 갖춤"
    assert (
        listed["seoul._jurisdiction.conditions.retention.text"]
        == "계산서와 증거서류를 5년 동안 보관해야 합니다."
    )


def test_a_person_reads_them_in_a_table(majungmul: Console) -> None:
    said = majungmul("assumptions")
    assert "담당자가 확인할 것" in said.out
