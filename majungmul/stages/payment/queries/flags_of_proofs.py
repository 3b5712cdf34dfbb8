"""증빙의 표시 — what of one proof an officer should see: its two sides, its days, its VAT, how it was paid."""

from collections.abc import Iterator
from fractions import Fraction

from majungmul.stages.payment.models import Kind, Method, Proof, ProofKind
from majungmul.values.won import Won, total

Said = tuple[str, str, str]
"""Code, sentence, way."""

VAT = Fraction(1, 10)
"""부가가치세법 제30조."""
INVOICES = (ProofKind.E_INVOICE, ProofKind.TAX_FREE_INVOICE, ProofKind.CORRECTED_INVOICE)
OF_INVOICES = 24
WITHOUT_RECEIPT = (Method.BILL, Method.OFFSET, Method.CREDIT)


def flags_on_proof(proof: Proof) -> Iterator[Said]:
    """증빙의 표시 — each with a code, why, and the way to close it."""
    yield from _of_parties(proof)
    yield from _of_days(proof)
    yield from _of_tax(proof)
    yield from _of_settling(proof)


def _of_parties(proof: Proof) -> Iterator[Said]:
    digits = proof.approval_number.replace("-", "")
    if proof.kind in INVOICES and len(digits) != OF_INVOICES:
        yield (
            "number_shape",
            f"세금계산서의 승인번호는 24자리인데 {len(digits)}자리입니다.",
            "증빙 파일의 승인번호와 견주어 주십시오.",
        )
    trade = proof.line.trade
    if trade is None:
        return
    both = {trade.body.business_number, trade.contract.counterpart.business_number}
    if "" in both:
        yield (
            "party_unknown",
            "거래한 두 곳 가운데 사업자등록번호를 모르는 곳이 있어 견주지 못했습니다.",
            "사업자등록증을 받아 번호를 적고 증빙과 견주어 주십시오.",
        )
    elif {proof.supplier, proof.buyer} != both:
        yield (
            "other_parties",
            "공급자·공급받는자가 거래한 두 조합의 사업자등록번호와 다릅니다.",
            "중개 거래인지 확인하고, 아니면 보완을 요청하거나 인정하지 마십시오.",
        )


def _of_days(proof: Proof) -> Iterator[Said]:
    award = proof.claim.award
    days = {"작성일자": proof.written_on, "발급일": proof.issued_on}
    outside = [
        f"{what} {day:%Y. %-m. %-d.}" for what, day in days.items() if not award.since <= day < award.until
    ]
    period = f"{award.since:%Y. %-m. %-d.}부터 {award.until:%Y. %-m. %-d.} 전까지"
    if outside:
        yield (
            "proof_outside_period",
            f"{', '.join(outside)}이(가) 사업 기간({period}) 밖입니다.",
            "사업 기간의 거래인지 확인해 주십시오.",
        )


def _of_tax(proof: Proof) -> Iterator[Said]:
    if proof.kind in (ProofKind.E_INVOICE, ProofKind.CORRECTED_INVOICE):
        tenth = VAT * proof.supply.amount
        if abs(proof.vat.amount - tenth) >= 1:
            yield (
                "vat_not_a_tenth",
                f"세액 {proof.vat}이(가) 공급가액 {proof.supply}의 10%가 아닙니다.",
                "증빙 파일의 금액과 견주어 주십시오. 영세율이면 그 근거를 확인해 주십시오.",
            )
    if proof.vat_reclaimed and proof.vat and proof.claim.kind == Kind.OWN:
        yield (
            "vat_claimed",
            f"매입세액 {proof.vat}을 공제받았는데 부가세까지 청구했습니다.",
            "공제받은 세액을 빼고 인정해 주십시오.",
        )


def _of_settling(proof: Proof) -> Iterator[Said]:
    settlings = list(proof.settlings.all())
    settled: Won = total(each.amount for each in settlings)
    whole = proof.supply + proof.vat
    if settled != whole:
        yield (
            "settled_differs",
            f"결제 합계 {settled}이(가) 공급가액과 세액의 합계 {whole}과(와) 다릅니다(차이 {whole - settled}).",
            "부분결제·반품·상계인지 확인하고, 남은 대금을 치른 서류를 받아 주십시오.",
        )
    unusual = [each for each in settlings if each.method in WITHOUT_RECEIPT]
    if unusual:
        said = ", ".join(f"{each.get_method_display()} {each.amount}" for each in unusual)
        yield (
            "no_transfer_receipt",
            f"{said}: 입금증이 없는 결제입니다.",
            "어음 사본, 상계 합의서, 외상 잔액 확인서처럼 그것을 보이는 서류를 확인해 주십시오.",
        )
