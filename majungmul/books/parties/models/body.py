"""단체 — bodies that apply, are paid or served; their names, those who stand for them, where they are."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from majungmul.books.parties.kinds import OrganisationKind
from majungmul.books.parties.models.dated import Dated
from majungmul.books.trail.models import Recorded


class Organisation(Recorded):
    """단체 — a body that applies, is paid or served: 협동조합, 연합회, 사업조합, 중소기업, 중앙회, 지자체.

    Two rows of one body are merged: both stay, and one points at the other. A sole trader's number is
    personal, and nothing here tells a sole trader from a company: so it stays out of the chain for all.
    """

    PERSONAL = frozenset({"business_number"})

    kind = models.CharField("구분", max_length=20, choices=OrganisationKind.choices)
    name = models.CharField("이름", max_length=80)
    business_number = models.CharField("사업자등록번호", max_length=10, blank=True)
    merged_into = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="merged")
    merge_reason = models.CharField("합친 이유", max_length=200, blank=True)

    class Meta:
        """단체."""

        verbose_name = "단체"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["jurisdiction", "business_number"],
                condition=~Q(business_number=""),
                name="business_number_once",
            ),
            models.CheckConstraint(condition=Q(kind__in=OrganisationKind.values), name="organisation_kind"),
            models.CheckConstraint(
                condition=Q(merged_into=None) | ~Q(merged_into=F("id")),
                name="organisation_merged_into_another",
            ),
        ]


class Alias(Recorded):
    """다른 이름 — how people write a name (흄관(조), 가구(연)): its plain form finds, its skeleton asks."""

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="aliases")
    name = models.CharField("다른 이름", max_length=80)
    plain = models.CharField(max_length=80)
    skeleton = models.CharField(max_length=560)

    class Meta:
        """다른 이름."""

        verbose_name = "다른 이름"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["jurisdiction", "organisation", "plain"], name="alias_once"),
        ]
        indexes: ClassVar = [
            models.Index(fields=["jurisdiction", "plain"]),
            models.Index(fields=["jurisdiction", "skeleton"]),
        ]


class Representative(Dated):
    """대표자 — who stands for a body in a period (a new 이사장 in February); one at a time (own_guards)."""

    PERSONAL = frozenset({"name"})

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="representatives")
    name = models.CharField("대표자 이름", max_length=40)
    title = models.CharField("대표자 직함", max_length=40)

    class Meta(Dated.Meta):
        """대표자."""

        verbose_name = "대표자"


class Address(Dated):
    """소재지 — where a body is in a period; one at a time (own_guards). A sole trader's may be a home."""

    PERSONAL = frozenset({"text"})

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="addresses")
    text = models.CharField("소재지", max_length=200)

    class Meta(Dated.Meta):
        """소재지."""

        verbose_name = "소재지"
