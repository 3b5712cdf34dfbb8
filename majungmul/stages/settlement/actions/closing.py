"""마감 — a plan's year is closed: what is settled is done, and what is not is named as 미결 with its reason."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from majungmul.books.ledger.models import Account
from majungmul.books.parties import written
from majungmul.books.parties.queries.rows import locked
from majungmul.books.parties.require import require
from majungmul.books.trail.actions import action
from majungmul.stages.plan import actions as plans
from majungmul.stages.plan.models import Plan
from majungmul.stages.settlement.models import OpenAtClosing
from majungmul.stages.settlement.queries.held import amount_open, open_under
from majungmul.stages.settlement.refusals import NotNamedOpen, NotOpen
from majungmul.values.actor import Actor

NOTHING_OPEN: Mapping[UUID, str] = {}


@action("settlement.year_closed")
def close_year(
    plan_id: UUID, reasons: Mapping[UUID, str] = NOTHING_OPEN, *, by: Actor, at: datetime, key: str
) -> Plan:
    """마감 — `reasons` by account: why each that `queries.still_open` names stays open (미결). Returns the plan.

    Refuses what is open without a reason, a reason for what is not open, and a year before 출납폐쇄. An act
    lives in the latest stage that it touches: the plan itself is closed by `plan.actions.close`.
    """
    plan = locked(Plan, by, plan_id)
    require(by, "plan.close", plan)
    there = list(open_under(plan.account))
    nameless = [each for each in there if each.pk not in reasons]
    if nameless:
        raise NotNamedOpen(count=len(nameless), first=nameless[0].label)
    if wrong := set(reasons) - {each.pk for each in there}:
        raise NotOpen(count=len(wrong))
    for account in there:
        _leave_open(plan, account, reasons[account.pk])
    return plans.close(plan_id, by=by, at=at, key=key)


def _leave_open(plan: Plan, account: Account, reason: str) -> None:
    OpenAtClosing(
        jurisdiction_id=plan.jurisdiction_id,
        plan=plan,
        account=account,
        amount=amount_open(account),
        reason=written.line(OpenAtClosing, "reason", reason),
    ).save()
