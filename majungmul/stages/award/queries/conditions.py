"""교부조건 — of an award; and which of an office's are not met, on a day."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from majungmul.books.trail.models import RecordedQuerySet
from majungmul.stages.award.models import Award, Condition
from majungmul.stages.award.states import State


@dataclass(frozen=True, slots=True)
class OpenCondition:
    """이행 전 조건 — a condition not met on a day, by when it is to be met, and whether that day is over."""

    condition: Condition
    award: Award
    when: str
    is_overdue: bool


def conditions_of(award: Award) -> RecordedQuerySet[Condition]:
    """교부조건 — of an award, in order."""
    rows: RecordedQuerySet[Condition] = Condition.objects.of(award.jurisdiction_id)
    return rows.filter(award=award).order_by("order")


def open_conditions(office: UUID, jurisdiction: UUID, on: date) -> list[OpenCondition]:
    """이행 전 조건 — of an office's awards in effect, seen from a day: the first due first, then those without."""
    rows = Condition.objects.of(jurisdiction).filter(
        award__office=office, award__state=State.EFFECTIVE, award__effective_on__lte=on
    )
    waiting = rows.exclude(fulfilled_on__lte=on).select_related("award__body", "award__application")
    return sorted(
        (_open(condition, on) for condition in waiting.order_by("award_id", "order")),
        key=lambda each: each.condition.due_on or date.max,
    )


def _open(condition: Condition, on: date) -> OpenCondition:
    due = condition.due_on
    when = f"{due:%Y. %-m. %-d.}까지" if due else condition.get_due_display()
    return OpenCondition(condition, condition.award, when, is_overdue=due is not None and due < on)
