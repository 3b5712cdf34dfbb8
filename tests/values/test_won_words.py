"""금액 표기: in words as official papers write them, read back by a reader of its own."""

import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from majungmul.values.won import LIMIT, Won
from majungmul.values.won_words import NegativeInWords, in_figures_and_words, in_words

READ = {"일": 1, "이": 2, "삼": 3, "사": 4, "오": 5, "육": 6, "칠": 7, "팔": 8, "구": 9}
SMALL = {"십": 10, "백": 100, "천": 1000}
LARGE = {"만": 10**4, "억": 10**8, "조": 10**12}


def _read(words: str) -> int:
    """The number that the words say, read from left to right, one syllable at a time."""
    if words == "영":
        return 0
    whole = group = digit = 0
    for syllable in words:
        if syllable in READ:
            digit = READ[syllable]
        elif syllable in SMALL:
            group, digit = group + digit * SMALL[syllable], 0
        else:
            whole, group, digit = whole + (group + digit) * LARGE[syllable], 0, 0
    return whole + group + digit


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        (0, "영"),
        (1, "일"),
        (10, "일십"),
        (113_560, "일십일만삼천오백육십"),
        (4_500_000, "사백오십만"),
        (100_000_000, "일억"),
        (1_000_010_000, "일십억일만"),
        (1_300_000_000, "일십삼억"),
        (1_581_794_178, "일십오억팔천일백칠십구만사천일백칠십팔"),
        (10_000, "일만"),
        (1_111, "일천일백일십일"),
        (LIMIT, "일천조"),
    ],
)
def test_an_amount_in_words(amount: int, words: str) -> None:
    assert in_words(Won(amount)) == words


@pytest.mark.parametrize(
    ("amount", "written"),
    [
        (113_560, "금113,560원(금일십일만삼천오백육십원)"),
        (1_000_000, "금1,000,000원(금일백만원)"),
        (0, "금0원(금영원)"),
    ],
)
def test_an_amount_as_an_official_paper_writes_it(amount: int, written: str) -> None:
    assert in_figures_and_words(Won(amount)) == written


@pytest.mark.parametrize("write", [in_words, in_figures_and_words])
def test_a_negative_amount_is_refused(write: Callable[[Won], str]) -> None:
    with pytest.raises(NegativeInWords, match="△1,000원"):
        write(Won(-1_000))


@given(st.integers(0, LIMIT))
def test_the_words_say_the_amount(amount: int) -> None:
    assert _read(in_words(Won(amount))) == amount


@given(st.integers(0, LIMIT))
def test_every_unit_has_a_digit_before_it(amount: int) -> None:
    """So that nobody can write a digit before it afterwards."""
    words = in_words(Won(amount))
    assert not re.search(r"(^|[십백천만억조])[십백천]", words)
    assert not re.search(r"^[만억조]|[만억조]{2}", words)
