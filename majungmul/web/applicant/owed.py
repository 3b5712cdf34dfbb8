"""할 일 — what a body has to do now, each in a sentence with the page on which it is done, the first due first."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.urls import reverse

from majungmul.books.duties.queries import RECORDS_KEPT, agenda_of_party, duties_of
from majungmul.books.parties.queries.bodies import family
from majungmul.stages.award.states import State as AwardState
from majungmul.stages.delivery.states import State as ContractState
from majungmul.web.applicant.courses import Course

if TYPE_CHECKING:
    from uuid import UUID

    from majungmul.books.duties.models import Duty
    from majungmul.books.parties.models import Organisation

RIGHTS = ("objection", "reconsideration")
"""What a body may do, and need not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Owed:
    """할 일 — a word for its kind, what, until when (None: nobody has fixed a day), where it is done."""

    word: str
    title: str
    text: str
    until: date | None
    address: str
    button: str


def open_duties(body: "Organisation", on: date) -> "list[Duty]":
    """열린 할 일 — of a body under whichever of its rows, the first due first; keeping papers is none."""
    found = [
        duty
        for key in family(body)
        for duties in agenda_of_party(body.jurisdiction_id, key, on=on).values()
        for duty in duties
        if duty.code != RECORDS_KEPT
    ]
    return sorted(found, key=lambda duty: (duty.due_on, duty.pk))


def due_by_row(duties: "Iterable[Duty]") -> dict[object, date]:
    """기한 — the last day of what must be done, by the key of the row that it is about."""
    return {duty.subject: duty.due_on for duty in duties if duty.code not in RIGHTS}


def office_due(course: Course) -> dict[object, date]:
    """기관의 기한 — by when the office owes its next step, by the key of the row that waits for it."""
    rows = [course.application, course.review, *(each for each in course.claims if each.paid_on is None)]
    waiting = (duty for row in rows if row is not None for duty in duties_of(row))
    return {duty.subject: duty.due_on for duty in waiting if duty.done_at is None and duty.position_id}


def owed_now(duties: "Iterable[Duty]", courses: list[Course]) -> list[Owed]:
    """지금 할 일 — the duties that are no mere rights, then contracts that nobody can confirm yet."""
    must = [duty for duty in duties if duty.code not in RIGHTS]
    return [*(_of_duty(duty, courses) for duty in must), *_of_contracts(courses)]


def may_now(duties: "Iterable[Duty]", on: date) -> "list[Duty]":
    """지금 할 수 있는 일 — the rights whose last day has not passed."""
    return [duty for duty in duties if duty.code in RIGHTS and duty.due_on >= on]


def right_address(duty: "Duty", courses: list[Course]) -> str:
    """Where a right is used; empty where the page is not the applicant's."""
    for course in courses:
        if course.review and course.review.pk == duty.subject:
            return reverse("applicant:request_again", args=[course.application.pk])
        if course.award and course.award.pk == duty.subject:
            return reverse("applicant:award_objection", args=[course.award.pk])
    return ""


def _of_duty(duty: "Duty", courses: list[Course]) -> Owed:
    made = _of_application(duty, courses) or _of_money(duty, courses)
    return made or Owed(
        word="할 일",
        title=duty.what,
        text=f"근거: {duty.basis}",
        until=duty.due_on,
        address=reverse("applicant:profile"),
        button="조합 정보 보기",
    )


def _of_application(duty: "Duty", courses: list[Course]) -> Owed | None:
    for course in courses:
        for asked in course.corrections:
            if asked.pk == duty.subject:
                return Owed(
                    word="보완요청",
                    title=asked.what,
                    text=f"{course.title}, 접수번호 {course.application.number}. 고치면 바로 심사로 넘어갑니다.",
                    until=duty.due_on,
                    address=reverse("applicant:correct", args=[course.application.pk]),
                    button="고치러 가기",
                )
    return None


def _of_money(duty: "Duty", courses: list[Course]) -> Owed | None:
    for course in courses:
        if course.award and course.award.pk == duty.subject:
            return _of_last_claim(duty, course)
        if made := _of_row(duty, course):
            return made
    return None


def _of_last_claim(duty: "Duty", course: Course) -> Owed:
    key = course.award.pk if course.award else None
    if course.trades:
        return Owed(
            word="청구",
            title="마지막 청구와 결과보고를 내 주십시오",
            text=f"{course.title}. 거래마다 증빙을 적고 서류를 올리면 됩니다.",
            until=duty.due_on,
            address=reverse("applicant:claim_new", args=[key]),
            button="청구하러 가기",
        )
    return Owed(
        word="계약·거래",
        title="계약과 거래를 등록하고 지원금을 청구해 주십시오",
        text=f"{course.title}. 이날까지 청구까지 마쳐야 합니다.",
        until=duty.due_on,
        address=reverse("applicant:award", args=[key]),
        button="계약·거래 보러 가기",
    )


WORDS = {
    "claim_correction": (
        "보완요청",
        "청구한 것을 고쳐 주십시오",
        "applicant:claim_correct",
        "고치러 가기",
    ),
    "account_check": (
        "통장 확인",
        "이체가 돌아왔습니다. 통장을 확인해 주십시오",
        "applicant:claim",
        "청구 보기",
    ),
    "refund_payment": ("반환금", "반환금을 내 주십시오", "applicant:refund", "얼마를 어디로 낼지 보기"),
    "settlement_correction": (
        "보완요청",
        "정산의 보완요청에 답해 주십시오",
        "applicant:settlement_correct",
        "답하러 가기",
    ),
}


def _of_row(duty: "Duty", course: Course) -> Owed | None:
    settlement = [course.settlement] if course.settlement else []
    rows: dict[UUID, object] = {row.pk: row for row in (*course.claims, *course.refunds, *settlement)}
    if duty.subject not in rows or duty.code not in WORDS:
        return None
    word, title, page, button = WORDS[duty.code]
    return Owed(
        word=word,
        title=title,
        text=f"{course.title}, {duty.what}. 근거: {duty.basis}",
        until=duty.due_on,
        address=reverse(page, args=[duty.subject]),
        button=button,
    )


def _of_contracts(courses: list[Course]) -> Iterator[Owed]:
    for course in courses:
        if course.award is None or course.award.state != AwardState.EFFECTIVE:
            continue
        for contract in course.contracts:
            if contract.state == ContractState.DRAFT:
                yield Owed(
                    word="계약",
                    title=f"계약 {contract.number}의 확인을 받아 주십시오",
                    text="양쪽 직인이 찍힌 계약서를 올렸으면 담당자가 확인합니다. 없으면 거래조합에 링크를 보냅니다.",
                    until=None,
                    address=reverse("applicant:contract", args=[contract.pk]),
                    button="계약 보러 가기",
                )
