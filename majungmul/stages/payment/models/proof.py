"""증빙의 표 — the papers that prove a trade, and how each was paid for."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from majungmul.books.ledger.fields import WonField
from majungmul.books.trail.models import Recorded
from majungmul.stages.payment.models.claim import Claim, ClaimLine


class ProofKind(models.TextChoices):
    """증빙의 종류 — by which paper a trade is proved."""

    E_INVOICE = "e_invoice", "전자세금계산서"
    TAX_FREE_INVOICE = "tax_free_invoice", "계산서(면세)"
    CARD_SLIP = "card_slip", "카드매출전표"
    CORRECTED_INVOICE = "corrected_invoice", "수정세금계산서"
    CASH_RECEIPT = "cash_receipt", "현금영수증"


class Proof(Recorded):
    """증빙 — one paper that proves a trade: its 승인번호, days, numbers of both sides, amounts, pages.

    The amounts of a 수정세금계산서 are below zero. One that was taken out of a claim stays as `is_withdrawn`.
    """

    claim = models.ForeignKey(Claim, on_delete=models.PROTECT, related_name="proofs")
    line = models.ForeignKey(ClaimLine, on_delete=models.PROTECT, related_name="proofs")
    kind = models.CharField("증빙 종류", max_length=20, choices=ProofKind.choices)
    approval_number = models.CharField("승인번호", max_length=40)
    written_on = models.DateField("작성일자")
    issued_on = models.DateField("발급일")
    supplier = models.CharField("공급자 사업자번호", max_length=10)
    buyer = models.CharField("공급받는자 사업자번호", max_length=10)
    supply = WonField("공급가액")
    vat = WonField("세액")
    vat_reclaimed = models.BooleanField("매입세액 공제", default=False)
    pages = models.CharField("파일의 쪽", max_length=40, blank=True)
    recognised = WonField("인정 금액", null=True)
    less_reason = models.CharField("덜 인정한 이유", max_length=300, blank=True)
    is_withdrawn = models.BooleanField("거둠", default=False)

    class Meta:
        """증빙."""

        verbose_name = "증빙"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["jurisdiction", "approval_number"],
                condition=Q(is_withdrawn=False),
                name="approval_number_once",
            ),
            models.CheckConstraint(
                condition=Q(supply__gte=1, vat__gte=0)
                | Q(kind=ProofKind.CORRECTED_INVOICE, supply__lte=-1, vat__lte=0),
                name="proof_of_something",
            ),
            models.CheckConstraint(
                condition=~Q(kind=ProofKind.TAX_FREE_INVOICE) | Q(vat=0), name="tax_free_proof_without_vat"
            ),
        ]


class Method(models.TextChoices):
    """결제 방법 — how a proof was paid for."""

    TRANSFER = "transfer", "계좌이체"
    CARD = "card", "카드"
    BILL = "bill", "어음"
    OFFSET = "offset", "상계"
    CREDIT = "credit", "외상"


class Settling(Recorded):
    """결제 — one payment of a proof's amount, or a part of it: when, how, how much."""

    proof = models.ForeignKey(Proof, on_delete=models.PROTECT, related_name="settlings")
    paid_on = models.DateField("결제일")
    method = models.CharField("결제방법", max_length=10, choices=Method.choices)
    amount = WonField("결제금액")

    class Meta:
        """결제."""

        verbose_name = "결제"
