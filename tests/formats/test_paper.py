"""문서: days as papers write them, and tables from plain values."""

from datetime import UTC, date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest

from majungmul.formats import paper
from majungmul.formats.paper import Entry, Kind, rate
from majungmul.values.table import Cell, Difference, Totals
from majungmul.values.won import Won

SEOUL = ZoneInfo("Asia/Seoul")


def cell(kind: Kind, value: Entry, unit: str = "원") -> Cell:
    made = paper.table("t", "표", unit, [("구분", "text"), ("값", kind)], [["가", value]])
    return made.rows[0].cells[1]


def test_a_day_and_a_moment_are_written_as_papers_write_them() -> None:
    assert paper.day(date(2026, 11, 23)) == "2026. 11. 23."
    assert paper.day(date(2018, 3, 2)) == "2018. 3. 2."
    assert paper.moment(datetime(2026, 11, 23, 14, 5, 59, tzinfo=SEOUL)) == "2026. 11. 23. 14:05"
    assert paper.moment(datetime(2026, 11, 23, 0, 0, tzinfo=UTC)) == "2026. 11. 23. 00:00"


def test_a_moment_without_a_zone_is_a_bug() -> None:
    with pytest.raises(ValueError, match="no time zone"):
        paper.moment(datetime(2026, 11, 23, 14, 5))  # noqa: DTZ001 - the bug


@pytest.mark.parametrize(
    ("kind", "value", "made"),
    [
        ("won", Won(1_234_567), Cell("1,234,567", 1_234_567)),
        ("won", Won(0), Cell("-", 0)),
        ("won", Won(-1_000), Cell("△1,000", -1_000)),
        ("price", Won(250_000), Cell("250,000", 250_000)),
        ("count", 1_200, Cell("1,200", 1_200)),
        ("count", 0, Cell("-", 0)),
        ("number", 7, Cell("7", 7)),
        ("percent", Decimal("96.30"), Cell("96.30", Decimal("96.30"))),
        ("percent", Decimal("0.0"), Cell("0.0", Decimal("0.0"))),
        ("percent", Decimal("-1.5"), Cell("△1.5", Decimal("-1.5"))),
        ("text", "비고\n둘째 줄", Cell("비고\n둘째 줄")),
        ("date", date(2018, 6, 2), Cell("2018. 6. 2.")),
        ("date", datetime(2018, 6, 2, 9, 30, tzinfo=SEOUL), Cell("2018. 6. 2. 09:30")),
        ("won", "미정", Cell("미정")),
        ("won", None, Cell()),
        ("won", Cell("약 100", 100), Cell("약 100", 100)),
    ],
)
def test_a_value_is_printed_as_its_kind(kind: Kind, value: Entry, made: Cell) -> None:
    assert cell(kind, value) == made


@pytest.mark.parametrize(
    ("unit", "printed"),
    [("원", "1,300,000,000"), ("천원", "1,300,000"), ("백만원", "1,300"), ("", "1,300,000,000")],
)
def test_money_is_printed_in_the_unit_of_the_table(unit: str, printed: str) -> None:
    assert cell("won", Won(1_300_000_000), unit) == Cell(printed, 1_300_000_000)


def test_money_that_does_not_fit_its_unit_is_not_rounded() -> None:
    assert cell("won", Won(157_639_540), "천원") == Cell("157,639.54", 157_639_540)


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("won", 1_000),
        ("won", Decimal("1.5")),
        ("count", Won(3)),
        ("count", True),
        ("percent", 10),
        ("text", 3),
        ("date", Won(1)),
    ],
)
def test_a_value_of_another_kind_than_its_column_is_a_bug(kind: Kind, value: Entry) -> None:
    with pytest.raises(TypeError, match=f"a column of {kind} takes no"):
        cell(kind, value)


def test_a_row_that_is_too_short_is_a_bug() -> None:
    with pytest.raises(ValueError, match="zip"):
        paper.table("t", "표", "원", [("구분", "text"), ("값", "won")], [["가"]])


def test_the_total_is_given_and_stands_last() -> None:
    columns: list[paper.Heading] = [
        ("사업", "text"),
        ("예산", "won"),
        ("집행", "won"),
        ("잔액", "won", Difference("예산", "집행")),
        ("단가", "price"),
        ("집행률", "percent"),
        ("건수", "count"),
        ("일자", "date"),
    ]
    parts: list[Entry] = ["협업", Won(5), Won(3), Won(2), Won(1), Decimal("60.0"), 2, None]
    made = paper.table(
        "spent", "집행", "원", columns, [parts], ["계", Won(5), Won(3), Won(2), None, None, 2, None]
    )
    assert made.totals is Totals.LAST
    assert [(row.key, row.label, row.level) for row in made.rows] == [("1", "협업", 1), ("total", "계", 0)]
    assert [column.key for column in made.columns] == [
        *("label", "예산", "집행", "잔액", "단가", "집행률", "건수", "일자")
    ]
    assert [column.unit for column in made.columns] == ["", "원", "원", "원", "원", "%", "", ""]
    assert [column.label for column in made.columns if column.adds] == ["예산", "집행", "잔액", "건수"]
    assert made.columns[3].formula == Difference("예산", "집행")


def test_without_a_total_nothing_is_added() -> None:
    made = paper.table("t", "표", "원", [("구분", "text"), ("값", "won")], [["가", Won(1)], ["나", Won(2)]])
    assert made.totals is Totals.NONE
    assert [row.level for row in made.rows] == [0, 0]


def test_a_rate_has_one_digit_halves_up_and_none_of_nothing() -> None:
    assert rate(Won(770_450_186), Won(800_000_000)) == Decimal("96.3")
    assert rate(Won(1), Won(2_000)) == Decimal("0.1")
    assert rate(Won(0), Won(5)) == Decimal("0.0")
    assert rate(Won(0), Won(0)) is None
