"""결정의 표 — awards with lines that own accounts, conditions, changes, and objections."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from majungmul.books.ledger.fields import WonField
from majungmul.books.trail.models import Recorded
from majungmul.stages.award.states import ChangeState, State


class Ending(models.TextChoices):
    """종료의 구분 — given up by the body, revoked before money left, or ended after it."""

    GIVEN_UP = "given_up", "포기"
    REVOKED = "revoked", "취소"
    ENDED = "ended", "종료"


class Award(Recorded):
    """교부결정·지원결정 — the decision to grant, with its lines and conditions.

    교부결정 is the city's and holds from its 시행일 (`files.seals`, step "award"); 지원결정 is the operator's.
    `since` and `until` (exclusive) bound the work. `keeper` owes the office's duties. `earlier` keeps what was
    proposed and sent back: day, why, and each line's amount in words. `ending` says how it ended.
    """

    application = models.OneToOneField("application.Application", on_delete=models.PROTECT, related_name="+")
    office = models.ForeignKey("parties.Office", on_delete=models.PROTECT, related_name="+")
    keeper = models.ForeignKey("parties.Position", on_delete=models.PROTECT, related_name="+")
    body = models.ForeignKey("parties.Organisation", on_delete=models.PROTECT, related_name="+")
    state = models.CharField("상태", max_length=10, choices=State.choices)
    number = models.CharField("결정번호", max_length=120, blank=True)
    effective_on = models.DateField("시행일", null=True)
    since = models.DateField("사업 시작일")
    until = models.DateField("사업 종료일")
    submitted_by = models.UUIDField("올린 사람", null=True)
    submitted_at = models.DateTimeField("올린 때", null=True)
    sent_back_for = models.CharField("반려 사유", max_length=200, blank=True)
    earlier = models.JSONField("반려된 안", default=list)
    decided_by = models.UUIDField("결정한 사람", null=True)
    decided_at = models.DateTimeField("결재한 때", null=True)
    ending = models.CharField("종료의 구분", max_length=10, choices=Ending.choices, blank=True)
    ended_on = models.DateField("종료일", null=True)
    end_reason = models.CharField("종료 사유", max_length=300, blank=True)

    class Meta:
        """교부결정·지원결정."""

        verbose_name = "교부결정·지원결정"
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(state__in=State.values), name="award_state"),
            models.CheckConstraint(
                condition=~Q(state=State.EFFECTIVE)
                | Q(effective_on__isnull=False, decided_by__isnull=False) & ~Q(number=""),
                name="award_effective_by_a_paper",
            ),
            models.CheckConstraint(
                condition=Q(decided_by=None) | ~Q(decided_by=F("submitted_by")),
                name="award_decided_by_another",
            ),
            models.CheckConstraint(condition=Q(until__gt=F("since")), name="award_ends_after_it_begins"),
            models.CheckConstraint(
                condition=Q(state=State.ENDED, ending__in=Ending.values, ended_on__isnull=False)
                & ~Q(end_reason="")
                | ~Q(state=State.ENDED) & Q(ending="", ended_on=None, end_reason=""),
                name="award_ended_whole",
            ),
            models.UniqueConstraint(
                fields=["jurisdiction", "office", "number", "effective_on"],
                condition=~Q(number=""),
                name="award_number_once",
            ),
        ]

    @property
    def is_made_up(self) -> bool:
        """가상 — as its call is."""
        return bool(self.application.is_made_up)


class AwardLine(Recorded):
    """결정 항목 — what of an award draws on one account: recommended, decided, and the sum's own sentence.

    `of` is the account that funds it (a budget line, or a line of the award of the tier above); `account` is
    its own, opened when it has money. `decided` is what the decision said; `amount` what holds after changes.
    `terms_since` and `terms_hash` say under which terms.
    """

    award = models.ForeignKey(Award, on_delete=models.PROTECT, related_name="lines")
    order = models.PositiveIntegerField("차례")
    programme = models.CharField("사업", max_length=60)
    code = models.CharField("항목", max_length=60)
    label = models.CharField("소요예산 항목", max_length=160)
    of = models.ForeignKey("ledger.Account", on_delete=models.PROTECT, related_name="+")
    account = models.ForeignKey("ledger.Account", on_delete=models.PROTECT, null=True, related_name="+")
    recommended = WonField("추천 금액")
    amount = WonField("결정 금액")
    decided = WonField("처음 결정한 금액", null=True)
    difference_reason = models.CharField("추천과 다른 사유", max_length=300, blank=True)
    because = models.CharField("셈", max_length=300)
    terms_since = models.DateField("적용 조건의 시행일", null=True)
    terms_hash = models.CharField("적용 조건의 해시", max_length=64, blank=True)

    class Meta:
        """결정 항목."""

        verbose_name = "결정 항목"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["jurisdiction", "award", "programme", "code"], name="award_line_once"
            ),
            models.UniqueConstraint(
                fields=["jurisdiction", "account"],
                condition=Q(account__isnull=False),
                name="award_account_once",
            ),
            models.UniqueConstraint(
                fields=["jurisdiction", "award", "of"], name="award_line_of_account_once"
            ),
            models.CheckConstraint(condition=Q(amount__gte=0, recommended__gte=0), name="award_line_amounts"),
            models.CheckConstraint(
                condition=Q(decided=None) | Q(decided=F("recommended")) | ~Q(difference_reason=""),
                name="award_line_says_why_it_differs",
            ),
            models.CheckConstraint(condition=~Q(because=""), name="award_line_has_its_sentence"),
        ]


class When(models.TextChoices):
    """이행 시기 — when a condition is to be met, as its programme says."""

    NONE = "none", "때를 정하지 않음"
    ALWAYS = "always", "사업을 하는 동안"
    BEFORE_SECOND = "before_second_disbursement", "2차 교부를 받기 전"
    AFTER_YEAR = "year_end_plus_2_months", "회계연도가 끝난 뒤 2개월 안"


class Condition(Recorded):
    """교부조건 — what the one who is granted must do, under which article, by when; and how it was met."""

    award = models.ForeignKey(Award, on_delete=models.PROTECT, related_name="conditions")
    order = models.PositiveIntegerField("차례")
    code = models.CharField("부호", max_length=60)
    text = models.CharField("조건", max_length=500)
    law = models.CharField("근거", max_length=200, blank=True)
    due = models.CharField("이행 시기", max_length=30, choices=When.choices)
    due_on = models.DateField("기한", null=True)
    fulfilled_on = models.DateField("이행일", null=True)
    note = models.CharField("이행 내용", max_length=300, blank=True)

    class Meta:
        """교부조건."""

        verbose_name = "교부조건"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["jurisdiction", "award", "order"], name="condition_once"),
            models.CheckConstraint(
                condition=Q(fulfilled_on=None, note="") | Q(fulfilled_on__isnull=False) & ~Q(note=""),
                name="condition_fulfilled_whole",
            ),
        ]


class ChangeKind(models.TextChoices):
    """변경의 구분 — the partner, the amount, the period, how the money is spread over lines; or no award at all."""

    PARTNER = "partner", "거래조합 변경"
    AMOUNT = "amount", "금액 변경"
    PERIOD = "period", "기간 변경"
    DISTRIBUTION = "distribution", "사업비 배분 변경"
    REVOCATION = "revocation", "결정 취소"


class AwardChange(Recorded):
    """변경 — of an award, asked for with a reason, approved or not; minor ones as data tells them apart.

    `line` is the line whose amount becomes `amount`, or from which `amount` goes to `to_line`. 결정 취소 is one
    that the office proposes itself. The city's holds by its paper (`files.seals`, step "award_change").
    """

    award = models.ForeignKey(Award, on_delete=models.PROTECT, related_name="changes")
    kind = models.CharField("구분", max_length=14, choices=ChangeKind.choices)
    state = models.CharField("상태", max_length=10, choices=ChangeState.choices)
    is_minor = models.BooleanField("경미한 변경")
    line = models.ForeignKey(AwardLine, on_delete=models.PROTECT, null=True, related_name="+")
    to_line = models.ForeignKey(AwardLine, on_delete=models.PROTECT, null=True, related_name="+")
    amount = WonField("금액", null=True)
    partner = models.CharField("바뀐 거래조합", max_length=160, blank=True)
    until = models.DateField("바뀐 종료일", null=True)
    reason = models.CharField("사유", max_length=300)
    before = models.CharField("바꾸기 전", max_length=300)
    submitted_by = models.UUIDField("올린 사람", null=True)
    answered_by = models.UUIDField("결재한 사람", null=True)
    answer = models.CharField("답", max_length=300, blank=True)
    requested_at = models.DateTimeField("신청한 때")
    answered_at = models.DateTimeField("답한 때", null=True)

    @property
    def is_made_up(self) -> bool:
        """가상 — as its award is."""
        return self.award.is_made_up

    class Meta:
        """변경."""

        verbose_name = "변경"
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(state__in=ChangeState.values), name="award_change_state"),
            models.CheckConstraint(
                condition=Q(answered_by=None) | Q(submitted_by=None) | ~Q(answered_by=F("submitted_by")),
                name="award_change_by_another",
            ),
            models.UniqueConstraint(
                fields=["jurisdiction", "award", "kind"],
                condition=Q(state__in=(ChangeState.REQUESTED, ChangeState.SUBMITTED)),
                name="award_change_open_once",
            ),
            models.CheckConstraint(condition=Q(kind__in=ChangeKind.values), name="award_change_kind"),
            models.CheckConstraint(
                condition=Q(kind=ChangeKind.PARTNER) & ~Q(partner="")
                | Q(kind=ChangeKind.AMOUNT, line__isnull=False, amount__isnull=False, amount__gte=1)
                | Q(kind=ChangeKind.PERIOD, until__isnull=False)
                | Q(
                    kind=ChangeKind.DISTRIBUTION,
                    line__isnull=False,
                    to_line__isnull=False,
                    amount__isnull=False,
                    amount__gte=1,
                )
                | Q(kind=ChangeKind.REVOCATION),
                name="award_change_says_what",
            ),
            models.CheckConstraint(
                condition=Q(state__in=(ChangeState.REQUESTED, ChangeState.SUBMITTED))
                | Q(answered_at__isnull=False) & ~Q(answer=""),
                name="award_change_answered_whole",
            ),
        ]


class AwardObjection(Recorded):
    """결정에 대한 이의신청 — why the decision is objected to, and the answer with its reason."""

    award = models.ForeignKey(Award, on_delete=models.PROTECT, related_name="objections")
    reason = models.CharField("이의 이유", max_length=500)
    filed_on = models.DateField("신청일")
    is_upheld = models.BooleanField("받아들임", null=True)
    answer = models.CharField("답", max_length=500, blank=True)
    answered_by = models.UUIDField("답한 사람", null=True)
    answered_on = models.DateField("답한 날", null=True)

    class Meta:
        """결정에 대한 이의신청."""

        verbose_name = "결정에 대한 이의신청"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["jurisdiction", "award"],
                condition=Q(answered_on=None),
                name="award_objection_open_once",
            ),
            models.CheckConstraint(
                condition=Q(answered_on=None, is_upheld=None, answered_by=None, answer="")
                | Q(answered_on__isnull=False, is_upheld__isnull=False, answered_by__isnull=False)
                & ~Q(answer=""),
                name="award_objection_answered_whole",
            ),
        ]

    @property
    def is_made_up(self) -> bool:
        """가상 — as its award is."""
        return self.award.is_made_up
