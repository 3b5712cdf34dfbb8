"""What the tests of applying start from: what a co-operative types, and how far it has come."""

from typing import Any
from uuid import UUID

from django.core.files.uploadedfile import SimpleUploadedFile

from majungmul.books.trail import drafts
from majungmul.stages.application.queries import DRAFT, applications_by
from majungmul.stages.application.states import OVER
from tests.books.files.samples import pdf
from tests.web.applicant.opened import TITLE, actor, body_of
from tests.web.window import Browser, Page

WHO = "gloves.officer"
APPLICANT: dict[str, Any] = {"applicant__ministry": "seoul", "applicant__general_meeting": "2026. 2. 20."}
TRADE = {
    "role": "buyer",
    "partners": "경기가상지류협동조합",
    "item": "작업용 장갑",
    "period": "12월",
    "amount": "27,418,905",
    "tax": "taxable",
    "payment_method": "transfer",
    "other_support": "없음",
    "effect": "구매단가 8% 절감",
}


def trade(number: int, **other: str) -> dict[str, Any]:
    return {f"trades__{number}__{code}": value for code, value in (TRADE | other).items()}


def scan(name: str) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, pdf(name.encode()), "application/pdf")


def to_trades(browser: Browser, call: UUID) -> Page:
    return browser.get(f"/mine/calls/{call}/apply/?step=applicant").send("다음: 거래계획", **APPLICANT)


def to_papers(browser: Browser, call: UUID) -> Page:
    return to_trades(browser, call).send("다음: 서류", **trade(0))


def to_last(browser: Browser, call: UUID) -> Page:
    files = {
        f"papers.{slot}": scan(f"{slot}.pdf")
        for slot in ("business_registration", "bankbook", "sealed_application")
    }
    return to_papers(browser, call).send("다음: 미리보기와 제출", files=files)


def drafted(call: UUID) -> dict[str, Any]:
    found = drafts.of(DRAFT, call, by=actor(WHO))
    assert found
    content: dict[str, Any] = found.content
    return content


def live(who: str = WHO) -> list[Any]:
    return [
        each for each in applications_by(body_of(who)) if each.call.title == TITLE and each.state not in OVER
    ]
