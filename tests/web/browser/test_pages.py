"""Each shape of page in Chromium, as the role it is for: axe, widths, styles, console, other hosts."""

import pytest

from tests.web.browser.conftest import Looker
from tests.web.crawling import shape_of

EVERYBODYS = (
    "/calls/",
    "/programmes/",
    "/results/",
    "/receipt/",
    "/confirm/",
    "/proof/",
    "/about/",
    "/account/login/",
)
STARTS: dict[str, tuple[str, tuple[str, ...]]] = {
    "": ("/", EVERYBODYS),
    "시 담당자": ("/city/", ("/city/", "/account/")),
    "중앙회 담당자": ("/office/", ("/office/", "/account/")),
    "중앙회 결재자": ("/approval/", ("/approval/",)),
    "협동조합 나 (인쇄)": ("/mine/", ("/mine/", "/account/")),
    "감사": ("/audit/", ("/audit/",)),
}
"""Where each begins, and what of the links is looked at."""

NO_PAGES = (
    "/files/",
    "/papers/",
    ".csv",
    ".toml",
    "/notice/",
    "/amendments/",
    "/sheet/",
    "/file/",
    "/export/",
)


@pytest.mark.parametrize("name", STARTS)
def test_every_shape_of_page_is_clean(looker: Looker, name: str) -> None:
    start, under = STARTS[name]
    if name:
        looker.enter(name)
    waiting, shapes = [start], set()
    while waiting:
        address = waiting.pop(0).partition("#")[0]
        if shape_of(address.partition("?")[0]) in shapes:
            continue
        shapes.add(shape_of(address.partition("?")[0]))
        looker.page.goto(address)
        looker.look()
        links = looker.page.eval_on_selector_all("a[href]", "links => links.map(a => a.getAttribute('href'))")
        waiting += [
            link for link in links if link.startswith(under) and not any(no in link for no in NO_PAGES)
        ]
    assert looker.wrong == []
    assert len(looker.looked) > 1
