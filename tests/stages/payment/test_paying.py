"""Two persons, the right account, enough money; listed for the bank once, paid once, whatever comes back."""

from datetime import date

import pytest

from majungmul.books.ledger.models import Transfer
from majungmul.books.parties.actions.accounts import confirm_account
from majungmul.books.parties.actions.bodies import add_alias
from majungmul.books.parties.actions.deputies import act_for
from majungmul.books.parties.queries.positions import actors_of
from majungmul.books.parties.queries.rows import NotHere
from majungmul.books.parties.require import NotAllowed, SamePerson
from majungmul.books.parties.transitions import NotInThisState
from majungmul.books.parties.written import Empty, TooLong
from majungmul.stages.payment import actions as payment
from majungmul.stages.payment import refusals as why
from majungmul.stages.payment.models import BankEntry
from majungmul.stages.payment.queries import (
    entries_of,
    totals_of,
)
from majungmul.stages.payment.states import State
from majungmul.values.uuid7 import uuid7
from majungmul.values.won import ZERO, Won
from tests.database import refused
from tests.given import a_key
from tests.stages.payment.givens import (
    Case,
    a_case,
    account,
    approve,
    claimed,
    draft,
    fail,
    fresh,
    hand_in,
    list_it,
    listed,
    new_account,
    paid_out,
    pay,
    submitted,
)
from tests.stages.world import (
    a_file,
    approved,
    at,
)
from tests.stages.world_trades import claim_papers

pytestmark = pytest.mark.django_db


@pytest.fixture
def case() -> Case:
    return a_case()


# ── 두 사람 ──────────────────────────────────────────────────────────────────────────────────────────────


def test_who_hands_in_does_not_approve_even_for_another(case: Case) -> None:
    claim = submitted(case)
    seats = case.world.officer.position, case.world.approver.position
    act_for(
        seats[1], seats[0], (date(2018, 7, 1), None), "출장", by=case.world.system, at=at(6, 30), key=a_key()
    )
    acting = next(each for each in actors_of(case.world.officer.person, date(2018, 7, 9)) if each.for_title)
    with refused(SamePerson):
        approve(case, claim, by=acting)
    with refused(NotAllowed):
        approve(case, claim, by=case.world.officer)
    assert approve(case, claim).state == State.APPROVED


def test_who_approved_does_not_confirm_the_payment(case: Case) -> None:
    claim = listed(case)
    seats = case.world.officer.position, case.world.approver.position
    act_for(
        seats[0], seats[1], (date(2018, 7, 1), None), "휴가", by=case.world.system, at=at(6, 30), key=a_key()
    )
    acting = next(each for each in actors_of(case.world.approver.person, date(2018, 7, 9)) if each.for_title)
    with refused(SamePerson):
        pay(case, claim, by=acting)


# ── 계좌 ─────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_changed_account_is_confirmed_by_a_second_person_first(case: Case) -> None:
    changed = new_account(case, confirmed=False)
    said = draft(case, bank_account=changed.pk)
    claim = submitted(case, hand_in(case, said, {**claim_papers(case.award), "bankbook": a_file()}))
    with refused(why.AccountNotConfirmed):
        approve(case, claim)
    with refused(SamePerson):
        confirm_account(changed.pk, by=case.world.officer, at=at(7, 8), key=a_key())
    confirm_account(changed.pk, by=case.world.approver, at=at(7, 8), key=a_key())
    assert approve(case, claim).bank_account == changed


def test_an_account_of_another_name_needs_the_reason_of_the_approver(case: Case) -> None:
    claim = submitted(case)
    changed = new_account(case, "홍길동")
    with refused(why.OtherHolder) as caught:
        approve(case, claim)
    assert "예금주 ‘홍길동’" in str(caught.value)
    with refused(TooLong):
        approve(case, claim, holder_reason="가" * 301)
    done = approve(case, claim, holder_reason="법원의 추심명령에 따름(예금주 확인서)")
    assert (done.bank_account, done.holder_reason) == (changed, "법원의 추심명령에 따름(예금주 확인서)")
    assert list_it(case, done).total == Won(4_500_000)


@pytest.mark.parametrize("holder", ["서울가상인쇄조합", " 서울 가상인쇄 조합 "])
def test_a_known_other_name_of_the_body_is_fine(case: Case, holder: str) -> None:
    add_alias(case.world.printer.body.pk, "서울가상인쇄조합", by=case.world.officer, at=at(7, 1), key=a_key())
    claim = submitted(case)
    new_account(case, holder)
    assert approve(case, claim).holder_reason == ""


def test_an_account_changed_after_the_approval_is_confirmed_again(case: Case) -> None:
    claim = approved(case.world, claimed(case))
    changed = new_account(case, confirmed=False)
    with refused(why.AccountNotConfirmed):
        list_it(case, claim)
    confirm_account(changed.pk, by=case.world.approver, at=at(7, 10), key=a_key())
    (entry,) = entries_of(list_it(case, claim))
    assert entry.bank_account == changed == fresh(claim).bank_account


def test_a_new_account_of_another_name_is_accepted_by_the_approver(case: Case) -> None:
    claim = approved(case.world, claimed(case))
    with refused(why.HolderFits):
        payment.accept_holder(claim.pk, "확인서", by=case.world.approver, at=at(7, 10), key=a_key())
    changed = new_account(case, "홍길동")
    with refused(why.OtherHolder):
        list_it(case, claim)
    with refused(Empty):
        payment.accept_holder(claim.pk, "", by=case.world.approver, at=at(7, 10), key=a_key())
    payment.accept_holder(claim.pk, "예금주 확인서", by=case.world.approver, at=at(7, 10), key=a_key())
    assert list_it(case, claim).total == Won(4_500_000)
    assert fresh(claim).bank_account == changed


# ── 이체 ─────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_claim_is_paid_once(case: Case) -> None:
    claim = listed(case)
    assert (account(case).balance, paid_out(case)) == (ZERO, ZERO)
    done = pay(case, claim)
    assert (done.state, done.paid_on, paid_out(case)) == (State.PAID, date(2018, 7, 12), Won(4_500_000))
    with refused(NotInThisState):
        pay(case, claim)
    with refused(NotInThisState):
        list_it(case, claim)
    assert totals_of(case.award).paid == Won(4_500_000)


def test_the_same_request_pays_once(case: Case) -> None:
    claim, key = listed(case), a_key()
    pay(case, claim, key=key)
    before = Transfer.objects.count()
    assert pay(case, claim, key=key).state == State.PAID
    assert Transfer.objects.count() == before


def test_a_claim_twice_in_one_list_is_there_once(case: Case) -> None:
    claim = approved(case.world, claimed(case))
    bank_list = list_it(case, claim, claim)
    assert (bank_list.total, bank_list.number) == (Won(4_500_000), "2018-이체-00001")
    assert entries_of(bank_list).count() == 1
    with refused(NotInThisState):
        list_it(case, claim)


def test_nothing_and_nobody_is_not_listed(case: Case) -> None:
    with refused(why.NothingToList):
        list_it(case)
    with refused(NotHere):
        payment.list_for_bank([uuid7()], by=case.world.officer, at=at(7, 11), key=a_key())


def test_what_the_bank_gives_back_is_listed_again_and_paid_once(case: Case) -> None:
    claim = fail(case, listed(case))
    assert (fresh(claim).state, paid_out(case)) == (State.FAILED, ZERO)
    changed = new_account(case)
    list_it(case, claim)
    pay(case, claim)
    entries = list(BankEntry.objects.filter(claim=claim).order_by("id"))
    assert [(each.state, each.reason, each.bank_account == changed) for each in entries] == [
        ("failed", "없는 계좌", False),
        ("paid", "", True),
    ]
    assert paid_out(case) == Won(4_500_000)


def test_what_comes_back_after_it_was_paid_is_paid_again(case: Case) -> None:
    claim = pay(case, listed(case))
    bounced = payment.bounce(claim.pk, "수취 불능", by=case.world.officer, at=at(7, 13), key=a_key())
    assert (bounced.state, bounced.paid_on, paid_out(case)) == (State.FAILED, None, ZERO)
    assert account(case).balance == Won(4_500_000)
    list_it(case, claim)
    pay(case, claim)
    assert (account(case).balance, paid_out(case)) == (ZERO, Won(4_500_000))
    assert BankEntry.objects.filter(claim=claim, was_paid=True).count() == 2


@pytest.mark.parametrize("paid_on", [date(2018, 7, 10), date(2018, 7, 13), date(1, 1, 1), date(9999, 1, 1)])
def test_a_day_on_which_the_bank_cannot_have_paid_is_refused(case: Case, paid_on: date) -> None:
    claim = listed(case)
    with refused(why.PaidOnOddDay):
        pay(case, claim, paid_on=paid_on)


@pytest.mark.parametrize(("reason", "refusal"), [("", Empty), ("가" * 201, TooLong)])
def test_a_return_says_why(case: Case, reason: str, refusal: type[Empty] | type[TooLong]) -> None:
    claim = listed(case)
    with refused(refusal):
        payment.fail(claim.pk, reason, by=case.world.officer, at=at(7, 12), key=a_key())
    pay(case, claim)
    with refused(refusal):
        payment.bounce(claim.pk, reason, by=case.world.officer, at=at(7, 12), key=a_key())
