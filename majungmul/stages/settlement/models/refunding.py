"""반환의 표 — revocations, orders to pay back and what was paid of them, surcharges, objections."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from majungmul.books.ledger.fields import WonField
from majungmul.books.parties.kinds import OfficeKind
from majungmul.books.trail.models import Recorded
from majungmul.stages.settlement.states import RefundState, RevocationState


class Revocation(Recorded):
    """교부결정 취소·지원결정 취소 — of an award or a part of it, on which grounds; then what was paid is due.

    `grounds` is a code of the law of that day, `law` its article. Of the city it holds from its 시행일
    (`files.seals`, step "revocation").
    """

    award = models.ForeignKey("award.Award", on_delete=models.PROTECT, related_name="+")
    office = models.ForeignKey("parties.Office", on_delete=models.PROTECT, related_name="+")
    body = models.ForeignKey("parties.Organisation", on_delete=models.PROTECT, related_name="+")
    state = models.CharField("상태", max_length=10, choices=RevocationState.choices)
    is_whole = models.BooleanField("전부 취소")
    grounds = models.CharField("취소 사유", max_length=60)
    grounds_label = models.CharField("취소 사유의 내용", max_length=200)
    law = models.CharField("근거", max_length=200)
    facts = models.CharField("사실", max_length=500)
    principal = WonField("취소 금액")
    submitted_by = models.UUIDField("올린 사람")
    submitted_on = models.DateField("올린 날")
    decided_by = models.UUIDField("결재한 사람", null=True)
    decided_on = models.DateField("취소일", null=True)
    reason = models.CharField("반려 사유", max_length=200, blank=True)

    class Meta:
        """취소."""

        verbose_name = "교부·지원결정 취소"
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(state__in=RevocationState.values), name="revocation_state"),
            models.CheckConstraint(
                condition=Q(decided_by=None) | ~Q(decided_by=F("submitted_by")),
                name="revocation_by_another",
            ),
            models.CheckConstraint(
                condition=~Q(state=RevocationState.EFFECTIVE)
                | Q(decided_by__isnull=False, decided_on__isnull=False),
                name="revocation_decided_whole",
            ),
            models.CheckConstraint(condition=Q(principal__gte=1), name="revocation_amount"),
            models.UniqueConstraint(
                fields=["jurisdiction", "award"],
                condition=Q(state=RevocationState.SUBMITTED),
                name="revocation_one_at_a_time",
            ),
        ]


class RefundKind(models.TextChoices):
    """반환의 구분 — after a revocation, of what proved wrong, or of goods that were sent back."""

    REVOKED = "revoked", "결정 취소"
    WRONG = "wrong", "잘못 쓴 금액"
    GOODS_RETURNED = "goods_returned", "거래의 반품·취소"


class InterestBasis(models.TextChoices):
    """이자의 근거 — none, what really arose, an agreed rate, the rate of the law, or a person's amount."""

    NONE = "none", "이자 없음"
    ACTUAL = "actual", "실제로 생긴 이자"
    AGREED = "agreed", "약정 이율"
    STATUTORY = "statutory", "법정이율"
    ENTERED = "entered", "담당자가 정한 금액"


BY_RATE = (InterestBasis.AGREED, InterestBasis.STATUTORY)


class Refund(Recorded):
    """반환명령 — what a body must pay back, principal and interest, why, until when; and that it paid.

    `interest` is what it comes to if all is paid on `due_on`; with a `rate` it runs from `interest_since` until
    the day before each repayment. `stands_at` is where the money stood when it was ordered, `due_account` the
    debt where it had been recognised. Of the city it holds from its 시행일 (`files.seals`, step "refund").
    """

    award = models.ForeignKey("award.Award", on_delete=models.PROTECT, related_name="+")
    office = models.ForeignKey("parties.Office", on_delete=models.PROTECT, related_name="+")
    body = models.ForeignKey("parties.Organisation", on_delete=models.PROTECT, related_name="+")
    line = models.ForeignKey("award.AwardLine", on_delete=models.PROTECT, related_name="+")
    revocation = models.ForeignKey(Revocation, on_delete=models.PROTECT, null=True, related_name="refunds")
    kind = models.CharField("구분", max_length=16, choices=RefundKind.choices)
    state = models.CharField("상태", max_length=10, choices=RefundState.choices)
    number = models.CharField("문서번호", max_length=120)
    grounds = models.CharField("반환 사유", max_length=60, blank=True)
    grounds_label = models.CharField("반환 사유의 내용", max_length=200, blank=True)
    reason = models.CharField("사유", max_length=500)
    law = models.CharField("근거", max_length=200)
    wronged_on = models.DateField("위반한 날")
    principal = WonField("원금")
    interest = WonField("이자")
    interest_basis = models.CharField("이자의 근거", max_length=10, choices=InterestBasis.choices)
    interest_rate = models.CharField("이율", max_length=20, blank=True)
    interest_since = models.DateField("이자를 세는 첫날")
    interest_because = models.CharField("이자의 셈", max_length=300, blank=True)
    proposed_by = models.UUIDField("올린 사람")
    proposed_on = models.DateField("올린 날")
    sent_back_for = models.CharField("반려 사유", max_length=200, blank=True)
    ordered_by = models.UUIDField("명령한 사람", null=True)
    ordered_on = models.DateField("명령일", null=True)
    due_on = models.DateField("납부 기한")
    pay_to = models.CharField("납부할 곳", max_length=200)
    stands_at = models.ForeignKey("ledger.Account", on_delete=models.PROTECT, null=True, related_name="+")
    due_account = models.ForeignKey("ledger.Account", on_delete=models.PROTECT, null=True, related_name="+")
    paid_on = models.DateField("납부일", null=True)
    city_told_on = models.DateField("시에 통보한 날", null=True)
    sanction = models.ForeignKey("parties.Sanction", on_delete=models.PROTECT, null=True, related_name="+")
    withdrawn_on = models.DateField("철회일", null=True)
    withdraw_reason = models.CharField("철회 사유", max_length=300, blank=True)

    class Meta:
        """반환명령."""

        verbose_name = "반환명령"
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(state__in=RefundState.values), name="refund_state"),
            models.CheckConstraint(
                condition=Q(principal__gte=1, interest__gte=0), name="refund_of_something"
            ),
            models.CheckConstraint(
                condition=Q(ordered_by=None) | ~Q(ordered_by=F("proposed_by")), name="refund_by_another"
            ),
            models.CheckConstraint(
                condition=~Q(state__in=(RefundState.ORDERED, RefundState.PAID))
                | Q(ordered_by__isnull=False, ordered_on__isnull=False, stands_at__isnull=False),
                name="refund_ordered_whole",
            ),
            models.CheckConstraint(
                condition=~Q(kind=RefundKind.REVOKED) | Q(revocation__isnull=False),
                name="refund_after_its_revocation",
            ),
            models.UniqueConstraint(fields=["jurisdiction", "office", "number"], name="refund_number_once"),
        ]
        indexes: ClassVar = [models.Index(fields=["jurisdiction", "office", "state", "due_on"])]

    @property
    def is_of_the_city(self) -> bool:
        """Whether the city orders it (tier 1), under the law of 교부결정."""
        return self.office.kind == OfficeKind.CITY


class RefundPayment(Recorded):
    """반환금 납부 — one payment of an order, or a part of it: on which day, principal and interest."""

    refund = models.ForeignKey(Refund, on_delete=models.PROTECT, related_name="payments")
    paid_on = models.DateField("납부일")
    principal = WonField("원금")
    interest = WonField("이자")
    because = models.CharField("이자의 셈", max_length=1000, blank=True)

    class Meta:
        """반환금 납부."""

        verbose_name = "반환금 납부"
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(principal__gte=0, interest__gte=0) & ~Q(principal=0, interest=0),
                name="refund_payment_of_something",
            )
        ]


class Surcharge(Recorded):
    """제재부가금 — decided by a person, with the record of the committee: the rate was never read (법 제35조)."""

    refund = models.ForeignKey(Refund, on_delete=models.PROTECT, related_name="surcharges")
    amount = WonField("제재부가금")
    record = models.CharField("심의 기록", max_length=300)
    law = models.CharField("근거", max_length=200)
    decided_on = models.DateField("결정일")
    due_on = models.DateField("납부 기한")
    decided_by = models.UUIDField("결정한 사람")

    class Meta:
        """제재부가금."""

        verbose_name = "제재부가금"
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(amount__gte=1), name="surcharge_of_something"),
            models.UniqueConstraint(fields=["jurisdiction", "refund"], name="surcharge_once"),
        ]


class RefundObjection(Recorded):
    """반환명령에 대한 이의신청 — why it is objected to, and the answer with its reason; one at a time."""

    refund = models.ForeignKey(Refund, on_delete=models.PROTECT, related_name="objections")
    reason = models.CharField("이의 이유", max_length=500)
    law = models.CharField("근거", max_length=200)
    filed_on = models.DateField("신청일")
    is_upheld = models.BooleanField("받아들임", null=True)
    answer = models.CharField("답", max_length=500, blank=True)
    answered_on = models.DateField("답한 날", null=True)
    answered_by = models.UUIDField("답한 사람", null=True)

    class Meta:
        """반환명령에 대한 이의신청."""

        verbose_name = "반환명령에 대한 이의신청"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["jurisdiction", "refund"],
                condition=Q(answered_on=None),
                name="refund_objection_one_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(answered_on=None, is_upheld=None, answer="", answered_by=None)
                | Q(answered_on__isnull=False, is_upheld__isnull=False, answered_by__isnull=False)
                & ~Q(answer=""),
                name="refund_objection_answered_whole",
            ),
        ]
