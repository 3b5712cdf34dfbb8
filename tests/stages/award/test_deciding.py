"""지원결정 — drafted within what was recommended, asked for and is free; handed in, decided by another person."""

from datetime import date
from typing import Any

import pytest

from majungmul.books.parties.actions.sanctions import sanction
from majungmul.books.parties.queries.rows import NotHere
from majungmul.books.parties.require import SamePerson
from majungmul.books.parties.written import Empty, ResidentNumber, TooLong
from majungmul.stages.award import actions
from majungmul.stages.award.actions.drafting import (
    AwardThere,
    DaysReversed,
    ExcludedBody,
    NotSelected,
    OutsideTheYear,
)
from majungmul.stages.award.actions.lines import (
    LineTwice,
    MoreThanAsked,
    NotFree,
    NothingDecided,
    NotOfThisCall,
    OtherThanRecommended,
    SaysNotWhy,
    WrongAmount,
)
from majungmul.stages.award.models import Award
from majungmul.stages.award.queries import conditions_of, lines_of, what_is_new
from majungmul.stages.award.states import State
from majungmul.values.actor import Actor
from majungmul.values.refusal import Refusal
from majungmul.values.won import Won
from tests.database import refused
from tests.given import a_key
from tests.stages.award.givens import (
    ASKED,
    YEAR,
    a_draft,
    a_selected,
    a_submitted,
    account_of,
    decided,
    deputy_of,
    line_draft,
    line_of,
)
from tests.stages.world import World, a_world, an_application, an_open_call, at, reviewed, trade_row

pytestmark = pytest.mark.django_db


def test_what_is_decided_is_committed_with_its_sentence() -> None:
    world = a_world()
    before = world.funding.free
    award = decided(world)
    assert (award.number, award.state, award.effective_on) == (
        "2018-지원결정-00001",
        State.EFFECTIVE,
        date(2018, 5, 10),
    )
    line = line_of(award)
    assert (line.recommended, line.decided, line.amount) == (ASKED, ASKED, ASKED)
    assert line.because == "50,000,000원 × 10% = 5,000,000원(원 미만 절사)"
    assert (line.terms_since, len(line.terms_hash)) == (date(2017, 1, 1), 64)
    account = account_of(award)
    assert (account.credits_pending, account.debits_pending) == (ASKED, ASKED)
    assert world.funding.free == before - ASKED == Won(285_000_000)


def test_less_than_recommended_is_decided_with_a_reason_and_both_are_kept() -> None:
    award = decided(a_world(), amount=Won(4_000_000), difference_reason="가격 조사로 줄임")
    line = line_of(award)
    assert (line.recommended, line.decided) == (ASKED, Won(4_000_000))
    assert line.difference_reason == "가격 조사로 줄임"
    assert account_of(award).credits_pending == Won(4_000_000)


def test_more_than_is_free_of_the_290_000_cheonwon_is_refused_and_says_how_much_is() -> None:
    world = a_world()
    big = an_application(world, an_open_call(world), world.printer, trade_row(amount="2,800,000,000"))
    looked = reviewed(big, Won(280_000_000), (world.officer, world.approver), at(5, 2))
    line = line_draft(world, recommended=Won(280_000_000), amount=Won(280_000_000))
    first = actions.draft(looked.application_id, [line], YEAR, by=world.officer, at=at(5, 8), key=a_key())
    other = an_application(
        world,
        an_open_call(world),
        world.paper,
        trade_row(partners="서울가상인쇄협동조합", amount="101,000,000"),
    )
    reviewed(other, Won(10_100_000), (world.officer, world.approver), at(5, 2))
    line = line_draft(world, recommended=Won(10_100_000), amount=Won(10_100_000))
    second = actions.draft(other.pk, [line], YEAR, by=world.officer, at=at(5, 8), key=a_key())
    for each in (first, second):
        actions.submit(each.pk, by=world.officer, at=at(5, 9), key=a_key())
    actions.decide(first.pk, by=world.approver, at=at(5, 10), key=a_key())
    with refused(NotFree) as caught:
        actions.decide(second.pk, by=world.approver, at=at(5, 10), key=a_key())
    assert str(caught.value) == (
        "‘중소기업중앙회 서울지역본부 협업사업 지원금’ 290,000,000원 가운데 아직 결정하지 않은 금액은 10,000,000원인데 "
        "10,100,000원을 결정하려 합니다. 100,000원 줄이거나, 다른 결정이 끝나 금액이 돌아온 뒤에 해 주십시오."
    )
    actions.send_back(second.pk, "남은 금액까지로", by=world.approver, at=at(5, 10, 11), key=a_key())
    with refused(NotFree):
        actions.submit(second.pk, by=world.officer, at=at(5, 10, 12), key=a_key())
    less = line_draft(
        world, recommended=Won(10_100_000), amount=Won(10_000_000), difference_reason="남은 예산까지"
    )
    redrafted = actions.redraft(second.pk, [less], YEAR, by=world.officer, at=at(5, 11), key=a_key())
    assert what_is_new(redrafted) == ("1. 협업사업 지원금: 10,100,000원 → 10,000,000원",)
    actions.submit(second.pk, by=world.officer, at=at(5, 11, 11), key=a_key())
    actions.decide(second.pk, by=world.approver, at=at(5, 11, 12), key=a_key())
    assert world.funding.free == Won(0)


def test_who_hands_in_does_not_decide_nor_in_place_of_another() -> None:
    world = a_world()
    submitted = a_submitted(world)
    deputy = deputy_of(world)
    with refused(SamePerson):
        actions.decide(submitted.pk, by=deputy, at=at(5, 10), key=a_key())


def test_of_an_application_once_and_only_where_selected() -> None:
    world = a_world()
    award = a_draft(world)
    with refused(AwardThere) as caught:
        a_draft(world, award.application)
    assert str(caught.value) == (
        f"접수번호 {award.application.number}에는 이미 결정(작성)이 있습니다. 그 결정을 열어 주십시오."
    )
    excluded = a_selected(world, world.paper, None)
    with refused(NotSelected):
        a_draft(world, excluded)


WRONG_LINES = {
    "nothing": (NothingDecided, []),
    "zero": (NothingDecided, [{"amount": Won(0), "difference_reason": "없음"}]),
    "below zero": (WrongAmount, [{"amount": Won(-1), "difference_reason": "없음"}]),
    "no reason": (SaysNotWhy, [{"amount": Won(4_999_999)}]),
    "reason of spaces": (SaysNotWhy, [{"amount": Won(4_999_999), "difference_reason": "  "}]),
    "other than recommended": (OtherThanRecommended, [{"recommended": Won(1), "amount": Won(1)}]),
    "more than asked": (MoreThanAsked, [{"amount": Won(5_000_001), "difference_reason": "더 줌"}]),
    "huge": (MoreThanAsked, [{"amount": Won(10**15), "difference_reason": "더 줌"}]),
    "twice": (
        LineTwice,
        [{"amount": Won(1), "difference_reason": "가"}, {"recommended": Won(0), "amount": Won(0)}],
    ),
    "a resident number": (ResidentNumber, [{"because": "홍길동 800101-1234567의 몫"}]),
    "too long a sentence": (TooLong, [{"because": "가" * 301}]),
    "invisible signs for a sentence": (Empty, [{"because": "\u200b"}]),
}


@pytest.mark.parametrize(("why", "said"), WRONG_LINES.values(), ids=WRONG_LINES)
def test_wrong_lines_are_refused(why: type[Refusal], said: list[dict[str, Any]]) -> None:
    world = a_world()
    applied = a_selected(world)
    lines = [line_draft(world, **each) for each in said]
    with refused(why) as caught:
        actions.draft(applied.pk, lines, YEAR, by=world.officer, at=at(5, 8), key=a_key())
    assert str(caught.value).endswith(".")


def test_only_the_calls_own_account_funds_it() -> None:
    world = a_world()
    applied = a_selected(world)
    briefings = world.line("publicity").account
    budget = world.line().of
    for other in filter(None, (briefings, budget)):
        with refused(NotOfThisCall):
            a_draft(world, applied, of=other.pk)
    with refused(NotHere):
        a_draft(world, applied, of=applied.pk)


@pytest.mark.parametrize(
    ("days", "why"),
    [
        ((date(2018, 5, 1), date(2018, 5, 1)), DaysReversed),
        ((date(2018, 5, 1), date(2018, 4, 1)), DaysReversed),
        ((date(2017, 12, 31), date(2018, 5, 1)), OutsideTheYear),
        ((date(2018, 5, 1), date(2019, 1, 2)), OutsideTheYear),
        ((date(1, 1, 1), date(9999, 12, 31)), OutsideTheYear),
    ],
)
def test_days_are_in_order_and_in_the_year(days: tuple[date, date], why: type[Refusal]) -> None:
    world = a_world()
    applied = a_selected(world)
    with refused(why):
        actions.draft(applied.pk, [line_draft(world)], days, by=world.officer, at=at(5, 8), key=a_key())


def exclude(world: World, by: Actor) -> None:
    """선정 제외 of the printer from 9 May 2018 for a year."""
    sanction(
        world.printer.body.pk,
        "excluded",
        (date(2018, 5, 9), date(2019, 5, 9)),
        "공고",
        "거짓 신청",
        by=by,
        at=at(5, 9),
        key=a_key(),
    )


def test_nothing_is_decided_for_one_who_is_excluded() -> None:
    world = a_world()
    submitted = a_submitted(world)
    exclude(world, world.city_approver)
    with refused(ExcludedBody) as caught:
        actions.decide(submitted.pk, by=world.approver, at=at(5, 10), key=a_key())
    assert str(caught.value) == (
        "서울가상인쇄협동조합은(는) 2019. 5. 8.까지 ‘선정 제외’ 중이라(공고) 결정할 수 없습니다. "
        "제재 내용을 확인해 주십시오."
    )


def test_a_draft_says_the_conditions_of_its_day() -> None:
    award = a_draft(a_world())
    laid = list(conditions_of(award))
    assert [each.code for each in laid] == [
        "purpose",
        "change",
        "claim",
        "recognised",
        "no_other_support",
        "retention",
        "refund",
    ]
    assert [each.law for each in laid if each.law] == []  # 2018 had no law on recipients
    assert {each.due for each in laid} == {"always", "none"}


def test_a_line_that_is_left_out_of_a_new_draft_comes_to_nothing() -> None:
    world = a_world()
    award = a_draft(world)
    less = line_draft(world, amount=Won(3_000_000), difference_reason="줄임")
    actions.redraft(award.pk, [less], YEAR, by=world.officer, at=at(5, 8, 11), key=a_key())
    assert [line.amount for line in lines_of(award)] == [Won(3_000_000)]
    assert Award.objects.get(pk=award.pk).state == State.DRAFT
