"""거래일 — the day that counts, by whose terms a trade's support is worked out."""

from datetime import date
from typing import TYPE_CHECKING

from majungmul.programmes.specification import specification
from majungmul.stages.delivery.models import Trade

if TYPE_CHECKING:
    from majungmul.stages.payment.actions.drafts import ProofDraft


def counted_on(trade: Trade, programme: str, proofs: "tuple[ProofDraft, ...]") -> date:
    """거래일 — the day that counts by the programme's settings: 납품, 발급 or 입금 (the last of several)."""
    counts = specification(trade.jurisdiction.code, programme).settings_on(trade.delivered_on).day_counts
    if counts == "issued" and proofs:
        return max(proof.issued_on for proof in proofs)
    settled = [each.paid_on for proof in proofs for each in proof.settlings]
    if counts == "paid" and settled:
        return max(settled)
    return trade.delivered_on
