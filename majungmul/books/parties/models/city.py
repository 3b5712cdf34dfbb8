"""자치단체와 기관 — to which every row, and every position, belongs."""

from typing import ClassVar
from uuid import UUID

from django.db import models
from django.db.models import Q

from majungmul.books.parties.kinds import OfficeKind
from majungmul.books.trail.models import Recorded


class Jurisdiction(Recorded):
    """자치단체 — a city or province; every row of the books belongs to one."""

    jurisdiction = None  # type: ignore[assignment]  # it is the one that others belong to
    code = models.SlugField("부호", unique=True)
    name = models.CharField("이름", max_length=40)

    class Meta:
        """자치단체."""

        verbose_name = "자치단체"

    @property
    def jurisdiction_id(self) -> UUID:  # type: ignore[override]  # a field of all others
        """Its own: so that it can be asked like any row."""
        return self.pk


class Office(Recorded):
    """기관 — who grants, operates, watches or applies: 시, 중앙회 서울지역본부, 협동조합.

    `organisation` is the body for which its people apply and are paid: of every office that applies.
    """

    code = models.SlugField("부호")
    name = models.CharField("이름", max_length=60)
    kind = models.CharField("구분", max_length=10, choices=OfficeKind.choices)
    organisation = models.ForeignKey(
        "parties.Organisation", on_delete=models.PROTECT, null=True, related_name="+"
    )

    class Meta:
        """기관."""

        verbose_name = "기관"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["jurisdiction", "code"], name="office_code_once"),
            models.CheckConstraint(condition=Q(kind__in=OfficeKind.values), name="office_kind"),
            models.CheckConstraint(
                condition=~Q(kind=OfficeKind.APPLICANT) | Q(organisation__isnull=False),
                name="applicant_is_a_body",
            ),
            models.UniqueConstraint(
                fields=["jurisdiction", "organisation"],
                condition=Q(organisation__isnull=False),
                name="office_of_a_body_once",
            ),
        ]
