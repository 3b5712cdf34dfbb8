"""말: 로 and 으로, quotation marks."""

import pytest

from majungmul.proof.words import quoted, ro


@pytest.mark.parametrize(
    ("word", "particle"),
    [
        ("원", "으로"),
        ("개", "로"),
        ("건", "으로"),
        ("96.3%", "로"),
        ("라", "로"),
        ("일", "로"),
        ("3", "으로"),
        ("10", "으로"),
        ("8", "로"),
        ("③", "으로"),
        ("3회(연)", "으로"),
        ("-", "로"),
        ("", "로"),
    ],
)
def test_the_particle_follows_the_word(word: str, particle: str) -> None:
    assert ro(word) == particle


def test_a_label_is_quoted_on_one_line() -> None:
    assert quoted("중소기업\n경영의욕 고취") == "‘중소기업 경영의욕 고취’"


def test_a_label_with_an_apostrophe_takes_double_quotes() -> None:
    assert quoted("’18년(C)") == "“’18년(C)”"
