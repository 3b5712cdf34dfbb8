"""지원 신청액 — what the rule of a call gives for each planned amount: one place, for the record and its preview."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from majungmul.programmes.form_answers import read
from majungmul.rules.calculation import Calculation
from majungmul.rules.share import Share
from majungmul.stages.call.models import Call, Kind
from majungmul.stages.call.queries import form_of, rule_of
from majungmul.values.won import Won, total


@dataclass(frozen=True, slots=True)
class Support:
    """지원 신청액 — of so many amounts their sum, and what is asked for with its sentence; None: as it was typed.

    `each`: by the number of its row, from zero.
    """

    count: int
    spent: Won
    amount: Won | None
    because: str
    rate: str = ""
    each: Mapping[int, Won] = field(default_factory=dict)


def worked_out(call: Call, amounts: Iterable[Won]) -> list[Calculation]:
    """셈 — of each amount by the rule of the call's line, rounded for each; none where the rule is no share."""
    rule = rule_of(call)
    return [rule.calculate(amount) for amount in amounts] if isinstance(rule, Share) else []


def sentence(call: Call, worked: list[Calculation]) -> str:
    """셈의 문장 — that of the one amount; of several the terms, by which each was worked out."""
    rule = rule_of(call)
    if len(worked) == 1:
        return worked[0].because
    return rule.in_words if isinstance(rule, Share) and worked else ""


def worked_out_of(call: Call, answers: object) -> Support | None:
    """셈 — of what was typed so far: of the amounts that can be read. None of a form without amounts."""
    form = form_of(call)
    found = read(form, answers)
    if not form.adds:
        return None
    if call.kind == Kind.DESIGNATION:
        return Support(1, found.total, None, "")
    code, _, added = form.adds.partition(".")
    amounts = {place: row[added] for place, row in enumerate(found.values.get(code, [])) if added in row}
    worked = worked_out(call, amounts.values())
    return Support(
        count=len(amounts),
        spent=found.total,
        amount=total(each.amount for each in worked) if worked else None,
        because=_sum(worked) if len(worked) > 1 else sentence(call, worked),
        rate=_rate(call),
        each=dict(zip(amounts, (one.amount for one in worked), strict=False)),
    )


def _sum(worked: list[Calculation]) -> str:
    """`거래마다 셈해 더했습니다. 5,023,000원 + 2,741,890원 = 7,764,890원`."""
    parts = " + ".join(str(each.amount) for each in worked)
    return f"거래마다 셈해 더했습니다. {parts} = {total(each.amount for each in worked)}"


def _rate(call: Call) -> str:
    rule = rule_of(call)
    return str(rule.share) if isinstance(rule, Share) else ""
