"""조건 — what a decision lays on the grantee, under the law of its day and no other."""

from datetime import date

import pytest

from majungmul.programmes.conditions import NOT_READ, ConditionText, Laid, article_on, laid_on
from majungmul.programmes.jurisdiction import jurisdiction
from majungmul.programmes.legislation import rows
from majungmul.programmes.specification import jurisdictions, specification

THEN, TODAY = date(2018, 3, 2), date(2026, 3, 2)
CITY = jurisdiction("seoul").conditions
OPERATOR = specification("seoul", "trade_collaboration").conditions


def laid(day: date) -> dict[str, Laid]:
    return {each.code: each for each in laid_on(day, CITY, "seoul")}


def test_a_condition_cites_the_article_of_its_day() -> None:
    assert laid(THEN)["purpose"].article == "지방재정법 제32조의4제1항"
    assert laid(TODAY)["purpose"].article == "지방보조금법 제13조"
    assert laid(TODAY)["purpose"].text == "보조금을 교부 목적과 다른 용도에 쓸 수 없습니다."


def test_what_the_law_of_2018_did_not_know_is_not_laid_in_2018() -> None:
    assert laid(TODAY).keys() - laid(THEN).keys() == {"separate_account", "verification", "sanctions"}
    assert laid(THEN).keys() <= laid(TODAY).keys()


def test_what_nobody_has_read_of_2018_says_so() -> None:
    unread = [code for code, each in laid(THEN).items() if each.article == NOT_READ]
    assert unread == ["no_early_spending", "contract"]
    assert NOT_READ not in {each.article for each in laid(TODAY).values()}


def test_no_condition_of_2018_cites_a_later_act() -> None:
    cited = {each.article for each in laid_on(THEN, (*CITY, *OPERATOR), "seoul")}
    assert [article for article in cited if not article.startswith("지방재정법")] in (
        ["", NOT_READ],
        [NOT_READ, ""],
    )


@pytest.mark.parametrize("day", [THEN, TODAY])
def test_the_conditions_of_the_second_tier_hold_without_an_article(day: date) -> None:
    by_code = {each.code: each for each in laid_on(day, OPERATOR, "seoul")}
    assert by_code.keys() == {condition.code for condition in OPERATOR}
    assert by_code["refund"].article == ("" if day == THEN else "지방보조금법 제34조제1항")


def test_when_each_falls_due() -> None:
    due = {code: each.due for code, each in laid(TODAY).items()}
    assert due["progress"] == "before_second_disbursement"
    assert due["final_report"] == due["verification"] == "year_end_plus_2_months"
    assert due["purpose"] == "always"


def test_the_article_of_a_key_on_a_day() -> None:
    assert article_on(TODAY, "exclusion.mandatory", "seoul") == "지방보조금법 제32조제1항"
    assert article_on(THEN, "exclusion.mandatory", "seoul") == "지방재정법 제32조의8제7항"
    assert article_on(THEN, "recipient.refund", "seoul") == ""
    assert article_on(THEN, "spending.before_award", "seoul") == NOT_READ
    assert article_on(THEN, "", "seoul") == ""


def test_a_condition_that_stands_on_a_law_alone_goes_with_it() -> None:
    condition = ConditionText(code="made_up", text="가상.", law="recipient.refund")
    alone = condition.model_copy(update={"only_by_law": True})
    assert [each.article for each in laid_on(THEN, [condition, alone], "seoul")] == [""]
    assert len(laid_on(TODAY, [condition, alone], "seoul")) == 2


@pytest.mark.parametrize("city", jurisdictions())
def test_every_condition_of_a_city_names_a_law_that_is_there_and_is_assumed(city: str) -> None:
    known = {row.key for row in rows()} | {""}
    conditions = jurisdiction(city).conditions
    assert {condition.law for condition in conditions} <= known
    assert all(condition.assumed for condition in conditions)
    assert len({condition.code for condition in conditions}) == len(conditions)
