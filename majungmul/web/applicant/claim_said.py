"""청구 안 읽기 — from what was typed into the form to what the action takes; what is wrong stands at its field."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

from majungmul.programmes.form import Form
from majungmul.programmes.form_answers import Answers, FieldMistake, missing_papers, read
from majungmul.stages.payment.actions import (
    ClaimDraft,
    ProofDraft,
    ReportDraft,
    SettlingDraft,
    TradeClaim,
)
from majungmul.stages.payment.actions.approval_number import approval_number
from majungmul.stages.payment.queries import Estimate, estimate, numbers_used
from majungmul.values.refusal import Refusal
from majungmul.values.won import ZERO, Won, total
from majungmul.web.applicant.claim_form import ANSWER, KINDS
from majungmul.web.forms.steps import Total

if TYPE_CHECKING:
    from majungmul.stages.award.models import Award
    from majungmul.stages.delivery.models import Trade
    from majungmul.stages.payment.models import Claim

CORRECTED = "corrected_invoice"
Proofs = dict[UUID, tuple[ProofDraft, ...]]


class ToPutRight(Refusal):
    """고칠 곳이 있음."""

    sentence = "고칠 곳이 {count}곳 있습니다. {first}"

    def __init__(self, mistakes: Sequence[FieldMistake]) -> None:
        """Say how many, and keep each with its field."""
        self.mistakes = tuple(mistakes)
        super().__init__(count=len(self.mistakes), first=self.mistakes[0].sentence)


@dataclass(frozen=True, slots=True)
class Claiming:
    """청구하기 — for which award, of which trades, by which form; `claim`: the one that is put right."""

    award: "Award"
    trades: "Mapping[str, Trade]"
    form: Form
    claim: "Claim | None" = None

    def total(self, answers: Answers) -> Total | None:
        """합계 — of the proofs typed so far, and what they come to by the rule."""
        proofs = self._readable(answers)
        if not proofs:
            return None
        found = estimate(self.award, proofs, self.claim)
        return Total("증빙 합계(공급가액)", found.traded, "청구할 지원금", found.claimed, _because(found))

    def more(self, values: dict[str, Any]) -> list[FieldMistake]:
        """고칠 곳 — 승인번호 that are none, or stand twice, here or in another claim; a difference without a reason."""
        return [*self._numbers(values.get("proofs", [])), *self._difference(values)]

    def draft(self, answers: Answers, files: Mapping[str, Any], present: Mapping[str, str]) -> ClaimDraft:
        """청구 안 — what the action takes. Refuses, at their fields, what is to be put right."""
        found = read(self.form, answers)
        missing = missing_papers(self.form, found.values, {*files, *present})
        if mistakes := [*found.mistakes, *self.more(found.values), *missing]:
            raise ToPutRight(mistakes)
        proofs = self._proofs(found.values["proofs"])
        worked = estimate(self.award, proofs, self.claim)
        claim = found.values["claim"]
        return ClaimDraft(
            trades=tuple(
                TradeClaim(trade=each.trade.pk, claimed=each.claimed, proofs=proofs[each.trade.pk])
                for each in worked.trades
            ),
            report=_report(found.values["report"]),
            bank_account=UUID(claim["bank_account"]),
            no_other_support=claim["no_other_support"] == "confirmed",
        )

    def answer(self, answers: Answers) -> str:
        """보완한 내용 — what was done about the request."""
        return str(answers.get(ANSWER, {}).get(ANSWER, ""))

    def _readable(self, answers: Answers) -> Proofs:
        """The proofs of which trade and amount can be read; their days as the trade's, where none was typed yet."""
        rows = [dict(each) for each in answers.get("proofs") or () if isinstance(each, dict)]
        found = read(self.form, {"proofs": rows}).values.get("proofs", [])
        return self._proofs([row for row in found if row.get("trade") in self.trades and row.get("supply")])

    def _proofs(self, rows: list[dict[str, Any]]) -> Proofs:
        proofs: Proofs = {}
        for row in rows:
            trade = self.trades[row["trade"]]
            proofs[trade.pk] = (*proofs.get(trade.pk, ()), _proof(row, trade))
        return proofs

    def _numbers(self, rows: list[dict[str, Any]]) -> Iterator[FieldMistake]:
        """승인번호 — those that are none, stand twice, or are in another claim."""
        read = [(place, _number(row)) for place, row in enumerate(rows) if row.get("approval_number")]
        known = [number for _, number in read if isinstance(number, str)]
        used = numbers_used(self.award.jurisdiction_id, known, self.claim) if known else {}
        seen: dict[str, int] = {}
        for place, number in read:
            at = f"proofs.{place}.approval_number"
            if not isinstance(number, str):
                yield FieldMistake(at, str(number))
            elif number in seen:
                sentence = f"{seen[number]}번 증빙과 승인번호가 같습니다. 한 증빙은 한 번만 적습니다."
                yield FieldMistake(at, sentence)
            elif number in used:
                sentence = f"이 승인번호는 청구 {used[number]}에 이미 있습니다. 한 증빙은 한 번만 씁니다."
                yield FieldMistake(at, sentence)
            else:
                seen[number] = place + 1

    def _difference(self, values: dict[str, Any]) -> Iterator[FieldMistake]:
        proofs = values.get("proofs", [])
        traded = total(row["supply"] for row in proofs if row.get("supply"))
        planned = self.award.application.trade_total
        if proofs and traded != planned and not values.get("report", {}).get("difference"):
            sentence = f"계획 {planned}과 실적 {traded}이 다릅니다. 차이 사유를 적어 주십시오."
            yield FieldMistake("report.difference", sentence)


def _number(row: dict[str, Any]) -> str | Refusal:
    try:
        return approval_number(row["approval_number"])
    except Refusal as refusal:
        return refusal


def _because(found: Estimate) -> str:
    """How it was worked out, and what the award leaves where that is less."""
    sentences = [f"거래 {each.trade.number}: {each.because}" for each in found.trades]
    if found.is_capped:
        sentences.append(
            f"계산하면 {found.calculated}이지만 결정액에서 남은 {found.left}까지 청구할 수 있습니다"
        )
    return ". ".join(sentences)


def _proof(row: dict[str, Any], trade: "Trade") -> ProofDraft:
    return ProofDraft(
        kind=KINDS.get(row.get("kind", ""), ""),
        approval_number=row.get("approval_number", ""),
        written_on=row.get("written_on") or trade.delivered_on,
        issued_on=row.get("issued_on") or row.get("written_on") or trade.delivered_on,
        supplier=str(row.get("seller_number", "")),
        buyer=str(row.get("buyer_number", "")),
        supply=row["supply"],
        vat=row.get("vat", ZERO),
        settlings=_settlings(row),
        vat_reclaimed=bool(row.get("vat_deducted")),
        pages=row.get("pages", ""),
    )


def _settlings(row: dict[str, Any]) -> tuple[SettlingDraft, ...]:
    """결제 — as it was typed; what came back with a 수정세금계산서 has its sign."""
    amount: Won | None = row.get("paid_amount")
    if not row.get("paid") or amount is None or "paid_on" not in row or "payment_method" not in row:
        return ()
    signed = -amount if row.get("kind") == CORRECTED and row["supply"] < ZERO else amount
    return (SettlingDraft(paid_on=row["paid_on"], method=row["payment_method"], amount=signed),)


def _report(values: dict[str, Any]) -> ReportDraft:
    return ReportDraft(
        outcome=values["outcome"],
        delivered_on=values["delivered_on"],
        received_by=values["received_by"],
        written_by=values["author"],
        written_on=values["written_on"],
        difference_reason=values.get("difference", ""),
    )
