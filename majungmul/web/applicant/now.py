"""지금과 다음 — where an application stands in one word, and what comes next in one sentence."""

from datetime import date

from majungmul.stages.application.states import State as ApplicationState
from majungmul.stages.award.states import State as AwardState
from majungmul.stages.payment.states import State as ClaimState
from majungmul.stages.settlement.states import RefundState
from majungmul.stages.settlement.states import State as SettlementState
from majungmul.web.applicant.courses import Course
from majungmul.web.words import day

NOTHING_TO_DO = "할 일 없음"
OVER = {
    ApplicationState.WITHDRAWN: "거둠",
    ApplicationState.RETURNED: "접수 반려",
    ApplicationState.TURNED_DOWN: "선정 제외",
}
CLAIMS = {
    ClaimState.RECEIVED: ("지급 심사 중", "information"),
    ClaimState.CORRECTING: ("청구 보완 중", "warning"),
    ClaimState.SUBMITTED: ("지급 결재 대기", "information"),
    ClaimState.APPROVED: ("이체 대기", "information"),
    ClaimState.LISTED: ("이체 중", "information"),
    ClaimState.FAILED: ("이체 반송", "warning"),
    ClaimState.PAID: ("지급", "success"),
}
Badge = tuple[str, str]


def now_of(course: Course) -> Badge:
    """지금 — a word for where it stands, and the kind of its badge."""
    if any(refund.state == RefundState.ORDERED for refund in course.refunds):
        return "반환금 내기", "warning"
    if course.settlement:
        is_done = course.settlement.state in (SettlementState.FIXED, SettlementState.CLOSED)
        return ("정산 끝남", "success") if is_done else ("정산 중", "information")
    if course.award:
        return _of_award(course)
    return _of_application(course)


def next_of(course: Course, due: dict[object, date]) -> str:
    """다음 — what the body has to do next and by when, or that there is nothing."""
    rows = (*course.corrections, *course.claims, *course.refunds, course.settlement, course.award)
    days = [due[row.pk] for row in rows if row is not None and row.pk in due]
    if days:
        return f"{day(min(days))}까지 할 일 있음"
    return NOTHING_TO_DO


def _of_award(course: Course) -> Badge:
    award = course.award
    if award is None:
        return "", "gray"
    if award.state == AwardState.ENDED:
        return f"끝남({award.get_ending_display()})", "gray"
    if award.state != AwardState.EFFECTIVE:
        return "결정 결재 대기", "information"
    live = [claim for claim in course.claims if claim.state in CLAIMS]
    if live:
        return CLAIMS[ClaimState(live[-1].state)]
    return ("거래 중", "primary") if course.contracts else ("계약 대기", "primary")


def _of_application(course: Course) -> Badge:
    state = ApplicationState(course.application.state)
    if state in OVER:
        return OVER[state], "gray"
    if state is ApplicationState.CORRECTING:
        return "보완 중", "warning"
    if course.review and course.review.notified_on:
        return "선정", "success"
    return ("심사 중" if state is ApplicationState.REVIEWING else "접수됨"), "information"
