"""차례: 가. 나. 다. and their like."""

import unicodedata

import pytest

from majungmul.proof.order import CIRCLED, LETTERS, wrong_order
from majungmul.values.table import Cell, Column, Row, Table, Totals


def _table(*labels: str, levels: str = "", totals: Totals = Totals.NONE) -> Table:
    depths = [int(level) for level in levels] or [0] * len(labels)
    rows = tuple(
        Row(str(index), label, level, (Cell("1", 1),))
        for index, (label, level) in enumerate(zip(labels, depths, strict=True))
    )
    return Table("t", "세부내역", "건", (Column("count", "건수", "건"),), rows, totals=totals)


def _jumps(table: Table) -> list[tuple[str, str]]:
    return [(found.printed, found.expected) for found in wrong_order(table)]


@pytest.mark.parametrize(
    "labels",
    [
        ("가. 교류", "나. 협업", "다. 교육"),
        ("1. 교류", "2. 협업", "3. 교육"),
        ("1) 교류", "2) 협업"),
        ("가) 교류", "나) 협업"),
        ("(1) 교류", "(2) 협업"),
        ("① 교류", "② 협업", "③ 교육"),
        tuple(f"{letter}. 사업" for letter in LETTERS),
        tuple(f"{circled} 사업" for circled in CIRCLED),
        tuple(f"{number}. 사업" for number in range(1, 100)),
        ("가. 교류", "그 밖의 교류", "나. 협업"),
        ("가. 교류", "1. 교류", "나. 협업", "2. 협업"),
        ("소 계", "합 계"),
        ("1 서울", "2 부산", "3 대구"),
        ("1 소금(조)", "2 시흥(조)", "2 시흥(조)", "3 주얼리(조)"),
        ("5개 업체", "9개 업체"),
        ("2014 2015",),
        ("2017 대회", "2016 대회"),
        ("가구(조)", "나무(조)", "(사)협회", "(주)회사"),
        ("1.5% 이하", "2.0% 이하"),
        ("12. 21. 대회", "10. 27. 연찬회"),
        ("2017. 계획", "100. 계획"),
    ],
)
def test_what_runs_in_order(labels: tuple[str, ...]) -> None:
    assert _jumps(_table(*labels)) == []


@pytest.mark.parametrize(
    ("labels", "jumps"),
    [
        (("가. 교류", "나. 협업", "라. 교육"), [("라", "다")]),
        (("가. 교류", "나. 협업", "라. 교육", "마. 보험"), [("라", "다")]),
        (("가. 교류", "라. 협업", "바. 교육"), [("라", "나"), ("바", "마")]),
        (("나. 교류", "다. 협업"), [("나", "가")]),
        (("가. 교류", "가. 협업", "나. 교육"), [("가", "나")]),
        (("가. 교류", "다. 협업", "나. 교육"), [("다", "나"), ("나", "라")]),
        (("1. 교류", "3. 협업"), [("3", "2")]),
        (("9) 교류",), [("9", "1")]),
        (("1 소금(조)", "2 시흥(조)", "2 주얼리(조)", "3 가스(조)"), [("2", "3")]),
        (("1 소금(조)", "3 시흥(조)", "3 시흥(조)", "4 가스(조)"), [("3", "2")]),
        (("1 서울", "2 부산", "4 경북", "5 광주"), [("4", "3")]),
        (("(1) 교류", "(3) 협업"), [("3", "2")]),
        (("① 교류", "③ 협업"), [("③", "②")]),
        (("가. 교류", "소 계", "다. 협업"), [("다", "나")]),
    ],
)
def test_each_jump_is_found_once(labels: tuple[str, ...], jumps: list[tuple[str, str]]) -> None:
    assert _jumps(_table(*labels)) == jumps


def test_the_sentence_tells_the_sign_whose_turn_it_is() -> None:
    [found] = wrong_order(_table("1. 교류", "3. 협업"))
    assert found.sentence == "‘3. 협업’의 기호는 차례로 ‘2’인데 ‘3’으로 적혀 있습니다(1개 건너뜀)."
    assert (found.kind, found.place, found.difference) == ("order", "세부내역 > 3. 협업", None)
    [back] = wrong_order(_table("가. 교류", "가. 협업"))
    assert back.sentence.endswith("‘나’인데 ‘가’로 적혀 있습니다(앞으로 되돌아감).")


def test_circled_numbers_run_to_fifty() -> None:
    assert [int(unicodedata.numeric(circled)) for circled in CIRCLED] == list(range(1, 51))


def test_after_the_last_letter_no_sign_is_expected() -> None:
    labels = [f"{letter}. 사업" for letter in LETTERS]
    assert _jumps(_table(*labels, "가. 사업")) == [("가", "")]


def test_each_parent_begins_anew() -> None:
    labels = ("1. 협업", "가. 교류", "나. 협업", "2. 교육", "가. 교육", "다. 보험")
    first = _table(*labels, levels="011011", totals=Totals.FIRST)
    assert _jumps(first) == [("다", "나")]
    assert wrong_order(first)[0].place == "세부내역 > 2. 교육 > 다. 보험"
    last = ("가. 교류", "나. 협업", "소 계", "가. 교육", "다. 보험", "소 계")
    assert _jumps(_table(*last, levels="110110", totals=Totals.LAST)) == [("다", "나")]


def test_a_deeper_row_does_not_stand_in_the_run_of_its_parent() -> None:
    assert _jumps(_table("가. 교류", "가. 포럼", "나. 워크숍", "나. 협업", levels="0110")) == []
