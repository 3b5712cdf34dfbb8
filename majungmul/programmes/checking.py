"""명세 점검 — every mistake in a programme's file, with its key, its line and what to write instead."""

import re
from collections.abc import Iterator
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from majungmul.programmes.columns import DEFAULTS
from majungmul.programmes.conditions import ConditionText
from majungmul.programmes.form import Choice, Condition, Form, Section, Slot, coded
from majungmul.programmes.form import Field as FormField
from majungmul.programmes.form_checking import TWICE, Found, wrong_in
from majungmul.programmes.legislation import rows as rows_of_law
from majungmul.programmes.specification import STAGES, DatedValues, Line, Specification, Step
from majungmul.programmes.stage_settings import DatedSettings, Item, StageSettings
from majungmul.programmes.terms import terms_fields, wrong_values
from majungmul.programmes.toml_file import Key, TomlFile, dotted, read_toml
from majungmul.rules import RULES
from majungmul.values.mistake import Mistake, Mistaken

WRITE = {
    "missing": "꼭 있어야 하는데 빠졌습니다. 적어 주십시오.",
    "string_type": "따옴표로 묶은 글자로 적어 주십시오.",
    "string_too_short": "비어 있습니다. 내용을 적어 주십시오.",
    "string_pattern_mismatch": "영어 소문자·숫자·밑줄로 적어 주십시오(예: support).",
    "too_short": "하나 이상 적어 주십시오.",
    "tuple_type": '대괄호 목록으로 적어 주십시오(예: ["가", "나"]).',
    "dict_type": "이름 = 값 꼴의 표로 적어 주십시오.",
    "model_type": "이름 = 값 꼴의 표로 적어 주십시오.",
    "date_type": "따옴표 없이 날짜로 적어 주십시오(예: 2018-01-01).",
    "date_from_datetime_parsing": "따옴표 없이 날짜로 적어 주십시오(예: 2018-01-01).",
    "date_from_datetime_inexact": "시각 없이 날짜로 적어 주십시오(예: 2018-01-01).",
    "bool_type": "true 또는 false로 적어 주십시오.",
    "bool_parsing": "true 또는 false로 적어 주십시오.",
    "int_type": "따옴표 없이 정수로 적어 주십시오.",
    "int_from_float": "소수점 없이 정수로 적어 주십시오.",
}
MODELS: dict[str, type[BaseModel]] = {
    "lines": Line,
    "terms": DatedValues,
    "procedure": Step,
    "forms": Form,
    "sections": Section,
    "fields": FormField,
    "choices": Choice,
    "shown_when": Condition,
    "papers": Slot,
    "eligibility": Item,
    "conditions": ConditionText,
    "settings": DatedSettings,
    "values": StageSettings,
}
"""What stands under each name of a file."""
OF_STAGES: dict[str, type[BaseModel]] = {"eligibility": Item, "conditions": ConditionText}
"""What the stages look at: lists of things with a code, a law where there is one, and assumptions."""


def mistakes_in(path: Path) -> list[Mistake]:
    """고칠 곳 — all that is wrong in a programme's file, in order of lines; empty where nothing is.

    A syntax error stands alone, since nothing behind it can be read.
    """
    try:
        file = read_toml(path)
    except Mistaken as mistaken:
        return list(mistaken.mistakes)
    found = [*_shape(file), *_lines(file), *_order(file), *_forms(file), *_stages(file), *_assumed(file)]
    rows = sorted((file.line(key), dotted(key), sentence) for key, sentence in dict.fromkeys(found))
    return [Mistake(f"{row}행 {key}", sentence) for row, key, sentence in rows]


def read_specification(path: Path) -> Specification:
    """The specification of a file anywhere. Refuses (Mistaken) one with anything wrong in it."""
    if mistakes := mistakes_in(path):
        raise Mistaken(mistakes)
    return Specification.model_validate(read_toml(path).content)


def _shape(file: TomlFile) -> Iterator[Found]:
    """What is missing, unknown or of another kind."""
    try:
        Specification.model_validate(file.content)
    except ValidationError as error:
        for detail in error.errors(include_url=False):
            if not (detail["type"] == "too_short" and detail["input"]):  # its elements are named themselves
                yield detail["loc"], _sentence(detail)


def _sentence(detail: ErrorDetails) -> str:
    """What to write instead, in Korean."""
    if detail["type"] == "extra_forbidden":
        known = _known(detail["loc"])
        near = get_close_matches(str(detail["loc"][-1]), known, n=1)
        hint = f"‘{near[0]}’을(를) 뜻한 것이 아닌지 확인해 주십시오. " if near else ""
        return f"여기에 쓸 수 없는 이름입니다. {hint}쓸 수 있는 이름: {', '.join(known)}."
    context = detail.get("ctx", {})
    match detail["type"]:
        case "literal_error":
            known = re.findall("'([^']*)'", context["expected"])
            return f"다음 가운데 하나로 적어 주십시오: {', '.join(known)}."
        case "greater_than_equal":
            return f"{context['ge']} 이상의 정수로 적어 주십시오."
        case "less_than_equal":
            return f"{context['le']:,} 이하의 정수로 적어 주십시오."
    return WRITE.get(detail["type"], detail["msg"])


def _known(key: Key) -> list[str]:
    """The names that may stand where this key stands."""
    model: type[BaseModel] = Specification
    for word in key[:-1]:
        model = MODELS.get(word, model) if isinstance(word, str) else model
    return list(model.model_fields)


def _tables(content: dict[str, Any], name: str) -> Iterator[tuple[int, dict[str, Any]]]:
    """The tables of an array that are tables indeed."""
    elements = content.get(name)
    for index, element in enumerate(elements if isinstance(elements, list) else []):
        if isinstance(element, dict):
            yield index, element


def _lines(file: TomlFile) -> Iterator[Found]:
    """What is wrong with the terms of each line: values, order of days, codes used twice."""
    yield from _used_twice(
        file, "lines", "다른 항목이 이미 쓰는 이름입니다. 항목마다 다른 이름을 적어 주십시오."
    )
    for number, line in _tables(file.content, "lines"):
        yield from _columns(number, line)
        yield from _in_order(("lines", number, "terms"), line)
        for version, dated in _tables(line, "terms"):
            values = dated.get("values", {})
            if line.get("rule") in tuple(RULES) and isinstance(values, dict):
                for wrong in wrong_values(line["rule"], values):
                    yield ("lines", number, "terms", version, "values", *wrong.key), wrong.sentence


def _used_twice(file: TomlFile, name: str, sentence: str) -> Iterator[Found]:
    """A code that a table before it has."""
    codes: list[object] = []
    for number, table in _tables(file.content, name):
        if "code" in table and table["code"] in codes:
            yield (name, number, "code"), sentence
        codes.append(table.get("code"))


def _in_order(key: Key, holder: dict[str, Any]) -> Iterator[Found]:
    """Days that do not come one after another."""
    before: Any = None
    for number, dated in _tables(holder, str(key[-1])):
        since = dated.get("since")
        if type(since) is type(before) is date and since <= before:
            yield (
                (*key, number, "since"),
                "앞의 조건보다 뒤의 날이어야 합니다. 조건은 날짜 순서로 적어 주십시오.",
            )
        before = since


def _columns(number: int, line: dict[str, Any]) -> Iterator[Found]:
    """Headings for a field that the rule does not ask for."""
    columns = line.get("columns", {})
    if line.get("rule") not in tuple(RULES) or not isinstance(columns, dict):
        return
    known = [column.field for column in DEFAULTS[line["rule"]]]
    for field in columns:
        if field not in known:
            yield (
                ("lines", number, "columns", field),
                f"이 셈이 묻지 않는 칸입니다. 쓸 수 있는 칸: {', '.join(known)}.",
            )


def _order(file: TomlFile) -> Iterator[Found]:
    """Stages out of the order of life, or twice."""
    stages = file.content.get("stages", [])
    places = [STAGES.index(stage) for stage in stages if stage in STAGES] if isinstance(stages, list) else []
    if places != sorted(set(places)):
        yield ("stages",), f"단계는 삶의 순서대로 한 번씩 적어 주십시오: {', '.join(STAGES)}."


def _forms(file: TomlFile) -> Iterator[Found]:
    """What does not fit together in a form, each of whose parts is well shaped."""
    lines = [str(line.get("code")) for _, line in _tables(file.content, "lines")]
    for code, form in _written_forms(file).items():
        try:
            read = Form.model_validate(form)
        except ValidationError:
            continue  # its shape is named already
        for key, sentence in wrong_in(read, lines):
            yield ("forms", code, *key), sentence


def _written_forms(file: TomlFile) -> dict[str, Any]:
    """The forms that are tables indeed, each with its code."""
    forms = coded(file.content.get("forms", {}))
    tables = forms.items() if isinstance(forms, dict) else ()
    return {code: form for code, form in tables if isinstance(form, dict)}


def _stages(file: TomlFile) -> Iterator[Found]:
    """What the stages ask of a specification: codes used twice, law that is not there, order of days."""
    known = {row.key for row in rows_of_law()}
    for name in OF_STAGES:
        yield from _used_twice(file, name, TWICE)
        for number, table in _tables(file.content, name):
            if isinstance(law := table.get("law"), str) and law not in known:
                near = ", ".join(get_close_matches(law, known)) or "그곳의 key"
                yield (name, number, "law"), f"programmes/law에 없는 이름입니다. 쓸 수 있는 이름: {near}."
    yield from _in_order(("settings",), file.content)


def _assumed(file: TomlFile) -> Iterator[Found]:
    """An assumption beside nothing: each names a value that stands beside it, or a term that is off."""
    yield from _beside((), file.content, set(Specification.model_fields))
    for code, form in _written_forms(file).items():
        yield from _beside(("forms", code), form, set(Form.model_fields))
    for number, dated in _tables(file.content, "settings"):
        yield from _beside(("settings", number), dated, {*StageSettings.model_fields, "since"})
    for name, model in OF_STAGES.items():
        for number, table in _tables(file.content, name):
            yield from _beside((name, number), table, set(model.model_fields))
    for number, line in _tables(file.content, "lines"):
        yield from _beside(("lines", number), line, set(Line.model_fields))
        if line.get("rule") not in tuple(RULES):
            continue  # which terms there may be, only the rule tells
        known = {*terms_fields(line["rule"]), "since"}
        for version, dated in _tables(line, "terms"):
            yield from _beside(("lines", number, "terms", version), dated, known)


def _beside(key: Key, table: dict[str, Any], known: set[str]) -> Iterator[Found]:
    assumed = table.get("assumed", {})
    for name in assumed if isinstance(assumed, dict) else []:
        if name not in known:
            yield (
                (*key, "assumed", name),
                f"가정한 이유 옆에 그 값이 없습니다. 쓸 수 있는 이름: {', '.join(sorted(known))}.",
            )
