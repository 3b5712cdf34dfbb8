"""청구의 표 — claims with their lines, the report of results, and what was asked to be put right."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from majungmul.books.ledger.fields import WonField
from majungmul.books.trail.models import Recorded
from majungmul.stages.payment.states import State


class Kind(models.TextChoices):
    """청구의 구분 — of support by a recipient, of the city's grant by the operator, or 지출결의 of its own."""

    SUPPORT = "support", "지원금 청구"
    GRANT = "grant", "교부청구"
    OWN = "own", "지출결의"


class Claim(Recorded):
    """청구 — what is claimed from an award, what it comes to by the rule, what is recognised, where it is paid.

    All three are sums of its lines of this `version` (each correction writes them anew). `instalment` counts
    the city's disbursements (1차, 2차); a single one bears `single_reason`, the code why it is not in two.
    `holder_reason`: why an account of another 예금주 is right. `held_for`: why it is stopped; empty, it is not.
    """

    award = models.ForeignKey("award.Award", on_delete=models.PROTECT, related_name="+")
    office = models.ForeignKey("parties.Office", on_delete=models.PROTECT, related_name="+")
    body = models.ForeignKey("parties.Organisation", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField("구분", max_length=8, choices=Kind.choices)
    state = models.CharField("상태", max_length=10, choices=State.choices)
    number = models.CharField("청구번호", max_length=60)
    received_at = models.DateTimeField("접수일시")
    version = models.PositiveIntegerField("차수", default=1)
    claimed = WonField("청구 금액")
    calculated = WonField("계산 금액")
    recognised = WonField("인정 금액", null=True)
    because = models.CharField("셈", max_length=300, blank=True)
    bank_account = models.ForeignKey(
        "parties.BankAccount", on_delete=models.PROTECT, null=True, related_name="+"
    )
    holder_reason = models.CharField("예금주가 다른 사유", max_length=300, blank=True)
    held_for = models.CharField("보류 사유", max_length=300, blank=True)
    order = models.ForeignKey("delivery.Order", on_delete=models.PROTECT, null=True, related_name="+")
    instalment = models.PositiveIntegerField("회차", null=True)
    single_reason = models.CharField("한 번에 교부하는 사유", max_length=60, blank=True)
    submitted_by = models.UUIDField("올린 사람", null=True)
    submitted_at = models.DateTimeField("올린 때", null=True)
    sent_back_for = models.CharField("반려 사유", max_length=200, blank=True)
    decided_by = models.UUIDField("결재한 사람", null=True)
    decided_at = models.DateTimeField("결재한 때", null=True)
    paid_on = models.DateField("지급일", null=True)
    reason = models.CharField("사유", max_length=300, blank=True)

    class Meta:
        """청구."""

        verbose_name = "청구"
        indexes: ClassVar = [
            models.Index(fields=["jurisdiction", "office", "state"], name="claim_by_state"),
            models.Index(fields=["jurisdiction", "award", "kind"], name="claim_of_award"),
        ]
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(state__in=State.values), name="claim_state"),
            models.UniqueConstraint(fields=["jurisdiction", "office", "number"], name="claim_number_once"),
            models.CheckConstraint(
                condition=Q(decided_by=None) | ~Q(decided_by=F("submitted_by")),
                name="claim_decided_by_another",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=(State.APPROVED, State.LISTED, State.PAID, State.FAILED))
                | Q(decided_by__isnull=False, submitted_by__isnull=False, recognised__isnull=False),
                name="claim_approved_whole",
            ),
            models.CheckConstraint(condition=Q(claimed__gte=1, calculated__gte=0), name="claim_of_something"),
            models.CheckConstraint(
                condition=Q(recognised=None) | Q(recognised__gte=0, recognised__lte=F("claimed")),
                name="claim_recognised_within",
            ),
            models.UniqueConstraint(
                fields=["jurisdiction", "award", "instalment"],
                condition=Q(instalment__isnull=False) & ~Q(state__in=(State.WITHDRAWN, State.REJECTED)),
                name="instalment_claimed_once",
            ),
            models.UniqueConstraint(
                fields=["jurisdiction", "order"],
                condition=Q(order__isnull=False) & ~Q(state__in=(State.WITHDRAWN, State.REJECTED)),
                name="order_claimed_once",
            ),
            models.CheckConstraint(
                condition=Q(kind=Kind.SUPPORT, order=None, instalment=None)
                | Q(kind=Kind.GRANT, order=None, instalment__gte=1)
                | Q(kind=Kind.OWN, order__isnull=False, instalment=None),
                name="claim_of_one_kind",
            ),
            models.CheckConstraint(
                condition=Q(state=State.PAID, paid_on__isnull=False) | ~Q(state=State.PAID) & Q(paid_on=None),
                name="claim_paid_on_a_day",
            ),
            models.CheckConstraint(
                condition=Q(held_for="") | ~Q(state__in=(State.LISTED, State.PAID)), name="claim_held_stays"
            ),
        ]

    @property
    def is_made_up(self) -> bool:
        """가상 — as its award is."""
        return bool(self.award.is_made_up)


class ClaimLine(Recorded):
    """청구 항목 — of one line of the award, and of one trade where there is one: claimed, calculated, recognised.

    `traded` is what the trade's proofs come to, of which `calculated` is the share by the terms of `counted_on`;
    `payee` is where it is paid. `is_withdrawn`: the claim was corrected or is done with, the trade is free again.
    """

    claim = models.ForeignKey(Claim, on_delete=models.PROTECT, related_name="lines")
    version = models.PositiveIntegerField("차수", default=1)
    order = models.PositiveIntegerField("차례")
    line = models.ForeignKey("award.AwardLine", on_delete=models.PROTECT, related_name="+")
    trade = models.ForeignKey("delivery.Trade", on_delete=models.PROTECT, null=True, related_name="+")
    payee = models.ForeignKey("ledger.Account", on_delete=models.PROTECT, null=True, related_name="+")
    counted_on = models.DateField("거래일", null=True)
    traded = WonField("거래금액", null=True)
    claimed = WonField("청구 금액")
    calculated = WonField("계산 금액")
    because = models.CharField("셈", max_length=300, blank=True)
    recognised = WonField("인정 금액", null=True)
    recognised_because = models.CharField("인정의 셈", max_length=300, blank=True)
    is_withdrawn = models.BooleanField("거둠", default=False)

    class Meta:
        """청구 항목."""

        verbose_name = "청구 항목"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["jurisdiction", "claim", "version", "order"], name="claim_line_once"
            ),
            models.UniqueConstraint(
                fields=["jurisdiction", "trade"],
                condition=Q(trade__isnull=False, is_withdrawn=False),
                name="trade_claimed_once",
            ),
            models.CheckConstraint(
                condition=Q(claimed__gte=1, calculated__gte=0, claimed__lte=F("calculated")),
                name="claim_line_amounts",
            ),
            models.CheckConstraint(
                condition=Q(recognised=None) | Q(recognised__gte=0, recognised__lte=F("claimed")),
                name="claim_line_recognised_within",
            ),
        ]


class Report(Recorded):
    """결과보고 — plan against result of a claim's trades, the reason of the difference, what came of it."""

    PERSONAL = frozenset({"written_by", "received_by"})

    claim = models.OneToOneField(Claim, on_delete=models.PROTECT, related_name="report")
    planned = WonField("계획 거래금액")
    actual = WonField("실제 거래금액")
    difference_reason = models.CharField("차이 사유", max_length=300, blank=True)
    delivered_on = models.DateField("납품일")
    received_by = models.CharField("받은 사람", max_length=80)
    outcome = models.TextField("성과")
    written_by = models.CharField("작성자", max_length=80)
    written_on = models.DateField("작성일")

    class Meta:
        """결과보고."""

        verbose_name = "결과보고"


class ClaimCorrection(Recorded):
    """청구 보완요청 — what of a claim is to be put right, by when; and the answer."""

    claim = models.ForeignKey(Claim, on_delete=models.PROTECT, related_name="corrections")
    field = models.CharField("보완할 칸", max_length=120)
    what = models.CharField("보완할 내용", max_length=300)
    due_on = models.DateField("보완 기한")
    asked_at = models.DateTimeField("요청한 때")
    answered_at = models.DateTimeField("보완한 때", null=True)
    answer = models.CharField("보완한 내용", max_length=300, blank=True)

    class Meta:
        """청구 보완요청."""

        verbose_name = "청구 보완요청"
