"""What the tests of calls start from, beside the world."""

from datetime import datetime
from typing import Any

from majungmul.books.ledger.kinds import Kind
from majungmul.books.ledger.models import Account
from majungmul.stages.call import actions
from majungmul.stages.call.models import Briefing, Call
from majungmul.values.actor import Actor
from tests.given import SEOUL, a_key
from tests.stages.world import NO_CALL, World, at


def moment(day: int, hour: int, minute: int = 0, second: int = 0, micro: int = 0) -> datetime:
    """An instant of April 2018, in Seoul."""
    return datetime(2018, 4, day, hour, minute, second, micro, tzinfo=SEOUL)


def call_said(world: World, **said: Any) -> actions.CallDraft:
    """What a call of 협업 says; `said` goes before."""
    return actions.CallDraft(
        **{
            "account": world.funding.pk,
            "title": "2018년 협동조합 간 협업 지원 공고",
            "opens_at": at(4, 3, 9),
            "closes_at": at(4, 30, 18),
            "contact": "서울지역본부 02-000-0001",
            "text": "거래금액의 10%를 지원합니다.\n서식은 붙임을 쓰십시오.",
            "is_made_up": True,
            **said,
        }
    )


def drafted(world: World, **said: Any) -> Call:
    """A call in 작성 on 1 April 2018."""
    return actions.draft(call_said(world, **said), by=world.officer, at=at(4, 1), key=a_key())


def designation_said(world: World, **said: Any) -> actions.Designation:
    """지정 of the operator for the plan's year; `said` goes before."""
    return actions.Designation(
        **{
            "account": world.plan.account_id,
            "body": world.operator.pk,
            "title": "2018년 중소기업 육성사업 수행기관 지정",
            "reason_code": NO_CALL,
            "reason": "중앙회가 아니면 목적을 이룰 수 없음",
            "closes_at": at(5, 1, 0),
            "contact": "경제정책과 02-000-0000",
            "is_made_up": True,
            **said,
        }
    )


def designated(world: World, by: Actor | None = None, **said: Any) -> Call:
    """지정 on 2 April 2018, after the first one was cancelled."""
    first = Call.objects.get(kind="designation", state="announced")
    actions.cancel(first.pk, "다시 지정함", by=world.city_approver, at=at(3, 5), key=a_key())
    given = designation_said(world, **said)
    return actions.designate(given, by=by or world.city_approver, at=at(4, 2), key=a_key())


def planned(world: World, call: Call, held_at: datetime | None = None) -> Briefing:
    """A briefing on 6 April 2018 at 14:00."""
    when = held_at or at(4, 6, 14)
    place = "중소기업중앙회 서울지역본부 회의실"
    return actions.plan_briefing(call.pk, place, when, by=world.officer, at=at(4, 2), key=a_key())


def account_of(world: World, kind: Kind, line: str = "support") -> Account:
    """An account of 협업 of this kind."""
    accounts = Account.objects.filter(jurisdiction=world.system.jurisdiction, kind=kind)
    return accounts.filter(programme="trade_collaboration", line=line).order_by("id")[0]
