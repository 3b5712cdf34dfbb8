"""틀 — the Jinja2 environment of all pages: undefined names are bugs, words are filters, addresses by name."""

from typing import Any

from django.templatetags.static import static
from django.urls import reverse
from django.utils.http import urlencode
from jinja2 import Environment, StrictUndefined

from majungmul.web import words
from majungmul.web.keys import new_key


def environment(**options: Any) -> Environment:  # noqa: ANN401 - whatever Django's backend hands in
    """The environment that settings name."""
    options |= {"undefined": StrictUndefined, "trim_blocks": True, "lstrip_blocks": True}
    room = Environment(**options)  # noqa: S701 - Django's backend turns autoescape on
    room.globals |= {"static": static, "url": url, "new_key": new_key}
    room.filters |= {
        name: getattr(words, name)
        for name in ("won", "eok", "day", "moment", "closing", "left", "percent", "share")
    }
    return room


def url(name: str, /, *args: object, **query: str | int) -> str:
    """The address of a page by its name and what its route takes; `query` behind the question mark."""
    address = reverse(name, args=args)
    if not query:
        return address

    return f"{address}?{urlencode(query, doseq=True)}"
