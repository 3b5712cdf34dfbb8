"""TOML 파일 — read without floats, with the line on which each key stands."""

import re
import tomllib
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from majungmul.values.mistake import Mistake, Mistaken

if TYPE_CHECKING:
    from tree_sitter import Node

HERE = Path(__file__).parent
"""Where the data of all jurisdictions are."""

Key = tuple[str | int, ...]
"""Where a value stands: `("lines", 0, "terms", 1, "values", "share")`."""


@dataclass(frozen=True, slots=True)
class TomlFile:
    """TOML 파일 — what it says, and where it stands."""

    path: Path
    text: str
    content: dict[str, Any]

    def line(self, key: Key) -> int:
        """The line (from 1) of a key, or of the nearest table that would hold it."""
        lines = _lines(self.text)
        while key and key not in lines:
            key = key[:-1]
        return lines.get(key, 1)


def read_toml(path: Path) -> TomlFile:
    """The file, its decimals exact. Refuses (Mistaken) what is no TOML, with the line."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise Mistaken([_not_utf8(path, error.start)]) from None
    except OSError:
        raise Mistaken(
            [Mistake(str(path), "파일을 열 수 없습니다. 이름과 자리를 확인해 주십시오.")]
        ) from None
    try:
        return TomlFile(path, text, tomllib.loads(text, parse_float=Decimal))
    except (ValueError, RecursionError) as error:  # also of thousands of digits, or of brackets in brackets
        raise Mistaken([_syntax(str(error), text)]) from None


def dotted(key: Key) -> str:
    """`lines[1].terms[2].values.share`: a key as a person reads it, counted from 1."""
    words = "".join(f"[{part + 1}]" if isinstance(part, int) else f".{part}" for part in key)
    return words.removeprefix(".")


def _not_utf8(path: Path, start: int) -> Mistake:
    row = path.read_bytes()[:start].count(b"\n") + 1
    return Mistake(f"{row}행", "UTF-8로 읽을 수 없는 글자가 있습니다. 파일을 UTF-8로 저장해 주십시오.")


def _syntax(message: str, text: str) -> Mistake:
    found = re.search(r"at line (\d+)", message)
    row = int(found[1]) if found else max(1, len(text.rstrip().splitlines()))
    if "overwrite" in message or "twice" in message or "declare" in message:
        return Mistake(f"{row}행", "같은 이름을 두 번 적었습니다. 하나만 남겨 주십시오.")
    return Mistake(
        f"{row}행",
        "TOML 문법에 맞지 않습니다. 따옴표·괄호의 짝과 등호(=), 날짜(2018-01-01)를 확인해 주십시오.",
    )


@cache
def _lines(text: str) -> dict[Key, int]:
    """The line of every key, found by the TOML grammar of tree-sitter."""
    from tree_sitter import Language, Parser  # noqa: PLC0415 - needed only to point at a line
    from tree_sitter_toml import language  # noqa: PLC0415

    lines: dict[Key, int] = {}
    tables: dict[Key, int] = {}
    root = Parser(Language(language())).parse(text.encode()).root_node
    _pairs(root, (), lines)
    for node in root.children:
        if node.type in ("table", "table_array_element"):
            key = _absolute(_words(node.named_children[0]), tables)
            if node.type == "table_array_element":
                lines.setdefault(key, _row(node))
                tables[key] = tables.get(key, -1) + 1
                key = (*key, tables[key])
            lines[key] = _row(node)
            _pairs(node, key, lines)
    return lines


def _absolute(words: tuple[str, ...], tables: dict[Key, int]) -> Key:
    """A header's words with the number of the element of each array that it stands in."""
    key: Key = ()
    for word in words[:-1]:
        key = (*key, word)
        if key in tables:
            key = (*key, tables[key])
    return (*key, words[-1])


def _pairs(node: "Node", key: Key, lines: dict[Key, int]) -> None:
    """Note the line of each `key = value` directly in a table, inline tables and arrays included."""
    for pair in node.children:
        if pair.type != "pair":
            continue
        name, value = pair.named_children[0], pair.named_children[-1]
        inner = key
        for word in _words(name):
            inner = (*inner, word)
            lines.setdefault(inner, _row(pair))
        _value(value, inner, lines)


def _value(value: "Node", key: Key, lines: dict[Key, int]) -> None:
    """Note the lines inside an array or an inline table."""
    if value.type == "inline_table":
        _pairs(value, key, lines)
    if value.type == "array":
        elements = [child for child in value.named_children if child.type != "comment"]
        for index, element in enumerate(elements):
            lines[(*key, index)] = _row(element)
            _value(element, (*key, index), lines)


def _words(node: "Node") -> tuple[str, ...]:
    """The parts of a key: `lines.terms` is two of them."""
    if node.type == "dotted_key":
        return tuple(word for child in node.named_children for word in _words(child))
    return ((node.text or b"").decode().strip("\"'"),)


def _row(node: "Node") -> int:
    return node.start_point[0] + 1
