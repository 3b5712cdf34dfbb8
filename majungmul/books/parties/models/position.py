"""직책 — seats of an office, who holds them and who acts for them."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from majungmul.books.parties.kinds import Role
from majungmul.books.parties.models.city import Office
from majungmul.books.parties.models.dated import Dated
from majungmul.books.parties.models.person import Person
from majungmul.books.trail.models import Recorded


class Position(Recorded):
    """직책 — a seat of an office, to which rights belong; people hold it for a time."""

    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="positions")
    code = models.SlugField("부호")
    title = models.CharField("직책명", max_length=60)
    role = models.CharField("구분", max_length=20, choices=Role.choices)

    class Meta:
        """직책."""

        verbose_name = "직책"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["jurisdiction", "office", "code"], name="position_code_once"),
            models.CheckConstraint(condition=Q(role__in=Role.values), name="position_role"),
        ]


class Tenure(Dated):
    """보직 — a person holds a position for a time; a position has one holder at a time (own_guards)."""

    position = models.ForeignKey(Position, on_delete=models.PROTECT, related_name="tenures")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="tenures")

    class Meta(Dated.Meta):
        """보직."""

        verbose_name = "보직"


class Acting(Dated):
    """대결·직무대리 — another position acts for this one, for a time; the reason may be an illness."""

    PERSONAL = frozenset({"reason"})

    position = models.ForeignKey(Position, on_delete=models.PROTECT, related_name="acted_for")
    by = models.ForeignKey(Position, on_delete=models.PROTECT, related_name="acts_for")
    reason = models.CharField("사유", max_length=200)

    class Meta(Dated.Meta):
        """대결·직무대리."""

        verbose_name = "대결·직무대리"
        constraints: ClassVar = [
            *Dated.Meta.constraints,
            models.CheckConstraint(condition=~Q(position=F("by")), name="acting_for_another"),
        ]
