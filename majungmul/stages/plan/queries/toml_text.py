"""TOML 글 — plain values as the text of a TOML file, as a person would lay it out."""

import json
import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any

WIDTH = 100
GROUPED_FROM = 10_000
"""Digits are grouped (`439_240_956`) from here on: a year is not."""
BARE = re.compile(r"[A-Za-z0-9_-]+")


def pairs(content: Mapping[str, object]) -> str:
    """`key = value`, one a line, the equals signs below each other."""
    longest = max(map(len, content), default=0)
    return "".join(f"{key:<{longest}} = {text(value)}\n" for key, value in content.items())


def text(value: object) -> str:
    """A value; a list of tables, or one that is too long for a line, has an element on each line."""
    if not isinstance(value, list | tuple):
        return _inline(value)
    elements = [_inline(element) for element in value]
    line = f"[{', '.join(elements)}]"
    if len(line) <= WIDTH and not any(isinstance(element, Mapping) for element in value):
        return line
    return "[\n" + "".join(f"  {element},\n" for element in elements) + "]"


def _inline(value: object) -> str:
    """A value on one line. TypeError: a bug, for what TOML has no word for."""
    for kind, said in SAID.items():
        if isinstance(value, kind):
            return said(value)
    message = f"{type(value).__name__} cannot be written in TOML"
    raise TypeError(message)


def _quoted(words: str) -> str:
    return json.dumps(words, ensure_ascii=False).replace("\x7f", r"\u007f")


def _table(value: Mapping[str, object]) -> str:
    return "{ " + ", ".join(f"{_key(key)} = {_inline(inner)}" for key, inner in value.items()) + " }"


def _key(key: str) -> str:
    return key if BARE.fullmatch(key) else _quoted(key)


SAID: dict[type, Callable[[Any], str]] = {
    Enum: lambda value: _inline(value.value),
    bool: lambda value: str(value).lower(),
    int: lambda value: f"{value:_}" if abs(value) >= GROUPED_FROM else str(value),
    Decimal: lambda value: f"{value:f}",
    date: date.isoformat,
    str: _quoted,
    Mapping: _table,
    Sequence: lambda value: f"[{', '.join(map(_inline, value))}]",
}
"""How each kind is said; the first that fits holds (a bool is an int)."""
