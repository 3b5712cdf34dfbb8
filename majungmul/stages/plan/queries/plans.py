"""지원계획 — which there are, and the edition that holds."""

from uuid import UUID

from majungmul.books.trail.models import RecordedQuerySet
from majungmul.stages.plan.models import Edition, Plan


def plans_of(jurisdiction: UUID, year: int) -> RecordedQuerySet[Plan]:
    """The plans of a year, of all offices, in the order in which they were begun."""
    plans: RecordedQuerySet[Plan] = Plan.objects.of(jurisdiction)
    return plans.filter(year=year).order_by("id")


def plan_of(jurisdiction: UUID, office: UUID, year: int) -> Plan | None:
    """지원계획 — an office's of a year, or None."""
    return plans_of(jurisdiction, year).filter(office=office).first()


def edition_of(plan: Plan) -> Edition:
    """지원계획 판 — the one that holds: the latest."""
    return Edition.objects.filter(plan=plan).order_by("-number")[0]


def plan_years(jurisdiction: UUID, office: UUID) -> list[int]:
    """지원계획의 해 — those of which an office has a plan, the latest first."""
    years = Plan.objects.of(jurisdiction).filter(office=office).values_list("year", flat=True)
    return list(years.order_by("-year").distinct())
