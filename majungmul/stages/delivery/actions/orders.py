"""자체 집행 품의 — the operator orders work itself from a line of its award: drafted, approved, or cancelled."""

from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType
from uuid import UUID

from django.utils import timezone

from majungmul.books.files.actions import attach
from majungmul.books.files.store import Received
from majungmul.books.ledger import accounts, postings
from majungmul.books.ledger.kinds import Role
from majungmul.books.parties import written
from majungmul.books.parties.models import Office
from majungmul.books.parties.queries.rows import found, locked
from majungmul.books.parties.require import another_person, require
from majungmul.books.trail.actions import action
from majungmul.books.trail.numbering import next_number
from majungmul.stages.award.models import AwardLine
from majungmul.stages.delivery.actions.contracts import refuse_without_effect
from majungmul.stages.delivery.actions.order_drafts import (
    NotOurLine,
    OrderDraft,
    fill,
    refuse_beyond,
    refuse_others_line,
)
from majungmul.stages.delivery.models import Order
from majungmul.stages.delivery.states import OrderState, order_after
from majungmul.values.actor import Actor

NO_PAPERS: Mapping[str, Received] = MappingProxyType({})
REASON = 200
"""How long a reason the ledger keeps."""


@action("order.drafted")
def draft_order(
    said: OrderDraft, papers: Mapping[str, Received] = NO_PAPERS, *, by: Actor, at: datetime, key: str
) -> Order:
    """집행 품의 작성 — `papers` by name (견적서). Returns the order.

    Refuses a line that was not granted to this office's body, one that is not for spending of its own, an
    item that is none of its terms', more than is free, a day outside the award's time, and oneself.
    """
    require(by, "delivery.draft_order")
    line = found(AwardLine, by, said.line)
    office = found(Office, by, by.office)
    refuse_others_line(line, office)
    orders = Order.objects.of(by.jurisdiction).filter(office=office)
    order = Order(
        jurisdiction_id=by.jurisdiction,
        award=line.award,
        office=office,
        line=line,
        number=next_number(orders, f"{line.award.application.call.year}-품의"),
        state=OrderState.DRAFT,
        drafted_by=by.person,
        drafted_on=timezone.localdate(at),
    )
    fill(order, said, timezone.localdate(at), by)
    order.save()
    for slot, file in papers.items():
        attach(file, to=order, purpose=slot)
    return order


@action("order.rewritten")
def rewrite_order(
    order_id: UUID,
    said: OrderDraft,
    papers: Mapping[str, Received] = NO_PAPERS,
    *,
    by: Actor,
    at: datetime,
    key: str,
) -> Order:
    """집행 품의 고치기 — of a draft, before it is handed in (again). Returns the order. Refuses as `draft_order`."""
    order = locked(Order, by, order_id)
    require(by, "delivery.rewrite_order", order)
    order.state = order_after("delivery.rewrite_order", order.state, order.what)
    if said.line != order.line_id:
        raise NotOurLine(line=found(AwardLine, by, said.line).label)
    fill(order, said, timezone.localdate(at), by)
    order.save()
    for slot, file in papers.items():
        attach(file, to=order, purpose=slot)
    return order


@action("order.submitted")
def submit_order(order_id: UUID, *, by: Actor, at: datetime, key: str) -> Order:
    """집행 품의 결재 올림 — Returns the order. Refuses more than is free by now."""
    order = locked(Order, by, order_id)
    require(by, "delivery.submit_order", order)
    order.state = order_after("delivery.submit_order", order.state, order.what)
    refuse_without_effect(order.award)
    refuse_beyond(order)
    order.submitted_by, order.submitted_on, order.reason = by.person, timezone.localdate(at), ""
    order.save()
    return order


@action("order.sent_back")
def send_back_order(order_id: UUID, reason: str, *, by: Actor, at: datetime, key: str) -> Order:
    """집행 품의 반려 — with the reason. Returns the order."""
    order = locked(Order, by, order_id)
    require(by, "delivery.send_back_order", order)
    order.state = order_after("delivery.send_back_order", order.state, order.what)
    order.reason = written.line(Order, "reason", reason)
    order.save()
    return order


@action("order.approved")
def approve_order(order_id: UUID, *, by: Actor, at: datetime, key: str) -> Order:
    """집행 품의 결재 — by another person; its amount is committed on the contractor's account. Returns the order.

    Refuses who drafted it or handed it in, also when acting for the approver (대결), and more than is free.
    """
    order = locked(Order, by, order_id)
    require(by, "delivery.approve_order", order)
    order.state = order_after("delivery.approve_order", order.state, order.what)
    another_person(by, order.submitted_by, order.drafted_by)
    refuse_without_effect(order.award)
    if order.line.account is None:
        raise NotOurLine(line=order.line.label)
    order.account = accounts.open_payee(
        order.line.account, order.contractor_id, Role.CONTRACTOR, order.contractor.name
    )
    postings.contract(order.account, order.amount)
    order.decided_by, order.decided_on = by.person, timezone.localdate(at)
    order.acted_for = by.for_title
    order.save()
    return order


@action("order.cancelled")
def cancel_order(order_id: UUID, reason: str, *, by: Actor, at: datetime, key: str) -> Order:
    """집행 품의 취소 — what was committed is free again. Returns the order.

    Whether it is claimed, this stage cannot know (a stage never looks ahead): `payment.actions.cancel_order`
    refuses one with a 지출결의 and then calls this. The ledger frees no more than is promised.
    """
    order = locked(Order, by, order_id)
    require(by, "delivery.cancel_order", order)
    before = order.state
    order.state = order_after("delivery.cancel_order", order.state, order.what)
    order.reason = written.line(Order, "reason", reason)
    if before == OrderState.APPROVED and order.account:
        postings.withdraw(order.account, order.amount, order.reason[:REASON])
    order.save()
    return order
