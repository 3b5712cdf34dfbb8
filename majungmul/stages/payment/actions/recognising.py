"""인정 금액 — what each line of a claim comes to by what was recognised of its proofs."""

from majungmul.stages.payment.actions.barring import refuse_barred
from majungmul.stages.payment.actions.working_out import worked_out
from majungmul.stages.payment.models import Claim, ClaimLine, Kind
from majungmul.stages.payment.queries import lines_of, most_of
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
    proofs = list(line.proofs.all())
    if open_ones := sum(proof.recognised is None for proof in proofs):
        raise NotAllLooked(count=open_ones)
    counted = total(proof.recognised or ZERO for proof in proofs)
    if counted > ZERO:
        refuse_barred(line)
    if line.counted_on is None:
        message = f"{line.pk} has no day that counts"
        raise TypeError(message)
    worked = worked_out(line.line, line.counted_on, counted)
    line.recognised = min(worked.amount, line.claimed)
    claimed_less = f", 청구한 {line.claimed}까지" if line.claimed < worked.amount else ""
    line.recognised_because = f"{worked.because}{claimed_less}"


def _of_spending(line: ClaimLine) -> None:
    counted = total(
        most_of(proof) if proof.recognised is None else proof.recognised for proof in line.proofs.all()
    )
    line.recognised = max(min(counted, line.claimed), ZERO)
    line.recognised_because = (
        f"증빙으로 인정한 {counted}" if counted <= line.claimed else f"{counted} 가운데 {line.claimed}까지"
    )


def _as_claimed(line: ClaimLine) -> None:
    line.recognised, line.recognised_because = line.claimed, line.because
