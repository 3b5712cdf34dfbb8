"""What a co-operative does with an award: contracts, trades, proofs and claims, until it is paid."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from majungmul.books.files.store import Received
from majungmul.stages.award.models import Award
from majungmul.stages.delivery import actions as delivery
from majungmul.stages.delivery.models import Contract, Trade
from majungmul.stages.payment import actions as payment
from majungmul.stages.payment.models import Claim
from majungmul.stages.payment.queries import required_slots
from majungmul.values.won import Won
from tests.given import a_key
from tests.stages.world_people import Body, World, a_file, at, numbers


def a_contract(world: World, under: Award, other: Body | None = None, **said: Any) -> Contract:
    """A contract with both seals, confirmed on 21 May 2018."""
    draft = {
        "counterpart": (other or world.paper).body.pk,
        "side": "buyer",
        "kind": "contract",
        "signed_on": date(2018, 5, 18),
        "item": "카탈로그 용지",
        "quantity": "3,000부×15,000원",
        "supply": Won(45_000_000),
        "vat": Won(4_500_000),
        "deliver_by": date(2018, 9, 30),
        "place": "서울 중구",
        "payment_terms": "납품 후 30일 안 계좌이체",
        **said,
    }
    own = of(world, under)
    entered = delivery.enter_contract(
        under.pk,
        delivery.ContractDraft(**draft),
        a_file("계약서.pdf"),
        by=own.officer,
        at=at(5, 20),
        key=a_key(),
    )
    return delivery.confirm_contract(entered.pk, "seals", by=world.officer, at=at(5, 21), key=a_key())


def of(world: World, row: Any) -> Body:
    """The body that a row belongs to."""
    known = [world.printer, world.paper, *world.bodies.values()]
    return next(each for each in known if each.body.pk == row.body_id)


def a_trade(world: World, under: Contract, supply: Won = Won(45_000_000), **said: Any) -> Trade:  # noqa: B008 - a value
    """A delivery on 2 June 2018."""
    draft = {
        "delivered_on": date(2018, 6, 2),
        "item": under.item,
        "supply": supply,
        "vat": Won(supply.amount // 10),
        "received_by": "사무국장",
        **said,
    }
    own = of(world, under)
    return delivery.record_trade(
        under.pk, delivery.TradeDraft(**draft), by=own.officer, at=at(6, 3), key=a_key()
    )


def a_proof(trade: Trade, **said: Any) -> payment.ProofDraft:
    """An electronic invoice over the whole trade, paid by transfer on 30 June 2018."""
    number = next(numbers)
    draft = {
        "kind": "e_invoice",
        "approval_number": f"20180602-41000000-{number:08}",
        "written_on": trade.delivered_on,
        "issued_on": trade.delivered_on,
        "supplier": trade.contract.counterpart.business_number,
        "buyer": trade.body.business_number,
        "supply": trade.supply,
        "vat": trade.vat,
        "settlings": (
            payment.SettlingDraft(
                paid_on=date(2018, 6, 30), method="transfer", amount=trade.supply + trade.vat
            ),
        ),
        **said,
    }
    return payment.ProofDraft(**draft)


def claim_draft(world: World, trades: Sequence[Trade], /, **said: Any) -> payment.ClaimDraft:
    """What is claimed for trades: their ten per cent, with one proof each."""
    draft = {
        "trades": tuple(
            payment.TradeClaim(trade=each.pk, claimed=Won(each.supply.amount // 10), proofs=(a_proof(each),))
            for each in trades
        ),
        "report": payment.ReportDraft(
            outcome="참여 조합원 12개사, 단가 8% 절감",
            delivered_on=trades[-1].delivered_on,
            received_by="사무국장",
            written_by="홍길동",
            written_on=date(2018, 7, 2),
            difference_reason="수량을 줄임",
        ),
        "bank_account": of(world, trades[0]).account.pk,
        "no_other_support": True,
        **said,
    }
    return payment.ClaimDraft(**draft)


def claim_papers(under: Award) -> dict[str, Received]:
    """What every claim needs beside it."""
    return {slot: a_file() for slot in required_slots(under)}


def a_claim(world: World, under: Award, trades: Sequence[Trade], /, **said: Any) -> Claim:
    """A claim received on 3 July 2018."""
    draft = claim_draft(world, trades, **said)
    own = of(world, under)
    return payment.claim(under.pk, draft, claim_papers(under), by=own.officer, at=at(7, 3), key=a_key())


def approved(world: World, claim: Claim) -> Claim:
    """The claim with all its proofs recognised, handed in and approved."""
    for proof in claim.proofs.filter(is_withdrawn=False):
        payment.recognise_proof(proof.pk, proof.supply, by=world.officer, at=at(7, 5), key=a_key())
    payment.submit(claim.pk, by=world.officer, at=at(7, 6), key=a_key())
    return payment.approve(claim.pk, by=world.approver, at=at(7, 9), key=a_key())


def paid(world: World, claim: Claim) -> Claim:
    """The claim approved, listed and paid on 12 July 2018."""
    approved(world, claim)
    payment.list_for_bank([claim.pk], by=world.officer, at=at(7, 11), key=a_key())
    return payment.pay(claim.pk, date(2018, 7, 12), by=world.officer, at=at(7, 12), key=a_key())
