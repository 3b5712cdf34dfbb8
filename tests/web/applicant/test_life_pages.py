"""Every page of what came of an application, of every co-operative of the story."""

from collections.abc import Iterator

import pytest

from tests.web.window import Browser, Page, Window

BODIES = (
    "printers",
    "furniture",
    "jewellers",
    "florists",
    "steel",
    "salt",
    "gloves",
    "garages",
    "grocers",
    "plumbers",
    "travel",
    "lights",
)
OWN = (
    *("/mine/applications/", "/mine/awards/", "/mine/contracts/", "/mine/claims/", "/mine/refunds/"),
    *("/mine/settlements/", "/mine/received/", "/mine/papers/", "/mine/trades/", "/rows/"),
)


def pages(browser: Browser, address: str) -> Iterator[Page]:
    """The page and every page of ours that it leads to."""
    seen, waiting = {address}, [address]
    while waiting:
        page = browser.get(waiting.pop())
        yield page
        if page.html:
            found = {link.partition("#")[0] for link, _ in page.links()}
            new = {link for link in found if link.startswith(OWN) and "?" not in link} - seen
            seen |= new
            waiting += sorted(new)


@pytest.mark.parametrize("body", BODIES)
def test_every_page_of_a_co_operative_opens(window: Window, body: str) -> None:
    for page in pages(window.of(f"{body}.officer"), "/mine/"):
        assert page.status == 200, page.address
        if page.html and not page.address.startswith("/rows/"):
            assert page.h1, page.address
            assert len(page.parsed.ids) == len(set(page.parsed.ids)), page.address
