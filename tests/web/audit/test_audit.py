"""An auditor's life: from a figure to its transfers, to the act, the person and the papers, and back."""

from typing import TYPE_CHECKING

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from majungmul.books.ledger import queries
from majungmul.books.parties.queries.positions import jurisdiction_named
from majungmul.books.parties.queries.seats import person_with_login, seats_of
from majungmul.books.trail import chain
from majungmul.books.trail.reading import reading
from majungmul.web.words import won
from tests.web.conftest import NOW

if TYPE_CHECKING:
    from uuid import UUID

    from tests.web.window import Page, Window

SUPPORT = "plan/city/trade_collaboration.support"


def _seoul() -> "UUID":
    found = jurisdiction_named("seoul")
    assert found
    return found.pk


def _auditor(window: "Window", address: str = "/audit/") -> "Page":
    return window.of("city.auditor").get(address)


def test_from_a_figure_to_its_transfer_act_person_and_row_and_back(window: "Window") -> None:
    account = _auditor(window).follow("협업사업 지원금")
    assert account.h1 == "협업사업 지원금"
    assert account.has("합계가 맞습니다")
    transfer = account.follow("교부 ·")
    assert transfer.has("누가 한 일인가")
    assert transfer.has("한시청") or transfer.has("최시청")
    history = transfer.follow("의 이력")
    assert history.has("이 일들로 움직인 돈")
    assert history.follow("교부 ·").has("어디서 어디로")


def test_a_papers_page_opens_from_the_transfer(window: "Window") -> None:
    account = queries.account(_seoul(), 2026, f"{SUPPORT}/award1/award5")
    transfer = _auditor(window, f"/audit/accounts/{account.pk}/").follow("지급 ·")
    assert transfer.follow("지출결의서").status == 200


def test_totals_are_those_of_the_ledger(window: "Window") -> None:
    page = _auditor(window)
    whole = queries.whole(queries.lines_of(_seoul(), 2026))
    for amount in (whole.appropriated, whole.disbursed, whole.paid, whole.left):
        assert page.has(won(amount))
    assert page.text.count("합계가 맞습니다") == 2
    assert not page.has("합계가 다릅니다")


@pytest.mark.parametrize("year", [2026, 2018])
def test_every_account_of_a_year_adds_up(window: "Window", year: int) -> None:
    moved = [each.account for each in queries.tree_of(_seoul(), year) if each.account.last]
    browser = window.of("city.auditor")
    for account in moved:
        page = browser.get(f"/audit/accounts/{account.pk}/")
        assert page.has("합계가 맞습니다"), account.code


def test_every_transfer_names_its_act_and_person(window: "Window") -> None:
    browser = window.of("city.auditor")
    for transfer in queries.transfers_behind(queries.account(_seoul(), 2026, f"{SUPPORT}/award1")):
        page = browser.get(f"/audit/transfers/{transfer.pk}/")
        assert page.has("이력 번호"), transfer.key


def test_an_account_is_exported(window: "Window") -> None:
    account = queries.account(_seoul(), 2026, SUPPORT)
    answer = window.of("city.auditor").client.get(f"/audit/accounts/{account.pk}/export/")
    lines = answer.content.decode("utf-8-sig").splitlines()
    assert lines[0].startswith("날짜,종류")
    assert len(lines) == 1 + queries.transfers_behind(account).count()


def test_the_trail_is_told_in_words_and_narrowed(window: "Window") -> None:
    payments = _auditor(window, "/audit/trail/?since=2026-10-01&until=2026-11-25&group=지급")
    assert payments.has("지급 확인")
    assert not payments.has("할 일 마침")
    address, name = next((at, words) for at, words in payments.links() if "person=" in at)
    person = payments.browser.get(address)
    assert person.has(f"{name} 님이 한 일만 봅니다")


def test_the_trail_turns_its_pages_and_takes_any_question(window: "Window") -> None:
    trail = _auditor(window, "/audit/trail/?since=2017-01-01")
    assert trail.follow("뒤쪽").has("2쪽")
    for odd in ("page=x", "page=99999999", "since=nonsense", "person=1", "group=없음", "until=9999-99-99"):
        assert _auditor(window, f"/audit/trail/?{odd}").status == 200


def test_the_chain_is_checked_on_demand(window: "Window") -> None:
    trail, head = _auditor(window, "/audit/trail/"), chain.head(_seoul())
    assert trail.has(head.hash)
    found = trail.send("지금 검증")
    assert found.h1 == "검증했습니다. 어긋난 곳이 없습니다", found.text
    kept = trail.send("지금 검증", it__number=str(head.number), it__hash=head.hash)
    assert kept.has("따로 보관한 끝과도 견주었습니다")
    other = trail.send("지금 검증", it__number=str(head.number), it__hash="0" * 64)
    assert other.h1 == "검증했습니다. 어긋난 곳이 있습니다"


def test_a_number_that_is_none_is_kept_and_pointed_at(window: "Window") -> None:
    wrong = _auditor(window, "/audit/trail/").send("지금 검증", it__number="아홉", it__hash="")
    assert wrong.status == 422
    assert "아홉" in wrong.html


def test_who_looked_at_whose_data_is_listed(window: "Window") -> None:
    person = person_with_login(_seoul(), "operator-officer")
    assert person
    with reading(seats_of(person.pk, NOW.date())[0].actor, person, "전화번호 확인"):
        pass
    page = _auditor(window, "/audit/readings/?since=2000-01-01&until=2100-01-01")
    assert page.has("전화번호 확인")
    assert "가지 일이 있었습니다" in page.follow(f"사람 {person.name}").h1


def test_what_is_not_there_or_not_for_them_is_404(window: "Window") -> None:
    missing = "01a214b8-0000-7000-8000-000000000000"
    for address in (f"accounts/{missing}/", f"transfers/{missing}/", f"trail/{missing}/"):
        assert _auditor(window, f"/audit/{address}").status == 404
    for person in ("city.officer", "operator.officer", "printers.officer"):
        assert window.of(person).get("/audit/trail/").status == 404


def test_looking_changes_nothing(window: "Window") -> None:
    before = chain.head(_seoul())
    for address in ("/audit/", "/audit/?year=2018&all=1", "/audit/trail/", "/audit/readings/"):
        assert _auditor(window, address).status == 200
    assert chain.head(_seoul()) == before


@pytest.mark.parametrize("address", ["/audit/", "/audit/trail/?since=2017-01-01", "/audit/readings/"])
def test_queries_do_not_grow_with_rows(window: "Window", address: str) -> None:
    browser = window.of("city.auditor")
    with CaptureQueriesContext(connection) as found:
        browser.get(address)
    assert len(found) < 40
