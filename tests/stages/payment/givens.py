"""What the tests of payment start from: an award with a trade, a claim of it, in each state.

given = a_case()                       # world, award of 5,000,000원, contract, trade of 45,000,000원
claim = claimed(given, proofs=[…])     # received on 3 July 2018
IN_STATE[State.APPROVED](given)        # a claim of it that stands there
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from majungmul.books.ledger.models import Account
from majungmul.books.parties.actions.accounts import confirm_account, enter_account
from majungmul.books.parties.models import BankAccount
from majungmul.stages.award.models import Award
from majungmul.stages.delivery.models import Contract, Trade
from majungmul.stages.payment import actions as payment
from majungmul.stages.payment.models import BankList, Claim, Proof
from majungmul.stages.payment.queries import received_in
from majungmul.stages.payment.states import State
from majungmul.values.actor import Actor
from majungmul.values.won import Won
from tests.given import a_key
from tests.stages.world import (
    PROGRAMME,
    World,
    a_claim,
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
)
from tests.stages.world_trades import claim_papers

WHOLE = Won(45_000_000)


@dataclass(slots=True)
class Case:
    """An award of 5,000,000원 to the printers, under which they bought paper for 45,000,000원."""

    world: World
    award: Award
    contract: Contract
    trade: Trade


def a_case() -> Case:
    """The award, its contract and trade."""
    world = a_world()
    award = an_award(world, an_application(world, an_open_call(world), world.printer))
    contract = a_contract(world, award)
    return Case(world, award, contract, a_trade(world, contract))


def draft(
    case: Case, proofs: Sequence[Any] = (), claimed: int = 4_500_000, **said: Any
) -> payment.ClaimDraft:
    """A claim for the trade, with these proofs."""
    proofs = tuple(proofs) or (a_proof(case.trade),)
    trade = payment.TradeClaim(trade=case.trade.pk, claimed=Won(claimed), proofs=proofs)
    trades = said.pop("trades", (trade,))
    return replace(claim_draft(case.world, [case.trade], **said), trades=trades)


def part(case: Case, supply: int, kind: str = "e_invoice", **said: Any) -> payment.ProofDraft:
    """One of several proofs of the trade, not paid yet."""
    vat = 0 if kind == "tax_free_invoice" else supply // 10
    return a_proof(case.trade, kind=kind, supply=Won(supply), vat=Won(vat), settlings=(), **said)


def claimed(case: Case, proofs: Sequence[Any] = (), claimed: int = 4_500_000, **said: Any) -> Claim:
    """The claim received on 3 July 2018."""
    return hand_in(case, draft(case, proofs, claimed, **said))


def hand_in(case: Case, said: payment.ClaimDraft, files: Any = None, **when: Any) -> Claim:
    """What is said, handed in."""
    given = claim_papers(case.award) if files is None else files
    when = {"by": case.world.printer.officer, "at": at(7, 3), "key": a_key(), **when}
    return payment.claim(case.award.pk, said, given, **when)


def submitted(case: Case, claim: Claim | None = None) -> Claim:
    """Every proof recognised in full, handed in by the officer."""
    claim = claim or claimed(case)
    for proof in claim.proofs.filter(is_withdrawn=False):
        payment.recognise_proof(proof.pk, proof.supply, by=case.world.officer, at=at(7, 5), key=a_key())
    return payment.submit(claim.pk, by=case.world.officer, at=at(7, 6), key=a_key())


def listed(case: Case, claim: Claim | None = None) -> Claim:
    """Approved, and with the bank since 11 July."""
    claim = approved(case.world, claim or claimed(case))
    payment.list_for_bank([claim.pk], by=case.world.officer, at=at(7, 11), key=a_key())
    return fresh(claim)


def pay(case: Case, claim: Claim, **said: Any) -> Claim:
    """The bank has paid on 12 July."""
    said = {"by": case.world.officer, "at": at(7, 12), "key": a_key(), **said}
    return payment.pay(claim.pk, said.pop("paid_on", date(2018, 7, 12)), **said)


def fail(case: Case, claim: Claim) -> Claim:
    """The bank gave it back on 12 July."""
    return payment.fail(claim.pk, "없는 계좌", by=case.world.officer, at=at(7, 12), key=a_key())


def correcting(case: Case) -> Claim:
    """A correction is asked for on 4 July, within seven days."""
    claim = claimed(case)
    payment.ask_correction(
        claim.pk, "세금계산서", "흐려서 읽을 수 없음", 7, by=case.world.officer, at=at(7, 4), key=a_key()
    )
    return fresh(claim)


def new_account(
    case: Case,
    holder: str = "서울가상인쇄협동조합",
    *,
    confirmed: bool = True,
    number: str = "000-9999-000009",
) -> BankAccount:
    """A changed account of the printers, entered by the officer and confirmed by the approver."""
    said: dict[str, Any] = {"by": case.world.officer, "at": at(7, 1), "key": a_key()}
    account = enter_account(case.world.printer.body.pk, "새가상은행", number, holder, **said)
    if confirmed:
        account = confirm_account(account.pk, by=case.world.approver, at=at(7, 2), key=a_key())
    return account


def proof_of(claim: Claim) -> Proof:
    """Its first proof."""
    return Proof.objects.filter(claim=claim, is_withdrawn=False).order_by("id")[0]


def fresh(claim: Claim) -> Claim:
    """As the database has it now."""
    return Claim.objects.get(pk=claim.pk)


def rejected(case: Case) -> Claim:
    """The whole of it, by the approver."""
    return payment.reject(claimed(case).pk, "거래 없음", by=case.world.approver, at=at(7, 5), key=a_key())


def withdrawn(case: Case) -> Claim:
    """Taken back by the co-operative."""
    said: dict[str, Any] = {"by": case.world.printer.officer, "at": at(7, 4), "key": a_key()}
    return payment.withdraw(claimed(case).pk, "증빙을 잘못 올림", **said)


IN_STATE: dict[State, Callable[[Case], Claim]] = {
    State.RECEIVED: claimed,
    State.CORRECTING: correcting,
    State.SUBMITTED: submitted,
    State.APPROVED: lambda case: approved(case.world, claimed(case)),
    State.LISTED: listed,
    State.PAID: lambda case: pay(case, listed(case)),
    State.FAILED: lambda case: fail(case, listed(case)),
    State.REJECTED: rejected,
    State.WITHDRAWN: withdrawn,
}

__all__ = ["Won", "a_claim", "a_proof"]


def approve(case: Case, claim: Claim, by: Actor | None = None, **said: str) -> Claim:
    return payment.approve(claim.pk, **said, by=by or case.world.approver, at=at(7, 9), key=a_key())


def list_it(case: Case, *claims: Claim) -> BankList:
    ids = [claim.pk for claim in claims]
    return payment.list_for_bank(ids, by=case.world.officer, at=at(7, 11), key=a_key())


def account(case: Case) -> Account:
    line = case.award.lines.get()
    assert line.account_id is not None
    return Account.objects.get(pk=line.account_id)


def paid_out(case: Case) -> Won:
    return received_in(case.world.printer.body, PROGRAMME, 2018)
