"""출납폐쇄와 마감 — the two dates that end a year."""

from datetime import datetime
from uuid import UUID

from majungmul.books.duties.actions import close_all
from majungmul.books.ledger import years
from majungmul.books.parties.queries.rows import locked
from majungmul.books.parties.require import require
from majungmul.books.trail.actions import action
from majungmul.stages.plan.models import Plan
from majungmul.stages.plan.queries.plans import edition_of, plans_of
from majungmul.stages.plan.states import State, after
from majungmul.values.actor import Actor

YEAR_END_DUTY = "year_end"


@action("plan.cut_off")
def cut_off(plan_id: UUID, *, by: Actor, at: datetime, key: str) -> Plan:
    """출납폐쇄 — no new decision or payment in the plan's year; what is pending is void unless carried over.

    Done again after an 이월 has run out, it voids what that had kept. Returns the plan.
    """
    plan = locked(Plan, by, plan_id)
    require(by, "plan.cut_off", plan)
    after("plan.cut_off", plan.state, edition_of(plan).title)
    years.cut_off(plan.jurisdiction_id, plan.year)
    close_all(plan, YEAR_END_DUTY)
    return plan


@action("plan.closed")
def close(plan_id: UUID, *, by: Actor, at: datetime, key: str) -> Plan:
    """마감 — the plan is closed, and with the last plan of a year that year: nothing posts to it any more.

    Returns the plan. Refuses before 출납폐쇄.
    """
    plan = locked(Plan, by, plan_id)
    require(by, "plan.close", plan)
    plan.state = after("plan.close", plan.state, edition_of(plan).title)
    plan.save()
    if not plans_of(plan.jurisdiction_id, plan.year).exclude(state=State.CLOSED).exists():
        years.close(plan.jurisdiction_id, plan.year)
    return plan
