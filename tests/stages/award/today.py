"""교부결정 of 2026 — a small invented plan of 7,000,000원, granted to the operator under the law of today."""

from datetime import date, datetime

from majungmul.stages.application import actions as applications
from majungmul.stages.award import actions
from majungmul.stages.award.models import Award
from majungmul.stages.call import actions as calls
from majungmul.stages.plan import actions as plans
from majungmul.stages.plan.models import BudgetLine, Plan
from majungmul.values.won import ZERO, Won
from tests.given import a_key
from tests.stages.application.givens import grant_papers
from tests.stages.plan.plans import a_plan
from tests.stages.world import World, at, grant_answers, reviewed

DAYS = (date(2026, 2, 1), date(2027, 1, 1))


def now(month: int, day: int) -> datetime:
    """An instant of 2026, in Seoul."""
    return at(month, day, year=2026)


def an_adopted(world: World) -> Plan:
    """The plan of 2026."""
    written = a_plan(
        title="2026년 가상 지원계획",
        year=2026,
        operator=world.operator.name,
        calendar=[{"what": "통보", "who": "시→중앙회", "months": ["2026-02"]}],
        contents=[{"year": 2026, "items": ["가", "나"]}],
    )
    return plans.adopt(written, by=world.system, at=now(2, 2), key=a_key())


def an_approved_of_today(world: World) -> Award:
    """All of the plan, approved within the city on 12 March 2026 and not in effect."""
    plan = an_adopted(world)
    said = calls.Designation(
        account=plan.account_id,
        body=world.operator.pk,
        title="2026년 수행기관 지정",
        reason_code="unavoidable",
        reason="가상의 재난",
        closes_at=now(3, 3),
        contact="경제정책과 02-000-0000",
        is_made_up=True,
    )
    call = calls.designate(said, by=world.city_approver, at=now(2, 9), key=a_key())
    answers = grant_answers()
    answers["money"] |= {"total_cost": "7,000,000", "requested": "7,000,000"}
    applied = applications.hand_in(
        call.pk, answers, grant_papers(), by=world.officer, at=now(2, 20), key=a_key()
    )
    reviewed(applied, Won(7_000_000), (world.city_officer, world.city_approver), now(3, 9))
    lines = [
        actions.LineDraft(of=line.account_id, recommended=line.account.free, amount=line.account.free)
        for line in BudgetLine.objects.filter(edition__plan=plan).select_related("account").order_by("order")
        if line.account.free > ZERO
    ]
    award = actions.draft(applied.pk, lines, DAYS, by=world.city_officer, at=now(3, 10), key=a_key())
    actions.submit(award.pk, by=world.city_officer, at=now(3, 11), key=a_key())
    return actions.approve(award.pk, by=world.city_approver, at=now(3, 12), key=a_key())
