"""문서 검산: every table of a paper, wherever it stands, is proved before it is shown."""

import pytest

from majungmul.formats import paper
from majungmul.formats.paper import Block, Entry, Grid, Heading, Item, Paper, Paragraph
from majungmul.proof.papers import unproved
from majungmul.values.table import Cell, Difference
from majungmul.values.won import Won
from tests.formats.paper_samples import APPLICATION, AWARD_NOTICE, VOUCHER

COLUMNS: list[Heading] = [
    ("비목", "text"),
    ("결정액", "won"),
    ("집행액", "won"),
    ("집행잔액", "won", Difference("결정액", "집행액")),
    ("건수", "count"),
    ("단가", "price"),
]


LEFT = Won(40)


def grid(*totals: Entry, left: Entry = LEFT) -> Grid:
    rows: list[list[Entry]] = [
        ["지원금", Won(290), Won(250), left, 3, Won(5)],
        ["홍보비", Won(10), Won(10), Won(0), "미정", Won(7)],
    ]
    return Grid(paper.table("spent", "집행 내역", "원", COLUMNS, rows, totals))


def of(*body: Block) -> Paper:
    return Paper(kind="final_report", title="실적보고서", body=body)


@pytest.mark.parametrize("sample", [AWARD_NOTICE, APPLICATION, VOUCHER])
def test_the_samples_are_proved(sample: Paper) -> None:
    assert unproved(sample) == []


def test_a_paper_without_tables_is_proved() -> None:
    assert unproved(of(Paragraph("표가 없습니다."))) == []


def test_right_totals_are_proved_where_a_part_is_unknown_and_a_price_is_not_added() -> None:
    assert unproved(of(grid("계", Won(300), Won(260), Won(40), 3, Won(6)))) == []


def test_totals_that_are_not_the_sums_of_their_parts_are_found() -> None:
    found = unproved(of(grid("계", Won(310), Won(260), Won(50), 4, None)))
    assert [(one.kind, one.printed, one.expected, one.difference) for one in found] == [
        ("total", "310", "300", 10),
        ("total", "50", "40", 10),
    ]


def test_a_difference_is_found_in_a_table_below_an_item() -> None:
    body = Item("결과", (Item("내용", (grid(left=Won(39)),)), Item("끝")))
    (found,) = unproved(of(body))
    assert (found.kind, found.printed, found.expected, found.difference) == ("difference", "39", "40", -1)
    assert found.place == "집행 내역 > 지원금 > 집행잔액"


def test_a_print_that_is_not_its_value_is_found() -> None:
    (found,) = unproved(of(grid(left=Cell("41", 40))))
    assert (found.kind, found.printed, found.expected) == ("repeated", "41", "40")
