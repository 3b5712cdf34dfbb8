"""접수의 할 일 — what a received application brings to the office, and what is closed once it is dealt with."""

from django.utils import timezone

from majungmul.books.duties.actions import close_all, open_one
from majungmul.books.duties.models import Duty
from majungmul.books.duties.queries import duties_of
from majungmul.stages.application.models import Application, Correction, Origin
from majungmul.stages.call.models import Kind
from majungmul.stages.call.queries import plan_behind
from majungmul.stages.plan.actions.owing import CITY, OPERATOR, owe_after
from majungmul.stages.plan.queries.days_off import days_off
from majungmul.values.duty import Due, Owed

CHECK, DECISION, CORRECTION = "application_check", "award_decision", "application_correction"
GRANT_APPLICATION = "grant_application"


def owe_receipt(application: Application) -> None:
    """접수 — the office looks at it (중앙회) or decides on it (시); a 교부신청 fulfils the operator's duty."""
    call = application.call
    is_grant = call.kind == Kind.DESIGNATION
    open_ones = duties_of(application).filter(code=DECISION if is_grant else CHECK, done_at=None)
    if not open_ones.exists():
        day = timezone.localdate(application.received_at)
        owe_after("application.received", day, application, {CITY if is_grant else OPERATOR: call.keeper})
    if is_grant and (plan := plan_behind(call)):
        close_all(plan, GRANT_APPLICATION, note=application.number)


def looked_at(application: Application) -> None:
    """심사 시작 — the office has begun to look at it. What the city decides stays owed until it is decided."""
    close_all(application, CHECK)


def nothing_owed(application: Application, note: str) -> None:
    """철회·반려·제외 — nobody owes anything about it any more."""
    for code in (CHECK, DECISION):
        close_all(application, code, note=note)
    for correction in application.corrections.filter(answered_at=None):
        close_all(correction, CORRECTION, note=note)


def owe_correction(correction: Correction, due: Due, label: str, assumed: str) -> Duty:
    """보완 — of the body; of the office's own keeper where the application came on paper."""
    application = correction.application
    call = application.call
    owner = application.body if application.origin == Origin.ONLINE else call.keeper
    owed = Owed(
        code=CORRECTION,
        what=f"보완요청에 답하기({application.number}): {label}"[:160],
        who="신청자",
        basis=f"{call.get_kind_display()} {call.number}",
        due=due,
        assumed=assumed,
    )
    return open_one(owed, owner=owner, of=correction, holidays=days_off(call.jurisdiction))
