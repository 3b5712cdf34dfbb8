"""바뀐 것 — what an event says of a row: each field with how it was and how it is, in words."""

import re
from datetime import date, datetime
from typing import Any, NamedTuple
from uuid import UUID

from django.core.exceptions import FieldDoesNotExist

from majungmul.web.audit.named import table_of
from majungmul.web.audit.words_of_fields import OF_FIELDS
from majungmul.web.words import day, moment, won

HANGUL = re.compile("[가-힣]")
KEY = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
INSTANT = re.compile(r"\d{4}-\d{2}-\d{2}T")
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
AMOUNT = "WonField"
LONGEST = 200


class Changed(NamedTuple):
    """바뀐 칸 — its name, how it was (empty: nothing) and how it is; the key of the row that it names, if one."""

    label: str
    before: str
    after: str


def changes_in(said: dict[str, Any], row: UUID) -> tuple[list[Changed], int]:
    """바뀐 것 — of a row in an event: the fields in words, and how many of the program's own changed beside."""
    shown: list[Changed] = []
    hidden = 0
    for change in said["changes"]:
        if change["row"] != str(row):
            continue
        for name, after in change["after"].items():
            told = _changed(change["model"], name, change["before"].get(name), after)
            shown += [told] if told else []
            hidden += 0 if told else 1
    return shown, hidden


def others_in(said: dict[str, Any], row: UUID) -> list[tuple[str, UUID]]:
    """함께 바뀐 것 — the table and key of each other row that an event changed, each once."""
    found = {(change["model"], UUID(change["row"])): None for change in said["changes"]}
    return [(model, key) for model, key in found if key != row]


def _changed(model: str, name: str, before: object, after: object) -> Changed | None:
    field = _field(model, name)
    label = _label(field, name)
    if not label or before == after or (before is None and after in ("", None)):
        return None
    was, now = _said(field, before), _said(field, after)
    return Changed(label, was, now) if was or now else None


def _field(model: str, name: str) -> Any:  # noqa: ANN401 - a field of whichever table
    table = table_of(model)
    try:
        return table._meta.get_field(name.removesuffix("_id")) if table else None
    except FieldDoesNotExist:
        return None


def _label(field: Any, name: str) -> str:  # noqa: ANN401 - as above
    own = str(getattr(field, "verbose_name", ""))
    return own if HANGUL.search(own) else OF_FIELDS.get(name.removesuffix("_id"), "")


def _said(field: Any, value: object) -> str:  # noqa: ANN401 - as above
    """A value in words: of a choice its label, of a day or an amount as pages write it."""
    if value is None or value == "":
        return ""
    if isinstance(value, bool):
        return "예" if value else "아니요"
    if isinstance(value, dict | list):
        return _said_whole(value)
    choices = dict(getattr(field, "choices", None) or ())
    if value in choices and HANGUL.search(str(choices[value])):
        return str(choices[value])
    if isinstance(value, int):
        is_won = type(field).__name__ == AMOUNT
        return f"{won(value) if value else '0'}원" if is_won else str(value)
    return _said_text(str(value))


def _said_text(text: str) -> str:
    if KEY.fullmatch(text):
        return "다른 기록"
    if INSTANT.match(text):
        return moment(datetime.fromisoformat(text))
    if DAY.fullmatch(text):
        return day(date.fromisoformat(text))
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"


def _said_whole(value: dict[str, Any] | list[Any]) -> str:
    """What is kept out of the chain says so; a list or a form is not spread out here."""
    if isinstance(value, dict) and ("salted_sha256" in value or value == {"secret": True}):
        return "개인정보(따로 보관)"
    return f"{len(value)}가지" if value else ""
