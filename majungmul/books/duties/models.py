"""할 일의 표 — duties, every move of a last day, and the changes of holidays that moved some."""

from datetime import date, timedelta
from typing import ClassVar

from django.db import models
from django.db.models import Q

from majungmul.books.trail.models import Recorded
from majungmul.values.duty import Counting, Due

SUNDAY = 6


class Bucket(models.TextChoices):
    """언제까지 — where a duty stands on a day. UNCERTAIN: nobody knows its last day."""

    UNCERTAIN = "uncertain", "날짜 확인 필요"
    OVERDUE = "overdue", "기한 지남"
    TODAY = "today", "오늘"
    THIS_WEEK = "this_week", "이번 주"
    LATER = "later", "나중"


class Duty(Recorded):
    """할 일 — what a position or a body owes, by when, under which article; which event opened and did it.

    `start_on`, `days`, `months`, `counting` are the rule of its last day. Where the holidays of that time are
    unknown, `is_certain` is false and `due_on` the earliest that the last day can be: 확인 필요.
    """

    position = models.ForeignKey("parties.Position", on_delete=models.PROTECT, null=True, related_name="+")
    party = models.ForeignKey("parties.Organisation", on_delete=models.PROTECT, null=True, related_name="+")
    code = models.CharField("부호", max_length=60)
    occasion = models.CharField(max_length=200, blank=True)
    what = models.CharField("할 일", max_length=160)
    basis = models.CharField("근거", max_length=200)
    assumed = models.CharField(max_length=300, blank=True)
    subject_model = models.CharField(max_length=80)
    subject = models.UUIDField()
    start_on = models.DateField()
    days = models.IntegerField()
    months = models.IntegerField()
    counting = models.CharField(max_length=12, choices=[(each.value, each.name) for each in Counting])
    due_on = models.DateField()
    is_certain = models.BooleanField()
    opened_by = models.CharField(max_length=80)
    opened_key = models.CharField(max_length=200)
    opened_at = models.DateTimeField()
    done_by = models.CharField(max_length=80, blank=True)
    done_key = models.CharField(max_length=200, blank=True)
    done_at = models.DateTimeField(null=True)
    note = models.CharField("마친 내용", max_length=200, blank=True)

    class Meta:
        """할 일."""

        verbose_name = "할 일"
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(position=None, party__isnull=False) | Q(position__isnull=False, party=None),
                name="duty_of_one",
            ),
            models.CheckConstraint(condition=~Q(what="") & ~Q(basis=""), name="duty_has_a_basis"),
            models.CheckConstraint(
                condition=Q(done_at=None, done_by="") | Q(done_at__isnull=False) & ~Q(done_by=""),
                name="duty_done_whole",
            ),
            models.UniqueConstraint(
                fields=["jurisdiction", "subject", "code", "occasion", "position"],
                condition=Q(done_at=None),
                name="position_owes_once",
            ),
            models.UniqueConstraint(
                fields=["jurisdiction", "subject", "code", "occasion", "party"],
                condition=Q(done_at=None),
                name="party_owes_once",
            ),
        ]
        indexes: ClassVar = [
            models.Index(
                fields=["jurisdiction", "position", "due_on"], condition=Q(done_at=None), name="duty_open"
            ),
            models.Index(fields=["jurisdiction", "subject"], name="duty_of_subject"),
        ]

    @property
    def due(self) -> Due:
        """The rule of its last day."""
        return Due(self.start_on, self.days, self.months, Counting(self.counting))

    def bucket_on(self, day: date) -> Bucket:
        """Where it stands on a day; a week ends on Sunday."""
        if not self.is_certain:
            return Bucket.UNCERTAIN
        if self.due_on <= day:
            return Bucket.TODAY if self.due_on == day else Bucket.OVERDUE
        sunday = day + timedelta(days=SUNDAY - day.weekday())
        return Bucket.THIS_WEEK if self.due_on <= sunday else Bucket.LATER


class HolidayChange(Recorded):
    """공휴일 변경 — the days off as they are from now on (a 임시공휴일, a further year), and why."""

    reason = models.CharField("사유", max_length=200)
    years = models.JSONField()
    days = models.JSONField()

    class Meta:
        """공휴일 변경."""

        verbose_name = "공휴일 변경"


class DueMove(Recorded):
    """기한 변경 — a duty's last day before and after, and why: holidays that changed, or a decision."""

    duty = models.ForeignKey(Duty, on_delete=models.PROTECT, related_name="moves")
    holidays = models.ForeignKey(HolidayChange, on_delete=models.PROTECT, null=True, related_name="moves")
    reason = models.CharField("사유", max_length=200)
    was_due_on = models.DateField()
    was_certain = models.BooleanField()
    due_on = models.DateField()
    is_certain = models.BooleanField()

    class Meta:
        """기한 변경."""

        verbose_name = "기한 변경"
        constraints: ClassVar = [
            models.CheckConstraint(condition=~Q(reason=""), name="move_has_a_reason"),
        ]
