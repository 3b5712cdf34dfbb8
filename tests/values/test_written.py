"""적힌 값 — what people write is read, and what cannot be read is said back with what to write."""

from contextlib import suppress
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from majungmul.values import written
from majungmul.values.refusal import Refusal
from majungmul.values.won import LIMIT, TooLarge, Won
from majungmul.values.written import clean, count, day, shown, visible, won, won_or_zero

FULL_WIDTH = str.maketrans("0123456789,.-", "０１２３４５６７８９，．－")
ALL_DAYS = st.dates(date(1900, 1, 1), date(2200, 12, 31))


@pytest.mark.parametrize(
    "text",
    [
        "5000000",
        "5,000,000",
        "5,000,000원",
        "5,000,000 원",
        "５,０００,０００",
        "５００００００원",
        "5000000.0",
        "5000000.00",
        "5,000,000.0",
        "₩5,000,000",
        "￦5,000,000",
        "  5000000\t",
        "\ufeff5000000",
        "5\u200b000000",
        "\u202e5000000\u202c",
        "\u00a05000000",
    ],
)
def test_an_amount_is_read_as_people_write_it(text: str) -> None:
    assert won(text) == Won(5_000_000)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", written.NothingWritten),
        (" \u200b", written.NothingWritten),
        ("오백만원", written.NotANumber),
        ("5백만", written.NotANumber),
        ("5천원", written.NotANumber),
        ("l00", written.NotANumber),
        ("1OO", written.NotANumber),
        ("NaN", written.NotANumber),
        ("inf", written.NotANumber),
        ("1e3", written.NotANumber),
        ("1_000", written.NotANumber),
        ("0x10", written.NotANumber),
        ("+5", written.NotANumber),
        ("5 000 000", written.NotANumber),
        ("1.000.000", written.NotANumber),
        ("=1+1", written.NotANumber),
        ("٥٠", written.NotANumber),
        ("5²", written.NotANumber),
        ("①", written.NotANumber),
        ("5,000,000달러", written.NotANumber),
        ("2018-05-10", written.NotANumber),
        ("1,00", written.MisplacedComma),
        ("1,0000", written.MisplacedComma),
        ("1000,000", written.MisplacedComma),
        ("1,000,", written.MisplacedComma),
        ("0,5", written.MisplacedComma),
        ("-5", written.Negative),
        ("△5", written.Negative),
        ("▲5,000원", written.Negative),
        ("−5", written.Negative),
        ("(5)", written.Negative),
        ("(5,000)원", written.Negative),
        ("₩-5", written.Negative),
        ("0", written.Zero),
        ("0.0", written.Zero),
        ("0원", written.Zero),
        ("0.5", written.NotWhole),
        ("4999999.999999999", written.NotWhole),
        ("007", written.LeadingZero),
        ("9223372036854775808", TooLarge),
        ("1,000,000,000,000,001", TooLarge),
        ("9" * 5_000_000, TooLarge),
    ],
)
def test_what_is_no_amount_is_refused_with_its_reason(text: str, reason: type[Refusal]) -> None:
    with pytest.raises(reason) as refused:
        won(text)
    assert str(refused.value).endswith("주십시오.")
    assert len(str(refused.value)) < 200


def test_the_largest_amount_is_a_quadrillion_won() -> None:
    assert won("1,000,000,000,000,000") == Won(LIMIT)


def test_the_sentence_says_what_was_found_and_what_to_write() -> None:
    with pytest.raises(written.NotANumber) as refused:
        won("5백만")
    assert str(refused.value) == (
        "‘5백만’은(는) 숫자로 읽을 수 없습니다. 금액을 원 단위로 ‘5,000,000’처럼 숫자로 적어 주십시오."
    )


def test_zero_may_be_written_where_nothing_can_be_spent() -> None:
    assert won_or_zero("0") == Won(0)
    assert won_or_zero("0원") == Won(0)
    with pytest.raises(written.Negative):
        won_or_zero("-5")
    with pytest.raises(written.LeadingZero):
        won_or_zero("00")


@pytest.mark.parametrize(
    ("text", "number"),
    [("12", 12), ("３회", 3), ("90명", 90), ("1,000 개", 1_000), ("12.0", 12), ("2개월", 2)],
)
def test_a_count_may_carry_its_counter(text: str, number: int) -> None:
    assert count(text) == number


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", written.NothingWritten),
        ("0", written.Zero),
        ("-1", written.Negative),
        ("1.5", written.NotWhole),
        ("5천", written.NotANumber),
        ("3원", written.NotANumber),
        ("1,000,000,001", written.TooMany),
        ("9223372036854775808", TooLarge),
    ],
)
def test_what_is_no_count_is_refused(text: str, reason: type[Refusal]) -> None:
    with pytest.raises(reason):
        count(text)


@pytest.mark.parametrize(
    "text",
    [
        "2018-05-10",
        "2018-5-10",
        "2018. 5. 10.",
        "2018.5.10",
        "2018.05.10.",
        "2018/5/10",
        "20180510",
        "2018년 5월 10일",
        "2018년5월10일",
        "2018-05-10T00:00:00",
        "2018-05-10 00:00:00",
        "2018-05-10 00:00",
        "２０１８．５．１０",
        " \ufeff2018-05-10\u200e ",
    ],
)
def test_a_day_is_read_as_people_write_it(text: str) -> None:
    assert day(text) == date(2018, 5, 10)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", written.NothingWritten),
        ("2018-02-30", written.NoSuchDay),
        ("2018-13-01", written.NoSuchDay),
        ("2018-00-10", written.NoSuchDay),
        ("20170229", written.NoSuchDay),
        ("1899-12-31", written.YearOutOfRange),
        ("2201-01-01", written.YearOutOfRange),
        ("0000-01-01", written.YearOutOfRange),
        ("18-05-10", written.TwoDigitYear),
        ("18.5.10", written.TwoDigitYear),
        ("’18. 5. 10.", written.TwoDigitYear),
        ("180510", written.TwoDigitYear),
        ("18년 5월 10일", written.TwoDigitYear),
        ("10/05/2018", written.NotADay),
        ("2018-05", written.NotADay),
        ("2018년 5월", written.NotADay),
        ("43230", written.NotADay),
        ("5월 10일", written.NotADay),
        ("2018-05-10 03:04:00", written.NotADay),
        ("2018-05/10", written.NotADay),
        ("-2018-05-10", written.NotADay),
        ("２０１８-05-1②", written.NotADay),
        ("미정", written.NotADay),
        ("2018-05-10;2018-05-11", written.NotADay),
        ("9" * 5_000_000, written.NotADay),
    ],
)
def test_what_is_no_day_is_refused_with_its_reason(text: str, reason: type[Refusal]) -> None:
    with pytest.raises(reason) as refused:
        day(text)
    assert len(str(refused.value)) < 200


@given(
    st.integers(1, LIMIT),
    st.sampled_from(["{}", "{:,}"]),
    st.sampled_from(["", ".0", ".00"]),
    st.sampled_from(["", "원", " 원"]),
    st.booleans(),
)
def test_any_amount_reads_back_in_every_style(
    amount: int,
    digits: str,
    zeros: str,
    unit: str,
    full_width: bool,  # noqa: FBT001 - hypothesis hands it in
) -> None:
    text = digits.format(amount) + zeros + unit
    assert won(text.translate(FULL_WIDTH) if full_width else text) == Won(amount)


@given(
    ALL_DAYS,
    st.sampled_from(
        [
            "{0:04}-{1:02}-{2:02}",
            "{0}-{1}-{2}",
            "{0}. {1}. {2}.",
            "{0}.{1}.{2}",
            "{0}.{1:02}.{2:02}.",
            "{0}/{1}/{2}",
            "{0:04}{1:02}{2:02}",
            "{0}년 {1}월 {2}일",
            "{0:04}-{1:02}-{2:02}T00:00:00",
            "{0:04}-{1:02}-{2:02} 00:00:00",
        ]
    ),
)
def test_any_day_reads_back_in_every_style(which: date, style: str) -> None:
    assert day(style.format(which.year, which.month, which.day)) == which


@given(st.text())
def test_any_text_is_read_or_refused(text: str) -> None:
    for read in (won, won_or_zero, count, day):
        with suppress(Refusal):
            read(text)


@given(ALL_DAYS, st.integers(1, 60))
def test_a_day_beyond_its_month_does_not_exist(first: date, beyond: int) -> None:
    next_month = (first.replace(day=1) + timedelta(days=31)).replace(day=1)
    last = (next_month - timedelta(days=1)).day
    with pytest.raises((written.NoSuchDay, written.NotADay)):
        day(f"{first:%Y}-{first.month}-{last + beyond}")


def test_clean_makes_letters_plain_and_drops_what_nobody_sees() -> None:
    assert clean("\ufeff ㈜마중물\u200b ") == "(주)마중물"
    assert clean("１２３ＡＢＣ") == "123ABC"
    assert visible("\u3164㈜마중물\u202e") == "㈜마중물"


def test_what_is_shown_is_short_and_on_one_line() -> None:
    assert shown("가\n나\x07다") == "가 나 다"
    assert shown("가" * 1_000_000) == "가" * 40 + "…"
    assert shown("\u202e5원") == "5원"


def test_no_sentence_blames_the_reader() -> None:
    reasons = [
        kind for kind in vars(written).values() if isinstance(kind, type) and issubclass(kind, Refusal)
    ]
    for kind in reasons:
        assert not any(word in kind.sentence for word in ("오류", "에러", "실패", "잘못된 입력"))
