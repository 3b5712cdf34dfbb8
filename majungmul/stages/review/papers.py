"""심사의 문서 — 자격검토표, 선정 결과 통보, 재검토 요청에 대한 답: made from rows alone."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.utils import timezone

from majungmul.books.parties.queries.letters import head_of
from majungmul.books.parties.queries.positions import name_of
from majungmul.books.trail.models import Recorded
from majungmul.formats.paper import Approval, Block, Grid, Item, Pairs, Paper, day, moment, table
from majungmul.programmes.conditions import article_on
from majungmul.programmes.jurisdiction import jurisdiction
from majungmul.programmes.specification import specification
from majungmul.programmes.stage_settings import Item as Asked
from majungmul.stages.application.models import Application
from majungmul.stages.call.models import Call, Kind
from majungmul.stages.review.models import Answer, Reconsideration, Review
from majungmul.stages.review.queries import asked_for, items_of, result_of, ways_again
from majungmul.values.refusal import Refusal

CHECKS = ("award.checks", "award.rules")
"""The article by which the city examines: today's, else that of 2018."""


class NotDecidedYet(Refusal):
    """아직 결정 전."""

    sentence = (
        "접수번호 {number}의 심사는 아직 ‘{state}’ 상태입니다. 선정 결정이 난 뒤 통보문을 만들어 주십시오."
    )


class NotAnsweredYet(Refusal):
    """아직 답하기 전."""

    sentence = "접수번호 {number}의 재검토 요청에는 아직 답하지 않았습니다. 답한 뒤 문서를 만들어 주십시오."


def eligibility_sheet(review: Review) -> Paper:
    """자격검토표 — every item with its article of the day, the answer, the reason; the opinion and the amount."""
    application, on = review.application, _day(review)
    asked = {item.code: item for item in _asked(application.call)}
    code = review.jurisdiction.code
    rows = [
        [
            item.order,
            item.label,
            article_on(on, asked[item.code].law, code) if item.code in asked else "",
            item.get_answer_display() or "검토 전",
            item.reason,
        ]
        for item in items_of(review)
    ]
    columns = [
        ("연번", "number"),
        ("검토 항목", "text"),
        ("근거", "text"),
        ("검토 결과", "text"),
        ("이유", "text"),
    ]
    result = [Item(f"결과: {result_of(review) or '검토 중'}")]
    if review.recommended:
        result += [Item("추천 금액", amount=review.recommended), Item(f"셈: {_because(application)}")]
    result.append(Item(f"검토 의견: {review.opinion or '-'}"))
    return Paper(
        kind="eligibility_sheet",
        title="자격검토표",
        has_head=False,
        basis=_basis(application.call, on),
        body=(
            _applicant(application),
            Grid(table("items", "검토 항목", "", columns, rows)),  # type: ignore[arg-type]
            Item("검토 결과", tuple(result)),
        ),
        approvals=_approvals(review),
        is_made_up=review.is_made_up,
    )


def selection_notice(review: Review) -> Paper:
    """선정 결과 통보 — the result and its reason, what follows, and until when another look may be asked for.

    Refuses one that is not decided.
    """
    if review.decided_at is None or review.is_selected is None:
        number = review.application.number
        raise NotDecidedYet(number=number, state=review.get_state_display())
    application = review.application
    on = review.notified_on or _day(review)
    return Paper(
        kind="selection_notice",
        title="선정 결과 통보",
        sender=_sender(application.call),
        receiver=head_of(application.body),
        effective=review.notified_on,
        basis=_basis(application.call, on),
        body=(
            Item(
                f"{day(timezone.localdate(application.received_at))}에 신청하신 ‘{application.call.title}’"
                f"(접수번호 {application.number})의 선정 결과를 다음과 같이 알려 드립니다."
            ),
            Item("선정 결과", tuple(_result(review))),
            Item("다음에 하실 일", tuple(_next(review))),
            Item(_again(review, on)),
            Item(f"문의: {application.call.contact}"),
        ),
        approvals=_approvals(review),
        is_made_up=review.is_made_up,
    )


def reconsideration_answer(asked: Reconsideration) -> Paper:
    """재검토 요청에 대한 답 — what was asked, the answer and its reason, what follows. Refuses one not answered."""
    review = asked.review
    application = review.application
    if asked.answered_at is None or asked.answered_by is None:
        raise NotAnsweredYet(number=application.number)
    on = timezone.localdate(asked.answered_at)
    result = (
        "요청을 받아들여 다시 심사합니다. 결과를 다시 알려 드립니다."
        if asked.is_upheld
        else "처음의 결정을 그대로 둡니다."
    )
    return Paper(
        kind="reconsideration_answer",
        title="재검토 요청에 대한 답",
        sender=_sender(application.call),
        receiver=head_of(application.body),
        effective=on,
        basis=_basis(application.call, on),
        body=(
            Item(
                f"{day(timezone.localdate(asked.asked_at))}에 요청하신 재검토(접수번호 {application.number})에 "
                "다음과 같이 답합니다."
            ),
            Item(f"요청하신 이유: {asked.reason}"),
            Item("답", (Item(f"결과: {result}"), Item(f"이유: {asked.answer}"))),
            Item(f"문의: {application.call.contact}"),
        ),
        approvals=(Approval("결재", name_of(asked.answered_by), on),),
        is_made_up=asked.is_made_up,
    )


PAPERS: dict[str, tuple[str, type[Recorded], Callable[[Any], Paper]]] = {
    "eligibility_sheet": ("자격검토표", Review, eligibility_sheet),
    "selection_notice": ("선정 결과 통보", Review, selection_notice),
    "reconsideration_answer": ("재검토 요청에 대한 답", Reconsideration, reconsideration_answer),
}
"""문서의 종류 — its title, the row whose id it is asked by, and the function that makes it."""


def _day(review: Review) -> date:
    """The day of the act: of the decision, else of what was handed in, else of 접수."""
    return timezone.localdate(review.decided_at or review.submitted_at or review.application.received_at)


def _asked(call: Call) -> tuple[Asked, ...]:
    code = call.jurisdiction.code
    own = jurisdiction(code) if call.kind == Kind.DESIGNATION else specification(code, call.programme)
    return own.eligibility


def _basis(call: Call, on: date) -> tuple[str, ...]:
    """근거 — the law of the day for the city's, the 공고 for the operator's."""
    if call.kind == Kind.DESIGNATION:
        found = (article_on(on, key, call.jurisdiction.code) for key in CHECKS)
        return (next((article for article in found if article), "당시 법 확인 필요"),)
    return (f"{call.title}({call.number})",)


def _sender(call: Call) -> str:
    body = call.office.organisation
    return head_of(body) if body and call.kind == Kind.PUBLIC else jurisdiction(call.jurisdiction.code).head


def _because(application: Application) -> str:
    return application.because or f"신청 금액 {asked_for(application)}"


def _applicant(application: Application) -> Pairs:
    return Pairs(
        (
            ("신청인", application.body.name),
            ("공고", f"{application.call.title}({application.call.number})"),
            ("접수번호·접수일시", f"{application.number} · {_moment(application.received_at)}"),
            ("신청 금액", f"{asked_for(application)}"),
        ),
        "신청",
    )


def _moment(at: datetime) -> str:
    return moment(timezone.localtime(at))


def _approvals(review: Review) -> tuple[Approval, ...]:
    """결재란 — who handed it in, who decided."""
    signed = (
        ("담당", review.submitted_by, review.submitted_at),
        ("결재", review.decided_by, review.decided_at),
    )
    return tuple(_approval(role, person, at) for role, person, at in signed)


def _approval(role: str, person: UUID | None, at: datetime | None) -> Approval:
    return Approval(role, name_of(person) if person else "", timezone.localdate(at) if at else None)


def _result(review: Review) -> list[Block]:
    application = review.application
    lines: list[Block] = [Item(f"결과: {result_of(review)}")]
    if review.recommended:
        lines += [
            Item("추천 금액", amount=review.recommended),
            Item(f"신청 금액: {asked_for(application)}. 셈: {_because(application)}"),
        ]
    failed = items_of(review).filter(answer=Answer.NOT_MET)
    lines.append(
        Item(f"이유: {review.opinion}", tuple(Item(f"{each.label}: {each.reason}") for each in failed))
    )
    return lines


def _next(review: Review) -> list[Block]:
    city = review.application.call.kind == Kind.DESIGNATION
    decision = "교부결정통지서" if city else "지원결정통지서"
    if review.is_selected:
        return [
            Item(f"결정 금액과 조건은 {decision}로 따로 알려 드립니다. 그 통지를 기다려 주십시오."),
            Item("그만두시려면 통지 전에 담당자에게 알려 주십시오."),
        ]
    return [Item("더 하실 일은 없습니다. 접수 기간 안이면 부족한 점을 고쳐 담당자와 상의해 주십시오.")]


def _again(review: Review, on: date) -> str:
    way = ways_again(review.application.call, on)
    until = f"{day(way.last)}까지" if way.is_certain else f"{day(way.last)}까지(날짜 확인 필요)"
    return (
        f"이 결과를 다시 볼 것을 요청하시려면 통보일부터 {way.days}일 안({until})에 이유를 적어 "
        f"{way.word}을 해 주십시오({way.basis})."
    )
