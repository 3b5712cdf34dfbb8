"""읽기 of anything — whatever JSON holds, nothing is raised; what is kept is JSON and reads the same again."""

import json
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from majungmul.programmes.form import Form
from majungmul.programmes.form_answers import plain, read
from majungmul.programmes.specification import specification
from tests.programmes.form_made_up import form_of

ODD = [
    "",
    "예",
    "no",
    "yes",
    "small",
    "large",
    "123-45-67891",
    "900101-1234567",
    "5천만원",
    "50,000,000원",
    "△1",
    "2018. 5. 10.",
    "02-000-0000",
    "a@example.com",
    "\ud800",
    "\x00",
    "가\u1161\u3164",
    "plan",
    "9" * 5_000,
]
LETTERS = st.text(st.characters(exclude_categories=()), max_size=30)
SCALARS = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | LETTERS
    | st.sampled_from(ODD)
    | st.just("가" * 10**5)
)


@cache
def made_up() -> Form:
    with TemporaryDirectory() as folder:
        return form_of(Path(folder))


def forms() -> list[Form]:
    return [made_up(), *specification("seoul", "trade_collaboration").forms.values()]


def names() -> list[str]:
    """The names of all sections and fields, so that what is tried comes near to what is asked."""
    found = {"papers", "엉뚱한 칸"}
    for form in forms():
        for section in form.sections:
            found |= {section.code, *(field.code for field in section.fields)}
    return sorted(found)


def tables(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.lists(inner, max_size=5) | st.dictionaries(
        st.sampled_from(names()) | LETTERS, inner, max_size=12
    )


ANYTHING = st.recursive(SCALARS, tables, max_leaves=40)


@st.composite
def filled(draw: st.DrawFn) -> tuple[Form, dict[str, Any]]:
    """A form with an answer at each of its fields, of whatever kind."""
    form = draw(st.sampled_from(forms()))
    answers: dict[str, Any] = {}
    for section in form.sections:
        rows = draw(st.integers(0, 2)) if section.repeats else 1
        read_rows = [{field.code: draw(SCALARS) for field in section.fields} for _ in range(rows)]
        answers[section.code] = read_rows if section.repeats else read_rows[0]
    return form, answers


def holds(form: Form, answers: object) -> None:
    """Nothing is raised; mistakes can be said; values are JSON and read the same again."""
    found = read(form, answers)
    for mistake in found.mistakes:
        assert mistake.sentence.endswith("."), mistake
        (mistake.field + mistake.sentence).encode()
    kept = json.loads(json.dumps(plain(found.values), allow_nan=False))
    again = read(form, kept)
    assert again.values == found.values
    assert again.total == found.total


@given(st.sampled_from(range(5)), ANYTHING)
def test_anything_at_all_is_read_without_raising(number: int, answers: object) -> None:
    holds(forms()[number], answers)


@given(filled())
def test_anything_in_every_field_is_read_without_raising(pair: tuple[Form, dict[str, Any]]) -> None:
    holds(*pair)


def test_lists_in_lists_and_long_strings_do_not_hurt() -> None:
    deep: Any = "가"
    for _ in range(5_000):
        deep = [deep]
    for answer in (deep, {"x": deep}, "가" * 10**7, list(range(10**5)), 10**5_000):
        for form in forms():
            places = {section.code: answer for section in form.sections}
            fields = {
                section.code: dict.fromkeys((field.code for field in section.fields), answer)
                for section in form.sections
            }
            for answers in (answer, places, fields, {"papers": answer}):
                assert read(form, answers).mistakes
