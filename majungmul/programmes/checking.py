"""명세 점검 — every mistake in a programme's file, with its key, its line and what to write instead."""

from collections.abc import Iterator
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from majungmul.programmes.columns import DEFAULTS
from majungmul.programmes.specification import STAGES, DatedValues, Line, Specification
from majungmul.programmes.terms import terms_fields, wrong_values
from majungmul.programmes.toml_file import Key, TomlFile, dotted, read_toml
from majungmul.rules import RULES
from majungmul.values.mistake import Mistake, Mistaken

Found = tuple[Key, str]
"""A key, and what to write there instead."""

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
    "literal_error": f"다음 가운데 하나로 적어 주십시오: {', '.join(STAGES)}.",
}


def mistakes_in(path: Path) -> list[Mistake]:
    """고칠 곳 — all that is wrong in a programme's file, in order of lines; empty where nothing is.

    A syntax error stands alone, since nothing behind it can be read.
    """
    try:
        file = read_toml(path)
    except Mistaken as mistaken:
        return list(mistaken.mistakes)
    found = [*_shape(file), *_lines(file), *_order(file), *_assumed(file)]
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
    return WRITE.get(detail["type"], detail["msg"])


def _known(key: Key) -> list[str]:
    """The names that may stand where this key stands."""
    model: type[BaseModel] = Specification
    words = [part for part in key[:-1] if isinstance(part, str)]
    models: dict[str, type[BaseModel]] = {"lines": Line, "terms": DatedValues}
    for word in words:
        model = models.get(word, model)
    if words == ["procedure"]:
        return ["step", "actor", "note"]
    return list(model.model_fields)


def _tables(content: dict[str, Any], name: str) -> Iterator[tuple[int, dict[str, Any]]]:
    """The tables of an array that are tables indeed."""
    elements = content.get(name)
    for index, element in enumerate(elements if isinstance(elements, list) else []):
        if isinstance(element, dict):
            yield index, element


def _lines(file: TomlFile) -> Iterator[Found]:
    """What is wrong with the terms of each line: values, order of days, codes used twice."""
    codes: list[object] = []
    for number, line in _tables(file.content, "lines"):
        if "code" in line and line["code"] in codes:
            yield (
                ("lines", number, "code"),
                "다른 항목이 이미 쓰는 이름입니다. 항목마다 다른 이름을 적어 주십시오.",
            )
        codes.append(line.get("code"))
        yield from _columns(number, line)
        before: Any = None
        for version, dated in _tables(line, "terms"):
            key: Key = ("lines", number, "terms", version)
            since, values = dated.get("since"), dated.get("values", {})
            if type(since) is type(before) is date and since <= before:
                yield (*key, "since"), "앞의 조건보다 뒤의 날이어야 합니다. 조건은 날짜 순서로 적어 주십시오."
            before = since
            if line.get("rule") in tuple(RULES) and isinstance(values, dict):
                for wrong in wrong_values(line["rule"], values):
                    yield (*key, "values", *wrong.key), wrong.sentence


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


def _assumed(file: TomlFile) -> Iterator[Found]:
    """An assumption beside nothing: each names a value that stands beside it, or a term that is off."""
    yield from _beside((), file.content, set(Specification.model_fields))
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
