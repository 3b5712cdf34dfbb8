"""제재 — what a body may not, since and until when."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from majungmul.books.parties.kinds import SanctionKind
from majungmul.books.parties.models.body import Organisation
from majungmul.books.parties.models.dated import Dated


class Sanction(Dated):
    """제재 — a body may not operate, receive or be chosen, for a time, under an article."""

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="sanctions")
    kind = models.CharField("구분", max_length=12, choices=SanctionKind.choices)
    article = models.CharField("근거 조문", max_length=120)
    reason = models.CharField("사유", max_length=200)
    lift_reason = models.CharField("해제 사유", max_length=200, blank=True)

    class Meta(Dated.Meta):
        """제재."""

        verbose_name = "제재"
        constraints: ClassVar = [
            *Dated.Meta.constraints,
            models.CheckConstraint(condition=Q(kind__in=SanctionKind.values), name="sanction_kind"),
        ]
