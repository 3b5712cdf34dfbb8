"""제출할 수 있는가 — every line of the budget has its amount, and they add up as printed."""

from majungmul.programmes.plan_tables import BUDGET
from majungmul.proof import check
from majungmul.stages.plan.models import BudgetLine, Edition
from majungmul.stages.plan.queries.figures import tables_of
from majungmul.stages.plan.queries.lines import amount_of
from majungmul.values.refusal import Refusal
from majungmul.values.won import ZERO


class AmountMissing(Refusal):
    """금액 없음."""

    sentence = "소요예산의 ‘{line}’에 금액이 없습니다. 1원 이상의 금액을 적은 뒤 다시 해 주십시오."


class DoesNotAddUp(Refusal):
    """맞지 않는 소요예산."""

    sentence = (
        "소요예산의 셈이 맞지 않습니다({place}: 적힌 값 {printed}, 맞는 값 {expected}). "
        "고친 뒤 다시 해 주십시오."
    )


def refuse_unready(edition: Edition) -> None:
    """Refuse an edition with a line without an amount, or whose budget does not add up."""
    for line in BudgetLine.objects.filter(edition=edition).select_related("row").order_by("order"):
        if amount_of(line) <= ZERO:
            raise AmountMissing(line=line.row.label)
    for wrong in check(table for table in tables_of(edition) if table.key == BUDGET):
        raise DoesNotAddUp(place=wrong.place, printed=wrong.printed, expected=wrong.expected)
