"""증빙 — a paper that proves a trade is written into its claim; what is no proof of it is refused."""

from datetime import date

from majungmul.books.parties import written
from majungmul.stages.payment.actions.approval_number import approval_number
from majungmul.stages.payment.actions.drafts import ProofDraft, SettlingDraft
from majungmul.stages.payment.models import ClaimLine, Method, Proof, ProofKind, Settling
from majungmul.stages.payment.refusals_of_proofs import (
    IssuedBeforeWritten,
    NumberUsed,
    ProofInFuture,
    SettledNothing,
    SignOfAmount,
    SignsDiffer,
    TaxFreeWithVat,
)
from majungmul.values.business_number import BusinessNumber
from majungmul.values.won import ZERO, Won

LATER = (Method.BILL, Method.CREDIT)
"""A bill or credit may fall due after the day on which it is claimed."""


def write_proof(line: ClaimLine, said: ProofDraft, today: date) -> Proof:
    """증빙 — with how it was paid for. Returns the proof.

    Refuses a 승인번호 that any claim has, an amount of the wrong sign, a day to come, and an issue before its
    작성일자. Between whom it is, `queries.flags_on` compares.
    """
    proof = Proof(
        jurisdiction_id=line.jurisdiction_id,
        claim=line.claim,
        line=line,
        kind=written.one_of(Proof, "kind", said.kind),
        approval_number=_unused(line, said.approval_number),
        written_on=said.written_on,
        issued_on=said.issued_on,
        supplier=BusinessNumber.of(said.supplier).digits,
        buyer=BusinessNumber.of(said.buyer).digits,
        supply=said.supply,
        vat=said.vat,
        vat_reclaimed=said.vat_reclaimed,
        pages=said.pages and written.line(Proof, "pages", said.pages),
    )
    _refuse_sign(proof)
    _refuse_days(proof, today)
    proof.save()
    for each in said.settlings:
        _write_settling(proof, each, today)
    return proof


def _unused(line: ClaimLine, typed: str) -> str:
    number = approval_number(typed)
    used = Proof.objects.of(line.jurisdiction_id).filter(approval_number=number, is_withdrawn=False)
    if there := used.select_related("claim").first():
        raise NumberUsed(approval_number=number, number=there.claim.number)
    return number


def _refuse_sign(proof: Proof) -> None:
    if proof.kind == ProofKind.CORRECTED_INVOICE:
        if not proof.supply or _is_below(proof.supply) != _is_below(proof.vat or proof.supply):
            raise SignsDiffer
    elif proof.supply <= ZERO or proof.vat < ZERO:
        raise SignOfAmount(kind=proof.get_kind_display())
    elif proof.kind == ProofKind.TAX_FREE_INVOICE and proof.vat:
        raise TaxFreeWithVat


def _refuse_days(proof: Proof, today: date) -> None:
    for what, day in (("작성일자", proof.written_on), ("발급일", proof.issued_on)):
        if day > today:
            raise ProofInFuture(approval_number=proof.approval_number, what=what, day=day)
    if proof.issued_on < proof.written_on:
        raise IssuedBeforeWritten(
            approval_number=proof.approval_number, issued=proof.issued_on, written=proof.written_on
        )


def _write_settling(proof: Proof, said: SettlingDraft, today: date) -> None:
    """결제 — of the sign of its proof, and not of a day to come but for a bill and credit."""
    settling = Settling(
        jurisdiction_id=proof.jurisdiction_id,
        proof=proof,
        paid_on=said.paid_on,
        method=written.one_of(Settling, "method", said.method),
        amount=said.amount,
    )
    if not said.amount or _is_below(said.amount) != _is_below(proof.supply):
        raise SettledNothing(approval_number=proof.approval_number, amount=said.amount)
    if said.paid_on > today and settling.method not in LATER:
        raise ProofInFuture(approval_number=proof.approval_number, what="결제일", day=said.paid_on)
    settling.save()


def _is_below(amount: Won) -> bool:
    return amount < ZERO
