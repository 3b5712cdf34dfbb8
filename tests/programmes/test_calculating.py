"""목록 계산 — a whole list by the rule of its line: order, limits counted in file order, what is refused."""

from decimal import Decimal
from itertools import permutations
from typing import Any

from majungmul.programmes.calculating import Outcome, calculate
from majungmul.programmes.claims import read_claims
from majungmul.programmes.specification import Line, specification
from majungmul.values.won import ZERO, Won

ONE, TWO, THREE = Decimal("0.01"), Decimal("0.02"), Decimal("0.03")
A, B = "999-00-00001", "000-00-00000"
LOAN = {"kind": "bill", "principal": "36500000", "start": "2018-01-01", "end": "2018-12-31"}


def line_of(programme: str, code: str = "support") -> Line:
    return specification("seoul", programme).line(code)


def made_up(line: Line, *versions: tuple[str, dict[str, Any]]) -> Line:
    """The line under terms of its own (가상), each with the day from which it holds."""
    terms = [{"since": since, "source": "가상", "values": values} for since, values in versions]
    return Line.model_validate({**line.model_dump(), "terms": terms}, strict=False)


def outcomes(line: Line, *records: dict[str, str]) -> list[Outcome]:
    claims, misreads = read_claims(line, list(records))
    assert misreads == []
    return calculate(line, claims)


def amounts(line: Line, *records: dict[str, str]) -> list[tuple[str, int]]:
    return [(outcome.id, outcome.amount.amount) for outcome in outcomes(line, *records)]


def premium(number: str, party: str, won: str, day: str = "2018-05-10") -> dict[str, str]:
    return {"id": number, "business_number": party, "premium": won, "paid_on": day}


def loan(number: str, since: str, until: str, **changes: str) -> dict[str, str]:
    return {**LOAN, "id": number, "from": since, "until": until, **changes}


def cost(number: str, item: str, spent: str, award: str, day: str = "2018-05-10") -> dict[str, str]:
    return {"id": number, "item": item, "spent": spent, "award": award, "spent_on": day}


# ── 정률 ───────────────────────────────────────────────────────────────────────────────────────────────


def test_a_trade_bears_a_tenth_and_no_limit() -> None:
    records = [
        {"id": "8-2", "amount": "9,869,995원", "traded_on": "2017-12-31"},
        {"id": "1", "amount": "439240956", "traded_on": "2017-01-01"},
    ]
    assert amounts(line_of("trade_collaboration"), *records) == [("8-2", 986_999), ("1", 43_924_095)]


def test_the_yearly_limit_is_counted_in_file_order_for_each_party() -> None:
    records = [
        premium("1", A, "4000000"),
        premium("2", B, "4999999"),
        premium("3", A, "3000000"),
        premium("4", A, "500000"),
        premium("5", B, "5"),
        premium("6", B, "5000001"),
    ]
    found = outcomes(line_of("liability_insurance"), *records)
    assert [outcome.amount.amount for outcome in found] == [800_000, 999_999, 200_000, 0, 1, 0]
    assert [outcome.refused is not None for outcome in found] == [False, False, False, True, False, True]
    assert "이미 지원한 800,000원을 뺀 200,000원까지" in found[2].because


def test_what_comes_first_in_the_file_goes_first_whatever_its_day() -> None:
    later = premium("늦은 날", A, "4500000", "2018-11-30")
    earlier = premium("이른 날", A, "4500000", "2018-02-01")
    line = line_of("liability_insurance")
    assert amounts(line, later, earlier) == [("늦은 날", 900_000), ("이른 날", 100_000)]
    assert amounts(line, earlier, later) == [("이른 날", 900_000), ("늦은 날", 100_000)]


def test_a_party_is_the_same_however_its_number_is_written() -> None:
    records = [premium("1", "999-00-00001", "5000000"), premium("2", "9990000001", "5000000")]
    assert amounts(line_of("liability_insurance"), *records) == [("1", 1_000_000), ("2", 0)]


def test_a_new_year_has_a_new_limit_even_when_the_years_are_mixed() -> None:
    records = [
        premium("1", A, "5000000", "2018-12-31"),
        premium("2", A, "5000000", "2019-01-01"),
        premium("3", A, "5000000", "2018-12-31"),
    ]
    assert amounts(line_of("liability_insurance"), *records) == [("1", 1_000_000), ("2", 1_000_000), ("3", 0)]


def test_what_was_refused_uses_up_nothing_of_the_limit() -> None:
    records = [premium("1", A, "5000000", "2017-12-31"), premium("2", A, "5000000", "2018-01-01")]
    assert amounts(line_of("liability_insurance"), *records) == [("1", 0), ("2", 1_000_000)]


def test_a_lower_limit_in_mid_year_is_counted_over_what_was_granted_before() -> None:
    first = {"share": Decimal("0.20"), "limit": 1_000_000, "rounding": "DOWN_TO_WON"}
    line = made_up(
        line_of("liability_insurance"), ("2018-01-01", first), ("2018-07-01", {**first, "limit": 500_000})
    )
    records = [
        premium("1", A, "2000000", "2018-06-30"),
        premium("2", A, "2000000", "2018-07-01"),
        premium("3", A, "2000000", "2018-07-02"),
    ]
    assert amounts(line, *records) == [("1", 400_000), ("2", 100_000), ("3", 0)]


# ── 이차보전 ─────────────────────────────────────────────────────────────────────────────────────────────


def test_each_loan_is_worked_out_over_its_own_window() -> None:
    # the loan bears 1,000원 a day as a bill, twice as much as working capital
    records = [
        loan("한 달", "2018-01-01", "2018-02-01"),
        loan("마지막 하루", "2018-12-30", "2019-02-01"),
        loan("끝난 뒤", "2018-12-31", "2019-02-01"),
        loan("단기운영", "2018-02-01", "2018-03-01", kind="단기운영자금"),
        loan("첫날 상환", "2018-01-01", "2018-01-11", repayments="2018-01-01:18250000"),
        loan("끝날 상환", "2018-12-21", "2019-01-01", repayments="2018-12-31:36500000"),
    ]
    found = [("한 달", 31_000), ("마지막 하루", 1_000), ("끝난 뒤", 0)]
    found += [("단기운영", 56_000), ("첫날 상환", 5_000), ("끝날 상환", 10_000)]
    assert amounts(line_of("interest_support"), *records) == found


def test_each_day_bears_the_rate_of_its_own_day() -> None:
    kinds = {"bill": "어음수표", "working_capital": "단기운영"}
    terms = {"kinds": kinds, "year_days": 365, "rounding": "DOWN_TO_WON"}
    line = made_up(
        line_of("interest_support"),
        ("2018-01-01", {**terms, "rates": {"bill": ONE, "working_capital": "-"}}),
        ("2018-04-01", {**terms, "rates": {"bill": THREE, "working_capital": TWO}}),
    )
    found = outcomes(
        line,
        loan("1", "2018-03-30", "2018-04-04"),
        loan("2", "2018-03-30", "2018-04-01", kind="단기운영"),
        loan("3", "2018-03-30", "2018-04-02", kind="단기운영"),
    )
    assert [outcome.amount.amount for outcome in found] == [2 * 1_000 + 3 * 3_000, 0, 2_000]
    assert found[1].refused == "2018. 3. 30.에는 단기운영 대출을 지원하지 않습니다."


def test_a_window_that_begins_before_the_first_terms_is_refused() -> None:
    record = loan("1", "2017-12-31", "2018-02-01", start="2017-12-31")
    (found,) = outcomes(line_of("interest_support"), record)
    assert found.refused is not None
    assert found.refused.startswith("2017. 12. 31.에는 정해진 지원 조건이 없어")


# ── 단가와 실비 ───────────────────────────────────────────────────────────────────────────────────────────


def test_visits_in_their_order_and_one_time_where_none_is_written() -> None:
    records = [
        {"id": "네 번", "count": "1", "times": "4", "visited_on": "2018-05-10"},
        {"id": "한 번", "count": "2", "visited_on": "2018-05-10"},
        {"id": "전날", "count": "2", "visited_on": "2017-12-31"},
        {"id": "세 번", "count": "90", "times": "3", "visited_on": "2018-05-10"},
    ]
    found = [("네 번", 0), ("한 번", 500_000), ("전날", 0), ("세 번", 67_500_000)]
    assert amounts(line_of("cooperative_consulting", "consultant"), *records) == found


def test_the_rows_of_one_claim_stand_where_its_first_row_stands() -> None:
    records = [
        cost("나", "강의비", "600000", "1000000"),
        cost("가", "교재 제작비", "300000", "250000"),
        cost("나", "행사장 사용료", "300000", "1000000"),
        cost("다", "기념품", "300000", "1000000"),
        cost("나", "lecture", "200000", "1000000"),
    ]
    found = [("나", 1_000_000), ("가", 250_000), ("다", 0)]
    assert amounts(line_of("training"), *records) == found


def test_the_amount_of_a_claim_does_not_depend_on_the_order_of_its_rows() -> None:
    records = [
        cost("1", "강의비", "600000", "2000000"),
        cost("1", "버스 임대료", "770000", "2000000"),
        cost("1", "강의비", "145678", "2000000"),
    ]
    for order in permutations(records):
        assert amounts(line_of("training"), *order) == [("1", 1_515_678)]


def test_the_rows_of_one_claim_bear_the_terms_of_its_last_day() -> None:
    before = cost("1", "강의비", "100000", "500000", "2017-12-31")
    after = cost("1", "교재 제작비", "200000", "500000", "2018-01-01")
    line = line_of("training")
    assert amounts(line, before, after) == amounts(line, after, before) == [("1", 300_000)]
    assert amounts(line, before) == [("1", 0)]


# ── every rule ─────────────────────────────────────────────────────────────────────────────────────────


def test_what_is_refused_has_no_amount_and_says_why_twice() -> None:
    day = "2017-12-31"
    found = [
        *outcomes(line_of("liability_insurance"), premium("1", A, "1", day)),
        *outcomes(
            line_of("interest_support"), loan("1", "2018-01-01", "2018-01-02", kind="단기운영", start=day)
        ),
        *outcomes(line_of("interest_support"), loan("1", "2019-01-01", "2019-01-02")),
        *outcomes(line_of("training"), cost("1", "강의비", "1", "1", day)),
        *outcomes(
            line_of("cooperative_consulting", "consultant"), {"id": "1", "count": "1", "visited_on": day}
        ),
    ]
    refused = [outcome for outcome in found if outcome.refused is not None]
    assert len(refused) == len(found) - 1
    assert all(outcome.amount == ZERO and outcome.because == outcome.refused for outcome in refused)


def test_one_claim_refused_leaves_the_others_as_they_are() -> None:
    records = [premium("1", A, "1000000"), premium("2", A, "1", "2017-12-31"), premium("3", B, "1000000")]
    found = outcomes(line_of("liability_insurance"), *records)
    assert [outcome.amount for outcome in found] == [Won(200_000), ZERO, Won(200_000)]


def test_an_empty_list_gives_nothing() -> None:
    for programme in ("liability_insurance", "interest_support", "training"):
        assert outcomes(line_of(programme)) == []
