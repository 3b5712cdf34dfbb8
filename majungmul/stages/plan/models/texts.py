"""지원계획의 글 — what an edition says in words: contents, schedule, checklist, what is to be compared."""

from typing import ClassVar

from django.db import models

from majungmul.stages.plan.models.plan import Part


class Content(Part):
    """사업내용 — ①～: what a year did or is to do, in short."""

    year = models.IntegerField("연도")
    text = models.TextField("내용")

    class Meta(Part.Meta):
        """사업내용."""

        verbose_name = "사업내용"


class ScheduledEvent(Part):
    """추진일정 — what is done, by whom, in a month (`2018-02`) or from the first to the last."""

    what = models.CharField("할 것", max_length=160)
    who = models.CharField("누가", max_length=120, blank=True)
    first_month = models.CharField("첫 달", max_length=7)
    last_month = models.CharField("끝 달", max_length=7, blank=True)

    class Meta(Part.Meta):
        """추진일정."""

        verbose_name = "추진일정"


class ChecklistAnswer(Part):
    """사전 검토항목 — what was to be considered before, and the answer."""

    key = models.CharField("이름", max_length=60)
    label = models.CharField("항목", max_length=80)
    question = models.TextField("물음")
    answer = models.CharField("점검 사항", max_length=20)

    class Meta(Part.Meta):
        """사전 검토항목."""

        verbose_name = "사전 검토항목"
        constraints: ClassVar = [
            *Part.Meta.constraints,
            models.UniqueConstraint(fields=["jurisdiction", "edition", "key"], name="checklist_once"),
        ]


class PlanNote(Part):
    """견줄 것 — which figures the plan asks to be compared, by their paths (`programmes.plan_notes`)."""

    asks = models.JSONField("견줄 자리")

    class Meta(Part.Meta):
        """견줄 것."""

        verbose_name = "견줄 것"
