"""보고와 점검의 표 — how far the work is, what the city saw of it, when it will pay out again."""

from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import Q

from majungmul.books.trail.models import Recorded
from majungmul.values.calendar import months_after

MONTHS = 3


class Quarter(models.TextChoices):
    """보고 기간 — a quarter of the award's year."""

    Q1 = "q1", "1분기"
    Q2 = "q2", "2분기"
    Q3 = "q3", "3분기"
    Q4 = "q4", "4분기"

    def first_day(self, year: int) -> date:
        """The day on which it begins in that year."""
        return months_after(date(year, 1, 1), MONTHS * (int(self.value[1]) - 1))

    def last_month(self, year: int) -> str:
        """`2018-03`: its last month, as the occasion of its duty names it."""
        return f"{months_after(self.first_day(year), MONTHS - 1):%Y-%m}"


class ProgressReport(Recorded):
    """수행상황 보고 — how far the work of an award is: in words, and each line's figures as they stood then.

    It may be sealed (`files.seals`, step "progress_report"): the operator's 문서번호, and where 보탬e has it.
    """

    award = models.ForeignKey("award.Award", on_delete=models.PROTECT, related_name="+")
    office = models.ForeignKey("parties.Office", on_delete=models.PROTECT, related_name="+")
    body = models.ForeignKey("parties.Organisation", on_delete=models.PROTECT, related_name="+")
    period = models.CharField("보고 기간", max_length=2, choices=Quarter.choices)
    reported_on = models.DateField("보고일")
    reported_by = models.UUIDField("보고한 사람")
    summary = models.TextField("수행 내용")
    problems = models.CharField("문제점과 대책", max_length=500, blank=True)
    figures = models.JSONField("항목별 수치")

    class Meta:
        """수행상황 보고."""

        verbose_name = "수행상황 보고"
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(period__in=Quarter.values), name="progress_of_a_quarter"),
            models.UniqueConstraint(
                fields=["jurisdiction", "award", "period"], name="progress_reported_once"
            ),
        ]

    @property
    def is_made_up(self) -> bool:
        """가상 — as its award is."""
        return bool(self.award.is_made_up)


class MidCheck(Recorded):
    """중간점검 — before the second instalment: each item with its answer and reason, and whether it goes on.

    It may be sealed (`files.seals`, step "mid_check").
    """

    award = models.ForeignKey("award.Award", on_delete=models.PROTECT, related_name="+")
    office = models.ForeignKey("parties.Office", on_delete=models.PROTECT, related_name="+")
    checked_on = models.DateField("점검일")
    items = models.JSONField("점검 항목")
    is_passed = models.BooleanField("적합")
    opinion = models.CharField("점검 의견", max_length=500)
    checked_by = models.UUIDField("점검한 사람")

    class Meta:
        """중간점검."""

        verbose_name = "중간점검"

    @property
    def is_made_up(self) -> bool:
        """가상 — as its award is."""
        return bool(self.award.is_made_up)


class SecondDisbursement(Recorded):
    """2차 교부 예정 — when the city means to pay out what is left of an award; the latest one holds."""

    award = models.ForeignKey("award.Award", on_delete=models.PROTECT, related_name="+")
    office = models.ForeignKey("parties.Office", on_delete=models.PROTECT, related_name="+")
    planned_on = models.DateField("교부 예정일")
    decided_on = models.DateField("정한 날")
    decided_by = models.UUIDField("정한 사람")

    class Meta:
        """2차 교부 예정."""

        verbose_name = "2차 교부 예정"
