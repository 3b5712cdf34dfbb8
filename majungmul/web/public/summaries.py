"""한 문장 — what a programme gives to whom, and how much, as its specification says it."""

from dataclasses import dataclass
from datetime import date

from majungmul.programmes.specification import Line, Specification, specification
from majungmul.values.refusal import Refusal


@dataclass(frozen=True, slots=True)
class Summary:
    """사업 요약 — its name, what is given, to whom."""

    code: str
    name: str
    what: str
    whom: str


def summary_of(jurisdiction: str, programme: str) -> Summary:
    """사업 요약 — of one programme."""
    chosen = specification(jurisdiction, programme)
    return Summary(programme, chosen.name, chosen.contents[0], chosen.target)


def main_line_of(chosen: Specification) -> Line:
    """주된 항목 — whose rule an applicant asks about: the support, or the first that is worked out by a rule."""
    if chosen.main_line:
        return chosen.line(chosen.main_line)
    return next((line for line in chosen.lines if line.rule != "actual_cost"), chosen.lines[0])


def how_much(line: Line, day: date) -> str:
    """얼마 — the line's rule in words as it holds on a day; empty where it has no terms then."""
    try:
        return str(line.terms_on(day).rule.in_words)
    except Refusal:
        return ""
