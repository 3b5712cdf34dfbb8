"""제출·반려·확정·통보 — a plan is handed in, and decided by another person; then the operator is told."""

from datetime import datetime
from uuid import UUID

from majungmul.books.duties.actions import close_all
from majungmul.books.parties import written
from majungmul.books.parties.queries.rows import locked
from majungmul.books.parties.require import another_person, require
from majungmul.books.trail.actions import action
from majungmul.stages.plan.actions.fixing import fix_as_written
from majungmul.stages.plan.actions.ready import refuse_unready
from majungmul.stages.plan.models import Plan
from majungmul.stages.plan.queries.plans import edition_of
from majungmul.stages.plan.states import after
from majungmul.values.actor import Actor

NOTICE_DUTY = "plan_notice"


@action("plan.submitted")
def submit(plan_id: UUID, *, by: Actor, at: datetime, key: str) -> Plan:
    """제출 — the latest edition is handed in for 결재. Returns the plan.

    Refuses a line without an amount, and a budget that does not add up.
    """
    plan = locked(Plan, by, plan_id)
    require(by, "plan.submit", plan)
    edition = edition_of(plan)
    plan.state = after("plan.submit", plan.state, edition.title)
    refuse_unready(edition)
    plan.submitted_by, plan.sent_back_for = by.person, ""
    plan.save()
    return plan


@action("plan.sent_back")
def send_back(plan_id: UUID, reason: str, *, by: Actor, at: datetime, key: str) -> Plan:
    """결재 반려 — the plan is a draft again, with the reason. Returns it. Refuses an empty reason."""
    plan = locked(Plan, by, plan_id)
    require(by, "plan.send_back", plan)
    plan.state = after("plan.send_back", plan.state, edition_of(plan).title)
    plan.sent_back_for = written.line(Plan, "sent_back_for", reason)
    plan.save()
    return plan


@action("plan.fixed")
def fix(plan_id: UUID, approval: str, *, by: Actor, at: datetime, key: str) -> Plan:
    """확정 — 편성 and 배정 of each line as the plan says; `approval` is the number of the paper.

    Returns the plan. Refuses the person who handed it in (두 사람), and a paper without a number.
    """
    plan = locked(Plan, by, plan_id)
    require(by, "plan.fix", plan)
    edition = edition_of(plan)
    plan.state = after("plan.fix", plan.state, edition.title)
    another_person(by, plan.submitted_by)
    plan.approval = written.line(Plan, "approval", approval)
    return fix_as_written(plan, edition, by=by, at=at, key=key)


@action("plan.announced")
def announce(plan_id: UUID, notice: str, *, by: Actor, at: datetime, key: str) -> Plan:
    """통보 — the operator was told by the paper of this number: the city's duty is done. Returns the plan."""
    plan = locked(Plan, by, plan_id)
    require(by, "plan.announce", plan)
    plan.state = after("plan.announce", plan.state, edition_of(plan).title)
    plan.notice = written.line(Plan, "notice", notice)
    plan.save()
    close_all(plan, NOTICE_DUTY, note=plan.notice)
    return plan
