"""숫자 — the flat list: path, words with the year, amount in its unit, as printed."""

import re

from majungmul.programmes.figures import Figure, figures_of, with_computed
from majungmul.programmes.plan import plan
from majungmul.programmes.plan_tables import tables_of
from majungmul.proof import computed

FIGURES = figures_of(plan("seoul", 2018))
BY_PATH = {figure.path: figure for figure in FIGURES}


def test_money_is_won_whatever_unit_is_printed() -> None:
    found = [
        BY_PATH[path]
        for path in ("comparison.exchange.2016", "governments.seoul.2018", "results.total.settled")
    ]
    assert [(one.amount, one.unit, one.printed) for one in found] == [
        (128_000_000, "원", "128"),
        (150_000_000, "원", "150,000"),
        (770_450_186, "원", "770,450,186"),
    ]


def test_counts_have_their_own_unit() -> None:
    found = {
        path.split(".", 1)[1]: (one.amount, one.unit)
        for path, one in BY_PATH.items()
        if "achievements" in path
    }
    assert found["la_store.months.amount"] == (3, "개월")
    assert found["news.copies.amount"] == (100_000, "부")
    assert found["interest_support.loans.amount"] == (338, "건")
    assert found["forum.people.amount"] == (600, "명")


def test_a_rate_is_a_decimal_string() -> None:
    assert [BY_PATH[path].amount for path in ("results.total.ratio", "governments.jeju.bill")] == [
        "96.3",
        "1.6",
    ]
    assert BY_PATH["conditions.trade_collaboration.rate"].unit == "%"


def test_three_kinds_of_nothing() -> None:
    found = [BY_PATH[path] for path in ("governments.incheon.2017", "governments.gyeonggi.2018")]
    assert [(one.amount, one.printed) for one in found] == [(0, "-"), (None, "미정")]
    rates = [BY_PATH[f"governments.{city}.bill"] for city in ("incheon", "gyeonggi")]
    assert [(one.amount, one.printed) for one in rates] == [(None, "-"), (None, "-")]


def test_every_label_holds_its_year_and_words() -> None:
    assert [one.path for one in FIGURES if not re.search(r"20[0-9]{2}", one.label)] == []
    assert BY_PATH["comparison.joint_project.2017"].label == (
        "2017년 · 1 지원개요 · ’18년 지원사업 세부내역 · "
        "중소기업 경영안정 지원 · 가. 공동사업 활성화 지원 · ‘17년(B)"
    )
    assert BY_PATH["trades.1.amount"].label == (
        "2 2017년 사업실적 · 협업실적 (36개 협동조합 간 거래) · 1 흄관(조) · 철망(조) · 철선 · 거래금액"
    )
    assert BY_PATH["results.news.settled"].label == (
        "2 2017년 사업실적 · 예산집행 실적 · "
        "2. 중소기업HRD및현장애로해소 · 다. 중소기업경영정보제공 · 실적 결산"
    )


def test_words_and_empty_cells_are_no_figures() -> None:
    assert len(BY_PATH) == len(FIGURES)
    assert not {"checklist.jobs.answer", "trades.1.goods", "results.total.count"} & set(BY_PATH)
    assert "budget.network.meeting.frequency" not in BY_PATH


def test_the_computed_sum_follows_its_printed_total() -> None:
    sums = {
        path: value for table in tables_of(plan("seoul", 2018)) for path, value in computed(table).items()
    }
    found = with_computed(FIGURES, sums)
    paths = [figure.path for figure in found]
    place = paths.index("results.motivation.settled")
    assert [(one.amount, one.printed) for one in found[place : place + 2]] == [
        (217_125_290, "217,125,290"),
        (217_124_790, ""),
    ]
    assert paths[place + 1] == "results.motivation.settled.computed"
    assert len(found) == len(FIGURES) + len(sums)
    assert next(one for one in found if one.path == "budget.total.amount.computed").amount == 1_300_000_000


def test_a_sum_of_nothing_printed_is_not_added() -> None:
    figure = Figure("a.b.c", "2018년", 1, "원", "1")
    assert with_computed([figure], {"a.b.d": 1}) == [figure]
