"""Many at once, on PostgreSQL: one claim is paid once, one invoice serves once; without the guards, twice."""

import time
from collections.abc import Callable
from datetime import date
from uuid import UUID

import pytest
from django.db import IntegrityError, connection

from majungmul.books.parties.queries.rows import found
from majungmul.books.parties.require import another_person
from majungmul.books.trail import chain
from majungmul.books.trail.models import Recorded
from majungmul.stages.delivery.models import Trade
from majungmul.stages.payment import actions as payment
from majungmul.stages.payment.actions import bank, claiming, proofs
from majungmul.stages.payment.models import Claim, Proof
from majungmul.values.refusal import Refusal
from majungmul.values.won import Won
from tests.database import Scratch, at_once
from tests.given import a_key
from tests.stages.world import (
    World,
    a_contract,
    a_proof,
    a_trade,
    a_world,
    an_application,
    an_award,
    an_open_call,
    approved,
    at,
    claim_draft,
    trade_row,
)
from tests.stages.world_trades import claim_papers, of

pytestmark = pytest.mark.postgresql
CONNECTIONS = 8
SMALL = Won(10_000_000)
LATER = "_refuse_sign"
"""What is asked of a proof after its number was looked up, and before it is written."""


@pytest.fixture
def world(scratch: Scratch) -> World:
    return a_world()


def unlocked(jurisdiction: UUID) -> None:
    """In place of the chain's lock."""


def without_the_chain(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits for a turn, and nobody meets at the number of an event."""
    monkeypatch.setattr(chain, "lock", unlocked)
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE trail_event DROP CONSTRAINT event_number_once")


# ── one claim is paid once ───────────────────────────────────────────────────────────────────────────────


def listed(world: World) -> Claim:
    """A claim of a million, listed for the bank, under an award of five: it could be paid five times over."""
    award = an_award(world, an_application(world, an_open_call(world), world.printer))
    trade = a_trade(world, a_contract(world, award, supply=SMALL, vat=Won(1_000_000)), SMALL)
    draft = claim_draft(world, [trade])
    claim = payment.claim(
        award.pk, draft, claim_papers(award), by=world.printer.officer, at=at(7, 3), key=a_key()
    )
    approved(world, claim)
    payment.list_for_bank([claim.pk], by=world.officer, at=at(7, 11), key=a_key())
    return claim


def pay_at_once(world: World, claim: Claim) -> list[Claim | Exception]:
    def pay() -> Claim:
        return payment.pay(claim.pk, date(2018, 7, 12), by=world.officer, at=at(7, 12), key=a_key())

    return at_once([pay] * CONNECTIONS)


def paid_out(claim: Claim) -> Won:
    payee = claim.lines.get().payee
    assert payee is not None
    payee.refresh_from_db()
    return payee.credits_posted


def test_eight_who_pay_one_claim_pay_it_once(world: World) -> None:
    claim = listed(world)
    results = pay_at_once(world, claim)
    assert sum(isinstance(result, Claim) for result in results) == 1
    assert all(isinstance(result, Claim | Refusal) for result in results)
    assert paid_out(claim) == Won(1_000_000)


def test_without_the_locks_it_is_paid_more_than_once(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """The control: no lock on chain, claim and entry, no look at what changed meanwhile; all look, then write."""
    claim = listed(world)
    without_the_chain(monkeypatch)
    monkeypatch.setattr(bank, "locked", found)
    monkeypatch.setattr(bank, "_standing", lambda row, state: row.entries.get(state=state))
    monkeypatch.setattr(Recorded, "_read", lambda _: {})
    monkeypatch.setattr(bank, "another_person", slowly(another_person))
    pay_at_once(world, claim)
    assert paid_out(claim) > Won(1_000_000)


def slowly(call: Callable[..., None]) -> Callable[..., None]:
    def slow(*given: object) -> None:
        call(*given)
        time.sleep(1)

    return slow


# ── one invoice serves once ──────────────────────────────────────────────────────────────────────────────


def two_sides(world: World) -> list[Callable[[], Claim]]:
    """Buyer and seller of one trade, who each claim for it with the one invoice that there is."""
    call = an_open_call(world)
    awards = [
        an_award(world, an_application(world, call, world.printer)),
        an_award(
            world, an_application(world, call, world.paper, trade_row(partners=world.printer.body.name))
        ),
    ]
    buying = a_trade(world, a_contract(world, awards[0], world.paper))
    selling = a_trade(world, a_contract(world, awards[1], world.printer, side="seller"))
    invoice = a_proof(buying)
    return [
        _claim_with(world, awards[0].pk, buying, invoice),
        _claim_with(world, awards[1].pk, selling, invoice),
    ]


def _claim_with(world: World, award: UUID, trade: Trade, invoice: payment.ProofDraft) -> Callable[[], Claim]:
    drafted = claim_draft(
        world,
        [trade],
        trades=(payment.TradeClaim(trade=trade.pk, claimed=Won(4_500_000), proofs=(invoice,)),),
    )
    by, files = of(world, trade).officer, claim_papers(trade.award)
    return lambda: payment.claim(award, drafted, files, by=by, at=at(7, 3), key=a_key())


def unhindered(monkeypatch: pytest.MonkeyPatch) -> None:
    """Both look the number up before either writes it, and do not meet at the number of their claims."""
    monkeypatch.setattr(proofs, LATER, slowly(vars(proofs)[LATER]))
    monkeypatch.setattr(claiming, "next_number", lambda _, prefix: f"{prefix}-{a_key()[-12:]}")


def test_one_invoice_serves_one_of_two(world: World) -> None:
    results = at_once(two_sides(world))
    assert sum(isinstance(result, Claim) for result in results) == 1
    assert Proof.objects.filter(is_withdrawn=False).count() == 1


def test_without_the_locks_the_database_still_keeps_it_to_one(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls = two_sides(world)
    without_the_chain(monkeypatch)
    unhindered(monkeypatch)
    results = at_once(calls)
    assert sum(isinstance(result, IntegrityError) for result in results) == 1
    assert Proof.objects.filter(is_withdrawn=False).count() == 1


def test_without_locks_and_constraint_it_serves_twice(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """The control."""
    calls = two_sides(world)
    without_the_chain(monkeypatch)
    unhindered(monkeypatch)
    with connection.cursor() as cursor:
        cursor.execute("DROP INDEX approval_number_once")
    at_once(calls)
    assert Proof.objects.filter(is_withdrawn=False).count() == 2
