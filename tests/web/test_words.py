"""How pages write amounts, days and shares."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from majungmul.values.won import Won
from majungmul.web import words

SEOUL = ZoneInfo("Asia/Seoul")


@pytest.mark.parametrize(
    ("amount", "said"),
    [
        (1_300_000_000, "13억 원"),
        (966_528_000, "9억 6,652만 원"),
        (17_941_000, "1,794만 원"),
        (5_023_500, "5,023,500원"),
        (40_000, "4만 원"),
        (4_500, "4,500원"),
        (0, "0원"),
        (-300_000_000, "△3억 원"),
    ],
)
def test_citizens_read_amounts_in_eok_and_man(amount: int, said: str) -> None:
    assert words.eok(Won(amount)) == said


def test_officers_read_amounts_to_the_won() -> None:
    assert [words.won(each) for each in (Won(5_023_000), Won(-200_000), Won(0), None)] == [
        "5,023,000",
        "△200,000",
        "-",
        "",
    ]


def test_a_midnight_is_the_day_that_ends_with_it() -> None:
    assert words.closing(datetime(2026, 5, 1, tzinfo=SEOUL)) == "2026. 4. 30.(목)"
    assert words.closing(datetime(2026, 4, 30, 18, tzinfo=SEOUL)) == "2026. 4. 30.(목) 18:00"


def test_days_that_are_left_are_counted_to_the_last_one() -> None:
    today = date(2026, 11, 25)
    assert [words.left(today + timedelta(days=days), today) for days in (3, 0, -2)] == [
        "3일 남음",
        "오늘까지",
        "2일 지남",
    ]
    midnight = datetime(2026, 11, 26, tzinfo=SEOUL)
    assert words.left(midnight, datetime(2026, 11, 25, 23, tzinfo=SEOUL)) == "오늘까지"


def test_shares_are_cut_and_percents_rounded_once() -> None:
    assert words.percent(Won(966_528), Won(1_300_000)) == "74.3"
    assert words.percent(Won(1), Won(0)) == "-"
    assert words.share(Won(1), Won(3)) == "33.33"
    assert words.share(Won(5), Won(3)) == "100.00"
