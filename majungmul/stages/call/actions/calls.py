"""공고 — drafted by an officer, announced under a number, or cancelled with a reason."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils import timezone

from majungmul.books.duties.actions import close_all
from majungmul.books.parties import written
from majungmul.books.parties.queries.rows import locked
from majungmul.books.parties.require import require
from majungmul.books.trail.actions import action
from majungmul.books.trail.numbering import next_number
from majungmul.stages.call.actions.fitting import papers_in, refuse_unfit
from majungmul.stages.call.actions.funding import granted_account
from majungmul.stages.call.models import Call, Kind
from majungmul.stages.call.queries import plan_behind
from majungmul.stages.call.refusals import AlreadyClosed
from majungmul.stages.call.states import State, after
from majungmul.values.actor import Actor

DUTY = "call"
"""사업공고와 설명회: what the operator owes by the plan, and an announced call fulfils."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CallDraft:
    """공고 안 — what a call says; `account` funds it (a line of the award that the office was granted)."""

    account: UUID
    title: str
    opens_at: datetime
    closes_at: datetime
    contact: str
    text: str = ""
    also_required: tuple[str, ...] = ()
    is_made_up: bool = False


@action("call.drafted")
def draft(said: CallDraft, *, by: Actor, at: datetime, key: str) -> Call:
    """공고 작성 — a call of the actor's office, of the programme whose account funds it. Returns it.

    Refuses an end that is not after the beginning or of another year, papers that the form does not know, an
    account that is no award of a budget line, a year that is over.
    """
    require(by, "call.draft")
    account = granted_account(said.account, by)
    call = Call(
        jurisdiction_id=by.jurisdiction,
        office_id=by.office,
        keeper_id=by.position,
        account=account,
        kind=Kind.PUBLIC,
        state=State.DRAFT,
        year=account.year,
        programme=account.programme,
        title=written.line(Call, "title", said.title),
        opens_at=said.opens_at,
        closes_at=said.closes_at,
        contact=written.line(Call, "contact", said.contact),
        text=said.text and written.text(Call, "text", said.text),
        also_required=papers_in(said.also_required),
        is_made_up=said.is_made_up,
        drafted_by=by.person,
    )
    refuse_unfit(call)
    call.save()
    return call


@action("call.announced")
def announce(call_id: UUID, *, by: Actor, at: datetime, key: str) -> Call:
    """공고 — published under its number; it opens and closes by itself. Returns it. Refuses a passed end.

    The operator's duty of the plan (사업공고와 설명회) is done by it.
    """
    call = locked(Call, by, call_id)
    require(by, "call.announce", call)
    call.state = after("call.announce", call.state, call.title)
    if call.closes_at <= at:
        raise AlreadyClosed(closes_at=timezone.localtime(call.closes_at))
    call.number = next_number(
        Call.objects.of(by.jurisdiction).filter(office=call.office), f"{call.year}-공고"
    )
    call.announced_on, call.announced_by = timezone.localdate(at), by.person
    call.save()
    if plan := plan_behind(call):
        close_all(plan, DUTY, note=call.number)
    return call


@action("call.cancelled")
def cancel(call_id: UUID, reason: str, *, by: Actor, at: datetime, key: str) -> Call:
    """공고 취소 — nothing more is received. Returns the call.

    What was received already is turned back by `application.actions.cancel_call`, which calls this.
    """
    call = locked(Call, by, call_id)
    require(by, "call.cancel", call)
    call.state = after("call.cancel", call.state, call.title)
    call.reason = written.line(Call, "reason", reason)
    call.save()
    return call
