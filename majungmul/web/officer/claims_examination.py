"""지급 심사 — a claim on one page: its evidence beside the figures it proves, and what is to be decided."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse

from majungmul.books.duties.queries import duties_of
from majungmul.books.trail.reading import reading
from majungmul.programmes.form import Form
from majungmul.stages.payment.actions import recognise_proof, submit
from majungmul.stages.payment.queries import (
    Examination,
    ExaminedProof,
    account_before,
    claim_for,
    examination,
    forms_of,
    holder_fits,
    outcome_of,
    papers_of,
    proof_for,
)
from majungmul.stages.payment.refusals import (
    LessThanNothing,
    LessWithoutReason,
    MoreThanProved,
    ReturnCountsWhole,
)
from majungmul.stages.payment.states import TRANSITIONS, State
from majungmul.stages.review.queries import other_approvers
from majungmul.values.won import ZERO
from majungmul.web.asked import Asked, today
from majungmul.web.forms.asking import ask, field
from majungmul.web.forms.doing import do
from majungmul.web.forms.typed import Typed
from majungmul.web.keys import key_of
from majungmul.web.showing import show

if TYPE_CHECKING:
    from majungmul.stages.payment.models import Claim

WHY = "지급 심사"
HAND_IN = ask("결재 올림")
EVIDENCE = ("invoice", "statement", "transfer_receipt")
"""The files that stand beside every proof; one file may hold the pages of many."""
OWN_SLOTS = {
    "invoice": "세금계산서",
    "receipt": "카드·현금 영수증",
    "transfer_receipt": "이체확인증",
    "photos": "사진",
}
"""The files of a 지출결의, which no programme's form names."""
BADGES = {
    State.RECEIVED: "primary",
    State.CORRECTING: "warning",
    State.SUBMITTED: "primary",
    State.APPROVED: "success",
    State.LISTED: "primary",
    State.PAID: "success",
    State.FAILED: "danger",
}


def claim(request: Asked, claim: UUID) -> HttpResponseBase:
    """지급 심사 — the page; a 교부청구 is the city's to decide, and stands with the grant."""
    row = claim_for(request.seat, claim)
    if row.kind == "grant":
        return redirect("officer:grant", row.award_id)
    return claim_page(request, row)


def recognise(request: Asked, claim: UUID, proof: UUID) -> HttpResponseBase:
    """증빙 인정 — how much of one proof counts, with the reason where it is less than it says."""
    row, looked = claim_for(request.seat, claim), proof_for(request.seat, proof)
    if request.method != "POST":
        return redirect("officer:claim", row.pk)
    number = _numbers(examination(row))[looked.pk]
    place = f"p{number}"
    return do(
        request,
        proof_form(number, is_return=looked.supply < ZERO),
        lambda values, _: recognise_proof(
            looked.pk,
            values[place]["amount"],
            values[place].get("reason") or "",
            by=request.actor,
            at=request.at,
            key=key_of(request),
        ),
        then=lambda _: f"{reverse('officer:claim', args=[row.pk])}#{place}",
        again=lambda typed: claim_page(request, row, proofs={looked.pk: typed}),
        said=f"{number}번 증빙의 인정 금액을 적었습니다.",
        places={
            LessWithoutReason: f"{place}.reason",
            MoreThanProved: f"{place}.amount",
            LessThanNothing: f"{place}.amount",
            ReturnCountsWhole: f"{place}.amount",
        },
    )


def hand_in(request: Asked, claim: UUID) -> HttpResponseBase:
    """지급 결재 올림 — with what the recognised proofs come to."""
    row = claim_for(request.seat, claim)
    if request.method != "POST":
        return redirect("officer:claim", row.pk)
    return do(
        request,
        HAND_IN,
        lambda *_: submit(row.pk, by=request.actor, at=request.at, key=key_of(request)),
        then=lambda _: reverse("officer:claims"),
        again=lambda typed: claim_page(request, row, handed=typed),
        said=f"{row.body.name}의 청구를 결재에 올렸습니다. 결재가 나면 이체할 청구에 보입니다.",
    )


def claim_page(
    request: Asked,
    row: "Claim",
    *,
    proofs: Mapping[UUID, Typed] | None = None,
    handed: Typed | None = None,
) -> HttpResponse:
    """The page of a claim, with what was typed into one of its forms."""
    with reading(request.actor, row, WHY):
        looked = examination(row)
        return show(
            request,
            "officer/claim.html",
            claim=row,
            badge=BADGES.get(State(row.state), "gray"),
            looked=looked,
            numbers=_numbers(looked),
            typed=_typed(looked, proofs or {}),
            handed=handed or Typed(HAND_IN),
            outcome=outcome_of(row),
            names=_names(looked),
            files=_files(row),
            evidence=EVIDENCE,
            account=_account(row),
            approvers=other_approvers(row.office_id, request.actor.person, today(request)),
            duty=duties_of(row).filter(done_at=None).first(),
            may={each.act.rpartition(".")[2] for each in TRANSITIONS if each.before == row.state},
            is_ours=row.office_id == request.actor.office,
            is_alike=sum(_is_plain(each) for line in looked.lines for each in line.proofs),
        )


def proof_form(number: int, *, is_return: bool = False) -> Form:
    """증빙 인정의 서식 — of the n-th proof of the page, so that its fields have names of their own."""
    kind = "signed_won" if is_return else "won_or_zero"
    form = ask(
        "증빙 인정",
        field("amount", "인정 금액", kind),
        field(
            "reason",
            "덜 인정하는 까닭",
            "long_text",
            required=False,
            limit=300,
            help="증빙의 금액을 모두 인정하면 비워 둡니다. 적은 까닭은 조합에 그대로 통지됩니다.",
        ),
    )
    section = form.sections[0].model_copy(update={"code": f"p{number}"})
    return form.model_copy(update={"sections": (section,)})


def _numbers(looked: Examination) -> dict[UUID, int]:
    """1, 2, 3 …: the proofs of the page, in its order."""
    proofs = (each.proof.pk for line in looked.lines for each in line.proofs)
    return {proof: number for number, proof in enumerate(proofs, start=1)}


def _typed(looked: Examination, sent: Mapping[UUID, Typed]) -> dict[UUID, Typed]:
    """The form of each proof: what was sent, else what is recognised, else all that it says."""
    numbers = _numbers(looked)
    return {
        each.proof.pk: sent.get(each.proof.pk) or _begun(each, numbers[each.proof.pk])
        for line in looked.lines
        for each in line.proofs
    }


def _begun(each: ExaminedProof, number: int) -> Typed:
    amount = each.most if each.recognised is None else each.recognised
    answers: dict[str, Any] = {
        f"p{number}": {"amount": f"{amount.amount:,}", "reason": each.proof.less_reason},
    }
    return Typed(proof_form(number, is_return=each.most < ZERO), answers)


def _is_plain(each: ExaminedProof) -> bool:
    """Whether nobody has looked at it, and nothing is to be asked of it."""
    return each.recognised is None and not each.flags


def _names(looked: Examination) -> dict[str, str]:
    """Whose the business numbers are: the two sides of each trade, and who was ordered from."""
    bodies = [looked.claim.body]
    for line in looked.lines:
        if line.line.trade:
            bodies += [line.line.trade.contract.counterpart, line.line.trade.body]
    return {each.business_number: each.name for each in bodies if each.business_number}


def _files(row: "Claim") -> list[tuple[str, str, Any]]:
    """Slot, its label, and the file: each of the claim, in the order of its forms."""
    labels = OWN_SLOTS if row.kind == "own" else _labels(row)
    found = papers_of(row)
    order = [*labels, *(slot for slot in found if slot not in labels)]
    return [(slot, labels.get(slot, slot), use) for slot in order for use in found.get(slot, [])]


def _labels(row: "Claim") -> dict[str, str]:
    return {slot.code: slot.label for form in forms_of(row.award) for slot in form.papers}


def _account(row: "Claim") -> dict[str, Any] | None:
    """Where it is paid: whether the account is the one of the application, and of the body itself."""
    if row.bank_account is None:
        return None
    before = account_before(row.award) if row.kind == "support" else None
    return {
        "row": row.bank_account,
        "is_same": before is not None and before.is_same_as(row.bank_account),
        "fits": holder_fits(row.bank_account, row.body),
        "is_confirmed": row.bank_account.confirmed_at is not None,
    }
