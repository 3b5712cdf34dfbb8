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
