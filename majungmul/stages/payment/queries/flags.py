"""청구의 표시 — what of a claim an officer should see, with why and the way to close it; nothing is refused here."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils import timezone

from majungmul.books.files.models import FileUse
from majungmul.books.files.queries import uses_of
from majungmul.books.parties.queries.accounts import accounts_of
from majungmul.books.parties.queries.bodies import sanctions_on
from majungmul.programmes.specification import specification
from majungmul.stages.delivery.queries import remarks_on
from majungmul.stages.payment.models import Claim, Kind
from majungmul.stages.payment.queries.flags_of_proofs import flags_on_proof
from majungmul.stages.payment.queries.rows import DONE_WITH, lines_of, proofs_of
from majungmul.stages.payment.queries.slots import account_before, holder_fits


@dataclass(frozen=True, slots=True)
class Flag:
    """청구의 표시 — its code, why, and how it is closed; of which trade and proof, where it is of one.

    `is_barring`: nothing of the trade may be recognised.
    """

    code: str
    sentence: str
    way: str
    trade: int | None = None
    proof: UUID | None = None
    is_barring: bool = False


def flags_on(claim: Claim) -> list[Flag]:
    """청구의 표시 — of the whole, of its trades, of its proofs, in this order."""
    return [*_of_time(claim), *_of_account(claim), *_of_files(claim), *_of_trades(claim), *_of_proofs(claim)]


def _of_time(claim: Claim) -> Iterator[Flag]:
    received = timezone.localdate(claim.received_at)
    if claim.kind == Kind.SUPPORT and (last := last_claim_on(claim)) < received:
        yield Flag(
            "late",
            f"마지막 청구일 {last:%Y. %-m. %-d.}이 지난 {received:%Y. %-m. %-d.}에 받은 청구입니다.",
            "늦은 까닭을 듣고, 출납폐쇄 전에 지급할 수 있는지 확인해 주십시오.",
        )
    for sanction in sanctions_on(claim.body, received):
        yield Flag(
            "sanctioned",
            f"‘{claim.body.name}’은(는) {sanction.get_kind_display()} 중입니다(근거: {sanction.article}).",
            "제재가 풀릴 때까지 지급할 수 없습니다. 시의 담당자에게 확인해 주십시오.",
        )


def last_claim_on(claim: Claim) -> date:
    """마지막 청구일 — of the claim's year, by the settings of its programme."""
    call = claim.award.application.call
    settings = specification(call.jurisdiction.code, call.programme).settings_on(claim.award.since)
    return settings.last_claim_on(call.year)


def _of_account(claim: Claim) -> Iterator[Flag]:
    account = claim.bank_account
    if claim.kind == Kind.GRANT or account is None:
        return
    newest = accounts_of(claim.body)[0]
    before = account_before(claim.award) if claim.kind == Kind.SUPPORT else None
    if before is not None and not before.is_same_as(account):
        yield Flag(
            "account_changed",
            f"신청할 때의 계좌({before.bank} {before.masked})와 다른 계좌로 청구했습니다.",
            "통장사본과 대표자 확인을 보고, 다른 사람의 계좌 확인을 받아 주십시오.",
        )
    if newest != account or newest.confirmed_at is None:
        yield Flag(
            "account_unconfirmed",
            f"지금 적힌 계좌({newest.bank} {newest.masked})를 확인해야 합니다.",
            "계좌를 적은 사람이 아닌 다른 사람이 확인해 주십시오.",
        )
    if not holder_fits(newest, claim.body):
        yield Flag(
            "other_holder",
            f"예금주 ‘{newest.holder}’이(가) ‘{claim.body.name}’의 이름과 다릅니다.",
            "예금주 확인서를 받고, 결재할 때 그 사유를 적어 주십시오.",
        )


def _of_files(claim: Claim) -> Iterator[Flag]:
    uses = list(uses_of(claim))
    elsewhere = FileUse.objects.of(claim.jurisdiction_id).filter(
        file__in={use.file_id for use in uses}, subject_model=claim._meta.label_lower
    )
    names = {use.file_id: use.name for use in uses}
    seen = sorted(set(elsewhere.exclude(subject=claim.pk).values_list("file", "subject")), key=str)
    others = {each.pk: each for each in Claim.objects.filter(pk__in={subject for _, subject in seen})}
    for file, subject in seen:
        other = others[subject]
        done = f"({other.get_state_display()})" if other.state in DONE_WITH else ""
        yield Flag(
            "file_elsewhere",
            f"‘{names[file]}’과(와) 내용이 같은 파일이 청구번호 {other.number}{done}에도 있습니다.",
            "두 청구의 증빙을 견주어 같은 거래를 두 번 청구했는지 확인해 주십시오.",
        )


def _of_trades(claim: Claim) -> Iterator[Flag]:
    for line in lines_of(claim):
        if line.trade is None:
            continue
        if line.trade.is_withdrawn:
            yield Flag(
                "trade_withdrawn",
                f"거래 {line.trade.number}번은 청구한 뒤에 거두어들였습니다.",
                "보완을 요청하거나 인정 금액을 0원으로 해 주십시오.",
                line.trade.number,
                is_barring=True,
            )
        for remark in remarks_on(line.trade):
            way = (
                "인정 금액을 0원으로 하고 이유를 적어 주십시오."
                if remark.is_barring
                else "확인한 뒤 인정 금액을 정해 주십시오."
            )
            yield Flag(remark.code, remark.sentence, way, line.trade.number, is_barring=remark.is_barring)


def _of_proofs(claim: Claim) -> Iterator[Flag]:
    for proof in proofs_of(claim):
        for code, sentence, way in flags_on_proof(proof):
            trade = proof.line.trade.number if proof.line.trade else None
            yield Flag(code, f"승인번호 {proof.approval_number}: {sentence}", way, trade, proof.pk)
