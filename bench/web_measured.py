"""창구의 측정 — in one process, without a server around it; by `bench.web`."""

import gzip
import re
import sys
import warnings
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median
from time import process_time
from typing import Any
from uuid import UUID

from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from majungmul.story.whole import tell_all
from majungmul.web import asked
from tests.books.files.samples import pdf
from tests.web.applicant.opened import open_call
from tests.web.conftest import NOW
from tests.web.window import Browser, Page, Window

CALLS = 20
TIMES = 20
WRITERS = ("gloves", "travel", "garages", "grocers", "lights", "salt", "steel", "plumbers")
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
SLOTS = ("business_registration", "bankbook", "sealed_application")


def run() -> None:
    """Tell the story, open twenty calls, and measure."""
    warnings.simplefilter("ignore")  # no static files are gathered here
    call_command("migrate", verbosity=0)
    tell_all(NOW.date())
    asked.now = lambda: NOW
    window = Window(Path(settings.HOME))
    few = _queries(window.nobody(), "/calls/")
    calls = [open_call() for _ in range(CALLS)]
    many = _queries(window.nobody(), "/calls/")
    print(f"공고 {CALLS}건을 더 열기 전과 뒤의 물음: {few} → {many}")
    for title, browser, address in (
        ("첫 화면", window.nobody(), "/"),
        (f"공고 목록({CALLS}건 넘게)", window.nobody(), "/calls/"),
        ("신청서 한 단계", window.of("gloves.officer"), f"/mine/calls/{calls[0]}/apply/?step=applicant"),
        ("내 신청", window.of("printers.officer"), "/mine/"),
        ("오늘 할 일", window.of("operator.officer"), "/office/"),
        ("신청 목록", window.of("operator.officer"), "/office/applications/"),
        ("연간 현황", window.of("city.officer"), "/city/"),
        ("원장", window.of("city.auditor"), "/audit/"),
    ):
        _measure(title, browser, address)
    _hand_in(window, calls[0])
    _weigh(window)
    sys.exit(few != many)


def _measure(title: str, browser: Browser, address: str) -> None:
    browser.get(address)
    spent = median(_cpu(lambda: browser.client.get(address)) for _ in range(TIMES))
    print(f"{title:<16} CPU {spent:6.1f} ms · 물음 {_queries(browser, address)}")


def _cpu(deed: Callable[[], Any]) -> float:
    began = process_time()
    deed()
    return (process_time() - began) * 1_000


def _queries(browser: Browser, address: str) -> int:
    browser.client.get(address)
    with CaptureQueriesContext(connection) as asked_for:
        browser.client.get(address)
    return len(asked_for)


def _hand_in(window: Window, call: UUID) -> None:
    """The last press of each of some co-operatives."""
    spent = []
    for number, who in enumerate(WRITERS):
        last = _to_last(window.of(f"{who}.officer"), call, f"장갑 {number}")
        spent.append(_cpu(partial(last.send, "신청서 제출")))
    print(f"신청서 제출(접수증까지) CPU {median(spent):6.1f} ms")


def _to_last(browser: Browser, call: UUID, item: str) -> Page:
    page = browser.get(f"/mine/calls/{call}/apply/?step=applicant")
    page = page.send("다음: 거래계획", applicant__ministry="seoul", applicant__general_meeting="2026. 2. 20.")
    trade = {f"trades__0__{code}": value for code, value in (TRADE | {"item": item}).items()}
    page = page.send("다음: 서류", **trade)
    files = {f"papers.{slot}": SimpleUploadedFile(f"{slot}.pdf", pdf(slot.encode())) for slot in SLOTS}
    return page.send("다음: 미리보기와 제출", files=files)


def _weigh(window: Window) -> None:
    """What a first visit carries, besides fonts and pictures, as it is sent."""
    html = window.nobody().get("/").html
    root = Path(settings.STATIC_ROOT if Path(settings.STATIC_ROOT).is_dir() else ".majungmul/static")
    weights = {"html": len(gzip.compress(html.encode()))}
    for name in re.findall(r'(?:href|src)="/static/([^"]+\.(?:css|js))"', html):
        stem, _, ending = name.rpartition(".")
        found = [*root.glob(f"{stem}.*.{ending}.gz")]
        weights[name] = found[0].stat().st_size if found else 0
    print("첫 화면의 무게:", ", ".join(f"{name} {size / 1000:.1f} KB" for name, size in weights.items()))
    print(f"모두 {sum(weights.values()) / 1000:.1f} KB (글꼴과 그림은 따로)")
