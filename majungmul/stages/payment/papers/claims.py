"""청구서와 청구 보완요청서 — what is claimed with every proof, and what is to be put right by when."""

from django.utils import timezone

from majungmul.books.parties.queries.letters import head_of
from majungmul.formats.paper import Entry, Grid, Heading, Item, Pairs, Paper, Paragraph, day, table
from majungmul.stages.payment.models import Claim, ClaimCorrection, Kind, Proof
from majungmul.stages.payment.papers.parts import (
    OtherPaper,
    account_in_words,
    attached,
    basis_of,
    contact_of,
    sender_of,
    signer_of,
)
from majungmul.stages.payment.queries import examination, lines_of, proofs_of
from majungmul.values.business_number import BusinessNumber
from majungmul.values.table import Difference, Table
from majungmul.values.won import ZERO, total
from majungmul.values.won_words import in_figures_and_words

PROOFS: tuple[Heading, ...] = (
    ("연번", "number"),
    ("거래", "text"),
    ("증빙 종류", "text"),
    ("승인번호", "text"),
    ("작성일자", "date"),
    ("발급일", "date"),
    ("공급자", "text"),
    ("공급받는자", "text"),
    ("공급가액", "won"),
    ("세액", "won"),
    ("결제", "text"),
    ("매입세액 공제", "text"),
    ("쪽", "text"),
)
LINES: tuple[Heading, ...] = (
    ("거래", "text"),
    ("지원율", "text"),
    ("인정 신청 거래금액", "won"),
    ("계산한 금액", "won"),
    ("청구금액", "won"),
    ("차액", "won", Difference("계산한 금액", "청구금액")),
)
CONFIRMED = "같은 증빙으로 다른 지원을 받지 않았음을 확인합니다."


def claim_form(claim: Claim) -> Paper:
    """지원금 청구서 — Refuses another kind of claim."""
    if claim.kind != Kind.SUPPORT:
        instead = "교부청구서" if claim.kind == Kind.GRANT else "지출결의서"
        raise OtherPaper(title=claim.number, paper="지원금 청구서", instead=instead)
    received = timezone.localdate(claim.received_at)
    return Paper(
        kind="claim_form",
        title="지원금 청구서",
        receiver=f"{sender_of(claim)} 귀하",
        has_head=False,
        basis=basis_of(claim),
        body=(
            Pairs(
                (
                    ("청구조합", claim.body.name),
                    ("사업자등록번호", _number(claim.body.business_number)),
                    (
                        "청구번호",
                        f"{claim.number}" + (f" (보완 {claim.version - 1}회)" if claim.version > 1 else ""),
                    ),
                    ("지원결정번호", claim.award.number),
                    ("청구금액", in_figures_and_words(claim.claimed)),
                    ("셈", claim.because),
                    ("입금계좌", account_in_words(claim.bank_account)),
                    ("확인", CONFIRMED),
                ),
                "1. 청구",
            ),
            Grid(_lines(claim)),
            Grid(_proofs(claim), "※ 공급가액과 세액의 △는 수정세금계산서로 줄어든 금액입니다."),
            Paragraph("위와 같이 지원금을 청구합니다."),
        ),
        attachments=attached(claim, "claim"),
        signed_by=signer_of(claim, "청구인"),
        signed_on=received,
        is_made_up=claim.is_made_up,
    )


def claim_correction_request(correction: ClaimCorrection) -> Paper:
    """청구 보완요청서 — at which field, what, by when, how, and whom to call."""
    claim = correction.claim
    asked = timezone.localdate(correction.asked_at)
    return Paper(
        kind="claim_correction_request",
        title="청구 보완요청서",
        sender=sender_of(claim),
        receiver=head_of(claim.body),
        number=claim.number,
        effective=asked,
        basis=basis_of(claim),
        body=(
            Item(
                f"{day(timezone.localdate(claim.received_at))}에 내신 지원금 청구(청구번호 {claim.number}, "
                f"{claim.claimed})를 살펴보니 보완할 것이 있어 알려 드립니다."
            ),
            Item(
                "보완할 것",
                (
                    Item(f"칸: {correction.field}"),
                    Item(f"내용: {correction.what}"),
                    Item(f"기한: {day(correction.due_on)}까지"),
                ),
            ),
            Item(
                "청구 화면에서 그 칸을 고치고 보완한 내용을 적어 다시 내 주십시오. 보완하지 않으면 지급할 수 없고, "
                "기한 안에 하기 어려우면 미리 담당자에게 알려 주십시오."
            ),
            *([Item(f"보완한 내용: {correction.answer}")] if correction.answer else []),
            contact_of(claim),
        ),
        is_made_up=claim.is_made_up,
    )


def _lines(claim: Claim) -> Table:
    rows: list[list[Entry]] = [
        [
            _trade_name(each.line.trade),
            each.rule,
            each.line.traded or ZERO,
            each.line.calculated,
            each.line.claimed,
            each.difference,
        ]
        for each in examination(claim).lines
    ]
    lines = list(lines_of(claim))
    sums: list[Entry] = [
        "계",
        "",
        total(line.traded or ZERO for line in lines),
        total(line.calculated for line in lines),
        total(line.claimed for line in lines),
        total(line.calculated - line.claimed for line in lines),
    ]
    return table("lines", "2. 거래마다의 청구", "원", LINES, rows, sums)


def _proofs(claim: Claim) -> Table:
    proofs = list(proofs_of(claim))
    rows = [_proof(place, proof) for place, proof in enumerate(proofs, start=1)]
    supply, vat = total(proof.supply for proof in proofs), total(proof.vat for proof in proofs)
    sums: list[Entry] = ["계", *[""] * 7, supply, vat, "", "", ""]
    return table("proofs", "3. 증빙", "원", PROOFS, rows, sums)


def _proof(place: int, proof: Proof) -> list[Entry]:
    settled = [
        f"{day(each.paid_on)} {each.get_method_display()} {each.amount}" for each in proof.settlings.all()
    ]
    return [
        place,
        _trade_name(proof.line.trade),
        proof.get_kind_display(),
        proof.approval_number,
        proof.written_on,
        proof.issued_on,
        _number(proof.supplier),
        _number(proof.buyer),
        proof.supply,
        proof.vat,
        ", ".join(settled) or "아직 치르지 않음",
        "공제받음" if proof.vat_reclaimed else "공제받지 않음",
        proof.pages,
    ]


def _trade_name(trade: object) -> str:
    return f"{trade.number}번 {trade.item}" if trade is not None else ""  # type: ignore[attr-defined]


def _number(digits: str) -> str:
    return str(BusinessNumber.of(digits)) if digits else ""
