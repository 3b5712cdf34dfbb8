"""조건 찾기 — the term that a plan refers to: `programme.line.field`, `jeju/programme.line.field`."""

from collections.abc import Mapping
from datetime import date

from majungmul.programmes.specification import terms_on
from majungmul.rules import Rule
from majungmul.rules.actual_cost import CostItem
from majungmul.values.rate import Rate
from majungmul.values.refusal import Refusal
from majungmul.values.won import Won

FOREIGN = "/"
Term = Won | Rate | int | None
"""A term that a plan may print; None is a rate that is not offered."""


class NoSuchTerm(Refusal):
    """없는 조건."""

    sentence = (
        "지원계획이 가리키는 조건 ‘{term}’이(가) {day:%Y. %-m. %-d.}의 사업 명세에 없습니다. "
        "사업.항목.조건 꼴로 적어 주십시오."
    )


def rule_at(term: str, *, jurisdiction: str, day: date) -> Rule:
    """The rule of `programme.line`, as it holds on the day. Refuses what does not exist."""
    other, _, path = term.rpartition(FOREIGN)
    words = path.split(".")
    if len(words) < 2:  # noqa: PLR2004 - a programme and a line
        raise NoSuchTerm(term=term, day=day)
    terms = terms_on(day, jurisdiction=other or jurisdiction, programme=words[0], line=words[1])
    return terms.rule


def term_at(term: str, *, jurisdiction: str, day: date) -> Term:
    """The value of a term on the day. Refuses (NoSuchTerm) what does not exist, or is no figure."""
    found: object = rule_at(term, jurisdiction=jurisdiction, day=day)
    for word in term.split(".")[2:]:
        try:
            found = _below(found, word)
        except LookupError:
            raise NoSuchTerm(term=term, day=day) from None
    if not (found is None or isinstance(found, Won | Rate | int)):
        raise NoSuchTerm(term=term, day=day)
    return found


def in_words(value: Term, unit: str) -> str:
    """The value as a paper would print it, with its unit; `-` where it is not offered."""
    if value is None:
        return "-"
    return f"{value}{unit}" if isinstance(value, int) else str(value)


def _below(found: object, word: str) -> object:
    """One step down: an item by its code, a rate by its kind, a field by its name. LookupError: not there."""
    if isinstance(found, tuple):
        items = {item.code: item for item in found if isinstance(item, CostItem)}
        return items[word]
    if isinstance(found, Mapping):
        return found[word]
    if word not in getattr(type(found), "__dataclass_fields__", {}):
        raise LookupError(word)
    return getattr(found, word)
