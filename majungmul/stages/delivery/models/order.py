"""자체 집행의 표 — work that the operator orders itself, with who drafted, handed in and approved it."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from majungmul.books.ledger.fields import WonField
from majungmul.books.trail.models import Recorded
from majungmul.stages.delivery.states import OrderState


class Order(Recorded):
    """자체 집행 품의 — work that the operator orders itself from a line of its award: of whom, what, how much.

    `amount` is with VAT. Approved, it is committed on the payee's account (계약); `cost_item` is the code of
    the 보조비목 in the line's terms. `acted_for`: the seat for which it was approved (대결), or empty.
    """

    award = models.ForeignKey("award.Award", on_delete=models.PROTECT, related_name="+")
    office = models.ForeignKey("parties.Office", on_delete=models.PROTECT, related_name="+")
    line = models.ForeignKey("award.AwardLine", on_delete=models.PROTECT, related_name="+")
    contractor = models.ForeignKey("parties.Organisation", on_delete=models.PROTECT, related_name="+")
    account = models.ForeignKey("ledger.Account", on_delete=models.PROTECT, null=True, related_name="+")
    number = models.CharField("품의번호", max_length=40)
    state = models.CharField("상태", max_length=10, choices=OrderState.choices)
    cost_item = models.CharField("보조비목", max_length=60)
    what = models.CharField("품의 내용", max_length=200)
    amount = WonField("품의 금액")
    needed_on = models.DateField("쓰는 날")
    drafted_by = models.UUIDField("작성한 사람")
    drafted_on = models.DateField("작성일")
    submitted_by = models.UUIDField("올린 사람", null=True)
    submitted_on = models.DateField("올린 날", null=True)
    decided_by = models.UUIDField("결재한 사람", null=True)
    decided_on = models.DateField("결재일", null=True)
    acted_for = models.CharField("대결한 직책", max_length=80, blank=True)
    reason = models.CharField("사유", max_length=300, blank=True)

    class Meta:
        """자체 집행 품의."""

        verbose_name = "자체 집행 품의"
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(state__in=OrderState.values), name="order_state"),
            models.CheckConstraint(condition=Q(amount__gte=1), name="order_of_something"),
            models.CheckConstraint(
                condition=Q(decided_by=None)
                | ~Q(decided_by=F("submitted_by")) & ~Q(decided_by=F("drafted_by")),
                name="order_decided_by_another",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=(OrderState.SUBMITTED, OrderState.APPROVED))
                | Q(submitted_by__isnull=False, submitted_on__isnull=False),
                name="order_submitted_by_somebody",
            ),
            models.CheckConstraint(
                condition=~Q(state=OrderState.APPROVED)
                | Q(account__isnull=False, decided_by__isnull=False, decided_on__isnull=False),
                name="order_approved_whole",
            ),
            models.UniqueConstraint(fields=["jurisdiction", "office", "number"], name="order_number_once"),
        ]

    @property
    def is_made_up(self) -> bool:
        """가상 — as its award is."""
        return bool(self.award.is_made_up)
