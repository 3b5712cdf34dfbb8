"""The people of a life in the browser: each before a window of their own, all noting into one list what is wrong."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from tests.books.files.samples import pdf
from tests.web.browser.conftest import Looker, window_of
from tests.web.crawling import shape_of

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

PHONE = {"width": 375, "height": 800}
OFFICER, APPROVER = "중앙회 담당자", "중앙회 결재자"
CITY, AUDITOR = "시 담당자", "감사"
FLORISTS = "협동조합 가 (꽃도매)"
BODY = "서울가상꽃도매협동조합"


@dataclass
class People:
    """Whoever has come in so far, and which shapes of page have been looked at."""

    chrome: "Browser"
    site: str
    papers: Path
    """Where the files are that they hand in."""
    wrong: list[str] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)
    looks: bool = True
    known: dict[str, str] = field(default_factory=dict)
    """What one told another: a number, an address."""
    _there: dict[str, Looker] = field(default_factory=dict)

    def of(self, name: str) -> Looker:
        """Somebody of the demo, who came in by one press; an empty name: nobody."""
        if name not in self._there:
            extra = {"viewport": PHONE} if name == APPROVER else {}
            page = window_of(self.chrome, self.site, **extra).new_page()
            page.set_default_timeout(20_000)
            self._there[name] = Looker(page, self.site, self.wrong)
            if name:
                self._there[name].enter(name)
        return self._there[name]

    def scan(self, name: str) -> Path:
        """A paper that was scanned."""
        path = self.papers / f"{name}.pdf"
        path.write_bytes(pdf(name.encode()))
        return path

    def look(self, page: "Page", state: str = "") -> None:
        """axe and the widths, once for each shape of address and each state that is named."""
        looker = next(each for each in self._there.values() if each.page is page)
        shape = shape_of(urlsplit(page.url).path) + state
        if self.looks and shape not in self.seen:
            self.seen.add(shape)
            before = page.viewport_size
            looker.look(is_paper="/papers/" in shape and shape.startswith("/rows/"))
            if before:
                page.set_viewport_size(before)


Step = Callable[[People], None]


def press(page: "Page", name: str) -> None:
    """The first button of this name, and the page that it leads to."""
    page.get_by_role("button", name=name).first.click()


def follow(page: "Page", name: str) -> None:
    """The first link of this name."""
    page.get_by_role("link", name=name).first.click()


def turn_to(page: "Page", name: str) -> None:
    """A page of the menu: on a phone it is folded."""
    folded = page.locator("details.whole-menu summary")
    if folded.is_visible():
        folded.click()
        page.get_by_role("navigation", name="전체 메뉴").get_by_role("link", name=name, exact=True).click()
    else:
        page.get_by_role("navigation", name="주 메뉴").get_by_role("link", name=name, exact=True).click()


def fill(page: "Page", **typed: str) -> None:
    """Fields by name, `it__reason` for `it.reason`; a choice is pressed, a list chosen from, the rest typed."""
    for name, value in typed.items():
        place = name.replace("__", ".")
        one = page.locator(f'[name="{place}"]').first
        kind = one.evaluate("one => one.type")
        if kind == "radio":
            page.locator(f'[name="{place}"][value="{value}"]').check()
        elif kind == "select-one":
            one.select_option(value)
        else:
            one.fill(value)


def headline(page: "Page") -> str:
    """The page's h1."""
    return page.locator("h1").inner_text()


def has(page: "Page", words: str) -> bool:
    """Whether the page says so."""
    return words in " ".join(page.locator("body").inner_text().split())
