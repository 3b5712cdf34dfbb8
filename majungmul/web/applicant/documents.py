"""문서 — every official paper that there is of an application and all that came of it, in the order of the stages."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from django.urls import reverse

from majungmul.stages.application.states import State as ApplicationState
from majungmul.stages.award.states import State as AwardState
from majungmul.stages.payment.states import State as ClaimState
from majungmul.stages.settlement.states import RefundState
from majungmul.stages.settlement.states import State as SettlementState
from majungmul.web.applicant.courses import Course, courses_of
from majungmul.web.papers import papers_of

if TYPE_CHECKING:
    from majungmul.books.parties.models import Organisation
    from majungmul.stages.payment.models import Claim
    from majungmul.stages.settlement.models import Refund

REVOCATION = "revocation"
"""결정 취소 — what the office proposes to itself: the body is told by the 결정 종료 통지."""


@dataclass(frozen=True, slots=True)
class Document:
    """문서 — its title, what of it is about, and where it is to look at and to print."""

    title: str
    about: str
    address: str


Wanted = tuple[str, UUID, str]
"""The kind of a paper, the row it is of, and what of it is about."""


def documents_of(course: Course) -> list[Document]:
    """문서 — those that can be made now: what is not decided or answered yet has none."""
    parts = (_of_application, _of_review, _of_award, _of_delivery, _of_claims, _of_settlement, _of_refunds)
    return _made([each for part in parts for each in part(course)])


def is_told(body: "Organisation", kind: str, row: UUID) -> bool:
    """알려진 문서 — whether the body may see this paper by now: it is among those of its applications."""
    address = reverse("rows:paper", args=[row, kind])
    found = (document for course in courses_of(body) for document in documents_of(course))
    return any(document.address == address for document in found)


def documents_of_claim(claim: "Claim") -> list[Document]:
    """청구의 문서 — those of one claim alone."""
    return _made(list(_of_claim(claim)))


def documents_of_refund(refund: "Refund") -> list[Document]:
    """반환의 문서 — those of one order to pay back alone."""
    return _made(list(_of_refund(refund)))


def _made(wanted: list[Wanted]) -> list[Document]:
    titles = papers_of(*((kind, row) for kind, row, _ in wanted))
    return [
        Document(title, about, reverse("rows:paper", args=[row, kind]))
        for (kind, row, about), (_, title, _) in zip(wanted, titles, strict=True)
    ]


def _of_application(course: Course) -> Iterator[Wanted]:
    application = course.application
    yield "application_form", application.pk, application.number
    yield "receipt", application.pk, application.number
    for asked in course.corrections:
        yield "correction_request", asked.pk, asked.what
    if application.state == ApplicationState.RETURNED:
        yield "return_notice", application.pk, application.number


def _of_review(course: Course) -> Iterator[Wanted]:
    review = course.review
    if review is None or review.notified_on is None:
        return
    yield "selection_notice", review.pk, course.application.number
    for asked in review.reconsiderations.all():
        if asked.answered_at:
            yield "reconsideration_answer", asked.pk, asked.reason


def _of_award(course: Course) -> Iterator[Wanted]:
    award = course.award
    if award is None:
        return
    if award.effective_on:
        yield "award_notice", award.pk, award.number
    for change in award.changes.all():
        if change.answered_at and change.kind != REVOCATION:
            yield "change_notice", change.pk, change.get_kind_display()
    for filed in award.objections.all():
        yield "objection", filed.pk, filed.reason
        if filed.answered_on:
            yield "objection_answer", filed.pk, filed.answer
    if award.state == AwardState.ENDED:
        yield "ending_notice", award.pk, award.number


def _of_delivery(course: Course) -> Iterator[Wanted]:
    for contract in course.contracts:
        yield "contract_sheet", contract.pk, f"{contract.number} {contract.item}"


def _of_claims(course: Course) -> Iterator[Wanted]:
    for claim in course.claims:
        yield from _of_claim(claim)


def _of_claim(claim: "Claim") -> Iterator[Wanted]:
    yield "claim_form", claim.pk, claim.number
    yield "result_report", claim.pk, claim.number
    for asked in claim.corrections.all():
        yield "claim_correction_request", asked.pk, asked.what
    if claim.state == ClaimState.PAID:
        yield "payment_notice", claim.pk, claim.number


def _of_settlement(course: Course) -> Iterator[Wanted]:
    settlement = course.settlement
    if settlement and settlement.state in (SettlementState.FIXED, SettlementState.CLOSED):
        yield "settled_notice", settlement.pk, settlement.number


def _of_refunds(course: Course) -> Iterator[Wanted]:
    for revocation in course.revocations:
        yield "revocation_notice", revocation.pk, revocation.grounds_label
    for refund in course.refunds:
        yield from _of_refund(refund)


def _of_refund(refund: "Refund") -> Iterator[Wanted]:
    yield "refund_order", refund.pk, refund.number
    if refund.state == RefundState.WITHDRAWN:
        yield "refund_withdrawal", refund.pk, refund.number
    if refund.sanction_id:
        yield "exclusion_notice", refund.pk, refund.number
    for surcharge in refund.surcharges.all():
        yield "surcharge_notice", surcharge.pk, refund.number
    for filed in refund.objections.all():
        yield "refund_objection", filed.pk, filed.reason
        if filed.answered_on:
            yield "refund_objection_answer", filed.pk, filed.answer
