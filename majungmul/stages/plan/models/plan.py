"""지원계획 — the plan and where it stands, what it says (an edition), its lines, and how these changed."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from majungmul.books.ledger.fields import WonField
from majungmul.books.trail.models import Recorded
from majungmul.stages.plan.states import State


class Plan(Recorded):
    """지원계획 — a year's plan of an office: its state, the account of its budget, and its papers.

    `keeper` is the seat that looks after it and owes the city's duties; `operator` is known once it is fixed.
    """

    office = models.ForeignKey("parties.Office", on_delete=models.PROTECT, related_name="+")
    year = models.IntegerField("회계연도")
    state = models.CharField("상태", max_length=12, choices=State.choices, default=State.DRAFT)
    account = models.ForeignKey("ledger.Account", on_delete=models.PROTECT, related_name="+")
    keeper = models.ForeignKey("parties.Position", on_delete=models.PROTECT, related_name="+")
    operator = models.ForeignKey(
        "parties.Organisation", on_delete=models.PROTECT, null=True, related_name="+"
    )
    submitted_by = models.UUIDField("올린 사람", null=True)
    sent_back_for = models.CharField("반려 사유", max_length=200, blank=True)
    approval = models.CharField("결재 문서번호", max_length=120, blank=True)
    notice = models.CharField("통보 문서번호", max_length=120, blank=True)

    class Meta:
        """지원계획."""

        verbose_name = "지원계획"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["jurisdiction", "office", "year"], name="plan_once_a_year"),
            models.CheckConstraint(condition=Q(state__in=State.values), name="plan_state"),
            models.CheckConstraint(
                condition=~Q(state__in=(State.ANNOUNCED, State.CLOSED)) | ~Q(notice=""),
                name="plan_announced_by_a_paper",
            ),
        ]


class Edition(Recorded):
    """지원계획 판 — what a plan says, from beginning to end; the one with the highest number holds."""

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="editions")
    number = models.PositiveIntegerField("판")
    title = models.CharField("제목", max_length=160)
    operator = models.CharField("수행기관", max_length=120)
    purpose = models.TextField("목적")
    law = models.CharField("근거 법령", max_length=200)
    report_title = models.CharField("실적보고 제목", max_length=160)
    report_number = models.CharField("실적보고 문서번호", max_length=120)
    report_date = models.DateField("실적보고일")
    budget_code = models.CharField("예산과목 부호", max_length=40)
    budget_names = models.JSONField("예산과목 이름")

    class Meta:
        """지원계획 판."""

        verbose_name = "지원계획 판"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["jurisdiction", "plan", "number"], name="edition_once"),
        ]


class Part(Recorded):
    """판의 부분 — a row of what an edition says, in the order of the paper."""

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="%(class)ss")
    order = models.PositiveIntegerField("차례")

    class Meta:
        """No table of its own."""

        abstract = True
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["jurisdiction", "edition", "order"], name="%(class)s_in_order"),
        ]


class BudgetLine(Part):
    """소요예산 항목 — a row of the budget on which money is spent, and its account.

    Its words, 산출기초 and amount are those of the row; how much it has by now, the account says.
    """

    row = models.OneToOneField("plan.PlanRow", on_delete=models.PROTECT, related_name="line")
    programme = models.CharField("사업", max_length=60)
    code = models.CharField("항목", max_length=60)
    account = models.ForeignKey("ledger.Account", on_delete=models.PROTECT, related_name="+")

    class Meta(Part.Meta):
        """소요예산 항목."""

        verbose_name = "소요예산 항목"
        constraints: ClassVar = [
            *Part.Meta.constraints,
            models.UniqueConstraint(
                fields=["jurisdiction", "edition", "programme", "code"], name="line_once_an_edition"
            ),
        ]


class LineChange(Recorded):
    """예산 변경 — 전용 from one line to another; 추경: to a line (증액) or from a line (감액)."""

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="changes")
    from_line = models.ForeignKey(BudgetLine, on_delete=models.PROTECT, null=True, related_name="+")
    to_line = models.ForeignKey(BudgetLine, on_delete=models.PROTECT, null=True, related_name="+")
    amount = WonField("금액")
    reason = models.CharField("사유", max_length=200)
    paper = models.CharField("문서번호", max_length=120)
    at = models.DateTimeField("변경한 때")

    class Meta:
        """예산 변경."""

        verbose_name = "예산 변경"
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(from_line__isnull=False) | Q(to_line__isnull=False), name="change_of_a_line"
            ),
            models.CheckConstraint(condition=~Q(reason="") & ~Q(paper=""), name="change_says_why"),
            models.CheckConstraint(condition=Q(amount__gte=1), name="change_moves_something"),
        ]
