"""계산해 보기 — what a programme would give for figures that somebody types, with the rule's own sentence."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.http import QueryDict

from majungmul.programmes.calculating import Outcome, calculate
from majungmul.programmes.cases import cases_of
from majungmul.programmes.claims import Claim, read_claims
from majungmul.programmes.form import Field, Form
from majungmul.programmes.form_answers import FieldMistake, read
from majungmul.programmes.specification import Line, Specification
from majungmul.rules.interest import Interest
from majungmul.web.forms.asking import ask, choice, field
from majungmul.web.forms.typed import Typed, of, typed_in
from majungmul.web.public.summaries import main_line_of

ASKED = ("share", "interest", "unit_price")
MOST_DAYS = 3_650


@dataclass(frozen=True, slots=True)
class Worked:
    """계산 — the form with what was typed, and what came out; nothing where something is to be put right."""

    typed: Typed
    outcome: Outcome | None


def worked(code: str, programme: str, chosen: Specification, day: date, sent: QueryDict) -> Worked | None:
    """계산 — by the rule of the programme's main line; None where it is no rule that can be asked simply.

    What stands in the form at first is a worked example of the specification.
    """
    line = main_line_of(chosen)
    if line.rule not in ASKED or not any(day in terms.period for terms in line.versions):
        return None
    form = ask("얼마를 받을 수 있나", *_fields(line, day))
    is_sent = any(name.startswith("it.") for name in sent)
    answers = typed_in(form, sent) if is_sent else of(_example(code, programme, line))
    return _work_out(form, answers, line, day)


def _work_out(form: Form, answers: dict[str, Any], line: Line, day: date) -> Worked:
    found = read(form, answers)
    typed = Typed(form, answers, [*found.mistakes, *_too_long(found.values.get("it", {}))])
    if typed.is_wrong:
        return Worked(typed, None)
    (outcome,) = calculate(line, [_claim(line, found.values["it"], day)])
    if outcome.refused:
        typed.mistakes.append(FieldMistake(f"it.{form.sections[0].fields[-1].code}", outcome.refused))
        return Worked(typed, None)
    return Worked(typed, outcome)


def _fields(line: Line, day: date) -> tuple[Field, ...]:
    """What the rule asks: an amount, a loan, or how many how often."""
    if line.rule == "share":
        label = (*line.columns.get("amount", ()), "금액")[1]
        return (field("amount", label, "won", example="50,000,000", help="부가가치세를 뺀 금액을 적습니다."),)
    if line.rule == "interest":
        return _loan_fields(line, day)
    label = (*line.columns.get("count", ()), "수량", "수량")[1]
    times = (*line.columns.get("times", ()), "횟수", "횟수")[1]
    return field("count", label, "count", example="1"), field("times", times, "count", example="1")


def _loan_fields(line: Line, day: date) -> tuple[Field, ...]:
    rule = line.terms_on(day).rule
    kinds = [
        (kind, rule.kinds[kind])
        for kind, rate in (rule.rates.items() if isinstance(rule, Interest) else ())
        if isinstance(rule, Interest) and rate is not None
    ]
    return (
        choice("kind", "대출 종류", kinds),
        field("principal", "빌린 돈(원금)", "won", example="100,000,000"),
        field("days", "빌린 날수", "count", example="180", help="그동안 갚지 않은 것으로 셈합니다."),
    )


def _too_long(values: dict[str, Any]) -> list[FieldMistake]:
    """A loan of more days than anybody has is a slip of the keyboard."""
    if values.get("days", 0) <= MOST_DAYS:
        return []
    return [FieldMistake("it.days", f"날수는 {MOST_DAYS:,}일까지 셈합니다. 빌린 날수를 다시 적어 주십시오.")]


def _claim(line: Line, values: dict[str, Any], day: date) -> Claim:
    """The figures as the claim of a list."""
    if line.rule != "interest":
        return {"id": "1", "on": day, **values}
    until = day + timedelta(days=values["days"])
    record = {
        "id": "1",
        "kind": values["kind"],
        "principal": str(values["principal"].amount),
        "start": day.isoformat(),
        "end": until.isoformat(),
        "from": day.isoformat(),
        "until": until.isoformat(),
    }
    (claim,), _ = read_claims(line, [record])
    return claim


def _example(code: str, programme: str, line: Line) -> dict[str, str]:
    """예시 — the figures of the first worked example of the line that pays something."""
    for case in cases_of(code, programme):
        if (case.line or line.code) == line.code and case.paid and not case.terms:
            claims, _ = read_claims(line, case.records())
            return _typed_as(next(each for each in claims if each["id"] in case.paid))
    return {}


def _typed_as(claim: Claim) -> dict[str, str]:
    if "loan" in claim:
        loan = claim["loan"]
        days = str((loan.period.until - loan.period.since).days)
        return {"kind": loan.kind, "principal": f"{loan.principal.amount:,}", "days": days}
    if "amount" in claim:
        return {"amount": f"{claim['amount'].amount:,}"}
    return {"count": str(claim["count"]), "times": str(claim.get("times", 1))}
