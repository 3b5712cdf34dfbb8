"""지원계획의 표 — tables as the paper prints them: each figure as printed and as value; where else it is."""

from decimal import Decimal
from typing import ClassVar

from django.db import models
from django.db.models import Q

from majungmul.books.ledger.fields import WonField
from majungmul.stages.plan.models.plan import Part
from majungmul.values.table import Value


class PlanTable(Part):
    """계획의 표 — title, unit of its figures, where totals stand; `again`: where it is printed too."""

    key = models.CharField("이름", max_length=60)
    title = models.CharField("제목", max_length=200)
    unit = models.CharField("단위", max_length=20, blank=True)
    totals = models.CharField("합계의 자리", max_length=4)
    again = models.CharField("다시 인쇄된 곳", max_length=200, blank=True)

    class Meta(Part.Meta):
        """계획의 표."""

        verbose_name = "계획의 표"
        constraints: ClassVar = [
            *Part.Meta.constraints,
            models.UniqueConstraint(fields=["jurisdiction", "edition", "key"], name="plan_table_once"),
        ]


class PlanColumn(Part):
    """계획의 열 — its words, its own unit, and how it is worked out of other columns (`of`: their keys)."""

    table = models.ForeignKey(PlanTable, on_delete=models.PROTECT, related_name="columns")
    key = models.CharField("이름", max_length=60)
    label = models.CharField("열", max_length=120)
    unit = models.CharField("단위", max_length=20, null=True)  # noqa: DJ001 - none: the table's; empty: words
    adds = models.BooleanField("합계")
    formula = models.CharField("셈", max_length=10, blank=True)
    of = models.CharField("셈의 열", max_length=200, blank=True)
    digits = models.PositiveIntegerField("소수 자리")

    class Meta(Part.Meta):
        """계획의 열."""

        verbose_name = "계획의 열"
        constraints: ClassVar = [
            *Part.Meta.constraints,
            models.UniqueConstraint(fields=["jurisdiction", "table", "key"], name="plan_column_once"),
        ]


class PlanRow(Part):
    """계획의 행 — its words, how deep it stands; `again`: its figures where the table is printed again."""

    table = models.ForeignKey(PlanTable, on_delete=models.PROTECT, related_name="rows")
    key = models.CharField("이름", max_length=120)
    level = models.PositiveIntegerField("깊이")
    label = models.CharField("행", max_length=120)
    again = models.CharField("다시 인쇄된 숫자", max_length=200, blank=True)

    class Meta(Part.Meta):
        """계획의 행."""

        verbose_name = "계획의 행"
        constraints: ClassVar = [
            *Part.Meta.constraints,
            models.UniqueConstraint(fields=["jurisdiction", "table", "key"], name="plan_row_once"),
        ]


class PlanCell(Part):
    """계획의 칸 — as printed, and as value: won, a count, or per cent; none in words, 미정, or not offered.

    An empty cell has no row. `unit` is its own, where it bears one. Per cent is kept as written: 95.0 keeps
    its digits, and SQLite has no decimals.
    """

    row = models.ForeignKey(PlanRow, on_delete=models.PROTECT, related_name="cells")
    column = models.ForeignKey(PlanColumn, on_delete=models.PROTECT, related_name="cells")
    printed = models.CharField("인쇄된 글", max_length=200, blank=True)
    unit = models.CharField("제 단위", max_length=20, blank=True)
    won = WonField("금액", null=True)
    count = models.BigIntegerField("수", null=True)
    percent = models.CharField("율", max_length=20, blank=True)

    class Meta(Part.Meta):
        """계획의 칸."""

        verbose_name = "계획의 칸"
        constraints: ClassVar = [
            *Part.Meta.constraints,
            models.UniqueConstraint(fields=["jurisdiction", "row", "column"], name="plan_cell_once"),
            models.CheckConstraint(
                condition=Q(won=None, count=None)
                | Q(won=None, percent="", count__isnull=False)
                | Q(count=None, percent="", won__isnull=False),
                name="plan_cell_one_value",
            ),
        ]

    @property
    def value(self) -> Value:
        """In won, in a count or in per cent; None where there is none."""
        if self.won is not None:
            return self.won.amount
        return Decimal(self.percent) if self.percent else self.count


class Origin(models.TextChoices):
    """출처의 구분 — where else a figure lives or stands."""

    SAME = "same", "다른 칸의 값"
    PART = "part", "더한 칸"
    TERM = "term", "사업 명세의 조건"
    PRINTED = "printed", "다시 인쇄됨"


class CellSource(Part):
    """칸의 출처 — another cell that has its value or a part of it, a term, or where it is printed again."""

    cell = models.ForeignKey(PlanCell, on_delete=models.PROTECT, related_name="sources")
    origin = models.CharField("구분", max_length=8, choices=Origin.choices)
    of = models.ForeignKey(PlanCell, on_delete=models.PROTECT, null=True, related_name="+")
    place = models.CharField("자리", max_length=200, blank=True)
    text = models.CharField("글", max_length=200, blank=True)

    class Meta(Part.Meta):
        """칸의 출처."""

        verbose_name = "칸의 출처"
        constraints: ClassVar = [
            *Part.Meta.constraints,
            models.CheckConstraint(
                condition=Q(origin__in=(Origin.SAME, Origin.PART), of__isnull=False)
                | Q(origin__in=(Origin.TERM, Origin.PRINTED), of=None),
                name="cell_source_whole",
            ),
        ]
