"""적은 것 — a form with what somebody typed into it, and what is to be put right at which field."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.http import QueryDict

from majungmul.programmes.form import PAPERS, Condition, Field, Form, Section
from majungmul.programmes.form_answers import Answers, FieldMistake
from majungmul.values.refusal import Refusal

MOST_ROWS = 1_000


@dataclass(slots=True)
class Typed:
    """적은 것 — a form, the strings typed into it, its mistakes, a refusal of the whole; files it has already.

    The name of a field in a page is its place: `it.reason`, `trades.2.amount`, `papers.minutes`.
    """

    form: Form
    answers: Answers = field(default_factory=dict)
    mistakes: list[FieldMistake] = field(default_factory=list)
    refusal: Refusal | None = None
    present: Mapping[str, str] = field(default_factory=dict)
    """File slots that have a file already: code → its name."""

    def value(self, place: str) -> str:
        """What was typed at a place, as it was typed."""
        found: Any = self.answers
        for step in place.split("."):
            if isinstance(found, list):
                found = found[int(step)] if step.isdigit() and int(step) < len(found) else None
            else:
                found = found.get(step) if isinstance(found, dict) else None
        if isinstance(found, bool):
            return "yes" if found else "no"
        return "" if found is None else str(found)

    def mistake(self, place: str) -> str:
        """What to write instead at a place; empty where nothing is wrong."""
        return " ".join(each.sentence for each in self.mistakes if each.field == place)

    def rows(self, section: Section) -> range:
        """The numbers of the rows of a section that repeats: as many as were typed, at least its least."""
        rows = self.answers.get(section.code)
        return range(max(len(rows) if isinstance(rows, list) else 0, section.least))

    def label(self, place: str) -> str:
        """What a field is called, for the summary above a form: `2번 거래계획 · 품목`."""
        steps = place.split(".")
        if steps[0] == PAPERS:
            return next((slot.label for slot in self.form.papers if slot.code == steps[-1]), "붙임")
        section = next((each for each in self.form.sections if each.code == steps[0]), None)
        if section is None:
            return ""
        name = next((each.label for each in section.fields if each.code == steps[-1]), "")
        number = (
            f"{int(steps[1]) + 1}번 " if section.repeats and len(steps) > 1 and steps[1].isdigit() else ""
        )
        where = f"{number}{section.label}" if section.repeats else ""
        return " · ".join(word for word in (where, name) if word)

    def is_shown(self, condition: Condition | None, place: str) -> bool:
        """Whether a field is shown by what was typed so far; `place`: of its row (`trades.0`)."""
        if condition is None:
            return True
        at = condition.field if "." in condition.field else f"{place}.{condition.field}"
        return self.value(at) in condition.is_one_of

    @property
    def is_wrong(self) -> bool:
        """Whether something is to be put right."""
        return bool(self.mistakes or self.refusal)


def typed_in(form: Form, post: QueryDict) -> Answers:
    """적은 것 읽기 — the strings of a page by section, row and field: whatever else it sends is left out."""
    answers: Answers = {}
    for section in form.sections:
        if section.repeats:
            answers[section.code] = [
                _row(section.fields, f"{section.code}.{number}", post) for number in _numbers(section, post)
            ]
        else:
            answers[section.code] = _row(section.fields, section.code, post)
    return answers


def of(values: Mapping[str, Any]) -> Answers:
    """미리 적힌 것 — the values of a small form that a page begins with."""
    return {"it": {code: value for code, value in values.items() if value is not None}}


def _row(fields: Iterable[Field], place: str, post: QueryDict) -> dict[str, str]:
    typed = {each.code: post.get(f"{place}.{each.code}") for each in fields}
    return {code: value for code, value in typed.items() if value is not None}


def _numbers(section: Section, post: QueryDict) -> list[int]:
    """The numbers of the rows that were sent, in order, without gaps in what is kept."""
    pattern = re.compile(rf"{re.escape(section.code)}\.([0-9]{{1,4}})\.")
    found = {int(match[1]) for name in post if (match := pattern.match(name))}
    return sorted(found)[:MOST_ROWS]
