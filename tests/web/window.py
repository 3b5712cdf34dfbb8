"""Browsers for tests: one per person of the story, pages parsed, forms filled in and sent as a browser would."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.test import Client

from majungmul.books.parties.queries.positions import jurisdiction_named
from majungmul.books.parties.queries.seats import person_with_login

HOST = "127.0.0.1"


@dataclass
class Form:
    """A form of a page: where it goes, what it holds, the buttons that send it."""

    action: str
    method: str
    fields: dict[str, str] = field(default_factory=dict)
    files: list[str] = field(default_factory=list)
    buttons: list[tuple[str, str, str]] = field(default_factory=list)
    """name, value, label of each submit button."""
    label: str = ""


class Parser(HTMLParser):
    """Reads a page: its title, headings, text, links, forms, ids."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.links: list[tuple[str, str]] = []
        self.forms: list[Form] = []
        self.text: list[str] = []
        self.title = ""
        self.h1 = ""
        self.ids: list[str] = []
        self._in: list[str] = []
        self._href = ""
        self._select = ""
        self._area = ""
        self._button: tuple[str, str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: C901, PLR0912 - HTML has many tags
        given = {name: value or "" for name, value in attrs}
        if "id" in given:
            self.ids.append(given["id"])
        if tag not in ("input", "img", "meta", "link", "br", "hr", "col"):
            self._in.append(tag)
        form = self.forms[-1] if self.forms and "form" in self._in else None
        if tag == "a":
            self._href = given.get("href", "")
            self.links.append((self._href, ""))
        elif tag == "form":
            self.forms.append(Form(given.get("action", ""), given.get("method", "get")))
        elif tag == "input" and form:
            kind = given.get("type", "text")
            if kind in ("radio", "checkbox"):
                if "checked" in given:
                    form.fields[given["name"]] = given.get("value", "on")
            elif kind == "file":
                form.files.append(given["name"])
            elif "name" in given:
                form.fields[given["name"]] = given.get("value", "")
        elif tag == "select" and form:
            self._select = given["name"]
            form.fields.setdefault(self._select, "")
        elif tag == "option" and form and self._select and "selected" in given:
            form.fields[self._select] = given.get("value", "")
        elif tag == "textarea" and form:
            self._area = given["name"]
            form.fields[self._area] = ""
        elif tag == "button" and form and given.get("type", "submit") == "submit":
            self._button = (given.get("name", ""), given.get("value", ""))
            form.buttons.append((*self._button, ""))

    def handle_endtag(self, tag: str) -> None:
        if tag in self._in:
            while self._in and self._in.pop() != tag:
                pass
        if tag == "textarea":
            self._area = ""
        if tag == "button":
            self._button = None

    def handle_data(self, data: str) -> None:
        inside = set(self._in)
        if inside & {"script", "style"}:
            return
        if self._area:
            self.forms[-1].fields[self._area] += data
            return
        if "title" in inside:
            self.title += data
            return
        self.text.append(data)
        if "h1" in inside:
            self.h1 += data
        if "a" in inside and self.links:
            href, label = self.links[-1]
            self.links[-1] = (href, label + data)
        if self._button and self.forms and self.forms[-1].buttons:
            name, value, label = self.forms[-1].buttons[-1]
            self.forms[-1].buttons[-1] = (name, value, label + data)


@dataclass
class Page:
    """What a browser shows: the answer, parsed."""

    browser: "Browser"
    address: str
    status: int
    html: str
    headers: dict[str, str]

    def __post_init__(self) -> None:
        self.parsed = Parser()
        self.parsed.feed(self.html)

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.parsed.text).split())

    @property
    def h1(self) -> str:
        return " ".join(self.parsed.h1.split())

    def has(self, text: str) -> bool:
        return text in self.text

    def links(self) -> Iterator[tuple[str, str]]:
        """Address (joined) and words of each link of our own."""
        for href, label in self.parsed.links:
            yield urljoin(self.address, href), " ".join(label.split())

    def follow(self, words: str) -> "Page":
        """Press the first link with these words."""
        address = next((each for each, label in self.links() if words in label), None)
        assert address, f"‘{words}’ 링크가 없습니다: {[label for _, label in self.links()]}"
        return self.browser.get(address)

    def form(self, button: str) -> Form:
        """The form with a button of these words."""
        found = next(
            (
                form
                for form in self.parsed.forms
                if any(button in " ".join(each[2].split()) for each in form.buttons)
            ),
            None,
        )
        assert found, f"‘{button}’ 단추가 없습니다: {[b[2] for f in self.parsed.forms for b in f.buttons]}"
        return found

    def send(self, button: str, /, files: Any = None, **typed: str) -> "Page":
        """Fill in (`it__reason` for `it.reason`), press the button, and follow where it leads."""
        form = self.form(button)
        values = form.fields | {name.replace("__", "."): value for name, value in typed.items()}
        name, value, _ = next(each for each in form.buttons if button in " ".join(each[2].split()))
        if name:
            values[name] = value
        return self.browser.send(
            urljoin(self.address, form.action or self.address), values | (files or {}), form.method
        )


@dataclass
class Browser:
    """A browser: cookies kept, redirects followed, every page parsed."""

    client: Client

    def get(self, address: str) -> Page:
        return self._page(address, self.client.get(address, follow=True))

    def send(self, address: str, values: dict[str, Any], method: str = "post") -> Page:
        call = self.client.get if method.lower() == "get" else self.client.post
        return self._page(address, call(address, values, follow=True))

    def _page(self, address: str, answer: Any) -> Page:
        chain = getattr(answer, "redirect_chain", None)
        at = chain[-1][0] if chain else address
        parts = urlsplit(at)
        where = urljoin(address, f"{parts.path}{'?' + parts.query if parts.query else ''}")
        kind = answer.headers.get("Content-Type", "")
        body = b"".join(answer.streaming_content) if getattr(answer, "streaming", False) else answer.content
        return Page(
            self, where, answer.status_code, body.decode() if "html" in kind else "", dict(answer.headers)
        )


@dataclass
class Window:
    """The window of the story's Seoul."""

    home: Path

    def nobody(self) -> Browser:
        """A browser in which nobody logged in."""
        return Browser(Client(enforce_csrf_checks=False, HTTP_HOST=HOST))

    def of(self, person: str) -> Browser:
        """A browser in which somebody of the story (`printers.officer`) has logged in."""
        jurisdiction = jurisdiction_named("seoul")
        assert jurisdiction
        found = person_with_login(jurisdiction.pk, person.replace(".", "-"))
        assert found, f"no such person: {person}"
        browser = self.nobody()
        session = SessionStore()
        session[SESSION_KEY] = str(found.pk)
        session[BACKEND_SESSION_KEY] = "majungmul.web.account.backend.LoginBackend"
        session[HASH_SESSION_KEY] = found.get_session_auth_hash()
        session.save()
        browser.client.cookies[settings.SESSION_COOKIE_NAME] = str(session.session_key)
        return browser
