"""Ids of another jurisdiction, of another kind or of nothing: not found, and nothing is left behind."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest

from majungmul.books.parties.queries.rows import NotHere
from majungmul.stages.application import actions as application
from majungmul.stages.call import actions as call
from majungmul.stages.call.models import Call
from majungmul.values.actor import Actor
from majungmul.values.uuid7 import uuid7
from tests.database import refused
from tests.given import a_cooperative, a_key, an_officer
from tests.stages.call.givens import call_said, designation_said
from tests.stages.world import World, a_file, a_world, an_open_call, answers_of, at, papers

pytestmark = pytest.mark.django_db

Try = Callable[[World, Call, UUID, Any], object]


def by(actor: Actor) -> Any:
    return {"by": actor, "at": at(4, 10), "key": a_key()}


TRIES: dict[str, Try] = {
    "공고 작성": lambda world, _, row, how: call.draft(call_said(world, account=row), **how(world.officer)),
    "공고": lambda world, _, row, how: call.announce(row, **how(world.officer)),
    "정정공고": lambda world, _, row, how: call.amend(row, {"contact": "가"}, "나", **how(world.officer)),
    "공고 취소": lambda world, _, row, how: call.cancel(row, "가", **how(world.approver)),
    "설명회": lambda world, _, row, how: call.plan_briefing(row, "가", at(4, 20), **how(world.officer)),
    "설명회 결과": lambda world, _, row, how: call.record_briefing(row, 3, a_file(), **how(world.officer)),
    "지정할 단체": lambda world, _, row, how: call.designate(
        designation_said(world, body=row), **how(world.city_approver)
    ),
    "지정할 재원": lambda world, _, row, how: call.designate(
        designation_said(world, account=row), **how(world.city_approver)
    ),
    "신청": lambda world, _, row, how: application.hand_in(
        row, answers_of(world.printer.body), papers(), **how(world.printer.officer)
    ),
    "종이 신청의 단체": lambda world, to, row, how: application.enter_paper(
        to.pk, row, answers_of(world.printer.body), papers(), at(4, 9), **how(world.officer)
    ),
    "보완요청": lambda world, _, row, how: application.ask_correction(row, "가", "나", **how(world.officer)),
    "보완": lambda world, _, row, how: application.correct(row, {}, {}, "가", **how(world.printer.officer)),
    "철회": lambda world, _, row, how: application.withdraw(row, "가", **how(world.printer.officer)),
    "접수 반려": lambda world, _, row, how: application.return_to_sender(row, "가", **how(world.officer)),
    "정정과 알림": lambda world, _, row, how: application.amend_call(
        row, {"contact": "가"}, "나", **how(world.officer)
    ),
    "알림 읽음": lambda world, _, row, how: application.read_notice(row, **how(world.printer.officer)),
}


@pytest.mark.parametrize("what", TRIES)
def test_what_is_not_here_is_not_found(what: str) -> None:
    world = a_world()
    to = an_open_call(world)
    elsewhere = a_cooperative(an_officer()).pk
    for row in (elsewhere, uuid7(), world.plan.pk):
        with refused(NotHere) as caught:
            TRIES[what](world, to, row, by)
        assert "찾을 수 없습니다" in str(caught.value)
