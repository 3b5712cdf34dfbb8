"""미리 셈 — what a claim would come to, by the rule by which it is worked out once it is handed in."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from majungmul.stages.award.models import Award, AwardLine
from majungmul.stages.award.queries import lines_of as award_lines
from majungmul.stages.delivery.models import Trade
from majungmul.stages.delivery.queries import trades_of
from majungmul.stages.payment.models import Claim, ClaimLine
from majungmul.stages.payment.queries.recognition import worked_out
from majungmul.stages.payment.queries.sums import left_to_claim, totals_of
from majungmul.stages.payment.queries.working_out import counted_on
from majungmul.values.won import ZERO, Won, total

if TYPE_CHECKING:
    from majungmul.stages.payment.actions.drafts import ProofDraft

Proofs = Mapping[UUID, "tuple[ProofDraft, ...]"]


@dataclass(frozen=True, slots=True)
class EstimatedTrade:
    """셈한 거래 — what its proofs come to, its share, and how much of it the award leaves to claim, in won."""

    trade: Trade
    traded: Won
    calculated: Won
    claimed: Won
    because: str


@dataclass(frozen=True, slots=True)
class Estimate:
    """셈한 청구 — its trades, and their sums in won; `left` is what the award leaves before it."""

    trades: tuple[EstimatedTrade, ...]
    traded: Won
    calculated: Won
    claimed: Won
    left: Won

    @property
    def is_capped(self) -> bool:
        """Whether the award leaves less than the rule gives."""
        return self.claimed < self.calculated


def estimate(award: Award, proofs: Proofs, apart_from: Claim | None = None) -> Estimate:
    """미리 셈 — of trades with their proofs; `apart_from`: the claim that is corrected, which holds nothing then."""
    left = left_to_claim(award, apart_from) if apart_from else totals_of(award).left
    rest, line = max(left, ZERO), award_lines(award)[0]
    trades: list[EstimatedTrade] = []
    for trade in trades_of(award):
        if trade.pk in proofs:
            one = _one(line, trade, proofs[trade.pk], rest)
            rest, trades = rest - one.claimed, [*trades, one]
    return Estimate(
        tuple(trades),
        traded=total(each.traded for each in trades),
        calculated=total(each.calculated for each in trades),
        claimed=total(each.claimed for each in trades),
        left=left,
    )


def claimable_trades(award: Award, apart_from: Claim | None = None) -> list[Trade]:
    """청구할 수 있는 거래 — of an award, those that no claim has; and those of the claim that is corrected."""
    taken = ClaimLine.objects.of(award.jurisdiction_id).filter(trade__award=award, is_withdrawn=False)
    if apart_from:
        taken = taken.exclude(claim=apart_from)
    free = trades_of(award).exclude(pk__in=taken.values("trade"))
    return list(free.select_related("contract__counterpart", "contract__body"))


def _one(line: AwardLine, trade: Trade, proofs: "tuple[ProofDraft, ...]", rest: Won) -> EstimatedTrade:
    traded = total(proof.supply for proof in proofs)
    worked = worked_out(line, counted_on(trade, line.programme, proofs), traded)
    return EstimatedTrade(trade, traded, worked.amount, min(worked.amount, rest), worked.because)
