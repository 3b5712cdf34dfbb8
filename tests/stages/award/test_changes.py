"""변경 — asked for with a reason, answered by another person; the money moves with it, and by how much."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from majungmul.books.duties.models import Duty
from majungmul.books.files.seals import seal_of
from majungmul.books.parties.actions.bodies import add_alias
from majungmul.books.parties.queries.rows import NotHere
from majungmul.books.parties.require import SamePerson
from majungmul.books.parties.written import Empty, NotAKind, ResidentNumber, TooLong
from majungmul.programmes.portal import NoPortalThen
from majungmul.stages.award import actions
from majungmul.stages.award.actions.changing import (
    BelowWhatLeft,
    NothingChanges,
    OtherLine,
    OutsideTheYear,
    WithItself,
)
from majungmul.stages.award.actions.lines import NotFree
from majungmul.stages.award.actions.requesting import ChangeOpen, Missing, NotAskedFor
from majungmul.stages.award.actions.sealing import SealedBeforeDecided, SealMissing, SealNotNeeded
from majungmul.stages.award.models import Award, AwardChange
from majungmul.stages.award.queries import partners_now
from majungmul.stages.award.states import ChangeState
from majungmul.values.refusal import Refusal
from majungmul.values.seal import Seal
from majungmul.values.won import Won
from tests.database import refused
from tests.given import a_key
from tests.stages.award.givens import account_of, approved_change, decided, deputy_of, line_of, request
from tests.stages.world import World, a_claim, a_contract, a_trade, a_world, at, paid

pytestmark = pytest.mark.django_db


def test_the_amount_goes_up_within_what_is_free() -> None:
    world = a_world()
    award = decided(world)
    change = request(world, award, "amount", line=line_of(award).pk, amount=Won(7_000_000))
    assert (change.state, change.is_minor, change.before) == (
        ChangeState.REQUESTED,
        False,
        "협업사업 지원금: 5,000,000원",
    )
    approved_change(world, change)
    line = line_of(award)
    assert (line.decided, line.amount) == (Won(5_000_000), Won(7_000_000))
    assert (account_of(award).credits_pending, account_of(award).debits_pending) == (
        Won(7_000_000),
        Won(7_000_000),
    )
    assert world.funding.free == Won(283_000_000)


def test_the_amount_goes_down_and_what_is_freed_is_free() -> None:
    world = a_world()
    award = decided(world)
    change = request(world, award, "amount", line=line_of(award).pk, amount=Won(2_000_000))
    assert not change.is_minor
    approved_change(world, change)
    assert (line_of(award).amount, account_of(award).credits_pending) == (Won(2_000_000), Won(2_000_000))
    assert world.funding.free == Won(288_000_000)


def test_up_beyond_what_is_free_is_refused() -> None:
    world = a_world()
    award = decided(world)
    with refused(NotFree) as caught:
        request(world, award, "amount", line=line_of(award).pk, amount=Won(290_000_001))
    assert "가운데 아직 결정하지 않은 금액은 285,000,000원인데 285,000,001원을 결정하려 합니다" in str(
        caught.value
    )


def test_down_below_what_left_is_refused_and_to_it_is_done() -> None:
    world = a_world()
    award = decided(world)
    paid(world, a_claim(world, award, [a_trade(world, a_contract(world, award))]))
    when = at(7, 20)
    with refused(BelowWhatLeft) as caught:
        request(world, award, "amount", line=line_of(award).pk, amount=Won(4_499_999), on=when)
    assert str(caught.value) == (
        "‘협업사업 지원금’에서 이미 4,500,000원이 나가 4,499,999원까지 줄일 수 없습니다. 4,500,000원 이상으로 적거나 "
        "먼저 돌려받아 주십시오."
    )
    change = request(world, award, "amount", line=line_of(award).pk, amount=Won(4_500_000), on=when)
    assert change.is_minor
    assert account_of(award).free == Won(0)
    assert account_of(award).credits_pending == Won(0)


def test_a_minor_change_holds_at_once_and_minor_ones_do_not_add_up_beyond_ten_per_cent() -> None:
    world = a_world()
    award = decided(world)
    line = line_of(award)
    first = request(world, award, "amount", line=line.pk, amount=Won(4_700_000))
    assert (first.is_minor, first.state, first.answer) == (True, ChangeState.APPROVED, "경미한 변경")
    assert line_of(award).amount == Won(4_700_000)
    second = request(world, award, "amount", line=line.pk, amount=Won(4_500_000))
    assert second.is_minor
    third = request(world, award, "amount", line=line.pk, amount=Won(4_499_999))
    assert (third.is_minor, third.state) == (False, ChangeState.REQUESTED)
    assert line_of(award).amount == Won(4_500_000)


def test_a_partner_is_changed_by_two_persons_and_is_never_minor() -> None:
    world = a_world()
    award = decided(world)
    assert partners_now(award) == "경기가상지류협동조합"
    change = request(world, award, "partner", partner="서울가상제책조합")
    assert (change.is_minor, change.before) == (False, "거래조합: 경기가상지류협동조합")
    assert partners_now(award) == "경기가상지류협동조합"
    approved_change(world, change)
    assert partners_now(award) == "서울가상제책조합"


def test_a_partner_is_not_oneself_under_another_name() -> None:
    world = a_world()
    award = decided(world)
    body = world.printer.body
    add_alias(body.pk, "가상인쇄(조)", by=world.officer, at=at(5, 11), key=a_key())
    for name in (body.name, "서울 가상인쇄 협동조합", "가상인쇄(조)"):
        with refused(WithItself):
            request(world, award, "partner", partner=name)


def test_the_last_day_moves_within_the_year() -> None:
    world = a_world()
    award = decided(world)
    approved_change(world, request(world, award, "period", until=date(2018, 10, 1)))
    assert Award.objects.get(pk=award.pk).until == date(2018, 10, 1)
    for until in (date(2019, 1, 2), award.since, date.min, date.max):
        with refused(OutsideTheYear):
            request(world, award, "period", until=until)
    with refused(NothingChanges):
        request(world, award, "period", until=date(2018, 10, 1))


def test_one_of_a_kind_waits_at_a_time() -> None:
    world = a_world()
    award = decided(world)
    first = request(world, award, "partner", partner="서울가상제책조합")
    with refused(ChangeOpen) as caught:
        request(world, award, "partner", partner="서울가상가구조합")
    assert str(caught.value) == (
        "‘2018-지원결정-00001’에는 2018. 5. 14.에 신청한 ‘거래조합 변경’이(가) 아직 답을 기다립니다. "
        "그 답이 나온 뒤 다시 신청해 주십시오."
    )
    request(world, award, "period", until=date(2018, 10, 1))
    actions.decline_change(first.pk, "취지에 맞지 않음", by=world.approver, at=at(5, 15), key=a_key())
    assert AwardChange.objects.get(pk=first.pk).state == ChangeState.DECLINED
    request(world, award, "partner", partner="서울가상가구조합", on=at(5, 16))


def test_who_hands_in_answers_neither_way_nor_in_place_of_another() -> None:
    world = a_world()
    change = request(world, decided(world), "partner", partner="서울가상제책조합")
    actions.submit_change(change.pk, by=world.officer, at=at(5, 15), key=a_key())
    deputy = deputy_of(world)
    for act in (actions.approve_change, actions.decline_change):
        with refused(SamePerson):
            act(change.pk, "타당함", by=deputy, at=at(5, 16), key=a_key())


def test_the_office_owes_an_answer_until_it_is_there() -> None:
    world = a_world()
    award = decided(world)
    change = request(world, award, "partner", partner="서울가상제책조합")
    duty = Duty.objects.get(subject=change.pk, code="award_change_answer")
    assert (duty.due_on, duty.position_id, duty.basis) == (
        date(2018, 5, 28),
        world.officer.position,
        "사업 공고",
    )
    approved_change(world, change)
    duty.refresh_from_db()
    assert duty.done_by == "award.change_approved"


WRONG: dict[str, tuple[type[Refusal], Callable[[World, Award], dict[str, Any]]]] = {
    "another kind": (NotAKind, lambda *_: {"kind": "bonus"}),
    "no kind": (NotAKind, lambda *_: {"kind": ""}),
    "revocation is not asked for": (NotAskedFor, lambda *_: {"kind": "revocation"}),
    "one line has no distribution": (NotAskedFor, lambda *_: {"kind": "distribution"}),
    "no partner": (Empty, lambda *_: {"kind": "partner", "partner": " "}),
    "a long partner": (TooLong, lambda *_: {"kind": "partner", "partner": "가" * 161}),
    "a person for a partner": (ResidentNumber, lambda *_: {"kind": "partner", "partner": "800101-1234567"}),
    "the same partner": (NothingChanges, lambda *_: {"kind": "partner", "partner": "경기가상지류협동조합"}),
    "no reason": (Empty, lambda *_: {"kind": "period", "until": date(2018, 9, 1), "reason": ""}),
    "a long reason": (
        TooLong,
        lambda *_: {"kind": "period", "until": date(2018, 9, 1), "reason": "가" * 301},
    ),
    "no day": (Missing, lambda *_: {"kind": "period"}),
    "no line": (Missing, lambda *_: {"kind": "amount", "amount": Won(1)}),
    "no amount": (Missing, lambda _, award: {"kind": "amount", "line": line_of(award).pk}),
    "nothing": (Missing, lambda _, award: {"kind": "amount", "line": line_of(award).pk, "amount": Won(0)}),
    "less than nothing": (
        Missing,
        lambda _, award: {"kind": "amount", "line": line_of(award).pk, "amount": Won(-1)},
    ),
    "the same amount": (
        NothingChanges,
        lambda _, award: {"kind": "amount", "line": line_of(award).pk, "amount": Won(5_000_000)},
    ),
    "huge": (NotFree, lambda _, award: {"kind": "amount", "line": line_of(award).pk, "amount": Won(10**15)}),
    "a line of the city's award": (
        OtherLine,
        lambda world, _: {"kind": "amount", "line": world.line().pk, "amount": Won(1)},
    ),
    "a row of another kind": (
        NotHere,
        lambda _, award: {"kind": "amount", "line": award.pk, "amount": Won(1)},
    ),
}


@pytest.mark.parametrize(("why", "said"), WRONG.values(), ids=WRONG)
def test_what_cannot_be_is_refused(
    why: type[Refusal], said: Callable[[World, Award], dict[str, Any]]
) -> None:
    world = a_world()
    award = decided(world)
    asked = said(world, award)
    with refused(why) as caught:
        request(world, award, **asked)
    assert str(caught.value).endswith(".")


# ── the city's ───────────────────────────────────────────────────────────────────────────────────────────


def test_the_citys_change_holds_by_its_paper_alone() -> None:
    world = a_world()
    change = request(
        world, world.grant, "amount", line=world.line().pk, amount=Won(200_000_000), on=at(5, 14)
    )
    assert not change.is_minor
    actions.submit_change(change.pk, by=world.city_officer, at=at(5, 15), key=a_key())
    when, by = at(5, 16), world.city_approver
    wrong = {
        SealMissing: None,
        SealedBeforeDecided: Seal("경제정책과-210", date(2018, 5, 13)),
        NoPortalThen: Seal("경제정책과-210", date(2018, 5, 16), "2018-0001", date(2018, 5, 16)),
    }
    for why, seal in wrong.items():
        with refused(why):
            actions.approve_change(change.pk, "타당함", seal=seal, by=by, at=when, key=a_key())
    seal = Seal("경제정책과-210", date(2018, 5, 16))
    actions.approve_change(change.pk, "타당함", seal=seal, by=by, at=when, key=a_key())
    sealed = seal_of(change, "award_change")
    assert sealed is not None
    assert (sealed.number, world.line().amount) == ("경제정책과-210", Won(200_000_000))
    assert world.line().of.free == Won(90_000_000)


def test_the_operators_needs_no_paper() -> None:
    world = a_world()
    change = request(world, decided(world), "partner", partner="서울가상제책조합")
    actions.submit_change(change.pk, by=world.officer, at=at(5, 15), key=a_key())
    seal = Seal("중앙회-1", date(2018, 5, 16))
    with refused(SealNotNeeded):
        actions.approve_change(change.pk, "타당함", seal=seal, by=world.approver, at=at(5, 16), key=a_key())
