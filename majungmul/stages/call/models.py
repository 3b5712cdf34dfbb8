"""공모의 표 — calls, how they were amended, and the meetings that explain them."""

from datetime import datetime
from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from majungmul.books.trail.models import Recorded
from majungmul.stages.call.states import State


class Kind(models.TextChoices):
    """공모의 구분 — open to all who may apply, or for one who is named."""

    PUBLIC = "public", "공고"
    DESIGNATION = "designation", "지정"


class Call(Recorded):
    """공고 — who may apply for what, until when, and the account that funds it; 지정: the one who is named.

    `keeper` is the seat that looks after it and owes the office's duties. `opens_at` and `closes_at` are
    instants, `[opens_at, closes_at)`. What is 가상 is so in everything that follows from it.
    """

    office = models.ForeignKey("parties.Office", on_delete=models.PROTECT, related_name="+")
    keeper = models.ForeignKey("parties.Position", on_delete=models.PROTECT, related_name="+")
    account = models.ForeignKey("ledger.Account", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField("구분", max_length=12, choices=Kind.choices)
    state = models.CharField("상태", max_length=12, choices=State.choices)
    year = models.IntegerField("회계연도")
    programme = models.CharField("사업", max_length=60, blank=True)
    title = models.CharField("제목", max_length=160)
    number = models.CharField("공고번호", max_length=60, blank=True)
    announced_on = models.DateField("공고일", null=True)
    opens_at = models.DateTimeField("접수 시작")
    closes_at = models.DateTimeField("접수 마감")
    contact = models.CharField("문의처", max_length=120)
    text = models.TextField("공고 내용", blank=True)
    also_required = models.JSONField("더 내야 하는 서류", default=list)
    designated = models.ForeignKey(
        "parties.Organisation", on_delete=models.PROTECT, null=True, related_name="+"
    )
    reason_code = models.CharField("비공모 사유", max_length=60, blank=True)
    reason = models.CharField("사유", max_length=300, blank=True)
    is_made_up = models.BooleanField("가상", default=False)
    drafted_by = models.UUIDField("작성한 사람")
    announced_by = models.UUIDField("공고한 사람", null=True)

    class Meta:
        """공고."""

        verbose_name = "공고"
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(state__in=State.values), name="call_state"),
            models.CheckConstraint(
                condition=Q(opens_at__lt=F("closes_at")), name="call_opens_before_it_closes"
            ),
            models.CheckConstraint(
                condition=Q(kind=Kind.PUBLIC, designated=None) & ~Q(programme="")
                | Q(kind=Kind.DESIGNATION, designated__isnull=False) & ~Q(reason_code=""),
                name="call_public_or_designation",
            ),
            models.UniqueConstraint(
                fields=["jurisdiction", "office", "number"], condition=~Q(number=""), name="call_number_once"
            ),
            models.UniqueConstraint(
                fields=["jurisdiction", "account", "designated"],
                condition=Q(kind=Kind.DESIGNATION, state=State.ANNOUNCED),
                name="call_designates_once",
            ),
            models.CheckConstraint(
                condition=~Q(state=State.ANNOUNCED)
                | ~Q(number="") & Q(announced_on__isnull=False, announced_by__isnull=False),
                name="call_announced_whole",
            ),
        ]

    def is_open(self, at: datetime) -> bool:
        """Whether what arrives at this instant is in time: at the very instant of `closes_at` it is too late."""
        return self.state == State.ANNOUNCED and self.opens_at <= at < self.closes_at


AMENDABLE = {
    "opens_at": "접수 시작",
    "closes_at": "접수 마감",
    "contact": "문의처",
    "text": "공고 내용",
    "also_required": "더 내야 하는 서류",
}
"""What of a call may be amended, and how people call it."""


class Amendment(Recorded):
    """정정공고 — what of a call was changed, from what to what, and why; the older holds until `at`."""

    call = models.ForeignKey(Call, on_delete=models.PROTECT, related_name="amendments")
    number = models.PositiveIntegerField("차수")
    reason = models.CharField("정정 사유", max_length=300)
    before = models.JSONField("정정 전")
    after = models.JSONField("정정 후")
    at = models.DateTimeField("정정한 때")
    amended_by = models.UUIDField("정정한 사람")

    class Meta:
        """정정공고."""

        verbose_name = "정정공고"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["jurisdiction", "call", "number"], name="amendment_once"),
        ]


class Briefing(Recorded):
    """설명회 — where and when a call is explained; afterwards how many came (서명부 as a file), no names."""

    call = models.ForeignKey(Call, on_delete=models.PROTECT, related_name="briefings")
    place = models.CharField("장소", max_length=160)
    held_at = models.DateTimeField("일시")
    people = models.PositiveIntegerField("참석 인원", null=True)
    note = models.CharField("비고", max_length=300, blank=True)

    class Meta:
        """설명회."""

        verbose_name = "설명회"
