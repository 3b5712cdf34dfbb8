"""정정공고와 알림 — a call is amended, and all who had begun, or handed in, are told; or it is cancelled."""

from datetime import datetime
from uuid import UUID

from majungmul.books.parties.queries.rows import found, locked
from majungmul.books.parties.require import SomebodyElse, require
from majungmul.books.parties.rights import RIGHTS
from majungmul.books.trail.actions import action
from majungmul.books.trail.drafts import people_drafting
from majungmul.stages.application.actions.turning import turn
from majungmul.stages.application.models import AmendmentNotice
from majungmul.stages.application.queries import DRAFT, applications_of
from majungmul.stages.application.refusals import ReadAlready, UnderReview
from majungmul.stages.application.states import OVER, State
from majungmul.stages.call import actions as call_actions
from majungmul.stages.call.models import Amendment, Call
from majungmul.values.actor import Actor


@action("application.call_amended")
def amend_call(
    call_id: UUID, changes: dict[str, object], reason: str, *, by: Actor, at: datetime, key: str
) -> Amendment:
    """정정공고와 알림 — as `call.amend`; each live application and each person with a draft gets a notice."""
    call = found(Call, by, call_id)
    require(by, "application.amend_call", call)
    amendment = call_actions.amend(call_id, changes, reason, by=by, at=at, key=key)
    for application in applications_of(call).exclude(state__in=OVER):
        _tell(amendment, at, application=application)
    for person in people_drafting(by.jurisdiction, DRAFT, call.pk):
        _tell(amendment, at, person=person)
    return amendment


@action("application.call_cancelled")
def cancel_call(call_id: UUID, reason: str, *, by: Actor, at: datetime, key: str) -> Call:
    """공고 취소와 접수 반려 — as `call.cancel`; what was received is returned for the same reason. Returns the call.

    Refuses (UnderReview) where one is being reviewed.
    """
    call = found(Call, by, call_id)
    require(by, "application.cancel_call", call)
    live = applications_of(call).exclude(state__in=OVER).select_for_update(of=("self",))
    for application in live:
        if application.state == State.REVIEWING:
            raise UnderReview(number=application.number)
        turn(application, "application.cancel_call", f"공고 취소: {reason}", at)
    return call_actions.cancel(call_id, reason, by=by, at=at, key=key)


@action("application.notice_read")
def read_notice(notice_id: UUID, *, by: Actor, at: datetime, key: str) -> AmendmentNotice:
    """정정 알림 읽음 — by the person it is for, or by anybody of the body that handed in. Returns the notice."""
    notice = locked(AmendmentNotice, by, notice_id)
    require(by, "application.read_notice", notice)
    if notice.person is not None and notice.person != by.person:
        raise SomebodyElse(name=RIGHTS["application.read_notice"].name)
    if notice.read_at is not None:
        raise ReadAlready
    notice.read_at, notice.read_by = at, by.person
    notice.save()
    return notice


def _tell(amendment: Amendment, at: datetime, **whom: object) -> None:
    AmendmentNotice(jurisdiction_id=amendment.jurisdiction_id, amendment=amendment, at=at, **whom).save()
