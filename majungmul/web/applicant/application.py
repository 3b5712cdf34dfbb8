"""낸 신청 — what was handed in, what became of it, and what the applicant can still do about it."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse

from majungmul.books.parties.queries.rows import NotHere
from majungmul.books.parties.queries.sight import own_body
from majungmul.stages.application import actions as applications
from majungmul.stages.application import states as application_states
from majungmul.stages.application.queries import application_for, papers_of, trades_of
from majungmul.stages.award import actions as awards
from majungmul.stages.award.queries import award_of
from majungmul.stages.call.queries import form_of
from majungmul.stages.review import actions as reviews
from majungmul.stages.review import states as review_states
from majungmul.stages.review.queries import Again, review_of, ways_again
from majungmul.web.applicant.acts import Act, act_page
from majungmul.web.applicant.allowing import allows
from majungmul.web.applicant.courses import course_of, programme_title
from majungmul.web.applicant.documents import documents_of
from majungmul.web.applicant.now import now_of
from majungmul.web.asked import Asked, today
from majungmul.web.forms.asking import REASON, ask
from majungmul.web.forms.doing import Deed
from majungmul.web.keys import key_of
from majungmul.web.showing import show
from majungmul.web.words import day

if TYPE_CHECKING:
    from majungmul.programmes.form import Form
    from majungmul.stages.application.models import Application
    from majungmul.stages.award.models import Award
    from majungmul.stages.review.models import Review


def application(request: Asked, application: UUID) -> HttpResponse:
    """낸 신청 — as it was received."""
    row = application_for(request.seat, application)
    course = course_of(own_body(request.seat), row.pk)
    review, award = course.review, course.award
    labels = {slot.code: slot.label for slot in form_of(row.call).papers}
    return show(
        request,
        "applicant/application.html",
        row=row,
        course=course,
        state=now_of(course),
        trades=list(trades_of(row)),
        uses=[(labels.get(slot, slot), use) for slot, use in papers_of(row).items()],
        documents=documents_of(course),
        can_withdraw=_way_out(row, review, award) is not None,
        again=_again(review, request),
    )


def withdraw(request: Asked, application: UUID) -> HttpResponse:
    """신청 거두기 — by the way that its state leaves: before, during or after the review."""
    row = application_for(request.seat, application)
    course = course_of(own_body(request.seat), row.pk)
    way = _way_out(row, course.review, course.award)
    if way is None:
        raise NotHere(what="거둘 수 있는 신청")
    act = Act(
        title="신청을 거둘까요?",
        lead="거두면 심사가 멈춥니다. 접수 기간이 남아 있으면 다시 신청할 수 있습니다.",
        button="신청 거두기",
        form=_reason("신청 철회", request),
        crumbs=_crumbs(row, "신청 거두기"),
        is_danger=True,
        facts=_facts(row),
    )
    then = reverse("applicant:application", args=[row.pk])
    return act_page(
        request, act, _withdrawing(request, row, course.review, way), then=then, said="신청을 거두었습니다."
    )


def request_again(request: Asked, application: UUID) -> HttpResponse:
    """재검토 요청 — of the result that was told, with a reason, until its last day."""
    row = application_for(request.seat, application)
    review = review_of(row)
    again = _again(review, request)
    if review is None or again is None:
        raise NotHere(what="재검토를 요청할 결과")
    act = Act(
        title=f"{again.word}을 할까요?",
        lead="결과가 이상하다고 생각하는 까닭을 적어 주십시오. 처음 결정한 사람이 아닌 결재권자가 답합니다.",
        button=again.word,
        form=_reason(again.word, request, limit=500),
        crumbs=_crumbs(row, again.word),
        facts=(
            *_facts(row),
            ("결과", "선정" if review.is_selected else "선정 제외"),
            ("결과의 까닭", review.opinion),
            ("요청할 수 있는 마지막 날", day(again.last)),
            ("근거", again.basis),
        ),
    )

    def deed(values: dict[str, str], _files: object) -> object:
        return reviews.request_again(
            review.pk, values["reason"], by=request.actor, at=request.at, key=key_of(request)
        )

    then = reverse("applicant:application", args=[row.pk])
    return act_page(
        request, act, deed, then=then, said=f"{again.word}을 보냈습니다. 답이 나오면 여기에 나옵니다."
    )


def _reason(title: str, _request: Asked, limit: int = 300) -> "Form":
    return ask(title, REASON.model_copy(update={"limit": limit}))


def _crumbs(row: "Application", here: str) -> tuple[tuple[str, str] | str, ...]:
    own = (f"신청 {row.number}", reverse("applicant:application", args=[row.pk]))
    return (("내 신청", reverse("applicant:mine")), own, here)


def _facts(row: "Application") -> tuple[tuple[str, str], ...]:
    return (("사업", programme_title(row)), ("접수번호", row.number), ("신청 지원금", str(row.amount)))


def _way_out(row: "Application", review: "Review | None", award: "Award | None") -> str | None:
    """By which act an application is taken back in its state; None where there is none, or an award is there."""
    if award is not None:
        return None
    if allows(application_states.after, "application.withdraw", row.state):
        return "application.withdraw"
    if review and row.is_live and allows(review_states.after, "review.withdraw", review.state):
        return "review.withdraw"
    is_selected = bool(review and review.is_selected and review.notified_on and row.is_live)
    return "award.decline_offer" if is_selected and award_of(row) is None else None


def _withdrawing(request: Asked, row: "Application", review: "Review | None", way: str) -> Deed:
    def deed(values: dict[str, str], _files: object) -> object:
        given = {"by": request.actor, "at": request.at, "key": key_of(request)}
        if way == "review.withdraw" and review:
            return reviews.withdraw(review.pk, values["reason"], **given)  # type: ignore[arg-type]
        act = applications.withdraw if way == "application.withdraw" else awards.decline_offer
        return act(row.pk, values["reason"], **given)  # type: ignore[arg-type]

    return deed


def _again(review: "Review | None", request: Asked) -> Again | None:
    """Until when the result may be questioned; None where it was not told, is asked already, or the day passed."""
    if review is None or review.notified_on is None:
        return None
    if not allows(review_states.after, "review.request_again", review.state):
        return None
    way = ways_again(review.application.call, review.notified_on)
    return way if not way.is_certain or today(request) <= way.last else None
