"""조건 찾기 — what a plan refers to is in the specifications, on the first day of its year."""

from datetime import date

import pytest

from majungmul.programmes.plan_terms import NoSuchTerm, in_words, term_at
from majungmul.programmes.specification import NoSuchLine, NoSuchProgramme
from majungmul.rules.calculation import NoTermsThen

FIRST = date(2018, 1, 1)


@pytest.mark.parametrize(
    ("term", "words"),
    [
        ("cooperative_consulting.consultant.price", "250,000원"),
        ("cooperative_consulting.meeting.items.meal.limit", "30,000원"),
        ("trade_collaboration.support.share", "10%"),
        ("liability_insurance.support.limit", "1,000,000원"),
        ("interest_support.support.rates.working_capital", "2%"),
        ("chuncheon/interest_support.support.rates.bill", "3%"),
        ("jeju/interest_support.support.rates.bill", "1.6%"),
        ("incheon/interest_support.support.rates.bill", "-"),
        ("interest_support.support.year_days", "365일"),
    ],
)
def test_a_term_is_found(term: str, words: str) -> None:
    assert in_words(term_at(term, jurisdiction="seoul", day=FIRST), "일") == words


@pytest.mark.parametrize(
    "term",
    [
        "cooperative_consulting",
        "cooperative_consulting.consultant",
        "cooperative_consulting.consultant.cost",
        "cooperative_consulting.consultant.unit",
        "cooperative_consulting.meeting.items.tea.limit",
        "interest_support.support.rates.mortgage",
        "interest_support.support.calculate",
    ],
)
def test_a_term_that_is_no_figure_of_the_specification_is_refused(term: str) -> None:
    with pytest.raises(NoSuchTerm, match=f"‘{term}’.*2018. 1. 1."):
        term_at(term, jurisdiction="seoul", day=FIRST)


def test_a_programme_a_line_and_a_day_without_terms_are_refused() -> None:
    with pytest.raises(NoSuchProgramme):
        term_at("lottery.support.share", jurisdiction="seoul", day=FIRST)
    with pytest.raises(NoSuchLine):
        term_at("liability_insurance.premium.share", jurisdiction="seoul", day=FIRST)
    with pytest.raises(NoTermsThen):
        term_at("liability_insurance.support.share", jurisdiction="seoul", day=date(2016, 1, 1))
