"""문서의 줄: 항목 기호 by depth, the head, 붙임, and where 끝. stands."""

from dataclasses import replace
from datetime import date

import pytest

from majungmul.formats import paper
from majungmul.formats.paper import Block, Grid, Item, Pairs, Paper, Paragraph
from majungmul.formats.paper_lines import (
    attachments,
    ending,
    figures,
    head,
    heading,
    lines,
    notes,
    sign,
    words,
)
from majungmul.values.won import Won
from majungmul.values.won_words import NegativeInWords
from tests.formats.paper_samples import LINES

LETTER = Paper(kind="letter", title="알림", body=(Paragraph("알립니다."),))


def signs(*blocks: Block) -> list[tuple[int, str]]:
    return [(line.depth, line.sign) for line in lines(blocks)]


def two(*inside: Block) -> tuple[Item, Item]:
    return Item("하나", inside), Item("둘")


def test_every_depth_has_its_own_signs() -> None:
    deep = two(*two(*two(*two(*two(*two(*two(*two())))))))
    assert [sign for _, sign in signs(*deep)] == [
        *("1.", "가.", "1)", "가)", "(1)", "(가)", "①", "㉮"),
        *("㉯", "②", "(나)", "(2)", "나)", "2)", "나.", "2."),
    ]


@pytest.mark.parametrize(
    ("depth", "place", "expected"),
    [
        (0, 9, "10."),
        (1, 13, "하."),
        (1, 14, "거."),
        (1, 27, "허."),
        (1, 28, "고."),
        (6, 19, "⑳"),
        (6, 20, "㉑"),
        (6, 35, "㊱"),
        (7, 13, "㉻"),
    ],
)
def test_the_series_go_on(depth: int, place: int, expected: str) -> None:
    assert sign(depth, place) == expected


@pytest.mark.parametrize(("depth", "place"), [(7, 14), (8, 0)])
def test_beyond_the_last_sign_is_a_bug(depth: int, place: int) -> None:
    with pytest.raises(ValueError, match="no sign for item"):
        sign(depth, place)


def test_items_are_numbered_through_what_stands_between_them() -> None:
    assert signs(Item("가"), Grid(LINES), Paragraph("글"), Item("나")) == [
        (0, "1."),
        (0, ""),
        (0, ""),
        (0, "2."),
    ]


def test_an_item_alone_has_no_sign_and_those_below_it_begin_the_series() -> None:
    assert signs(Item("하나뿐", two())) == [(0, ""), (0, "1."), (0, "2.")]
    assert signs(*two(Item("하나뿐", two()))) == [(0, "1."), (1, ""), (1, "가."), (1, "나."), (0, "2.")]


def test_what_stands_below_an_item_stands_deeper() -> None:
    assert signs(*two(Pairs((("가", "나"),)))) == [(0, "1."), (1, ""), (0, "2.")]


def test_an_amount_is_written_in_figures_and_in_words() -> None:
    assert (
        words(Item("지원결정액", amount=Won(113_560))) == "지원결정액: 금113,560원(금일십일만삼천오백육십원)"
    )
    assert words(Item("", amount=Won(0))) == "금0원(금영원)"
    with pytest.raises(NegativeInWords):
        words(Item("감액", amount=Won(-1)))


def test_a_letter_has_places_for_what_is_not_there_yet() -> None:
    assert head(LETTER) == [("문서번호", ""), ("시행일", ""), ("수신", "")]


def test_the_head_says_what_is_there() -> None:
    letter = replace(
        LETTER,
        number="지역경제과-1234",
        effective=date(2026, 3, 2),
        receiver="중소기업중앙회장",
        via="서울지역본부장",
        portal="2026-000123, 2026. 3. 2.",
        basis=("지방보조금법 제8조·제10조", "지방보조금법 시행령 제5조"),
    )
    assert head(letter) == [
        ("문서번호", "지역경제과-1234"),
        ("시행일", "2026. 3. 2."),
        ("수신", "중소기업중앙회장"),
        ("경유", "서울지역본부장"),
        ("보탬e", "2026-000123, 2026. 3. 2."),
        ("근거", "지방보조금법 제8조·제10조, 지방보조금법 시행령 제5조"),
    ]


def test_a_form_has_no_head_but_what_it_says() -> None:
    form = replace(LETTER, has_head=False, receiver="서울특별시장 귀하")
    assert head(form) == []
    assert head(replace(form, number="공고 제2018-1호")) == [("문서번호", "공고 제2018-1호")]


def test_attachments_are_aligned_and_numbered_where_they_are_many() -> None:
    assert attachments(replace(LETTER, attachments=("계획서 1부.",))) == [("붙임  ", "계획서 1부.")]
    assert attachments(replace(LETTER, attachments=("계획서 1부.", "서약서 1부."))) == [
        ("붙임  ", "1. 계획서 1부."),
        ("      ", "2. 서약서 1부."),
    ]


def test_a_note_has_its_mark_once() -> None:
    assert notes(replace(LETTER, notes=("하나", "※ 둘"))) == ["※ 하나", "※ 둘"]


@pytest.mark.parametrize(
    ("letter", "expected"),
    [
        (LETTER, "text"),
        (replace(LETTER, body=two(Grid(LINES))), "text"),
        (replace(LETTER, body=(Paragraph("표와 같습니다."), Grid(LINES))), "table"),
        (replace(LETTER, body=(Item("하나"), Item("둘", (Pairs((("가", "나"),)),)))), "table"),
        (replace(LETTER, notes=("참고",)), "notes"),
        (replace(LETTER, notes=("참고",), attachments=("계획서 1부.",)), "attachments"),
        (replace(LETTER, attachments=("계획서 1부.",), has_head=False), ""),
        (replace(LETTER, body=()), "table"),
    ],
)
def test_the_end_stands_behind_the_last_word_and_below_a_table(letter: Paper, expected: str) -> None:
    assert ending(letter) == expected


def test_a_column_says_its_unit_where_that_is_not_the_tables() -> None:
    made = paper.table(
        "t", "표", "원", [("구분", "text"), ("값", "won"), ("율", "percent"), ("비율(%)", "percent")], []
    )
    assert [heading(column, made) for column in made.columns] == ["구분", "값", "율(%)", "비율(%)"]


def test_columns_of_figures_are_known() -> None:
    assert figures(LINES) == [False, True, True, True, False]
