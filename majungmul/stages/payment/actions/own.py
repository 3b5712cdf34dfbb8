"""지출결의 — an approved order of the operator's own is to be paid, with the evidence of what it cost."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from django.utils import timezone

from majungmul.books.files.store import Received
from majungmul.books.parties.queries.accounts import account_at
from majungmul.books.parties.queries.rows import locked
from majungmul.books.parties.require import require
from majungmul.books.trail.actions import action
from majungmul.books.trail.numbering import next_number
from majungmul.programmes.specification import terms_on
from majungmul.rules.actual_cost import ActualCost, Cost
from majungmul.rules.calculation import Calculation
from majungmul.stages.delivery import actions as delivery
from majungmul.stages.delivery.models import Order
from majungmul.stages.delivery.states import OrderState
from majungmul.stages.payment.actions.drafts import ProofDraft
from majungmul.stages.payment.actions.files import attach_all
from majungmul.stages.payment.actions.proofs import write_proof
from majungmul.stages.payment.models import Claim, ClaimLine, Kind
from majungmul.stages.payment.refusals import ClaimedNothing
from majungmul.stages.payment.refusals_of_grants import NoEvidence, OrderClaimedAlready, OrderNotApproved
from majungmul.stages.payment.states import State
from majungmul.values.actor import Actor
from majungmul.values.won import ZERO, Won, total


@action("own.claimed")
def claim_own(
    order_id: UUID,
    proofs: tuple[ProofDraft, ...],
    files: Mapping[str, Received],
    quantity: int = 1,
    *,
    by: Actor,
    at: datetime,
    key: str,
) -> Claim:
    """지출결의 — of what the order cost, VAT included, by the terms and up to what was approved.

    Returns the claim. `quantity`: for how many heads, months or times, where the 보조비목 has a limit for each.
    Refuses an order not approved or claimed before, no evidence, and a 보조비목 that the terms do not know.
    """
    order = locked(Order, by, order_id)
    require(by, "payment.claim_own", order)
    _refuse(order)
    if not proofs or not any(files.values()):
        raise NoEvidence
    spent = total(proof.supply + proof.vat for proof in proofs)
    worked = _worked_out(order, spent, quantity)
    if worked.amount <= ZERO:
        raise ClaimedNothing(what=order.what, claimed=worked.amount)
    row = _claim(order, worked, at)
    line = _line(row, order, spent)
    for proof in proofs:
        write_proof(line, proof, timezone.localdate(at))
    attach_all(row, files)
    return row


@action("own.order_cancelled")
def cancel_order(order_id: UUID, reason: str, *, by: Actor, at: datetime, key: str) -> Order:
    """집행 품의 취소 — of an order that nobody claims. Returns the order.

    Refuses one with a 지출결의: that is taken back first, and what was paid is paid.
    """
    order = locked(Order, by, order_id)
    require(by, "delivery.cancel_order", order)
    _refuse_claimed(order)
    return delivery.cancel_order(order_id, reason, by=by, at=at, key=key)


def _refuse(order: Order) -> None:
    if order.state != OrderState.APPROVED:
        raise OrderNotApproved(order=order.what, state=order.get_state_display())
    _refuse_claimed(order)


def _refuse_claimed(order: Order) -> None:
    earlier = Claim.objects.of(order.jurisdiction_id).filter(order=order)
    if there := earlier.exclude(state__in=(State.WITHDRAWN, State.REJECTED)).first():
        raise OrderClaimedAlready(order=order.what, number=there.number)


def _worked_out(order: Order, spent: Won, quantity: int) -> Calculation:
    """실비 — by the terms of the day of use; a line that is paid otherwise has its cost, up to what was approved."""
    line = order.line
    rule = terms_on(
        order.needed_on, jurisdiction=order.jurisdiction.code, programme=line.programme, line=line.code
    ).rule
    if isinstance(rule, ActualCost):
        return rule.calculate([Cost(order.cost_item, spent, quantity)], order.amount)
    if spent <= order.amount:
        return Calculation(spent, f"{order.cost_item} {spent}")
    return Calculation(order.amount, f"{order.cost_item} {spent}, 결정액 {order.amount}까지")


def _claim(order: Order, worked: Calculation, at: datetime) -> Claim:
    row = Claim(
        jurisdiction_id=order.jurisdiction_id,
        award=order.award,
        office=order.office,
        body=order.contractor,
        kind=Kind.OWN,
        state=State.RECEIVED,
        number=next_number(
            Claim.objects.of(order.jurisdiction_id).filter(office=order.office),
            f"{order.award.application.call.year}-지출",
        ),
        received_at=at,
        claimed=worked.amount,
        calculated=worked.amount,
        because=worked.because,
        bank_account=account_at(order.contractor, at),
        order=order,
    )
    row.save()
    return row


def _line(row: Claim, order: Order, spent: Won) -> ClaimLine:
    line = ClaimLine(
        jurisdiction_id=row.jurisdiction_id,
        claim=row,
        order=1,
        line=order.line,
        payee=order.account,
        traded=spent,
        claimed=row.claimed,
        calculated=row.calculated,
        because=row.because,
    )
    line.save()
    return line
