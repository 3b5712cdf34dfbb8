"""이체의 표 — lists for the bank, and what became of each claim in them."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from majungmul.books.ledger.fields import WonField
from majungmul.books.trail.models import Recorded
from majungmul.stages.payment.models.claim import Claim


class BankList(Recorded):
    """이체 목록 — the approved claims that are handed to the bank together."""

    office = models.ForeignKey("parties.Office", on_delete=models.PROTECT, related_name="+")
    number = models.CharField("목록번호", max_length=60)
    made_at = models.DateTimeField("만든 때")
    total = WonField("합계")

    class Meta:
        """이체 목록."""

        verbose_name = "이체 목록"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["jurisdiction", "office", "number"], name="bank_list_once"),
        ]


class EntryState(models.TextChoices):
    """이체의 결과 — what the bank said."""

    LISTED = "listed", "이체 중"
    PAID = "paid", "지급"
    FAILED = "failed", "반송"


class BankEntry(Recorded):
    """이체 — one claim in a list: to which account, how much, and what became of it."""

    bank_list = models.ForeignKey(BankList, on_delete=models.PROTECT, related_name="entries")
    claim = models.ForeignKey(Claim, on_delete=models.PROTECT, related_name="entries")
    bank_account = models.ForeignKey("parties.BankAccount", on_delete=models.PROTECT, related_name="+")
    amount = WonField("금액")
    state = models.CharField("결과", max_length=8, choices=EntryState.choices)
    settled_at = models.DateTimeField("결과를 안 때", null=True)
    reason = models.CharField("반송 사유", max_length=200, blank=True)
    was_paid = models.BooleanField("지급했던 것", default=False)

    class Meta:
        """이체."""

        verbose_name = "이체(은행)"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["jurisdiction", "claim"],
                condition=Q(state__in=(EntryState.LISTED, EntryState.PAID)),
                name="claim_with_the_bank_once",
            ),
            models.CheckConstraint(condition=Q(state__in=EntryState.values), name="bank_entry_state"),
            models.CheckConstraint(condition=Q(amount__gte=1), name="bank_entry_of_something"),
        ]
