"""What makes the year: the grant and its halves, a call, applications, awards."""

from copy import deepcopy
from datetime import date, datetime, timedelta
from typing import Any

from majungmul.books.files.store import Received
from majungmul.books.parties.actions.offices import new_office
from majungmul.books.parties.models import Organisation
from majungmul.programmes import plan as file
from majungmul.stages.application import actions as application
from majungmul.stages.application.models import Application
from majungmul.stages.award import actions as award
from majungmul.stages.award.models import Award
from majungmul.stages.call import actions as call
from majungmul.stages.call.models import Call
from majungmul.stages.payment import actions as payment
from majungmul.stages.payment.models import Claim
from majungmul.stages.plan import actions as plan
from majungmul.stages.plan.models import BudgetLine, Plan
from majungmul.stages.review import actions as review
from majungmul.stages.review.models import Review
from majungmul.values.actor import Actor
from majungmul.values.seal import Seal
from majungmul.values.won import ZERO, Won
from tests.given import FOUNDED, a_key
from tests.stages.plan.plans import seoul
from tests.stages.world_people import (
    PROGRAMME,
    Body,
    World,
    a_body,
    a_file,
    at,
    examples,
    numbers,
    somebody,
)

_built: dict[bool, World] = {}
"""The worlds that are there already, in a transaction around a module's tests (conftest): paid out, or not."""


def build_once() -> None:
    """Let the tests of a module begin with one world."""
    _built[True] = _build(paid_out=True)


def forget() -> None:
    """The transaction ends, and the world with it."""
    _built.clear()


def a_world(*, paid_out: bool = True) -> World:
    """Seoul at work on 2 March 2018: the plan adopted and announced, the grant decided and its half paid out."""
    return deepcopy(_built[paid_out]) if paid_out in _built else _build(paid_out=paid_out)


def _build(*, paid_out: bool) -> World:
    system = seoul()
    city_officer, city_approver = (somebody(system, system.office, role) for role in ("officer", "approver"))
    adopted = plan.adopt(file.plan("seoul", 2018), by=system, at=at(1, 31), key=a_key())
    plan.announce(adopted.pk, "경제정책과-100", by=city_officer, at=at(2, 1), key=a_key())
    adopted.refresh_from_db()
    operator = adopted.operator
    assert operator is not None
    office = new_office(
        "operator", operator.name, "operator", operator.pk, by=system, at=FOUNDED, key=a_key()
    )
    officer, approver = (somebody(system, office.pk, role) for role in ("officer", "approver"))
    granted = a_grant(adopted, operator, (city_officer, city_approver, officer))
    world = World(
        system=system,
        city_officer=city_officer,
        city_approver=city_approver,
        operator=operator,
        officer=officer,
        approver=approver,
        plan=adopted,
        grant=granted,
        printer=a_body(system, officer, approver, "서울가상인쇄협동조합"),
        paper=a_body(system, officer, approver, "경기가상지류협동조합"),
    )
    if paid_out:
        disbursed(world)
    return world


def a_grant(adopted: Plan, operator: Organisation, who: tuple[Actor, Actor, Actor]) -> Award:
    """지정 → 교부신청 → 심사 → 교부결정 in effect on 20 February 2018, of every line of the plan."""
    city_officer, city_approver, officer = who
    said = call.Designation(
        account=adopted.account_id,
        body=operator.pk,
        title="2018년 중소기업 육성사업 수행기관 지정",
        reason_code=NO_CALL,
        reason="중앙회가 아니면 목적을 이룰 수 없음",
        closes_at=at(3, 1, 0),
        contact="경제정책과 02-000-0000",
        is_made_up=True,
    )
    designated = call.designate(said, by=city_approver, at=at(2, 5), key=a_key())
    files = {slot: a_file() for slot in ("bankbook", "integrity_pledge", "project_plan")}
    applied = application.hand_in(
        designated.pk, grant_answers(), files, by=officer, at=at(2, 10), key=a_key()
    )
    looked = reviewed(applied, Won(1_300_000_000), (city_officer, city_approver), at(2, 12))
    lines = [
        award.LineDraft(of=line.account_id, recommended=budget, amount=budget)
        for line in BudgetLine.objects.filter(edition__plan=adopted)
        .select_related("account")
        .order_by("order")
        if (budget := line.account.free) > ZERO
    ]
    days = (date(2018, 2, 1), date(2019, 1, 1))
    drafted = award.draft(looked.application_id, lines, days, by=city_officer, at=at(2, 13), key=a_key())
    award.submit(drafted.pk, by=city_officer, at=at(2, 13, 11), key=a_key())
    award.approve(drafted.pk, by=city_approver, at=at(2, 14), key=a_key())
    seal = Seal("경제정책과-120", date(2018, 2, 20))
    return award.take_effect(drafted.pk, seal, by=city_officer, at=at(2, 20, 15), key=a_key())


NO_CALL = "sole_applicant"


def grant_answers() -> dict[str, Any]:
    """The operator's 교부신청서, answered with its form's own examples."""
    from majungmul.programmes.jurisdiction import jurisdiction  # noqa: PLC0415

    return examples(jurisdiction("seoul").form("grant_application"))


def disbursed(world: World, share: int = 2) -> Claim:
    """교부청구 and 교부 of one half of every line, on 26 February 2018."""
    amounts = {line.pk: Won(line.amount.amount // share) for line in world.grant.lines.order_by("order")}
    claim = payment.claim_grant(
        world.grant.pk, payment.GrantClaim(amounts=amounts), by=world.officer, at=at(2, 22), key=a_key()
    )
    payment.submit(claim.pk, by=world.city_officer, at=at(2, 23), key=a_key())
    payment.approve(claim.pk, by=world.city_approver, at=at(2, 24), key=a_key())
    seal = Seal("경제정책과-130", date(2018, 2, 26))
    return payment.disburse(claim.pk, seal, by=world.city_officer, at=at(2, 26), key=a_key())


def reviewed(applied: Application, amount: Won | None, who: tuple[Actor, Actor], when: datetime) -> Review:
    """자격 검토 with every item met, handed in by one and decided by the other."""
    officer, approver = who
    looked = review.begin(applied.pk, by=officer, at=when, key=a_key())
    for item in looked.items.order_by("order"):
        review.check(looked.pk, item.code, "met", "확인함", by=officer, at=when, key=a_key())
    review.submit(looked.pk, amount, "적정함", by=officer, at=when, key=a_key())
    return review.decide(looked.pk, by=approver, at=when + timedelta(hours=1), key=a_key())


def an_open_call(world: World, **said: Any) -> Call:
    """협업의 공고 — announced on 3 April 2018 at 09:00, closed at 18:00 on 30 April."""
    draft = {
        "account": world.funding.pk,
        "title": "2018년 협동조합 간 협업 지원 공고",
        "opens_at": at(4, 3, 9),
        "closes_at": at(4, 30, 18),
        "contact": "서울지역본부 02-000-0001",
        "is_made_up": True,
        **said,
    }
    drafted = call.draft(call.CallDraft(**draft), by=world.officer, at=at(4, 1), key=a_key())
    return call.announce(drafted.pk, by=world.approver, at=at(4, 2), key=a_key())


def trade_row(**said: Any) -> dict[str, Any]:
    """A planned trade as it is typed."""
    return {
        "role": "buyer",
        "partners": "경기가상지류협동조합",
        "item": f"카탈로그 용지 {next(numbers)}",
        "period": "4~9월",
        "amount": "50,000,000",
        "tax": "taxable",
        "payment_method": "transfer",
        "other_support": "없음",
        "effect": "구매단가 8% 절감",
        **said,
    }


def answers_of(body: Organisation, *trades: dict[str, Any]) -> dict[str, Any]:
    """The 신청서 of a co-operative."""
    from majungmul.programmes.specification import specification  # noqa: PLC0415

    answers = examples(specification("seoul", PROGRAMME).form("application"))
    answers["applicant"] |= {"name": body.name, "business_number": body.business_number}
    return answers | {"trades": list(trades) or [trade_row()]}


def papers() -> dict[str, Received]:
    """What every application needs beside it."""
    return {slot: a_file() for slot in ("business_registration", "bankbook", "sealed_application")}


def an_application(
    world: World, to: Call, who: Body, *trades: dict[str, Any], when: datetime | None = None
) -> Application:
    """An application handed in on 10 April 2018."""
    answers = answers_of(who.body, *trades)
    return application.hand_in(to.pk, answers, papers(), by=who.officer, at=when or at(4, 10), key=a_key())


def an_award(world: World, applied: Application, amount: Won | None = None) -> Award:
    """지원결정 on 10 May 2018, of what the application asks for unless another amount is said."""
    amount = amount or applied.amount
    looked = reviewed(applied, amount, (world.officer, world.approver), at(5, 2))
    review.notify(looked.pk, by=world.officer, at=at(5, 3), key=a_key())
    line = award.LineDraft(of=world.funding.pk, recommended=amount, amount=amount, because=applied.because)
    days = (date(2018, 4, 1), date(2019, 1, 1))
    drafted = award.draft(applied.pk, [line], days, by=world.officer, at=at(5, 8), key=a_key())
    award.submit(drafted.pk, by=world.officer, at=at(5, 9), key=a_key())
    return award.decide(drafted.pk, by=world.approver, at=at(5, 10), key=a_key())
