"""돌림 — an application is taken up, withdrawn, returned, turned down, or looked at again."""

from datetime import datetime
from uuid import UUID

from django.utils import timezone

from majungmul.books.parties import written
from majungmul.books.parties.queries.rows import locked
from majungmul.books.parties.require import require
from majungmul.books.trail.actions import action
from majungmul.stages.application.actions.applicant import refuse_second
from majungmul.stages.application.actions.owing import looked_at, nothing_owed
from majungmul.stages.application.models import Application
from majungmul.stages.application.states import State, after
from majungmul.values.actor import Actor


@action("application.taken_up")
def take_up(application_id: UUID, *, by: Actor, at: datetime, key: str) -> Application:
    """심사 시작 — called by `review`; what the receipt asked of the office is done. Returns the application."""
    application = _in_hand(application_id, "application.take_up", by)
    application.state = after("application.take_up", application.state, application.number)
    application.save()
    looked_at(application)
    return application


@action("application.withdrawn")
def withdraw(application_id: UUID, reason: str, *, by: Actor, at: datetime, key: str) -> Application:
    """신청 철회 — before the review; the body may apply again. Returns the application."""
    return turn(_in_hand(application_id, "application.withdraw", by), "application.withdraw", reason, at)


@action("application.withdrawn_in_review")
def withdraw_reviewed(application_id: UUID, reason: str, *, by: Actor, at: datetime, key: str) -> Application:
    """심사 중 철회 — called by `review`. Returns the application."""
    act = "application.withdraw_reviewed"
    return turn(_in_hand(application_id, act, by), act, reason, at)


@action("application.returned")
def return_to_sender(application_id: UUID, reason: str, *, by: Actor, at: datetime, key: str) -> Application:
    """접수 반려 — it is not one that can be received, for a reason. Returns the application."""
    act = "application.return_to_sender"
    return turn(_in_hand(application_id, act, by), act, reason, at)


@action("application.turned_down")
def turn_down(application_id: UUID, reason: str, *, by: Actor, at: datetime, key: str) -> Application:
    """선정 제외 — called by `review` once its result is told; the same trade may be applied for again."""
    return turn(_in_hand(application_id, "application.turn_down", by), "application.turn_down", reason, at)


@action("application.reopened")
def reopen(application_id: UUID, *, by: Actor, at: datetime, key: str) -> Application:
    """다시 심사 — called by `review` where a 재검토 요청 was upheld. Refuses where the body has applied anew."""
    application = _in_hand(application_id, "application.reopen", by)
    state = after("application.reopen", application.state, application.number)
    refuse_second(application.call, application.body)
    application.state, application.reason, application.turned_on = state, "", None
    application.save()
    return application


def turn(application: Application, act: str, reason: str, at: datetime) -> Application:
    """Let it end so, for a reason; nobody owes anything about it any more."""
    application.state = State(after(act, application.state, application.number))
    application.reason = written.line(Application, "reason", reason)
    application.turned_on = timezone.localdate(at)
    application.save()
    nothing_owed(application, State(application.state).label)
    return application


def _in_hand(application_id: UUID, act: str, by: Actor) -> Application:
    """The application, locked, where the actor may do this to it."""
    application = locked(Application, by, application_id)
    require(by, act, application)
    return application
