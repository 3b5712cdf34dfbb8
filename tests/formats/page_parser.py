"""읽은 쪽 — an HTML page as a browser would hold it: its tags in balance, and the text of each."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

WITHOUT_END = {"br", "meta"}


@dataclass
class Element:
    """A tag with its attributes, and the text in it and below it."""

    tag: str
    attributes: dict[str, str]
    text: str = ""


@dataclass
class Page(HTMLParser):
    """Every element in order of its start. A tag that is closed out of turn fails."""

    elements: list[Element] = field(default_factory=list)
    open: list[Element] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.elements.append(element)
        if tag == "br":
            self.handle_data("\n")
        if tag not in WITHOUT_END:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop().tag == tag

    def handle_data(self, data: str) -> None:
        for element in self.open:
            element.text += data

    def texts(self, tag: str, of: str = "") -> list[str]:
        """The texts of every such element, or of those of one class."""
        found = [element for element in self.elements if element.tag == tag]
        return [one.text for one in found if not of or of in one.attributes.get("class", "").split()]


def page(html: str) -> Page:
    """The page, read to its end with every tag closed."""
    read = Page()
    read.feed(html)
    read.close()
    assert read.open == []
    return read
