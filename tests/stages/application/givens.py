"""What the tests of applications start from, beside the world: other offices' people, the body's second person."""

from datetime import datetime
from typing import Any

from majungmul.books.files.store import Received
from majungmul.books.parties.models import Office
from majungmul.books.trail import drafts
from majungmul.stages.application import actions
from majungmul.stages.application.models import Application, Correction
from majungmul.stages.application.queries import DRAFT
from majungmul.stages.call import actions as call
from majungmul.stages.call.models import Call
from majungmul.values.actor import Actor
from tests.given import SEOUL, a_key
from tests.stages.world import (
    NO_CALL,
    Body,
    World,
    a_file,
    an_application,
    answers_of,
    at,
    grant_answers,
    papers,
    somebody,
    trade_row,
)


def moment(day: int, hour: int, minute: int = 0, second: int = 0, micro: int = 0) -> datetime:
    """An instant of April 2018, in Seoul."""
    return datetime(2018, 4, day, hour, minute, second, micro, tzinfo=SEOUL)


def colleague_of(world: World, body: Body) -> Actor:
    """A second person of a body's office."""
    return somebody(world.system, body.officer.office, "officer")


def handed_in(
    to: Call, who: Body, answers: dict[str, Any], files: dict[str, Received] | None = None, **said: Any
) -> Application:
    """These answers handed in on 10 April 2018."""
    sent = papers() if files is None else files
    given: dict[str, Any] = {"by": who.officer, "at": at(4, 10), "key": a_key(), **said}
    return actions.hand_in(to.pk, answers, sent, **given)


def entered(world: World, to: Call, who: Body, **said: Any) -> Application:
    """An application that came on paper on 9 April 2018, entered on the 10th."""
    answers = said.pop("answers", None) or answers_of(who.body)
    files = said.pop("files", None) or papers()
    came = said.pop("came", at(4, 9))
    given: dict[str, Any] = {"by": world.officer, "at": at(4, 10), "key": a_key(), **said}
    return actions.enter_paper(to.pk, who.body.pk, answers, files, came, **given)


def asked(world: World, applied: Application, field: str = "trades.0.amount", **said: Any) -> Correction:
    """보완요청 on 12 April 2018."""
    given: dict[str, Any] = {"by": world.officer, "at": at(4, 12), "key": a_key(), **said}
    days = given.pop("days", None)
    return actions.ask_correction(applied.pk, field, "공급가액으로 적어 주십시오.", days, **given)


def kept(who: Actor, about: Call, answers: dict[str, Any], version: int = 0) -> None:
    """What somebody typed, kept as a draft."""
    drafts.keep(DRAFT, about.pk, answers, version, by=who)


def office_of(actor: Actor) -> Office:
    """The actor's office."""
    return Office.objects.get(pk=actor.office)


def designated_again(world: World, year_end: datetime | None = None) -> Call:
    """The operator designated once more, after the first 지정 was cancelled."""
    first = Call.objects.get(kind="designation")
    call.cancel(first.pk, "다시 지정함", by=world.city_approver, at=at(3, 5), key=a_key())
    said = call.Designation(
        account=world.plan.account_id,
        body=world.operator.pk,
        title="2018년 수행기관 지정",
        reason_code=NO_CALL,
        reason="중앙회가 아니면 목적을 이룰 수 없음",
        closes_at=year_end or at(5, 1, 0),
        contact="경제정책과 02-000-0000",
        is_made_up=True,
    )
    return call.designate(said, by=world.city_approver, at=at(4, 2), key=a_key())


GRANT_PAPERS = ("bankbook", "integrity_pledge", "project_plan")


def grant_papers() -> dict[str, Received]:
    """What a 교부신청 needs beside it."""
    return {slot: a_file() for slot in GRANT_PAPERS}


def small_grant(amount: str = "1,000,000") -> dict[str, Any]:
    """A 교부신청 of a small amount."""
    answers = grant_answers()
    answers["money"] |= {"total_cost": amount, "requested": amount}
    return answers


def in_correction(world: World, to: Call, who: Body) -> Application:
    """An application with an open 보완요청."""
    applied = an_application(world, to, who)
    asked(world, applied)
    return Application.objects.get(pk=applied.pk)


def from_paper(world: World, to: Call, when: datetime | None = None) -> Application:
    """An application of the second co-operative, which sells to the first."""
    row = trade_row(role="seller", partners=world.printer.body.name)
    return an_application(world, to, world.paper, row, when=when)
