"""가정 — what the paper does not say, and what was put in its place, for an officer to confirm."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from majungmul.programmes.toml_file import HERE, Key, TomlFile, dotted, read_toml

NOT_SET = "두지 않음"
OF_STAGES = ("settings", "eligibility", "conditions")
"""Lists whose name stands in the key, since a code of theirs may be that of a field beside them."""


@dataclass(frozen=True, slots=True)
class Assumption:
    """가정 — the key, the value that was put, the reason, and where it is written."""

    key: str
    value: str
    reason: str
    file: str
    line: int


def assumptions() -> list[Assumption]:
    """Every assumption in the data of every jurisdiction, in order of file and line."""
    files = [path for path in sorted(HERE.rglob("*.toml")) if not path.name.endswith(".cases.toml")]
    return [found for path in files for found in assumptions_in(read_toml(path))]


def assumptions_in(file: TomlFile) -> list[Assumption]:
    """The assumptions of one file, in order of lines."""
    found = _walk(file, (), file.content)
    return sorted(found, key=lambda assumption: assumption.line)


def _walk(file: TomlFile, key: Key, value: object) -> Iterator[Assumption]:
    """The assumptions of a table and of all that it holds."""
    if isinstance(value, list):
        for index, element in enumerate(value):
            yield from _walk(file, (*key, index), element)
    if not isinstance(value, dict):
        return
    for name, reason in value.get("assumed", {}).items():
        where = (*key, "assumed", name)
        yield Assumption(
            f"{_named(file, key)}.{name}",
            _shown(value.get("values", value).get(name)),
            reason,
            str(file.path.relative_to(HERE.parent.parent)),
            file.line(where),
        )
    for name, inner in value.items():
        if name != "assumed":
            yield from _walk(file, (*key, name), inner)


def _named(file: TomlFile, key: Key) -> str:
    """`seoul.interest_support.support`: jurisdiction, programme, and the codes of what holds the value."""
    words = [file.path.parent.name, file.path.stem]
    inner: Any = file.content
    for part in key:
        inner = inner[part]
        if part in OF_STAGES:
            words.append(str(part))
        if isinstance(inner, dict):
            words.append(str(inner.get("code", inner.get("since", dotted((part,))))))
    return ".".join(words)


def _shown(value: object) -> str:
    """A value as the file writes it, in one line."""
    if value is None:
        return NOT_SET
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list):
        return ", ".join(_shown(element) for element in value)
    if isinstance(value, dict) and any(isinstance(inner, list | dict) for inner in value.values()):
        return str(value.get("label", value.get("title", "")))
    if isinstance(value, dict):
        return ", ".join(f"{name} {_shown(inner)}" for name, inner in value.items())
    return f"{value:,}" if type(value) is int else str(value)
