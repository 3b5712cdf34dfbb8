"""직접 쓰는 항목 — which lines of an award the operator may spend itself, and for what."""

from datetime import date

from majungmul.programmes.specification import terms_on
from majungmul.rules.actual_cost import ActualCost, CostItem
from majungmul.stages.award.models import Award, AwardLine
from majungmul.stages.delivery.queries.figures import Ordered, ordered_of


def cost_items_of(line: AwardLine, on: date) -> tuple[CostItem, ...]:
    """보조비목 — of a line, by the terms of a day; none where it is not spent by actual cost."""
    rule = terms_on(on, jurisdiction=line.jurisdiction.code, programme=line.programme, line=line.code).rule
    return rule.items if isinstance(rule, ActualCost) else ()


def own_lines_of(award: Award, on: date) -> list[Ordered]:
    """직접 쓰는 항목 — of an award, with what was ordered and what is free, by the terms of a day."""
    day = max(on, award.since)
    return [each for each in ordered_of(award) if cost_items_of(each.line, day)]
