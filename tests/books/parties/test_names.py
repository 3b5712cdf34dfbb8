"""When two ways of writing are one name, and when they only look like it."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from majungmul.books.parties.look_alikes import INVISIBLE, TAKEN_FOR
from majungmul.books.parties.names import is_seen, plain, skeleton

UNSEEN = "\u200b\u200d\ufeff\u202e\u00ad\u3164\u115f\uffa0\u2800\ufe0f \t\n\u00a0\u3000"
"""Zero-width, bidi, soft hyphen, Hangul fillers, Braille blank, a selector, and spaces of five widths."""

NAMES = st.text(min_size=1, max_size=30) | st.text(
    "가나다구흄관(주)㈜조연ABcd12·ㆍ협동조합식회사유한\u1100\u1161\u11a8", max_size=20
)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("흄관 (조)", "흄관(조)"),
        ("흄관（조）", "흄관(조)"),
        ("흄관[조]", "흄관(조)"),
        ("흄관〔 조 〕", "흄관(조)"),
        ("가\u200b구(연)", "가구(연)"),
        ("가구\u3164(연)", "가구(연)"),
        (unicodedata.normalize("NFD", "서울남북부수퍼(조)"), "서울남북부수퍼(조)"),
        ("서울 남북부 수퍼 (조)", "서울남북부수퍼(조)"),
        ("Ｇ밸리스마트(조)", "G밸리스마트(조)"),
        ("g밸리스마트(조)", "G밸리스마트(조)"),
        ("㈜가상", "(주)가상"),
        ("주식회사 가상", "(주) 가상"),
        ("가상 주식회사", "가상㈜"),
    ],
)
def test_ways_of_writing_one_name(written: str, meant: str) -> None:
    assert plain(written) == plain(meant)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("G밸리", "Ԍ밸리"),  # Komi, which nobody listed: not the same
        ("АВС상사", "ABC상사"),  # Cyrillic
        ("ΟΜΑ상사", "OMA상사"),  # Greek
        ("가나·다라", "가나ㆍ다라"),
        ("서울가구(조)", "서울가구(연)"),
        ("서울가구(조)", "서울가구협동조합"),
        ("㈜가상", "가상㈜"),
        ("가상1호", "가상l호"),
        ("가구", "각우"),
    ],
)
def test_what_only_looks_alike_is_not_the_same(one: str, other: str) -> None:
    assert plain(one) != plain(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("АВС상사", "abc상사"),
        ("ΟΜΑ상사", "OMA상사"),
        ("가나·다라", "가나ㆍ다라"),
        ("가나‧다라", "가나…다라"),
        ("A-1", "А–l"),
        ("서울가구(조)", "서울가구(연)"),
        ("서울가구(조)", "서울가구협동조합"),
        ("서울가구사업조합", "서울가구협동조합연합회"),
        ("㈜가상", "가상㈜"),
        ("개발", "가\u1175발"),
        ("깎아", "\u1100\u1100\u1161\u11a8\u11a8아"),
        ("Café상사", "cafe상사"),
        ("Ё상사", "E상사"),
    ],
)
def test_look_alikes_are_a_question(one: str, other: str) -> None:
    assert plain(one) != plain(other)
    assert skeleton(one) == skeleton(other)


@pytest.mark.parametrize(
    ("one", "other"), [("가구(조)", "가국(조)"), ("서울가구(조)", "경기가구(조)"), ("AB", "AC")]
)
def test_other_names_are_no_question(one: str, other: str) -> None:
    assert skeleton(one) != skeleton(other)


@pytest.mark.parametrize("name", ["(주)", "…", "주식회사", "(조)·"])
def test_a_name_without_letters_has_a_form_and_asks_nothing_foolish(name: str) -> None:
    assert plain(name)
    assert skeleton(name) in ("", "주", "조")


@pytest.mark.parametrize("sign", sorted(TAKEN_FOR))
def test_each_listed_sign_asks_and_never_answers(sign: str) -> None:
    """Where the sign is a letter of its own, the name with it differs, and is asked about."""
    letter = TAKEN_FOR[sign]
    assert plain(f"가{sign}나") != plain(f"가{letter}나")
    assert skeleton(f"가{sign}나") == skeleton(f"가{letter}나")


def test_the_list_of_invisible_signs_holds_none_that_the_categories_know() -> None:
    assert [sign for sign in INVISIBLE if unicodedata.category(sign) in ("Cf", "Cc", "Zs", "Zl", "Zp")] == []
    assert not any(map(is_seen, UNSEEN))


@given(NAMES)
def test_plain_is_its_own_plain_form(name: str) -> None:
    assert plain(plain(name)) == plain(name)


@given(NAMES)
def test_names_that_are_one_look_alike(name: str) -> None:
    assert skeleton(plain(name)) == skeleton(name)


@given(NAMES, st.data())
def test_nothing_unseen_makes_another_name(name: str, data: st.DataObject) -> None:
    where = data.draw(st.integers(0, len(name)))
    unseen = data.draw(st.text(UNSEEN, min_size=1, max_size=3))
    assert plain(name[:where] + unseen + name[where:]) == plain(name)


@given(NAMES, st.sampled_from(["NFC", "NFD", "NFKC", "NFKD"]))
def test_no_form_of_unicode_makes_another_name(name: str, form: str) -> None:
    assert plain(unicodedata.normalize(form, name)) == plain(name)  # type: ignore[arg-type]


@given(st.text("가나AB1", min_size=1, max_size=8), st.sampled_from(sorted(TAKEN_FOR)), st.data())
def test_a_look_alike_is_never_found_as_the_same(name: str, sign: str, data: st.DataObject) -> None:
    where = data.draw(st.integers(0, len(name)))
    one, other = (name[:where] + letter + name[where:] for letter in (sign, TAKEN_FOR[sign]))
    assert plain(one) != plain(other)
    assert skeleton(one) == skeleton(other)


@given(st.text(max_size=80))
def test_what_fits_as_a_name_fits_as_a_skeleton(name: str) -> None:
    if len(plain(name)) <= 80:
        assert len(skeleton(name)) <= 560
