"""사업비 배분 변경 — between lines of the city's award, by its approval; both the award and the budget follow."""

from datetime import date

import pytest

from majungmul.books.duties.models import Duty
from majungmul.books.ledger.models import Account
from majungmul.stages.award import actions
from majungmul.stages.award.actions.changing import NotInLine, OtherLine
from majungmul.stages.award.actions.requesting import NotAskedFor
from majungmul.stages.award.models import AwardLine
from majungmul.values.seal import Seal
from majungmul.values.won import ZERO, Won
from tests.database import refused
from tests.given import a_key
from tests.stages.award.givens import FREED, YEAR, a_second_selected, approved_change, decided, request
from tests.stages.world import World, a_world, at

pytestmark = pytest.mark.django_db
LATE = at(10, 15)


def now(line: AwardLine) -> tuple[Won, Won, Won]:
    """What the line says, what its account was given, and what is free in its budget line."""
    line = AwardLine.objects.select_related("account", "of").get(pk=line.pk)
    assert line.account is not None
    return line.amount, line.account.credits_posted + line.account.credits_pending, line.of.free


def lines(world: World) -> tuple[AwardLine, AwardLine]:
    return world.line(), world.line("publicity")


def test_what_is_not_used_goes_from_line_to_line_with_its_budget() -> None:
    world = a_world()
    support, publicity = lines(world)
    change = request(
        world,
        world.grant,
        "distribution",
        line=support.pk,
        to_line=publicity.pk,
        amount=Won(20_000_000),
        on=LATE,
    )
    assert change.before == "협업사업 지원금: 290,000,000원 · 설명회 등 홍보비: 10,000,000원"
    approved_change(world, change, at(10, 20))
    assert now(support) == (Won(270_000_000), Won(270_000_000), ZERO)
    assert now(publicity) == (Won(30_000_000), Won(30_000_000), ZERO)


def test_asking_for_it_is_what_the_plan_wants_by_november() -> None:
    world = a_world()
    duty = Duty.objects.get(subject=world.plan.pk, code="change_request")
    assert (duty.due_on, duty.done_at) == (date(2018, 11, 30), None)
    support, publicity = lines(world)
    change = request(
        world, world.grant, "distribution", line=support.pk, to_line=publicity.pk, amount=Won(1), on=LATE
    )
    duty.refresh_from_db()
    assert duty.done_by == "award.change_requested"
    answer = Duty.objects.get(subject=change.pk, code="award_change_answer")
    assert (answer.basis, answer.due_on) == ("지방재정법 제32조의4제2항", date(2018, 10, 29))


def test_what_is_decided_on_already_stays() -> None:
    world = a_world()
    decided(world)
    support, publicity = lines(world)
    with refused(NotInLine) as caught:
        request(
            world,
            world.grant,
            "distribution",
            line=support.pk,
            to_line=publicity.pk,
            amount=Won(285_000_001),
            on=LATE,
        )
    assert str(caught.value) == (
        "‘협업사업 지원금’에서 아직 쓰거나 쓰기로 하지 않은 금액은 285,000,000원인데 285,000,001원을 옮기려 합니다. "
        "285,000,000원까지로 줄여 주십시오."
    )


def test_from_a_line_to_itself_or_with_a_partner_it_is_refused() -> None:
    world = a_world()
    line = world.line().pk
    with refused(OtherLine):
        request(world, world.grant, "distribution", line=line, to_line=line, amount=Won(1))
    with refused(NotAskedFor):
        request(world, world.grant, "partner", partner="서울가상제책조합")


def test_a_line_without_money_gets_its_account_by_the_change() -> None:
    world = a_world()
    applied, of = a_second_selected(world)
    publicity = world.line("publicity").of
    drafts = [
        actions.LineDraft(of=of.pk, recommended=FREED, amount=FREED),
        actions.LineDraft(of=publicity.pk, recommended=ZERO, amount=ZERO),
    ]
    award = actions.draft(applied.pk, drafts, YEAR, by=world.city_officer, at=at(3, 10), key=a_key())
    actions.submit(award.pk, by=world.city_officer, at=at(3, 11), key=a_key())
    actions.approve(award.pk, by=world.city_approver, at=at(3, 12), key=a_key())
    seal = Seal("경제정책과-140", date(2018, 3, 12))
    actions.take_effect(award.pk, seal, by=world.city_officer, at=at(3, 12), key=a_key())
    first, second = award.lines.order_by("order")
    assert second.account is None
    change = actions.request_change(
        award.pk,
        actions.ChangeRequest(
            kind="distribution",
            line=first.pk,
            to_line=second.pk,
            amount=Won(1_000_000),
            reason="홍보가 더 듦",
        ),
        by=world.paper.officer,
        at=LATE,
        key=a_key(),
    )
    actions.submit_change(change.pk, by=world.city_officer, at=LATE, key=a_key())
    sealed = Seal("경제정책과-220", LATE.date())
    actions.approve_change(change.pk, "타당함", seal=sealed, by=world.city_approver, at=LATE, key=a_key())
    second.refresh_from_db()
    assert second.account is not None
    assert Account.objects.get(pk=second.account.pk).credits_pending == Won(1_000_000)
    assert (second.amount, second.decided) == (Won(1_000_000), ZERO)
