"""사업자등록번호: ten digits and the check digit, nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from majungmul.values.business_number import BusinessNumber, NotTenDigits, WrongCheckDigit, check_digit

NINE_DIGITS = st.text("0123456789", min_size=9, max_size=9)


@pytest.mark.parametrize("written", ["123-45-67891", "1234567891", " 123 45 67891 ", "123-4567891"])
def test_it_reads_a_number_as_people_write_it(written: str) -> None:
    number = BusinessNumber.of(written)
    assert number.digits == "1234567891"
    assert str(number) == "123-45-67891"


def test_one_number_is_one_value() -> None:
    assert BusinessNumber.of("123-45-67891") == BusinessNumber.of("1234567891")


@pytest.mark.parametrize(
    "written", ["", "123-45-6789", "123-45-678911", "123-45-6789a", "１２３4567891", "미정"]
)
def test_what_is_no_ten_digits_is_refused(written: str) -> None:
    with pytest.raises(NotTenDigits, match="숫자 10자리"):
        BusinessNumber.of(written)


@pytest.mark.parametrize("written", ["123-45-67890", "123-45-67892", "213-45-67891"])
def test_a_wrong_check_digit_is_refused_with_the_number(written: str) -> None:
    with pytest.raises(WrongCheckDigit, match=written):
        BusinessNumber.of(written)


@given(NINE_DIGITS)
def test_exactly_one_tenth_digit_belongs_to_nine(nine: str) -> None:
    accepted = []
    for digit in "0123456789":
        try:
            accepted.append(BusinessNumber.of(nine + digit))
        except WrongCheckDigit:
            continue
    assert [number.digits[9] for number in accepted] == [str(check_digit(nine))]


@given(NINE_DIGITS)
def test_the_formula_written_out(nine: str) -> None:
    digits = [int(digit) for digit in nine]
    weights = [1, 3, 7, 1, 3, 7, 1, 3, 5]
    carried = digits[8] * 5 // 10
    total = sum(weights[place] * digits[place] for place in range(9)) + carried
    assert check_digit(nine) == (10 - total % 10) % 10


@given(NINE_DIGITS, st.integers(0, 7))
def test_a_slip_in_the_first_eight_digits_is_noticed(nine: str, place: int) -> None:
    """Every weight there shares no factor with ten, so that no other digit gives the same check."""
    for digit in set("0123456789") - {nine[place]}:
        assert check_digit(nine[:place] + digit + nine[place + 1 :]) != check_digit(nine)
