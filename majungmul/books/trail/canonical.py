"""정규형 — a value as JSON holds it: the same text for the same content, on both databases, always."""

import hashlib
import json
from collections.abc import Callable, Collection, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import fields, is_dataclass
from datetime import UTC, date, datetime, time
from decimal import Decimal
from enum import Enum
from pathlib import PurePath
from typing import Any
from uuid import UUID

from majungmul.values.won import Won


def canonical(value: object) -> str:
    """JSON with sorted keys."""
    return json.dumps(plain(value), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def plain(value: object) -> Any:  # noqa: ANN401 - JSON
    """A value as JSON holds it. TypeError: a bug, for a kind of value that is not known here, or a float."""
    if value is None or type(value) in (bool, int, str):
        return value
    for kind, said in SAID.items():
        if isinstance(value, kind):
            return said(value)
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    message = f"{type(value).__name__} cannot be kept in the trail"
    raise TypeError(message)


def _moment(value: datetime) -> str:
    """An instant, in UTC. A time without its zone is none."""
    if value.tzinfo is None:
        message = "a datetime without its time zone cannot be kept in the trail"
        raise TypeError(message)
    return value.astimezone(UTC).isoformat()


SAID: dict[type, Callable[[Any], Any]] = {
    Enum: lambda value: plain(value.value),
    str: str,
    int: int,
    Won: lambda value: value.amount,
    UUID: str,
    datetime: _moment,
    date: date.isoformat,
    time: time.isoformat,
    Decimal: str,
    PurePath: str,
    bytes: lambda value: hashlib.sha256(value).hexdigest(),
    Mapping: lambda value: {str(plain(key)): plain(inner) for key, inner in value.items()},
    AbstractSet: lambda value: sorted(map(plain, value), key=canonical),
    Collection: lambda value: [plain(inner) for inner in value],
}
"""How each kind is said; the first that fits holds (a datetime is a date, an Enum may be a str)."""
