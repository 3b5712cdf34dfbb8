"""작성과 들여오기 — a plan's next edition by an officer, or a whole plan that was decided on paper."""

from datetime import datetime
from typing import Any

from majungmul.books.parties.actions.first_office import officers_seat
from majungmul.books.parties.kinds import Role
from majungmul.books.parties.queries.rows import locked
from majungmul.books.parties.require import require
from majungmul.books.trail.actions import action
from majungmul.programmes import plan as file
from majungmul.stages.plan.actions.fixing import fix_as_written
from majungmul.stages.plan.actions.ready import refuse_unready
from majungmul.stages.plan.actions.writing import begin, write
from majungmul.stages.plan.models import Plan
from majungmul.stages.plan.queries.plans import plan_of
from majungmul.stages.plan.states import State, after
from majungmul.values.actor import Actor
from majungmul.values.refusal import Refusal


class PlanThere(Refusal):
    """이미 있는 지원계획."""

    sentence = "{year}년 지원계획은 이미 있습니다(상태: {state}). 고칠 것은 그 계획에서 고쳐 주십시오."


def draft(written: file.Plan, *, by: Actor, at: datetime, key: str) -> Plan:
    """지원계획 작성 — the plan of the actor's office for a year, or its next edition while it is in 작성.

    Returns the plan. Refuses a plan that is handed in already, one of another jurisdiction, one without a
    budget, a line that another plan of the year has, and whatever `programmes` refuses in it.
    """
    return _draft(_content(written), by=by, at=at, key=key)


def adopt(written: file.Plan, *, by: Actor, at: datetime, key: str) -> Plan:
    """지원계획 들여오기 — a plan that was decided on paper: written, and in 확정 with 편성 and 배정 posted.

    The city's duties go to the office's first officer, whose seat is made where there is none. Returns the
    plan. Refuses a year that has one, amounts that are unknown or do not add up, and what `draft` refuses.
    """
    return _adopt(_content(written), by=by, at=at, key=key)


@action("plan.drafted")
def _draft(content: dict[str, Any], *, by: Actor, at: datetime, key: str) -> Plan:
    written = file.Plan.model_validate(content)
    before = plan_of(by.jurisdiction, by.office, written.year)
    plan = locked(Plan, by, before.pk) if before else None
    require(by, "plan.draft", plan)
    if plan is None:
        plan = begin(written, by.position, by=by)
    after("plan.draft", plan.state, written.title)
    write(plan, written)
    return plan


@action("plan.adopted")
def _adopt(content: dict[str, Any], *, by: Actor, at: datetime, key: str) -> Plan:
    require(by, "plan.adopt")
    written = file.Plan.model_validate(content)
    if before := plan_of(by.jurisdiction, by.office, written.year):
        raise PlanThere(year=before.year, state=State(before.state).label)
    keeper = officers_seat(by.office, Role.OFFICER, by=by, at=at, key=key)
    plan = begin(written, keeper.pk, by=by)
    edition = write(plan, written)
    refuse_unready(edition)
    plan.state = after("plan.adopt", plan.state, written.title)
    return fix_as_written(plan, edition, by=by, at=at, key=key)


def _content(written: file.Plan) -> dict[str, Any]:
    """The plan in plain values, as the trail can tell one request from another."""
    return written.model_dump(exclude_defaults=True)
