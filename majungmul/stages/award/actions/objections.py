"""이의신청 — against a decision, within the days of the law or of the settings; answered with a reason."""

from datetime import datetime
from uuid import UUID

from django.utils import timezone

from majungmul.books.duties.actions import close_all
from majungmul.books.parties import written
from majungmul.books.parties.queries.rows import locked
from majungmul.books.parties.require import require
from majungmul.books.trail.actions import action
from majungmul.stages.award.actions.owing import ANSWER_OBJECTION, OBJECTION, owe_answer_to_objection
from majungmul.stages.award.models import Award, AwardObjection
from majungmul.stages.award.queries import questioned_until, title
from majungmul.stages.award.states import after
from majungmul.stages.review.actions.again import refuse_own_decision
from majungmul.values.actor import Actor
from majungmul.values.refusal import Refusal


class TooLateToObject(Refusal):
    """이의신청 기한이 지남."""

    sentence = "{word}은(는) 통지일부터 {days}일 안({last:%Y. %-m. %-d.}까지)에 할 수 있었습니다({basis})."


class NothingToObject(Refusal):
    """이의를 낼 결정이 아님."""

    sentence = (
        "‘{title}’은(는) 스스로 포기했거나 정산으로 끝난 결정입니다. 정산에 대한 이의는 정산에서 내 주십시오."
    )


class ObjectionThere(Refusal):
    """답을 기다리는 이의신청."""

    sentence = "{on:%Y. %-m. %-d.}에 낸 이의신청이 아직 답을 기다립니다. 답이 나온 뒤 다시 내 주십시오."


class AnsweredAlready(Refusal):
    """이미 답함."""

    sentence = "이 이의신청에는 {on:%Y. %-m. %-d.}에 이미 답했습니다. 답을 고치려면 새 결정을 해 주십시오."


@action("award.objected")
def file_objection(award_id: UUID, reason: str, *, by: Actor, at: datetime, key: str) -> AwardObjection:
    """이의신청·재검토 요청 — against the award, or its being revoked. Returns it.

    Of the city's within the days of the law of the decision's day; of the operator's, of the settings.
    """
    award = locked(Award, by, award_id)
    require(by, "award.object", award)
    after("award.object", award.state, title(award))
    way, today = questioned_until(award), timezone.localdate(at)
    if way is None:
        raise NothingToObject(title=title(award))
    if way.is_certain and today > way.last:
        raise TooLateToObject(word=way.word, days=way.days, last=way.last, basis=way.basis)
    if there := award.objections.filter(answered_on=None).first():
        raise ObjectionThere(on=there.filed_on)
    objection = AwardObjection(
        jurisdiction_id=by.jurisdiction,
        award=award,
        reason=written.line(AwardObjection, "reason", reason),
        filed_on=today,
    )
    objection.save()
    close_all(award, OBJECTION)
    owe_answer_to_objection(award, f"{title(award)} {way.word}에 답하기", today)
    return objection


@action("award.objection_answered")
def answer_objection(
    objection_id: UUID, answer: str, *, upheld: bool, by: Actor, at: datetime, key: str
) -> AwardObjection:
    """이의신청에 답하기 — with a reason; what is upheld is carried out by the act that it asks for. Returns it.

    By another approver than the one who decided, where the office has a second one.
    """
    objection = locked(AwardObjection, by, objection_id)
    award = objection.award
    require(by, "award.answer_objection", award)
    after("award.answer_objection", award.state, title(award))
    if objection.answered_on:
        raise AnsweredAlready(on=objection.answered_on)
    refuse_own_decision(award.office_id, award.decided_by, by, at)
    objection.is_upheld, objection.answered_on = upheld, timezone.localdate(at)
    objection.answered_by = by.person
    objection.answer = written.line(AwardObjection, "answer", answer)
    objection.save()
    close_all(award, ANSWER_OBJECTION)
    return objection
