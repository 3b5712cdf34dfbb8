"""지정: one body for a plan in force, for a reason of the law of its day; told by a paper with its number."""

from datetime import date
from typing import Any

import pytest

from majungmul.books.files.seals import NoNumber, SealedAlready, SealedInFuture, seal_of
from majungmul.books.ledger.kinds import Kind
from majungmul.books.parties.queries.rows import NotHere
from majungmul.books.parties.written import Empty, ResidentNumber
from majungmul.programmes.portal import NoPortalThen
from majungmul.programmes.reasons import NoSuchReason
from majungmul.stages.call import actions
from majungmul.stages.call.queries import designations_for
from majungmul.stages.call.refusals import (
    AlreadyClosed,
    DesignatedAlready,
    NoPlanInForce,
    OutOfItsYear,
    YearEnded,
)
from majungmul.stages.plan import actions as plan
from majungmul.values.refusal import Refusal
from majungmul.values.seal import Seal
from tests.database import refused
from tests.given import a_key
from tests.stages.call.givens import account_of, designated, designation_said
from tests.stages.world import a_world, at

pytestmark = pytest.mark.django_db
PAPER = Seal("경제정책과-105", date(2018, 4, 2))


def test_it_has_a_reason_that_the_law_of_its_day_knew() -> None:
    world = a_world()
    call = designated(world)
    assert (call.number, call.reason_code, call.designated) == (
        "2018-지정-00002",
        "sole_applicant",
        world.operator,
    )
    assert list(designations_for(world.operator.pk, call.jurisdiction_id, at(4, 3))) == [call]
    assert not designations_for(world.operator.pk, call.jurisdiction_id, at(5, 1, 0))


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ({"reason_code": "unavoidable"}, NoSuchReason),  # 천재지변: since 2021
        ({"reason_code": ""}, NoSuchReason),
        ({"reason": ""}, Empty),
        ({"reason": "900101-1234567"}, ResidentNumber),
        ({"title": ""}, Empty),
        ({"closes_at": at(4, 2)}, AlreadyClosed),
        ({"closes_at": at(4, 3, 9, 2020)}, OutOfItsYear),
    ],
)
def test_what_a_designation_says_must_make_sense(said: dict[str, Any], reason: type[Refusal]) -> None:
    world = a_world()
    with pytest.raises(reason):
        designated(world, **said)


def test_a_body_is_designated_once_at_a_time() -> None:
    world = a_world()
    with refused(DesignatedAlready) as caught:
        actions.designate(designation_said(world), by=world.city_approver, at=at(4, 2), key=a_key())
    assert "2018-지정-00001" in str(caught.value)


def test_it_is_for_a_plan_of_the_office_and_for_a_body_that_is_there() -> None:
    world = a_world()
    given: dict[str, Any] = {"by": world.city_approver, "at": at(4, 2), "key": a_key()}
    for kind in (Kind.LINE, Kind.AWARD):
        with refused(NoPlanInForce):
            actions.designate(designation_said(world, account=account_of(world, kind).pk), **given)
    with refused(NotHere):
        actions.designate(designation_said(world, body=world.plan.pk), **given)


def test_it_is_not_for_a_year_that_is_over() -> None:
    world = a_world()
    plan.cut_off(world.plan.pk, by=world.city_approver, at=at(12, 31, 23), key=a_key())
    with refused(YearEnded):
        actions.designate(
            designation_said(world, closes_at=at(1, 31, 0, 2019)),
            by=world.city_approver,
            at=at(12, 31, 23),
            key=a_key(),
        )


def test_it_is_told_by_a_paper_with_its_number_and_day_once() -> None:
    world = a_world()
    call = designated(world)
    given: dict[str, Any] = {"by": world.city_officer, "at": at(4, 3)}
    with refused(SealedInFuture):
        actions.seal_designation(call.pk, Seal("경제정책과-105", date(2018, 4, 4)), **given, key=a_key())
    with refused(NoNumber):
        actions.seal_designation(call.pk, Seal(" ", date(2018, 4, 2)), **given, key=a_key())
    actions.seal_designation(call.pk, PAPER, **given, key=a_key())
    sealed = seal_of(call, "designation")
    assert sealed is not None
    assert (sealed.number, sealed.effective_on, sealed.portal) == ("경제정책과-105", date(2018, 4, 2), "")
    with refused(SealedAlready):
        actions.seal_designation(call.pk, PAPER, **given, key=a_key())


def test_there_was_no_portal_in_2018() -> None:
    world = a_world()
    call = designated(world)
    given = Seal("경제정책과-105", date(2018, 4, 2), "보탬e-1", date(2018, 4, 2))
    with refused(NoPortalThen) as caught:
        actions.seal_designation(call.pk, given, by=world.city_officer, at=at(4, 3), key=a_key())
    assert "보탬e" in str(caught.value)


def test_its_last_day_may_be_put_off_by_the_city() -> None:
    world = a_world()
    call = designated(world)
    changes: dict[str, object] = {"closes_at": at(6, 1, 0)}
    actions.amend(call.pk, changes, "신청 기한 연장", by=world.city_officer, at=at(4, 20), key=a_key())
    assert list(designations_for(world.operator.pk, call.jurisdiction_id, at(5, 20))) == [call]
