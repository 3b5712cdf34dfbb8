"""신청에서 결정까지 — an officer's life through HTTP: a call, a paper application, its review, its award handed in."""

import re
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from majungmul.books.parties.queries.positions import jurisdiction_named
from majungmul.books.parties.queries.seats import Seat, person_with_login, seats_of
from majungmul.stages.application.queries import Filter, search
from majungmul.stages.review import actions as review_actions
from majungmul.stages.review.queries import review_of
from tests.books.files.samples import pdf
from tests.web.conftest import NOW
from tests.web.window import Browser, Page, Window

CALL = {
    "it__title": "2026년 협동조합 간 협업 지원 2차 공고(가상)",
    "it__opens_on": "2026. 11. 25.",
    "it__opens_hour": "9시",
    "it__closes_on": "2026. 12. 1.",
    "it__closes_hour": "오후 6시",
    "it__contact": "중소기업중앙회 서울지역본부 육성지원 담당",
}
TRADE = {
    "role": "buyer",
    "partners": "경기가상지류조합",
    "item": "겨울 공동 카탈로그 2,000부",
    "period": "12월",
    "amount": "20,000,000",
    "tax": "taxable",
    "payment_method": "transfer",
    "other_support": "없음",
    "effect": "단가 절감(가상)",
}


def seat_of(login: str) -> Seat:
    city = jurisdiction_named("seoul")
    assert city
    person = person_with_login(city.pk, login)
    assert person
    return seats_of(person.pk, NOW.date())[0]


def draft_call(browser: Browser, **otherwise: str) -> Page:
    page = browser.get("/office/calls/").follow("공고 작성")
    account = re.search(r'name="it\.account" value="([0-9a-f-]{36})"', page.html)
    assert account
    return page.send("작성하고", **(CALL | {"it__account": account[1]} | otherwise))


def announced(browser: Browser) -> Page:
    return draft_call(browser).follow("공고하기").send("공고하기")


def on_paper(browser: Browser, call: Page, name: str = "면장갑") -> Page:
    """A paper application of a co-operative, entered step by step."""
    page = call.follow("종이로 받은 신청 적기").send("찾기", name=name).follow("신청 적기")
    page = page.send("다음", came__came_on="2026. 11. 25.", came__came_hour="9:30")
    page = page.send(
        "다음",
        applicant__contact="김보기",
        applicant__phone="02-000-0000",
        applicant__email="a@example.com",
        applicant__ministry="seoul",
        applicant__general_meeting="2026. 2. 20.",
    )
    page = page.send("다음", **{f"trades__0__{code}": value for code, value in TRADE.items()})
    files = {
        f"papers.{code}": SimpleUploadedFile(
            f"{code}.pdf", pdf(b"%" + code.encode() + b"\n"), "application/pdf"
        )
        for code in ("business_registration", "bankbook", "sealed_application")
    }
    return page.send("접수", files=files)


def checked(page: Page) -> Page:
    """Every item of the 자격검토표 answered with 적합."""
    page = page.follow("자격검토표 적기")
    items = re.findall(r'name="(it\.[a-z_]+_answer)"', page.html)
    return page.send("저장", **dict.fromkeys(items, "met"))


def decided(number: str) -> None:
    """The approver decides what was handed in."""
    by = seat_of("operator-approver").actor
    office = seat_of("operator-officer")
    from majungmul.books.parties.queries.sight import own_office  # noqa: PLC0415 - Django is started first

    row = search(own_office(office), Filter(text=number), NOW.date())[0].application
    review = review_of(row)
    assert review
    review_actions.decide(review.pk, by=by, at=NOW, key=f"decide:{number}")


def test_an_application_goes_from_the_call_to_an_award_handed_in(window: Window) -> None:
    browser = window.of("operator.officer")
    call = announced(browser)
    assert call.has("접수 중")
    page = on_paper(browser, call)
    assert page.status == 200
    assert "서울가상면장갑협동조합" in page.h1
    number = re.search(r"2026-신청-\d+", page.text)
    assert number
    page = page.follow("심사 시작").send("심사 시작")
    page = checked(page)
    assert page.has("서류로 확인함")
    page = page.follow("선정으로 결재 올림").send("결재 올림", it__opinion="요건을 모두 갖춤")
    assert page.has("결재를 올렸습니다")
    decided(number[0])
    page = browser.get(page.address).follow("결과 통보").send("결과 통보")
    assert page.has("선정")
    awards = browser.get("/office/awards/")
    assert "결정할 신청이 1건" in awards.h1
    award = awards.follow("결정 작성").send("결정 작성")
    assert "결정을 작성하고 있습니다" in award.h1
    award = award.follow("고쳐 쓰기").send(
        "고친 것 저장", it__amount="1,500,000", it__difference_reason="예산이 줄어듦"
    )
    assert award.has("예산이 줄어듦")
    award = award.follow("결재 올림").send("결재 올림")
    assert "결재 중입니다" in award.h1


def test_what_cannot_be_read_stands_at_its_field_and_all_that_was_typed_is_kept(window: Window) -> None:
    browser = window.of("operator.officer")
    page = draft_call(browser, it__closes_hour="저녁")
    assert page.status == 422
    assert page.has("시각을 읽을 수 없습니다")
    assert CALL["it__title"] in page.html
    page = draft_call(browser, it__closes_on="2026. 11. 20.")
    assert page.status == 422
    assert page.has("접수 마감이 접수 시작보다 늦어야 합니다")


def test_a_correction_is_asked_for_at_a_field(window: Window) -> None:
    browser = window.of("operator.officer")
    page = on_paper(browser, announced(browser))
    empty = page.follow("보완요청").send("보완요청", it__field="trades.0.amount")
    assert empty.status == 422
    assert empty.has("‘무엇을 보완합니까’ 칸이 비어 있습니다")
    page = empty.send("보완요청", it__field="trades.0.amount", it__what="부가세를 뺀 금액으로 적어 주십시오.")
    assert page.status == 200
    assert page.has("보완 중")
    assert page.has("부가세를 뺀 금액으로 적어 주십시오.")


def test_several_are_begun_at_once_and_one_refused_stops_nothing(window: Window) -> None:
    browser = window.of("operator.officer")
    call = announced(browser)
    pages = [on_paper(browser, call, name) for name in ("면장갑", "차정비")]
    keys = [re.search(r"applications/([0-9a-f-]{36})/", page.address)[1] for page in pages]  # type: ignore[index]
    told = next(row for row in _keys(browser, "told"))
    ask = browser.get(
        "/office/applications/at-once/begin/?" + "&".join(f"row={key}" for key in [*keys, told])
    )
    assert "2건의 심사를 시작합니다" in ask.h1
    assert ask.has("하지 않는 신청 1건")
    form = ask.form("건 심사 시작")
    values: dict[str, Any] = form.fields | {"row": [*keys, told]}
    done = browser.send(ask.address, values)
    assert "3건 가운데 2건을 마쳤습니다" in done.h1
    assert "3건 가운데 2건을 마쳤습니다" in browser.send(ask.address, values).h1
    assert browser.get("/office/applications/?show=checking").has("검토 중 2")


def test_an_item_that_is_not_met_needs_its_own_reason(window: Window) -> None:
    browser = window.of("operator.officer")
    page = on_paper(browser, announced(browser)).follow("심사 시작").send("심사 시작")
    page = page.follow("자격검토표 적기")
    items = re.findall(r'name="(it\.[a-z_]+_answer)"', page.html)
    said = dict.fromkeys(items, "met") | {items[0]: "not_met"}
    refused = page.send("저장", **said)
    assert refused.status == 422
    assert refused.has("부적합으로 본 까닭을 적어 주십시오")
    reason = items[0].replace("_answer", "_reason")
    page = page.send("저장", **said, **{reason: "서울 밖의 조합임"})
    assert page.has("서울 밖의 조합임")
    refused = page.follow("선정으로 결재 올림").send("결재 올림", it__opinion="의견")
    assert refused.status == 422
    assert (
        page.follow("선정 제외로 결재 올림").send("결재 올림", it__opinion="서울 밖의 조합임").has("결재 중")
    )


def test_filters_are_kept_as_a_view_of_ones_own(window: Window) -> None:
    browser = window.of("operator.officer")
    page = browser.get("/office/applications/?show=told&q=인쇄")
    assert page.h1.startswith("결과를 알린 신청")
    page = page.send("저장", name="인쇄 것")
    assert any(label == "인쇄 것" for _, label in page.links())
    assert not any(label == "인쇄 것" for _, label in window.of("operator.second").get("/office/").links())


def test_anothers_application_is_not_there(window: Window) -> None:
    grants = window.of("city.officer").get("/city/awards/")
    assert grants.status
    missing = window.of("operator.officer").get("/office/applications/01a214b8-0000-7000-8000-000000000000/")
    assert missing.status == 404
    assert window.of("printers.officer").get("/office/applications/").status == 404


def test_a_list_asks_no_more_for_more_rows(window: Window, count_queries: Any) -> None:
    browser = window.of("operator.officer")
    few = count_queries(lambda: browser.get("/office/applications/?q=인쇄"))
    many = count_queries(lambda: browser.get("/office/applications/"))
    assert many <= few


@pytest.fixture
def count_queries() -> Any:
    from django.db import connection  # noqa: PLC0415 - Django is started first
    from django.test.utils import CaptureQueriesContext  # noqa: PLC0415

    def counted(deed: Any) -> int:
        with CaptureQueriesContext(connection) as caught:
            deed()
        return len(caught)

    return counted


def _keys(browser: Browser, shown: str) -> list[str]:
    html = browser.get(f"/office/applications/?show={shown}").html
    return re.findall(r'href="/office/applications/([0-9a-f-]{36})/"', html)
