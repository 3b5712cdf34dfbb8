"""Awards in every state, of both tiers, and everybody who might try something with them."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from typing import Any

from django.db import transaction  # noqa: TID251 - undone in a test, no part of the product

from majungmul.books.ledger.models import Account
from majungmul.books.parties.actions.deputies import act_for
from majungmul.books.parties.queries.positions import actors_of
from majungmul.stages.application import actions as applications
from majungmul.stages.application.models import Application
from majungmul.stages.award import actions as award
from majungmul.stages.award.models import Award, AwardChange, AwardLine
from majungmul.stages.award.states import State
from majungmul.stages.call import actions as calls
from majungmul.stages.review import actions as reviews
from majungmul.stages.review.models import Review
from majungmul.values.actor import Actor
from majungmul.values.seal import Seal
from majungmul.values.won import Won
from tests.given import a_key
from tests.stages.world import (
    NO_CALL,
    Body,
    World,
    a_file,
    an_application,
    an_open_call,
    at,
    grant_answers,
    reviewed,
    somebody,
    trade_row,
)

YEAR = (date(2018, 4, 1), date(2019, 1, 1))
ASKED = Won(5_000_000)
"""What an application of the world asks for: 10 % of 50,000,000원."""
FREED = Won(90_000_000)
"""What the city's award can give up of its 290,000,000원 after half of it was handed out."""


def a_selected(world: World, who: Body | None = None, amount: Won | None = ASKED) -> Application:
    """An application that the operator selected and told so on 3 May 2018."""
    partner = "서울가상인쇄협동조합" if who is world.paper else "경기가상지류협동조합"
    applied = an_application(world, an_open_call(world), who or world.printer, trade_row(partners=partner))
    looked = reviewed(applied, amount, (world.officer, world.approver), at(5, 2))
    reviews.notify(looked.pk, by=world.officer, at=at(5, 3), key=a_key())
    return Application.objects.get(pk=applied.pk)


def line_draft(world: World, **said: Any) -> award.LineDraft:
    """All of what was asked for, unless other is said."""
    draft = {"of": world.funding.pk, "recommended": ASKED, "amount": ASKED, **said}
    return award.LineDraft(**draft)


def a_draft(world: World, applied: Application | None = None, **said: Any) -> Award:
    """지원결정 drafted on 8 May 2018."""
    applied = applied or a_selected(world)
    lines = [line_draft(world, **said)]
    return award.draft(applied.pk, lines, YEAR, by=world.officer, at=at(5, 8), key=a_key())


def a_submitted(world: World, **said: Any) -> Award:
    """지원결정 handed in on 9 May 2018."""
    drafted = a_draft(world, **said)
    return award.submit(drafted.pk, by=world.officer, at=at(5, 9), key=a_key())


def decided(world: World, **said: Any) -> Award:
    """지원결정 in effect on 10 May 2018."""
    return award.decide(a_submitted(world, **said).pk, by=world.approver, at=at(5, 10), key=a_key())


def revoked(world: World) -> Award:
    """지원결정, revoked by two persons on 15 May 2018."""
    given = decided(world)
    award.propose_revocation(given.pk, "계약하지 않음", by=world.officer, at=at(5, 14), key=a_key())
    return award.revoke(given.pk, "계약하지 않아 취소함", by=world.approver, at=at(5, 15), key=a_key())


def request(world: World, given: Award, kind: str, on: datetime = at(5, 14), **said: Any) -> AwardChange:  # noqa: B008 - a value
    """A change that the printer (or, of the city's award, the operator) asks for."""
    by = world.officer if given.body_id == world.operator.pk else world.printer.officer
    asked = award.ChangeRequest(kind=kind, reason=said.pop("reason", "사정이 바뀜"), **said)
    return award.request_change(given.pk, asked, by=by, at=on, key=a_key())


def approved_change(world: World, change: AwardChange, on: datetime = at(5, 16)) -> AwardChange:  # noqa: B008 - a value
    """The change handed in and approved on 16 May 2018 by the office that decided; the city's with its paper."""
    of_city = change.award.body_id == world.operator.pk
    officer, approver = (
        (world.city_officer, world.city_approver) if of_city else (world.officer, world.approver)
    )
    seal = Seal("경제정책과-200", on.date()) if of_city else None
    award.submit_change(change.pk, by=officer, at=on, key=a_key())
    return award.approve_change(change.pk, "타당함", seal=seal, by=approver, at=on, key=a_key())


def line_of(given: Award, code: str = "support") -> AwardLine:
    """A line of an award, as it is now."""
    return AwardLine.objects.select_related("account", "of").get(award=given, code=code)


def account_of(given: Award) -> Account:
    """The account of the one line of an award, as it is now."""
    account = line_of(given).account
    assert account is not None
    return Account.objects.get(pk=account.pk)


# ── the city's ───────────────────────────────────────────────────────────────────────────────────────────


def a_second_selected(world: World, amount: Won = FREED) -> tuple[Application, Account]:
    """The city's award gave up 90,000,000원 of 협업; another body was designated for it, applied, is selected."""
    line = world.line()
    change = request(world, world.grant, "amount", line=line.pk, amount=line.amount - FREED, on=at(3, 5))
    approved_change(world, change, at(3, 6))
    said = calls.Designation(
        account=world.plan.account_id,
        body=world.paper.body.pk,
        title="둘째 수행기관 지정",
        reason_code=NO_CALL,
        reason="가상의 사유",
        closes_at=at(4, 1, 0),
        contact="경제정책과 02-000-0000",
        is_made_up=True,
    )
    call = calls.designate(said, by=world.city_approver, at=at(3, 7), key=a_key())
    files = {slot: a_file() for slot in ("bankbook", "integrity_pledge", "project_plan")}
    answers, body = grant_answers(), world.paper.body
    answers["applicant"] |= {"name": body.name, "business_number": body.business_number}
    answers["money"] |= {"requested": str(amount)}
    applied = applications.hand_in(call.pk, answers, files, by=world.paper.officer, at=at(3, 8), key=a_key())
    looked = reviewed(applied, amount, (world.city_officer, world.city_approver), at(3, 9))
    return looked.application, line.of


def a_second_draft(world: World) -> Award:
    """교부결정 drafted on 10 March 2018."""
    applied, of = a_second_selected(world)
    lines = [award.LineDraft(of=of.pk, recommended=FREED, amount=FREED)]
    return award.draft(applied.pk, lines, YEAR, by=world.city_officer, at=at(3, 10), key=a_key())


def an_approved(world: World) -> Award:
    """교부결정, approved within the city on 12 March 2018 and not in effect."""
    drafted = a_second_draft(world)
    award.submit(drafted.pk, by=world.city_officer, at=at(3, 11), key=a_key())
    return award.approve(drafted.pk, by=world.city_approver, at=at(3, 12), key=a_key())


IN_STATE: dict[State, Callable[[World], Award]] = {
    State.DRAFT: a_draft,
    State.SUBMITTED: a_submitted,
    State.APPROVED: an_approved,
    State.EFFECTIVE: decided,
    State.ENDED: revoked,
}


def everybody(world: World) -> dict[str, Actor]:
    """Those who might try something: by the word of their office and role."""
    city, operator = world.system.office, world.officer.office
    found = {
        "city officer": world.city_officer,
        "city approver": world.city_approver,
        "operator officer": world.officer,
        "operator approver": world.approver,
        "applicant officer": world.printer.officer,
        "other applicant officer": world.paper.officer,
        "city system": world.system,
    }
    for kind, office in (("city", city), ("operator", operator)):
        for role in ("administrator", "auditor"):
            found[f"{kind} {role}"] = somebody(world.system, office, role)
    return found


def deputy_of(world: World) -> Actor:
    """The operator's officer, in place of its approver from May to July 2018 (대결)."""
    days = (date(2018, 5, 1), date(2018, 8, 1))
    seat, deputy = world.approver.position, world.officer.position
    act_for(seat, deputy, days, "휴가", by=world.system, at=at(5, 1), key=a_key())
    acting = actors_of(world.officer.person, date(2018, 5, 10))[-1]
    assert acting.for_title
    return acting


@contextmanager
def undone() -> Iterator[None]:
    """What is done inside is undone again, as at the end of a test."""
    atomic = transaction.atomic()
    atomic._from_testcase = True  # type: ignore[attr-defined]  # noqa: SLF001 - as Django's own TestCase says
    with atomic:
        yield
        transaction.set_rollback(rollback=True)


def review_of(applied: Application) -> Review:
    """The review of an application, as it is now."""
    return Review.objects.get(application=applied)
