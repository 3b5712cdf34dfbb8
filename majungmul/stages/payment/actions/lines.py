"""청구 항목 — the lines of a claim, each of one trade with its proofs, and what they come to."""

from datetime import date

from majungmul.books.ledger.kinds import Role
from majungmul.books.ledger.models import Account
from majungmul.books.parties.queries.rows import found
from majungmul.stages.award.models import AwardLine
from majungmul.stages.award.queries import lines_of as award_lines
from majungmul.stages.delivery.models import Trade
from majungmul.stages.payment.actions.drafts import ClaimDraft, TradeClaim
from majungmul.stages.payment.actions.proofs import write_proof
from majungmul.stages.payment.models import Claim, ClaimLine
from majungmul.stages.payment.queries import left_to_claim
from majungmul.stages.payment.queries.recognition import worked_out
from majungmul.stages.payment.queries.working_out import counted_on
from majungmul.stages.payment.refusals import (
    BeyondAward,
    ClaimedMore,
    ClaimedNothing,
    NoTradeClaimed,
    NotTheirTrade,
    OtherSupport,
    TradeClaimedAlready,
    TradeTwice,
)
from majungmul.stages.payment.refusals_of_proofs import NoProof, ProofsBelowZero
from majungmul.values.actor import Actor
from majungmul.values.won import ZERO, total

LONGEST = 300


def write_lines(row: Claim, said: ClaimDraft, by: Actor, today: date) -> list[ClaimLine]:
    """청구 항목 — of the claim's version, written with their proofs; the claim has their sums.

    Refuses what is no trade of the award or is claimed elsewhere, more than the rule gives, and more than is
    left of the award.
    """
    if not said.trades:
        raise NoTradeClaimed
    if not said.no_other_support:
        raise OtherSupport
    trades = _trades(row, said, by)
    row.claimed = total(each.claimed for each in said.trades)
    refuse_beyond(row)
    row.save()
    lines = [
        _line(row, order, trade, each, today)
        for order, (trade, each) in enumerate(zip(trades, said.trades, strict=True), start=1)
    ]
    row.calculated = total(line.calculated for line in lines)
    row.because = _sentence(lines)
    row.save()
    return lines


def let_go(row: Claim) -> None:
    """The trades and proofs of a claim that is corrected, or done with, may be claimed anew."""
    for line in row.lines.filter(is_withdrawn=False):
        line.is_withdrawn = True
        line.save()
    for proof in row.proofs.filter(is_withdrawn=False):
        proof.is_withdrawn = True
        proof.save()


def refuse_beyond(row: Claim) -> None:
    """Refuse to claim, or to approve, more than other claims have left of the award."""
    left = left_to_claim(row.award, row)
    asked = row.claimed if row.recognised is None else row.recognised
    if asked > left:
        raise BeyondAward(award=row.award.number, left=left, asked=asked, short=asked - left)


def _trades(row: Claim, said: ClaimDraft, by: Actor) -> list[Trade]:
    trades = [found(Trade, by, each.trade) for each in said.trades]
    for place, (trade, each) in enumerate(zip(trades, said.trades, strict=True)):
        _refuse_trade(row, trade)
        if trade in trades[:place]:
            raise TradeTwice(trade=trade.number)
        if each.claimed <= ZERO:
            raise ClaimedNothing(what=f"거래 {trade.number}번", claimed=each.claimed)
        _refuse_proofs(trade, each)
    return trades


def _refuse_trade(row: Claim, trade: Trade) -> None:
    if trade.award_id != row.award_id or trade.is_withdrawn:
        raise NotTheirTrade(award=row.award.number)
    others = ClaimLine.objects.of(row.jurisdiction_id).filter(trade=trade, is_withdrawn=False)
    if taken := others.exclude(claim=row).select_related("claim").first():
        raise TradeClaimedAlready(number=taken.claim.number, trade=trade.number)


def _refuse_proofs(trade: Trade, said: TradeClaim) -> None:
    if not said.proofs:
        raise NoProof(trade=trade.number)
    traded = total(proof.supply for proof in said.proofs)
    if traded <= ZERO:
        raise ProofsBelowZero(trade=trade.number, traded=traded)


def _line(row: Claim, order: int, trade: Trade, said: TradeClaim, today: date) -> ClaimLine:
    line = award_lines(row.award)[0]
    traded = total(proof.supply for proof in said.proofs)
    day = counted_on(trade, line.programme, said.proofs)
    worked = worked_out(line, day, traded)
    if said.claimed > worked.amount:
        raise ClaimedMore(
            trade=trade.number, claimed=said.claimed, because=worked.because, calculated=worked.amount
        )
    claim_line = ClaimLine(
        jurisdiction_id=row.jurisdiction_id,
        claim=row,
        version=row.version,
        order=order,
        line=line,
        trade=trade,
        payee=_payee(row, line),
        counted_on=day,
        traded=traded,
        claimed=said.claimed,
        calculated=worked.amount,
        because=worked.because,
    )
    claim_line.save()
    for proof in said.proofs:
        write_proof(claim_line, proof, today)
    return claim_line


def _payee(row: Claim, line: AwardLine) -> Account | None:
    return Account.objects.filter(of=line.account, party=row.body_id, role=Role.RECIPIENT).first()


def _sentence(lines: list[ClaimLine]) -> str:
    """How the whole was worked out: the sentence of one line, or the sum of several."""
    if len(lines) == 1:
        return lines[0].because
    whole = total(line.calculated for line in lines)
    said = f"{' + '.join(str(line.calculated) for line in lines)} = {whole}"
    return said if len(said) <= LONGEST else f"거래 {len(lines)}건의 계산 금액을 모두 더함 = {whole}"
