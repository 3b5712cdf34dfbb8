"""신청의 표 — applications as they were received, the trades they plan, and what was asked to be put right."""

from datetime import date
from typing import ClassVar
from uuid import UUID

from django.db import models
from django.db.models import Q

from majungmul.books.ledger.fields import WonField
from majungmul.books.parties.models import Person
from majungmul.books.trail.models import Recorded
from majungmul.stages.application.states import OVER, State


class Origin(models.TextChoices):
    """접수 경로 — typed by the applicant, or from paper by an officer who keeps the scan."""

    ONLINE = "online", "온라인"
    PAPER = "paper", "종이"


class Application(Recorded):
    """신청 — what a body asks for under a call: number, time of receipt, answers, and the planned amounts.

    `answers` hold the form of the specification as it was answered (`programmes.form`): contact and address
    are personal, so the whole stays out of the chain. `trade_total` is planned, `amount` is asked for: a share
    of the trades, or what a 교부신청 asks. `received_at` is when it came, on paper too.
    """

    PERSONAL = frozenset({"answers"})

    call = models.ForeignKey("call.Call", on_delete=models.PROTECT, related_name="+")
    office = models.ForeignKey("parties.Office", on_delete=models.PROTECT, related_name="+")
    body = models.ForeignKey("parties.Organisation", on_delete=models.PROTECT, related_name="+")
    state = models.CharField("상태", max_length=12, choices=State.choices)
    number = models.CharField("접수번호", max_length=60)
    check_code = models.CharField("확인번호", max_length=12)
    origin = models.CharField("접수 경로", max_length=8, choices=Origin.choices)
    received_at = models.DateTimeField("접수일시")
    form = models.CharField("서식", max_length=60)
    answers = models.JSONField("신청 내용")
    trade_total = WonField("예정 거래금액")
    amount = WonField("신청 금액")
    because = models.CharField("셈", max_length=300, blank=True)
    reason = models.CharField("사유", max_length=300, blank=True)
    turned_on = models.DateField("철회·반려·제외한 날", null=True)
    received_by = models.UUIDField("낸 사람, 종이면 받은 사람")

    class Meta:
        """신청."""

        verbose_name = "신청"
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(state__in=State.values), name="application_state"),
            models.UniqueConstraint(
                fields=["jurisdiction", "office", "number"], name="application_number_once"
            ),
            models.UniqueConstraint(
                fields=["jurisdiction", "check_code"], name="application_check_code_once"
            ),
            models.UniqueConstraint(
                fields=["jurisdiction", "call", "body"],
                condition=~Q(state__in=OVER),
                name="applies_once",
            ),
            models.CheckConstraint(condition=Q(origin__in=Origin.values), name="application_origin"),
            models.CheckConstraint(
                condition=Q(trade_total__gte=0, amount__gte=0), name="application_of_no_less_than_nothing"
            ),
            models.CheckConstraint(
                condition=Q(state__in=OVER, turned_on__isnull=False) & ~Q(reason="")
                | ~Q(state__in=OVER) & Q(turned_on=None),
                name="application_turned_for_a_reason",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["jurisdiction", "body", "call"], name="application_of_body"),
            models.Index(fields=["jurisdiction", "call", "state"], name="application_of_call"),
        ]

    @property
    def is_made_up(self) -> bool:
        """가상 — as its call is."""
        return bool(self.call.is_made_up)

    @property
    def is_live(self) -> bool:
        """Whether it still asks for something."""
        return self.state not in OVER


class TradeRole(models.TextChoices):
    """거래에서의 역할 — buying, selling, or standing between."""

    BUYER = "buyer", "사는 쪽"
    SELLER = "seller", "파는 쪽"
    BROKER = "broker", "중개"


class PlannedTrade(Recorded):
    """거래계획 — one trade that an application plans; what is corrected replaces it, and the old stays.

    `others` counts the further partners who are known by number (외 14곳), with or without a list.
    """

    application = models.ForeignKey(Application, on_delete=models.PROTECT, related_name="trades")
    order = models.PositiveIntegerField("차례")
    role = models.CharField("우리 조합의 역할", max_length=8, choices=TradeRole.choices)
    item = models.CharField("품목·용도", max_length=200)
    amount = WonField("예정 거래금액")
    others = models.PositiveIntegerField("그 밖의 거래조합 수", default=0)
    replaced = models.BooleanField("바뀜", default=False)

    class Meta:
        """거래계획."""

        verbose_name = "거래계획"
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(amount__gte=1), name="planned_trade_of_something"),
        ]


class Partner(Recorded):
    """거래조합 — with whom a trade is planned: as written, and the body that it was found to be."""

    trade = models.ForeignKey(PlannedTrade, on_delete=models.PROTECT, related_name="partners")
    name = models.CharField("거래조합", max_length=80)
    body = models.ForeignKey("parties.Organisation", on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        """거래조합."""

        verbose_name = "거래조합"


class Correction(Recorded):
    """보완요청 — what of an application is to be put right, at which field, by when; and the answer."""

    PERSONAL = frozenset({"answer"})

    application = models.ForeignKey(Application, on_delete=models.PROTECT, related_name="corrections")
    field = models.CharField("보완할 칸", max_length=120)
    what = models.CharField("보완할 내용", max_length=300)
    due_on = models.DateField("보완 기한")
    asked_at = models.DateTimeField("요청한 때")
    asked_by = models.UUIDField("요청한 사람")
    answered_at = models.DateTimeField("보완한 때", null=True)
    answer = models.CharField("보완한 내용", max_length=300, blank=True)

    class Meta:
        """보완요청."""

        verbose_name = "보완요청"
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(answered_at=None, answer="") | Q(answered_at__isnull=False) & ~Q(answer=""),
                name="correction_answered_whole",
            ),
        ]

    @property
    def is_open(self) -> bool:
        """Whether it still waits for an answer."""
        return self.answered_at is None and self.application.is_live

    def is_overdue(self, on: date) -> bool:
        """Whether its day has passed without an answer: shown, and nothing follows by itself."""
        return self.is_open and self.due_on < on


class AmendmentNotice(Recorded):
    """정정 알림 — one who had begun, or handed in, is told that the call was amended; `read_at`: has seen it."""

    amendment = models.ForeignKey("call.Amendment", on_delete=models.PROTECT, related_name="+")
    application = models.ForeignKey(Application, on_delete=models.PROTECT, null=True, related_name="+")
    person = models.UUIDField("받는 사람", null=True)
    at = models.DateTimeField("알린 때")
    read_at = models.DateTimeField("읽은 때", null=True)
    read_by = models.UUIDField("읽은 사람", null=True)

    class Meta:
        """정정 알림."""

        verbose_name = "정정 알림"
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(application=None, person__isnull=False)
                | Q(application__isnull=False, person=None),
                name="notice_to_one",
            ),
            models.CheckConstraint(
                condition=Q(read_at=None, read_by=None) | Q(read_at__isnull=False, read_by__isnull=False),
                name="notice_read_by_and_at",
            ),
        ]

    @property
    def body_id(self) -> UUID | None:
        """The body that it is for: the applicant, or that of the person who writes."""
        if self.application is not None:
            return UUID(str(self.application.body_id))
        return Person.objects.get(pk=str(self.person)).office.organisation_id
