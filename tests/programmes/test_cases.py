"""계산 사례 — every worked example of every programme comes out to the won."""

from collections import Counter

import pytest

from majungmul.programmes.cases import Case, cases_of, example_of
from majungmul.programmes.specification import jurisdictions, programmes_of, specification

PROGRAMMES = [(city, name) for city in jurisdictions() for name in programmes_of(city)]
CASES = [(city, name, case) for city, name in PROGRAMMES for case in cases_of(city, name)]


@pytest.mark.parametrize(
    ("city", "name", "case"), CASES, ids=[f"{city}-{name}-{case.title}" for city, name, case in CASES]
)
def test_case_comes_out(city: str, name: str, case: Case) -> None:
    outcomes = case.work_out(specification(city, name))
    assert [outcome.id for outcome in outcomes] == [expected.id for expected in case.expect]
    for outcome, expected in zip(outcomes, case.expect, strict=True):
        assert outcome.amount.amount == expected.amount, outcome.because
        assert (expected.because or "") in outcome.because
        assert (outcome.refused is None) == (expected.refused is None), outcome.because
        assert (expected.refused or "") in (outcome.refused or "")


def test_every_programme_of_seoul_has_five_cases_and_every_other_two() -> None:
    for city, name in PROGRAMMES:
        assert len(cases_of(city, name)) >= (5 if city == "seoul" else 2), (city, name)


def test_every_rule_has_five_cases() -> None:
    rules = Counter(case.line_of(specification(city, name)).rule for city, name, case in CASES)
    assert min(rules[rule] for rule in ("share", "interest", "unit_price", "actual_cost")) >= 5


def test_every_line_has_a_case_that_is_paid() -> None:
    for city, name in PROGRAMMES:
        for line in specification(city, name).lines:
            assert example_of(city, name, line.code), (city, name, line.code)
