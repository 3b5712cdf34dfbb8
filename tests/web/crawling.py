"""Walking through all pages: every link of every page, as far as pages of one shape differ."""

import re
from collections import Counter, deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from tests.web.window import Browser, Page

ID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
NUMBER = re.compile(r"(?<=/)\d+(?=/)|(?<==)[^&]+")
OF_A_SHAPE = 3
"""So many pages of one shape (`/mine/awards/<id>/`) are opened: the first, and others with other rows."""

KOREAN = re.compile(r"[가-힣]")
WORD = re.compile(r"[A-Za-z]{2,}")
KNOWN = frozenset(
    {"PDF", "JPG", "PNG", "CSV", "XLSX", "HWPX", "HWP", "MB", "PL", "TOML", "Ctrl", "BOM", "SQLite", "dpi"}
)
"""Signs that are no English sentence."""
SAID = ("Product Liability Insurance",)
"""What the plan itself says in English."""


@dataclass
class Walk:
    """What was seen by one person: pages, and what is wrong with them."""

    pages: list[Page] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)


def walk(browser: Browser, starts: list[str], under: tuple[str, ...] = ("/",)) -> Walk:
    """Open every page that links lead to, from these on, whose address begins with one of `under`."""
    found = Walk()
    shapes: Counter[str] = Counter()
    waiting = deque((address, "") for address in starts)
    seen = set(starts)
    while waiting:
        address, from_page = waiting.popleft()
        shape = shape_of(address)
        shapes[shape] += 1
        if shapes[shape] > OF_A_SHAPE:
            continue
        page = browser.get(address)
        found.pages.append(page)
        found.wrong += [f"{address} (from {from_page}): {what}" for what in faults_of(page)]
        for link, label in page.links():
            parts = urlsplit(link)
            if parts.scheme or parts.netloc:
                found.wrong.append(f"{address}: 다른 곳으로 가는 링크 {link}")
            elif not label:
                found.wrong.append(f"{address}: 이름 없는 링크 {link}")
            to = f"{parts.path}{'?' + parts.query if parts.query else ''}"
            if to.startswith(under) and to not in seen:
                seen.add(to)
                waiting.append((to, address))
    return found


def shape_of(address: str) -> str:
    """The address with its ids and values taken out."""
    return NUMBER.sub("…", ID.sub("…", address))


def faults_of(page: Page) -> Iterator[str]:
    """What no page may have."""
    if page.status != 200:
        yield f"상태 {page.status}"
        return
    if not page.html or "sha256-" in page.headers.get("Content-Security-Policy", ""):
        return  # a file, or a paper: it is tried by its own tests
    if page.html.count("<h1") != 1:
        yield f"h1이 {page.html.count('<h1')}개"
    if re.search(r"\sstyle=", page.html) or re.search(r"<script(?![^>]*\bsrc=)", page.html):
        yield "쪽 안에 적은 style 이나 script"
    twice = [name for name, times in Counter(page.parsed.ids).items() if times > 1]
    if twice:
        yield f"두 번 쓴 id {twice}"
    if "<main" not in page.html or not KOREAN.search(page.text):
        yield "본문 없음"
    yield from _english_in(page)
    yield from (
        f"쓰지 않는 말: {word}" for word in ("에러", "실패", "잘못된 입력", "유효하지") if word in page.text
    )
    if "None" in page.text or "Undefined" in page.text:
        yield "값이 없는 자리"


def _english_in(page: Page) -> Iterator[str]:
    """Two English words in a row, which no Korean page has."""
    for found in re.finditer(r"\b[A-Za-z]{2,}(?: [A-Za-z]{2,})+\b", page.text):
        words = found[0].split()
        if found[0] not in SAID and not all(word in KNOWN or word.isupper() for word in words):
            yield f"영어: {found[0]}"
