"""교부신청 문서 — the operator's own paper by which it applied: its number and day, and its entry in 보탬e."""

from datetime import datetime
from uuid import UUID

from django.utils import timezone

from majungmul.books.parties.queries.rows import locked
from majungmul.books.parties.require import require
from majungmul.books.trail.actions import action
from majungmul.stages.application.models import Application
from majungmul.stages.application.refusals import NotAGrantApplication
from majungmul.stages.application.states import after
from majungmul.stages.call.models import Kind
from majungmul.stages.plan.actions.sealing import seal_step
from majungmul.values.actor import Actor
from majungmul.values.seal import Seal

STEP = "grant_application"


@action("application.sealed")
def seal(application_id: UUID, given: Seal, *, by: Actor, at: datetime, key: str) -> Application:
    """교부신청 문서 적기 — 문서번호, 시행일, 보탬e 등록번호·등록일. Returns the application.

    Refuses what is no 교부신청, a second paper, a day to come, and (NoPortalThen) 보탬e on a day without it.
    """
    application = locked(Application, by, application_id)
    require(by, "application.seal", application)
    after("application.seal", application.state, application.number)
    if application.call.kind != Kind.DESIGNATION:
        raise NotAGrantApplication(number=application.number)
    seal_step(application, STEP, given, today=timezone.localdate(at))
    return application
