"""원장의 표 — accounts with running totals, transfers that never change, years with their two dates."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from majungmul.books.ledger.fields import WonField
from majungmul.books.ledger.kinds import GUARDED, UNGUARDED, Kind, Movement, Phase, Role
from majungmul.books.trail.models import Recorded
from majungmul.values.won import LIMIT, ZERO, Won


def nothing_yet() -> Won:
    """Zero, as an account starts (a function, so that migrations can name it)."""
    return ZERO


class FiscalYear(Recorded):
    """회계연도 — 출납폐쇄 (no new decision or payment after it) and 마감 (nothing posts any more)."""

    year = models.IntegerField()
    cut_off_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)

    class Meta:
        """회계연도."""

        verbose_name = "회계연도"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["jurisdiction", "year"], name="fiscal_year_once"),
            models.CheckConstraint(
                condition=Q(closed_at=None) | Q(cut_off_at__lte=F("closed_at")),
                name="fiscal_year_closed_after_cut_off",
            ),
        ]


class Account(Recorded):
    """계정 — where won stand: what came in (credits), what went out (debits), and what is promised of both.

    `of` is the account that funds it. Nobody writes the totals: the trigger of a transfer does.
    """

    year = models.IntegerField()
    code = models.CharField(max_length=250)
    kind = models.CharField(max_length=20, choices=Kind.choices)
    label = models.CharField(max_length=160)
    of = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="funds")
    programme = models.CharField(max_length=60, blank=True)
    line = models.CharField(max_length=60, blank=True)
    party = models.ForeignKey("parties.Organisation", on_delete=models.PROTECT, null=True, related_name="+")
    role = models.CharField(max_length=12, choices=Role.choices, blank=True)
    limit = WonField(null=True)
    guarded = models.BooleanField()
    debits_pending = WonField(default=nothing_yet)
    debits_posted = WonField(default=nothing_yet)
    credits_pending = WonField(default=nothing_yet)
    credits_posted = WonField(default=nothing_yet)
    last = models.UUIDField(null=True)

    class Meta:
        """계정."""

        verbose_name = "계정"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["jurisdiction", "year", "code"], name="account_code_once"),
            models.UniqueConstraint(
                fields=["jurisdiction", "year", "programme", "line"],
                condition=Q(kind=Kind.LINE),
                name="account_line_once_a_year",
            ),
            models.CheckConstraint(
                condition=Q(kind__in=UNGUARDED, guarded=False) | Q(kind__in=GUARDED, guarded=True),
                name="account_guarded_by_kind",
            ),
            models.CheckConstraint(
                condition=Q(kind=Kind.PAYEE, party__isnull=False, role__in=Role.values)
                | (~Q(kind=Kind.PAYEE) & Q(role="")),
                name="account_payee_has_role",
            ),
            models.CheckConstraint(
                condition=Q(guarded=False)
                | Q(debits_pending__lte=F("credits_posted") + F("credits_pending") - F("debits_posted")),
                name="account_not_committed_beyond",
            ),
            models.CheckConstraint(
                condition=Q(guarded=False) | Q(debits_posted__lte=F("credits_posted")),
                name="account_not_paid_beyond",
            ),
            models.CheckConstraint(
                condition=Q(limit=None)
                | Q(limit__gte=0, credits_posted__lte=F("limit") - F("credits_pending")),
                name="account_within_limit",
            ),
            models.CheckConstraint(
                condition=Q(
                    debits_pending__gte=0, debits_posted__gte=0, credits_pending__gte=0, credits_posted__gte=0
                ),
                name="account_totals_not_negative",
            ),
            models.CheckConstraint(
                condition=Q(debits_pending__lte=LIMIT - F("debits_posted"))
                & Q(credits_pending__lte=LIMIT - F("credits_posted")),
                name="account_totals_within_won",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["jurisdiction", "year", "programme", "line"]),
            models.Index(fields=["jurisdiction", "party", "year"]),
        ]

    @property
    def free(self) -> Won:
        """남은 금액 — what may still be promised, in won."""
        return self.credits_posted + self.credits_pending - self.debits_posted - self.debits_pending

    @property
    def balance(self) -> Won:
        """잔액 — what stands here now, in won."""
        return self.credits_posted - self.debits_posted

    @property
    def payable(self) -> Won:
        """지금 낼 수 있는 금액 — what stands here and is not promised to others, in won."""
        return min(self.balance, self.free)

    @property
    def funding(self) -> "Account":
        """재원 계정 — the account that funds this one. TypeError where none does (a plan, the world)."""
        if self.of is None:
            message = f"{self.code} is funded by no account"
            raise TypeError(message)
        return self.of


class CarryOver(Recorded):
    """이월승인 — an award that stays payable in its year after 출납폐쇄, until a day (exclusive)."""

    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="carryovers")
    until = models.DateField()
    paper = models.CharField(max_length=120)

    class Meta:
        """이월승인."""

        verbose_name = "이월승인"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["jurisdiction", "account"], name="carry_over_once")
        ]


class Transfer(Recorded):
    """이체 — won from one account to another, once, for ever; a mistake is undone by a reversal."""

    debit = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="debits")
    credit = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="credits")
    amount = WonField()
    phase = models.CharField(max_length=8, choices=Phase.choices)
    of = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="parts")
    movement = models.CharField(max_length=30, choices=Movement.choices)
    key = models.CharField(max_length=330)
    reason = models.CharField(max_length=200, blank=True)
    at = models.DateTimeField()

    class Meta:
        """이체."""

        verbose_name = "이체"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["jurisdiction", "key"], name="transfer_key_once"),
            models.CheckConstraint(condition=Q(amount__gte=1), name="transfer_moves_something"),
            models.CheckConstraint(condition=~Q(debit=F("credit")), name="transfer_to_another"),
            models.CheckConstraint(
                condition=Q(phase__in=(Phase.SINGLE, Phase.PENDING), of=None)
                | Q(phase__in=(Phase.POST, Phase.VOID, Phase.REVERSAL), of__isnull=False),
                name="transfer_names_its_own",
            ),
            models.CheckConstraint(
                condition=~Q(phase__in=(Phase.VOID, Phase.REVERSAL)) | ~Q(reason=""), name="transfer_says_why"
            ),
        ]
