"""`./run bench pictures`: the main pages of the demo as pictures, at 1280 and at 375 px, into docs/pictures."""

import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from shutil import which
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "docs" / "pictures"
COMMAND = "import sys; from majungmul.console.main import main; sys.exit(main())"
PORT = 8099
ADDRESS = f"http://127.0.0.1:{PORT}"
WIDTHS = {1280: 900, 375: 800}
TALLEST = 2400


@dataclass(frozen=True, slots=True)
class Picture:
    """그림 — its name, who looks, at which address; then the first link that goes to such a one, and so on."""

    name: str
    who: str
    address: str
    then: tuple[str, ...] = ()


PICTURES = (
    Picture("home", "", "/"),
    Picture("guide", "", "/programmes/", (r"^/programmes/trade_collaboration/",)),
    Picture("calls", "", "/calls/"),
    Picture("apply", "florists-officer", "/mine/calls/", (r"/apply/",)),
    Picture("mine", "printers-officer", "/mine/"),
    Picture("today", "operator-officer", "/office/"),
    Picture("claims", "operator-officer", "/office/claims/"),
    Picture("payment", "operator-officer", "/office/claims/", (r"^/office/claims/[0-9a-f-]{36}/$",)),
    Picture("inbox", "operator-approver", "/approval/"),
    Picture("approval", "operator-approver", "/approval/", (r"^/approval/[a-z-]+/[0-9a-f-]{36}/$",)),
    Picture("year", "city-officer", "/city/"),
    Picture("plan", "city-officer", "/city/plan/?year=2018"),
    Picture("ledger", "city-auditor", "/audit/"),
)


def run() -> int:
    """Make them all; 1 where a page is not there, or is wider than its window."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - other measurements need no browser

    FOLDER.mkdir(parents=True, exist_ok=True)
    wrong = 0
    with served(), sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=which("chromium") or which("chromium-browser"), args=["--no-sandbox"]
        )
        for picture in PICTURES:
            page = browser.new_context(locale="ko-KR").new_page()
            page.set_default_timeout(10_000)
            for problem in _taken(page, picture):
                print(f"{picture.name}: {problem}")
                wrong = 1
            page.context.close()
        browser.close()
    print(f"{FOLDER} 에 {len(PICTURES) * len(WIDTHS)}장")
    return wrong


@contextmanager
def served() -> Iterator[None]:
    """The demo, until the pictures are made."""
    command = [sys.executable, "-c", COMMAND, "demo", "--port", str(PORT)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as running:  # noqa: S603 - ours
        try:
            if not any(ADDRESS in line for line in running.stdout or ()):
                sys.exit("연습 자료의 창구가 열리지 않았습니다.")
            yield
        finally:
            running.send_signal(signal.SIGTERM)


def _taken(page: "Page", picture: Picture) -> Iterator[str]:
    """The picture at each width; what is wrong with it, in words."""
    if picture.who:
        page.goto(f"{ADDRESS}/demo/")
        page.click(f'form:has(input[value="{picture.who}"]) button')
    page.goto(f"{ADDRESS}{picture.address}")
    for pattern in picture.then:
        links = [link.get_attribute("href") or "" for link in page.locator("main a").all()]
        found = next((link for link in links if re.search(pattern, link)), None)
        if found is None:
            yield f"‘{pattern}’ 로 가는 링크가 없습니다"
            return
        answer = page.goto(f"{ADDRESS}{found}")
        if answer is None or not answer.ok:
            yield f"{found} 이(가) 열리지 않습니다"
    for width, height in WIDTHS.items():
        page.set_viewport_size({"width": width, "height": height})
        whole = int(page.evaluate("document.documentElement.scrollHeight"))
        if page.evaluate("document.documentElement.scrollWidth") > width:
            yield f"{width} px 보다 넓습니다"
        page.set_viewport_size({"width": width, "height": min(max(whole, height), TALLEST)})
        page.screenshot(path=FOLDER / f"{picture.name}-{width}.png")
