"""The city's pages: every one opens, none changes anything by being looked at, others' rows are not there."""

from typing import TYPE_CHECKING

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from majungmul.books.ledger.queries import lines_of, whole
from majungmul.books.parties.queries.positions import jurisdiction_named
from majungmul.books.trail import chain
from majungmul.web.words import won

if TYPE_CHECKING:
    from uuid import UUID

    from tests.web.window import Window

ADDRESSES = (
    "/city/",
    "/city/?year=2018",
    "/city/today/",
    "/city/seals/",
    "/city/awards/",
    "/city/awards/?year=2018",
    "/city/settlements/",
    "/city/settlements/?year=2018",
    "/city/plan/",
    "/city/plan/?year=2018",
)


def _seoul() -> "UUID":
    found = jurisdiction_named("seoul")
    assert found
    return found.pk


@pytest.mark.parametrize("person", ["city.officer", "city.approver"])
def test_every_page_and_every_page_behind_it_opens_and_changes_nothing(window: "Window", person: str) -> None:
    browser, before, seen = window.of(person), chain.head(_seoul()), set(ADDRESSES)
    waiting = list(ADDRESSES)
    while waiting:
        at = waiting.pop()
        page = browser.get(at)
        assert page.status == 200, at
        assert page.h1
        assert len(page.parsed.ids) == len(set(page.parsed.ids)), at
        behind = {to.split("#")[0] for to, _ in page.links() if to.startswith("/city/")} - seen
        seen |= behind
        waiting += [to for to in behind if "/go/" not in to and not to.endswith("/file/")]
    assert chain.head(_seoul()) == before


def test_the_year_says_what_the_ledger_says(window: "Window") -> None:
    page = window.of("city.officer").get("/city/")
    figures = whole(lines_of(_seoul(), 2026))
    for amount in (figures.appropriated, figures.disbursed, figures.paid):
        assert page.has(won(amount))
    assert page.h1.startswith("2026년 예산의 ")


def test_the_plan_is_the_paper_with_its_findings_beside(window: "Window") -> None:
    page = window.of("city.officer").get("/city/plan/?year=2018")
    assert page.has("적힌 금액이 500원 다릅니다")
    assert page.has("차례를 살펴 주십시오")
    assert page.has("217,124,790")
    assert page.has("합계가 모두 맞습니다")


def test_the_plan_is_exported_as_its_file(window: "Window") -> None:
    browser = window.of("city.officer")
    address = next(at for at, words in browser.get("/city/plan/?year=2018").links() if "내보내기" in words)
    answer = browser.client.get(address)
    assert answer.status_code == 200
    assert b"217_125_290" in answer.content or b"217,125,290" in answer.content


def test_a_duty_leads_to_its_page_and_is_finished_in_words(window: "Window") -> None:
    today = window.of("city.officer").get("/city/today/")
    finish = today.browser.get(next(at for at, _ in today.links() if at.endswith("/finish/")))
    wrong = finish.send("마침", it__note="")
    assert wrong.status == 422
    done = finish.send("마침", it__note="전화로 확인함")
    assert done.has("할 일을 마쳤습니다")


@pytest.mark.parametrize("person", ["operator.officer", "printers.officer", "city.auditor"])
def test_others_do_not_see_the_citys_pages(window: "Window", person: str) -> None:
    for address in ("/city/", "/city/seals/", "/city/plan/"):
        assert window.of(person).get(address).status == 404


def test_what_is_not_the_citys_is_not_there(window: "Window") -> None:
    missing = "01a214b8-0000-7000-8000-000000000000"
    browser = window.of("city.officer")
    for address in (
        f"awards/{missing}/",
        f"settlements/{missing}/",
        f"awards/designations/{missing}/",
        f"plan/{missing}/submit/",
        f"settlements/refunds/{missing}/",
    ):
        assert browser.get(f"/city/{address}").status == 404


@pytest.mark.parametrize("address", ADDRESSES)
def test_queries_stay_few(window: "Window", address: str) -> None:
    browser = window.of("city.officer")
    with CaptureQueriesContext(connection) as found:
        browser.get(address)
    assert len(found) < 40
