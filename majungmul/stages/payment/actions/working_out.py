"""계산 — what a trade's support comes to, by the terms of the day that counts: claimed and recognised alike."""

from datetime import date

from majungmul.programmes.specification import specification, terms_on
from majungmul.rules.calculation import Calculation
from majungmul.rules.share import Share
from majungmul.stages.award.models import AwardLine
from majungmul.stages.delivery.models import Trade
from majungmul.stages.payment.actions.drafts import ProofDraft
from majungmul.values.won import ZERO, Won


def counted_on(trade: Trade, programme: str, proofs: tuple[ProofDraft, ...]) -> date:
    """거래일 — the day that counts by the programme's settings: 납품, 발급 or 입금 (the last of several)."""
    counts = specification(trade.jurisdiction.code, programme).settings_on(trade.delivered_on).day_counts
    if counts == "issued" and proofs:
        return max(proof.issued_on for proof in proofs)
    settled = [each.paid_on for proof in proofs for each in proof.settlings]
    if counts == "paid" and settled:
        return max(settled)
    return trade.delivered_on


def worked_out(line: AwardLine, day: date, traded: Won) -> Calculation:
    """지원금의 셈 — the share of a trade of that day, with its sentence; nothing of a trade below zero.

    TypeError: the line is not paid by a share of trades.
    """
    rule = terms_on(day, jurisdiction=line.jurisdiction.code, programme=line.programme, line=line.code).rule
    if not isinstance(rule, Share):
        message = f"{line.programme}.{line.code} is not paid by a share of trades"
        raise TypeError(message)
    return rule.calculate(max(traded, ZERO), ZERO)
