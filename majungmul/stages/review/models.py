"""심사의 표 — reviews, the items that were checked, and what was asked to be looked at again."""

from typing import ClassVar
from uuid import UUID

from django.db import models
from django.db.models import F, Q

from majungmul.books.ledger.fields import WonField
from majungmul.books.trail.models import Recorded
from majungmul.stages.review.states import State


class Review(Recorded):
    """심사 — of one application: who checked, what is recommended and why, who decided.

    `is_selected` and `recommended` (추천액) are proposed at 결재 올림 and hold once it is decided. `earlier`
    keeps what was proposed and sent back, or decided and opened again: day, why, and what it said.
    """

    application = models.OneToOneField("application.Application", on_delete=models.PROTECT, related_name="+")
    office = models.ForeignKey("parties.Office", on_delete=models.PROTECT, related_name="+")
    state = models.CharField("상태", max_length=14, choices=State.choices)
    is_selected = models.BooleanField("선정", null=True)
    recommended = WonField("추천 금액", null=True)
    opinion = models.CharField("검토 의견", max_length=300, blank=True)
    submitted_by = models.UUIDField("올린 사람", null=True)
    submitted_at = models.DateTimeField("올린 때", null=True)
    sent_back_for = models.CharField("반려 사유", max_length=200, blank=True)
    earlier = models.JSONField("앞의 안", default=list)
    decided_by = models.UUIDField("결정한 사람", null=True)
    decided_at = models.DateTimeField("결정한 때", null=True)
    notified_on = models.DateField("통보일", null=True)

    class Meta:
        """심사."""

        verbose_name = "심사"
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(state__in=State.values), name="review_state"),
            models.CheckConstraint(
                condition=~Q(state=State.DECIDED) | Q(is_selected__isnull=False, decided_by__isnull=False),
                name="review_decided_whole",
            ),
            models.CheckConstraint(
                condition=Q(decided_by=None) | ~Q(decided_by=F("submitted_by")),
                name="review_decided_by_another",
            ),
            models.CheckConstraint(
                condition=Q(is_selected=True, recommended__isnull=False, recommended__gte=1)
                | Q(is_selected=False, recommended=None)
                | Q(is_selected=None, recommended=None),
                name="review_recommends_what_it_selects",
            ),
        ]

    @property
    def body_id(self) -> UUID:
        """The body that applied."""
        applicant: UUID = self.application.body_id
        return applicant

    @property
    def is_made_up(self) -> bool:
        """가상 — as its call is."""
        return bool(self.application.is_made_up)


class Answer(models.TextChoices):
    """검토 결과 — met, not met, or not asked of this one."""

    MET = "met", "적합"
    NOT_MET = "not_met", "부적합"
    NOT_ASKED = "not_asked", "해당 없음"


class CheckedItem(Recorded):
    """자격검토 항목 — one item of the 자격검토표, how it was answered, and the reason."""

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="items")
    code = models.CharField("항목", max_length=60)
    label = models.CharField("검토 항목", max_length=160)
    order = models.PositiveIntegerField("차례")
    answer = models.CharField("검토 결과", max_length=10, choices=Answer.choices, blank=True)
    reason = models.CharField("이유", max_length=300, blank=True)

    class Meta:
        """자격검토 항목."""

        verbose_name = "자격검토 항목"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["jurisdiction", "review", "code"], name="item_checked_once"),
            models.CheckConstraint(condition=Q(answer="") | ~Q(reason=""), name="item_says_why"),
            models.CheckConstraint(condition=Q(answer__in=("", *Answer.values)), name="item_answer"),
        ]


class Reconsideration(Recorded):
    """재검토 요청 — why the applicant asks for another look, and the answer with its reason."""

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="reconsiderations")
    reason = models.CharField("요청 이유", max_length=500)
    asked_at = models.DateTimeField("요청한 때")
    is_upheld = models.BooleanField("받아들임", null=True)
    answer = models.CharField("답", max_length=500, blank=True)
    answered_by = models.UUIDField("답한 사람", null=True)
    answered_at = models.DateTimeField("답한 때", null=True)

    class Meta:
        """재검토 요청."""

        verbose_name = "재검토 요청"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["jurisdiction", "review"],
                condition=Q(answered_at=None),
                name="reconsideration_open_once",
            ),
            models.CheckConstraint(
                condition=Q(answered_at=None, is_upheld=None, answered_by=None, answer="")
                | Q(answered_at__isnull=False, is_upheld__isnull=False, answered_by__isnull=False)
                & ~Q(answer=""),
                name="reconsideration_answered_whole",
            ),
        ]

    @property
    def is_made_up(self) -> bool:
        """가상 — as its review is."""
        return self.review.is_made_up
