"""종료 — given up, declined, revoked by two persons; what was committed is free again, and its duties end."""

from datetime import date

import pytest

from majungmul.books.duties.models import Duty
from majungmul.books.ledger.queries import available_in
from majungmul.books.parties.require import SamePerson
from majungmul.books.parties.written import Empty, ResidentNumber, TooLong
from majungmul.stages.application.states import State as ApplicationState
from majungmul.stages.award import actions
from majungmul.stages.award.actions.changing import DecidedElsewhere
from majungmul.stages.award.actions.drafting import ApplicationGone, AwardThere, NotSelected
from majungmul.stages.award.actions.ending import MoneyOut, NotProposed
from majungmul.stages.award.actions.requesting import ChangeOpen
from majungmul.stages.award.actions.sealing import SealMissing
from majungmul.stages.award.models import Award, AwardChange, Ending
from majungmul.stages.award.states import ChangeState, State
from majungmul.values.refusal import Refusal
from majungmul.values.seal import Seal
from majungmul.values.won import Won
from tests.database import refused
from tests.given import a_key
from tests.stages.award.givens import (
    FREED,
    IN_STATE,
    a_draft,
    a_selected,
    an_approved,
    decided,
    deputy_of,
    request,
)
from tests.stages.world import (
    a_claim,
    a_contract,
    a_trade,
    a_world,
    an_application,
    an_open_call,
    at,
    paid,
    reviewed,
)

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("state", [State.DRAFT, State.SUBMITTED, State.EFFECTIVE])
def test_given_up_it_is_over_and_the_money_is_free_again(state: State) -> None:
    world = a_world()
    award = IN_STATE[state](world)
    award = actions.give_up(award.pk, "거래가 취소됨", by=world.printer.officer, at=at(5, 16), key=a_key())
    assert (award.state, award.ending, award.ended_on) == (State.ENDED, Ending.GIVEN_UP, date(2018, 5, 16))
    assert world.funding.free == Won(290_000_000)
    award.application.refresh_from_db()
    assert award.application.state == ApplicationState.WITHDRAWN


def test_what_the_citizen_may_apply_for_rises_by_it() -> None:
    world = a_world()
    award = decided(world)
    before = available_in(world.funding.pk)
    actions.give_up(award.pk, "거래가 취소됨", by=world.printer.officer, at=at(5, 16), key=a_key())
    assert available_in(world.funding.pk) == before + Won(5_000_000)


def test_one_who_gave_up_may_apply_again() -> None:
    world = a_world()
    call = an_open_call(world)
    first = an_application(world, call, world.printer)
    reviewed(first, first.amount, (world.officer, world.approver), at(4, 15))
    actions.decline_offer(first.pk, "거래가 취소됨", by=world.printer.officer, at=at(4, 20), key=a_key())
    again = an_application(world, call, world.printer, when=at(4, 21))
    assert again.state == ApplicationState.RECEIVED


def test_an_offer_is_declined_before_an_award_is_drafted_and_none_is_made() -> None:
    world = a_world()
    applied = a_selected(world)
    gone = actions.decline_offer(
        applied.pk, "거래가 취소됨", by=world.printer.officer, at=at(5, 5), key=a_key()
    )
    assert gone.state == ApplicationState.WITHDRAWN
    assert not Award.objects.filter(application=applied).exists()
    with refused(ApplicationGone):
        a_draft(world, applied)


def test_an_offer_is_not_declined_where_there_is_none_or_an_award_is() -> None:
    world = a_world()
    by, when = world.printer.officer, at(5, 9)
    award = a_draft(world)
    with refused(AwardThere):
        actions.decline_offer(award.application_id, "그만둠", by=by, at=when, key=a_key())
    other = a_selected(world, world.paper, None)
    with refused(NotSelected):
        actions.decline_offer(other.pk, "그만둠", by=world.paper.officer, at=when, key=a_key())


def test_it_is_revoked_by_two_persons() -> None:
    world = a_world()
    award = decided(world)
    with refused(NotProposed) as caught:
        actions.revoke(award.pk, "계약하지 않음", by=world.approver, at=at(5, 15), key=a_key())
    assert str(caught.value) == (
        "‘2018-지원결정-00001’에는 결재 올린 결정 취소가 없습니다. "
        "담당자가 사유를 적어 ‘결정 취소 올림’을 먼저 해야 합니다."
    )
    proposed = actions.propose_revocation(
        award.pk, "계약하지 않음", by=world.officer, at=at(5, 14), key=a_key()
    )
    with refused(ChangeOpen):
        actions.propose_revocation(award.pk, "또", by=world.officer, at=at(5, 14), key=a_key())
    with refused(DecidedElsewhere):
        actions.approve_change(proposed.pk, "타당함", by=world.approver, at=at(5, 15), key=a_key())
    deputy = deputy_of(world)
    with refused(SamePerson):
        actions.revoke(award.pk, "취소함", by=deputy, at=at(5, 15), key=a_key())
    award = actions.revoke(award.pk, "계약하지 않음", by=world.approver, at=at(5, 15), key=a_key())
    assert (award.state, award.ending) == (State.ENDED, Ending.REVOKED)
    assert AwardChange.objects.get(pk=proposed.pk).state == ChangeState.APPROVED
    assert world.funding.free == Won(290_000_000)


def test_a_proposed_revocation_may_be_declined_and_proposed_again() -> None:
    world = a_world()
    award = decided(world)
    proposed = actions.propose_revocation(award.pk, "늦음", by=world.officer, at=at(5, 14), key=a_key())
    actions.decline_change(proposed.pk, "조금 더 기다림", by=world.approver, at=at(5, 15), key=a_key())
    assert Award.objects.get(pk=award.pk).state == State.EFFECTIVE
    actions.propose_revocation(award.pk, "여전히 늦음", by=world.officer, at=at(6, 14), key=a_key())


def test_after_money_left_it_is_a_matter_of_settlement() -> None:
    world = a_world()
    award = decided(world)
    paid(world, a_claim(world, award, [a_trade(world, a_contract(world, award))]))
    when = at(7, 20)
    with refused(MoneyOut) as caught:
        actions.give_up(award.pk, "그만둠", by=world.printer.officer, at=when, key=a_key())
    assert str(caught.value) == (
        "‘2018-지원결정-00001’에서는 이미 돈이 나갔습니다. 정산에서 종료하고 반환을 정해 주십시오."
    )
    with refused(MoneyOut):
        actions.propose_revocation(award.pk, "늦음", by=world.officer, at=when, key=a_key())
    with refused(MoneyOut):
        actions.give_up(world.grant.pk, "그만둠", by=world.officer, at=when, key=a_key())
    ended = actions.end(award.pk, "취소에 따름", by=world.approver, at=when, key=a_key())
    assert (ended.ending, world.funding.free) == (Ending.ENDED, Won(285_500_000))


def test_what_waits_ends_with_it() -> None:
    world = a_world()
    award = decided(world)
    change = request(world, award, "partner", partner="서울가상제책조합")
    actions.give_up(award.pk, "그만둠", by=world.printer.officer, at=at(5, 16), key=a_key())
    change.refresh_from_db()
    assert (change.state, change.answer) == (ChangeState.DECLINED, "결정이 종료되어 더 볼 것이 없음")
    owed = Duty.objects.filter(subject__in=(award.pk, change.pk))
    assert {each.code for each in owed} == {"objection", "last_claim", "award_change_answer"}
    assert {(each.done_by, each.note) for each in owed} == {("award.given_up", "결정 포기")}


def test_the_citys_is_revoked_by_its_paper_and_may_be_questioned() -> None:
    world = a_world()
    award, officer, approver = an_approved(world), world.city_officer, world.city_approver
    actions.take_effect(
        award.pk, Seal("경제정책과-140", date(2018, 3, 12)), by=officer, at=at(3, 12), key=a_key()
    )
    actions.propose_revocation(award.pk, "사정이 바뀜", by=officer, at=at(3, 13), key=a_key())
    with refused(SealMissing):
        actions.revoke(award.pk, "사정이 바뀜", by=approver, at=at(3, 14), key=a_key())
    seal = Seal("경제정책과-150", date(2018, 3, 14))
    actions.revoke(award.pk, "사정이 바뀜", seal=seal, by=approver, at=at(3, 14), key=a_key())
    assert world.line().of.free == FREED
    duty = Duty.objects.get(subject=award.pk, code="objection", done_at=None)
    assert (duty.due_on, duty.basis) == (date(2018, 4, 3), "지방재정법 제32조의10")


@pytest.mark.parametrize(
    ("reason", "why"), [("", Empty), ("가" * 301, TooLong), ("800101-1234567", ResidentNumber)]
)
def test_a_reason_is_in_words(reason: str, why: type[Refusal]) -> None:
    world = a_world()
    award = decided(world)
    with refused(why):
        actions.give_up(award.pk, reason, by=world.printer.officer, at=at(5, 16), key=a_key())
    with refused(why):
        actions.propose_revocation(award.pk, reason, by=world.officer, at=at(5, 16), key=a_key())
