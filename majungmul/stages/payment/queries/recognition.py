"""인정 — what the proofs of a claim come to by what was recognised of each, and what is left after it is paid."""

from dataclasses import dataclass
from datetime import date

from majungmul.books.ledger.models import Account
from majungmul.programmes.specification import terms_on
from majungmul.rules.calculation import Calculation
from majungmul.rules.share import Share
from majungmul.stages.award.models import AwardLine
from majungmul.stages.payment.models import Claim, ClaimLine, Kind
from majungmul.stages.payment.queries.rows import lines_of
from majungmul.stages.payment.queries.sums import left_to_claim, most_of
from majungmul.values.won import ZERO, Won, total


@dataclass(frozen=True, slots=True)
class Recognition:
    """인정 — what a line comes to in won, its sentence; how many of its proofs nobody has looked at."""

    line: ClaimLine
    amount: Won
    because: str
    unlooked: int


@dataclass(frozen=True, slots=True)
class Outcome:
    """지급안 — what a claim comes to: its lines, the amount, how much less than claimed, proofs not looked at.

    `award_left`: of the award, when this is paid; `funds`: of each line of money it is paid from, its name and
    what then is left (집행잔액). In won.
    """

    lines: tuple[Recognition, ...]
    amount: Won
    less: Won
    unlooked: int
    award_left: Won
    funds: tuple[tuple[str, Won], ...]


def outcome_of(claim: Claim) -> Outcome:
    """지급안 — as the proofs stand now; once it is handed in, as it was handed in."""
    lines = tuple(recognitions_of(claim))
    amount = total(each.amount for each in lines)
    if claim.recognised is not None:
        amount = claim.recognised
    return Outcome(
        lines=lines,
        amount=amount,
        less=claim.claimed - amount,
        unlooked=sum(each.unlooked for each in lines),
        award_left=left_to_claim(claim.award, claim) - amount,
        funds=_funds(claim, lines),
    )


def _funds(claim: Claim, lines: tuple[Recognition, ...]) -> tuple[tuple[str, Won], ...]:
    """집행잔액 — of a claim that is not paid yet; none of one that is."""
    if claim.paid_on is not None:
        return ()
    left: dict[str, Won] = {}
    for each in lines:
        award_line = each.line.line
        fund = award_line.account if claim.kind == Kind.OWN and award_line.account else award_line.of
        if award_line.label not in left:
            left[award_line.label] = Account.objects.get(pk=fund.pk).balance
        left[award_line.label] -= each.amount
    return tuple(left.items())


def worked_out(line: AwardLine, day: date, traded: Won) -> Calculation:
    """지원금의 셈 — the share of a trade of that day, with its sentence; nothing of a trade below zero.

    TypeError: the line is not paid by a share of trades.
    """
    rule = terms_on(day, jurisdiction=line.jurisdiction.code, programme=line.programme, line=line.code).rule
    if not isinstance(rule, Share):
        message = f"{line.programme}.{line.code} is not paid by a share of trades"
        raise TypeError(message)
    return rule.calculate(max(traded, ZERO), ZERO)


def recognitions_of(claim: Claim) -> list[Recognition]:
    """인정 금액 — of each line as the proofs stand now; those at which nobody looked count for nothing yet."""
    by_kind = {Kind.SUPPORT: of_trade, Kind.OWN: of_spending, Kind.GRANT: _as_claimed}
    return [by_kind[Kind(claim.kind)](line) for line in lines_of(claim).prefetch_related("proofs")]


def of_trade(line: ClaimLine) -> Recognition:
    """인정 — of a trade: by the same rule and day as it was worked out, and no more than it claims."""
    proofs = list(line.proofs.all())
    if line.counted_on is None:
        message = f"{line.pk} has no day that counts"
        raise TypeError(message)
    counted = total(proof.recognised or ZERO for proof in proofs)
    worked = worked_out(line.line, line.counted_on, counted)
    claimed_less = f", 청구한 {line.claimed}까지" if line.claimed < worked.amount else ""
    return Recognition(
        line=line,
        amount=min(worked.amount, line.claimed),
        because=f"{worked.because}{claimed_less}",
        unlooked=sum(proof.recognised is None for proof in proofs),
    )


def of_spending(line: ClaimLine) -> Recognition:
    """인정 — of the operator's own spending: in full where nothing else was said of a proof."""
    counted = total(
        most_of(proof) if proof.recognised is None else proof.recognised for proof in line.proofs.all()
    )
    because = (
        f"증빙으로 인정한 {counted}" if counted <= line.claimed else f"{counted} 가운데 {line.claimed}까지"
    )
    return Recognition(line, max(min(counted, line.claimed), ZERO), because, 0)


def _as_claimed(line: ClaimLine) -> Recognition:
    return Recognition(line, line.claimed, line.because, 0)
