"""진행표 — what happened to an application and when, what happens now and by when, what comes next.

A day stands here only where a record has it: what nobody has fixed yet is said without a day.
"""

from collections.abc import Iterator
from datetime import date

from django.urls import reverse

from majungmul.stages.application.states import State as ApplicationState
from majungmul.stages.award.states import State as AwardState
from majungmul.stages.delivery.states import State as ContractState
from majungmul.web.applicant.courses import Course
from majungmul.web.applicant.documents import REVOCATION
from majungmul.web.applicant.step import Step
from majungmul.web.applicant.timeline_money import claimed, ended, settled
from majungmul.web.words import moment

TURNED = {
    ApplicationState.WITHDRAWN: "신청을 거두었습니다",
    ApplicationState.RETURNED: "신청이 접수되지 않고 돌아왔습니다",
    ApplicationState.TURNED_DOWN: "이번에는 선정되지 않았습니다",
}


def timeline_of(course: Course, due: dict[object, date]) -> list[Step]:
    """진행표 — of an application: what was, in the order of its days, then what is, then what comes.

    `due`: the last day of what is owed now, by the key of the row it is about.
    """
    order = ("done", "now", "")
    return sorted(_steps(course, due), key=lambda step: (order.index(step.state), step.day))


def _steps(course: Course, due: dict[object, date]) -> list[Step]:
    steps = [*_applied(course), *_reviewed(course, due)]
    if course.award is None:
        if course.application.state in TURNED:
            return [*steps, _turned(course)]
        return [*steps, *_after_review(course)]
    steps += [*_decided(course), *_changed(course)]
    if course.award.state == AwardState.ENDED and not course.claims:
        return [*steps, *ended(course)]
    return [*steps, *_delivered(course, due), *claimed(course, due), *ended(course), *settled(course, due)]


def _applied(course: Course) -> Iterator[Step]:
    application = course.application
    receipt = reverse("rows:paper", args=[application.pk, "receipt"])
    yield Step(
        title="신청을 냈습니다",
        when=application.received_at,
        text=f"접수번호 {application.number}",
        link=("접수증 보기", receipt),
    )
    for asked in course.corrections:
        correct = reverse("applicant:correct", args=[application.pk])
        if asked.answered_at:
            yield Step(title="보완한 것을 냈습니다", when=asked.answered_at, text=asked.what)
        elif application.is_live:
            yield Step(
                title="보완을 기다립니다",
                text=asked.what,
                state="now",
                until=asked.due_on,
                link=("고치러 가기", correct),
            )


def _reviewed(course: Course, due: dict[object, date]) -> Iterator[Step]:
    review, application = course.review, course.application
    if review is None:
        if application.state == ApplicationState.RECEIVED:
            yield Step(
                title="자격을 살펴봅니다",
                text="담당자가 신청서와 서류를 읽습니다. 해 주실 일이 없습니다.",
                state="now",
                until=due.get(application.pk),
            )
        return
    if review.notified_on is None:
        if application.state == ApplicationState.REVIEWING:
            yield Step(
                title="선정 심사 중입니다",
                text="담당자가 검토하고 결재권자가 정합니다. 결과는 여기에 나옵니다.",
                state="now",
                until=due.get(review.pk) or due.get(application.pk),
            )
        return
    notice = reverse("rows:paper", args=[review.pk, "selection_notice"])
    yield Step(
        title="선정되었습니다" if review.is_selected else "선정되지 않았습니다",
        when=review.notified_on,
        text=review.opinion,
        link=("결과 통보문 보기", notice),
    )
    yield from _again(course)


def _again(course: Course) -> Iterator[Step]:
    for asked in course.review.reconsiderations.all() if course.review else ():
        if asked.answered_at is None:
            yield Step(
                title="재검토를 기다립니다",
                text=f"{moment(asked.asked_at)}에 요청: {asked.reason}",
                state="now",
            )
        else:
            result = "받아들여 다시 심사합니다" if asked.is_upheld else "처음의 결정을 그대로 둡니다"
            answer = reverse("rows:paper", args=[asked.pk, "reconsideration_answer"])
            yield Step(
                title=f"재검토 요청에 답이 왔습니다: {result}",
                when=asked.answered_at,
                text=asked.answer,
                link=("답 보기", answer),
            )


def _turned(course: Course) -> Step:
    application = course.application
    return Step(
        title=TURNED[ApplicationState(application.state)],
        when=application.turned_on,
        text=application.reason,
    )


def _after_review(course: Course) -> Iterator[Step]:
    if course.review and course.review.is_selected and course.review.notified_on:
        yield Step(
            title="지원결정을 기다립니다", text="담당자가 금액과 조건을 정해 결재를 올립니다.", state="now"
        )
    else:
        yield Step(title="선정 결과 통보와 지원결정", text="선정되면 금액과 조건을 알려 드립니다.", state="")
    yield Step(title="계약과 거래", text="결정이 난 뒤 거래조합과 계약하고 거래합니다.", state="")
    yield Step(
        title="결과보고와 지원금 청구", text="거래를 마치고 증빙을 모아 청구하면 지원금을 받습니다.", state=""
    )


def _decided(course: Course) -> Iterator[Step]:
    award = course.award
    if award is None:
        return
    own = ("결정 보기", reverse("applicant:award", args=[award.pk]))
    if award.effective_on is None:
        yield Step(
            title="지원결정 결재를 기다립니다", state="now", text="결정이 나면 통지서가 여기에 나옵니다."
        )
        return
    title = f"지원금 {course.standing.first}이 결정되었습니다"
    yield Step(title=title, when=award.effective_on, text=f"결정번호 {award.number}", link=own)


def _changed(course: Course) -> Iterator[Step]:
    """What was asked to be changed; that the office proposed to revoke it is the office's own."""
    for change in course.award.changes.all() if course.award else ():
        if change.kind == REVOCATION:
            continue
        if change.answered_at is None:
            yield Step(
                title=f"{change.get_kind_display()} 신청에 답을 기다립니다", text=change.reason, state="now"
            )
        else:
            notice = reverse("rows:paper", args=[change.pk, "change_notice"])
            yield Step(
                title=f"{change.get_kind_display()} 신청이 {change.get_state_display()}되었습니다",
                when=change.answered_at,
                text=change.answer,
                link=("변경 통지 보기", notice),
            )


def _delivered(course: Course, due: dict[object, date]) -> Iterator[Step]:
    award = course.award
    if award is None or award.effective_on is None:
        yield Step(title="계약과 거래", text="결정이 난 뒤 거래조합과 계약하고 거래합니다.", state="")
        return
    own = ("계약·거래 보기", f"{reverse('applicant:award', args=[award.pk])}#contracts")
    live = [each for each in course.contracts if each.state != ContractState.CANCELLED]
    waiting = [each for each in live if each.state != ContractState.CONFIRMED]
    last = due.get(award.pk)
    if not live and award.state == AwardState.EFFECTIVE:
        yield Step(
            title="계약을 기다립니다", text="계약서를 올려 주십시오.", state="now", until=last, link=own
        )
    elif live:
        known = max(each.signed_on for each in live)
        yield Step(title=f"계약 {len(live)}건을 등록했습니다", when=known, link=own)
    if waiting:
        yield Step(title=f"계약 {len(waiting)}건의 확인을 기다립니다", state="now", link=own)
    if course.trades:
        delivered = max(each.delivered_on for each in course.trades)
        yield Step(title=f"거래 {len(course.trades)}건을 했습니다", when=delivered)
