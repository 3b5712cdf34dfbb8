"""공고: drafted for an account that was granted, announced under its number, amended in time, cancelled."""

import pytest

from majungmul.books.duties.queries import duties_of
from majungmul.books.ledger.kinds import Kind
from majungmul.books.parties.written import Empty, ResidentNumber, TooLong
from majungmul.programmes.form import NoSuchSlot
from majungmul.stages.call import actions
from majungmul.stages.call.models import Call
from majungmul.stages.call.queries import (
    amendments_of,
    available_for,
    open_calls,
    open_with_available,
    plan_behind,
)
from majungmul.stages.call.refusals import (
    AlreadyClosed,
    CallOver,
    ClosesBeforeItOpens,
    NoSuchPaper,
    NotAmendable,
    NothingChanged,
    NotOfThisOffice,
    OpenAlready,
    OutOfItsYear,
    YearEnded,
)
from majungmul.stages.plan import actions as plan
from majungmul.values.refusal import Refusal
from majungmul.values.won import Won
from tests.database import refused
from tests.given import a_key
from tests.stages.call.givens import account_of, call_said, drafted, moment
from tests.stages.world import a_world, an_application, an_award, an_open_call, at

pytestmark = pytest.mark.django_db


def test_it_is_of_the_programme_and_year_of_the_account_that_funds_it() -> None:
    world = a_world()
    call = drafted(world)
    assert (call.programme, call.year, call.office_id) == ("trade_collaboration", 2018, world.officer.office)
    assert (call.keeper_id, call.drafted_by) == (world.officer.position, world.officer.person)
    assert plan_behind(call) == world.plan


def test_it_is_announced_under_its_number_and_the_operators_duty_is_done() -> None:
    world = a_world()
    (duty,) = duties_of(world.plan).filter(code="call")
    assert (str(duty.due_on), duty.done_at, duty.party) == ("2018-04-02", None, world.operator)
    call = an_open_call(world)
    assert (call.number, str(call.announced_on)) == ("2018-공고-00001", "2018-04-02")
    (duty,) = duties_of(world.plan).filter(code="call")
    assert (duty.done_by, duty.note) == ("call.announced", "2018-공고-00001")


def test_it_opens_and_closes_by_itself() -> None:
    world = a_world()
    call = an_open_call(world, opens_at=moment(3, 9), closes_at=moment(30, 18))

    def is_open(*when: int) -> bool:
        return list(open_calls(call.jurisdiction_id, moment(*when))) == [call]

    assert [is_open(3, 8, 59, 59, 999_999), is_open(3, 9)] == [False, True]
    assert [is_open(30, 17, 59, 59, 999_999), is_open(30, 18)] == [True, False]


def test_what_may_still_be_applied_for_is_what_is_free_in_the_account() -> None:
    world = a_world()
    call = an_open_call(world)
    assert available_for(call) == Won(290_000_000)
    an_award(world, an_application(world, call, world.printer))
    (shown,) = open_with_available(call.jurisdiction_id, at(4, 20))
    assert (shown.call, shown.available) == (call, Won(285_000_000))


@pytest.mark.parametrize("kind", [Kind.LINE, Kind.SPENT, Kind.RETURNED])
def test_only_an_award_of_a_line_funds_a_call(kind: Kind) -> None:
    world = a_world()
    account = account_of(world, kind)
    with refused(NotOfThisOffice):
        drafted(world, account=account.pk)


def test_nobody_applies_for_what_the_operator_spends_itself_nor_for_a_tier_below() -> None:
    world = a_world()
    call = an_open_call(world)
    own = account_of(world, Kind.AWARD, "publicity")
    below = an_award(world, an_application(world, call, world.printer)).lines.get().account
    assert below is not None
    for account in (own, below):
        with refused(NotOfThisOffice) as caught:
            drafted(world, account=account.pk)
        assert account.label in str(caught.value)


def test_a_year_that_is_over_is_not_called_for() -> None:
    world = a_world()
    plan.cut_off(world.plan.pk, by=world.city_approver, at=at(12, 31, 23), key=a_key())
    with refused(YearEnded):
        drafted(world)


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ({"closes_at": at(4, 3, 9)}, ClosesBeforeItOpens),
        ({"closes_at": at(4, 2)}, ClosesBeforeItOpens),
        ({"closes_at": at(4, 30, 18, 2019)}, OutOfItsYear),
        ({"opens_at": at(4, 3, 9, 1918)}, OutOfItsYear),
        ({"opens_at": at(4, 3, 9, 2028), "closes_at": at(4, 30, 9, 2028)}, OutOfItsYear),
        ({"title": " "}, Empty),
        ({"title": "가" * 161}, TooLong),
        ({"contact": ""}, Empty),
        ({"text": "문의 900101-1234567"}, ResidentNumber),
        ({"text": "가" * 4_001}, TooLong),
        ({"also_required": ("holiday_photo",)}, NoSuchSlot),
        ({"also_required": (1,)}, NoSuchPaper),
        ({"also_required": ("minutes",) * 51}, NoSuchPaper),
    ],
)
def test_what_a_call_says_must_make_sense(said: dict[str, object], reason: type[Refusal]) -> None:
    world = a_world()
    with refused(reason) as caught:
        drafted(world, **said)
    assert str(caught.value)


def test_it_is_not_announced_after_its_end() -> None:
    world = a_world()
    call = drafted(world)
    with refused(AlreadyClosed):
        actions.announce(call.pk, by=world.approver, at=at(4, 30, 18), key=a_key())


def test_an_amendment_keeps_what_was_said_before() -> None:
    world = a_world()
    call = an_open_call(world)
    changes = {
        "closes_at": at(5, 10, 18),
        "contact": "서울지역본부  02-000-0002",
        "also_required": ["minutes"],
    }
    amendment = actions.amend(call.pk, changes, "기간 연장", by=world.officer, at=at(4, 20), key=a_key())
    assert (amendment.number, amendment.reason) == (1, "기간 연장")
    assert amendment.before == {
        "closes_at": "2018-04-30T18:00:00+09:00",
        "contact": "서울지역본부 02-000-0001",
        "also_required": [],
    }
    assert amendment.after["contact"] == "서울지역본부 02-000-0002"
    call.refresh_from_db()
    assert (call.closes_at, call.also_required) == (at(5, 10, 18), ["minutes"])
    actions.amend(call.pk, {"text": "덧붙임"}, "설명", by=world.officer, at=at(4, 21), key=a_key())
    assert [each.number for each in amendments_of(call)] == [1, 2]


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({}, NothingChanged),
        ({"contact": "서울지역본부 02-000-0001"}, NothingChanged),
        ({"title": "다른 제목"}, NotAmendable),
        ({"account": "x"}, NotAmendable),
        ({"closes_at": "내일"}, NotAmendable),
        ({"closes_at": at(4, 20)}, AlreadyClosed),
        ({"opens_at": at(4, 25)}, OpenAlready),
        ({"closes_at": at(4, 30, 18, 2019)}, OutOfItsYear),
        ({"also_required": "minutes"}, NoSuchPaper),
        ({"also_required": ["holiday_photo"]}, NoSuchSlot),
        ({"text": "가" * 4_001}, TooLong),
    ],
)
def test_what_may_not_be_amended_is_refused(changes: dict[str, object], reason: type[Refusal]) -> None:
    world = a_world()
    call = an_open_call(world)
    with refused(reason) as caught:
        actions.amend(call.pk, changes, "정정", by=world.officer, at=at(4, 20), key=a_key())
    assert str(caught.value)


def test_an_amendment_has_a_reason_and_comes_in_time() -> None:
    world = a_world()
    call = an_open_call(world)
    with refused(Empty):
        actions.amend(call.pk, {"contact": "다른 곳"}, "", by=world.officer, at=at(4, 20), key=a_key())
    with refused(CallOver):
        actions.amend(
            call.pk, {"contact": "다른 곳"}, "정정", by=world.officer, at=at(4, 30, 18), key=a_key()
        )


def test_a_cancelled_call_is_open_no_more() -> None:
    world = a_world()
    call = an_open_call(world)
    with refused(Empty):
        actions.cancel(call.pk, "", by=world.approver, at=at(4, 5), key=a_key())
    cancelled = actions.cancel(call.pk, "예산 변경", by=world.approver, at=at(4, 5), key=a_key())
    assert (cancelled.state, cancelled.reason) == ("cancelled", "예산 변경")
    assert not open_calls(call.jurisdiction_id, at(4, 10))


def test_the_same_request_twice_is_one_call() -> None:
    world = a_world()
    key = a_key()
    said = call_said(world)
    first = actions.draft(said, by=world.officer, at=at(4, 1), key=key)
    assert actions.draft(said, by=world.officer, at=at(4, 2), key=key) == first
    assert Call.objects.filter(kind="public").count() == 1
