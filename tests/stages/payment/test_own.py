"""지출결의: an approved order is paid by its evidence, up to what was approved; the rest is free again."""

from datetime import date
from typing import Any

import pytest

from majungmul.books.ledger.models import Account
from majungmul.books.parties.actions.accounts import confirm_account, enter_account
from majungmul.stages.delivery.models import Order
from majungmul.stages.payment import actions as payment
from majungmul.stages.payment import refusals as why
from majungmul.stages.payment import refusals_of_grants as why_not
from majungmul.stages.payment.models import Claim
from majungmul.stages.payment.queries import flags_on, lines_of, proofs_of
from majungmul.stages.payment.states import State
from majungmul.values.refusal import Refusal
from majungmul.values.won import ZERO, Won
from tests.database import refused
from tests.given import FOUNDED, a_business_number, a_key
from tests.stages.delivery.givens import approved as approved_order
from tests.stages.delivery.givens import submitted as submitted_order
from tests.stages.world import World, a_file, a_world, at
from tests.stages.world_people import numbers

pytestmark = pytest.mark.django_db


@pytest.fixture
def world() -> World:
    return a_world()


def with_account(world: World, order: Order) -> Order:
    digits = f"111-{next(numbers):04}-000001"
    account = enter_account(
        order.contractor_id,
        "가상은행",
        digits,
        order.contractor.name,
        by=world.officer,
        at=FOUNDED,
        key=a_key(),
    )
    confirm_account(account.pk, by=world.approver, at=FOUNDED, key=a_key())
    return order


def evidence(supply: int = 900_000, vat: int | None = None, **said: Any) -> payment.ProofDraft:
    number = f"20180326-41000000-{next(numbers):08}"
    draft = {
        "kind": "e_invoice",
        "approval_number": number,
        "written_on": date(2018, 3, 24),
        "issued_on": date(2018, 3, 26),
        "supplier": a_business_number(),
        "buyer": a_business_number(),
        "supply": Won(supply),
        "vat": Won(supply // 10 if vat is None else vat),
        **said,
    }
    return payment.ProofDraft(**draft)


def claim_own(world: World, order: Order, *proofs: payment.ProofDraft, **how: Any) -> Claim:
    files = how.pop("files", {"invoice": a_file()})
    said = {"by": world.officer, "at": at(3, 27), "key": a_key(), **how}
    return payment.claim_own(order.pk, proofs or (evidence(),), files, **said)


def paid(world: World, claim: Claim) -> Claim:
    payment.submit(claim.pk, by=world.officer, at=at(3, 28), key=a_key())
    payment.approve(claim.pk, by=world.approver, at=at(3, 29), key=a_key())
    payment.list_for_bank([claim.pk], by=world.officer, at=at(3, 30), key=a_key())
    return payment.pay(claim.pk, date(2018, 3, 30), by=world.officer, at=at(3, 30), key=a_key())


def publicity(world: World) -> Account:
    account = world.line("publicity").account
    assert account is not None
    return Account.objects.get(pk=account.pk)


def test_what_it_cost_less_is_free_again(world: World) -> None:
    order = with_account(world, approved_order(world))
    assert publicity(world).free == Won(8_900_000)
    claim = claim_own(world, order)
    assert (claim.claimed, claim.because) == (Won(990_000), "장소 사용료 990,000원")
    done = paid(world, claim)
    assert (done.state, done.recognised) == (State.PAID, Won(990_000))
    assert (publicity(world).balance, publicity(world).free) == (Won(4_010_000), Won(9_010_000))


def test_it_is_paid_up_to_what_was_approved(world: World) -> None:
    claim = claim_own(world, approved_order(world), evidence(1_500_000))
    assert claim.claimed == Won(1_100_000)
    assert claim.because == "장소 사용료 1,650,000원, 결정액 1,100,000원까지"


def test_what_comes_back_stays_promised_and_is_paid_once(world: World) -> None:
    done = paid(world, claim_own(world, with_account(world, approved_order(world))))
    payment.bounce(done.pk, "수취 불능", by=world.officer, at=at(3, 31), key=a_key())
    assert (publicity(world).balance, publicity(world).free) == (Won(5_000_000), Won(9_010_000))
    payment.list_for_bank([done.pk], by=world.officer, at=at(4, 2), key=a_key())
    payment.pay(done.pk, date(2018, 4, 2), by=world.officer, at=at(4, 2), key=a_key())
    assert (publicity(world).balance, publicity(world).free) == (Won(4_010_000), Won(9_010_000))


def test_vat_that_is_reclaimed_is_shown_and_left_out_by_the_officer(world: World) -> None:
    claim = claim_own(world, approved_order(world), evidence(vat_reclaimed=True))
    assert "vat_claimed" in {flag.code for flag in flags_on(claim)}
    proof = proofs_of(claim)[0]
    with refused(why.MoreThanProved):
        payment.recognise_proof(proof.pk, Won(990_001), by=world.officer, at=at(3, 28), key=a_key())
    payment.recognise_proof(
        proof.pk, Won(900_000), "매입세액 공제", by=world.officer, at=at(3, 28), key=a_key()
    )
    done = payment.submit(claim.pk, by=world.officer, at=at(3, 28), key=a_key())
    assert done.recognised == Won(900_000)
    assert lines_of(done)[0].recognised_because == "증빙으로 인정한 900,000원"


@pytest.mark.parametrize(
    ("proofs", "files", "refusal"),
    [
        ((), {"invoice": 1}, why_not.NoEvidence),
        ((1,), {}, why_not.NoEvidence),
        ((0,), {"invoice": 1}, Refusal),
    ],
)
def test_without_evidence_nothing_is_paid(
    world: World, proofs: tuple[int, ...], files: dict[str, int], refusal: type[Refusal]
) -> None:
    order = approved_order(world)
    said = tuple(evidence(900_000 * each) for each in proofs)
    with refused(refusal):
        payment.claim_own(
            order.pk,
            said,
            {slot: a_file() for slot in files},
            by=world.officer,
            at=at(3, 27),
            key=a_key(),
        )


def test_an_order_is_paid_once_and_only_when_approved(world: World) -> None:
    handed_in = submitted_order(world)
    with refused(why_not.OrderNotApproved):
        claim_own(world, handed_in)
    order = approved_order(world)
    first = claim_own(world, order)
    with refused(why_not.OrderClaimedAlready):
        claim_own(world, order)
    with refused(why_not.OrderClaimedAlready):
        payment.cancel_order(order.pk, "취소", by=world.approver, at=at(3, 27), key=a_key())
    payment.withdraw(first.pk, "증빙을 잘못 올림", by=world.officer, at=at(3, 27), key=a_key())
    assert claim_own(world, order).state == State.RECEIVED


def test_an_order_that_nobody_claims_may_be_cancelled(world: World) -> None:
    order = approved_order(world)
    payment.cancel_order(order.pk, "행사 취소", by=world.approver, at=at(3, 27), key=a_key())
    assert publicity(world).free == Won(10_000_000)
    with refused(why_not.OrderNotApproved):
        claim_own(world, order)


def test_without_an_account_of_the_contractor_it_waits(world: World) -> None:
    claim = claim_own(world, approved_order(world))
    payment.submit(claim.pk, by=world.officer, at=at(3, 28), key=a_key())
    with refused(why.AccountNotConfirmed):
        payment.approve(claim.pk, by=world.approver, at=at(3, 29), key=a_key())
    assert claim.order is not None
    with_account(world, claim.order)
    done = payment.approve(claim.pk, by=world.approver, at=at(3, 29), key=a_key())
    assert done.bank_account is not None
    assert (done.recognised or ZERO) > ZERO
