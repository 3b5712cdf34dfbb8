"""청구의 금액 — what was claimed, recognised and paid, and what is left; the ledger says what was paid."""

from collections.abc import Iterable
from dataclasses import dataclass

from majungmul.books.ledger import queries as ledger
from majungmul.books.ledger.models import Account
from majungmul.books.parties.models import Organisation
from majungmul.books.parties.queries.bodies import family
from majungmul.stages.award.models import Award, AwardLine
from majungmul.stages.award.queries import lines_of as award_lines
from majungmul.stages.payment.models import Claim, Kind, Proof
from majungmul.stages.payment.queries.rows import DONE_WITH, claims_of, grants_of, lines_of
from majungmul.stages.payment.states import State
from majungmul.values.period import year_of
from majungmul.values.won import ZERO, Won, total

UNDECIDED = (State.RECEIVED, State.CORRECTING)


@dataclass(frozen=True, slots=True)
class AwardTotals:
    """결정마다의 합계 — of an award, in won: decided, claimed, recognised, with the bank, paid, left to claim."""

    decided: Won
    claimed: Won
    recognised: Won
    with_bank: Won
    paid: Won
    left: Won


@dataclass(frozen=True, slots=True)
class GrantRest:
    """교부 잔액 — of a line of the city's award, in won: decided, paid out, and what may still be claimed."""

    line: AwardLine
    decided: Won
    disbursed: Won
    left: Won


def worth_of(claims: Iterable[Claim]) -> Won:
    """합계 — of claims, in won: what was recognised of each, or what it claims where nobody decided yet."""
    return total(row.claimed if row.recognised is None else row.recognised for row in claims)


def totals_of(award: Award) -> AwardTotals:
    """결정마다의 합계 — over the claims of support that are not taken back or rejected."""
    claims = list(claims_of(award).filter(kind=Kind.SUPPORT).exclude(state__in=DONE_WITH))
    decided = total(line.amount for line in award_lines(award))
    looked = [claim for claim in claims if claim.state not in UNDECIDED]
    by_state = {
        state: total(claim.recognised or ZERO for claim in looked if claim.state == state)
        for state in (State.LISTED, State.PAID)
    }
    return AwardTotals(
        decided=decided,
        claimed=total(claim.claimed for claim in claims),
        recognised=total(claim.recognised or ZERO for claim in looked),
        with_bank=by_state[State.LISTED],
        paid=by_state[State.PAID],
        left=decided - total(_weight(claim) for claim in claims),
    )


def paid_under(award: Award) -> Won:
    """지급액 — what was paid under an award, in won."""
    return totals_of(award).paid


def left_to_claim(award: Award, apart_from: Claim) -> Won:
    """남은 결정액 — what other claims of support leave of the award, in won; below zero where it was cut since."""
    others = claims_of(award).filter(kind=Kind.SUPPORT).exclude(state__in=DONE_WITH).exclude(pk=apart_from.pk)
    decided = total(line.amount for line in award_lines(award))
    return decided - total(_weight(claim) for claim in others)


def rests_of(award: Award) -> list[GrantRest]:
    """교부 잔액 — of each line, as the ledger has it now, less what is claimed and not paid out yet."""
    asked: dict[object, Won] = {}
    for claim in grants_of(award).exclude(state=State.PAID):
        for line in lines_of(claim):
            asked[line.line_id] = asked.get(line.line_id, ZERO) + line.claimed
    return [_rest(line, asked.get(line.pk, ZERO)) for line in award_lines(award)]


def payments_of(claim: Claim) -> list[tuple[Account, Won]]:
    """지급할 것 — to which account of the ledger how much of a claim goes, in won."""
    return [
        (line.payee, line.recognised)
        for line in lines_of(claim)
        if line.payee and line.recognised and line.recognised > ZERO
    ]


def most_of(proof: Proof) -> Won:
    """인정할 수 있는 금액 — of a proof, in won: 공급가액, and with VAT where the operator spends itself."""
    return proof.supply + proof.vat if proof.claim.kind == Kind.OWN else proof.supply


def received_in(body: Organisation, programme: str, year: int) -> Won:
    """받은 지원금 — what a body was paid from a programme in a calendar year, in won, as the ledger has it."""
    days = year_of(year)
    return total(ledger.received_by(each, programme, days) for each in family(body))


def _weight(claim: Claim) -> Won:
    """How much of the award a claim holds: what was recognised once it is handed in, what it claims before."""
    if claim.recognised is None or claim.state in UNDECIDED:
        return claim.claimed
    return claim.recognised


def _rest(line: AwardLine, asked: Won) -> GrantRest:
    undisbursed = line.account.credits_pending if line.account else ZERO
    return GrantRest(line, line.amount, line.amount - undisbursed, undisbursed - asked)
