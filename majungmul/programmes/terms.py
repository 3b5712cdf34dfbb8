"""지원 조건 — the values that a specification writes, made into the rule that they are terms of."""

from collections.abc import Callable, Iterator
from dataclasses import MISSING, dataclass, fields
from decimal import Decimal
from difflib import get_close_matches
from typing import Any, get_type_hints

from majungmul.programmes.toml_file import Key
from majungmul.rules import RULES, Rule
from majungmul.rules.actual_cost import CostItem
from majungmul.values.period import Period
from majungmul.values.rate import Rate
from majungmul.values.refusal import Refusal
from majungmul.values.rounding import Rounding
from majungmul.values.won import Won

NOT_OFFERED = "-"
ITEM_KEYS = ("code", "label", "limit", "per")


@dataclass(frozen=True, slots=True)
class Terms:
    """지원 조건 — the rule as it holds in a period, and where it was promised."""

    period: Period
    source: str
    rule: Rule


@dataclass(frozen=True, slots=True)
class Wrong:
    """고칠 값 — the key below `values`, and what to write instead."""

    key: Key
    sentence: str


class Unfit(Refusal):
    """맞지 않는 값."""

    sentence = "{write}"


def terms_fields(rule: str) -> dict[str, bool]:
    """The names of a rule's terms; True for those that must be given."""
    return {field.name: field.default is MISSING for field in fields(RULES[rule])}


def rule_of(name: str, values: dict[str, Any]) -> Rule:
    """The rule with these terms, which `wrong_values` has found nothing wrong with."""
    hints = get_type_hints(RULES[name])
    return RULES[name](**{key: READERS[hints[key]](value) for key, value in values.items()})


def wrong_values(name: str, values: dict[str, Any]) -> Iterator[Wrong]:
    """Every term that is missing, unknown or unfit, with what to write instead."""
    known = terms_fields(name)
    for key in values.keys() - known.keys():
        near = get_close_matches(key, known, n=1)
        hint = f"‘{near[0]}’을(를) 뜻한 것이 아닌지 확인해 주십시오. " if near else ""
        yield Wrong((key,), f"‘{name}’ 셈에 없는 조건입니다. {hint}쓸 수 있는 조건: {', '.join(known)}.")
    for key, required in known.items():
        if required and key not in values:
            yield Wrong(
                (key,), f"‘{name}’ 셈에 꼭 필요한 조건인데 빠졌습니다. values.{key} = … 를 적어 주십시오."
            )
    hints = get_type_hints(RULES[name])
    unfit = False
    for key in values.keys() & known.keys():
        try:
            READERS[hints[key]](values[key])
        except Unfit as refusal:
            unfit = True
            yield Wrong((key,), f"‘{values[key]}’: {refusal}")
    if (
        not unfit
        and values.keys() <= known.keys()
        and all(key in values for key, must in known.items() if must)
    ):
        yield from _not_together(name, values)


def _not_together(name: str, values: dict[str, Any]) -> Iterator[Wrong]:
    """Terms that are each fit and do not fit together."""
    try:
        rule_of(name, values)
    except Refusal as refusal:
        yield Wrong((), str(refusal))


def _unless(fits: bool, write: str) -> None:  # noqa: FBT001 - reads as "refuse unless it fits"
    if not fits:
        raise Unfit(write=write)


def _rate(value: object) -> Rate:
    fits = type(value) in (int, Decimal) and Decimal(str(value)).is_finite() and 0 <= Decimal(str(value)) <= 1
    _unless(fits, "율은 0과 1 사이의 수로 적습니다(10%는 0.10).")
    return Rate.of(Decimal(str(value)))


def _won(value: object) -> Won:
    _unless(
        type(value) is int and value >= 1, "금액은 1 이상의 원 단위 정수로 적습니다(100만원은 1_000_000)."
    )
    return Won(value)  # type: ignore[arg-type]


def _count(value: object) -> int:
    _unless(type(value) is int and value >= 1, "1 이상의 정수로 적습니다.")
    return value  # type: ignore[return-value]


def _text(value: object) -> str:
    _unless(isinstance(value, str) and bool(value.strip()), "따옴표로 묶은 글자로 적습니다.")
    return str(value)


def _switch(value: object) -> bool:
    _unless(isinstance(value, bool), "true 또는 false로 적습니다.")
    return bool(value)


def _rounding(value: object) -> Rounding:
    names = ", ".join(f"{rounding.name}({rounding.value})" for rounding in Rounding)
    _unless(
        isinstance(value, str) and value in Rounding.__members__,
        f"끝수 처리는 다음 가운데 하나입니다: {names}.",
    )
    return Rounding[str(value)]


def _offered(value: object) -> Rate | None:
    return None if value == NOT_OFFERED else _rate(value)


def _rates(value: object) -> dict[str, Rate | None]:
    _unless(isinstance(value, dict) and bool(value), '종류마다 율을 적습니다(rates.bill = 0.01, 없으면 "-").')
    return {kind: _offered(rate) for kind, rate in value.items()}  # type: ignore[attr-defined]


def _labels(value: object) -> dict[str, str]:
    _unless(isinstance(value, dict) and bool(value), '종류마다 이름을 적습니다(kinds.bill = "어음수표").')
    return {kind: _text(label) for kind, label in value.items()}  # type: ignore[attr-defined]


def _items(value: object) -> tuple[CostItem, ...]:
    _unless(
        isinstance(value, list) and bool(value) and all(isinstance(item, dict) for item in value),
        '비목을 { code = "venue", label = "행사장 사용료" } 꼴로 하나 이상 적습니다.',
    )
    return tuple(_item(item) for item in value)  # type: ignore[attr-defined]


def _item(item: dict[str, object]) -> CostItem:
    _unless(item.keys() <= set(ITEM_KEYS), f"비목에는 {', '.join(ITEM_KEYS)}만 적습니다.")
    _unless({"code", "label"} <= item.keys(), "비목에는 code와 label이 있어야 합니다.")
    _unless(("limit" in item) == ("per" in item), "한도(limit)와 그 단위(per: 명, 개월, 회)는 함께 적습니다.")
    limit = _won(item["limit"]) if "limit" in item else None
    return CostItem(_text(item["code"]), _text(item["label"]), limit, _text(item.get("per", "회")))


READERS: dict[object, Callable[[Any], Any]] = {
    Rate: _rate,
    Won: _won,
    Won | None: _won,
    int: _count,
    int | None: _count,
    str: _text,
    bool: _switch,
    Rounding: _rounding,
    dict[str, Rate | None]: _rates,
    dict[str, str]: _labels,
    tuple[CostItem, ...]: _items,
}
"""How each kind of term is read from TOML. A rule with terms of these kinds needs no more Python here."""
