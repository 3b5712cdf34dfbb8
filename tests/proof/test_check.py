"""검산: two tables of the 2018 paper, what is wrong in them, and each planted error."""

from dataclasses import replace
from decimal import Decimal

import pytest

from majungmul.proof import check, computed
from majungmul.values.table import Again, Cell, Column, Difference, Ratio, Row, Table, Totals

RESULT_COLUMNS = (
    Column("planned_cases", "계획 건수", "건"),
    Column("planned_members", "계획 참여", "명,업체"),
    Column("budget", "예산", "원", adds=True),
    Column("cases", "실적 건수", "건"),
    Column("members", "실적 참여", "명,업체"),
    Column("settled", "결산", "원", adds=True),
    Column("ratio", "대비(%)", "%", formula=Ratio("settled", "budget", 1)),
)
RESULTS = """\
all    | 0 | 계                                    |   |     | 800,000,000 |   |       | 770,450,186 | 96.3
1      | 1 | 1. 중소기업경영의욕고취및협업촉진     |   |     | 230,000,000 |   |       | 217,125,290 | 94.4
1-1    | 2 | 가. 서울중소기업인대회                | 1 | 150 | 25,000,000  | 1 | 200   | 23,159,000  | 92.6
1-2    | 2 | 나. 협동조합및중소기업교류활성화지원  | 7 | 800 | 40,000,000  | 9 | 1,003 | 36,326,250  | 90.8
1-3    | 2 | 라. 협동조합간협업촉진지원            | 1 | 30  | 165,000,000 | 1 | 36    | 157,639,540 | 95.5
2      | 1 | 2. 중소기업HRD및현장애로해소          |   |     | 170,000,000 |   |       | 161,522,340 | 95.0
2-1    | 2 | 가. 중소기업임직원역량강화교육        | 1 | 15  | 145,000,000 | 1 | 16    | 138,032,340 | 95.2
2-2    | 2 | 나. 중소기업협동조합기능활성화지원    | 2 | 90  | 15,000,000  | 2 | 99    | 13,500,000  | 90.0
2-3    | 2 | 다. 중소기업경영정보제공              | 1 | 600 | 10,000,000  | 1 | 666   | 9,990,000   | 99.9
3      | 1 | 3. 중소기업경영안정지원               |   |     | 400,000,000 |   |       | 391,802,556 | 98.0
3-1    | 2 | 가. 중소기업마케팅·판로지원           | 2 | 30  | 95,000,000  | 2 | 34    | 94,857,776  | 99.9
3-2    | 2 | 나. 중소기업공동사업활성화지원        | 1 | 20  | 205,000,000 | 1 | 20    | 202,582,950 | 98.8
3-3    | 2 | 다. 공제기금이차보전지원              | 1 | 300 | 100,000,000 | 1 | 327   | 94,361,830  | 94.4"""

COMPARISON_COLUMNS = (
    Column("2016", "’16년(A)", "백만원", adds=True),
    Column("2017", "’17년(B)", "백만원", adds=True),
    Column("2018", "’18년(C)", "백만원", adds=True),
    Column("change", "증감(C-B)", "백만원", adds=True, formula=Difference("2018", "2017")),
)
COMPARISON = """\
1-1 | 2 | 가. 中企교류 및 위상강화      | 128   | 35  | 50    | 15
1-2 | 2 | 나. 협동조합 네트워크 강화    | 53    | 40  | 70    | 30
1-3 | 2 | 다. 협동조합 간 협업 지원     | 170   | 165 | 300   | 135
1   | 1 | 소 계                         | 351   | 240 | 420   | 180
2-1 | 2 | 가. 협동조합 역량강화 교육    | 162   | 145 | 180   | 35
2-2 | 2 | 나. 협동조합 기능 활성화 지원 | 78    | 15  | 90    | 75
2   | 1 | 소 계                         | 240   | 160 | 270   | 110
3-1 | 2 | 가. 공동사업 활성화 지원      | 297   | 205 | 260   | 55
3-2 | 2 | 나. 中企 판로․마케팅 지원     | 302   | 95  | 180   | 85
3-3 | 2 | 다. 공제기금 이차보전 지원    | 250   | 100 | 150   | 50
3-4 | 2 | 라. 중소기업 PL보험 지원      | 60    | -   | 20    | 20
3   | 1 | 소 계                         | 909   | 400 | 610   | 210
all | 0 | 합 계                         | 1,500 | 800 | 1,300 | 500"""


def _cell(printed: str, unit: str) -> Cell:
    if not printed:
        return Cell()
    if unit == "%":
        return Cell(printed, Decimal(printed))
    digits = "0" if printed == "-" else printed.replace(",", "")
    return Cell(printed, int(digits) * (1_000_000 if unit == "백만원" else 1))


def _rows(text: str, columns: tuple[Column, ...]) -> tuple[Row, ...]:
    rows = []
    for line in text.splitlines():
        key, level, label, *printed = (words.strip() for words in line.split("|"))
        cells = tuple(_cell(words, column.unit) for words, column in zip(printed, columns, strict=True))
        rows.append(Row(key, label, int(level), cells))
    return tuple(rows)


RESULTS_2017 = Table(
    "results",
    "2017년 예산집행 실적",
    "원",
    RESULT_COLUMNS,
    _rows(RESULTS, RESULT_COLUMNS),
    totals=Totals.FIRST,
)
COMPARISON_2018 = Table(
    "comparison",
    "’18년 지원사업 세부내역",
    "백만원",
    COMPARISON_COLUMNS,
    _rows(COMPARISON, COMPARISON_COLUMNS),
    totals=Totals.LAST,
)


def _planted(table: Table, row_key: str, column_key: str, cell: Cell) -> Table:
    at = table.column(column_key)
    rows = [
        replace(row, cells=(*row.cells[:at], cell, *row.cells[at + 1 :])) if row.key == row_key else row
        for row in table.rows
    ]
    return replace(table, rows=tuple(rows))


def _relabelled(table: Table, row_key: str, label: str) -> Table:
    return replace(
        table, rows=tuple(replace(row, label=label) if row.key == row_key else row for row in table.rows)
    )


def test_the_results_of_2017_have_one_wrong_total_and_one_letter_left_out() -> None:
    total, order = check([RESULTS_2017])
    assert (total.kind, total.printed, total.expected, total.difference) == (
        "total",
        "217,125,290",
        "217,124,790",
        500,
    )
    assert total.place == "2017년 예산집행 실적 > 계 > 1. 중소기업경영의욕고취및협업촉진 > 결산"
    assert total.sentence == (
        "‘결산’에서 ‘1. 중소기업경영의욕고취및협업촉진’의 부분을 더하면 217,124,790원인데 "
        "217,125,290원으로 적혀 있습니다(500원 많음)."
    )
    assert (order.kind, order.printed, order.expected, order.difference) == ("order", "라", "다", None)
    assert order.place == (
        "2017년 예산집행 실적 > 계 > 1. 중소기업경영의욕고취및협업촉진 > 라. 협동조합간협업촉진지원"
    )
    assert order.sentence == (
        "‘라. 협동조합간협업촉진지원’의 기호는 차례로 ‘다’인데 ‘라’로 적혀 있습니다(1개 건너뜀)."
    )


def test_the_results_corrected_have_no_finding() -> None:
    letters = _relabelled(RESULTS_2017, "1-3", "다. 협동조합간협업촉진지원")
    part = _planted(letters, "1", "settled", Cell("217,124,790", 217_124_790))
    assert check([_planted(part, "all", "settled", Cell("770,449,686", 770_449_686))]) == []


def test_computed_totals_of_2017_stand_beside_the_printed_ones() -> None:
    assert computed(RESULTS_2017) == {
        "results.all.budget": 800_000_000,
        "results.all.settled": 770_450_186,
        "results.1.budget": 230_000_000,
        "results.1.settled": 217_124_790,
        "results.2.budget": 170_000_000,
        "results.2.settled": 161_522_340,
        "results.3.budget": 400_000_000,
        "results.3.settled": 391_802_556,
    }


def test_the_comparison_of_2018_agrees_everywhere() -> None:
    assert check([COMPARISON_2018]) == []


def test_findings_come_table_by_table() -> None:
    assert [finding.kind for finding in check([COMPARISON_2018, RESULTS_2017, RESULTS_2017])] == [
        "total",
        "order",
        "total",
        "order",
    ]


def test_a_wrong_part_total_of_2016_is_found_below_and_above() -> None:
    findings = check([_planted(COMPARISON_2018, "3", "2016", Cell("910", 910_000_000))])
    assert [(found.kind, found.printed, found.expected, found.difference) for found in findings] == [
        ("total", "910", "909", 1_000_000),
        ("total", "1,500", "1,501", -1_000_000),
    ]


PLANTED = [
    (_planted(COMPARISON_2018, "all", "2016", Cell("1,600", 1_600_000_000)), "total", "1,600", "1,500"),
    (_relabelled(COMPARISON_2018, "3-4", "마. 중소기업 PL보험 지원"), "order", "마", "라"),
    (_planted(COMPARISON_2018, "1-1", "2016", Cell("129", 128_000_000)), "repeated", "129", "128"),
    (_planted(COMPARISON_2018, "1-1", "2016", Cell("12B", 128_000_000)), "unreadable", "12B", "128"),
    (
        _planted(
            COMPARISON_2018, "all", "2018", Cell("1,300", 1_300_000_000, (Again("예산액", "13백만원"),))
        ),
        "repeated",
        "13백만원",
        "1,300백만원",
    ),
    (
        _planted(COMPARISON_2018, "all", "2018", Cell("1,300", 1_300_000_000, (Again("예산액", "?"),))),
        "unreadable",
        "?",
        "1,300",
    ),
    (
        replace(
            _planted(COMPARISON_2018, "3-4", "change", Cell("21", 21_000_000)),
            columns=(*COMPARISON_COLUMNS[:3], replace(COMPARISON_COLUMNS[3], adds=False)),
        ),
        "difference",
        "21",
        "20",
    ),
]


@pytest.mark.parametrize(("table", "kind", "printed", "expected"), PLANTED)
def test_a_planted_error_yields_exactly_its_finding(
    table: Table, kind: str, printed: str, expected: str
) -> None:
    assert [(found.kind, found.printed, found.expected) for found in check([table])] == [
        (kind, printed, expected)
    ]


def test_a_planted_ratio_is_found_beside_what_was_there() -> None:
    findings = check([_planted(RESULTS_2017, "2-3", "ratio", Cell("99.8", Decimal("99.8")))])
    assert [(found.kind, found.printed, found.expected) for found in findings] == [
        ("total", "217,125,290", "217,124,790"),
        ("ratio", "99.8", "99.9"),
        ("order", "라", "다"),
    ]
