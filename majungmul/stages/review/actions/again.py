"""재검토 — an applicant asks for another look within some days, and is answered with a reason."""

from datetime import datetime
from uuid import UUID

from django.utils import timezone

from majungmul.books.duties.actions import close_all, open_one
from majungmul.books.parties import written
from majungmul.books.parties.queries.rows import locked
from majungmul.books.parties.require import SamePerson, require
from majungmul.books.trail.actions import action
from majungmul.stages.application import actions as applications
from majungmul.stages.application.states import State as ApplicationState
from majungmul.stages.plan.queries.days_off import days_off
from majungmul.stages.review.models import Reconsideration, Review
from majungmul.stages.review.queries import other_approvers, proposal_of, ways_again
from majungmul.stages.review.states import after
from majungmul.values.actor import Actor
from majungmul.values.duty import Due, Owed
from majungmul.values.refusal import Refusal

ANSWER, ASK = "reconsideration_answer", "reconsideration"
ANSWER_DAYS = 14
UPHELD = "재검토 요청을 받아들임"


class NotToldYet(Refusal):
    """아직 통보 전."""

    sentence = "선정 결과를 아직 통보받지 않았습니다. 통보를 받은 뒤 {word}을(를) 해 주십시오."


class TooLateToAsk(Refusal):
    """재검토 요청 기한이 지남."""

    sentence = (
        "{word}은(는) 통보일부터 {days}일 안({last:%Y. %-m. %-d.}까지)에 할 수 있었습니다({basis}). "
        "담당자에게 문의해 주십시오: {contact}."
    )


class DecidedItself(SamePerson):
    """처음 결정한 사람 — who decided first does not decide again."""

    sentence = (
        "처음 결정한 사람은 그 결정을 다시 볼 수 없습니다. 다른 결재권자({others})가 답하도록 넘겨 주십시오."
    )


@action("review.asked_again")
def request_again(review_id: UUID, reason: str, *, by: Actor, at: datetime, key: str) -> Reconsideration:
    """재검토 요청 — with a reason. Returns the request.

    Within the days of the programme's settings; of the city's result, within those of the law (이의신청).
    """
    review = locked(Review, by, review_id)
    require(by, "review.request_again", review)
    review.state = after("review.request_again", review.state, review.application.number)
    _refuse_late(review, at)
    review.save()
    asked = Reconsideration(
        jurisdiction_id=by.jurisdiction,
        review=review,
        reason=written.line(Reconsideration, "reason", reason),
        asked_at=at,
    )
    asked.save()
    close_all(review, ASK)
    owed = Owed(
        ANSWER,
        f"재검토 요청에 답하기({review.application.number})",
        "중앙회",
        "사업 공고의 재검토 요청",
        Due(timezone.localdate(at), days=ANSWER_DAYS),
        assumed=f"공고에 답할 날수가 없어 {ANSWER_DAYS}일로 둠",
    )
    open_one(owed, owner=review.application.call.keeper, of=review, holidays=days_off(review.jurisdiction))
    return asked


@action("review.upheld")
def uphold(review_id: UUID, answer: str, *, by: Actor, at: datetime, key: str) -> Reconsideration:
    """재검토 받아들임 — the review is open again, and what was decided is kept beside. Returns the request.

    By another approver than the one who decided, where the office has a second one. Refused where the body has
    applied anew.
    """
    return _answer(review_id, "review.uphold", answer, by, (at, key))


@action("review.dismissed")
def dismiss(review_id: UUID, answer: str, *, by: Actor, at: datetime, key: str) -> Reconsideration:
    """재검토 요청에 답하기 — the decision stays, for a reason; by whom, as `uphold`. Returns the request."""
    return _answer(review_id, "review.dismiss", answer, by, (at, key))


def _answer(review_id: UUID, act: str, answer: str, by: Actor, when: tuple[datetime, str]) -> Reconsideration:
    at, key = when
    review = locked(Review, by, review_id)
    require(by, act, review)
    review.state = after(act, review.state, review.application.number)
    refuse_own_decision(review.office_id, review.decided_by, by, at)
    asked = review.reconsiderations.get(answered_at=None)
    asked.is_upheld = act == "review.uphold"
    asked.answer = written.line(Reconsideration, "answer", answer)
    asked.answered_by, asked.answered_at = by.person, at
    asked.save()
    if asked.is_upheld:
        review.earlier = [
            *review.earlier,
            {"on": f"{timezone.localdate(at)}", "why": UPHELD, **proposal_of(review)},
        ]
        review.notified_on = None
        if review.application.state == ApplicationState.TURNED_DOWN:
            applications.reopen(review.application_id, by=by, at=at, key=key)
    review.save()
    close_all(review, ANSWER)
    return asked


def refuse_own_decision(office: UUID, decided_by: UUID | None, by: Actor, at: datetime) -> None:
    """Refuse one who looks again at an own decision, where another approver is there to do it."""
    others = other_approvers(office, decided_by, timezone.localdate(at))
    if by.person == decided_by and others:
        raise DecidedItself(others="·".join(others))


def _refuse_late(review: Review, at: datetime) -> None:
    call = review.application.call
    if review.notified_on is None:
        raise NotToldYet(word=ways_again(call, timezone.localdate(at)).word)
    way = ways_again(call, review.notified_on)
    if way.is_certain and timezone.localdate(at) > way.last:
        raise TooLateToAsk(word=way.word, days=way.days, last=way.last, basis=way.basis, contact=call.contact)
