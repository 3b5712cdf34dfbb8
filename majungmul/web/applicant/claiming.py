"""청구하기 — the report of results and the claim, written step by step, handed in once, and put right on request."""

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect

from majungmul.books.parties.queries.accounts import accounts_of
from majungmul.books.parties.queries.rows import NotHere
from majungmul.programmes.form import Form
from majungmul.programmes.form_answers import Answers
from majungmul.stages.award.queries import award_for
from majungmul.stages.award.states import State as AwardState
from majungmul.stages.payment import actions
from majungmul.stages.payment.queries import (
    claim_for,
    claimable_trades,
    claims_of,
    corrections_of,
    papers_of,
    proofs_of,
)
from majungmul.stages.payment.states import State, after
from majungmul.web.applicant.allowing import allows
from majungmul.web.applicant.award import crumbs
from majungmul.web.applicant.box import keeping, offered_for
from majungmul.web.applicant.claim_form import as_claimed, begun_with, claim_form, with_answer
from majungmul.web.applicant.claim_said import Claiming
from majungmul.web.asked import Asked, today
from majungmul.web.environment import url
from majungmul.web.forms.steps import Files, Offered, Writing
from majungmul.web.forms.steps_kept import Place, kept_of
from majungmul.web.forms.steps_sent import autosave, fill_in
from majungmul.web.keys import key_of

if TYPE_CHECKING:
    from majungmul.books.parties.models import BankAccount
    from majungmul.stages.award.models import Award
    from majungmul.stages.payment.models import Claim

CLAIM, CORRECTION = "claim", "claim_correction"
BANKBOOK = "bankbook"


def claim_new(request: Asked, award: UUID) -> HttpResponse:
    """결과보고와 청구 — under an award, of the trades that no claim has."""
    row = award_for(request.seat, award)
    if row.state != AwardState.EFFECTIVE:
        raise NotHere(what="청구할 결정")
    return fill_in(request, _new(request, row))


def claim_save(request: Asked, award: UUID) -> HttpResponse:
    """저절로 저장 — of a claim that is being written."""
    row = award_for(request.seat, award)
    if request.method != "POST":
        return HttpResponseRedirect(url("applicant:claim_new", row.pk))
    return autosave(request, _new(request, row))


def claim_correct(request: Asked, claim: UUID) -> HttpResponse:
    """청구 보완 — the claim as it was handed in, to be put right."""
    row = claim_for(request.seat, claim)
    if not allows(after, "payment.correct", row.state):
        raise NotHere(what="보완할 청구")
    return fill_in(request, _correction(request, row))


def claim_correct_save(request: Asked, claim: UUID) -> HttpResponse:
    """저절로 저장 — of a claim that is being put right."""
    row = claim_for(request.seat, claim)
    if request.method != "POST" or not allows(after, "payment.correct", row.state):
        return HttpResponseRedirect(url("applicant:claim_correct", row.pk))
    return autosave(request, _correction(request, row))


def _new(request: Asked, row: "Award") -> Writing:
    trades = claimable_trades(row)
    accounts = _accounts(row)
    form = claim_form(row, trades, accounts)
    claiming = Claiming(row, {str(each.pk): each for each in trades}, form)
    account = accounts[0] if accounts else None
    start = begun_with(trades, account, request.seat.actor.name, today(request))
    place = Place(CLAIM, row.pk, start)

    def deed(answers: Answers, files: Files) -> Any:  # noqa: ANN401 - what the action makes
        said = claiming.draft(answers, files, {})
        return actions.claim(row.pk, said, files, by=request.actor, at=request.at, key=key_of(request))

    return Writing(
        form=form,
        place=place,
        address=url("applicant:claim_new", row.pk),
        autosave=url("applicant:claim_save", row.pk),
        title="결과보고와 지원금 청구",
        button="지원금 청구",
        deed=deed,
        then=lambda made: url("applicant:claim", made.pk, received=1),
        template="applicant/claiming.html",
        said=_said(row, bool(trades), ()),
        total=claiming.total,
        more=claiming.more,
        offered=partial(_offered, request, form, place, BANKBOOK),
        keep=partial(keeping, request),
        gone=lambda: _gone(request, row, bool(trades)),
    )


def _correction(request: Asked, row: "Claim") -> Writing:
    trades = claimable_trades(row.award, row)
    form = with_answer(claim_form(row.award, trades, _accounts(row.award)))
    claiming = Claiming(row.award, {str(each.pk): each for each in trades}, form, row)
    present = {slot: uses[-1].name for slot, uses in papers_of(row).items()}
    place = Place(CORRECTION, row.pk, as_claimed(row, proofs_of(row)))

    def deed(answers: Answers, files: Files) -> Any:  # noqa: ANN401 - what the action makes
        said = claiming.draft(answers, files, present)
        return actions.correct(
            row.pk,
            said,
            files,
            claiming.answer(answers),
            by=request.actor,
            at=request.at,
            key=key_of(request),
        )

    asked = tuple(corrections_of(row).filter(answered_at=None))
    return Writing(
        form=form,
        place=place,
        address=url("applicant:claim_correct", row.pk),
        autosave=url("applicant:claim_correct_save", row.pk),
        title=f"청구 {row.number} 보완",
        button="보완한 것 내기",
        deed=deed,
        then=lambda made: url("applicant:claim", made.pk, received=1),
        template="applicant/claiming.html",
        said=_said(row.award, is_there=True, asked=asked),
        total=claiming.total,
        more=claiming.more,
        present=present,
        offered=partial(_offered, request, form, place, ""),
        keep=partial(keeping, request),
        gone=lambda: (
            HttpResponseRedirect(url("applicant:claim", row.pk)) if row.state != State.CORRECTING else None
        ),
    )


def _said(row: "Award", is_there: bool, asked: tuple[object, ...]) -> dict[str, object]:  # noqa: FBT001 - of a template
    return {"award": row, "crumbs": crumbs(row, "청구"), "is_there": is_there, "asked": asked}


def _accounts(row: "Award") -> "list[BankAccount]":
    """The accounts of the body: those confirmed first, each once."""
    found = accounts_of(row.body)
    return sorted(found, key=lambda account: account.confirmed_at is None)


def _offered(request: Asked, form: Form, place: Place, usual: str) -> dict[str, list[Offered]]:
    """있는 파일 — those kept for the slot, then those put into the others here: one scan may hold several papers."""
    own = offered_for(request, form)
    here = set(kept_of(place, request.actor).files.values())
    every = {each.code: each for files in own.values() for each in files if each.code in here}
    return {slot: _of_slot(list(files), every, slot == usual) for slot, files in own.items()}


def _of_slot(files: list[Offered], every: dict[str, Offered], is_usual: bool) -> list[Offered]:  # noqa: FBT001 - of a slot
    """Nothing but the usual slot's is chosen by itself: the rest is made for one claim."""
    there = {each.code for each in files}
    offered = [*files, *(each for code, each in every.items() if code not in there)]
    return [replace(each, is_default=each.is_default and is_usual) for each in offered]


def _gone(request: Asked, row: "Award", is_there: bool) -> HttpResponse | None:  # noqa: FBT001 - of the engine
    """Where to, when all is claimed already, or the same claim was sent twice: to the last claim."""
    is_sent_twice = request.POST.get("do") == "hand_in"
    last = claims_of(row).last()
    if last is None or (is_there and not is_sent_twice):
        return None
    return HttpResponseRedirect(url("applicant:claim", last.pk))
