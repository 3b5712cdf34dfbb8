"""답 — what people typed into a form, read: values, every mistake at its field, the total so far."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from majungmul.programmes.form import PAPERS, Condition, Form, Section
from majungmul.programmes.form_values import value_of
from majungmul.values import written
from majungmul.values.business_number import BusinessNumber
from majungmul.values.refusal import Refusal
from majungmul.values.won import LIMIT, TooLarge, Won

Answers = dict[str, Any]
"""Plain JSON: `{"applicant": {"name": "…"}, "trades": [{"amount": "50,000,000"}], "papers": ["minutes"]}`."""

UNKNOWN_NAMED = 10
"""How many unknown names are named one by one, of each table."""


@dataclass(frozen=True, slots=True)
class FieldMistake:
    """고칠 칸 — the field (`trades.2.amount`, rows counted from 0), and what to write instead."""

    field: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Read:
    """읽은 답 — values by section and field, without hidden ones; mistakes in order; the total so far."""

    values: dict[str, Any]
    mistakes: list[FieldMistake]
    total: Won


def read(form: Form, answers: object) -> Read:
    """읽기 — everything that was typed; whatever it is, nothing is raised and each mistake is listed.

    A field left empty and a hidden one have no value. The total is in won: the sum of the field that
    `form.adds` names, over the amounts that could be read.
    """
    reading = _Reading(form)
    reading.take(answers)
    return Read(reading.values, reading.mistakes, reading.total())


def plain(values: dict[str, Any]) -> Answers:
    """값을 JSON으로 — Won as an int, days in ISO, numbers as written; read again, the values are the same."""
    return {code: _plain(value) for code, value in values.items()}


def _plain(value: Any) -> Any:  # noqa: ANN401 - JSON in and out
    match value:
        case dict():
            return {code: _plain(inner) for code, inner in value.items()}
        case list():
            return [_plain(inner) for inner in value]
        case Won():
            return value.amount
        case date():
            return value.isoformat()
        case BusinessNumber():
            return str(value)
        case _:
            return value


def missing_papers(form: Form, values: dict[str, Any], present: Collection[str]) -> list[FieldMistake]:
    """빠진 붙임 — each required file slot that is shown, and is not among the codes present."""
    return [
        FieldMistake(f"{PAPERS}.{slot.code}", f"‘{slot.label}’ 파일이 없습니다. 파일을 올려 주십시오.")
        for slot in form.papers
        if slot.required and slot.code not in present and _is_shown(slot.shown_when, {}, values)
    ]


def _is_shown(condition: Condition | None, row: dict[str, Any], values: dict[str, Any]) -> bool:
    """Whether the condition holds, of the same row or of an earlier section; nothing answered is no."""
    if condition is None:
        return True
    section, _, code = condition.field.rpartition(".")
    value = values.get(section, {}).get(code) if section else row.get(code)
    if isinstance(value, bool):
        value = "yes" if value else "no"
    return value in condition.is_one_of


class _Reading:
    """One reading of one form: what was found so far."""

    def __init__(self, form: Form) -> None:
        self.form = form
        self.values: dict[str, Any] = {}
        self.mistakes: list[FieldMistake] = []

    def take(self, answers: object) -> None:
        """Read all of it, in the order of the form."""
        known = {*(section.code for section in self.form.sections), PAPERS}
        given = self._table("", f"‘{self.form.title}’", answers, known)
        for section in self.form.sections:
            if section.repeats:
                self.values[section.code] = list(self._rows(section, given.get(section.code)))
            else:
                self.values[section.code] = self._row(section, section.code, given.get(section.code))
        if given.get(PAPERS) is not None:
            self.values[PAPERS] = list(self._papers(given[PAPERS]))

    def total(self) -> Won:
        """The sum of what the form adds up; an impossible one is a mistake and the largest amount there is."""
        code, _, field = self.form.adds.partition(".")
        part = self.values.get(code, {})
        rows = part if isinstance(part, list) else [part]
        amount = sum(row[field].amount for row in rows if field in row)
        if abs(amount) > LIMIT:
            self._note(code, str(TooLarge(found=f"{amount:,}")))
        return Won(max(-LIMIT, min(LIMIT, amount)))

    def _rows(self, section: Section, answers: object) -> Iterator[dict[str, Any]]:
        """The rows of a section that repeats; those beyond the most are not read."""
        if not isinstance(answers, list | None):
            self._note(section.code, f"‘{section.label}’을(를) 읽을 수 없습니다. 목록으로 적어 주십시오.")
            return
        rows = answers or []
        if len(rows) < section.least:
            self._note(section.code, f"‘{section.label}’을(를) {section.least}건 이상 적어 주십시오.")
        if len(rows) > section.most:
            self._note(
                section.code,
                f"‘{section.label}’은(는) {section.most}건까지 적을 수 있습니다(지금 {len(rows):,}건). 줄여 주십시오.",
            )
        for number, row in enumerate(rows[: section.most]):
            yield self._row(section, f"{section.code}.{number}", row)

    def _row(self, section: Section, place: str, answers: object) -> dict[str, Any]:
        """The values of one row, each read once what it depends on is known."""
        given = self._table(place, f"‘{section.label}’", answers, {field.code for field in section.fields})
        row: dict[str, Any] = {}
        for field in section.fields:
            if not _is_shown(field.shown_when, row, self.values):
                continue
            try:
                value = value_of(field, given.get(field.code))
            except Refusal as refusal:
                self._note(f"{place}.{field.code}", str(refusal))
                continue
            if value is not None:
                row[field.code] = value
        return row

    def _papers(self, answers: object) -> Iterator[str]:
        """The codes of file slots, each once."""
        known = {slot.code: slot.label for slot in self.form.papers}
        if not isinstance(answers, list) or len(answers) > len(known):
            self._note(PAPERS, "붙임을 읽을 수 없습니다. 올린 붙임의 이름을 한 번씩만 적어 주십시오.")
            return
        for number, code in enumerate(answers):
            if isinstance(code, str) and code in known and code not in answers[:number]:
                yield code
            else:
                offered = ", ".join(known.values())
                self._note(f"{PAPERS}.{number}", f"이 양식에 없는 붙임입니다. 쓸 수 있는 붙임: {offered}.")

    def _table(self, place: str, noun: str, answers: object, known: set[str]) -> dict[str, Any]:
        """What was given under each known name; an unknown name is a mistake, and so is what is no table."""
        if answers is None:
            return {}
        if not isinstance(answers, dict):
            self._note(place, f"{noun}을(를) 읽을 수 없습니다. 칸 이름과 값을 짝지어 적어 주십시오.")
            return {}
        unknown = [name for name in answers if name not in known]
        for name in unknown[:UNKNOWN_NAMED]:
            shown = written.shown(str(name)[:1_000])
            self._note(
                f"{place}.{shown}".removeprefix("."), f"{noun}에 없는 칸입니다(‘{shown}’). 지워 주십시오."
            )
        if len(unknown) > UNKNOWN_NAMED:
            self._note(place, f"{noun}에 없는 칸이 {len(unknown):,}개 있습니다. 지워 주십시오.")
        return answers

    def _note(self, field: str, sentence: str) -> None:
        self.mistakes.append(FieldMistake(field, sentence))
