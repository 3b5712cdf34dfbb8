"""Chromium before the demo's server: its pages with their styles, looked at by axe."""

import fcntl
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import pytest

from tests.web.chromium import MISSING, chromium

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

ROOT = Path(__file__).parents[3]
WIDE, NARROW = 1280, 375
PATIENCE = 60
MAIN = "import sys; from majungmul.console.main import main; sys.exit(main())"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"]


@pytest.fixture(scope="session")
def gathered(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the gathered static files: those of this clone, gathered now where they are missing or old."""
    command = [sys.executable, "-c", MAIN, "assets"]
    base = tmp_path_factory.getbasetemp()
    base = base.parent if base.name.startswith("popen-") else base
    with (base / "assets.lock").open("w") as lock:  # two workers of xdist do not gather at once
        fcntl.flock(lock, fcntl.LOCK_EX)
        done = subprocess.run(command, cwd=ROOT, env=outer(), capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.skip(f"화면 자산을 받지 못했습니다: {(done.stderr or done.stdout).strip().splitlines()[-1:]}")
    return ROOT / ".majungmul"


def outer() -> dict[str, str]:
    """The environment without what points at books of this process."""
    own = ("DATABASE_URL", "MAJUNGMUL_HOME", "MAJUNGMUL_DEMO")
    return {name: value for name, value in os.environ.items() if name not in own}  # noqa: TID251 (handed on)


@pytest.fixture(scope="module")
def home(story: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the story: its database and its files."""
    home = tmp_path_factory.mktemp("site") / "home"
    shutil.copytree(story, home)
    return home


@pytest.fixture(scope="module")
def site(home: Path, gathered: Path) -> Iterator[str]:
    """The address of a demo on a copy of the story."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    env = outer() | {"MAJUNGMUL_HOME": str(home), "MAJUNGMUL_DEMO": "1", "MAJUNGMUL_ASSETS": str(gathered)}
    command = [
        *(sys.executable, "-m", "granian", "--interface", "wsgi", "--host", "127.0.0.1", "--port", str(port)),
        *("--workers", "1", "--blocking-threads", "4", "--no-ws", "tests.web.served:application"),
    ]
    log = home.parent / "server.log"
    with (
        log.open("wb") as out,
        subprocess.Popen(command, cwd=ROOT, env=env, stdout=out, stderr=out) as server,
    ):
        try:
            _wait(port, log)
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()


def _wait(port: int, log: Path) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        with socket.socket() as trying:
            trying.settimeout(1)
            if trying.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    pytest.fail(f"서버가 뜨지 않았습니다:\n{log.read_text()}")


@pytest.fixture(scope="module")
def chrome() -> "Iterator[Browser]":
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - needed here alone

    path = chromium()
    if not path:
        pytest.skip(MISSING)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()


def window_of(chrome: "Browser", site: str, **other: Any) -> "BrowserContext":
    """A window of its own, as a person at a desk has it: its own session, Korean."""
    return chrome.new_context(
        **{"base_url": site, "viewport": {"width": WIDE, "height": 900}, "locale": "ko-KR"} | other
    )


@pytest.fixture(scope="module")
def context(chrome: "Browser", site: str) -> "BrowserContext":
    return window_of(chrome, site)


@dataclass
class Looker:
    """A person before the browser, who notes what is wrong with each page."""

    page: "Page"
    site: str
    wrong: list[str] = field(default_factory=list)
    looked: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.page.on("console", self._console)
        self.page.on("pageerror", lambda error: self.wrong.append(f"{self.page.url}: {error}"))
        self.page.on("request", self._request)

    def _console(self, message: Any) -> None:
        # The browser itself reports an answer of 4xx, which is what a form with mistakes gets.
        if message.type == "error" and "status of 4" not in message.text:
            self.wrong.append(f"{self.page.url}: {message.text}")

    def _request(self, request: Any) -> None:
        if not request.url.startswith((self.site, "data:", "blob:", "about:")):
            self.wrong.append(f"{self.page.url}: 다른 곳에 물음 {request.url}")

    def enter(self, name: str) -> None:
        """Log in by one press as somebody of the demo."""
        self.page.goto("/demo/")
        self.page.get_by_role("button", name=f"{name}로 들어가기").click()

    def press(self, name: str) -> None:
        self.page.get_by_role("button", name=name).first.click()

    def follow(self, name: str) -> None:
        self.page.get_by_role("link", name=name).first.click()

    def look(self, *, is_paper: bool = False) -> None:
        """axe and the width of the page, at 1280 and at 375; a paper has a sheet of its own."""
        address = urlsplit(self.page.url).path
        self.looked.add(address)
        with _axe(self.page) as found_by_axe:
            for width in (WIDE, NARROW):
                self.page.set_viewport_size({"width": width, "height": 900})
                found = (*(() if is_paper else self._styled()), *self._beyond(width), *found_by_axe())
                self.wrong += [f"{address} ({width}): {what}" for what in found]
        self.page.set_viewport_size({"width": WIDE, "height": 900})

    def _styled(self) -> list[str]:
        """Whether the stylesheets are there: a scan without them finds nothing."""
        rules = self.page.evaluate(
            "[...document.styleSheets].map(sheet => sheet.cssRules.length).reduce((a, b) => a + b, 0)"
        )
        font = self.page.evaluate("getComputedStyle(document.documentElement).fontSize")
        return [] if rules > 500 and font != "16px" else [f"스타일이 없습니다 ({rules}, {font})"]

    def _beyond(self, width: int) -> list[str]:
        """What stands beyond the right edge, which `overflow: hidden` would hide."""
        found = self.page.evaluate(BEYOND, width)
        return [f"오른쪽으로 넘침 {each}" for each in found]


BEYOND = """width => [...document.querySelectorAll('body *')].filter(e => {
  const r = e.getBoundingClientRect(), s = getComputedStyle(e);
  if (r.width === 0 || r.height === 0 || s.position === 'fixed' || s.visibility === 'hidden') return false;
  if (e.closest('.sr-only, .skip, svg, .scrollx, .scroll, details:not([open])')) return false;
  return r.right > width + 1;
}).slice(0, 3).map(e => e.tagName + '.' + e.className + ' ' + Math.round(e.getBoundingClientRect().right))"""


@contextmanager
def _axe(page: "Page") -> "Iterator[Callable[[], list[str]]]":
    """What axe finds, run in a world of its own: the page's policy would refuse it. Its source is given once."""
    session = page.context.new_cdp_session(page)
    frame = session.send("Page.getFrameTree")["frameTree"]["frame"]["id"]
    world = session.send("Page.createIsolatedWorld", {"frameId": frame, "worldName": "axe"})[
        "executionContextId"
    ]
    _run(session, world, _source())
    program = (
        f"axe.run({{runOnly: {TAGS}, preload: false, resultTypes: ['violations']}})"
        ".then(r => r.violations.map(v => v.id + ': '"
        " + v.nodes.slice(0, 2).map(n => n.html.slice(0, 120)).join(' | ')))"
    )
    yield lambda: list(_run(session, world, program))
    session.detach()


def _run(session: Any, world: int, program: str) -> Any:
    said = session.send(
        "Runtime.evaluate",
        {"expression": program, "contextId": world, "awaitPromise": True, "returnByValue": True},
    )
    assert "exceptionDetails" not in said, said["exceptionDetails"]
    return said["result"].get("value")


@cache
def _source() -> str:
    import axe_playwright_python  # noqa: PLC0415 - needed here alone

    return (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text() + "; 0"


@pytest.fixture
def looker(context: "BrowserContext", site: str) -> "Iterator[Looker]":
    page = context.new_page()
    yield Looker(page, site)
    page.close()
