"""The citizens' figures: the first page, results, what is downloaded; and that all of it adds up."""

import csv
import io
import re
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from majungmul.books.ledger import queries as ledger
from majungmul.books.ledger.queries.progress import by_programme, in_all, progress_of
from majungmul.books.parties.models import Jurisdiction
from majungmul.books.parties.queries.positions import jurisdiction_named
from majungmul.stages.settlement.queries import granted_in, own_spending
from majungmul.values.won import total
from tests.web.window import Window

MARCH = datetime(2026, 3, 20, 10, 0, tzinfo=ZoneInfo("Asia/Seoul"))
LATER = datetime(2027, 2, 1, 10, 0, tzinfo=ZoneInfo("Asia/Seoul"))
MOST_BYTES = 100_000


def _seoul() -> Jurisdiction:
    found = jurisdiction_named("seoul")
    assert found
    return found


def _rows(window: Window, address: str) -> list[dict[str, str]]:
    answer = window.nobody().client.get(address)
    assert answer.status_code == 200
    return list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))


def test_the_first_page_says_how_much_was_spent_of_how_much(window: Window) -> None:
    page = window.nobody().get("/")
    assert page.h1.startswith("올해 13억 원 가운데")
    assert page.h1.endswith("이 조합과 기업에 쓰였습니다")
    assert page.has("남은 금액 = 예산 − 집행 − 지급 예정")
    assert len(page.html.encode()) < MOST_BYTES
    assert len(page.parsed.ids) == len(set(page.parsed.ids))


def test_budget_is_spent_promised_and_left(books: object) -> None:
    for year in (2026, 2018, 2017):
        lines = progress_of(_seoul().pk, year)
        whole, figures = in_all(lines), ledger.whole(ledger.lines_of(_seoul().pk, year))
        assert whole.budget == figures.appropriated
        assert whole.spent == figures.paid
        assert whole.budget == whole.spent + whole.promised + whole.left
        assert in_all(by_programme(lines)).left == whole.left
        assert all(each.left.amount >= 0 and each.promised.amount >= 0 for each in lines)


def test_what_is_promised_is_decided_and_not_paid(books: object) -> None:
    of = _seoul()
    support = next(
        each
        for each in progress_of(of.pk, 2026)
        if (each.programme, each.line) == ("trade_collaboration", "support")
    )
    granted = granted_in(of.pk, 2026, "trade_collaboration")
    open_ones = [each for each in granted if not each.ended]
    assert support.promised == total(each.amount - each.paid for each in open_ones)


def test_the_table_is_downloaded(window: Window) -> None:
    rows = _rows(window, "/spending/2026.csv")
    assert len(rows) == 10
    assert rows[-1]["사업"] == "합계"
    for row in rows:
        amounts = [int(row[name]) for name in ("집행(원)", "지급 예정(원)", "남은 금액(원)")]
        assert int(row["예산(원)"]) == sum(amounts)
    assert window.nobody().get("/spending/1999.csv").status == 404


def test_open_calls_stand_first_with_what_may_be_applied_for(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("majungmul.web.asked.now", lambda: MARCH)
    page = window.nobody().get("/")
    assert page.has("지금 신청할 수 있는 사업 1개")
    assert page.has("10일 남음")
    call = page.follow("안내 보고 신청하기")
    assert call.has("신청 가능 금액")
    assert any("/apply/" in address for address, words in call.links() if words == "신청하기")


def test_without_an_open_call_it_is_said_what_will_come(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("majungmul.web.asked.now", lambda: LATER)
    page = window.nobody().get("/")
    assert page.h1.startswith("2026년 13억 원 가운데")
    assert page.has("지금 신청을 받는 공고가 없습니다")
    assert window.nobody().get("/programmes/").h1.startswith("사업이 9개 있고")


def test_queries_of_the_first_page_do_not_grow_with_calls(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    counted = []
    for at in (LATER, MARCH):
        monkeypatch.setattr("majungmul.web.asked.now", lambda at=at: at)
        with CaptureQueriesContext(connection) as queries:
            assert window.nobody().get("/").status == 200
        counted.append(len(queries))
    assert counted[0] == counted[1] <= 10


def test_results_lead_from_year_to_programme_to_body(window: Window) -> None:
    page = window.nobody().get("/results/")
    assert page.h1.startswith("2026년에는 13억 원 가운데")
    older = page.follow("2018년")
    assert older.h1.startswith("2018년에는")
    result = older.follow("협동조합 간 협업 지원")
    assert result.has("서울가상인쇄협동조합")
    assert result.has("지급: 50,230,000원 × 10% = 5,023,000원(원 미만 절사)")


@pytest.mark.parametrize("year", [2026, 2018])
def test_what_bodies_got_and_what_was_spent_directly_is_what_the_ledger_says(
    books: object, year: int
) -> None:
    of, programme = _seoul(), "trade_collaboration"
    spent = in_all([each for each in progress_of(of.pk, year) if each.programme == programme]).spent
    granted, own = granted_in(of.pk, year, programme), own_spending(of.pk, year, programme)
    assert total(each.paid for each in granted) + total(each.paid for each in own) == spent
    for each in granted:
        assert total(one.amount for one in each.paid_for) == each.paid


def test_a_given_up_award_is_shown_as_such(window: Window) -> None:
    page = window.nobody().get("/results/2026/trade_collaboration/")
    assert page.has("포기")
    assert page.has("원장의 집행액")


def test_results_name_nobody(window: Window) -> None:
    page = window.nobody().get("/results/2026/trade_collaboration/")
    assert not re.search(r"02-\d{3,4}-\d{4}|@|\d{3}-\d{2}-\d{5}", page.text)


def test_of_2017_the_printed_result_and_the_difference(window: Window) -> None:
    page = window.nobody().get("/results/2017/trade_collaboration/")
    assert page.has("인쇄된 정산액 157,639,540원")
    assert page.has("차액 사유: 원문에 없음")
    assert page.has("16건 · 신청조합 13곳 · 거래금액 1,581,794,178원")
    assert window.nobody().get("/results/2017/ceremony/").h1.startswith("2017년 서울중소기업인대회")


def test_a_result_is_downloaded_and_of_an_unknown_programme_there_is_none(window: Window) -> None:
    rows = _rows(window, "/results/2018/trade_collaboration.csv")
    paid = sum(int(row["지급액(원)"]) for row in rows)
    assert paid == 122_915_800 + 3_520_000
    assert window.nobody().get("/results/2018/nothing/").status == 404
    assert window.nobody().get("/results/1999/training/").status == 404


def test_queries_of_a_result_do_not_grow_with_bodies(window: Window) -> None:
    counted = []
    for address in ("/results/2026/training/", "/results/2026/trade_collaboration/"):
        with CaptureQueriesContext(connection) as queries:
            window.nobody().get(address)
        counted.append(len(queries))
    assert counted[1] <= counted[0] + 2
