"""교부·보고 — what the operator received, spent, and owes the city: claims, reports, its letter."""

from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from tests.web.officer.test_orders import picture
from tests.web.window import Page, Window


def grant(window: Window) -> Page:
    return window.of("operator.officer").get("/office/grants/").follow("항목마다 보기")


def papers() -> dict[str, SimpleUploadedFile]:
    return {"papers.settlement_statement": picture(), "papers.bank_statement": picture()}


def test_the_grant_of_the_year_in_a_sentence(window: Window) -> None:
    page = window.of("operator.officer").get("/office/grants/")
    assert page.h1 == "2026년 교부결정 300,000,000원 가운데 146,000,000원을 받았습니다"
    assert page.has("집행잔액")


def test_a_grant_line_by_line(window: Window) -> None:
    page = grant(window)
    assert page.status == 200
    assert page.has("협업사업 지원금")
    assert page.has("34,731,000")
    assert len(page.parsed.ids) == len(set(page.parsed.ids))


def test_an_earlier_grant_with_its_settlement(window: Window) -> None:
    page = window.of("operator.officer").get("/office/grants/")
    links = [address for address, label in page.links() if "2018년" in label]
    assert links
    assert page.browser.get(links[0]).has("금액 확정 통지서")


def test_the_fourth_quarter_is_reported(window: Window) -> None:
    page = grant(window).follow("수행상황 보고")
    wrong = page.send("보고", it__summary="", it__period="q4")
    assert wrong.status == 422
    assert "it.summary-error" in wrong.html
    done = page.send(
        "보고", it__summary="9개 조합의 거래를 마침(가상)", it__period="q4", it__number="서울지역-399"
    )
    assert done.status == 422
    assert "it.on-error" in done.html
    done = done.send("보고", it__on="2026. 11. 25.")
    assert done.has("4분기 수행상황보고서")


def test_an_instalment_before_the_check_is_refused_in_a_sentence(window: Window) -> None:
    page = grant(window).follow("교부청구")
    sent = page.send("교부청구", it__amount_1="1,000,000", it__amount_2="0")
    assert sent.status in (200, 422)
    assert sent.has("교부를 청구했습니다") or sent.has("중간점검")


def test_the_report_names_what_is_not_settled(window: Window) -> None:
    page = grant(window).follow("실적보고")
    assert page.status == 200
    reasons: dict[str, Any] = {
        name.replace(".", "__"): "반품을 확인하는 중(가상)"
        for name in page.form("실적보고").fields
        if ".reason_" in name
    }
    wrong = page.send("실적보고", files=papers(), it__summary="", **reasons)
    assert wrong.status == 422
    done = page.send("실적보고", files=papers(), it__summary="모두 지급함(가상)", **reasons)
    assert done.has("실적을 보고했습니다")


def test_a_grant_is_not_there_for_a_cooperative(window: Window) -> None:
    assert window.of("printers.officer").get(grant(window).address).status == 404


def test_a_file_that_is_no_paper_is_refused_at_its_slot(window: Window) -> None:
    page = grant(window).follow("실적보고")
    bad = SimpleUploadedFile("나쁜.exe", b"MZ\x00\x01", "application/octet-stream")
    sent = page.send("실적보고", files={"papers.settlement_statement": bad}, it__summary="모두 지급함(가상)")
    assert sent.status == 422
    assert "papers.settlement_statement-error" in sent.html


def test_money_is_moved_between_lines(window: Window) -> None:
    page = grant(window).follow("변경 신청")
    lines = [each.split('"')[0] for each in page.html.split('name="it.line" value="')[1:]]
    said: dict[str, Any] = {
        "it__kind": "distribution",
        "it__line": lines[1],
        "it__to_line": lines[0],
        "it__reason": "더 필요함(가상)",
    }
    wrong = page.send("변경 신청", it__amount="900,000,000", **said)
    assert wrong.status == 422
    assert "it.amount-error" in wrong.html
    done = page.send("변경 신청", it__amount="100,000", **said)
    assert done.has("변경을 신청했습니다")
    assert done.has("사업비 배분 변경")
