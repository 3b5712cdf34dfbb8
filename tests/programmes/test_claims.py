"""청구 읽기 — records of a list as claims by value, and every cell that cannot be read, in one go."""

from datetime import date
from typing import Any

import pytest

from majungmul.programmes.claims import Claim, read_claims
from majungmul.programmes.specification import Line, specification
from majungmul.rules.loan import Loan, Repayment
from majungmul.values.period import Period
from majungmul.values.won import ZERO, Won

LOAN = {
    "id": "2018-3-000123",
    "kind": "bill",
    "principal": "50,000,000원",
    "start": "2018. 3. 2.",
    "end": "2019-03-01",
    "repayments": "2018-05-10:10000000;2018-08-01:5000000",
    "from": "2018-04-01",
    "until": "2018-07-01",
}


def line_of(programme: str, code: str = "support") -> Line:
    return specification("seoul", programme).line(code)


def with_arrears_and_ceiling() -> Line:
    """Seoul's interest line under terms (가상) that ask for interest paid and for days in arrears."""
    line = line_of("interest_support")
    values = {**line.terms[0].values, "paid_ceiling": True, "skip_arrears": True}
    terms = {**line.terms[0].model_dump(), "values": values}
    return Line.model_validate({**line.model_dump(), "terms": [terms]})


def one(line: Line, record: dict[str, str]) -> Claim:
    """The only claim of a list, every cell of which can be read."""
    claims, misreads = read_claims(line, [record])
    assert misreads == []
    (claim,) = claims
    return claim


def wrong(line: Line, *records: dict[str, str]) -> list[tuple[int, str]]:
    """Which cells could not be read."""
    return [(misread.index, misread.heading) for misread in read_claims(line, list(records))[1]]


def sentence(line: Line, record: dict[str, str]) -> str:
    """What is said of the only cell that could not be read."""
    (misread,) = read_claims(line, [record])[1]
    return misread.sentence


# ── each rule by value ─────────────────────────────────────────────────────────────────────────────────


def test_a_trade() -> None:
    claim = one(line_of("trade_collaboration"), {"id": "8-2", "amount": "9869995", "traded_on": "2017-12-31"})
    assert claim == {"id": "8-2", "amount": Won(9_869_995), "on": date(2017, 12, 31)}


def test_a_premium() -> None:
    record = {
        "id": "1",
        "business_number": "000-00-00000",
        "premium": "４，９９９，９９９",
        "paid_on": "2018. 5. 10.",
    }
    claim = one(line_of("liability_insurance"), record)
    assert claim == {"id": "1", "party": "0000000000", "amount": Won(4_999_999), "on": date(2018, 5, 10)}


def test_a_visit_and_a_number_of_times_left_empty() -> None:
    line = line_of("cooperative_consulting", "consultant")
    record = {"id": "1", "count": "90개", "times": "3회", "visited_on": "20181214"}
    assert one(line, record) == {"id": "1", "count": 90, "times": 3, "on": date(2018, 12, 14)}
    assert one(line, {**record, "times": " "}) == {"id": "1", "count": 90, "on": date(2018, 12, 14)}


def test_a_cost() -> None:
    line = line_of("cooperative_consulting", "meeting")
    record = {
        "id": "1",
        "item": " 회의비 ",
        "spent": "350000",
        "heads": "10명",
        "award": "900,000",
        "met_on": "2018/6/12",
    }
    expected: dict[str, Any] = {"id": "1", "item": "회의비", "spent": Won(350_000), "quantity": 10}
    assert one(line, record) == {**expected, "award": Won(900_000), "on": date(2018, 6, 12)}


def test_a_loan_with_its_window() -> None:
    claim = one(line_of("interest_support"), LOAN)
    repayments = (
        Repayment(date(2018, 5, 10), Won(10_000_000)),
        Repayment(date(2018, 8, 1), Won(5_000_000)),
    )
    days = Period(date(2018, 3, 2), date(2019, 3, 1))
    assert claim["id"] == "2018-3-000123"
    assert claim["loan"] == Loan("bill", Won(50_000_000), days, repayments)
    assert claim["window"] == Period(date(2018, 4, 1), date(2018, 7, 1))


def test_a_loan_with_interest_paid_and_days_in_arrears() -> None:
    record = {**LOAN, "interest_paid": "0", "arrears": "2018-06-01:2018-06-11;2018-05-01:2018-05-03"}
    loan = one(with_arrears_and_ceiling(), record)["loan"]
    assert loan.interest_paid == ZERO
    assert loan.arrears == (
        Period(date(2018, 5, 1), date(2018, 5, 3)),
        Period(date(2018, 6, 1), date(2018, 6, 11)),
    )


def test_a_column_that_the_terms_do_not_use_is_not_read() -> None:
    loan = one(line_of("interest_support"), {**LOAN, "interest_paid": "모름", "arrears": "모름"})["loan"]
    assert (loan.interest_paid, loan.arrears) == (None, ())


# ── kinds and repayments as people write them ──────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "text", ["bill", "BILL", "어음수표", "어음수표대출", "어음수표 대출", " 어음수표자금대출"]
)
def test_a_bill(text: str) -> None:
    assert one(line_of("interest_support"), {**LOAN, "kind": text})["kind"] == "bill"


@pytest.mark.parametrize(
    "text",
    ["working_capital", "단기운영", "단기운영자금", "단기운영자금대출", "단기운영대출", "단기 운영자금 대출"],
)
def test_working_capital(text: str) -> None:
    assert one(line_of("interest_support"), {**LOAN, "kind": text})["kind"] == "working_capital"


@pytest.mark.parametrize("text", ["어음", "운영자금", "어음수표단기운영", "대출", "부동산담보대출", "1"])
def test_an_unknown_kind_is_refused_with_those_that_are_known(text: str) -> None:
    found = sentence(line_of("interest_support"), {**LOAN, "kind": text})
    assert f"‘{text}’은(는) 아는 대출 종류가 아닙니다" in found
    assert "어음수표(bill), 단기운영(working_capital)" in found


@pytest.mark.parametrize(
    "text",
    [
        "2018-08-01:5000000;2018-05-10:10000000",
        "2018-05-10:10000000;2018-08-01:5000000;",
        " 2018. 5. 10.:10,000,000원 ; 2018. 8. 1. : 5,000,000원 ",
    ],
)
def test_repayments_in_any_order_and_style(text: str) -> None:
    line = line_of("interest_support")
    assert one(line, {**LOAN, "repayments": text})["loan"] == one(line, LOAN)["loan"]


def test_no_repayments() -> None:
    assert one(line_of("interest_support"), {**LOAN, "repayments": ""})["loan"].repayments == ()


@pytest.mark.parametrize(
    "text", ["10000000", "2018-05-10", "2018-05-10:1:2", ";", "2018-05-10:1000,2018-06-01:2"]
)
def test_repayments_that_are_no_pairs(text: str) -> None:
    assert wrong(line_of("interest_support"), {**LOAN, "repayments": text}) == [(0, "repayments")]


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("2018-02-30:1000", "‘2018-02-30’은(는) 달력에 없는 날입니다"),
        ("2018-05-10:천원", "‘천원’은(는) 숫자로 읽을 수 없습니다"),
        ("2018-05-10:-5", "0보다 작은 수입니다"),
        ("2018-05-10:50000001", "상환액의 합(50,000,001원)이 원금(50,000,000원)보다 많습니다"),
        ("2018-03-01:1000", "상환일 2018-03-01이(가) 대출 기간(2018-03-02~2019-03-01) 밖에 있습니다"),
    ],
)
def test_repayments_that_cannot_be(text: str, part: str) -> None:
    assert part in sentence(line_of("interest_support"), {**LOAN, "repayments": text})


# ── every wrong cell in one go ─────────────────────────────────────────────────────────────────────────


def test_every_wrong_cell_of_every_record_is_named() -> None:
    good = {"id": "2", "business_number": "0000000000", "premium": "1", "paid_on": "2018-01-01"}
    first = {"id": "1", "business_number": "000-00-00001", "premium": "백만원", "paid_on": "2018-02-29"}
    third = {"id": "", "business_number": "12345", "premium": "-5", "paid_on": ""}
    line = line_of("liability_insurance")
    headings = ["business_number", "premium", "paid_on"]
    named = [(0, heading) for heading in headings] + [(2, heading) for heading in ["id", *headings]]
    assert wrong(line, first, good, third) == named
    claims, _ = read_claims(line, [first, good, third])
    assert claims[1] == {"id": "2", "party": "0000000000", "amount": Won(1), "on": date(2018, 1, 1)}


def test_every_wrong_cell_of_a_loan_is_named() -> None:
    record = {**LOAN, "kind": "모름", "principal": "0", "start": "18-3-2", "repayments": "x", "until": ""}
    named = [(0, heading) for heading in ("kind", "principal", "start", "repayments", "until")]
    assert wrong(line_of("interest_support"), record) == named


def test_every_wrong_cell_of_a_cost_is_named() -> None:
    record = {"id": "1", "item": "", "spent": "1.5", "heads": "0", "award": "1,00", "met_on": "내일"}
    named = [(0, heading) for heading in ("item", "spent", "heads", "award", "met_on")]
    assert wrong(line_of("joint_project", "meeting"), record) == named


def test_rows_of_one_cost_claim_under_different_awards_are_named() -> None:
    rows = [("1", "500000"), ("2", "700,000"), ("1", "500,000원"), ("1", "600000"), ("2", "70000")]
    records = [
        {"id": number, "item": "강의비", "spent": "1", "award": award, "spent_on": "2018-05-10"}
        for number, award in rows
    ]
    assert wrong(line_of("training"), *records) == [(3, "award"), (4, "award")]


@pytest.mark.parametrize("heading", ["id", "kind", "principal", "start", "end", "from", "until"])
@pytest.mark.parametrize("text", [None, "", "  "])
def test_an_empty_or_missing_cell_is_named(heading: str, text: str | None) -> None:
    record = {key: value for key, value in LOAN.items() if key != heading}
    if text is not None:
        record[heading] = text
    assert wrong(line_of("interest_support"), record) == [(0, heading)]
    assert "비어 있습니다" in sentence(line_of("interest_support"), record)


def test_an_end_before_its_start_is_named_at_the_end() -> None:
    line = line_of("interest_support")
    assert wrong(line, {**LOAN, "end": "2018-03-02"}) == [(0, "end")]
    assert wrong(line, {**LOAN, "until": "2018-03-31"}) == [(0, "until")]
    assert "2018-03-02)이 시작하는 날(2018-03-02)보다 늦어야" in sentence(line, {**LOAN, "end": "2018-03-02"})


@pytest.mark.parametrize(
    "text", ["2018-06-01", "2018-06-01:2018-06-01", "2018-06-11:2018-06-01", "어제:오늘"]
)
def test_arrears_that_cannot_be_read(text: str) -> None:
    assert wrong(with_arrears_and_ceiling(), {**LOAN, "arrears": text}) == [(0, "arrears")]


def test_a_wrong_check_digit_says_which_paper_to_look_at() -> None:
    record = {"id": "1", "business_number": "123-45-67890", "premium": "1", "paid_on": "2018-01-01"}
    assert "사업자등록증의 번호와 견주어" in sentence(line_of("liability_insurance"), record)
