"""접수 — an application is handed in by its body, or entered by an officer from paper; then it has a number."""

import secrets
from datetime import datetime
from uuid import UUID

from django.utils import timezone

from majungmul.books.parties.models import Office, Organisation
from majungmul.books.parties.queries.bodies import standing
from majungmul.books.parties.queries.rows import found, locked
from majungmul.books.parties.require import require
from majungmul.books.trail import drafts
from majungmul.books.trail.actions import action
from majungmul.books.trail.numbering import next_number
from majungmul.programmes.form_answers import Answers
from majungmul.stages.application.actions.applicant import refuse_who
from majungmul.stages.application.actions.owing import owe_receipt
from majungmul.stages.application.actions.reading import Files, read_form, write_form
from majungmul.stages.application.models import Application, Origin
from majungmul.stages.application.queries import DRAFT
from majungmul.stages.application.refusals import NotDesignated, ReceivedInFuture, ScanMissing
from majungmul.stages.application.states import State
from majungmul.stages.call.models import Call, Kind
from majungmul.values.actor import Actor
from majungmul.values.won import ZERO

ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
"""No sign that reads like another: no 0 O, no 1 I L."""
CODE_LENGTH = 8
SCAN = "sealed_application"


@action("application.received")
def hand_in(
    call_id: UUID, answers: Answers, files: Files, *, by: Actor, at: datetime, key: str
) -> Application:
    """신청 — the body of the actor's office applies under an open call. Returns the application.

    What the actor had kept as a draft is gone with it. Refuses a call that is not open at this instant, one
    who applies already, is excluded or not designated, every field and file of the form that is not as it
    must be (Incomplete names them all), a trade with oneself, and one that was applied for already.
    """
    if drafts.of(DRAFT, call_id, by=by):
        drafts.hand_in(DRAFT, call_id, by=by)
    return _hand_in(call_id, answers, files, by, at)


@action("application.draft_received")
def hand_in_draft(call_id: UUID, files: Files, *, by: Actor, at: datetime, key: str) -> Application:
    """임시 저장한 것으로 신청 — as `hand_in`, with the answers that the actor kept. Refuses where there are none."""
    return _hand_in(call_id, drafts.hand_in(DRAFT, call_id, by=by), files, by, at)


@action("application.entered_from_paper")
def enter_paper(
    call_id: UUID,
    body_id: UUID,
    answers: Answers,
    files: Files,
    received_at: datetime,
    *,
    by: Actor,
    at: datetime,
    key: str,
) -> Application:
    """종이 신청 입력 — by an officer, with the time at which the paper came and its scan. Returns the application.

    The scan is the file `sealed_application`. Refuses what `hand_in` refuses at the time when it came, an
    entry without a scan, and a time to come.
    """
    call = locked(Call, by, call_id)
    require(by, "application.enter_paper", call)
    if SCAN not in files:
        raise ScanMissing
    if received_at > at:
        raise ReceivedInFuture(received_at=timezone.localtime(received_at))
    body = standing(found(Organisation, by, body_id))
    new = Application(call=call, body=body, origin=Origin.PAPER, received_at=received_at)
    return _receive(new, answers, files, by)


def _hand_in(call_id: UUID, answers: Answers, files: Files, by: Actor, at: datetime) -> Application:
    require(by, "application.hand_in")
    body = found(Office, by, by.office).organisation
    if body is None:
        raise NotDesignated(body=by.title)
    call = locked(Call, by, call_id)
    new = Application(call=call, body=standing(body), origin=Origin.ONLINE, received_at=at)
    return _receive(new, answers, files, by)


def _receive(new: Application, answers: Answers, files: Files, by: Actor) -> Application:
    """The application, received at its instant, with its number, its trades and files."""
    call = new.call
    refuse_who(call, new.body, new.received_at)
    form = read_form(call, new.body, answers, files)
    own = Application.objects.of(call.jurisdiction_id).filter(office=call.office)
    new.jurisdiction_id = call.jurisdiction_id
    new.office, new.state, new.received_by = call.office, State.RECEIVED, by.person
    new.number = next_number(own, _prefix(call))
    new.check_code = "".join(secrets.choice(ALPHABET) for _ in range(CODE_LENGTH))
    new.trade_total = new.amount = ZERO
    write_form(new, form, files)
    owe_receipt(new)
    return new


def _prefix(call: Call) -> str:
    return f"{call.year}-교부신청" if call.kind == Kind.DESIGNATION else f"{call.year}-신청"
