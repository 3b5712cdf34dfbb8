"""파일의 표 — contents by their hash, and each use of one."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from majungmul.books.files.kinds import Kind
from majungmul.books.trail.models import Recorded


class StoredFile(Recorded):
    """보관 파일 — a content of which there is one copy, named by its sha256."""

    sha256 = models.CharField(max_length=64)
    size = models.BigIntegerField()
    kind = models.CharField(max_length=8, choices=[(kind.value, kind.value.upper()) for kind in Kind])

    class Meta:
        """보관 파일."""

        verbose_name = "보관 파일"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["jurisdiction", "sha256"], name="content_once"),
            models.CheckConstraint(condition=Q(size__gt=0), name="content_not_empty"),
        ]


class FileUse(Recorded):
    """첨부 파일 — one use of a content: under which name, what for, of which row, by whom and when.

    `kept_until` is the first day on which it need not be kept any more; empty until a stage starts it.
    """

    PERSONAL = frozenset({"name"})

    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="uses")
    name = models.CharField(max_length=255)
    purpose = models.CharField(max_length=80)
    subject_model = models.CharField(max_length=80)
    subject = models.UUIDField()
    person = models.UUIDField()
    position = models.UUIDField()
    at = models.DateTimeField()
    kept_since = models.DateField(null=True)
    kept_until = models.DateField(null=True)
    kept_under = models.CharField(max_length=120, blank=True)

    class Meta:
        """첨부 파일."""

        verbose_name = "첨부 파일"
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(kept_since=None, kept_until=None, kept_under="")
                | Q(kept_until__gt=F("kept_since")) & ~Q(kept_under=""),
                name="kept_whole",
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["jurisdiction", "subject_model", "subject"])]


class SealedStep(Recorded):
    """시행 문서 — the official paper by which a step of a row took effect, and its entry in 보탬e (법 제28조).

    A row has each of its steps sealed once: 교부신청, 교부결정, 교부, 실적보고, 금액 확정.
    """

    subject_model = models.CharField(max_length=80)
    subject = models.UUIDField()
    step = models.CharField("단계", max_length=40)
    number = models.CharField("문서번호", max_length=120)
    effective_on = models.DateField("시행일")
    portal_number = models.CharField("보탬e 등록번호", max_length=60, blank=True)
    portal_on = models.DateField("보탬e 등록일", null=True)

    class Meta:
        """시행 문서."""

        verbose_name = "시행 문서"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["jurisdiction", "subject", "step"], name="step_sealed_once"),
            models.CheckConstraint(condition=~Q(number=""), name="seal_has_a_number"),
            models.CheckConstraint(
                condition=Q(portal_number="", portal_on=None)
                | ~Q(portal_number="") & Q(portal_on__isnull=False),
                name="portal_number_and_day",
            ),
        ]

    @property
    def portal(self) -> str:
        """보탬e 등록번호와 등록일, as a paper says them; empty where there is none."""
        return f"{self.portal_number} ({self.portal_on:%Y. %-m. %-d.})" if self.portal_on else ""
