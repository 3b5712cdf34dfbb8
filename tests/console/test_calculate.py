"""`majungmul calculate` — a whole list, each amount with its sentence; a bad list prints no result."""

from pathlib import Path

import pytest

from majungmul.programmes.specification import programmes_of, specification
from majungmul.values.business_number import check_digit
from tests.console.said import Console

LOANS = "id,kind,principal,start,end,repayments,from,until\n"
PREMIUMS = "id,business_number,premium,paid_on\n"
FIRM = "123456789" + str(check_digit("123456789"))
OTHER = "987654321" + str(check_digit("987654321"))


@pytest.fixture
def written(tmp_path: Path) -> Path:
    return tmp_path / "list.csv"


def test_loans_in_their_order(majungmul: Console, written: Path) -> None:
    written.write_text(
        LOANS
        + "b,working_capital,50000000,2018-03-02,2019-03-01,"
        + "2018-05-10:10000000;2018-08-01:5000000,2018-04-01,2018-07-01\n"
        + "a,bill,50000000,2018-03-02,2019-03-01,,2018-04-01,2018-07-01\n"
    )
    said = majungmul("calculate", "interest_support", "--jurisdiction", "seoul", written, "--json")
    assert (said.status, said.err) == (0, "")
    because = "50,000,000원 × 2% × 39/365일 + 40,000,000원 × 2% × 52/365일 = 220,821원(원 미만 절사)"
    assert said.json == [
        {"id": "b", "amount": 220_821, "because": because},
        {"id": "a", "amount": 124_657, "because": "50,000,000원 × 1% × 91/365일 = 124,657원(원 미만 절사)"},
    ]


def test_another_city_has_other_rates(majungmul: Console, written: Path) -> None:
    written.write_text(LOANS + "1,bill,36500000,2018-01-01,2019-01-01,,2018-01-01,2019-01-01\n")
    amounts = {}
    for city in ("seoul", "jeju", "chuncheon", "incheon"):
        said = majungmul("calculate", "interest_support", "--jurisdiction", city, written, "--json")
        amounts[city] = said.json[0]["amount"]
    assert amounts == {"seoul": 365_000, "jeju": 584_000, "chuncheon": 1_095_000, "incheon": 0}


def test_what_a_rule_refuses_is_a_row(majungmul: Console, written: Path) -> None:
    written.write_text(LOANS + "1,bill,1000000,2018-01-01,2018-02-01,,2018-03-01,2018-04-01\n")
    row = majungmul("calculate", "interest_support", written, "--json").json[0]
    assert (row["id"], row["amount"]) == ("1", 0)
    assert "겹치는 날이 없어" in row["refused"]
    assert row["because"] == row["refused"]


def test_the_yearly_limit_is_counted_in_the_order_of_the_list(majungmul: Console, written: Path) -> None:
    rows = [
        f"1,{FIRM},4999999,2018-03-01",
        f"2,{FIRM},5000001,2018-06-01",
        f"3,{OTHER},5000001,2018-06-01",
        f"4,{FIRM},1000000,2018-12-31",
        f"5,{FIRM},1000000,2019-01-01",
    ]
    written.write_text(PREMIUMS + "\n".join(rows))
    said = majungmul("calculate", "liability_insurance", written, "--json").json
    assert [row["amount"] for row in said] == [999_999, 1, 1_000_000, 0, 200_000]
    assert "이미 모두 지원받아" in said[3]["refused"]


def test_korean_headings_cp949_and_the_ways_people_write(majungmul: Console, written: Path) -> None:
    text = '번호,거래금액,거래일\n1,"9,869,995원",2018. 5. 10.\n2,１０００,20180510\n'
    written.write_bytes(text.encode("cp949"))
    said = majungmul("calculate", "trade_collaboration", written, "--json")
    assert [row["amount"] for row in said.json] == [986_999, 100]


def test_a_person_reads_a_table_with_its_sum(majungmul: Console, written: Path) -> None:
    written.write_text("id,amount,traded_on\n1,439240956,2017-05-10\n2,9869995,2017-05-10\n")
    said = majungmul("calculate", "trade_collaboration", written)
    assert "44,911,094원" in said.out
    assert "2건" in said.out


def test_all_bad_cells_are_named_and_nothing_looks_like_a_result(majungmul: Console, written: Path) -> None:
    written.write_text(
        LOANS
        + "1,bill,오천만,2018-02-30,2019-03-01,,2018-04-01,2018-07-01\n"
        + "2,bond,-5,2018-03-02,2017-03-01,,2018-04-01,2018-07-01\n"
        + "3,bill,9223372036854775808,2018-03-02,2019-03-01,,2018-07-01,2018-07-01\n"
        + "4,bill,1000,2018-03-02,2019-03-01,2018-05-01:2000,2018-04-01,2018-07-01\n"
        + "5,bill,0.5,2018-03-02,2019-03-01,,2018-04-01,2018-07-01\n"
    )
    said = majungmul("calculate", "interest_support", written, "--json")
    assert (said.status, said.out) == (2, "")
    places = [line.partition(":")[0] for line in said.err.splitlines()[:-1]]
    assert places == [
        "2행 ‘principal’ 열",
        "2행 ‘start’ 열",
        "3행 ‘kind’ 열",
        "3행 ‘principal’ 열",
        "3행 ‘end’ 열",
        "4행 ‘principal’ 열",
        "4행 ‘until’ 열",
        "5행 ‘repayments’ 열",
        "6행 ‘principal’ 열",
    ]


def test_a_wrong_check_digit_names_row_and_column(majungmul: Console, written: Path) -> None:
    wrong = FIRM[:-1] + str((int(FIRM[-1]) + 1) % 10)
    written.write_text(PREMIUMS + f"1,{wrong},1000,2018-03-01\n")
    said = majungmul("calculate", "liability_insurance", written)
    assert said.status == 2
    assert said.err.startswith("2행 ‘business_number’ 열")
    assert wrong in said.err


def test_a_number_that_stands_twice_is_a_warning(majungmul: Console, written: Path) -> None:
    written.write_text("id,amount,traded_on\n1,1000,2018-05-10\n1,1000,2018-05-10\n")
    said = majungmul("calculate", "trade_collaboration", written, "--json")
    assert said.status == 0
    assert len(said.json) == 2
    assert "‘1’이(가) 2번" in said.err


def test_a_line_must_be_named_where_there_are_several(majungmul: Console, written: Path) -> None:
    written.write_text("id\n1\n")
    for arguments in ((), ("--line", "parade")):
        said = majungmul("calculate", "exchange", written, *arguments)
        assert said.status == 2
        assert "ceremony" in said.err


def test_a_file_must_be_named(majungmul: Console) -> None:
    said = majungmul("calculate", "interest_support")
    assert said.status == 2
    assert "파일" in said.err


@pytest.mark.parametrize("name", programmes_of("seoul"))
def test_every_line_has_an_example_that_can_be_calculated(
    majungmul: Console, tmp_path: Path, name: str
) -> None:
    for line in specification("seoul", name).lines:
        target = tmp_path / f"{line.code}.csv"
        said = majungmul("calculate", name, "--line", line.code, "--example", target, "--json")
        assert said.json == {"written": str(target)}
        worked = majungmul("calculate", name, "--line", line.code, target, "--json")
        assert worked.status == 0, worked.err
        assert any(row["amount"] for row in worked.json), (name, line.code)


def test_an_example_never_overwrites_a_file(majungmul: Console, written: Path) -> None:
    written.write_text("mine")
    said = majungmul("calculate", "interest_support", "--example", written)
    assert said.status == 2
    assert written.read_text() == "mine"


def test_a_total_row_hides_no_other_mistake(majungmul: Console, written: Path) -> None:
    written.write_text("id,amount,traded_on\n1,천원,2018-05-10\n합계,1000,\n")
    said = majungmul("calculate", "trade_collaboration", written, "--json")
    assert (said.status, said.out) == (2, "")
    assert "‘천원’" in said.err
    assert "합계" in said.err
