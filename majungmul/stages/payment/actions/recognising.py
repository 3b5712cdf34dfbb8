"""인정 금액 — what each line of a claim comes to by what was recognised of its proofs."""

from majungmul.stages.payment.actions.barring import refuse_barred
from majungmul.stages.payment.models import Claim, ClaimLine, Kind
from majungmul.stages.payment.queries import lines_of
from majungmul.stages.payment.queries.recognition import of_spending, of_trade
from majungmul.stages.payment.refusals import NotAllLooked
from majungmul.values.won import ZERO, total


def recognise(row: Claim) -> None:
    """인정 금액 — of each line: by the same rule and day as it was worked out, and no more than it claims.

    Refuses proofs of a trade at which nobody looked, and a trade that may not be recognised. What the operator
    spent itself counts in full where nothing else was said; a 교부청구 has no proofs.
    """
    by_kind = {Kind.SUPPORT: _of_trade, Kind.OWN: _of_spending, Kind.GRANT: _as_claimed}
    for line in lines_of(row):
        by_kind[Kind(row.kind)](line)
        line.save()


def _of_trade(line: ClaimLine) -> None:
    found = of_trade(line)
    if found.unlooked:
        raise NotAllLooked(count=found.unlooked)
    if total(proof.recognised or ZERO for proof in line.proofs.all()) > ZERO:
        refuse_barred(line)
    line.recognised, line.recognised_because = found.amount, found.because


def _of_spending(line: ClaimLine) -> None:
    found = of_spending(line)
    line.recognised, line.recognised_because = found.amount, found.because


def _as_claimed(line: ClaimLine) -> None:
    line.recognised, line.recognised_because = line.claimed, line.because
