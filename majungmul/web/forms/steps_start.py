"""미리 적힌 서식 — answers as they were kept, written as a person types them: to be put right, or begun anew."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from majungmul.programmes.form import AMOUNTS, Field, Form
from majungmul.programmes.form_answers import Answers


def as_typed(form: Form, answers: Mapping[str, Any]) -> Answers:
    """적은 모양 — amounts with commas, days as people write them, yes and no; sections of the form alone."""
    typed: Answers = {}
    for section in form.sections:
        kept = answers.get(section.code)
        if section.repeats:
            typed[section.code] = [_row(section.fields, row) for row in kept or []]
        elif kept:
            typed[section.code] = _row(section.fields, kept)
    return typed


def _row(fields: tuple[Field, ...], row: Mapping[str, Any]) -> dict[str, str]:
    return {field.code: _shown(field, row[field.code]) for field in fields if row.get(field.code) is not None}


def _shown(field: Field, value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if field.kind in AMOUNTS and isinstance(value, int):
        return f"{value:,}"
    if field.kind == "day" and isinstance(value, str):
        return _day(value)
    return str(value)


def _day(written: str) -> str:
    try:
        on = date.fromisoformat(written)
    except ValueError:
        return written
    return f"{on.year}. {on.month}. {on.day}."
