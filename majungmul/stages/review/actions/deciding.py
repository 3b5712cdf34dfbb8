"""선정 — recommended with an amount and handed in by one person, decided by another, told to the applicant."""

from datetime import date, datetime
from uuid import UUID

from django.utils import timezone

from majungmul.books.duties.actions import close_all, open_one
from majungmul.books.parties import written
from majungmul.books.parties.queries.rows import locked
from majungmul.books.parties.require import another_person, require
from majungmul.books.trail.actions import action
from majungmul.stages.application import actions as applications
from majungmul.stages.call.models import Kind
from majungmul.stages.plan.queries.days_off import days_off
from majungmul.stages.review.actions.again import ASK
from majungmul.stages.review.actions.checking import refuse_not_here
from majungmul.stages.review.models import Answer, Review
from majungmul.stages.review.queries import asked_for, proposal_of, ways_again
from majungmul.stages.review.states import after
from majungmul.values.actor import Actor
from majungmul.values.duty import Due, Owed
from majungmul.values.refusal import Refusal
from majungmul.values.won import ZERO, Won


class NotAllAnswered(Refusal):
    """답하지 않은 항목."""

    sentence = "아직 답하지 않은 검토 항목이 {count}개 있습니다: {first}. 모두 답한 뒤 결재를 올려 주십시오."


class NotEligible(Refusal):
    """부적합한 항목이 있음."""

    sentence = (
        "‘{item}’이(가) 부적합이라 선정으로 올릴 수 없습니다. 선정 제외로 올리거나 검토 결과를 고쳐 주십시오."
    )


class NothingRecommended(Refusal):
    """추천 금액 없음."""

    sentence = "선정으로 올리려면 추천 금액을 1원 이상 적어 주십시오."


class MoreThanAsked(Refusal):
    """신청보다 많음."""

    sentence = "추천 금액 {recommended}이 신청 금액 {asked}보다 많습니다. 신청 금액까지로 줄여 주십시오."


class ToldAlready(Refusal):
    """이미 통보함."""

    sentence = "이 결과는 {on:%Y. %-m. %-d.}에 이미 통보했습니다. 다시 통보하지 않아도 됩니다."


NOTICE = "review_notice"
NOTICE_DAYS = 7


@action("review.submitted")
def submit(
    review_id: UUID, recommended: Won | None, opinion: str, *, by: Actor, at: datetime, key: str
) -> Review:
    """선정 결재 올림 — with the recommended amount; None recommends 선정 제외. Returns the review.

    Refuses items without an answer, a selection with an item not met, no amount, and more than is asked for.
    """
    review = locked(Review, by, review_id)
    require(by, "review.submit", review)
    review.state = after("review.submit", review.state, review.application.number)
    refuse_not_here(review)
    _refuse_unready(review, selected=recommended is not None)
    _refuse_amount(review, recommended)
    review.is_selected, review.recommended = recommended is not None, recommended
    review.opinion = written.line(Review, "opinion", opinion)
    review.submitted_by, review.submitted_at, review.sent_back_for = by.person, at, ""
    review.decided_by = review.decided_at = None
    review.save()
    return review


@action("review.sent_back")
def send_back(review_id: UUID, reason: str, *, by: Actor, at: datetime, key: str) -> Review:
    """선정 결재 반려 — with the reason; what was proposed is kept to compare. Returns the review."""
    review = locked(Review, by, review_id)
    require(by, "review.send_back", review)
    review.state = after("review.send_back", review.state, review.application.number)
    review.sent_back_for = written.line(Review, "sent_back_for", reason)
    sent_back = {"on": f"{timezone.localdate(at)}", "why": review.sent_back_for, **proposal_of(review)}
    review.earlier = [*review.earlier, sent_back]
    review.save()
    return review


@action("review.decided")
def decide(review_id: UUID, *, by: Actor, at: datetime, key: str) -> Review:
    """선정 결정 — as it was handed in, by another person. Returns the review."""
    review = locked(Review, by, review_id)
    require(by, "review.decide", review)
    review.state = after("review.decide", review.state, review.application.number)
    another_person(by, review.submitted_by)
    refuse_not_here(review)
    review.decided_by, review.decided_at = by.person, at
    review.save()
    if review.application.call.kind == Kind.PUBLIC:  # the city tells its decision by the 교부결정통지서
        _owe_notice(review, timezone.localdate(at))
    return review


@action("review.notified")
def notify(review_id: UUID, *, by: Actor, at: datetime, key: str) -> Review:
    """선정 결과 통보 — the result and its reason are told to the applicant. Returns the review.

    Who is not selected may apply for the same again. Where it is not all that was asked for, the applicant may
    ask for another look until a day.
    """
    review = locked(Review, by, review_id)
    require(by, "review.notify", review)
    review.state = after("review.notify", review.state, review.application.number)
    if review.notified_on:
        raise ToldAlready(on=review.notified_on)
    review.notified_on = timezone.localdate(at)
    review.save()
    close_all(review, NOTICE)
    if not review.is_selected:
        applications.turn_down(review.application_id, review.opinion, by=by, at=at, key=key)
    if review.recommended is None or review.recommended < asked_for(review.application):
        _may_ask_again(review, review.notified_on)
    return review


def _owe_notice(review: Review, decided_on: date) -> None:
    """The seat that looks after the call owes the applicant the result."""
    application = review.application
    owed = Owed(
        NOTICE,
        f"선정 결과 통보({application.number})",
        "중앙회",
        f"사업 공고({application.call.number})",
        Due(decided_on, days=NOTICE_DAYS),
        assumed=f"공고에 알릴 날수가 없어 {NOTICE_DAYS}일로 둠",
    )
    open_one(owed, owner=application.call.keeper, of=review, holidays=days_off(review.jurisdiction))


def _may_ask_again(review: Review, told_on: date) -> None:
    """The applicant has some days to ask for another look."""
    application = review.application
    way = ways_again(application.call, told_on)
    owed = Owed(
        ASK,
        f"{way.word}(할 때, {application.number})",
        "조합",
        way.basis,
        Due(told_on, days=way.days),
        assumed="" if way.word == "이의신청" else "날수는 계획에 없어 사업의 설정으로 둠",
    )
    open_one(owed, owner=application.body, of=review, holidays=days_off(review.jurisdiction))


def _refuse_amount(review: Review, recommended: Won | None) -> None:
    if recommended is None:
        return
    if recommended <= ZERO:
        raise NothingRecommended
    if recommended > (asked := asked_for(review.application)):
        raise MoreThanAsked(recommended=recommended, asked=asked)


def _refuse_unready(review: Review, *, selected: bool) -> None:
    items = list(review.items.order_by("order"))
    open_ones = [item.label for item in items if not item.answer]
    if open_ones:
        raise NotAllAnswered(count=len(open_ones), first=open_ones[0])
    failed = [item.label for item in items if item.answer == Answer.NOT_MET]
    if selected and failed:
        raise NotEligible(item=failed[0])
