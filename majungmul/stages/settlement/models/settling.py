"""정산의 표 — settlements with a line each, what of a report is to be put right, what is not settled yet."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from majungmul.books.ledger.fields import WonField
from majungmul.books.ledger.models import nothing_yet
from majungmul.books.trail.models import Recorded
from majungmul.stages.settlement.states import State


class Settlement(Recorded):
    """정산 — of one award: the final report, what the office found, and the settled amounts (금액 확정).

    Of the city it holds from its 시행일 (`files.seals`, step "settlement"; the report's letter is the step
    "report"). `due_on` is the last day of the report, where there was one; `return_to` says where to pay.
    """

    award = models.OneToOneField("award.Award", on_delete=models.PROTECT, related_name="+")
    office = models.ForeignKey("parties.Office", on_delete=models.PROTECT, related_name="+")
    body = models.ForeignKey("parties.Organisation", on_delete=models.PROTECT, related_name="+")
    state = models.CharField("상태", max_length=10, choices=State.choices)
    number = models.CharField("정산번호", max_length=60)
    reported_on = models.DateField("보고일")
    due_on = models.DateField("보고 기한", null=True)
    summary = models.TextField("사업 성과")
    opinion = models.CharField("심사 의견", max_length=500, blank=True)
    submitted_by = models.UUIDField("올린 사람", null=True)
    submitted_on = models.DateField("올린 날", null=True)
    sent_back_for = models.CharField("반려 사유", max_length=200, blank=True)
    decided_by = models.UUIDField("결재한 사람", null=True)
    decided_on = models.DateField("결재한 날", null=True)
    fixed_on = models.DateField("확정일", null=True)
    return_due_on = models.DateField("반납 기한", null=True)
    return_to = models.CharField("납부할 곳", max_length=120, blank=True)
    closed_on = models.DateField("완료일", null=True)

    class Meta:
        """정산."""

        verbose_name = "정산"
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(state__in=State.values), name="settlement_state"),
            models.UniqueConstraint(
                fields=["jurisdiction", "office", "number"], name="settlement_number_once"
            ),
            models.CheckConstraint(
                condition=Q(decided_by=None) | ~Q(decided_by=F("submitted_by")),
                name="settlement_decided_by_another",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=(State.FIXED, State.CLOSED))
                | Q(decided_by__isnull=False, fixed_on__isnull=False),
                name="settlement_fixed_whole",
            ),
            models.CheckConstraint(
                condition=~Q(state=State.CLOSED) | Q(closed_on__isnull=False), name="settlement_closed_whole"
            ),
        ]

    @property
    def is_made_up(self) -> bool:
        """가상 — as its award is."""
        return self.award.is_made_up


class SettlementLine(Recorded):
    """정산 항목 — of one line of the award, in won: decided, received (교부·지급), and where that stands.

    received = reported (집행액) + unspent (집행잔액) + unsettled (미정산액) + recovering (환수 중), as the ledger
    says. `interest` arose at the bank and goes back in any case. `to_return` is what the 금액 확정 orders back,
    interest with it; `returned` is what of it has come.
    """

    settlement = models.ForeignKey(Settlement, on_delete=models.PROTECT, related_name="lines")
    order = models.PositiveIntegerField("차례")
    line = models.ForeignKey("award.AwardLine", on_delete=models.PROTECT, related_name="+")
    decided = WonField("결정액")
    received = WonField("받은 금액")
    reported = WonField("집행액(보고)")
    recognised = WonField("인정액", null=True)
    less_reason = models.CharField("덜 인정한 이유", max_length=300, blank=True)
    unspent = WonField("집행잔액")
    unsettled = WonField("미정산액", default=nothing_yet)
    recovering = WonField("환수 중인 금액", default=nothing_yet)
    interest = WonField("이자")
    to_return = WonField("반납할 금액", null=True)
    returned = WonField("반납액", default=nothing_yet)
    returned_on = models.DateField("반납일", null=True)

    class Meta:
        """정산 항목."""

        verbose_name = "정산 항목"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["jurisdiction", "settlement", "line"], name="settlement_line_once"
            ),
            models.CheckConstraint(
                condition=Q(recognised=None) | Q(recognised__gte=0, recognised__lte=F("reported")),
                name="settlement_recognised_within",
            ),
            models.CheckConstraint(
                condition=Q(
                    received=F("reported") + F("unspent") + F("unsettled") + F("recovering"),
                    reported__gte=0,
                    unspent__gte=0,
                    unsettled__gte=0,
                    recovering__gte=0,
                    interest__gte=0,
                    returned__gte=0,
                ),
                name="settlement_line_adds_up",
            ),
            models.CheckConstraint(
                condition=Q(recognised=None) | Q(recognised=F("reported")) | ~Q(less_reason=""),
                name="settlement_less_says_why",
            ),
        ]


class SettlementCorrection(Recorded):
    """정산 보완요청 — what of a final report is to be put right, by when; and the answer."""

    settlement = models.ForeignKey(Settlement, on_delete=models.PROTECT, related_name="corrections")
    what = models.CharField("보완할 내용", max_length=300)
    due_on = models.DateField("보완 기한")
    asked_at = models.DateTimeField("요청한 때")
    answered_at = models.DateTimeField("보완한 때", null=True)
    answer = models.CharField("보완한 내용", max_length=300, blank=True)

    class Meta:
        """정산 보완요청."""

        verbose_name = "정산 보완요청"


class Unsettled(Recorded):
    """미정산 — an account that a reported award funds and in which something stands yet, how much, and why.

    By account, so that no row of one tier points at the other's. An amount of zero: settled since then.
    """

    settlement = models.ForeignKey(Settlement, on_delete=models.PROTECT, related_name="unsettled")
    account = models.ForeignKey("ledger.Account", on_delete=models.PROTECT, related_name="+")
    amount = WonField("미정산액")
    reason = models.CharField("정산하지 못한 이유", max_length=200)

    class Meta:
        """미정산."""

        verbose_name = "미정산"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["jurisdiction", "settlement", "account"], name="unsettled_once"),
            models.CheckConstraint(condition=Q(amount__gte=0) & ~Q(reason=""), name="unsettled_says_why"),
        ]


class OpenAtClosing(Recorded):
    """미결 — an account of a plan's year in which something stood when the year was closed, and why.

    What comes back of it later is booked in the year in which it comes (과년도).
    """

    plan = models.ForeignKey("plan.Plan", on_delete=models.PROTECT, related_name="+")
    account = models.ForeignKey("ledger.Account", on_delete=models.PROTECT, related_name="+")
    amount = WonField("미결 금액")
    reason = models.CharField("미결 사유", max_length=200)

    class Meta:
        """미결."""

        verbose_name = "미결"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["jurisdiction", "plan", "account"], name="open_at_closing_once"),
            models.CheckConstraint(
                condition=Q(amount__gte=1) & ~Q(reason=""), name="open_at_closing_says_why"
            ),
        ]
