"""진행표의 돈 — claims, payments, what is paid back, and the settlement, as steps of an application's course."""

from collections.abc import Iterator
from datetime import date

from django.urls import reverse

from majungmul.stages.award.states import State as AwardState
from majungmul.stages.payment.states import State as ClaimState
from majungmul.stages.settlement.states import RefundState
from majungmul.stages.settlement.states import State as SettlementState
from majungmul.web.applicant.courses import Course
from majungmul.web.applicant.step import Step


def claimed(course: Course, due: dict[object, date]) -> Iterator[Step]:
    """청구와 지급 — each claim, and where it stands; or that one is to be made."""
    award = course.award
    if award is None:
        return
    for claim in course.claims:
        link = (f"{claim.number} 보기", reverse("applicant:claim", args=[claim.pk]))
        yield Step(title=f"지원금 {claim.claimed}을 청구했습니다", when=claim.received_at, link=link)
        state = ClaimState(claim.state)
        if state in CLAIMED:
            title, text = CLAIMED[state]
            yield Step(title=title, text=text, state="now", until=due.get(claim.pk))
        elif state is ClaimState.PAID:
            yield Step(title=f"지원금 {claim.recognised}을 받았습니다", when=claim.paid_on, link=link)
        else:
            yield Step(title=f"청구: {state.label}", when=claim.received_at, text=claim.reason)
    if not [each for each in course.claims if each.state not in GONE] and award.state == AwardState.EFFECTIVE:
        is_next = bool(course.trades)
        yield Step(
            title="결과보고와 지원금 청구",
            text="거래마다 증빙을 적고 청구하면 담당자가 살펴보고 지급합니다.",
            state="now" if is_next else "",
            until=due.get(award.pk) if is_next else None,
            link=("청구하러 가기", reverse("applicant:claim_new", args=[award.pk])) if is_next else None,
        )


GONE = (ClaimState.WITHDRAWN, ClaimState.REJECTED)
CLAIMED = {
    ClaimState.RECEIVED: ("지급 심사 중입니다", "담당자가 증빙과 금액을 살펴봅니다. 해 주실 일이 없습니다."),
    ClaimState.CORRECTING: ("청구의 보완을 기다립니다", "보완요청을 읽고 고쳐 주십시오."),
    ClaimState.SUBMITTED: ("지급 결재를 기다립니다", "결재권자가 살펴봅니다. 해 주실 일이 없습니다."),
    ClaimState.APPROVED: ("지급 결재가 났습니다", "은행에 이체를 맡기는 일이 남았습니다."),
    ClaimState.LISTED: ("은행이 이체하고 있습니다", "들어오면 지급일을 알려 드립니다."),
    ClaimState.FAILED: ("이체가 돌아왔습니다", "통장을 확인하고 담당자에게 알려 주십시오."),
}


def ended(course: Course) -> Iterator[Step]:
    """종료 — of the award, with its reason."""
    award = course.award
    if award and award.ended_on:
        notice = reverse("rows:paper", args=[award.pk, "ending_notice"])
        yield Step(
            title=f"지원이 끝났습니다({award.get_ending_display()})",
            when=award.ended_on,
            text=award.end_reason,
            link=("종료 통지 보기", notice),
        )


def settled(course: Course, due: dict[object, date]) -> Iterator[Step]:
    """정산과 반환 — what is to be paid back, and how the award was settled."""
    for refund in course.refunds:
        link = ("반환명령 보기", reverse("applicant:refund", args=[refund.pk]))
        yield Step(title="돌려줄 금액이 정해졌습니다", when=refund.ordered_on, link=link)
        if refund.state == RefundState.ORDERED:
            last = due.get(refund.pk, refund.due_on)
            yield Step(
                title="반환금 납부를 기다립니다", text=refund.reason, state="now", until=last, link=link
            )
        elif refund.state == RefundState.PAID:
            yield Step(title="반환금을 냈습니다", when=refund.paid_on)
        else:
            yield Step(
                title="반환명령이 거두어졌습니다", when=refund.withdrawn_on, text=refund.withdraw_reason
            )
    settlement = course.settlement
    if settlement is None:
        yield Step(title="정산", text="지급이 모두 끝나면 담당자가 정산합니다.", state="")
        return
    link = ("정산 보기", reverse("applicant:settlement", args=[settlement.pk]))
    if settlement.state == SettlementState.CORRECTING:
        until = due.get(settlement.pk)
        yield Step(title="정산의 보완을 기다립니다", state="now", until=until, link=link)
    elif settlement.fixed_on:
        yield Step(title="정산 금액이 확정되었습니다", when=settlement.fixed_on, link=link)
    else:
        yield Step(title="정산하고 있습니다", text="담당자가 살펴봅니다.", state="now", link=link)
    if settlement.closed_on:
        yield Step(title="정산이 끝났습니다", when=settlement.closed_on)
