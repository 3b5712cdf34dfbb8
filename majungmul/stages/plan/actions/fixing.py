"""확정 — what a plan says comes into force: its money is appropriated and allotted, its duties are owed."""

from datetime import datetime

from majungmul.books.duties.actions import open_all
from majungmul.books.ledger import postings
from majungmul.books.parties.actions.bodies import register
from majungmul.books.parties.kinds import OrganisationKind
from majungmul.books.parties.models import Organisation, Position
from majungmul.books.parties.queries.bodies import find
from majungmul.programmes.duties import duties_of
from majungmul.stages.plan.models import BudgetLine, Edition, Plan
from majungmul.stages.plan.queries.days_off import days_off
from majungmul.stages.plan.queries.lines import amount_of
from majungmul.values.actor import Actor
from majungmul.values.won import total

CITY, OPERATOR = "시", "중앙회"
"""Who owes what a plan brings, as `programmes.duties` says; a co-operative's duties begin with its award."""


def fix_as_written(plan: Plan, edition: Edition, *, by: Actor, at: datetime, key: str) -> Plan:
    """편성과 배정 — each line gets what the plan says; the year's duties are open. Returns the plan."""
    plan.operator = _operator(edition.operator, by=by, at=at, key=key)
    plan.save()
    lines = BudgetLine.objects.filter(edition=edition).select_related("account").order_by("order")
    amounts = {line: amount_of(line) for line in lines}
    postings.appropriate(plan.account, total(amounts.values()))
    for line, amount in amounts.items():
        postings.allot(line.account, amount)
    _open_duties(plan, plan.operator)
    return plan


def _operator(name: str, *, by: Actor, at: datetime, key: str) -> Organisation:
    """수행기관 — the body of this name, registered where it is not known yet."""
    same = find(by.jurisdiction, name).same
    return same[0] if same else register(OrganisationKind.FEDERATION, name, by=by, at=at, key=key)


def _open_duties(plan: Plan, operator: Organisation) -> None:
    """한 해의 할 일 — of the city and of the operator, over the days off of their jurisdiction."""
    code = plan.jurisdiction.code
    owners: dict[str, Position | Organisation] = {CITY: plan.keeper, OPERATOR: operator}
    owed = [each for each in duties_of(plan.year, code) if each.who in owners]
    open_all(owed, owners=owners, of=plan, holidays=days_off(plan.jurisdiction))
