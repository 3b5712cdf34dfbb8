"""계약과 거래의 표 — contracts with how they were confirmed, what was changed of them, what was delivered."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from majungmul.books.ledger.fields import WonField
from majungmul.books.parties.models import Organisation
from majungmul.books.trail.models import Recorded
from majungmul.stages.delivery.states import State
from majungmul.values.won import Won

WRONG_CODES = 5
"""How many wrong codes lock a link."""


class ContractKind(models.TextChoices):
    """계약의 종류 — a contract, one of unit prices for many orders, or an order for a small amount."""

    CONTRACT = "contract", "계약서"
    FRAME = "frame", "기본(단가)계약서"
    ORDER = "order", "발주서·주문서"


class Side(models.TextChoices):
    """우리 조합의 역할 — in a contract."""

    BUYER = "buyer", "사는 쪽"
    SELLER = "seller", "파는 쪽"
    BROKER = "broker", "중개"


class Confirmation(models.TextChoices):
    """확인 방법 — how it is known that both agreed."""

    SEALS = "seals", "양쪽 직인(스캔)"
    LINK = "link", "확인번호 링크"
    ORDER = "order", "발주서"


class Contract(Recorded):
    """계약 — between the applicant and a 거래조합: who sells, what, for how much, until when; confirmed how.

    Of a code link only the hash is kept; `link_code` is the code itself, in the row that `send_link` returns
    and nowhere else. Amounts are without VAT (`supply`) and the VAT beside it, zero for tax-free goods.
    """

    SECRET = frozenset({"link_hash"})
    link_code = ""

    award = models.ForeignKey("award.Award", on_delete=models.PROTECT, related_name="+")
    office = models.ForeignKey("parties.Office", on_delete=models.PROTECT, related_name="+")
    body = models.ForeignKey("parties.Organisation", on_delete=models.PROTECT, related_name="+")
    counterpart = models.ForeignKey("parties.Organisation", on_delete=models.PROTECT, related_name="+")
    number = models.CharField("계약번호", max_length=40)
    side = models.CharField("우리 조합의 역할", max_length=8, choices=Side.choices)
    kind = models.CharField("종류", max_length=10, choices=ContractKind.choices)
    state = models.CharField("상태", max_length=10, choices=State.choices)
    signed_on = models.DateField("계약일")
    item = models.CharField("품목", max_length=200)
    quantity = models.CharField("수량·단가", max_length=120)
    supply = WonField("공급가액")
    vat = WonField("부가세")
    deliver_by = models.DateField("납품기한")
    place = models.CharField("납품장소", max_length=160)
    payment_terms = models.CharField("대금 지급조건", max_length=160)
    confirmation = models.CharField("확인 방법", max_length=6, choices=Confirmation.choices, blank=True)
    confirmed_at = models.DateTimeField("확인한 때", null=True)
    confirmed_by = models.UUIDField("확인한 사람", null=True)
    link_hash = models.CharField("확인번호의 해시", max_length=64, blank=True)
    link_until = models.DateTimeField("링크 기한", null=True)
    wrong_codes = models.PositiveSmallIntegerField("틀린 확인번호", default=0)
    reason = models.CharField("사유", max_length=300, blank=True)

    class Meta:
        """계약."""

        verbose_name = "계약"
        indexes: ClassVar = [
            models.Index(fields=["jurisdiction", "body", "counterpart"], name="contract_between"),
        ]
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(state__in=State.values), name="contract_state"),
            models.CheckConstraint(condition=~Q(counterpart=F("body")), name="contract_with_another"),
            models.CheckConstraint(
                condition=Q(supply__gte=1, vat__gte=0, vat__lte=F("supply")), name="contract_of_something"
            ),
            models.CheckConstraint(
                condition=Q(deliver_by__gte=F("signed_on")), name="contract_signed_before_delivery"
            ),
            models.CheckConstraint(
                condition=~Q(state=State.WAITING) | ~Q(link_hash="") & Q(link_until__isnull=False),
                name="contract_waits_for_a_link",
            ),
            models.CheckConstraint(condition=Q(wrong_codes__lte=WRONG_CODES), name="contract_link_locks"),
            models.CheckConstraint(
                condition=~Q(state=State.CONFIRMED) | ~Q(confirmation="") & Q(confirmed_at__isnull=False),
                name="contract_confirmed_how",
            ),
            models.UniqueConstraint(fields=["jurisdiction", "office", "number"], name="contract_number_once"),
            models.UniqueConstraint(
                fields=["jurisdiction", "link_hash"], condition=~Q(link_hash=""), name="contract_link_once"
            ),
        ]

    @classmethod
    def label_of(cls, name: str) -> str:
        """The Korean words of a field; of none, its own name."""
        return {each.name: str(each.verbose_name) for each in cls._meta.concrete_fields}.get(name, name)

    @property
    def total(self) -> Won:
        """합계 — with VAT, in won."""
        return self.supply + self.vat

    @property
    def seller(self) -> Organisation | None:
        """파는 쪽 — None where the applicant brokers."""
        return {Side.SELLER: self.body, Side.BUYER: self.counterpart}.get(Side(self.side))

    @property
    def buyer(self) -> Organisation | None:
        """사는 쪽 — None where the applicant brokers."""
        return {Side.BUYER: self.body, Side.SELLER: self.counterpart}.get(Side(self.side))

    @property
    def is_made_up(self) -> bool:
        """가상 — as its award is."""
        return bool(self.award.is_made_up)


class ContractChange(Recorded):
    """변경계약 — what of a confirmed contract was changed, from what to what, and why."""

    contract = models.ForeignKey(Contract, on_delete=models.PROTECT, related_name="changes")
    number = models.PositiveIntegerField("차수")
    signed_on = models.DateField("변경계약일")
    reason = models.CharField("변경 사유", max_length=300)
    before = models.JSONField("바꾸기 전")
    after = models.JSONField("바꾼 뒤")

    class Meta:
        """변경계약."""

        verbose_name = "변경계약"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["jurisdiction", "contract", "number"], name="contract_change_once"
            ),
        ]


class Trade(Recorded):
    """거래 — what was delivered under a contract: when, how much, who received it. `is_withdrawn`: a mistake."""

    contract = models.ForeignKey(Contract, on_delete=models.PROTECT, related_name="trades")
    award = models.ForeignKey("award.Award", on_delete=models.PROTECT, related_name="+")
    office = models.ForeignKey("parties.Office", on_delete=models.PROTECT, related_name="+")
    body = models.ForeignKey("parties.Organisation", on_delete=models.PROTECT, related_name="+")
    number = models.PositiveIntegerField("차례")
    delivered_on = models.DateField("납품일")
    item = models.CharField("품목", max_length=200)
    supply = WonField("공급가액")
    vat = WonField("부가세")
    received_by = models.CharField("받은 사람", max_length=80)
    is_withdrawn = models.BooleanField("거둠", default=False)
    reason = models.CharField("사유", max_length=300, blank=True)

    class Meta:
        """거래."""

        verbose_name = "거래"
        indexes: ClassVar = [models.Index(fields=["jurisdiction", "contract"], name="trade_of_contract")]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(supply__gte=1, vat__gte=0, vat__lte=F("supply")), name="trade_of_something"
            ),
            models.CheckConstraint(
                condition=Q(is_withdrawn=False) | ~Q(reason=""), name="trade_withdrawn_with_a_reason"
            ),
            models.UniqueConstraint(fields=["jurisdiction", "award", "number"], name="trade_number_once"),
        ]

    @property
    def total(self) -> Won:
        """합계 — with VAT, in won."""
        return self.supply + self.vat
